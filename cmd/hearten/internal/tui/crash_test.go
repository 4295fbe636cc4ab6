package tui

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// broken is a screen with a mistake in it.
type broken struct {
	lays, draws, presses func()
}

const secret = "J. wrote that he is leaving"

func (b broken) Layout(frame) screen            { b.lays(); return b }
func (b broken) Title() (left, right string)    { return "Broken", "" }
func (b broken) Body() body                     { b.draws(); return body{lines: []string{"fine so far"}} }
func (b broken) Actions() []action              { return []action{on("a", "break", b.press, "a"), back(b, "back")} }
func (b broken) press(string) (screen, tea.Msg) { b.presses(); return b, nil }

// commanding is an app that starts a command with a mistake in it.
type commanding struct{ app }

func (c commanding) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, _ := c.app.Update(msg)
	return commanding{next.(app)}, tea.Batch(func() tea.Msg { panic(secret) }, func() tea.Msg { return nil })
}

// TestAMistakeInTheProgram: wherever it is, the terminal is given back, one
// sentence is said, and what was going on stands in a file, without a word
// of the learner's.
func TestAMistakeInTheProgram(t *testing.T) {
	fine, fails := func() {}, func() { panic(secret) }
	beyond := func() { _ = []int{}[len(os.Args)+7] }
	tests := []struct {
		name   string
		screen broken
		want   string // in the report
	}{
		{"laid out", broken{fails, fine, fine}, "broken.Layout"},
		{"drawn", broken{fine, fails, fine}, "broken.Body"},
		{"pressed", broken{fine, fine, fails}, "broken.press"},
		{"beyond the end", broken{fine, beyond, fine}, "index out of range"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, sample(t), 80, 24)
			d.app.stack = []screen{tt.screen}
			var out bytes.Buffer
			c := Config{In: strings.NewReader("a"), Out: &out, Environ: []string{"TERM=xterm-256color", "TTY_FORCE=1"}, Moment: d.moment, Theme: ThemeDark}
			err := run(context.Background(), c, d.app, tea.WithWindowSize(80, 24))
			report := reportIn(t, d, err)
			if !strings.Contains(report, tt.want) || !strings.HasPrefix(report, "hearten ") {
				t.Errorf("the report names no %q:\n%s", tt.want, report)
			}
			shown := out.String()
			if opened, closed := strings.LastIndex(shown, "\x1b[?1049h"), strings.LastIndex(shown, "\x1b[?1049l"); closed < opened {
				t.Errorf("the terminal is not given back: %q", shown)
			}
			if strings.Contains(shown, "goroutine") {
				t.Errorf("the stack is on the screen: %q", shown)
			}
		})
	}
}

// reportIn is the report that an error names, which its owner alone can read.
func reportIn(t *testing.T, d *desk, err error) string {
	t.Helper()
	const says = "a mistake in the program ended it; everything that was saved is safe, and a report with none of your words in it is in "
	if err == nil || !strings.HasPrefix(err.Error(), says) {
		t.Fatalf("it ended with %v, want %s...", err, says)
	}
	name := strings.TrimPrefix(err.Error(), says)
	info, err := os.Stat(name)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("the report %s: %v, %v", name, info, err)
	}
	if folder, err := os.Stat(filepath.Dir(name)); err != nil || folder.Mode().Perm() != 0o700 || folder.Name() != "crash" {
		t.Errorf("the folder of the report: %v, %v", folder, err)
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(raw), secret) {
		t.Errorf("the report holds words of the learner's:\n%s", raw)
	}
	return string(raw)
}

// TestAMistakeInACommand: a panic in the background is one in the program.
func TestAMistakeInACommand(t *testing.T) {
	d := sit(t, sample(t), 80, 24)
	_, cmd := newGuard(commanding{d.app}).Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	batch, ok := cmd().(tea.BatchMsg)
	if !ok {
		t.Fatal("the commands are not started together")
	}
	crash, ok := batch[0]().(crashMsg)
	if !ok || strings.Contains(crash.report, secret) || !strings.Contains(crash.report, "commanding") {
		t.Fatalf("the command gives %+v", crash)
	}
	if batch[1]() != nil {
		t.Error("a command without a mistake gives more than it did")
	}
	next, cmd := newGuard(d.app).Update(crash)
	if g := next.(guard); g.report != crash.report || cmd() != tea.Quit() {
		t.Errorf("the program goes on after %+v", g.report)
	}
}

// TestNoReport: where it cannot be written, that is said as well.
func TestNoReport(t *testing.T) {
	d := sit(t, sample(t), 80, 24)
	dir := t.TempDir()
	d.keeper.Keeper = sitIn(t, dir, sample(t), 80, 24).keeper.Keeper
	if err := os.WriteFile(filepath.Join(dir, "crash"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := crashed(Config{Moment: d.moment}, d.keeper, "hearten")
	want := "a mistake in the program ended it; everything that was saved is safe, but there is no report of it: make the folder for reports: "
	if err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got  %v\nwant %s...", err, want)
	}
}
