package lint

import "hearten/course/source"

// lostMark catches what was typed as in a word processor, and is not shown so.
func lostMark() Rule {
	return Rule{"lost-mark", "Bullets, tables, headings, tabs, stars and numbers show as they were typed.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, t := range m.Texts {
			for i, l := range source.LostMarks(t.Value) {
				if i == mostPerText {
					break
				}
				ps = append(ps, t.node.Problem(source.Warning, l.Offset, l.Width, "lost-mark", l.Cause, l.Fix))
			}
		}
		return ps
	}}
}
