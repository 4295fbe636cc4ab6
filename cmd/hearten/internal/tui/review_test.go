package tui

import (
	"slices"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// TestReviewKeys goes through a review.
func TestReviewKeys(t *testing.T) {
	tests := []struct {
		name string
		do   func(*desk)
		want []string
	}{
		{"from home by Enter", func(d *desk) { d.later().press("down", "down", "enter") }, []string{"You are asked first, and shown after."}},
		{"stopped, and nothing is lost", func(d *desk) { d.later().press("r", "enter", "esc") }, []string{"Review 3 questions, about 3 min"}},
		{"one is answered", func(d *desk) { d.reviewTo("Of 100 people").press("35", "enter").see("Again in ").press("esc") }, []string{"Review 2 questions"}},
		{"a decision again", func(d *desk) { d.reviewTo("Ana stands").press("2", "enter") }, []string{"Now   Walk on", "Then  Ask how she is.", "The expert's view"}},
		{"all of it", func(d *desk) { d.reviewTo("That was all") }, []string{"You looked at 3 questions again.", "The next question comes back on "}},
		{"back home", func(d *desk) { d.reviewTo("That was all").press("enter") }, []string{"Your course"}},
		{"nothing yet", func(d *desk) { d.step(pushMsg{screen: newReview(d.app.study.Review(d.now))}) }, []string{"Nothing is due today.", "a few days after"}},
	}
	c := kinds(t)
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		for _, tt := range tests {
			d := sit(t, c, size[0], size[1])
			tt.do(d)
			d.see(tt.want...)
		}
	}
}

// TestReviewInASmallWindow reads and answers a card at the smallest size.
func TestReviewInASmallWindow(t *testing.T) {
	d := sit(t, kinds(t), 40, 12).reviewTo("Of 100 people").press("35", "enter")
	for range 4 {
		d.press("space")
	}
	d.see("Next question", "Enter choose")
}

// TestReviewPassesOver what can be opened no more.
func TestReviewPassesOver(t *testing.T) {
	files := map[string]string{
		"course.yaml":   "format: 1\nid: kinds-a1b2c3\ntitle: K\nversion: 1.0.0\nlanguage: en\nmodules: [m]\n",
		"m/module.yaml": "format: 1\nid: m\ntitle: M\nsummary: One.\nactivities:\n  - quiz: number\n    title: Gone\n    minutes: 1\n    file: gone.yaml\n",
	}
	dir := t.TempDir()
	before := sitIn(t, dir, kinds(t), 80, 24)
	quizOf("number", "12", "enter", "enter", "esc")(before)
	after := sitIn(t, dir, courseOf(files), 80, 24)
	after.now = after.now.AddDate(0, 0, 42)
	after.home().press("r", "enter").see("That was all for today.", "“Gone” cannot be shown")
}

// TestReviewOpens at once where that is asked for.
func TestReviewOpens(t *testing.T) {
	d := sit(t, kinds(t), 80, 24).later()
	a := newApp(t.Context(), Config{Study: d.app.study, Moment: d.moment, Theme: ThemeDark, Review: true}, d.keeper)
	if _, is := a.top().(reviewScreen); !is || len(a.stack) != 2 {
		t.Errorf("it opens with %T over %d screens", a.top(), len(a.stack)-1)
	}
	if listed := slices.ContainsFunc(a.actions(), func(act action) bool { return key.Matches(tea.KeyPressMsg{Code: tea.KeyEscape}, act.Binding) }); !listed {
		t.Error("Esc leads nowhere")
	}
}
