package tui

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// stackOf is a pane of items, each of so many lines, after some lines to read.
func stackOf(before int, heights []int, height int) pane {
	p := pane{home: 0, focus: reading}
	for i := range before {
		p.lines = append(p.lines, fmt.Sprint("line ", i))
	}
	for i, h := range heights {
		at := item{line: len(p.lines), height: h}
		for j := range h {
			p.lines = append(p.lines, fmt.Sprint("item ", i, " line ", j))
			at.focused = append(at.focused, fmt.Sprint("> item ", i, " line ", j))
		}
		p.items = append(p.items, at)
	}
	return p.from(pane{}, height)
}

func TestPane(t *testing.T) {
	tests := []struct {
		name       string
		before     int
		heights    []int
		height     int
		keys       []string
		focus, top int
	}{
		{"all in view", 2, []int{1, 1}, 10, nil, 0, 0},
		{"next", 2, []int{1, 1}, 10, []string{"down"}, 1, 0},
		{"stops at the last", 2, []int{1, 1}, 10, []string{"down", "down"}, 1, 0},
		{"stops at the first", 2, []int{1, 1}, 10, []string{"up"}, 0, 0},
		{"space leaves the focus", 2, []int{1, 1}, 10, []string{"down", "space"}, 1, 0},
		{"reads before it chooses", 12, []int{1, 1}, 6, nil, reading, 0},
		{"reads on by half", 12, []int{1, 1}, 6, []string{"down"}, reading, 3},
		{"a page, then the first item", 12, []int{1, 1}, 6, []string{"space", "space"}, 0, 8},
		{"reading on keeps the choice", 5, []int{1, 1, 1}, 7, []string{"down", "space"}, 1, 1},
		{"the end", 12, []int{1, 1}, 6, []string{"end"}, 0, 8},
		{"and its beginning", 12, []int{1, 1}, 6, []string{"end", "home"}, reading, 0},
		{"back up by half", 12, []int{1, 1}, 6, []string{"end", "up"}, reading, 5},
	}
	for _, tt := range tests {
		p := stackOf(tt.before, tt.heights, tt.height)
		for _, key := range tt.keys {
			p = p.press(key)
		}
		if p.focus != tt.focus || p.top != tt.top {
			t.Errorf("%s: on item %d at line %d, want item %d at line %d", tt.name, p.focus, p.top, tt.focus, tt.top)
		}
	}
}

// TestPaneHolds: whatever is pressed, the window stays on the lines, the
// focused item begins in it, and every item can be come to by Down alone.
func TestPaneHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.IntRange(0, 40).Draw(t, "before")
		heights := rapid.SliceOfN(rapid.IntRange(1, 6), 0, 8).Draw(t, "heights")
		height := rapid.IntRange(1, 30).Draw(t, "height")
		p := stackOf(before, heights, height)
		for _, key := range rapid.SliceOf(rapid.SampledFrom([]string{"up", "down", "space", "pgup", "home", "end"})).Draw(t, "keys") {
			p = p.press(key)
			holds(t, p)
		}
		for range len(p.lines) + len(p.items) {
			p = p.press("down")
			holds(t, p)
		}
		if tallest := maxOf(heights); len(heights) > 0 && tallest <= height && p.focus != len(heights)-1 {
			t.Fatalf("Down ends on item %d of %d", p.focus, len(heights))
		}
	})
}

// TestPaneKeepsWhatWasChosen: reading on, or back, moves the window, and never
// what was chosen to something else that can be seen.
func TestPaneKeepsWhatWasChosen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heights := rapid.SliceOfN(rapid.IntRange(1, 6), 2, 8).Draw(t, "heights")
		p := stackOf(rapid.IntRange(0, 40).Draw(t, "before"), heights, rapid.IntRange(1, 30).Draw(t, "height"))
		chosen := rapid.IntRange(0, len(heights)-1).Draw(t, "chosen")
		p = p.on(chosen).press(rapid.SampledFrom([]string{"space", "pgdown", "pgup", "home"}).Draw(t, "key"))
		if p.focus != chosen && p.shows(chosen) {
			t.Fatalf("item %d was chosen, is in the window, and %d has the focus", chosen, p.focus)
		}
	})
}

func holds(t *rapid.T, p pane) {
	if p.top < 0 || p.top > p.last() {
		t.Fatalf("the window begins at line %d of %d", p.top, len(p.lines))
	}
	b := p.body()
	if len(b.lines) > p.height || b.y < 0 || b.y >= p.height {
		t.Fatalf("%d lines, the cursor in line %d, in a window of %d", len(b.lines), b.y, p.height)
	}
	if p.focus != reading && (p.items[p.focus].line < p.top || p.items[p.focus].line >= p.top+p.height) {
		t.Fatalf("item %d is out of the window at %d", p.focus, p.top)
	}
}

func maxOf(all []int) int {
	most := 0
	for _, n := range all {
		most = max(most, n)
	}
	return most
}
