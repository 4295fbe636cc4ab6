package study

import (
	"fmt"
	"time"

	"hearten/course"
	"hearten/quiz"
)

// cleaned are words that may be shown and kept: nothing in them steers a
// terminal, and terms lack the marks that they have on the screen.
func cleaned(words []string) []string {
	var all []string
	for _, w := range words {
		all = append(all, course.Clean(w))
	}
	return all
}

// Verdict is what became of an answer, in a word or two.
func Verdict(f quiz.Feedback) string {
	switch {
	case f.Mark.Of == 0:
		return "weighed"
	case f.Mark.Right():
		return "right"
	case f.Mark.Score > 0:
		return "partly"
	}
	return "not yet"
}

// Ago is how long something is past, in whole days.
func Ago(then, now time.Time) string {
	switch days := int(quiz.DayOf(now) - quiz.DayOf(then)); {
	case days <= 0:
		return "today"
	case days == 1:
		return "yesterday"
	default:
		return fmt.Sprintf("%d days ago", days)
	}
}

// ReviewMinutes is about how long so many cards take.
func ReviewMinutes(cards int) int { return (3*cards + 3) / 4 }
