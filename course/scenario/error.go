package scenario

import (
	"fmt"
	"strings"
)

// Error is a mistake in a Spec, told to its author. Path names the keys and
// ids that lead to it; items of a list without ids are named by index. Offset
// and Width count characters of the text found there; both are 0 where the
// whole of it is meant.
type Error struct {
	Path             []string
	Code, Cause, Fix string
	Offset, Width    int
}

// Error is the mistake on one line.
func (e Error) Error() string {
	text := fmt.Sprintf("%s [%s]: %s", e.Cause, e.Code, e.Fix)
	if len(e.Path) == 0 {
		return text
	}
	return strings.Join(e.Path, "/") + ": " + text
}

const longestQuote = 60

// quote shows an author's words within a sentence.
func quote(words string) string {
	if r := []rune(words); len(r) > longestQuote {
		words = string(r[:longestQuote-1]) + "…"
	}
	return `"` + words + `"`
}

// listed joins words as a sentence does: a, b and c.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// under is a path below another one, in memory of its own.
func under(path []string, steps ...string) []string {
	return append(append(make([]string, 0, len(path)+len(steps)), path...), steps...)
}
