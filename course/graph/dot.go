package graph

import (
	"fmt"
	"strings"

	"hearten/course/scenario"
)

// DOT is the map in the language of Graphviz.
func (m Map) DOT() string {
	var b strings.Builder
	b.WriteString("digraph story {\n")
	fmt.Fprintf(&b, "  graph [label=%s, labelloc=t, fontname=\"sans-serif\"]\n", dotText(append([]string{m.title()}, m.wholeText()...)))
	b.WriteString("  node [shape=box, fontname=\"sans-serif\"]\n  edge [fontname=\"sans-serif\", fontsize=11]\n")
	for i, n := range m.nodes {
		fmt.Fprintf(&b, "  %s [label=%s%s]\n", m.name(i), dotText(label(n)), dotNode(n))
	}
	for _, e := range m.edges {
		fmt.Fprintf(&b, "  %s -> %s [label=%s%s]\n", m.name(e.from), m.name(e.to), dotText(m.edgeLabel(e)), m.dotEdge(e))
	}
	b.WriteString("}\n")
	return b.String()
}

func dotNode(n node) string {
	look := map[scenario.Outcome]string{
		scenario.Good: ", shape=box, style=rounded, peripheries=2", scenario.Mixed: ", shape=hexagon", scenario.Bad: ", shape=octagon",
	}[n.outcome]
	if n.onPath {
		look += ", penwidth=4"
	}
	if n.wrong() {
		look += ", color=\"#c62828\""
	}
	return look
}

func (m Map) dotEdge(e edge) string {
	look := ""
	if m.conditional(e) {
		look += ", style=dashed"
	}
	if len(e.steps) > 0 {
		look += ", penwidth=4"
	}
	if m.wrong(e) {
		look += ", color=\"#c62828\""
	}
	return look
}

// dotText is a quoted string. Graphviz reads entities in it, so the sign that
// begins one becomes one.
func dotText(lines []string) string {
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;").Replace
	return `"` + joined(lines, func(s string) string { return escape(visible(s)) }, `\n`) + `"`
}
