// Package graph draws a story for its author: as a Mermaid flowchart, as DOT,
// or as a page with a picture.
package graph

import (
	"fmt"
	"strconv"
	"strings"

	"hearten/course/scenario"
)

// Config is what a map shows beside the story itself. Report is what the
// checker found, and Path are the choices, by id, of one play to mark; either
// may be empty. Prefix goes before every id of a picture, so that several may
// stand on one page. A brief picture has of each scene only its name and the
// numbers of its choices, so that a long story fits on a sheet of paper.
type Config struct {
	Title, Language string
	Prefix          string
	Brief           bool
	Report          scenario.Report
	Path            []string
}

// Map is a story as a graph: every scene and every ending is a node, every
// branch of every choice an edge.
type Map struct {
	config Config
	spec   scenario.Spec
	nodes  []node
	edges  []edge
	path   []int  // edges
	whole  []mark // of no one place
}

// node is a scene, or an ending where it has an outcome. Its id is as it is
// shown.
type node struct {
	id, text string
	outcome  scenario.Outcome
	start    bool
	choices  []choice
	marks    []mark
	visits   []int // decisions of the path that were made here
	onPath   bool
}

func (n node) ending() bool { return n.outcome != "" }

// choice is a choice of a scene; its edges are edges[first:last] of the map.
type choice struct {
	scenario.Choice
	number      string // from 1
	name        string // the id, as it is shown
	first, last int
	marks       []mark
	steps       []int
}

// edge is a branch of a choice. Its number is the choice's, with a letter where
// there is more than one branch.
type edge struct {
	from, to int
	choice   int // of the scene it comes from
	number   string
	when     string
	steps    []int
	marks    []mark
}

// New makes the map of a story. It fails where the path names a choice that
// is not offered.
func New(story *scenario.Story, c Config) (Map, error) {
	m := Map{config: c, spec: story.Spec()}
	at := map[string]int{}
	for i, sc := range m.spec.Scenes {
		at[sc.ID] = i
		m.nodes = append(m.nodes, node{id: visible(sc.ID), text: opening(sc), start: sc.ID == m.spec.Start})
	}
	for _, e := range m.spec.Endings {
		at[e.ID] = len(m.nodes)
		m.nodes = append(m.nodes, node{id: visible(e.ID), text: e.Title, outcome: orMixed(e.Outcome)})
	}
	for i, sc := range m.spec.Scenes {
		for n, ch := range sc.Choices {
			m.add(at, i, n, ch)
		}
	}
	m.mark(at, c.Report.Findings)
	return m, m.walk(at, story, c.Path)
}

// orMixed gives an ending without an outcome the one that claims least.
func orMixed(o scenario.Outcome) scenario.Outcome {
	if o == scenario.Good || o == scenario.Bad {
		return o
	}
	return scenario.Mixed
}

// opening is the text that a scene shows when no condition holds.
func opening(sc scenario.Scene) string {
	if len(sc.Text) == 0 {
		return ""
	}
	return sc.Text[len(sc.Text)-1].Text
}

func (m *Map) add(at map[string]int, from, n int, c scenario.Choice) {
	made := choice{Choice: c, number: strconv.Itoa(n + 1), name: visible(c.ID), first: len(m.edges)}
	for i, to := range c.To {
		number := made.number
		if len(c.To) > 1 {
			number += letter(i)
		}
		m.edges = append(m.edges, edge{from: from, to: at[to.To], choice: n, number: number, when: to.When})
	}
	made.last = len(m.edges)
	m.nodes[from].choices = append(m.nodes[from].choices, made)
}

// letter counts a, b … z, then aa.
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

// walk plays the path and marks what it comes by.
func (m *Map) walk(at map[string]int, story *scenario.Story, path []string) error {
	if len(path) == 0 {
		return nil
	}
	play := story.Begin()
	m.nodes[at[m.spec.Start]].onPath = true
	for i, id := range path {
		next, err := play.Choose(id)
		if err != nil {
			return fmt.Errorf("the path breaks off at choice %d of %d: %w", i+1, len(path), err)
		}
		steps := next.Steps()
		m.take(at, i+1, steps[len(steps)-1])
		play = next
	}
	return nil
}

func (m *Map) take(at map[string]int, number int, s scenario.Step) {
	from := &m.nodes[at[s.Scene]]
	from.visits = append(from.visits, number)
	m.nodes[at[s.To]].onPath = true
	for c := range from.choices {
		ch := &from.choices[c]
		if ch.ID != s.Choice {
			continue
		}
		ch.steps = append(ch.steps, number)
		e := ch.first + branch(ch.To, s.To)
		m.edges[e].steps = append(m.edges[e].steps, number)
		m.path = append(m.path, e)
	}
}

// branch is the first branch that leads where the play went. Two branches to
// the same place are one way to a reader.
func branch(branches []scenario.Branch, to string) int {
	for i, b := range branches {
		if b.To == to {
			return i
		}
	}
	return 0
}

// stepsText says which decisions of the path something was.
func stepsText(steps []int) string {
	if len(steps) == 0 {
		return ""
	}
	words := make([]string, 0, len(steps))
	for _, n := range steps {
		words = append(words, strconv.Itoa(n))
	}
	if len(steps) == 1 {
		return "step " + words[0]
	}
	return "steps " + strings.Join(words, ", ")
}
