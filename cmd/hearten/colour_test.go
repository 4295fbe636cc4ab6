package main

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestColours holds what the environment and the flags say of colours, on a
// real terminal.
func TestColours(t *testing.T) {
	colour := regexp.MustCompile(`\x1b\[[0-9;:]*(3[0-8]|4[0-8]|9[0-7])[;:m]`)
	tests := []struct {
		name string
		env  []string
		args []string
		want string // none, few or true
	}{
		{"a terminal that can", []string{"COLORTERM=truecolor"}, []string{"--theme", "dark"}, "true"},
		{"256 colours", nil, []string{"--theme", "dark"}, "few"},
		{"Apple's terminal", []string{"TERM_PROGRAM=Apple_Terminal"}, []string{"--theme", "light"}, "few"},
		{"NO_COLOR", []string{"NO_COLOR=1", "COLORTERM=truecolor"}, []string{"--theme", "dark"}, "none"},
		{"NO_COLOR of any kind", []string{"NO_COLOR=yes", "COLORTERM=truecolor"}, nil, "none"},
		{"CLICOLOR", []string{"CLICOLOR=0", "COLORTERM=truecolor"}, nil, "none"},
		{"--no-color", []string{"COLORTERM=truecolor"}, []string{"--no-color"}, "none"},
		{"the terminal's own palette", []string{"COLORTERM=truecolor"}, []string{"--theme", "terminal"}, "none"},
	}
	path, err := binary()
	if err != nil {
		t.Fatalf("build: %v\n%s", err, path)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cmd := exec.Command(path, tt.args...)
			cmd.Env = tt.env
			term := startCommand(t, 80, 24, false, t.TempDir(), cmd)
			term.see("Leading with care", "Enter open")
			term.press("enter")
			term.see("page 1 of")
			got := "none"
			if colour.MatchString(term.raw()) {
				got = "few"
			}
			if strings.Contains(term.raw(), "38;2;") || strings.Contains(term.raw(), "48;2;") {
				got = "true"
			}
			if got != tt.want {
				t.Errorf("colours: %s, want %s", got, tt.want)
			}
		})
	}
}

// TestLateReply: a terminal's answer that comes late never shows as typed
// text.
func TestLateReply(t *testing.T) {
	p := newPilot(t, t.TempDir())
	term := start(t, 80, 24, true, p.data)
	term.see("Enter open")
	term.press("\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b[?62;22c", "\x1b[24;80R")
	term.press("enter")
	text := term.see("page 1 of")
	for _, leak := range []string{"rgb:", "62;22", "24;80"} {
		if strings.Contains(text, leak) {
			t.Errorf("%q of a reply shows:\n%s", leak, text)
		}
	}
}
