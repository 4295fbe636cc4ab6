package lint

import (
	"fmt"
	"slices"
	"strings"

	"hearten/course/scenario"
	"hearten/course/source"
)

// noRecovery catches a story in which one slip at the start decides all: what
// it teaches is that nothing done afterwards matters. In a story of up to three
// decisions there is little to be done afterwards.
func noRecovery() Rule {
	return Rule{"no-recovery", "In a story of four decisions or more, a good ending can be reached whatever is chosen first.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, c := range m.Contents {
			figures := m.Reports[c.Activity.ID].Figures
			if !figures.Known || figures.LongestDecisions < 4 || !promises(c.Story) {
				continue
			}
			begin := c.Story.Begin()
			first := begin.Offered()
			for _, choice := range first {
				after, err := begin.Choose(choice.ID)
				if err != nil || len(first) < 2 || recovers(after) {
					continue
				}
				ps = append(ps, c.Written().Find("scenes", begin.Scene().ID, "choices", choice.ID).Problem(source.Warning, 0, 1, "no-recovery",
					fmt.Sprintf("after the first choice %q no good ending can be reached any more", choice.ID), "let some later choice win back what this one loses"))
			}
		}
		return ps
	}}
}

// promises says that a story has a good ending at all.
func promises(s *scenario.Story) bool {
	return slices.ContainsFunc(s.Spec().Endings, func(e scenario.Ending) bool { return e.Outcome == scenario.Good })
}

// mostTried bounds the search; a story that has not shown a good ending by
// then is given the benefit of the doubt.
const mostTried = 20_000

// recovers looks for a way from here to a good ending.
func recovers(from scenario.Play) bool {
	seen := map[string]bool{}
	open := []scenario.Play{from}
	for len(open) > 0 {
		p := open[len(open)-1]
		open = open[:len(open)-1]
		if ending, ended := p.Ending(); ended {
			if ending.Outcome == scenario.Good {
				return true
			}
			continue
		}
		if key := stands(p); !seen[key] {
			seen[key] = true
			for _, choice := range p.Offered() {
				if next, err := p.Choose(choice.ID); err == nil {
					open = append(open, next)
				}
			}
		}
		if len(seen) > mostTried {
			return true
		}
	}
	return false
}

// stands is where a play is and how things are, in a word.
func stands(p scenario.Play) string {
	var b strings.Builder
	b.WriteString(p.Scene().ID)
	spec := p.Story().Spec()
	for _, m := range spec.Meters {
		fmt.Fprintf(&b, " %d", p.Meter(m.Name))
	}
	for _, f := range spec.Flags {
		fmt.Fprintf(&b, " %t", p.Flag(f))
	}
	return b.String()
}
