package tui

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// shown runs the program in a window of 80 by 24 until it is left, and
// returns the bytes that a terminal would get.
func shown(t *testing.T, theme ThemeName, environ ...string) string {
	t.Helper()
	d := sit(t, sample(t), 80, 24)
	var out bytes.Buffer
	c := Config{
		In: strings.NewReader(""), Out: &out, Environ: append(environ, "TERM=xterm-256color", "TTY_FORCE=1"),
		Study: d.app.study, Moment: d.moment, Theme: theme,
	}
	ctx := context.Background()
	a := newApp(ctx, c, d.keeper)
	program := tea.NewProgram(lookOnce{a}, append(options(ctx, c), tea.WithWindowSize(80, 24))...)
	if _, err := program.Run(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// lookOnce is the app, left as soon as it has its size.
type lookOnce struct{ app }

func (l lookOnce) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := l.app.Update(msg)
	if _, sized := msg.(tea.WindowSizeMsg); sized {
		cmd = tea.Quit
	}
	return lookOnce{next.(app)}, cmd
}

// TestColours: what the terminal cannot show is not sent to it.
func TestColours(t *testing.T) {
	tests := []struct {
		name      string
		theme     ThemeName
		environ   []string
		has, lack []string
	}{
		{"true colours", ThemeDark, []string{"COLORTERM=truecolor"}, []string{"38;2;"}, nil},
		{"Apple's Terminal", ThemeDark, []string{"TERM_PROGRAM=Apple_Terminal"}, []string{"38;5;"}, []string{"38;2;", "48;2;"}},
		{"none", ThemeNone, []string{"COLORTERM=truecolor"}, []string{"\x1b[1m"}, []string{"38;", "48;", "[3"}},
	}
	for _, tt := range tests {
		out := shown(t, tt.theme, tt.environ...)
		for _, want := range append(tt.has, "Begin: Describe, then ask") {
			if !strings.Contains(out, want) {
				t.Errorf("%s: %q is not in %q", tt.name, want, out)
			}
		}
		for _, not := range tt.lack {
			if strings.Contains(out, not) {
				t.Errorf("%s: %q is in %q", tt.name, not, out)
			}
		}
	}
}

// TestRunEnds: a program that is told to end does, and says why.
func TestRunEnds(t *testing.T) {
	d := sit(t, sample(t), 80, 24)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := Run(ctx, Config{In: strings.NewReader(""), Out: &bytes.Buffer{}, Study: d.app.study, Keeper: d.keeper.Keeper, Moment: d.moment, Theme: ThemeDark})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Run: %v, want %v", err, context.Canceled)
	}
}
