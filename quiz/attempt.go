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
	quiz  Quiz
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
	a := Attempt{quiz: q}
	for i, id := range r.Draw {
		question, ok := q.question(id)
		if !ok {
			return Attempt{}, fmt.Errorf("the question %q was drawn, and it is not in the quiz any more", id)
		}
		if slices.Contains(r.Draw[:i], id) {
			return Attempt{}, fmt.Errorf("the question %q was drawn twice", id)
		}
		a.draw = append(a.draw, asked{question, question.Shown(r.Seed)})
	}
	return a, nil
}

// current is the index of the question to ask: of those not settled, the
// first in the draw among those asked least often. So each is asked once
// before any comes back, and one answered wrongly waits behind the others.
// A wrong answer that may be mended stays where it is, once.
func (a Attempt) current() (at int, ok bool) {
	if i, again := a.mending(); again {
		return i, true
	}
	fewest := 0
	for i, d := range a.draw {
		times, settled := a.history(d)
		if settled || ok && times >= fewest {
			continue
		}
		at, fewest, ok = i, times, true
	}
	return at, ok
}

// history says how often a question was answered, and whether it is settled.
func (a Attempt) history(d asked) (times int, settled bool) {
	for _, m := range a.marks {
		if m.Question == d.written.ID {
			times++
			settled = settled || m.settled() || d.written.Open()
		}
	}
	return times, settled || times > 0 && a.quiz.once()
}

// mending is the question whose last answer was wrong and may be mended now:
// every first of two answers in a row.
func (a Attempt) mending() (at int, ok bool) {
	if len(a.marks) == 0 {
		return 0, false
	}
	last := a.marks[len(a.marks)-1]
	inARow := 0
	for i := len(a.marks) - 1; i >= 0 && a.marks[i].Question == last.Question; i-- {
		inARow++
	}
	at = slices.IndexFunc(a.draw, func(d asked) bool { return d.written.ID == last.Question })
	q := a.draw[at].written
	return at, q.Retry && !q.Open() && !last.settled() && inARow%2 == 1
}

// Mending is the answer that was wrong and may be mended now.
func (a Attempt) Mending() (Mark, bool) {
	if _, ok := a.mending(); !ok {
		return Mark{}, false
	}
	return a.marks[len(a.marks)-1], true
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
	times, _ := a.history(a.draw[i])
	return times > 0
}

// Done says that every question has been answered fully right once, and
// every judgement answered once.
func (a Attempt) Done() bool {
	_, open := a.current()
	return !open
}

// Answer marks an answer to the current question. It fails where that
// question is not the current one or the answer cannot be one; the error says
// why in the learner's words.
func (a Attempt) Answer(question string, r Response) (Attempt, Mark, error) {
	i, ok := a.current()
	switch {
	case !ok:
		return a, Mark{}, errors.New("every question has been answered; start the quiz again for another draw")
	case a.draw[i].written.ID != question:
		return a, Mark{}, errors.New("that answer is to another question than the one being asked; answer this one first")
	}
	m, err := a.draw[i].written.mark(r)
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
	if err := q.written.accepts(Response{m.Picked, m.Hints, m.Sure}); err != nil {
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

// first lists the first answer to each marked question.
func (a Attempt) first() []Mark {
	var all []Mark
	for i, m := range a.marks {
		if m.Of > 0 && !slices.ContainsFunc(a.marks[:i], func(b Mark) bool { return b.Question == m.Question }) {
			all = append(all, m)
		}
	}
	return all
}

// Points is what the first answers earned, of what they could have. With
// certainty-based marking each point counts as Certainty has it, three at
// best, and the sum may be below zero.
func (a Attempt) Points() (score, of float64) {
	for _, m := range a.first() {
		if a.quiz.Certainty {
			score, of = score+m.Of*float64(Certainty(m.Right(), m.Sure)), of+3*m.Of
			continue
		}
		score, of = score+m.Score, of+m.Of
	}
	return score, of
}

// Passed says whether the attempt reached the pass mark; false where it has
// none, or is not done.
func (a Attempt) Passed() (passed, can bool) {
	score, of := a.Points()
	return of > 0 && score*100 >= of*float64(a.quiz.Pass), a.quiz.Pass > 0 && a.Done()
}

// Score counts the first answers that were fully right, of the marked
// questions answered so far.
func (a Attempt) Score() (right, of int) {
	for _, m := range a.first() {
		of++
		if m.Right() {
			right++
		}
	}
	return right, of
}
