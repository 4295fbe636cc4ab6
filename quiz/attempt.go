package quiz

import (
	"errors"
	"fmt"
	"slices"
)

// Run is what makes an attempt the same again: the questions drawn, by id,
// and the seed that orders their options.
type Run struct {
	Seed uint64
	Draw []string
}

// Attempt is one run through a quiz. It is a value: every step returns
// another, and the one before stays as it was.
type Attempt struct {
	draw  []asked
	marks []Mark
}

// asked is a drawn question, as its author wrote it and as it is shown.
type asked struct{ written, shown Question }

// Start is a fresh attempt at the questions that a run drew. It fails where
// the run drew nothing, drew a question twice, or drew one that the pool does
// not have.
func Start(q Quiz, r Run) (Attempt, error) {
	if len(r.Draw) == 0 {
		return Attempt{}, errors.New("no question was drawn for this attempt")
	}
	var a Attempt
	for i, id := range r.Draw {
		question, ok := q.question(id)
		if !ok {
			return Attempt{}, fmt.Errorf("the question %q was drawn, and it is not in the quiz any more", id)
		}
		if slices.Contains(r.Draw[:i], id) {
			return Attempt{}, fmt.Errorf("the question %q was drawn twice", id)
		}
		a.draw = append(a.draw, asked{question, question.shown(r.Seed)})
	}
	return a, nil
}

// current is the index of the question to ask: of those not settled, the
// first in the draw among those asked least often. So each is asked once
// before any comes back, and one answered wrongly waits behind the others.
func (a Attempt) current() (at int, ok bool) {
	fewest := 0
	for i, d := range a.draw {
		times, settled := a.history(d.written.ID)
		if settled || ok && times >= fewest {
			continue
		}
		at, fewest, ok = i, times, true
	}
	return at, ok
}

// history says how often a question was answered, and whether it is settled.
func (a Attempt) history(question string) (times int, settled bool) {
	for _, m := range a.marks {
		if m.Question == question {
			times++
			settled = settled || m.settled()
		}
	}
	return times, settled
}

// Current is the question to ask, its options in the order to show; false
// when the attempt is done.
func (a Attempt) Current() (Question, bool) {
	i, ok := a.current()
	if !ok {
		return Question{}, false
	}
	return a.draw[i].shown, true
}

// Position is the current question's place in the draw, from 1. An attempt
// that is done stands at its last.
func (a Attempt) Position() (n, of int) {
	i, ok := a.current()
	if !ok {
		return len(a.draw), len(a.draw)
	}
	return i + 1, len(a.draw)
}

// Again says that the current question was answered before and has come back.
func (a Attempt) Again() bool {
	i, ok := a.current()
	if !ok {
		return false
	}
	times, _ := a.history(a.draw[i].written.ID)
	return times > 0
}

// Done says that every question has been answered fully right once, and
// every judgement answered once.
func (a Attempt) Done() bool {
	_, open := a.current()
	return !open
}

// Answer marks an answer to the current question, given as ids of options in
// any order. It fails where that question is not the current one or the
// answer cannot be one; the error says why in the learner's words.
func (a Attempt) Answer(question string, picked []string, hints int) (Attempt, Mark, error) {
	i, ok := a.current()
	switch {
	case !ok:
		return a, Mark{}, errors.New("every question has been answered; start the quiz again for another draw")
	case a.draw[i].written.ID != question:
		return a, Mark{}, errors.New("that answer is to another question than the one being asked; answer this one first")
	}
	m, err := a.draw[i].written.mark(picked, hints)
	if err != nil {
		return a, Mark{}, err
	}
	return a.with(m), m, nil
}

// Restore adds a mark as it was recorded, whatever the question would be
// marked today. It fails where the mark does not fit: a question that was not
// drawn, an option that is gone, a score that cannot be one.
func (a Attempt) Restore(m Mark) (Attempt, error) {
	q, ok := a.drawn(m.Question)
	if !ok {
		return a, fmt.Errorf("the question %q is not in this draw, so the answer to it does not fit", m.Question)
	}
	if err := q.written.accepts(m.Picked); err != nil {
		return a, fmt.Errorf("the answer recorded for %q does not fit: %w", m.Question, err)
	}
	if !(m.Of >= 0 && m.Score >= 0 && m.Score <= m.Of) || m.Hints < 0 {
		return a, fmt.Errorf("the score recorded for %q does not fit: %g of %g with %d hints", m.Question, m.Score, m.Of, m.Hints)
	}
	return a.with(m), nil
}

func (a Attempt) drawn(question string) (asked, bool) {
	for _, d := range a.draw {
		if d.written.ID == question {
			return d, true
		}
	}
	return asked{}, false
}

func (a Attempt) with(m Mark) Attempt {
	m.Picked = slices.Clone(m.Picked)
	a.marks = append(slices.Clip(a.marks), m)
	return a
}

// Marks are the answers so far, in the order given.
func (a Attempt) Marks() []Mark { return slices.Clone(a.marks) }

// Score counts the first answers that were fully right, of the marked
// questions answered so far.
func (a Attempt) Score() (right, of int) {
	for i, m := range a.marks {
		if m.Of == 0 || slices.ContainsFunc(a.marks[:i], func(b Mark) bool { return b.Question == m.Question }) {
			continue
		}
		of++
		if m.Right() {
			right++
		}
	}
	return right, of
}
