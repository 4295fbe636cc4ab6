package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// longScene is a desk before a scene of many paragraphs.
func longScene(t testing.TB, width, height int) *desk {
	var text strings.Builder
	for n := range 14 {
		fmt.Fprintf(&text, "      Paragraph%d begins here%s ends.\n\n", n+1, strings.Repeat(" and goes on", n%5*4))
	}
	scene := "meters:\n  days: {label: Days left, start: 4, min: 0, max: 6}\nstart: one\nscenes:\n  one:\n    text: |\n" + text.String() +
		"    choices:\n      - {id: go, say: Go on, change: {days: -1}, because: Why not., to: end}\n      - {id: stay, say: Stay, because: Why not., to: end}\nendings:\n  end: {title: End, outcome: good, text: It ends.}\n"
	module := "format: 1\nid: m\ntitle: M\nsummary: One.\nactivities:\n  - {scenario: s, title: S, minutes: 1, file: s.yaml}\n"
	return sit(t, courseOf(map[string]string{
		"course.yaml":   "format: 1\nid: long-a1b2c3\ntitle: Long\nversion: 1.0.0\nlanguage: en\nmodules: [m]\n",
		"m/module.yaml": module, "m/s.yaml": scene,
	}), width, height).step(openMsg{"m", "s"})
}

// topPassage is the paragraph that the top of the window is in.
func (d *desk) topPassage() string {
	p := d.app.top().(scenarioScreen).pane
	all := p.passages()
	for i, a := range slices.Backward(all) {
		if a.line <= p.top {
			first, _, _ := strings.Cut(all[i].words, " ")
			return first
		}
	}
	return ""
}

// TestResizeKeepsTheScene: a scene that is read anew shows its beginning in
// every window, and further on the same paragraph stays at the top.
func TestResizeKeepsTheScene(t *testing.T) {
	d := longScene(t, 120, 40)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {41, 12}, {200, 60}, {40, 12}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		if lines := strings.Split(strings.TrimSpace(d.text()), "\n"); !strings.Contains(strings.Join(lines[:4], " "), "Paragraph1 begins") {
			t.Fatalf("at %v the scene does not begin at its beginning:\n%s", size, d.text())
		}
	}
	for n := range 6 {
		d := longScene(t, 80, 12)
		for range n {
			d.press("space")
		}
		want := d.topPassage()
		for _, width := range []int{200, 40, 80, 120, 41, 79} {
			d.send(tea.WindowSizeMsg{Width: width, Height: 12})
			if got := d.topPassage(); got != want {
				t.Errorf("after %d pages at %d columns %s is at the top, want %s:\n%s", n, width, got, want, d.text())
			}
		}
	}
}

// TestResizeKeepsTheFeedback: the way on has the focus only where it is seen,
// and does not draw the window away from what there is to read.
func TestResizeKeepsTheFeedback(t *testing.T) {
	d := sit(t, sample(t), 120, 40).activity("check").press("1", "enter").see("► Next question")
	d.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	if text := d.text(); strings.Contains(text, "► Next") || strings.Contains(text, "more above") {
		t.Errorf("the small window does not begin at the beginning:\n%s", text)
	}
	d.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	d.see("► Next question")
}
