package tui

import (
	"fmt"
	"time"
)

// about is a time in words, rounded where nobody counts minutes.
func about(minutes int) string {
	switch {
	case minutes <= 0:
		return ""
	case minutes < 120:
		return fmt.Sprintf("about %d min", minutes)
	}
	return fmt.Sprintf("about %d hours", (minutes+30)/60)
}

// day is a date as people say it; with the year only when it is another one.
func day(at, now time.Time) string {
	if at.Year() != now.Year() {
		return at.Format("2 January 2006")
	}
	return at.Format("2 January")
}

// shortDay is a date in a column.
func shortDay(at time.Time) string { return at.Format("2 Jan") }

// dayOf is day for a date as it is kept.
func dayOf(date string, now time.Time) string {
	at, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return clean(date)
	}
	return day(at, now)
}

// count says how many of something there are.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
