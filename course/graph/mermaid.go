package graph

import (
	"fmt"
	"strings"

	"hearten/course/scenario"
)

// Mermaid is the map as a Mermaid flowchart. Mermaid itself refuses to draw
// more than 500 edges or 50,000 characters unless its settings are raised.
func (m Map) Mermaid() string {
	var b strings.Builder
	b.WriteString("flowchart TD\n")
	for i, n := range m.nodes {
		fmt.Fprintf(&b, "  %s%s\n", m.name(i), mermaidShape(n, joined(label(n), mermaidText, "<br/>")))
	}
	if whole := m.wholeText(); len(whole) > 0 {
		fmt.Fprintf(&b, "  whole>\"%s\"]\n", joined(whole, mermaidText, "<br/>"))
	}
	for _, e := range m.edges {
		fmt.Fprintf(&b, "  %s %s|\"%s\"| %s\n", m.name(e.from), m.mermaidArrow(e), joined(m.edgeLabel(e), mermaidText, "<br/>"), m.name(e.to))
	}
	m.mermaidClasses(&b)
	return b.String()
}

// mermaidShape tells the endings apart by shape: round, six-cornered, slanted.
func mermaidShape(n node, label string) string {
	switch n.outcome {
	case scenario.Good:
		return `(["` + label + `"])`
	case scenario.Mixed:
		return `{{"` + label + `"}}`
	case scenario.Bad:
		return `[\"` + label + `"/]`
	}
	return `["` + label + `"]`
}

// mermaidArrow is thick on the path, dotted under a condition.
func (m Map) mermaidArrow(e edge) string {
	switch {
	case len(e.steps) > 0:
		return "==>"
	case m.conditional(e):
		return "-.->"
	}
	return "-->"
}

func (m Map) mermaidClasses(b *strings.Builder) {
	// Widths and dashes say it in every theme, and to those who see no colour.
	classes := []struct {
		name, style string
		has         func(node) bool
	}{
		{"path", "stroke-width:4px", func(n node) bool { return n.onPath }},
		{"wrong", "stroke:#c62828,stroke-dasharray:6 3", node.wrong},
	}
	for _, c := range classes {
		var names []string
		for i, n := range m.nodes {
			if c.has(n) {
				names = append(names, m.name(i))
			}
		}
		if len(names) > 0 {
			fmt.Fprintf(b, "  classDef %s %s\n  class %s %s\n", c.name, c.style, strings.Join(names, ","), c.name)
		}
	}
}

// mermaidText writes as an entity every character that means something to
// Mermaid anywhere in a label: quotes and brackets, Markdown, directives, and
// what its own reading of entities trips over. What would begin a list at the
// start of a label is one of them only there.
func mermaidText(s string) string {
	var b strings.Builder
	begun := false
	for _, r := range visible(s) {
		switch {
		case strings.ContainsRune(",'?! ", r) || r > 0x7f:
			b.WriteRune(r)
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			begun = true
			b.WriteRune(r)
		case r >= '0' && r <= '9' || begun && (r == '.' || r == '-'):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
	}
	return b.String()
}
