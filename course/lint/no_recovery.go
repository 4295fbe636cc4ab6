package lint

import (
	"fmt"

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
			if !figures.Known || figures.LongestDecisions < 4 || len(c.Story.Begin().Offered()) < 2 {
				continue
			}
			for _, choice := range figures.Lost {
				ps = append(ps, c.Written().Find("scenes", c.Story.Begin().Scene().ID, "choices", choice).Problem(source.Warning, 0, 1, "no-recovery",
					fmt.Sprintf("after the first choice %q no good ending can be reached any more", choice), "let some later choice win back what this one loses"))
			}
		}
		return ps
	}}
}
