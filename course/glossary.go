package course

import (
	"slices"

	"hearten/course/source"
)

// Term is one entry of a glossary. What it means is Markdown, with its own
// terms marked and its sources numbered as in Module.Cited.
type Term struct {
	Name, Meaning string

	node source.Node
}

func glossary(n source.Node) []Term {
	var all []Term
	for _, name := range n.Names() {
		node := n.Value(name.Value)
		all = append(all, Term{name.Value, node.Text().Value, node})
	}
	return all
}

// with is a glossary and what of a shared one it does not explain itself.
func with(own, shared []Term) []Term {
	known := map[string]bool{}
	for _, t := range own {
		known[source.TermKey(t.Name)] = true
	}
	all := slices.Clip(own)
	for _, t := range shared {
		if !known[source.TermKey(t.Name)] {
			all = append(all, t)
		}
	}
	return all
}

func termOf(all []Term, name string) (Term, bool) {
	key := source.TermKey(name)
	i := slices.IndexFunc(all, func(t Term) bool { return source.TermKey(t.Name) == key })
	if i < 0 {
		return Term{}, false
	}
	return all[i], true
}

// explain builds what the terms of a module mean. The first of them are its
// own: those of course.yaml have their problems told once, by no module.
func (c *Course) explain(m *Module, own int) []source.Problem {
	if len(m.Glossary) == 0 {
		return nil
	}
	b := c.builder(*m)
	var problems []source.Problem
	for i := range m.Glossary {
		m.Glossary[i].Meaning = b.prose(m.Glossary[i].node)
		if i == own-1 {
			problems = b.problems
		}
	}
	m.Cited = b.cited
	return problems
}

// Terms are the terms that texts of the activity refer to, in that order. The
// texts are as they were built.
func (c Content) Terms(texts ...string) []Term {
	var all []Term
	for _, text := range texts {
		for _, words := range source.Marked(text) {
			t, known := termOf(c.Module.Glossary, c.named[source.TermKey(words)])
			if _, twice := termOf(all, t.Name); known && !twice {
				all = append(all, t)
			}
		}
	}
	return all
}

// Glossary is the terms of a module, under its title.
type Glossary struct {
	Title string
	Terms []Term
	Cited []Source // by what the terms mean
}

// Words is the glossary of a module; it may have no terms.
func (m Module) Words() Glossary { return Glossary{m.Title, m.Glossary, m.Cited} }

// Words are the glossaries of all modules that have terms. One that several
// modules share is in the first of them.
func (c *Course) Words() []Glossary { return c.words }

func (c *Course) gather() {
	type entry struct{ key, meaning string }
	seen := map[entry]bool{}
	for _, m := range c.Modules {
		g := m.Words()
		g.Terms = slices.DeleteFunc(slices.Clone(g.Terms), func(t Term) bool {
			e := entry{source.TermKey(t.Name), t.Meaning}
			twice := seen[e]
			seen[e] = true
			return twice
		})
		if len(g.Terms) > 0 {
			c.words = append(c.words, g)
		}
	}
}
