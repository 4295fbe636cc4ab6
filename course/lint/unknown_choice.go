package lint

import (
	"fmt"

	"hearten/course/source"
)

// unknownChoice catches a test that takes a choice which no scene has: it can
// only fail.
func unknownChoice() Rule {
	return Rule{"unknown-choice", "Every choice that a test plays is one of the scenario.", func(m Module) []source.Problem {
		var h hints
		var ps []source.Problem
		for _, c := range m.Contents {
			tests := c.Written().Get("tests").Items()
			if c.Story == nil || len(tests) == 0 {
				continue
			}
			var ids []string
			known := map[string]bool{}
			for _, scene := range c.Story.Spec().Scenes {
				for _, choice := range scene.Choices {
					if !known[choice.ID] {
						ids, known[choice.ID] = append(ids, choice.ID), true
					}
				}
			}
			for _, test := range tests {
				for _, n := range test.Get("play").Items() {
					if id := n.Text().Value; !known[id] && len(ps) < mostPerText {
						ps = append(ps, n.Problem(source.Warning, 0, 0, "unknown-choice",
							fmt.Sprintf("no scene of this scenario has a choice %q, so the test cannot pass", id), h.didYouMean(id, ids, "name a choice by its id")))
					}
				}
			}
		}
		return ps
	}}
}
