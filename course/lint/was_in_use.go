package lint

import (
	"fmt"

	"hearten/course/source"
)

// wasInUse catches a was: that names something which is still there: what
// learners do in that would be counted for the other.
func wasInUse() Rule {
	return Rule{"was-in-use", "What a was: names is not there any more.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, c := range m.Contents {
			families(c.Written(), func(all []relative) {
				there := map[string]bool{}
				for _, r := range all {
					there[r.id] = true
				}
				for _, r := range all {
					for _, old := range r.was {
						if id := old.Text().Value; there[id] && id != r.id {
							ps = append(ps, old.Problem(source.Warning, 0, 0, "was-in-use",
								fmt.Sprintf("%q is still there beside this, and what learners do in it would be counted here", id),
								"take it out of was:, or give the other one a new id"))
						}
					}
				}
			})
		}
		return ps
	}}
}
