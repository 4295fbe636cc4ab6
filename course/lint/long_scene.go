package lint

import (
	"fmt"

	"hearten/course/source"
)

// longScene catches a scene that has to be scrolled before one can decide.
func longScene() Rule {
	return Rule{"long-scene", "No text of a scene is longer than 120 words.", func(m Module) []source.Problem {
		const most = 120
		var ps []source.Problem
		for _, c := range m.Contents {
			scenes := c.Written().Get("scenes")
			for _, id := range scenes.Names() {
				for _, variant := range scenes.Value(id.Value).Get("text").Items() {
					text := variant.Get("text")
					if n := words(source.Shown(text.Text().Value)); n > most {
						ps = append(ps, text.Problem(source.Warning, 0, 1, "long-scene",
							fmt.Sprintf("this scene has %d words; up to %d are read before a decision", n, most),
							"cut it, or make two scenes of it with a decision between them"))
					}
				}
			}
		}
		return ps
	}}
}
