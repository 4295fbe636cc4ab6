package plain_test

import (
	"strings"
	"testing"
)

// TestWordsAndHelp: at home, at every prompt and in the middle of a text, the
// words are explained and the page of help is read out, and then the learner
// is where they were. None of the marks of terms is ever shown or kept.
func TestWordsAndHelp(t *testing.T) {
	l := newLearnerOf(t, "testdata/words")
	shown := l.types("?", "g", "w", "1", "g", "?", "", "2", "w", "1", "g", "", "", "3", "?", "At school.", "w", "g", ".", "1", "b", "3", "1", "g", "q")
	golden(t, "words", shown)
	for _, kept := range []string{shown, l.journal()} {
		if strings.ContainsAny(kept, "\u2062\u2063") || strings.Contains(kept, "[[") {
			t.Errorf("marks are left in\n%s", kept)
		}
	}
	if !strings.Contains(l.journal(), "a report is late") || strings.Contains(l.journal(), "\"w\"") {
		t.Errorf("the journal has\n%s", l.journal())
	}
}
