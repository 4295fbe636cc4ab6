package lint

import (
	"fmt"

	"hearten/course/source"
)

// wasTwice catches two things that both say to have been a third: only the
// last of them gets what learners did in it.
func wasTwice() Rule {
	return Rule{"was-twice", "No two things were the same one before.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, c := range m.Contents {
			families(c.Written(), func(all []relative) {
				first := map[string]source.Node{}
				for _, r := range all {
					for _, old := range r.was {
						id := old.Text().Value
						at, twice := first[id]
						if !twice {
							first[id] = old
							continue
						}
						ps = append(ps, old.Problem(source.Warning, 0, 0, "was-twice",
							fmt.Sprintf("%q is named in line %d already, and what learners did can go to one place only", id, at.At().Line),
							"keep it where the rest of it went, and take the other one out"))
					}
				}
			})
		}
		return ps
	}}
}
