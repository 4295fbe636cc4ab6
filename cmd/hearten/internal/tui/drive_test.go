package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/course/source"
)

// sample is the course that the tests take.
func sample(t testing.TB) *course.Course { return sampleIn(t, "testdata/course") }

func sampleIn(t testing.TB, folder string) *course.Course {
	t.Helper()
	tree, problems := source.Read(os.DirFS(folder))
	c, more := course.Build(tree)
	for _, p := range append(problems, more...) {
		if p.Severity == source.Error && !strings.Contains(p.At.File, "broken") {
			t.Fatalf("the sample course: %s:%d: %s", p.At.File, p.At.Line, p.Cause)
		}
	}
	return c
}

// courseOf builds a course from its files.
func courseOf(files map[string]string) *course.Course {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, _ := source.Read(fsys)
	c, _ := course.Build(tree)
	return c
}

// desk is an app with a keyboard and a screen: it runs what the app starts
// at once, and no clock runs.
type desk struct {
	t      testing.TB
	app    app
	keeper *moody
	now    time.Time
	ids    int
	waits  []tea.Cmd // commands held back
	slow   bool      // hold commands back
	due    int       // times a draft was put on its way
	quit   bool
}

// moody is a keeper that can refuse.
type moody struct {
	*study.Keeper
	refuse error
	drafts []study.Draft
}

func (m *moody) Save(ctx context.Context, u study.Unsaved) (study.Saved, error) {
	if m.refuse != nil {
		return study.Saved{}, m.refuse
	}
	return m.Keeper.Save(ctx, u)
}

func (m *moody) SaveDraft(d study.Draft) error {
	if m.refuse != nil {
		return m.refuse
	}
	m.drafts = append(m.drafts, d)
	return m.Keeper.SaveDraft(d)
}

var errFull = errors.New("your answer could not be saved: the disk is full. Make room and try again")

// sit opens a course in a window of a size, in a fresh folder.
func sit(t testing.TB, c *course.Course, width, height int) *desk {
	t.Helper()
	return sitIn(t, t.TempDir(), c, width, height)
}

func sitIn(t testing.TB, dir string, c *course.Course, width, height int) *desk {
	t.Helper()
	keeper, s, err := study.Keep(dir, c)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, keeper: &moody{Keeper: keeper}, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	d.app = newApp(context.Background(), Config{Study: s, Moment: d.moment, Theme: ThemeDark}, d.keeper)
	d.app.after = func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { d.due++; return nil }
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

func (d *desk) moment() study.Moment {
	d.ids++
	return study.Moment{At: d.now, ID: fmt.Sprintf("01K0000000%016d", d.ids)}
}

// send gives the app a message, and all that comes of it.
func (d *desk) send(msg tea.Msg) *desk {
	next, cmd := d.app.Update(msg)
	d.app = next.(app)
	d.run(cmd)
	return d
}

func (d *desk) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if d.slow {
		d.waits = append(d.waits, cmd)
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case tea.QuitMsg:
		d.quit = true
	case nil:
	default:
		d.send(msg)
	}
}

// catchUp runs what was held back.
func (d *desk) catchUp() *desk {
	d.slow = false
	waits := d.waits
	d.waits = nil
	for _, cmd := range waits {
		d.run(cmd)
	}
	return d
}

// press presses keys by name, or decides; anything else is typed as text.
func (d *desk) press(keys ...string) *desk {
	named := map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "space": {Code: tea.KeySpace, Text: " "},
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
		"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"backspace": {Code: tea.KeyBackspace}, "f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3}, "f4": {Code: tea.KeyF4}, "f5": {Code: tea.KeyF5}, "f8": {Code: tea.KeyF8}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl},
		"ctrl+p": {Code: 'p', Mod: tea.ModCtrl},
	}
	for _, key := range keys {
		if key == "decide" { // for the first choice
			d.press("1", "enter")
			continue
		}
		if msg, ok := named[key]; ok {
			d.send(msg)
			continue
		}
		for _, r := range key {
			d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return d
}

// text is the screen without its colours.
func (d *desk) text() string {
	lines := strings.Split(ansi.Strip(d.app.View().Content), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// see fails unless all the words are on the screen.
func (d *desk) see(words ...string) *desk {
	d.t.Helper()
	text := d.text()
	for _, w := range words {
		if !strings.Contains(text, w) {
			d.t.Fatalf("want %q on:\n%s", w, text)
		}
	}
	return d
}

// golden compares with a file; UPDATE=1 rewrites it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}
