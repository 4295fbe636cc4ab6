package scenario

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// claims are the findings that say "never" and "always": they need every
// state to have been explored.
func (x *exploration) claims() []Finding {
	var all []Finding
	for i, sc := range x.story.spec.Scenes {
		path := []string{"scenes", sc.ID}
		facts := &x.facts[i]
		if !facts.reached.known() {
			all = append(all, x.finding(Unreachable, 0, path, fmt.Sprintf("no play comes to the scene %s", quote(sc.ID)),
				"let a choice lead to it, or take it out"))
			continue
		}
		all = append(all, x.textClaims(path, sc, facts)...)
		for c, choice := range sc.Choices {
			all = append(all, x.choiceClaims(under(path, "choices", choice.ID), i, c)...)
		}
		all = append(all, x.pairs(path, sc, facts)...)
	}
	return append(all, x.unreachableEndings()...)
}

func (x *exploration) unreachableEndings() []Finding {
	reached := make([]bool, len(x.story.spec.Endings))
	for _, key := range x.keys {
		if at, _ := split(key); at >= len(x.story.scenes) {
			reached[at-len(x.story.scenes)] = true
		}
	}
	var all []Finding
	for i, e := range x.story.spec.Endings {
		if !reached[i] {
			all = append(all, x.finding(Unreachable, 0, []string{"endings", e.ID}, fmt.Sprintf("no play comes to the ending %s", quote(e.ID)),
				"let a choice lead to it, or take it out"))
		}
	}
	return all
}

// readings says of each condition of a list in which states it was read: the
// entry was taken, or a later one was.
func readings(taken []first) (held, failed []first) {
	held, failed = taken, make([]first, len(taken))
	// After the last there is none, so nothing says that it failed.
	for i := len(taken) - 2; i >= 0; i-- {
		failed[i] = earlier(failed[i+1], taken[i+1])
	}
	return held, failed
}

func earlier(a, b first) first {
	if !a.known() || b.known() && b < a {
		return b
	}
	return a
}

func (x *exploration) textClaims(path []string, sc Scene, facts *sceneFacts) []Finding {
	held, failed := readings(facts.shown)
	var all []Finding
	for i, v := range sc.Text {
		if v.When == "" {
			continue
		}
		at := under(path, "text", strconv.Itoa(i), "when")
		all = append(all, x.alwaysSo(at, held[i], failed[i])...)
	}
	return all
}

// alwaysSo reports a condition that came out one way only.
func (x *exploration) alwaysSo(path []string, held, failed first) []Finding {
	switch {
	case held.known() && !failed.known():
		return []Finding{x.finding(AlwaysSo, held, path, "this condition holds wherever it is read", "leave it out, or let it ask for something that can differ here")}
	case failed.known() && !held.known():
		return []Finding{x.finding(AlwaysSo, failed, path, "this condition never holds where it is read", "take out what it guards, or let it ask for something that can differ here")}
	}
	return nil
}

func (x *exploration) choiceClaims(path []string, scene, c int) []Finding {
	spec, facts := x.story.spec.Scenes[scene].Choices[c], &x.facts[scene].choices[c]
	if !facts.offered.known() {
		return []Finding{x.finding(NeverOffered, facts.refused, under(path, "when"), fmt.Sprintf("the choice %s is never offered: its condition holds in no state its scene is reached in", quote(spec.ID)),
			"mend the condition, or take the choice out")}
	}
	var all []Finding
	if spec.When != "" {
		all = append(all, x.alwaysSo(under(path, "when"), facts.offered, facts.refused)...)
	}
	for i, change := range x.story.scenes[scene].choices[c].changes {
		if facts.misses>>i&1 == 1 {
			m := x.story.spec.Meters[change.meter]
			all = append(all, x.finding(AlwaysClipped, facts.offered, under(path, "change", m.Name),
				fmt.Sprintf("this change always goes beyond the bounds of %s, %d and %d", quote(m.Name), m.Min, m.Max),
				"make it smaller, widen the bounds, or offer the choice elsewhere"))
		}
	}
	return append(all, x.branchClaims(path, spec, facts)...)
}

func (x *exploration) branchClaims(path []string, spec Choice, facts *choiceFacts) []Finding {
	held, failed := readings(facts.taken)
	var all []Finding
	for i, to := range spec.To {
		at := under(path, "to", strconv.Itoa(i))
		switch {
		case !held[i].known() && !failed[i].known():
			all = append(all, x.finding(NeverTaken, facts.offered, at, fmt.Sprintf("no play goes on to %s here: a branch before this one always holds", quote(to.To)),
				"mend the conditions before it, or take one of the branches out"))
		case !held[i].known():
			all = append(all, x.finding(NeverTaken, failed[i], under(at, "when"), fmt.Sprintf("no play goes on to %s here: its condition never holds when it is read", quote(to.To)),
				"mend the condition, or take the branch out"))
		case to.When != "":
			all = append(all, x.alwaysSo(under(at, "when"), held[i], failed[i])...)
		}
	}
	return all
}

// pairs are the findings about choices that are offered together.
func (x *exploration) pairs(path []string, sc Scene, facts *sceneFacts) []Finding {
	var all []Finding
	for _, pair := range slices.SortedFunc(maps.Keys(facts.same), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }) {
		if facts.apart[pair[0]]>>pair[1]&1 == 1 {
			continue
		}
		a, b := sc.Choices[pair[0]].ID, sc.Choices[pair[1]].ID
		all = append(all, x.finding(SameResult, facts.same[pair], under(path, "choices", b),
			fmt.Sprintf("the choices %s and %s always have the same result", quote(a), quote(b)),
			"let them differ in a meter, a flag or where they lead"))
	}
	for c, choice := range sc.Choices {
		if best := facts.choices[c].best; best.known() && facts.weighed>>c&1 == 0 {
			all = append(all, x.finding(NoDilemma, best, under(path, "choices", choice.ID),
				fmt.Sprintf("nobody has to weigh the choice %s: it is never worse than another one, and always better in a meter", quote(choice.ID)),
				"give it a price, or give the others something that it lacks"))
		}
	}
	return all
}

// unread finds the flags that no condition reads, be it one of a test.
func (s *Story) unread() []Finding {
	var all []Finding
	for i, f := range s.spec.Flags {
		if !s.read.flag(i) {
			all = append(all, Finding{Path: []string{"flags", strconv.Itoa(i)}, Code: Unread, Warning: true,
				Cause: fmt.Sprintf("nothing reads the flag %s", quote(f)), Fix: "ask for it in a condition, or take it out"})
		}
	}
	return all
}
