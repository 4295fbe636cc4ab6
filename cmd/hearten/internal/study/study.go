// Package study is one learner in one course: the only maker of events, and
// what both front ends drive. Its values are immutable; each step takes an
// input and a moment and returns the value after it, together with what must
// be kept before the result is shown.
package study

import (
	"crypto/sha256"
	"encoding/binary"
	"time"

	"hearten/course"
	"hearten/progress"
)

// Moment is when an input came, with an id nobody has used for whatever the
// input starts.
type Moment struct {
	At time.Time
	ID string
}

// seed makes the moment's id the only source of chance in a run.
func (m Moment) seed() uint64 {
	sum := sha256.Sum256([]byte(m.ID))
	return binary.BigEndian.Uint64(sum[:8])
}

// Unsaved is what an input did. A front end cannot look inside; it hands it
// to the Keeper and shows the input's result once that has returned.
type Unsaved struct{ entries []progress.Entry }

// Empty says that there is nothing to keep.
func (u Unsaved) Empty() bool { return len(u.entries) == 0 }

// Saved is what the journal made of an Unsaved.
type Saved struct{ events []progress.Event }

// Study is one learner in one course.
type Study struct {
	course  *course.Course
	events  []progress.Event
	renames progress.Renames
	record  progress.Record
	preview bool
}

// New is the study of a course by the learner whose journal holds events.
func New(c *course.Course, events []progress.Event) Study {
	events = told(events)
	s := Study{course: c, events: events, renames: renames(c)}
	s.record = progress.Replay(events, s.renames)
	return s
}

// Course is what is being studied.
func (s Study) Course() *course.Course { return s.course }

// Saved is the study with what has been kept since.
func (s Study) Saved(kept Saved) Study {
	events := append(s.events[:len(s.events):len(s.events)], told(kept.events)...)
	return Study{s.course, events, s.renames, progress.Replay(events, s.renames), s.preview}
}

func renames(c *course.Course) progress.Renames {
	all := progress.Renames{}
	for _, r := range c.Renames {
		old := progress.Place{Module: r.OldModule, Activity: r.OldActivity}
		all[old] = progress.Place{Module: r.Module, Activity: r.Activity}
	}
	return all
}
