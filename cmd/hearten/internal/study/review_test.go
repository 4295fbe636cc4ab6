package study

import (
	"strings"
	"testing"
	"time"

	"hearten/quiz"
)

// answerAll takes an attempt to its end: the first answer wrong, all others
// right and sure.
func (l *learner) answerAll(activity, sure string) Quiz {
	l.t.Helper()
	q := l.open(activity).(Quiz)
	for n := 0; ; n++ {
		if _, done := q.Result(); done {
			return q
		}
		now, _ := q.Question()
		pick := now.Options[0].ID
		if n == 0 {
			pick = now.Options[1].ID
		}
		next, u, err := q.Answer([]string{pick}, sure, l.moment())
		if err != nil {
			l.t.Fatal(err)
		}
		l.keep(u)
		q, u = next.Next(l.moment())
		l.keep(u)
	}
}

func TestReviewBringsBackWhatIsDue(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	if r := l.study.Review(l.clock); len(r.Cards) != 0 || !r.NextDue.IsZero() {
		t.Fatalf("a fresh learner has %+v to review", r)
	}
	first, _ := l.open("check").(Quiz).Question()
	l.answerAll("check", quiz.Sure)
	if r := l.study.Review(l.clock); len(r.Cards) != 0 || r.NextDue.IsZero() {
		t.Errorf("on the day of the quiz: %+v", r)
	}
	l.clock = l.clock.AddDate(0, 0, 40)
	r := l.study.Review(l.clock)
	if len(r.Cards) != 2 || r.Cards[0].Item != first.ID {
		t.Fatalf("after 40 days %+v come back, want both, the one that was wrong first", r.Cards)
	}
	content, err := l.course.Take("m", "check")
	if err != nil {
		t.Fatal(err)
	}
	asked, ok := l.study.Ask(r.Cards[0], Opened{Content: content}, l.moment())
	if !ok || asked.Question.ID != first.ID {
		t.Fatalf("asked %+v, %v", asked.Question, ok)
	}
	got, u, err := asked.Answer([]string{asked.Question.Options[0].ID}, quiz.Guess, l.moment())
	if err != nil {
		t.Fatal(err)
	}
	l.keep(u)
	if !got.Feedback.Mark.Right() || got.Days < 1 {
		t.Errorf("answered rightly: %+v", got)
	}
	if r := l.study.Review(l.clock); len(r.Cards) != 1 {
		t.Errorf("after one answer %d cards are left, want 1", len(r.Cards))
	}
	if want := l.clock.AddDate(0, 0, got.Days).Format(time.DateOnly); l.study.Review(l.clock).NextDue.Format(time.DateOnly) != want {
		t.Errorf("due again on %s, want %s", l.study.Review(l.clock).NextDue.Format(time.DateOnly), want)
	}
}

// plays takes choices of a scenario.
func (l *learner) plays(activity string, choices ...string) {
	l.t.Helper()
	s := l.open(activity).(Scenario)
	for _, choice := range choices {
		next, u, err := s.Choose(choice, l.moment())
		if err != nil {
			l.t.Fatal(err)
		}
		l.keep(u)
		s = next
	}
}

func TestDecisionsComeBack(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	l.plays("walk", "ask", "go")
	for days, want := range map[int]int{6: 0, 7: 1} { // one of a story at a time
		r := l.study.Review(l.clock.AddDate(0, 0, days))
		if len(r.Cards) != want || r.Waiting != want {
			t.Errorf("after %d days %d decisions come back and %d wait, want %d each", days, len(r.Cards), r.Waiting, want)
		}
	}
	l.clock = l.clock.AddDate(0, 0, 8)
	content, _ := l.course.Take("m", "walk")
	card := l.study.Review(l.clock).Cards[0]
	asked, ok := l.study.Ask(card, Opened{Content: content}, l.moment())
	if !ok || asked.Then != "Ask" || asked.Scene.ID != "hall" || asked.Expert != "See." || len(asked.Scene.Choices) != 2 {
		t.Fatalf("asked %+v, %v", asked, ok)
	}
	l.keep(asked.Seen(l.moment()))
	if r := l.study.Review(l.clock); len(r.Cards) != 1 || r.Cards[0].Item != "room" || r.Waiting != 0 {
		t.Errorf("after a look at the first decision there is %+v, want the second", r)
	}
}

func TestCalibrationNeedsTenAnswers(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	for n := range 5 {
		q := l.open("check").(Quiz)
		if n > 0 {
			_, u := q.Retake(l.moment())
			l.keep(u)
		}
		if _, ok := l.study.Calibration(); ok {
			t.Fatalf("after %d answers there is a calibration", 2*n)
		}
		l.answerAll("check", quiz.Sure)
	}
	c, ok := l.study.Calibration()
	if !ok || len(c.Tallies) != 1 || c.Tallies[0].String() != "when sure, 5 of 10 right" {
		t.Errorf("the calibration is %+v, %v", c, ok)
	}
}

// TestDiagnostic: a quiz says how the diagnostic before it went.
func TestDiagnostic(t *testing.T) {
	before := strings.Replace(sampleModule, "  - quiz: check\n", "  - quiz: before\n    diagnostic: true\n", 1)
	start := strings.Index(before, "  - quiz: before")
	end := strings.Index(before, "  - scenario: walk")
	after := strings.Replace(before[start:end], "before\n    diagnostic: true", "check\n    after: before", 1)
	l := newLearner(t, sampleCourse(t, before[:end]+after+before[end:]))
	l.answerAll("before", "")
	r, done := l.answerAll("check", "").Result()
	if !done || !r.HasBefore || r.Before != (Tally{1, 2}) {
		t.Errorf("the result is %+v, %v; want 1 of 2 before", r, done)
	}
}

// TestMending: a wrong answer may be mended once, with a hint, also after a
// fresh start.
func TestMending(t *testing.T) {
	l := newLearner(t, sampleCourse(t, strings.Replace(sampleModule, "        hints: [Think., Think again.]\n", "        hints: [Think., Think again.]\n        retry: true\n", 1)))
	q := l.open("check").(Quiz)
	for now, _ := q.Question(); now.ID != "a"; now, _ = q.Question() {
		next, u, err := q.Answer([]string{now.Options[0].ID}, "", l.moment())
		if err != nil {
			t.Fatal(err)
		}
		l.keep(u)
		q, u = next.Next(l.moment())
		l.keep(u)
	}
	q, u, err := q.Answer([]string{"no-a"}, "", l.moment())
	if err != nil {
		t.Fatal(err)
	}
	l.keep(u)
	if f, ok := q.Feedback(); !ok || !f.Mend {
		t.Fatalf("the feedback is %+v, want one to mend", f)
	}
	q, u = q.Next(l.moment())
	l.keep(u)
	for _, sitting := range []Quiz{q, l.open("check").(Quiz)} {
		now, _ := sitting.Question()
		if now.ID != "a" || len(sitting.Hints()) != 1 {
			t.Errorf("to be mended: %s with %d hints, want a with 1", now.ID, len(sitting.Hints()))
		}
	}
}

// TestAttemptsEnd: the author says how many attempts there may be.
func TestAttemptsEnd(t *testing.T) {
	l := newLearner(t, sampleCourse(t, strings.Replace(sampleModule, "    questions:\n      - id: a", "    attempts: 2\n    questions:\n      - id: a", 1)))
	q := l.answerAll("check", "")
	if r, _ := q.Result(); !r.Again {
		t.Fatal("there is no second attempt of two")
	}
	_, u := q.Retake(l.moment())
	l.keep(u)
	q = l.answerAll("check", "")
	if r, _ := q.Result(); r.Again {
		t.Error("there is a third attempt of two")
	}
	if _, u := q.Retake(l.moment()); !u.Empty() {
		t.Error("a third attempt begins")
	}
	if got := q.Answers(); len(got) != 2 || got[0].Mark.Right() {
		t.Errorf("looking back shows %+v", got)
	}
}

// TestOpenTextIsOfferedAgain: what was typed for an open question is there
// again, until it is answered.
func TestOpenTextIsOfferedAgain(t *testing.T) {
	open := "      - {id: o, kind: text, ask: Why?, model: Because., why: So.}\n"
	l := newLearner(t, sampleCourse(t, strings.Replace(sampleModule, "    questions:\n", "    draw: 1\n    questions:\n"+open, 1)))
	content, err := l.course.Take("m", "check")
	if err != nil {
		t.Fatal(err)
	}
	content.Quiz.Questions = content.Quiz.Questions[:1]
	drafts := map[string]Typing{"open/o": {"It was", l.clock}}
	sitting, _ := New(l.course, nil).Begin(Opened{content, drafts}, l.moment())
	if got, want := sitting.(Quiz).Typing(), (Draft{"m", "check", "open/o", "It was"}); got != want {
		t.Errorf("typing %+v, want %+v", got, want)
	}
	if got := fields(content); len(got) != 1 || got[0] != "open/o" {
		t.Errorf("fields %v", got)
	}
}

// TestDecisionAsItStood: a decision comes back with the text the learner read
// and the choices they had.
func TestDecisionAsItStood(t *testing.T) {
	module := strings.Replace(sampleModule, "        text: A room.\n", "        text:\n          - {when: asked, text: A room where they look up.}\n          - {text: A room.}\n", 1)
	module = strings.Replace(module, "{id: go, say: Go,", "{id: go, when: asked, say: Go,", 1)
	l := newLearner(t, sampleCourse(t, strings.Replace(module, "text: A room where they look up.", "text: \"A room where they look up.\"", 1)))
	l.plays("walk", "ask", "go")
	l.clock = l.clock.AddDate(0, 0, 8)
	content, _ := l.course.Take("m", "walk")
	came := false
	hall := l.study.Review(l.clock).Cards[0]
	first, _ := l.study.Ask(hall, Opened{Content: content}, l.moment())
	l.keep(first.Seen(l.moment()))
	for _, card := range l.study.Review(l.clock).Cards {
		asked, _ := l.study.Ask(card, Opened{Content: content}, l.moment())
		if card.Item != "room" {
			continue
		}
		came = true
		if got := asked.Scene.Text[0].Text; got != "A room where they look up." || len(asked.Scene.Choices) != 2 || asked.Scene.Choices[1].When != "" {
			t.Errorf("the room came back as %+v", asked.Scene)
		}
	}
	if !came {
		t.Error("the room did not come back")
	}
}
