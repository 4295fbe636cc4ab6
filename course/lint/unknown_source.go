package lint

import (
	"fmt"

	"hearten/course/source"
)

// unknownSource catches a question that rests on a source nobody named.
func unknownSource() Rule {
	return Rule{"unknown-source", "Every source a question rests on stands under sources:.", func(m Module) []source.Problem {
		if m.Written().Misread("sources") {
			return nil // the source may be there
		}
		var h hints
		var names []string
		known := map[string]bool{}
		for _, s := range m.Sources {
			names, known[s.ID] = append(names, s.ID), true
		}
		var ps []source.Problem
		for _, c := range m.Contents {
			for _, q := range c.Written().Get("questions").Items() {
				for _, n := range q.Get("sources").Items() {
					if id := n.Text().Value; !known[id] {
						ps = append(ps, n.Problem(source.Error, 0, 0, "unknown-source",
							fmt.Sprintf("there is no source %q in this module", id), h.didYouMean(id, names, "name a source that stands under sources:")))
					}
				}
			}
		}
		return ps
	}}
}
