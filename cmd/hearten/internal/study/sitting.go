package study

import (
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

// Sitting is one activity being taken: a Lesson, Quiz, Scenario, Reflection,
// Plan or Tension.
type Sitting interface {
	Content() course.Content
	// Note is a sentence to show once, such as that the activity was edited
	// since; empty when there is nothing to say.
	Note() string
}

// seat is what every sitting has.
type seat struct {
	content course.Content
	place   progress.Place
	run     string
	note    string
}

// Content is the activity.
func (s seat) Content() course.Content { return s.content }

// Note is a sentence to show once, or empty.
func (s seat) Note() string { return s.note }

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

func newSeat(c course.Content, run, note string) seat {
	return seat{content: c, place: progress.Place{Module: c.Module.ID, Activity: c.Activity.ID}, run: run, note: note}
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
		return beginScenario(o, known, m)
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

// editedNote says that a run goes on although its activity was edited.
func editedNote(run progress.Run, c course.Content) string {
	if run.Started.Hash == c.Hash() {
		return ""
	}
	return notePlaceKept
}
