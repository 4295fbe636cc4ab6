package quiz

import (
	"cmp"
	"slices"
)

// Decision is when a decision taken in a scenario returns. It has no grade, so
// it returns 7, 30 and 90 days after the day it was taken. Last is the day it
// was last looked at, or the day it was taken. Looks that were missed are not
// made up for, and no two are less than 7 days apart. Decision is false when
// none is left: the decision was looked at after 90 days or more.
//
// The memory ranks the decision among questions by how late it is. It has no
// difficulty, for a decision is never graded.
func Decision(taken, last Day) (Memory, bool) {
	last = max(taken, last)
	for _, days := range [...]Day{7, 30, 90} {
		if due := taken + days; due > last {
			due = max(due, last+7)
			return Memory{Stability: float64(due - last), Last: last, Due: due}, true
		}
	}
	return Memory{}, false
}

// PerSession is the most cards that a session of review should ask.
const PerSession = 10

// Card is something that returns: a question, or a decision.
type Card struct {
	ID        string
	Memory    Memory
	SureWrong bool // the last answer to it was wrong, and the learner was sure
}

// turn is lower for what comes first.
func (c Card) turn() int {
	if c.SureWrong {
		return 0
	}
	return 1
}

// Session picks what to ask today: cards that are due, at most so many, and
// the rest wait without adding up. What the learner was sure of and wrong
// about comes first, for such errors are the readiest to be corrected
// (Butterfield, B., & Metcalfe, J. (2001). Errors committed with high
// confidence are hypercorrected. Journal of Experimental Psychology:
// Learning, Memory, and Cognition, 27(6), 1491–1494); then what is most
// likely forgotten, then what has waited longest. The order of the cards
// given does not matter as long as no two have the same id.
func Session(cards []Card, today Day, most int) []Card {
	due := slices.DeleteFunc(slices.Clone(cards), func(c Card) bool {
		return !c.Memory.reviewed() || c.Memory.Due > today
	})
	slices.SortStableFunc(due, func(a, b Card) int {
		return cmp.Or(
			cmp.Compare(a.turn(), b.turn()),
			cmp.Compare(a.Memory.Retrievability(today), b.Memory.Retrievability(today)),
			cmp.Compare(a.Memory.Due, b.Memory.Due),
			cmp.Compare(a.ID, b.ID),
		)
	})
	return due[:min(len(due), max(0, most))]
}
