package source

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestUncommented: without its comments a page has the words that learners
// read, each in the line and column where it was written.
func TestUncommented(t *testing.T) {
	piece := rapid.SampledFrom([]string{"<!--", "-->", "a", "é", " ", "\n", "- b", "<"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(piece).Draw(t, "text"), "")
		got := uncommented(text)
		if a, b := strings.Fields(comment.ReplaceAllString(text, " ")), strings.Fields(got); !strings.Contains(text, "<!--") && got != text || strings.Join(a, "") != strings.Join(b, "") {
			t.Fatalf("%q is %q", text, got)
		}
		lines := strings.Split(text, "\n")
		for i, line := range strings.Split(got, "\n") {
			written := []rune(lines[i])
			for j, r := range []rune(line) {
				if r != ' ' && written[j] != r {
					t.Fatalf("%q is %q: %q has moved", text, got, r)
				}
			}
		}
	})
}
