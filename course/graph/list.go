package graph

import (
	"fmt"
	"strings"
)

// The list says in words all that the picture shows, and the texts in full.

type linkView struct{ Name, ID, Kind string }

type stepView struct {
	From        linkView
	Choice, Say string
}

type findingView struct {
	Where                   linkView
	Choice                  string
	Sign, Severity, Code    string
	Cause, Fix, WitnessPath string
}

type sceneView struct {
	Name, ID, Tag string
	Texts         []textView
	Marks         []findingView
	Choices       []choiceView
	From          []linkView
}

type textView struct{ When, Text string }

type choiceView struct {
	Number, ID, Say, When string
	Effects, Steps        string
	Ways                  []wayView
	Marks                 []findingView
}

type wayView struct {
	Number, When string
	To           linkView
	Marks        []findingView
}

type endingView struct {
	Name, ID, Outcome, Title, Text string
	OnPath                         bool
	Marks                          []findingView
	From                           []linkView
}

func (m Map) link(i int) linkView {
	n := m.nodes[i]
	if n.ending() {
		return linkView{m.name(i), n.id, string(n.outcome) + " ending"}
	}
	return linkView{m.name(i), n.id, "scene"}
}

// findings are all marks, in the order of the story.
func (m Map) findings() []findingView {
	all := views(m.whole)
	for i, n := range m.nodes {
		all = append(all, m.placed(i, "", n.marks)...)
		for _, c := range n.choices {
			all = append(all, m.placed(i, c.name, c.marks)...)
			for _, e := range m.edges[c.first:c.last] {
				all = append(all, m.placed(i, c.name, e.marks)...)
			}
		}
	}
	return all
}

func (m Map) placed(i int, choice string, marks []mark) []findingView {
	all := views(marks)
	for n := range all {
		all[n].Where, all[n].Choice = m.link(i), choice
	}
	return all
}

func views(marks []mark) []findingView {
	var all []findingView
	for _, f := range marks {
		all = append(all, findingView{
			Sign: f.sign(), Severity: f.severity(), Code: f.Code, Cause: plain(f.Cause), Fix: plain(f.Fix),
			WitnessPath: visible(strings.Join(f.Witness, ",")),
		})
	}
	return all
}

func (m Map) scenes() []sceneView {
	from := m.comesFrom()
	var all []sceneView
	for i, sc := range m.spec.Scenes {
		n := m.nodes[i]
		v := sceneView{Name: m.name(i), ID: n.id, Tag: n.tag(), Marks: views(n.marks), From: from[i]}
		for _, t := range sc.Text {
			v.Texts = append(v.Texts, textView{plain(t.When), plain(t.Text)})
		}
		for _, c := range n.choices {
			v.Choices = append(v.Choices, m.choiceView(c))
		}
		all = append(all, v)
	}
	return all
}

func (m Map) choiceView(c choice) choiceView {
	v := choiceView{
		Number: c.number, ID: c.name, Say: plain(c.Say), When: plain(c.When),
		Effects: effects(c), Steps: stepsText(c.steps), Marks: views(c.marks),
	}
	for _, e := range m.edges[c.first:c.last] {
		v.Ways = append(v.Ways, wayView{e.number, m.branchText(e), m.link(e.to), views(e.marks)})
	}
	return v
}

// effects is what a choice does to meters and flags.
func effects(c choice) string {
	var parts []string
	for _, ch := range c.Change {
		parts = append(parts, fmt.Sprintf("%s %+d", plain(ch.Meter), ch.By))
	}
	for _, s := range c.Set {
		word := "sets "
		if !s.To {
			word = "clears "
		}
		parts = append(parts, word+plain(s.Flag))
	}
	return strings.ReplaceAll(strings.Join(parts, ", "), "-", "−")
}

func (m Map) endings() []endingView {
	from := m.comesFrom()
	var all []endingView
	for i, e := range m.spec.Endings {
		at := len(m.spec.Scenes) + i
		n := m.nodes[at]
		all = append(all, endingView{
			Name: m.name(at), ID: n.id, Outcome: string(n.outcome), Title: plain(e.Title), Text: plain(e.Text),
			OnPath: n.onPath, Marks: views(n.marks), From: from[at],
		})
	}
	return all
}

// comesFrom is, by node, what leads to it, each once.
func (m Map) comesFrom() [][]linkView {
	from := make([][]linkView, len(m.nodes))
	last := make([]int, len(m.nodes)) // the node, from 1, that was added last
	for _, e := range m.edges {
		if last[e.to] != e.from+1 { // the edges of a node stand together
			from[e.to] = append(from[e.to], m.link(e.from))
			last[e.to] = e.from + 1
		}
	}
	return from
}
