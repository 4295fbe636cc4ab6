package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"pgregory.net/rapid"
)

// TestEveryWindow shows each screen at each size that a window can have: all
// that is drawn fits, and the cursor stands inside.
func TestEveryWindow(t *testing.T) {
	c := sample(t)
	alike := []string{"lesson-end", "quiz-amiss", "quiz-wrong", "quiz-partly", "quiz-judged", "quiz-choices", "scenario-words",
		"scenario-unsaved-help", "scenario-all-found", "map-ended", "debrief-path-later",
		"preview", "preview-typing", "preview-unnamed", "preview-waiting-unnamed"}
	for _, s := range stops() {
		if slices.Contains(alike, s.name) {
			continue // laid out as another one is
		}
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			d := sit(t, c, 80, 24)
			s.reach(d)
			for _, height := range []int{4, 12, 24, 40, 60} {
				for width := 1; width <= 200; width++ {
					fits(t, d, width, height)
				}
			}
			for _, width := range []int{20, 40, 80, 120, 200} {
				for height := 1; height <= 60; height++ {
					fits(t, d, width, height)
				}
			}
		})
	}
}

// TestAnyWindow goes from one size to any other, up to the largest screens.
func TestAnyWindow(t *testing.T) {
	for _, s := range seats(t) {
		d := s.sit(80, 24)
		rapid.Check(t, func(r *rapid.T) {
			fits(t, d, rapid.IntRange(1, 500).Draw(r, "width"), rapid.IntRange(1, 200).Draw(r, "height"))
		})
	}
}

func fits(t *testing.T, d *desk, width, height int) {
	t.Helper()
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	v := d.app.View()
	if w, h := lipgloss.Size(v.Content); w > width || h > height {
		t.Fatalf("%d by %d is drawn in a window of %d by %d:\n%s", w, h, width, height, d.text())
	}
	if x, y := v.Cursor.X, v.Cursor.Y; x < 0 || y < 0 || x >= width || y >= height {
		t.Fatalf("the cursor stands at %d, %d in a window of %d by %d", x, y, width, height)
	}
}

// TestView holds what the root decides for all screens.
func TestView(t *testing.T) {
	for _, s := range seats(t) {
		d := s.sit(80, 24)
		v := d.app.View()
		if !v.AltScreen || v.WindowTitle != windowTitle || v.MouseMode != tea.MouseModeNone {
			t.Errorf("%s: the alternate screen %v, the title %q, the mouse %v", s.name, v.AltScreen, v.WindowTitle, v.MouseMode)
		}
		if v.Cursor == nil || v.Cursor.Blink {
			t.Errorf("%s: the cursor is %+v, want a steady one", s.name, v.Cursor)
		}
	}
}

// TestCursor: the terminal's own cursor stands on what has the focus, where
// magnifiers, screen readers and input methods look for it.
func TestCursor(t *testing.T) {
	tests := []struct {
		activity string
		keys     []string
		want     string // from the cursor on
	}{
		{"", []string{"down", "down"}, "Under pressure"},
		{"describe", nil, "Describe, then ask"},
		{"check", []string{"down", "down"}, "\"In today's meeting you spoke over Mia twice.\""},
		{"check", []string{"2", "enter"}, "Next question"},
		{"tom", []string{"down", "down", "down"}, "Ask the coach"},
		{"last-time", []string{"ab", "left"}, "b"},
		{"last-time", []string{"ab", "enter", "cd", "left", "left"}, "cd"},
		{"last-time", []string{"tab", "tab"}, "Save ]     [ Not now ]"},
		{"last-time", []string{"tab", "tab", "right"}, "Not now ]"},
		{"monday", []string{"tab", "xy", "left"}, "y"},
		{"monday", []string{"shift+tab", "shift+tab", "shift+tab", "right"}, "● 16 March   ○ do not ask"},
	}
	c := sample(t)
	for _, tt := range tests {
		d := sit(t, c, 80, 24)
		if tt.activity != "" {
			d.activity(tt.activity)
		}
		d.press(tt.keys...)
		at := d.app.View().Cursor
		line := []rune(strings.Split(d.text(), "\n")[at.Y])
		if got := string(line[min(at.X, len(line)):]); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s after %v: the cursor stands on %q, want %q:\n%s", tt.activity, tt.keys, got, tt.want, d.text())
		}
	}
}

func TestTooSmall(t *testing.T) {
	d := sit(t, sample(t), 39, 12)
	want := "This window is 39 by 12. hearten needs\n40 by 12: make it larger, or run\nhearten --plain, which fits any size.\n"
	if got := d.text(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := sit(t, sample(t), 0, 0).app.View().Content; got != "" {
		t.Errorf("before the size is known, %q is drawn", got)
	}
}

// TestResizeKeepsTheParagraph: the block at the top of the page stays there,
// whatever the width.
func TestResizeKeepsTheParagraph(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("describe").press("enter")
	top := func() int {
		l := d.app.top().(lessonScreen)
		return l.blockAt(l.top)
	}
	want := top()
	if want == 0 {
		t.Fatalf("the second page begins with the first block:\n%s", d.text())
	}
	for _, width := range []int{200, 40, 80, 120, 41, 79} {
		d.send(tea.WindowSizeMsg{Width: width, Height: 24})
		if got := top(); got != want {
			t.Errorf("at %d columns block %d is at the top, want %d:\n%s", width, got, want, d.text())
		}
	}
}

// TestResizeRendersNothing: Glamour has done its work when a screen opens.
func TestResizeRendersNothing(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("describe")
	want := len(d.app.look.md.done)
	for _, width := range []int{200, 40, 120} {
		d.send(tea.WindowSizeMsg{Width: width, Height: 40})
	}
	if got := len(d.app.look.md.done); got != want {
		t.Errorf("%d texts were rendered again", got-want)
	}
}
