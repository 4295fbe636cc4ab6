package quiz

import (
	"errors"
	"fmt"
	"slices"
)

// Response is an answer as a learner gives it.
type Response struct {
	// Picked is the ids of options; of an order, the ids of its items in the
	// learner's order; of a match, for each pair in the author's order the id of
	// the right side given to it; of a number or a text, what was typed, and of
	// an open text also how the learner weighs it.
	Picked []string
	Hints  int    // how many the learner had seen
	Sure   string // how sure they were, before the reveal; may be empty
}

// Mark is an answer with what it was given for.
type Mark struct {
	Question string
	Picked   []string // as in the response; ids of options in the author's order
	Score    float64
	Of       float64 // 0 for a judgement, which has no score
	Hints    int     // how many the learner had seen
	Sure     string  // how sure they were; may be empty
}

// Right says that the answer had everything that was asked for. Nothing is
// right about a judgement, nor wrong.
func (m Mark) Right() bool { return m.Of > 0 && m.Score >= m.Of }

// settled says that the question need not be asked again.
func (m Mark) settled() bool { return m.Of == 0 || m.Right() }

// mark marks an answer. A question is worth its points, 1 unless the author
// says otherwise, and of these
//
//   - a choice and a true-false give all or nothing;
//   - choices give the right options picked less the wrong ones picked, as a
//     share of all the right ones, and never below 0. That is what Canvas calls
//     "partial credit with penalty", and it leaves nothing to gain from picking
//     every option;
//   - an order gives the share of neighbours that follow one another rightly;
//   - a match gives the share of pairs that were found;
//   - a number and a text give all or nothing;
//   - an open text gives what the learner says: all, half or nothing.
//
// A judgement scores 0 of 0.
func (q Question) mark(r Response) (Mark, error) {
	if err := q.accepts(r); err != nil {
		return Mark{}, err
	}
	m := Mark{Question: q.ID, Picked: q.tidy(r.Picked), Hints: r.Hints, Sure: r.Sure, Of: q.worth()}
	m.Score = m.Of * q.share(m.Picked)
	return m, nil
}

// tidy is an answer as it is kept.
func (q Question) tidy(picked []string) []string {
	if len(q.Options) == 0 {
		return slices.Clone(picked)
	}
	var all []string
	for _, o := range q.Options {
		if slices.Contains(picked, o.ID) {
			all = append(all, o.ID)
		}
	}
	return all
}

// share is how much of an answer is right, from 0 to 1.
func (q Question) share(picked []string) float64 {
	switch q.Kind {
	case KindOrder:
		return q.ordering(picked)
	case KindMatch:
		return q.matching(picked)
	case KindNumber:
		return whole(q.numberRight(picked[0]))
	case KindText:
		if q.Open() {
			return weighed(picked)
		}
		return whole(q.textRight(picked[0]))
	}
	right, wrong := 0, 0
	for _, o := range q.Options {
		switch {
		case !slices.Contains(picked, o.ID):
		case o.Right:
			right++
		default:
			wrong++
		}
	}
	return float64(max(0, right-wrong)) / float64(max(1, q.right()))
}

func whole(right bool) float64 {
	if right {
		return 1
	}
	return 0
}

// accepts says why an answer cannot be one, in the learner's words.
func (q Question) accepts(r Response) error {
	switch {
	case !slices.Contains([]string{"", Guess, ThinkSo, Sure}, r.Sure):
		return fmt.Errorf("%q is no way of being sure; say guess, think so or sure, or leave it out", r.Sure)
	case len(q.Options) > 0:
		return q.acceptsOptions(r.Picked)
	case q.Kind == KindOrder:
		return q.acceptsOrder(r.Picked)
	case q.Kind == KindMatch:
		return q.acceptsMatch(r.Picked)
	}
	return q.acceptsTyped(r.Picked)
}

func (q Question) acceptsOptions(picked []string) error {
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
