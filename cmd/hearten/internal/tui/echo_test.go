package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestEcho: what was chosen is repeated whole, as speech only where it is.
func TestEcho(t *testing.T) {
	const act = "You turn the line over to the beds by noon, and send the night crew home before the second bell has gone."
	tests := []struct {
		say    string
		height int
		want   string
	}{
		{act, 40, "You turn the line over to the beds by noon, and send the night\ncrew home before the second bell has gone.\n"},
		{`"Stay," you say.`, 40, "You: \"Stay,\" you say.\n"},
		{"“Stay.” You go.", 40, "You: “Stay.” You go.\n"},
		{act, 12, "You turn the line over to the beds by noon, and send the night ...\n"},
	}
	for _, tt := range tests {
		f := sit(t, sample(t), 80, tt.height).app.frame()
		f.Height = tt.height
		s := f.sheet()
		s.echo(tt.say, f)
		if got := ansi.Strip(strings.Join(s.lines, "\n")) + "\n"; strings.TrimSpace(strings.ReplaceAll(got, "\n  ", "\n")) != strings.TrimSpace(tt.want) {
			t.Errorf("%q in %d lines: got\n%s\nwant\n%s", tt.say, tt.height, got, tt.want)
		}
	}
}
