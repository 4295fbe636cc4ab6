package cli

import (
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

// TestDoubleClick: on Windows a double click opens the course. Cobra would
// else print that this is a command line tool.
func TestDoubleClick(t *testing.T) {
	var o options
	newRoot(World{}, &o)
	if cobra.MousetrapHelpText != "" {
		t.Errorf("a double click says %q", cobra.MousetrapHelpText)
	}
}

func TestOn(t *testing.T) {
	for value, want := range map[string]bool{"": false, "0": false, "false": false, "No": false, "1": true, "yes": true} {
		if got := on(value); got != want {
			t.Errorf("on(%q) = %v, want %v", value, got, want)
		}
	}
}

// TestAMistakeOfTheProgram ends it in a sentence and with where it was, and
// quotes nobody.
func TestAMistakeOfTheProgram(t *testing.T) {
	var out, errs strings.Builder
	w := World{
		In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(string) string { return "" },
		Now: func() time.Time { panic("what the learner wrote") }, NewID: func(time.Time) string { return "" },
	}
	code := Main([]string{"status", "--data", t.TempDir()}, w)
	said := errs.String()
	if code != exitFailed || !strings.HasPrefix(said, "hearten: a mistake in the program ended it; everything that was saved is safe.") ||
		!strings.Contains(said, "newStatus") || strings.Contains(said, "learner wrote") {
		t.Errorf("it ended with %d and said:\n%s", code, said)
	}
}
