package plain

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"hearten/course"
	"hearten/course/scenario"
)

// count is a number of things, as "1 row" or "2 rows".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// sentence is a clause as a sentence: with a capital and a full stop.
func sentence(clause string) string {
	if clause == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(clause)
	return stop(string(unicode.ToUpper(first)) + clause[size:])
}

// stop is a text with a full stop, unless it ends in some stop already.
func stop(text string) string {
	bare := strings.TrimRight(text, `"'”’»)`)
	if bare == "" || strings.HasSuffix(bare, "…") || strings.ContainsRune(".!?:", rune(bare[len(bare)-1])) {
		return text
	}
	return text + "."
}

// oneLine is a text of several lines as part of a sentence.
func oneLine(text string) string {
	return strings.TrimRight(strings.Join(strings.Fields(text), " "), ".")
}

// kindWord is what an activity is, as a title begins.
func kindWord(k course.Kind) string { return strings.TrimSuffix(sentence(string(k)), ".") }

func date(t time.Time) string { return t.Format("2 January 2006") }

// day is a date that was kept as 2006-01-02, with its weekday.
func day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format("Monday 2 January 2006")
}

// meter says where a meter stands, as "Days left: 3 of 6".
func meter(m scenario.Meter, value int) string {
	if m.Min == 0 {
		return fmt.Sprintf("%s: %d of %d", m.Label, value, m.Max)
	}
	return fmt.Sprintf("%s: %d, between %d and %d", m.Label, value, m.Min, m.Max)
}

// change says how far a meter moved.
func change(by int) string {
	switch {
	case by > 0:
		return fmt.Sprintf("up %d", by)
	case by < 0:
		return fmt.Sprintf("down %d", -by)
	}
	return "no change"
}
