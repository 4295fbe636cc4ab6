package study

import (
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
	Next  int // the line to stand on: the first that is not done; one that was put off comes last
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
	o := Outline{ModuleLine: ModuleLine{Module: m, Of: len(m.Activities)}, Next: -1}
	for i, a := range m.Activities {
		line := s.line(m, a)
		o.Lines = append(o.Lines, line)
		switch {
		case line.State == Done:
			o.Done++
			o.FinishedAt = later(o.FinishedAt, line.FinishedAt)
			o.State = max(o.State, Begun)
			continue
		case line.State != NotBegun:
			o.State = Begun
		}
		o.MinutesLeft += a.Minutes
		if o.Next < 0 || line.State.Waits() && o.Lines[o.Next].State == PutOff {
			o.Next = i
		}
	}
	if o.Of > 0 && o.Done == o.Of {
		o.State, o.Next = Done, 0
	} else {
		o.FinishedAt = time.Time{}
	}
	return o
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

// next is the activity last left unfinished, or else the first not done
// after it, or the first not done of all. What was put off comes after all
// others.
func (s Study) next() (up Up) {
	open, from := s.openPlaces()
	for i := range open {
		switch at := open[(i+from)%len(open)]; {
		case at.Activity.Broken:
		case !at.PutOff:
			return at
		case !up.OK():
			up = at
		}
	}
	return up
}

// looking is the scenario that the learner was looking back at when they left.
// Whoever began something else since has left it on purpose.
func (s Study) looking() Up {
	m, ok := s.course.Module(s.record.Last.Module)
	known := s.record.Places[s.record.Last]
	run, began := latest(known)
	if !ok || !began || !midDebrief(run) {
		return Up{}
	}
	for i, a := range m.Activities {
		if a.ID == s.record.Last.Activity && a.Kind == course.KindScenario && !a.Broken {
			return Up{Module: m, Activity: a, N: i + 1, Of: len(m.Activities), Begun: true}
		}
	}
	return Up{}
}

// openPlaces lists what is not done, in course order, and the index of the
// first that stands at or after where the learner was last.
func (s Study) openPlaces() (open []Up, from int) {
	for _, m := range s.course.Modules {
		for i, a := range m.Activities {
			if (s.record.Last == progress.Place{Module: m.ID, Activity: a.ID}) {
				from = len(open)
			}
			if line := s.line(m, a); line.State != Done {
				open = append(open, Up{m, a, i + 1, len(m.Activities), line.State == Begun, line.State == PutOff})
			}
		}
	}
	return open, from
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
