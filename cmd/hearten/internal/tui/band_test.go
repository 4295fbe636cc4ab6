package tui

import (
	"slices"
	"strings"
	"testing"

	"hearten/cmd/hearten/internal/study"
)

// TestProblems: p lists all that is wrong, and what a save mends goes from the
// list. While letters are text, F4 does it.
func TestProblems(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("tom").mistaken("trust: 1", "to: desk").press("p")
	d.see("Problems", "2 errors", "[not-a-number]", "[unknown-target]", "write it in digits")
	d.mistaken("to: desk").see("Problems", "1 error", "[unknown-target]")
	if text := d.text(); strings.Contains(text, "[not-a-number]") {
		t.Errorf("what is mended is still listed:\n%s", text)
	}
	d.press("end").see("Elsewhere in the course", "missing.md").press("p").see("Tom stands at your door")
	d.press("f4").see("Problems").press("esc", "ctrl+p", "problems", "enter").see("Problems").press("esc")

	d = sit(t, sample(t), 80, 24).activity("last-time").sound().press("p").see("> p", "F4 problems")
	d.press("f4").see("Problems", "Elsewhere in the course").press("f4").see("> p")
}

// TestReadAgain: F5 asks for an edition, for where saves cannot be noticed.
func TestReadAgain(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("describe").sound()
	e := filesIn(t, "testdata/course").edition(first("describe"), describe)
	e.Blind = "not every save can be noticed (too many open files). F5 reads the course again"
	d.saves(e).see("! Not every save can be noticed (too many open files).")
	asked := d.due
	d.press("f5")
	if d.due != asked+1 {
		t.Errorf("F5 asked %d times for an edition", d.due-asked)
	}
}

// TestAuthorsKeysAreFree: no screen has another use for the keys of a preview,
// and a learner has none of them.
func TestAuthorsKeysAreFree(t *testing.T) {
	for _, s := range seats(t) {
		if strings.HasPrefix(s.name, "preview") {
			continue
		}
		for _, a := range s.sit(80, 24).app.actions() {
			for _, k := range []string{"p", "f4", "f5", "f8"} {
				if slices.Contains(a.Keys(), k) {
					t.Errorf("%s: %s does %q", s.name, k, a.Help().Desc)
				}
			}
		}
	}
}

// TestALearnersScreen: without a problem, an author sees what a learner does,
// but for the rule above the keys, and the keys.
func TestALearnersScreen(t *testing.T) {
	c := sample(t)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		for _, s := range stops() {
			if strings.HasPrefix(s.name, "preview") || strings.Contains(s.name, "help") || strings.HasPrefix(s.name, "scenario-all") {
				continue // these list keys
			}
			learner, author := sit(t, c, size[0], size[1]), sit(t, c, size[0], size[1])
			s.reach(learner)
			s.reach(author)
			author.author().saves(study.Edition{At: author.now, Subject: "describe.md"})
			want, got := strings.Split(learner.text(), "\n"), strings.Split(author.text(), "\n")
			for i := range want[:size[1]-2] {
				if want[i] != got[i] {
					t.Fatalf("%s at %v: line %d is %q, and a learner sees %q", s.name, size, i, got[i], want[i])
				}
			}
		}
	}
}

// TestBeginAnew: F8 puts aside what was done in an activity, and begins it; a
// course that cannot be read is no reason against it.
func TestBeginAnew(t *testing.T) {
	tests := []struct {
		activity string
		keys     []string
		see      string
	}{
		{"describe", []string{"enter"}, "page 1 of"},
		{"check", []string{"2", "enter", "enter"}, "question 1 of 3"},
		{"tom", []string{"decide", "decide", "enter"}, "decision 1"},
	}
	for _, tt := range tests {
		d := sit(t, sample(t), 80, 24).activity(tt.activity).press(tt.keys...).sound().press("f8").see(tt.see)
		d.activity(tt.activity).see(tt.see)
		d.press(tt.keys...).saves(study.Edition{Subject: "course.yaml"}).press("f8").see(tt.see)
	}
	d := sit(t, sample(t), 80, 24).activity("tom").press("decide").sound()
	d.keeper.refuse = errFull
	d.press("f8").see("decision 2", "the disk is full")
	d.keeper.refuse = nil
	d.press("r").see("decision 1")
}
