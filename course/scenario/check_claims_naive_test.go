package scenario

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

func (n naive) holds(when string, p Play) bool {
	c, known := n.whens[when]
	if !known {
		c, _ = parseCondition(when, n.story.names)
		n.whens[when] = c
	}
	return c.holds(p.now, noEnding)
}

// always reports the conditions of a list that come out one way wherever they
// are read; a finding counts from the plays given.
func (n naive) list(s said, read []Play, whens []string, path ...string) {
	for i, when := range whens {
		var passed []Play
		for _, p := range read {
			if !n.holds(when, p) {
				passed = append(passed, p)
			}
		}
		if when != "" && len(read) > 0 && (len(passed) == 0 || len(passed) == len(read)) {
			for _, p := range read {
				s.add(len(p.Steps()), AlwaysSo, append(path, fmt.Sprint(i), "when")...)
			}
		}
		read = passed
	}
}

func (n naive) choice(s said, here []Play, c Choice, path ...string) {
	var open []Play
	for _, p := range here {
		if n.holds(c.When, p) {
			open = append(open, p)
		}
	}
	if len(open) == 0 {
		s.add(len(here[0].Steps()), NeverOffered, append(path, "when")...)
		return
	}
	if c.When != "" && len(open) == len(here) {
		s.add(len(here[0].Steps()), AlwaysSo, append(path, "when")...)
	}
	for _, change := range c.Change {
		i := slices.IndexFunc(n.story.Meters(), func(m Meter) bool { return m.Name == change.Meter })
		m := n.story.Meters()[i]
		inside := func(p Play) bool {
			value := p.Meter(m.Name) + change.By
			return value >= m.Min && value <= m.Max
		}
		if !slices.ContainsFunc(open, inside) {
			s.add(len(open[0].Steps()), AlwaysClipped, append(path, "change", m.Name)...)
		}
	}
	n.branches(s, open, c, path)
}

// branches looks at the states after the choice, but counts the decisions
// before it.
func (n naive) branches(s said, open []Play, c Choice, path []string) {
	var read []Play
	for _, p := range open {
		after, _ := p.Choose(c.ID)
		after.steps = after.steps[:len(p.steps)]
		read = append(read, after)
	}
	all := said{}
	var whens []string
	for _, to := range c.To {
		whens = append(whens, to.When)
	}
	n.list(all, read, whens, append(path, "to")...)
	for i, when := range whens {
		at := append(slices.Clone(path), "to", fmt.Sprint(i))
		var held, passed []Play
		for _, p := range read {
			if n.holds(when, p) {
				held = append(held, p)
			} else {
				passed = append(passed, p)
			}
		}
		switch {
		case len(read) == 0:
			s.add(len(open[0].Steps()), NeverTaken, at...)
		case len(held) == 0:
			s.add(len(read[0].Steps()), NeverTaken, append(at, "when")...)
			delete(all, AlwaysSo+" "+strings.Join(append(at, "when"), "/"))
		}
		read = passed
	}
	maps.Copy(s, all)
}

// together compares the choices that are offered side by side.
func (n naive) together(s said, here []Play, sc Scene) {
	for i, a := range sc.Choices {
		best := func(p Play) bool { return n.isBest(p, a) }
		if both := n.sideBySide(here, a, a); len(both) > 0 && !slices.ContainsFunc(both, func(p Play) bool { return !best(p) }) {
			s.add(len(both[0].Steps()), NoDilemma, "scenes", sc.ID, "choices", a.ID)
		}
		for _, b := range sc.Choices[i+1:] {
			differ := func(p Play) bool {
				x, _ := p.Choose(a.ID)
				y, _ := p.Choose(b.ID)
				return situationOf(x) != situationOf(y)
			}
			if both := n.sideBySide(here, a, b); len(both) > 0 && !slices.ContainsFunc(both, differ) {
				s.add(len(both[0].Steps()), SameResult, "scenes", sc.ID, "choices", b.ID)
			}
		}
	}
}

// sideBySide are the plays in which both choices are offered, and not alone.
func (n naive) sideBySide(here []Play, a, b Choice) []Play {
	var all []Play
	for _, p := range here {
		if n.holds(a.When, p) && n.holds(b.When, p) && (a.ID != b.ID || len(p.Offered()) > 1) {
			all = append(all, p)
		}
	}
	return all
}

func (n naive) isBest(p Play, c Choice) bool {
	mine, _ := p.Choose(c.ID)
	for _, other := range p.Offered() {
		if other.ID == c.ID {
			continue
		}
		theirs, _ := p.Choose(other.ID)
		for _, f := range n.story.Spec().Flags {
			if mine.Flag(f) != theirs.Flag(f) {
				return false
			}
		}
		better := false
		for _, m := range n.story.Meters() {
			ahead := mine.Meter(m.Name) - theirs.Meter(m.Name)
			if m.Better == BetterDown {
				ahead = -ahead
			}
			if m.Better != BetterNone && ahead < 0 {
				return false
			}
			better = better || m.Better != BetterNone && ahead > 0
		}
		if !better {
			return false
		}
	}
	return true
}

// outlook is what is ahead in a situation of a story without loops.
type outlook struct {
	plays             float64
	shortest, longest int
	fewest, most      int
	share             map[string]float64
}

func (n naive) ahead(at int, known map[int]outlook) outlook {
	if o, ok := known[at]; ok {
		return o
	}
	p := n.play[at]
	words := len(strings.Fields(p.Text()))
	for _, c := range p.Offered() {
		words += len(strings.Fields(c.Say))
	}
	o := outlook{share: map[string]float64{}}
	if e, ok := p.Ending(); ok {
		words += len(strings.Fields(e.Title))
		o = outlook{1, 0, 0, 0, 0, map[string]float64{e.ID: 1}}
	}
	for i, to := range n.next[at] {
		after := n.ahead(to, known)
		if i == 0 {
			o.shortest, o.fewest = after.shortest+1, after.fewest
		}
		o.plays += after.plays
		o.shortest, o.longest = min(o.shortest, after.shortest+1), max(o.longest, after.longest+1)
		o.fewest, o.most = min(o.fewest, after.fewest), max(o.most, after.most)
		for id, share := range after.share {
			o.share[id] += share / float64(len(n.next[at]))
		}
	}
	o.fewest, o.most = o.fewest+words, o.most+words
	known[at] = o
	return o
}
