package lint

import (
	"strings"

	"hearten/course/source"
)

// notWritten catches a text that hearten import left open, because the file it
// read has none for the place.
func notWritten() Rule {
	return Rule{"not-written", "Every text that import left open is written.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, t := range m.Texts {
			if t.Value == "Not written yet." {
				ps = append(ps, t.node.Problem(source.Warning, 0, 0, "not-written", "this text is still to be written, and learners read it as it stands", "write yours in its place"))
			}
		}
		return ps
	}}
}

// begun are the places of the texts of a module that a template has.
func begun(m Module, template func(string) bool) []source.Pos {
	var all []source.Pos
	add := func(n source.Node) {
		if text := n.Text().Value; template(text) {
			all = append(all, n.At())
		}
	}
	add(m.Written().Get("summary"))
	for _, n := range m.Written().Get("objectives").Items() {
		add(n)
	}
	for _, t := range m.Texts {
		for _, p := range paragraphs(t.Value) {
			if template(strings.TrimSpace(p.text)) {
				all = append(all, t.node.Problem(source.Warning, 0, 0, "", "", "").At)
				break
			}
		}
	}
	return all
}
