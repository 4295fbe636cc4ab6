package main

import (
	"bytes"
	"strings"
	"testing"

	"hearten/cmd/hearten/internal/cli"
)

// TestGraphOnATerminal: whoever sees Mermaid's text and did not ask for it is
// told how to get a picture.
func TestGraphOnATerminal(t *testing.T) {
	const hint = "\n  hearten graph empathy-and-compassion/maya -o story.html\n"
	for _, tt := range []struct {
		args     []string
		terminal bool
		want     string
	}{
		{nil, true, "\nThis is the drawing as text, for a program that draws Mermaid. To draw it for\nyour browser, add -o story.html:\n" + hint},
		{nil, false, ""},
		{[]string{"--format", "mermaid"}, true, ""},
		{[]string{"-o", "-"}, true, ""},
	} {
		var out, said bytes.Buffer
		w := world(strings.NewReader(""), &out, tt.terminal)
		w.Err = &said
		code := cli.Main(append([]string{"graph", "empathy-and-compassion/maya"}, tt.args...), w)
		if code != 0 || said.String() != tt.want || !strings.Contains(out.String(), "flowchart") {
			t.Errorf("%q, on a terminal %v: it ended with %d and said %q", tt.args, tt.terminal, code, &said)
		}
	}
}
