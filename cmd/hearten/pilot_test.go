package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/course/scenario"
	"hearten/course/source"
	"hearten/modules"
	"hearten/progress"
	"hearten/quiz"
)

// pilot is a learner who takes the bundled course: what they would do next
// follows from the course and from their journal on disk, in whatever front
// end they sit.
type pilot struct {
	t      testing.TB
	course *course.Course
	data   string
}

func newPilot(t testing.TB, data string) pilot {
	t.Helper()
	tree, problems := source.Read(modules.FS)
	c, more := course.Build(tree)
	if len(problems)+len(more) > 0 {
		t.Fatal("the bundled course has problems")
	}
	return pilot{t, c, data}
}

// events is the journal as it stands on disk.
func (p pilot) events() []progress.Event {
	p.t.Helper()
	j, err := progress.Open(p.data, p.course.ID)
	if err != nil {
		p.t.Fatal(err)
	}
	return j.Events()
}

// next is the activity to go on with; false when all are done.
func (p pilot) next() (study.Up, bool) {
	up := study.New(p.course, p.events()).Home(morning).Next
	return up, up.OK()
}

// here is the activity that the learner is in.
func (p pilot) here() study.Up {
	p.t.Helper()
	events := p.events()
	last := events[len(events)-1]
	m, _ := p.course.Module(last.Module)
	a, _ := m.Activity(last.Activity)
	return study.Up{Module: m, Activity: a}
}

// sitting is an activity as the journal has it.
func (p pilot) sitting(up study.Up) study.Sitting {
	p.t.Helper()
	content, err := p.course.Take(up.Module.ID, up.Activity.ID)
	if err != nil {
		p.t.Fatal(err)
	}
	sitting, _ := study.New(p.course, p.events()).Begin(study.Opened{Content: content}, study.Moment{At: morning, ID: "looking"})
	return sitting
}

// answer is the options to pick for a question, counted from 1: wrong the
// first time in a quiz, right after that, and the second of a judgement.
func (p pilot) answer(q study.Quiz) []int {
	asked, _ := q.Question()
	n, _ := q.Position()
	wrong := n == 1 && !q.Again()
	var picks []int
	for i, o := range asked.Options {
		if !asked.Judgement && o.Right != wrong {
			picks = append(picks, i+1)
		}
	}
	if asked.Judgement {
		return []int{2}
	}
	if asked.Kind == quiz.KindMatch {
		return matched(asked, wrong)
	}
	if asked.Kind == quiz.KindChoices && !wrong {
		return picks
	}
	return picks[:1]
}

// matched is, for each left side of a match, the number of the right side that
// belongs to it; wrong is the first one for all.
func matched(q quiz.Question, wrong bool) []int {
	var picks []int
	for _, pair := range q.Pairs {
		i := slices.IndexFunc(q.Rights, func(r quiz.Item) bool { return r.Text == pair.Right })
		if wrong {
			i = 0
		}
		picks = append(picks, i+1)
	}
	return picks
}

// choice is what to choose in a scenario, counted from 1: the way of the
// story's first test.
func (p pilot) choice(s study.Scenario) int {
	play := s.Play()
	want := play.Story().Spec().Tests[0].Play[len(play.Steps())]
	i := slices.IndexFunc(play.Offered(), func(c scenario.Choice) bool { return c.ID == want })
	if i < 0 {
		p.t.Fatalf("%q is not offered in %q", want, play.Scene().ID)
	}
	return i + 1
}

// texts are what the learner writes, in the order of the fields.
func texts(up study.Up) []string {
	switch up.Activity.Kind {
	case course.KindPlan:
		return []string{"our Monday round ends", "ask J. how it went", "I may be late", "block ten minutes"}
	case course.KindTension:
		return []string{"Work is done.", "People say it.", "They hide it.", "It drags on.", "Fewer questions.", "No dates.", "Ask twice.", "Set a day."}
	}
	return []string{"A. told me the order was gone.\nI looked at my phone.", "I would put it away."}
}

// told is the journal without what differs from one front end, day and run to
// another: ids, dates, and the places in a lesson, which hang on the window.
func (p pilot) told() string {
	var b strings.Builder
	var known []string
	for _, e := range p.events() {
		if _, place := e.Data.(progress.Reached); !place {
			known = append(known, e.ID, fmt.Sprintf("#%d", len(known)/2))
		}
	}
	names := strings.NewReplacer(append(known, "\n", "⏎")...)
	for _, e := range p.events() {
		if _, place := e.Data.(progress.Reached); place {
			continue
		}
		data := names.Replace(fmt.Sprintf("%T%+v", e.Data, e.Data))
		fmt.Fprintf(&b, "%s/%s %s\n", e.Module, e.Activity, data)
	}
	return b.String()
}
