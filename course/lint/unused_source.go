package lint

import (
	"fmt"

	"hearten/course/source"
)

// unusedSource catches a source of the module that none of its activities
// cites, most often one that outlived the sentence it stood for.
func unusedSource() Rule {
	return Rule{"unused-source", "Every source of a module is cited in it.", func(m Module) []source.Problem {
		if len(m.Contents) < len(m.Activities) || m.Written().Misread("activities") {
			return nil // what could not be read may cite it
		}
		used := map[string]bool{}
		for _, s := range m.Cited {
			used[s.ID] = true
		}
		for _, c := range m.Contents {
			for _, s := range c.Cited {
				used[s.ID] = true
			}
			for _, q := range c.Quiz.Questions {
				for _, id := range q.Sources {
					used[id] = true
				}
			}
		}
		var ps []source.Problem
		for _, name := range m.Written().Get("sources").Names() {
			if !used[name.Value] {
				ps = append(ps, m.Written().Get("sources").Value(name.Value).Problem(source.Warning, 0, 1, "unused-source",
					fmt.Sprintf("the source %q is cited nowhere", name.Value), "cite it as [@"+name.Value+"], or take it out"))
			}
		}
		return ps
	}}
}
