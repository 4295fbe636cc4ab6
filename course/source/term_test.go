package source

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTermed holds that marks never change what a learner reads, that what is
// marked can be told again, and that brackets from elsewhere stay as they are.
func TestTermed(t *testing.T) {
	text := rapid.StringOf(rapid.SampledFrom([]rune("ab[]|\\` \n@(")))
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		marked := Termed(s, func(string) bool { return true })
		if Clean(marked) != Shown(s) {
			t.Errorf("%q is shown as %q, and marked as %q", s, Shown(s), marked)
		}
		if got, want := len(Marked(marked)), len(Mentions(s)); got != want {
			t.Errorf("%q has %d terms, and %d are marked in %q", s, want, got, marked)
		}
		if CleanTerms(marked) != marked {
			t.Errorf("%q loses marks: %q", marked, CleanTerms(marked))
		}
		bare := func(s string) string { return strings.ReplaceAll(s, `\`, "") }
		if kept := Unreferred(s); len(Mentions(kept)) > 0 || len(kept) < len(s) || bare(kept) != bare(s) {
			t.Errorf("%q refers to terms as %q: %v", s, kept, Mentions(kept))
		}
	})
}
