package study

import (
	"maps"
	"time"

	"hearten/course"
	"hearten/progress"
)

// Opened is what opening an activity read from disk.
type Opened struct {
	Content course.Content
	Drafts  map[string]Typing // by field
}

// Typing is text that was being typed when the learner left.
type Typing struct {
	Text string
	At   time.Time
}

// Typed is what was opened with texts of this activity that are newer than what
// the disk holds of them.
func (o Opened) Typed(newer []Draft, at time.Time) Opened {
	drafts := maps.Clone(o.Drafts)
	for _, d := range newer {
		if d.Module == o.Content.Module.ID && d.Activity == o.Content.Activity.ID {
			if drafts == nil {
				drafts = map[string]Typing{}
			}
			drafts[d.Field] = Typing{d.Text, at}
		}
	}
	o.Drafts = drafts
	return o
}

// without is drafts with one of them gone, because its text is kept.
func without(drafts map[string]Typing, field string) map[string]Typing {
	left := maps.Clone(drafts)
	delete(left, field)
	return left
}

// Sitting is one activity being taken: a Lesson, Quiz, Scenario, Reflection,
// Plan or Tension.
type Sitting interface {
	Content() course.Content
	// Fit says how what the learner had done suits the activity as it is now.
	Fit() Fit
	// Note is a sentence to show once, such as that the activity was edited
	// since; empty when there is nothing to say.
	Note() string
}

// seat is what every sitting has.
type seat struct {
	content course.Content
	place   progress.Place
	run     string
	fit     Fit
}

// Content is the activity.
func (s seat) Content() course.Content { return s.content }

// Fit says how the run suits the activity.
func (s seat) Fit() Fit { return s.fit }

// Note is a sentence to show once, or empty.
func (s seat) Note() string {
	switch s.fit {
	case FitsEdited:
		return notePlaceKept
	case FitsNot:
		return noteStartOver
	}
	return ""
}

// Fit says how a run that was under way suits its activity.
type Fit uint8

// How a run can fit.
const (
	Fits       Fit = iota // nothing was edited, or nothing was under way
	FitsEdited            // the activity was edited, and the run goes on
	FitsPartly            // the run goes on from the last decision that still stands
	FitsNot               // the run is kept as history, and this is a fresh one
)

func (s seat) entry(m Moment, d progress.Data) progress.Entry {
	return progress.Entry{At: m.At, Module: s.place.Module, Activity: s.place.Activity, Run: s.run, Data: d}
}

func (s seat) unsaved(m Moment, ds ...progress.Data) Unsaved {
	var u Unsaved
	for _, d := range ds {
		u.entries = append(u.entries, s.entry(m, d))
	}
	return u
}

func newSeat(c course.Content, run string, fit Fit) seat {
	return seat{content: c, place: progress.Place{Module: c.Module.ID, Activity: c.Activity.ID}, run: run, fit: fit}
}

const (
	notePlaceKept = "Its author has edited this since you were here. Your place is kept."
	noteStartOver = "Its author has edited this since you were here, and your last run no longer fits. It is kept; this is a fresh one."
)

// Begin takes the activity up where the learner left it, or starts it.
func (s Study) Begin(o Opened, m Moment) (Sitting, Unsaved) {
	known := s.record.Places[progress.Place{Module: o.Content.Module.ID, Activity: o.Content.Activity.ID}]
	switch o.Content.Activity.Kind {
	case course.KindLesson:
		return beginLesson(o.Content, known, m)
	case course.KindQuiz:
		return s.beginQuiz(o, known, m)
	case course.KindScenario:
		return beginScenario(o, known, m, false)
	case course.KindReflection:
		return beginReflection(o, known, m)
	case course.KindTension:
		return beginTension(o, known, m)
	default:
		return s.beginPlan(o, known, m)
	}
}

// latest is the run a learner would go on with.
func latest(known progress.Activity) (progress.Run, bool) {
	if len(known.Runs) == 0 {
		return progress.Run{}, false
	}
	return known.Runs[len(known.Runs)-1], true
}

// fit says of a run that goes on whether its activity was edited meanwhile.
func fit(run progress.Run, c course.Content) Fit {
	if run.Started.Hash == c.Hash() {
		return Fits
	}
	return FitsEdited
}
