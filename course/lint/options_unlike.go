package lint

import (
	"fmt"

	"hearten/course/source"
	"hearten/quiz"
)

// optionsUnlike catches an option so much longer than another one that the
// eye picks it out before reading.
func optionsUnlike() Rule {
	return Rule{"options-unlike", "The options of a question are of a like length.", func(m Module) []source.Problem {
		const times, more = 3, 60
		var ps []source.Problem
		for _, c := range m.Contents {
			for _, q := range c.Quiz.Questions {
				if q.Kind != quiz.KindChoice && q.Kind != quiz.KindChoices || len(q.Options) < 2 {
					continue
				}
				a, b := spread(q)
				short, long := length(q.Options[a]), length(q.Options[b])
				if long > times*short && long-short > more {
					ps = append(ps, c.Written().Find("questions", q.ID, "options", q.Options[b].ID, "text").Problem(source.Warning, 0, 0, "options-unlike",
						fmt.Sprintf("this option has %d characters and another one %d, so it is picked out at a glance", long, short),
						"cut it, or say more in the short one"))
				}
			}
		}
		return ps
	}}
}
