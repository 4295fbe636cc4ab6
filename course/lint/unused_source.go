package lint

import (
	"fmt"
	"strings"

	"hearten/course/source"
)

// unusedSource catches a source of the module that none of its activities
// cites, most often one that outlived the sentence it stood for.
func unusedSource() Rule {
	return Rule{"unused-source", "Every source of a module is cited in it.", func(m Module) []source.Problem {
		if len(m.Contents) < len(m.Activities) || m.Written().Misread("activities") {
			return nil // what could not be read may cite it
		}
		used := m.mentioned()
		for _, c := range m.Contents {
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

// mentioned are the sources that stand after an @ somewhere, be it in a
// citation that is none: that is told where it stands.
func (m Module) mentioned() map[string]bool {
	used := map[string]bool{}
	for _, t := range m.Texts {
		for text := t.Value; ; {
			_, rest, found := strings.Cut(text, "@")
			if !found {
				break
			}
			text = rest
			word := strings.TrimLeft(rest, " ")
			used[word[:len(word)-len(strings.TrimLeft(word, "abcdefghijklmnopqrstuvwxyz0123456789-"))]] = true
		}
	}
	return used
}
