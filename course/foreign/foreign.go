// Package foreign is what every import from another program's file takes: its
// text as a course could hold it, and an account of what could not be carried
// over.
package foreign

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hearten/course/source"
)

// Loss is one thing that could not be carried over, or that is the author's
// to finish: what stands in a line of the file, and why it is not, or not as
// it was, in the course.
type Loss struct {
	Line      int
	What, Why string
}

// Report collects what is lost.
type Report struct{ lost []Loss }

// Add notes a loss.
func (r *Report) Add(line int, what, why string) {
	r.lost = append(r.lost, Loss{line, what, why})
}

// Losses are all that were noted, by line.
func (r *Report) Losses() []Loss {
	return slices.SortedStableFunc(slices.Values(r.lost), func(a, b Loss) int { return cmp.Compare(a.Line, b.Line) })
}

// Text is a file with Unix line ends and without invisible characters, which
// no course may hold. What names the file in errors, as in "the story".
func (r *Report) Text(src, what string) (string, error) {
	return source.Foreign(src, what, func(line int, c rune) {
		r.Add(line, fmt.Sprintf("the invisible character U+%04X", c), "a course may not hold it: it can hide what a text says")
	})
}

// Fits holds that the reader will take what a file became, of a kind of file.
func Fits(yaml, what, kind string) error {
	if source.Fits(yaml) {
		return nil
	}
	return fmt.Errorf("%s is too long for one %s file, which holds 1 MB and 50,000 lines, commas, colons and brackets. Split it up, and import each part", what, kind)
}

// OneLine is a text with a space for every gap in it.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Clip is a text short enough to be quoted within a sentence.
func Clip(s string) string {
	runes := []rune(OneLine(s))
	if len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return string(runes)
}

// Quote is a text as a sentence quotes it.
func Quote(s string) string { return "“" + Clip(s) + "”" }
