package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"hearten/course"
	"hearten/quiz"
)

// kinds is a course with a quiz of every kind of question.
func kinds(t testing.TB) *course.Course { return sampleIn(t, "testdata/kinds") }

// quizOf opens a quiz of that course.
func quizOf(id string, more ...string) func(*desk) {
	return func(d *desk) { d.step(openMsg{"m", id}).press(more...) }
}

// kindStops are the screens of quizzes and of the review.
func kindStops() []stop {
	return []stop{
		{"order", quizOf("order", "enter", "down")},
		{"order-wrong", quizOf("order", "down", "down", "down", "down", "enter")},
		{"match", quizOf("match", "2", "down", "right")},
		{"match-mend", quizOf("match", "1", "down", "1", "down", "1", "down", "enter")},
		{"match-partly", quizOf("match", "1", "down", "2", "down", "3", "down", "enter", "enter", "down", "down", "down", "enter")},
		{"number", quizOf("number", "35")},
		{"number-wrong", quizOf("number", "12", "enter")},
		{"number-result", func(d *desk) { d.before(); quizOf("number", "12", "enter", "enter")(d) }},
		{"text", quizOf("text", "empathic distres", "tab")},
		{"open", quizOf("open", "They agree.", "enter", "News is late.")},
		{"open-weigh", quizOf("open", "They agree.", "tab", "enter")},
		{"open-weighed", quizOf("open", "They agree.", "tab", "enter", "2", "enter")},
		{"sure", quizOf("sure", "2", "enter")},
		{"sure-told", quizOf("sure", "2", "enter", "3")},
		{"sure-result", func(d *desk) { d.sureOfTen() }},
		{"look-back", func(d *desk) { d.sureOfTen().press("down", "down", "enter") }},
		{"look-back-answer", func(d *desk) { d.sureOfTen().press("down", "down", "enter", "enter") }},
		{"calibration", func(d *desk) { d.sureOfTen().press("down", "down", "down", "enter") }},
		{"calibration-list", func(d *desk) { d.sureOfTen().press("down", "down", "down", "enter", "l") }},
		{"review-none", func(d *desk) { d.step(pushMsg{screen: newReview(d.app.study.Review(d.now))}) }},
		{"review-home", func(d *desk) { d.later() }},
		{"review", func(d *desk) { d.later().press("r") }},
		{"review-asked", func(d *desk) { d.later().press("r", "enter") }},
		{"review-weigh", func(d *desk) { d.reviewTo("Name two signs").press("They agree.", "tab", "enter") }},
		{"review-told", func(d *desk) { d.reviewTo("Of 100 people").press("35", "enter") }},
		{"review-decision", func(d *desk) { d.reviewTo("Ana stands") }},
		{"review-compared", func(d *desk) { d.reviewTo("Ana stands").press("2", "enter") }},
		{"review-done", func(d *desk) { d.reviewTo("That was all") }},
	}
}

// before takes the diagnostic, rightly.
func (d *desk) before() *desk {
	quizOf("before", "2", "enter", "enter", "esc")(d)
	return d.home()
}

// sureOfTen takes the quiz about sureness five times: sure, and half right.
func (d *desk) sureOfTen() *desk {
	for n := range 5 {
		quizOf("sure")(d)
		if n > 0 {
			d.press("down", "enter")
		}
		for range 4 {
			if _, asking := d.app.top().(quizScreen).due(); asking {
				d.press("1", "enter", "3", "enter")
			}
		}
		if _, done := d.app.top().(quizScreen).quiz.Result(); !done {
			d.answerSure()
		}
		if n < 4 {
			d.press("esc")
		}
	}
	return d
}

// answerSure answers what is left, rightly.
func (d *desk) answerSure() {
	for range 4 {
		asked, more := d.app.top().(quizScreen).quiz.Question()
		if !more {
			return
		}
		right := slices.IndexFunc(asked.Options, func(o quiz.Option) bool { return o.Right })
		d.press(fmt.Sprint(right+1), "enter", "enter", "enter")
	}
}

// later has answered a number, an open text and a decision, and comes home
// after six weeks.
func (d *desk) later() *desk {
	quizOf("number", "12", "enter", "enter", "esc")(d)
	quizOf("open", "They agree.", "tab", "enter", "1", "enter", "enter", "esc")(d)
	quizOf("fork", "1", "enter", "esc")(d)
	d.now = d.now.AddDate(0, 0, 42)
	return d.home()
}

// reviewTo answers cards until words are on the screen.
func (d *desk) reviewTo(words string) *desk {
	d.later().press("r", "enter")
	for range 4 {
		text := d.text()
		switch {
		case strings.Contains(text, words):
			return d
		case strings.Contains(text, "Of 100 people"):
			d.press("35", "enter", "enter")
		case strings.Contains(text, "Name two signs"):
			d.press("They agree.", "tab", "enter", "1", "enter", "end", "enter")
		default:
			d.press("decide", "end", "enter")
		}
	}
	return d.see(words)
}

func TestKindScreens(t *testing.T) {
	c := kinds(t)
	for _, s := range kindStops() {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			name := fmt.Sprintf("kinds-%s-%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				d := sit(t, c, size[0], size[1])
				s.reach(d)
				golden(t, name, d.text())
			})
		}
	}
}

func TestKindsInEveryWindow(t *testing.T) {
	c := kinds(t)
	for _, s := range kindStops() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			d := sit(t, c, 80, 24)
			s.reach(d)
			for _, height := range []int{4, 12, 24, 60} {
				for width := 1; width <= 200; width += 3 {
					fits(t, d, width, height)
				}
			}
			for _, width := range []int{40, 80, 120} {
				for height := 1; height <= 60; height++ {
					fits(t, d, width, height)
				}
			}
		})
	}
}

// TestKindsKeys takes each kind with keys and reads the screen.
func TestKindsKeys(t *testing.T) {
	tests := []struct {
		name, activity string
		keys           []string
		want           []string
	}{
		{"an item picked up", "order", []string{"space"}, []string{"moves with ↑↓", "Enter put it down"}},
		{"an item moved by a digit", "order", []string{"enter", "4", "enter"}, []string{"► 4"}},
		{"Esc puts it down", "order", []string{"enter", "down", "esc"}, []string{"► 2", "question 1 of 1"}},
		{"no further than the ends", "order", []string{"enter", "up", "up"}, []string{"► 1"}},
		{"a hint for an order", "order", []string{"h"}, []string{"Hint  Start with yourself."}},
		{"a pair left out", "match", []string{"1", "down", "down", "down", "enter"}, []string{"There are 3 to match; give each of them something."}},
		{"arrows go round", "match", []string{"left"}, []string{"4  "}},
		{"Enter goes to the next", "match", []string{"enter"}, []string{"► Compassion"}},
		{"only not yet", "match", []string{"1", "down", "1", "down", "1", "down", "enter"}, []string{"× Not yet.", "Hint  Ask who", "► Try again"}},
		{"the answer is there again", "match", []string{"1", "down", "1", "down", "1", "down", "enter", "enter"}, []string{"Hint  Ask who", "Empathic distress  –  1"}},
		{"no number", "number", []string{"many", "enter"}, []string{"\"many\" is no number; type it in digits."}},
		{"a number by the button", "number", []string{"35", "down", "enter"}, []string{"√ Yes, that is right.", "- Lee, A. (2010). On waiting."}},
		{"an empty answer", "text", []string{"enter"}, []string{"You have typed nothing yet"}},
		{"letters are text", "text", []string{"hs?1"}, []string{"> hs?1"}},
		{"two slips", "text", []string{"Empatic distres", "enter"}, []string{"√ Yes, that is right."}},
		{"a wrong word", "text", []string{"sorrow", "enter"}, []string{"× Not yet.", "Right would be", "empathic distress"}},
		{"Enter is a new line", "open", []string{"one", "enter", "two"}, []string{"> one\n    two"}},
		{"leaving keeps the text", "open", []string{"one", "esc"}, []string{"Every kind of question"}},
		{"and it is there again", "open", []string{"one", "esc", "enter"}, []string{"> one"}},
		{"back to the text", "open", []string{"one", "tab", "enter", "esc"}, []string{"> one", "See a model answer"}},
		{"got it", "open", []string{"one", "tab", "enter", "3", "enter"}, []string{"√ You say: got it.", "Silence looks like agreement"}},
		{"not asked how sure", "text", []string{"x", "enter"}, []string{"× Not yet."}},
		{"asked how sure", "text", []string{"tab", "s", "up", "x", "enter"}, []string{"How sure are you?", "► ", "Say nothing"}},
		{"sure by a digit", "text", []string{"tab", "s", "up", "x", "enter", "3"}, []string{"Your answer, you were sure"}},
		{"sure by the arrows", "text", []string{"tab", "s", "up", "x", "enter", "up", "up", "enter"}, []string{"you thought so"}},
		{"sure skipped", "text", []string{"tab", "s", "up", "x", "enter", "enter"}, []string{"Your answer\n"}},
		{"sureness, and back", "sure", []string{"2", "enter", "esc"}, []string{"1  ", "question 1 of 2"}},
		{"the rule once", "sure", []string{"2", "enter"}, []string{"Marks hang on how sure you are here."}},
		{"nothing is asked back that may not be", "before", []string{"1", "enter", "enter"}, []string{"You answered 0 of 1 at the first try.\n"}},
	}
	c := kinds(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, c, 80, 24)
			quizOf(tt.activity, tt.keys...)(d)
			d.see(tt.want...)
		})
	}
}

// TestOrderByArrows puts an order right with arrows and Enter alone.
func TestOrderByArrows(t *testing.T) {
	d := sit(t, kinds(t), 80, 24)
	quizOf("order")(d)
	for place, id := range []string{"notice", "name", "ask", "act"} {
		at := slices.Index(d.app.top().(quizScreen).asking.picked, id)
		for d.app.top().(quizScreen).pane.focus < at {
			d.press("down")
		}
		for d.app.top().(quizScreen).pane.focus > at {
			d.press("up")
		}
		d.press("enter")
		for range at - place {
			d.press("up")
		}
		d.press("enter")
	}
	d.press("down", "enter").see("√ Yes, that is right.")
}

// TestPasteIntoOneLine: what is pasted is text alone, and one line.
func TestPasteIntoOneLine(t *testing.T) {
	d := sit(t, kinds(t), 80, 24)
	quizOf("text")(d)
	d.send(tea.PasteMsg{Content: "empathic\r\ndistress\n"}).see("> empathic distress").press("enter").see("√ Yes")
}

// TestAnyKeysOnKinds presses anything: the screen fits, and whatever was
// kept is an answer.
func TestAnyKeysOnKinds(t *testing.T) {
	c := kinds(t)
	names := []string{"enter", "space", "esc", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pgdown", "backspace", "1", "2", "3", "9", "h", "s", "l", "x"}
	rapid.Check(t, func(r *rapid.T) {
		d := sit(t, c, 80, 24)
		activity := rapid.SampledFrom([]string{"before", "order", "match", "number", "text", "open", "sure"}).Draw(r, "quiz")
		quizOf(activity)(d)
		for _, key := range rapid.SliceOfN(rapid.SampledFrom(names), 0, 30).Draw(r, "keys") {
			d.press(key)
			fits(t, d, 80, 24)
		}
		if q, still := d.app.top().(quizScreen); still {
			for _, f := range q.quiz.Answers() {
				if f.Mark.Score < 0 || f.Mark.Score > f.Mark.Of || len(f.Mark.Picked) == 0 {
					t.Fatalf("the answer %+v was kept", f.Mark)
				}
			}
		}
	})
}

// TestWhyOfAQuestion: what an author says to any answer is said beside what the
// options say; and of one that is missed last, that it comes at once.
func TestWhyOfAQuestion(t *testing.T) {
	c := courseOf(map[string]string{
		"course.yaml": "format: 1\nid: c\ntitle: C\nmodules: [m]\n",
		"m/module.yaml": `format: 1
id: m
title: M
activities:
  - quiz: check
    title: Check
    minutes: 2
    questions:
      - id: a
        kind: true-false
        ask: People leave managers.
        why: Pay and commute count as well.
        options:
          - {text: "True", why: Some do.}
          - {text: "False", right: true, why: Not only.}
`,
	})
	d := sit(t, c, 80, 24).press("enter", "1", "enter")
	d.see("Not yet. This one comes once more now.", "Some do.", "Pay and commute count as well.", "About the other answer\n")
	d.press("enter", "2", "enter").see("Good choice.", "Not only.", "Pay and commute count as well.")
	d.press("enter").see("► Done: back to the course", "Take it again\n")
}
