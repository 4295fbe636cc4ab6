package source

import "testing"

// TestPlainWords holds that what YAML would take for a number, a date or a
// yes is text where text is meant, letter by letter.
func TestPlainWords(t *testing.T) {
	for _, word := range []string{
		"yes", "no", "on", "off", "true", "No", "1.10", "007", "0x1F", "1_000", "1e3", ".5", "+3", "-4",
		"2026-11-23", "2026-11-23T10:00:00Z", "10:30", "12:30:45", "1/2", "50%", ".inf", ".nan", "3,5", "<3", "=", "a#b", "http://x.y/z#a",
	} {
		tree, problems := Read(sample("format: 1\nid: m\ntitle: " + word + "\nsummary: \"" + word + "\"\nactivities:\n  - {plan: p, title: P, minutes: 1}\n"))
		if len(problems) > 0 {
			t.Errorf("%s: %v", word, problems)
			continue
		}
		for _, key := range []string{"title", "summary"} {
			if got := tree.Modules()[0].Node.Get(key).Text().Value; got != word {
				t.Errorf("%s: got %q, want %q", key, got, word)
			}
		}
	}
}
