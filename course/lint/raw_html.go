package lint

import "hearten/course/source"

// rawHTML catches HTML, which no terminal shows as its author meant it.
func rawHTML() Rule {
	return Rule{"raw-html", "No text holds HTML.", func(m Module) []source.Problem {
		return spans(m, source.HTML, "raw-html", "this is HTML, which a terminal cannot show", "say it in Markdown: ** for bold, * for italics, a blank line for a new paragraph")
	}}
}

// spans warns of every part of a text that a search finds.
func spans(m Module, search func(string) []source.Span, code, cause, fix string) []source.Problem {
	var ps []source.Problem
	for _, t := range m.Texts {
		for i, s := range search(t.Value) {
			if i == mostPerText {
				break
			}
			ps = append(ps, t.node.Problem(source.Warning, s.Offset, s.Width, code, cause, fix))
		}
	}
	return ps
}
