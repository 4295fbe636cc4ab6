package lint

import (
	"fmt"

	"hearten/course/source"
)

// longOption catches an option that takes so long to read that the first ones
// are forgotten at the last.
func longOption() Rule {
	return Rule{"long-option", "No option of a question is longer than 160 characters.", func(m Module) []source.Problem {
		const most = 160
		var ps []source.Problem
		for _, c := range m.Contents {
			for _, q := range c.Quiz.Questions {
				for _, o := range q.Options {
					if n := length(o); n > most {
						ps = append(ps, c.Written().Find("questions", q.ID, "options", o.ID, "text").Problem(source.Warning, 0, 0, "long-option",
							fmt.Sprintf("this option has %d characters; up to %d can be held against each other", n, most),
							"move what explains it to why:, or the situation to ask:"))
					}
				}
			}
		}
		return ps
	}}
}
