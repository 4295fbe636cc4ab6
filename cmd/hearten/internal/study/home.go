package study

import (
	"slices"
	"time"

	"hearten/course"
	"hearten/progress"
)

// State says how far an activity or a module has come.
type State uint8

// The states.
const (
	NotBegun State = iota
	Begun
	Done
	PutOff // left for later by an answer of its own
)

// Waits says that an activity is still to be taken, and was not put off.
func (s State) Waits() bool { return s == NotBegun || s == Begun }

// Home is what the learner finds on opening the course.
type Home struct {
	Course      string
	Fresh       bool // nothing begun yet
	Away        bool // last here more than a week ago
	Looking     Up   // the scenario whose debrief the learner is in the middle of
	Next        Up
	Modules     []ModuleLine
	Done, Of    int // activities
	MinutesLeft int
	CheckIns    []PlanLine // plans whose day has come
}

// Up is the activity to go on with.
type Up struct {
	Module   course.Module
	Activity course.Activity
	N, Of    int  // its place in the module, from 1
	Begun    bool // left in the middle
	PutOff   bool // for later, and nothing else is left
}

// OK says that there is one.
func (u Up) OK() bool { return u.Activity.ID != "" }

// ModuleLine is one module as home lists it.
type ModuleLine struct {
	Module      course.Module
	State       State
	Done, Of    int // activities
	MinutesLeft int
	FinishedAt  time.Time // when the last of them was; zero before
}

// Outline is one module with its activities.
type Outline struct {
	ModuleLine
	Lines []ActivityLine
	Next  int // the line to go on with; -1 where there is none
	After Up  // once there is none: what to go on with in another module
}

// ActivityLine is one activity as the outline lists it.
type ActivityLine struct {
	Activity   course.Activity
	State      State
	FinishedAt time.Time
}

const away = 7 * 24 * time.Hour

// Home is what to show on opening the course.
func (s Study) Home(now time.Time) Home {
	h := Home{
		Course:   s.course.Title,
		Fresh:    len(s.record.Places) == 0,
		Away:     !s.record.LastAt.IsZero() && now.Sub(s.record.LastAt) > away,
		Looking:  s.looking(),
		Next:     s.next(),
		CheckIns: s.due(now),
	}
	for _, m := range s.course.Modules {
		line := s.outline(m).ModuleLine
		h.Modules = append(h.Modules, line)
		h.Done += line.Done
		h.Of += line.Of
		h.MinutesLeft += line.MinutesLeft
	}
	return h
}

// Outline is the module with an id; false where the course has none.
func (s Study) Outline(module string) (Outline, bool) {
	m, ok := s.course.Module(module)
	return s.outline(m), ok
}

func (s Study) outline(m course.Module) Outline {
	o := s.lines(m)
	if o.Next = s.onward(m, o.Lines, State.Waits); o.Next >= 0 {
		return o
	}
	if up := s.next(); up.Module.ID == m.ID && up.OK() {
		o.Next = up.N - 1
	} else {
		o.After = up
	}
	return o
}

// lines is the outline without where to go on.
func (s Study) lines(m course.Module) Outline {
	o := Outline{ModuleLine: ModuleLine{Module: m, Of: len(m.Activities)}}
	for _, a := range m.Activities {
		line := s.line(m, a)
		o.Lines = append(o.Lines, line)
		if line.State != NotBegun {
			o.State = Begun
		}
		if line.State == Done {
			o.Done++
			o.FinishedAt = later(o.FinishedAt, line.FinishedAt)
			continue
		}
		o.MinutesLeft += a.Minutes
	}
	if o.Of > 0 && o.Done == o.Of {
		o.State = Done
	} else {
		o.FinishedAt = time.Time{}
	}
	return o
}

// onward is the line of a module to go on with, of those in a wanted state:
// where the learner is in the middle of one, that; else the first after the
// one just done, or else the first of all; -1 where there is none.
func (s Study) onward(m course.Module, lines []ActivityLine, wanted func(State) bool) int {
	from := 0
	for i, line := range lines {
		if (s.record.Last == progress.Place{Module: m.ID, Activity: line.Activity.ID}) {
			from = i
		}
	}
	for i := range lines {
		at := (from + i) % len(lines)
		if wanted(lines[at].State) && !lines[at].Activity.Broken {
			return at
		}
	}
	return -1
}

func (s Study) line(m course.Module, a course.Activity) ActivityLine {
	known, ok := s.record.Places[progress.Place{Module: m.ID, Activity: a.ID}]
	switch {
	case known.Finished:
		return ActivityLine{a, Done, known.FinishedAt}
	case known.PutOff:
		return ActivityLine{a, PutOff, time.Time{}}
	case ok:
		return ActivityLine{a, Begun, time.Time{}}
	}
	return ActivityLine{a, NotBegun, time.Time{}}
}

// next is what to go on with in the module where the learner was last, or
// else in the next one that has something left. What was put off comes after
// all others.
func (s Study) next() Up {
	all := s.course.Modules
	from := max(0, slices.IndexFunc(all, func(m course.Module) bool { return m.ID == s.record.Last.Module }))
	for _, wanted := range []func(State) bool{State.Waits, putOff} {
		for i := range all {
			m := all[(from+i)%len(all)]
			o := s.lines(m)
			if at := s.onward(m, o.Lines, wanted); at >= 0 {
				line := o.Lines[at]
				return Up{m, line.Activity, at + 1, o.Of, line.State == Begun, line.State == PutOff}
			}
		}
	}
	return Up{}
}

func putOff(s State) bool { return s == PutOff }

// looking is the scenario that the learner was looking back at when they left.
// Whoever began something else since has left it on purpose.
func (s Study) looking() Up {
	m, ok := s.course.Module(s.record.Here.Module)
	known := s.record.Places[s.record.Here]
	run, began := latest(known)
	if !ok || !began || !midDebrief(run) {
		return Up{}
	}
	for i, a := range m.Activities {
		if a.ID == s.record.Here.Activity && a.Kind == course.KindScenario && !a.Broken {
			return Up{Module: m, Activity: a, N: i + 1, Of: len(m.Activities), Begun: true}
		}
	}
	return Up{}
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
