package quiz

import (
	"errors"
	"fmt"
	"slices"
)

// Mark is an answer with what it was given for.
type Mark struct {
	Question string
	Picked   []string // ids of options, in the author's order
	Score    float64
	Of       float64 // 0 for a judgement, which has no score
	Hints    int     // how many the learner had seen
}

// Right says that the answer had everything that was asked for. Nothing is
// right about a judgement, nor wrong.
func (m Mark) Right() bool { return m.Of > 0 && m.Score >= m.Of }

// settled says that the question need not be asked again.
func (m Mark) settled() bool { return m.Of == 0 || m.Right() }

// mark marks an answer.
//
// A choice and a true-false score 1 or 0 of 1. Choices score partial credit:
// the right options picked less the wrong ones picked, as a share of all the
// right ones, and never below 0. That is what Canvas calls "partial credit
// with penalty", and it leaves nothing to gain from picking every option.
// A judgement scores 0 of 0.
func (q Question) mark(picked []string, hints int) (Mark, error) {
	if err := q.accepts(picked); err != nil {
		return Mark{}, err
	}
	m := Mark{Question: q.ID, Hints: hints}
	right, wrong := 0, 0
	for _, o := range q.Options {
		if !slices.Contains(picked, o.ID) {
			continue
		}
		m.Picked = append(m.Picked, o.ID)
		if o.Right {
			right++
		} else {
			wrong++
		}
	}
	if q.Judgement {
		return m, nil
	}
	m.Of = 1
	if all := q.right(); all > 0 {
		m.Score = float64(max(0, right-wrong)) / float64(all)
	}
	return m, nil
}

// accepts says why an answer cannot be one, in the learner's words.
func (q Question) accepts(picked []string) error {
	for _, id := range picked {
		if !slices.ContainsFunc(q.Options, func(o Option) bool { return o.ID == id }) {
			return fmt.Errorf("%q is not one of the answers to this question; pick from those shown", id)
		}
	}
	switch n := len(slices.Compact(slices.Sorted(slices.Values(picked)))); {
	case n == 0 && q.single():
		return errors.New("you have picked nothing yet; pick one answer")
	case n == 0:
		return errors.New("you have picked nothing yet; pick every answer that fits, one at least")
	case n > 1 && q.single():
		return fmt.Errorf("you have picked %d answers, and this question takes one; pick the one that fits best", n)
	}
	return nil
}
