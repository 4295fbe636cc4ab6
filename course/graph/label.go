package graph

import (
	"fmt"
	"slices"
	"strings"
)

const (
	openingLength = 72
	sayLength     = 48
)

// label is a node in words, a line each: for the formats that draw by
// themselves.
func label(n node) []string {
	lines := []string{n.id}
	switch {
	case n.ending():
		lines = []string{string(n.outcome) + " ending", n.id}
	case n.start:
		lines = []string{"start", n.id}
	}
	if text := shorten(plain(n.text), openingLength); text != "" {
		lines = append(lines, text)
	}
	lines = append(lines, marksText(n.marks)...)
	if n.onPath && n.ending() {
		lines = append(lines, "the path ends here")
	}
	return lines
}

// edgeLabel is an edge in words, a line each.
func (m Map) edgeLabel(e edge) []string {
	c := m.nodes[e.from].choices[e.choice]
	first := c.name
	if say := shorten(plain(c.Say), sayLength); say != "" {
		first += ": " + say
	}
	lines := []string{first}
	if c.When != "" {
		lines = append(lines, "when "+plain(c.When))
	}
	if word := m.branchText(e); word != "" {
		lines = append(lines, word)
	}
	lines = append(lines, marksText(c.marks)...)
	lines = append(lines, marksText(e.marks)...)
	if steps := stepsText(e.steps); steps != "" {
		lines = append(lines, steps)
	}
	return lines
}

// branchText says when an edge is the one taken of its choice.
func (m Map) branchText(e edge) string {
	c := m.nodes[e.from].choices[e.choice]
	switch {
	case e.when != "":
		return "if " + plain(e.when)
	case c.last-c.first > 1:
		return "else"
	}
	return ""
}

func marksText(marks []mark) []string {
	var all []string
	for _, f := range marks {
		all = append(all, fmt.Sprintf("%s %s: %s", f.sign(), f.severity(), f.Code))
	}
	return all
}

// wholeText is what concerns no one place, a line each.
func (m Map) wholeText() []string {
	var all []string
	for _, f := range m.whole {
		all = append(all, fmt.Sprintf("%s %s: %s: %s", f.sign(), f.severity(), f.Code, shorten(plain(f.Cause), 120)))
	}
	if r := m.config.Report; r.States > 0 && !r.Complete {
		all = append(all, fmt.Sprintf("not every state was explored: %d were, so more may be wrong", r.States))
	}
	return all
}

// wrong says of a node that there is an error in it.
func (n node) wrong() bool { return anyError(n.marks) }

// wrong says of an edge that there is an error in it or in its choice.
func (m Map) wrong(e edge) bool {
	return anyError(e.marks) || anyError(m.nodes[e.from].choices[e.choice].marks)
}

func anyError(marks []mark) bool {
	return slices.ContainsFunc(marks, func(f mark) bool { return !f.Warning })
}

// conditional says of an edge that it is not always open.
func (m Map) conditional(e edge) bool {
	return e.when != "" || m.nodes[e.from].choices[e.choice].When != ""
}

// name is what a node is called where only plain letters are safe.
func (m Map) name(i int) string {
	if m.nodes[i].ending() {
		return fmt.Sprintf("%se%d", m.config.Prefix, i-len(m.spec.Scenes)+1)
	}
	return fmt.Sprintf("%ss%d", m.config.Prefix, i+1)
}

func (m Map) title() string {
	if title := plain(m.config.Title); title != "" {
		return title
	}
	return "Scenario"
}

func joined(lines []string, escape func(string) string, between string) string {
	escaped := make([]string, 0, len(lines))
	for _, line := range lines {
		escaped = append(escaped, escape(line))
	}
	return strings.Join(escaped, between)
}
