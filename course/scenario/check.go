package scenario

import (
	"iter"
	"slices"
)

// DefaultLimit is how many states Check explores unless told otherwise.
const DefaultLimit = 4_000_000

// Report is what Check found. Complete says that every state was explored;
// if not, Findings hold only what their witnesses prove, and Figures nothing.
type Report struct {
	Findings []Finding
	Figures  Figures
	States   int
	Spent    int // of the limit: what States cost, in states of an average story
	Complete bool
}

// Finding is something that is wrong with a story although it can be played.
// Path, Code, Cause and Fix are as in Error; the place is the whole of what
// stands there. Witness is a shortest list of choices, by id, that shows it:
// from the start to the state that is meant, for what is true of many states
// to one of them. It is empty where there is nothing to show, as for a scene
// that is never reached, and once all witnesses together are half a million
// choices long.
type Finding struct {
	Path             []string
	Code, Cause, Fix string
	Warning          bool
	Witness          []string
}

// The codes of findings.
const (
	// Stuck is a scene that can offer nothing.
	Stuck = "stuck"
	// Endless is a play that comes back to a state it was in. Loops that have
	// scenes in common are one finding; its witness goes once round.
	Endless = "endless"
	// Trap is a decision after which every way on is stuck or endless. One
	// that leads straight into a stuck scene is left to Stuck.
	Trap = "trap"
	// Unreachable is a scene or an ending that no play comes to.
	Unreachable = "unreachable"
	// NeverOffered is a choice of a reachable scene that is never open.
	NeverOffered = "never-offered"
	// NeverTaken is a branch of a choice that no play goes on by.
	NeverTaken = "never-taken"
	// AlwaysSo is a condition that comes out one way wherever it is read, and
	// does not make a choice or a branch one of the two before.
	AlwaysSo = "always-so"
	// AlwaysClipped is a change that leaves its meter's bounds wherever its
	// choice is offered.
	AlwaysClipped = "always-clipped"
	// SameResult is a pair of choices that come to the same wherever both are
	// offered.
	SameResult = "same-result"
	// NoDilemma is a choice that, wherever it is offered with others, leaves
	// the flags as they do, no meter worse and some meter better.
	NoDilemma = "no-dilemma"
	// Unread is a flag that no condition reads, not even that of a test.
	Unread = "unread"
)

// Check plays the story in every way there is and reports what is wrong with
// it and how large it is. It gives up when it knows more states than the
// limit, or has looked at six times as many decisions, or taken 128 times as
// many steps to read conditions; a limit of 0 is DefaultLimit.
func (s *Story) Check(limit int) Report {
	if limit <= 0 {
		limit = DefaultLimit
	}
	x := s.explore(limit, newStateSet(s))
	r := Report{States: len(x.keys), Spent: x.spent(), Complete: x.complete}
	figures, left := x.figures()
	r.Findings = append(r.Findings, x.stuck()...)
	if left != nil {
		r.Findings = append(r.Findings, x.endless(x.loops(left))...)
	}
	sound := len(r.Findings) == 0
	if !sound {
		r.Findings = append(r.Findings, x.traps()...)
	}
	if x.complete {
		r.Findings = append(r.Findings, x.claims()...)
		if sound {
			r.Figures = figures
		}
	}
	r.Findings = append(r.Findings, s.unread()...)
	return r
}

// mostTold bounds the witnesses of a story that is one long row of mistakes.
const mostTold = 500_000

// finding is a finding with the shortest way to where it first was so.
func (x *exploration) finding(code string, at first, path []string, cause, fix string) Finding {
	f := Finding{Path: path, Code: code, Cause: cause, Fix: fix}
	f.Warning = slices.Contains([]string{AlwaysSo, AlwaysClipped, SameResult, NoDilemma, Unread}, code)
	if at.known() && x.told <= mostTold {
		if x.told += x.decisions(at.state()); x.told <= mostTold {
			f.Witness = x.way(at.state())
		}
	}
	return f
}

// way is the shortest list of choices that leads to a state.
func (x *exploration) way(to uint32) []string {
	ids := make([]string, x.decisions(to))
	for i := range slices.Backward(ids) {
		ids[i] = x.step(x.parent[to], to)
		to = x.parent[to]
	}
	return ids
}

// step is the id of the first choice that leads from a state to the next.
func (x *exploration) step(from, to uint32) string {
	for c, next := range x.open(from) {
		if next == to {
			at, _ := split(x.keys[from])
			return x.story.spec.Scenes[at].Choices[c].ID
		}
	}
	return ""
}

// open are the choices that a state offers, with what comes after each.
func (x *exploration) open(from uint32) iter.Seq2[int, uint32] {
	return func(yield func(int, uint32) bool) {
		at, now := split(x.keys[from])
		after := x.after(from)
		for i := range x.story.scenes[at].choices {
			if len(after) == 0 {
				return
			}
			if x.story.scenes[at].choices[i].offered(now) {
				if !yield(i, after[0]) {
					return
				}
				after = after[1:]
			}
		}
	}
}
