package study

import (
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"hearten/course"
	"hearten/course/source"
	"hearten/progress"
)

const sampleModule = `format: 1
id: m
title: M
activities:
  - lesson: one
    title: One
    minutes: 2
    text: |
      First.

      Second.

      Third.
  - quiz: check
    title: Check
    minutes: 3
    questions:
      - id: a
        kind: choice
        ask: A?
        fixed: true
        options:
          - {id: yes-a, text: Ay, right: true, why: So.}
          - {id: no-a, text: Bee, why: Not so.}
        hints: [Think., Think again.]
      - id: b
        kind: choice
        ask: B?
        fixed: true
        options:
          - {id: yes-b, text: Cee, right: true, why: So.}
          - {id: no-b, text: Dee, why: Not so.}
  - scenario: walk
    title: Walk
    minutes: 4
    meters:
      days: {label: Days, start: 2, min: 0, max: 4}
    flags: [asked]
    start: hall
    scenes:
      hall:
        text: A hall.
        inside: Nobody looks up.
        choices:
          - id: ask
            say: Ask
            set: {asked: true}
            because: You asked.
            to: room
          - id: push
            say: Push
            change: {days: -1}
            because: You pushed.
            to: room
      room:
        text: A room.
        choices:
          - {id: stay, say: Stay, because: You stayed., to: good}
          - {id: go, say: Go, because: You went., to: bad}
    endings:
      good: {title: Good, outcome: good, text: Well.}
      bad: {title: Bad, outcome: bad, text: Badly.}
    debrief:
      ask: Where did it turn?
      expert: See.
  - reflection: back
    title: Back
    minutes: 2
    prompts:
      - What was it?
  - plan: next
    title: Next
    minutes: 2
`

// sampleCourse builds a course of modules that differ in their ids.
func sampleCourse(t *testing.T, modules ...string) *course.Course {
	t.Helper()
	fsys := fstest.MapFS{}
	list := ""
	for i, m := range modules {
		folder := fmt.Sprintf("m%d", i)
		list += "\n  - " + folder
		fsys[folder+"/module.yaml"] = &fstest.MapFile{Data: []byte(m)}
	}
	fsys["course.yaml"] = &fstest.MapFile{Data: []byte("format: 1\nid: c\ntitle: C\nmodules:" + list + "\n")}
	tree, problems := source.Read(fsys)
	c, more := course.Build(tree)
	for _, p := range append(problems, more...) {
		t.Fatalf("the sample has a problem: %+v", p)
	}
	return c
}

// learner drives a study as a front end would, with a journal in memory.
type learner struct {
	t      *testing.T
	course *course.Course
	events []progress.Event
	study  Study
	clock  time.Time
}

func newLearner(t *testing.T, c *course.Course) *learner {
	return &learner{t: t, course: c, study: New(c, nil), clock: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
}

func (l *learner) moment() Moment {
	l.clock = l.clock.Add(time.Minute)
	return Moment{At: l.clock, ID: fmt.Sprintf("run-%d", len(l.events))}
}

// keep is what the journal does: it gives each entry an id.
func (l *learner) keep(u Unsaved) {
	var saved Saved
	for _, entry := range u.entries {
		e := progress.Event{Entry: entry, ID: fmt.Sprintf("e%06d", len(l.events)), Course: l.course.ID}
		l.events = append(l.events, e)
		saved.events = append(saved.events, e)
	}
	l.study = l.study.Saved(saved)
}

// open takes an activity, as after a fresh start of the program.
func (l *learner) open(activity string) Sitting {
	l.t.Helper()
	content, err := l.course.Take("m", activity)
	if err != nil {
		l.t.Fatal(err)
	}
	sitting, u := New(l.course, l.events).Begin(Opened{Content: content}, l.moment())
	l.keep(u)
	return sitting
}

func TestLessonResumes(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	lesson := l.open("one").(Lesson)
	lesson, u := lesson.At(1, l.moment())
	l.keep(u)
	if got := l.open("one").(Lesson).Block(); got != 1 {
		t.Errorf("the lesson resumes at block %d, want 1", got)
	}
	lesson, u = lesson.Finish(l.moment())
	l.keep(u)
	if !lesson.Finished() {
		t.Error("a lesson read to its end is not finished")
	}
	if again := l.open("one").(Lesson); again.Block() != 0 || !again.Finished() {
		t.Errorf("a finished lesson opens at block %d (finished %v), want its start", again.Block(), again.Finished())
	}
	if _, u := lesson.Finish(l.moment()); len(u.entries) != 1 {
		t.Errorf("finishing twice gives %d events, want only the place", len(u.entries))
	}
}

func TestQuizResumesAtEveryStep(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	q := l.open("check").(Quiz)
	for step := 0; ; step++ {
		if _, done := q.Result(); done {
			break
		}
		if step > 10 {
			t.Fatal("the attempt does not end")
		}
		now, _ := q.Question()
		pick := now.Options[0].ID // right, in the author's order
		if step == 0 {
			pick = now.Options[1].ID // wrong: it comes back
		}
		next, u, err := q.Answer([]string{pick}, "", l.moment())
		if err != nil {
			t.Fatal(err)
		}
		l.keep(u)
		resumed := l.open("check").(Quiz)
		want, _ := next.Feedback()
		if got, ok := resumed.Feedback(); !ok || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("step %d: feedback after a fresh start is %v, want %v", step, got, want)
		}
		q, u = resumed.Next(l.moment())
		l.keep(u)
		if _, ok := l.open("check").(Quiz).Feedback(); ok {
			t.Errorf("step %d: feedback that was read comes back", step)
		}
	}
	r, _ := q.Result()
	if r.Right != 1 || r.Of != 2 {
		t.Errorf("the first answers count %d of %d, want 1 of 2", r.Right, r.Of)
	}
	if o, _ := l.study.Outline("m"); o.Lines[1].State != Done {
		t.Error("a quiz answered through is not done")
	}
	again, u := q.Retake(l.moment())
	l.keep(u)
	if _, done := again.Result(); done {
		t.Error("a fresh attempt is done at once")
	}
	if o, _ := l.study.Outline("m"); o.Lines[1].State != Done {
		t.Error("a fresh attempt unfinishes the quiz")
	}
}

func TestHintsAreShownInSteps(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
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
	for want := 1; want <= 2; want++ {
		next, ok := q.Hint()
		if !ok || len(next.Hints()) != want {
			t.Fatalf("hint %d: %v, %v", want, ok, next.Hints())
		}
		q = next
	}
	if _, ok := q.Hint(); ok {
		t.Error("there is a third hint of two")
	}
}

func TestScenarioResumesAndReplays(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	s := l.open("walk").(Scenario)
	for _, choice := range []string{"push", "stay"} {
		next, u, err := s.Choose(choice, l.moment())
		if err != nil {
			t.Fatal(err)
		}
		l.keep(u)
		s = l.open("walk").(Scenario)
		if got, want := s.Play().Scene().ID, next.Play().Scene().ID; got != want {
			t.Fatalf("after %s the play resumes in %q, want %q", choice, got, want)
		}
	}
	if s.Stage() != Ended {
		t.Fatalf("the stage after an ending is %v", s.Stage())
	}
	s, u := s.To(Path, l.moment())
	l.keep(u)
	if got := l.open("walk").(Scenario).Stage(); got != Path {
		t.Errorf("the debrief resumes at stage %v, want %v", got, Path)
	}
	_, u = s.Replay(2, l.moment())
	l.keep(u)
	s = l.open("walk").(Scenario)
	if got := s.Play().Scene().ID; got != "room" || s.Decision() != 2 {
		t.Fatalf("replayed from decision 2, the play stands in %q at decision %d", got, s.Decision())
	}
	s, u, err := s.Choose("go", l.moment())
	if err != nil {
		t.Fatal(err)
	}
	l.keep(u)
	d := l.open("walk").(Scenario).Debrief()
	if now := s.Debrief(); fmt.Sprint(now) != fmt.Sprint(d) {
		t.Errorf("the debrief at once is %+v, and after a fresh start %+v", now, d)
	}
	if d.EndingsSeen != 2 || d.Endings != 2 || d.Ending.ID != "bad" {
		t.Errorf("the debrief after both endings: %+v", d)
	}
	if d.Steps[0].Said != "Push" || d.Steps[0].Inside != "Nobody looks up." || d.Steps[0].After[0] != 1 {
		t.Errorf("the first step of the path: %+v", d.Steps[0])
	}
	if not := d.Steps[1].Not; len(not) != 1 || not[0].Say != "Stay" || not[0].Tried.IsZero() {
		t.Errorf("the road taken in the first play: %+v", not)
	}
}

func TestExplainIsKept(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	s := l.open("walk").(Scenario)
	ask := s.Debrief().Asks[0]
	s, u := s.Explain(ask.ID, "At the door.", l.moment())
	l.keep(u)
	if got := l.open("walk").(Scenario).Debrief().Asks[0].Text; got != "At the door." {
		t.Errorf("the explanation resumes as %q", got)
	}
	if _, u := s.Explain(ask.ID, "At the door.", l.moment()); !u.Empty() {
		t.Error("the same words are kept twice")
	}
}

func TestReflection(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	r := l.open("back").(Reflection)
	field := r.Fields()[0]
	r, u := r.Write(map[string]string{field.ID: "It was\nloud."}, l.moment())
	l.keep(u)
	again := l.open("back").(Reflection)
	if got := again.Fields()[0]; got.Typed() != "It was\nloud." || !again.Finished() {
		t.Errorf("the reflection resumes as %+v", got)
	}
	if _, u := r.Write(map[string]string{field.ID: "It was\nloud."}, l.moment()); !u.Empty() {
		t.Error("the same words are kept twice")
	}
	l.open("next")
	content, _ := l.course.Take("m", "back")
	drafted, _ := New(l.course, l.events).Begin(Opened{content, map[string]Typing{field.ID: {"It was q", l.clock}}}, l.moment())
	if got := drafted.(Reflection).Fields()[0]; got.Typed() != "It was q" || got.Text != "It was\nloud." {
		t.Errorf("a draft is offered as %+v", got)
	}
	stale, _ := New(l.course, l.events).Begin(Opened{content, map[string]Typing{field.ID: {"Old", l.clock.Add(-time.Hour)}}}, l.moment())
	if got := stale.(Reflection).Fields()[0]; got.Typed() != "It was\nloud." {
		t.Errorf("a draft older than the text hides it: %+v", got)
	}
}
