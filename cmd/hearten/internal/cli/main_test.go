package cli

import (
	"testing"

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
