package study

import (
	"fmt"
	"slices"
	"time"

	"hearten/course"
	"hearten/progress"
	"hearten/quiz"
)

// Edition is a course as its author last saved it, for a front end that shows
// it to them while they write.
type Edition struct {
	Course  *course.Course // nil where none can be read; the last one stays
	At      time.Time      // when it was read
	Subject string         // what is previewed, by the name of its file or folder
	Place   Spot           // where in the course that is
	Missing string         // why the subject is nowhere in it, and what to write so that it is
	Blind   string         // why not every save is noticed, and what to do
	// Problems are what is wrong with the course: first with the subject, then
	// with its module, then elsewhere, errors before warnings in each part.
	Problems   []course.Problem
	Here, Near int // how many of them are the subject's, and its module's
}

// Found counts the problems of what is previewed and of its module, and those
// elsewhere in the course.
func (e Edition) Found() string {
	near := e.Problems[:e.Here+e.Near]
	errs := course.Errors(near)
	warnings := len(near) - errs
	words := "no problems"
	switch {
	case errs > 0 && warnings > 0:
		words = count(errs, "error") + ", " + count(warnings, "warning")
	case errs > 0:
		words = count(errs, "error")
	case warnings > 0:
		words = count(warnings, "warning")
	}
	if n := len(e.Problems) - len(near); n > 0 {
		words += fmt.Sprintf(", %d elsewhere", n)
	}
	return words
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Spot is an activity of a course, the outline of a module where there is no
// activity, or home where there is no module either.
type Spot struct{ Module, Activity string }

// And is what two inputs did, one after the other.
func (u Unsaved) And(more Unsaved) Unsaved {
	return Unsaved{append(u.entries[:len(u.entries):len(u.entries)], more.entries...)}
}

// Edited is the study of the course after its author's edit.
func (s Study) Edited(c *course.Course) Study {
	s = New(c, s.events)
	s.preview = true
	return s
}

// Preview says that it is the author who takes the course, to look at it while
// they write: what they do is kept no longer than the preview, and what is
// wrong with the course is theirs to mend.
func (s Study) Preview() bool { return s.preview }

// Now is where something stands in the course today.
func (s Study) Now(old Spot) Spot {
	now := s.renames.Today(progress.Place{Module: old.Module, Activity: old.Activity})
	return Spot{now.Module, now.Activity}
}

// Resume is Begin for an author who had the activity open when they edited it.
// Beyond what a learner finds again, a lesson stays at its paragraph and not
// only at the paragraph's number, a quiz keeps the hints that were shown, and a
// story of which some decisions still stand goes on after them.
func (s Study) Resume(o Opened, before Sitting, m Moment) (Sitting, Unsaved) {
	place := progress.Place{Module: o.Content.Module.ID, Activity: o.Content.Activity.ID}
	if o.Content.Activity.Kind == course.KindScenario {
		return beginScenario(o, s.record.Places[place], m, true)
	}
	now, unsaved := s.Begin(o, m)
	switch old := before.(type) {
	case Lesson:
		if l, ok := now.(Lesson); ok {
			l.block = follow(old.blocks, l.blocks, old.block)
			return l, unsaved
		}
	case Quiz:
		if q, ok := now.(Quiz); ok {
			return s.resumeQuiz(q, old, unsaved, m)
		}
	}
	return now, unsaved
}

// Unfit says to an author that what they had done in an activity could not be
// kept whole; empty where it could. It is for them what a sitting's Note is for
// a learner.
func Unfit(s Sitting) string {
	switch s.Fit() {
	case FitsNot:
		return "What you had done here no longer fits what you saved, so it begins anew."
	case FitsPartly:
		return fmt.Sprintf("A choice that you had made is no longer there, so you stand at decision %d, before it.", s.(Scenario).Decision())
	}
	return ""
}

// resumeQuiz draws anew where nothing was answered yet, so that a question that
// was added is among those asked.
func (s Study) resumeQuiz(q, old Quiz, unsaved Unsaved, m Moment) (Quiz, Unsaved) {
	known := s.record.Places[q.place]
	if q.fit != FitsEdited || len(known.Runs) != 1 || len(known.Runs[0].Steps) > 0 {
		return q.hinted(old), unsaved
	}
	q.taken = 0
	q, started := q.startWith(q.redrawn(known.Runs[0].Started), m, Fits)
	return q.hinted(old), s.Afresh(Spot{q.place.Module, q.place.Activity}, m).And(started)
}

// redrawn is a draw with the same questions in the same order, and with those
// that came to it at the end.
func (q Quiz) redrawn(old progress.Started) quiz.Run {
	pool := q.content.Quiz
	run := quiz.Run{Seed: old.Seed}
	add := func(id string) {
		known := slices.ContainsFunc(pool.Questions, func(asked quiz.Question) bool { return asked.ID == id })
		if known && !slices.Contains(run.Draw, id) {
			run.Draw = append(run.Draw, id)
		}
	}
	for _, id := range old.Draw {
		add(q.renamed("questions", id))
	}
	for _, id := range pool.Sample(old.Seed) {
		if pool.Draw == 0 || len(run.Draw) < pool.Draw {
			add(id)
		}
	}
	return run
}

// Afresh puts aside what was done in an activity.
func (s Study) Afresh(at Spot, m Moment) Unsaved {
	return Unsaved{[]progress.Entry{{At: m.At, Data: progress.Reset{Scope: at.Module + "/" + at.Activity}}}}
}

// hinted is the quiz with the hints that were shown before an edit.
func (q Quiz) hinted(old Quiz) Quiz {
	was, _ := old.Question()
	now, _ := q.Question()
	if was.ID == now.ID && q.unread == old.unread {
		q.hints = max(q.hints, min(old.hints, len(now.Hints)))
	}
	return q
}

// follow is where a block of a text stands after an edit: found again by its
// words, or else counted on from the nearest block before it that was.
func follow(old, now []course.Block, at int) int {
	last := max(0, len(now)-1)
	for i := min(at, len(old)-1); i >= 0; i-- {
		if found := nearest(now, old[i], i); found >= 0 {
			return min(found+at-i, last)
		}
	}
	return min(at, last)
}

// nearest is the block with the same words that is nearest to a place, or -1.
func nearest(all []course.Block, like course.Block, to int) int {
	found := -1
	for i, b := range all {
		same := b.Kind == like.Kind && b.Text == like.Text && b.Plain == like.Plain
		if same && (found < 0 || max(i-to, to-i) < max(found-to, to-found)) {
			found = i
		}
	}
	return found
}
