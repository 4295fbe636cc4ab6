package study

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hearten/course"
	"hearten/course/diff"
	"hearten/course/scenario"
	"hearten/course/source"
)

// pupil is a learner who did everything in a course once.
type pupil struct {
	*learner
	t     *rapid.T
	used  map[string][]string // by activity: what its run hangs on, as fates name it
	wrote map[string]string   // by prompt or pole, as fates name it

	unsaved Unsaved // of the activity opened last
}

// begin opens an activity. What that makes is kept only by whoever goes on.
func (p *pupil) begin(c *course.Course, module, activity string) Sitting {
	content, err := c.Take(module, activity)
	if err != nil {
		p.t.Fatal(err)
	}
	sitting, u := p.study.Begin(Opened{Content: content}, p.moment())
	p.unsaved = u
	return sitting
}

// do takes every activity to its end.
func (p *pupil) do() {
	for _, m := range p.course.Modules {
		for _, a := range m.Activities {
			at := m.ID + "/" + a.ID
			sitting := p.begin(p.course, m.ID, a.ID)
			p.keep(p.unsaved)
			switch s := sitting.(type) {
			case Lesson:
				_, u := s.Finish(p.moment())
				p.keep(u)
			case Reflection:
				p.reflect(at, s)
			case Tension:
				p.fill(at, s)
			case Plan:
				_, u := s.Later(p.moment())
				p.keep(u)
			case Quiz:
				p.answer(at, s)
			case Scenario:
				p.play(at, s)
			}
		}
	}
}

func (p *pupil) reflect(at string, r Reflection) {
	texts := map[string]string{}
	for _, f := range r.Fields() {
		key := at + "/prompts/" + f.ID
		texts[f.ID], p.wrote[key] = key, key
	}
	_, u := r.Write(texts, p.moment())
	p.keep(u)
}

func (p *pupil) fill(at string, m Tension) {
	texts := map[string]string{}
	for _, b := range m.Boxes() {
		key := at + "/poles/" + b.Pole.ID
		texts[b.Field.ID], p.wrote[key] = key, key
	}
	_, u := m.Write(texts, p.moment())
	p.keep(u)
}

func (p *pupil) answer(at string, q Quiz) {
	for {
		now, open := q.Question()
		if !open {
			return
		}
		key := at + "/questions/" + now.ID
		p.used[at] = append(p.used[at], key)
		var picked []string
		if part := "/options/"; len(now.Options) > 0 {
			id := now.Options[rapid.IntRange(0, len(now.Options)-1).Draw(p.t, "option")].ID
			picked, p.used[at] = []string{id}, append(p.used[at], key+part+id)
		}
		content := q.Content()
		for _, written := range content.Quiz.Questions {
			for _, item := range written.Items {
				if written.ID == now.ID {
					picked, p.used[at] = append(picked, item.ID), append(p.used[at], key+"/items/"+item.ID)
				}
			}
		}
		next, u, err := q.Answer(picked, "", p.moment())
		if err != nil {
			p.t.Fatal(err)
		}
		p.keep(u)
		q, u = next.Next(p.moment())
		p.keep(u)
	}
}

func (p *pupil) play(at string, s Scenario) {
	for s.Stage() == Playing {
		scene := s.Play().Scene().ID
		open := s.Play().Offered()
		id := open[rapid.IntRange(0, len(open)-1).Draw(p.t, "choice")].ID
		key := at + "/scenes/" + scene
		p.used[at] = append(p.used[at], key, key+"/choices/"+id)
		next, u, err := s.Choose(id, p.moment())
		if err != nil {
			p.t.Fatal(err)
		}
		p.keep(u)
		s = next
	}
}

// fates are where the results under the ids of the old version belong.
type fates struct {
	to   map[string]string
	from map[string][]string
}

// TestDiffSaysWhatStudyDoes holds that whatever an author does to a course,
// hearten diff calls orphaned what a learner does not find any more, and
// nothing else.
func TestDiffSaysWhatStudyDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &maker{t: t}
		old := &thing{kind: "course", kids: []*thing{m.make("module"), m.make("module")}}
		now := old.copied()
		for range rapid.IntRange(1, 8).Draw(t, "edits") {
			m.edit(now)
		}
		was, is := built(t, old), built(t, now)
		p := &pupil{learner: newLearner(nil, was), t: t, used: map[string][]string{}, wrote: map[string]string{}}
		p.do()
		report := diff.Compare(was, is)
		f := fatesOf(t, report)
		p.study = New(is, p.events)
		for _, m := range is.Modules {
			outline, _ := p.study.Outline(m.ID)
			for i, a := range m.Activities {
				at := m.ID + "/" + a.ID
				if done := !outline.Lines[i].State.Waits(); done != (len(f.from[at]) > 0) {
					t.Fatalf("%s: done or put off %v, and diff says that it was %q", at, done, f.from[at])
				}
				p.compare(is, m.ID, a, f, report)
			}
		}
	})
}

func fatesOf(t *rapid.T, r diff.Report) fates {
	f := fates{map[string]string{}, map[string][]string{}}
	for _, fate := range r.Fates {
		if _, twice := f.to[fate.Old]; twice {
			t.Fatalf("%q is accounted for twice", fate.Old)
		}
		f.to[fate.Old] = fate.New
		if fate.New != "" {
			f.from[fate.New] = append(f.from[fate.New], fate.Old)
		}
	}
	return f
}

// compare looks into an activity of the new version.
func (p *pupil) compare(c *course.Course, module string, a course.Activity, f fates, r diff.Report) {
	at := module + "/" + a.ID
	switch s := p.begin(c, module, a.ID).(type) {
	case Reflection:
		for _, field := range s.Fields() {
			p.text(at+"/prompts/"+field.ID, field.Text, f)
		}
	case Tension:
		for _, b := range s.Boxes() {
			p.text(at+"/poles/"+b.Pole.ID, b.Text, f)
		}
	case Quiz:
		p.run(at, s.Note() != noteStartOver, f, r)
	case Scenario:
		p.run(at, s.Note() != noteStartOver, f, r)
	}
}

func (p *pupil) text(key, got string, f fates) {
	if from := f.from[key]; (got != "") != (len(from) > 0) || got != "" && !slices.Contains(from, got) {
		p.t.Fatalf("%s holds the text %q, and diff says that it was %q", key, got, from)
	}
}

// run holds that the run of an activity goes on if and only if nothing that it
// hangs on is orphaned, unless diff says of the activity that its runs or
// answers may not fit.
func (p *pupil) run(at string, goesOn bool, f fates, r diff.Report) {
	from := f.from[at]
	said := effects(r, at)
	if len(from) != 1 || said[diff.OtherKind] || said[diff.OtherKindRead] {
		return // nothing was done there, or two became one, or it is nothing of the kind
	}
	lost := ""
	for _, key := range p.used[from[0]] {
		if f.to[key] == "" {
			lost = key
		}
	}
	switch {
	case lost != "" && goesOn:
		p.t.Fatalf("%s goes on, and diff says that %q is orphaned", at, lost)
	case lost == "" && !goesOn && !said[diff.RunsStartOver] && !said[diff.AnswersMayNotFit] && !said[diff.OneThing]:
		p.t.Fatalf("%s starts over, and diff says nothing of it", at)
	}
}

// effects are what diff says of an activity.
func effects(r diff.Report, at string) map[diff.Effect]bool {
	all := map[diff.Effect]bool{}
	for _, g := range r.Groups() {
		for _, ch := range g.Changes {
			if g.Module.ID+"/"+g.Activity.ID == at {
				all[ch.Effect] = true
			}
		}
	}
	return all
}

// TestDiffTriesEveryRun holds that diff says of a story that some runs start
// over if and only if one does: it looks for it in every play there is.
func TestDiffTriesEveryRun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &maker{t: t}
		story := m.make("scenario")
		old := &thing{kind: "course", kids: []*thing{{kind: "module", id: "m", words: "M", kids: []*thing{story}}}}
		now := old.copied()
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			m.edit(now.kids[0])
		}
		was, is := built(t, old), built(t, now)
		report := diff.Compare(was, is)
		said := effects(report, "m/"+now.kids[0].kids[0].id)
		if len(now.kids[0].kids) > 1 || fatesOf(t, report).to["m/"+story.id] == "" {
			return // nobody would look for the runs there
		}
		content, _ := was.Take("m", story.id)
		lost := false
		for _, ids := range plays(content.Story.Begin()) {
			p := &pupil{learner: newLearner(nil, was), t: t}
			s := p.begin(was, "m", story.id).(Scenario)
			p.keep(p.unsaved)
			for _, id := range ids {
				next, u, err := s.Choose(id, p.moment())
				if err != nil {
					t.Fatal(err)
				}
				p.keep(u)
				s = next
			}
			p.study = New(is, p.events)
			lost = lost || p.begin(is, "m", now.kids[0].kids[0].id).Note() == noteStartOver
		}
		if lost != said[diff.RunsStartOver] {
			t.Fatalf("some run starts over: %v, and diff says %v", lost, said)
		}
	})
}

// plays are all plays from here on, by the ids of their choices.
func plays(p scenario.Play) [][]string {
	var all [][]string
	for _, c := range p.Offered() {
		next, _ := p.Choose(c.ID)
		rest := plays(next)
		if len(rest) == 0 {
			rest = [][]string{nil}
		}
		for _, ids := range rest {
			all = append(all, append([]string{c.ID}, ids...))
		}
	}
	return all
}

// TestDiffOfAnotherOrder holds that the order of the modules changes nothing of
// the rest.
func TestDiffOfAnotherOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &maker{t: t}
		old := &thing{kind: "course", kids: []*thing{m.make("module"), m.make("module"), m.make("module")}}
		now := old.copied()
		for range rapid.IntRange(1, 4).Draw(t, "edits") {
			m.edit(now)
		}
		shuffled := now.copied()
		shuffled.kids = rapid.Permutation(shuffled.kids).Draw(t, "order")
		was, is := built(t, old), built(t, now)
		claimed := map[course.Rename]bool{}
		for _, r := range is.Renames {
			old := course.Rename{OldModule: r.OldModule, OldActivity: r.OldActivity}
			if claimed[old] {
				return // the last of two that were the same one gets what was done in it
			}
			claimed[old] = true
		}
		a, b := lines(diff.Compare(was, is)), lines(diff.Compare(was, built(t, shuffled)))
		if !slices.Equal(a, b) {
			t.Fatalf("in one order:\n%s\nin another:\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
		}
	})
}

// lines are the fates and the changes in no order, without what hangs on
// guesses at what became of a thing: these go by its place too.
func lines(r diff.Report) []string {
	var all []string
	for _, f := range r.Fates {
		all = append(all, f.Old+" → "+f.New)
	}
	for _, ch := range r.Changes {
		guessed := ch.What == diff.Added || ch.What == diff.Removed
		if !guessed && (ch.What != diff.Reordered || ch.Thing.Noun != "modules") {
			ch.At = source.Pos{}
			all = append(all, fmt.Sprintf("%+v", ch))
		}
	}
	slices.Sort(all)
	return all
}

// TestDiffOfTheSame: nothing is said of two versions that are the same, and
// every id is its own.
func TestDiffOfTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &maker{t: t}
		made := &thing{kind: "course", kids: []*thing{m.make("module"), m.make("module")}}
		r := diff.Compare(built(t, made), built(t, made.copied()))
		if len(r.Changes) > 0 {
			t.Fatalf("a course differs from itself: %+v", r.Changes)
		}
		for _, f := range r.Fates {
			if f.Old != f.New {
				t.Fatalf("%q is %q in the same course", f.Old, f.New)
			}
		}
		ids := 0
		all(made, func(_, _ *thing) { ids++ })
		for _, m := range made.kids {
			for _, a := range m.kids {
				if a.kind == "scenario" {
					ids++ // its ending
				}
			}
		}
		if len(r.Fates) != ids {
			t.Fatalf("%d ids are accounted for, of %d", len(r.Fates), ids)
		}
	})
}
