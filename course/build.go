package course

import (
	"fmt"
	"slices"
	"strings"

	"hearten/course/source"
)

// Build makes the course out of a tree that was read: everything that
// course.yaml and the module.yaml files say. Problems are those the reader
// could not see because they lie between files.
func Build(t *source.Tree) (*Course, []source.Problem) {
	root := t.Course()
	c := &Course{
		ID:       root.Get("id").Text().Value,
		Title:    root.Get("title").Text().Value,
		Version:  root.Get("version").Text().Value,
		Language: root.Get("language").Text().Value,
		Help:     t.Help(),
		tree:     t,
		places:   map[string]int{},
		Modules:  make([]Module, 0, len(t.Modules())),
	}
	shared := sources(root.Get("sources"))
	terms := glossary(root.Get("glossary"))
	problems := c.explain(&Module{Glossary: slices.Clone(terms), Sources: shared}, len(terms))
	seen := map[string]source.Pos{}
	for _, sm := range t.Modules() {
		m := module(sm, shared, terms)
		problems = append(problems, c.explain(&m, len(sm.Node.Get("glossary").Names()))...)
		if at, twice := seen[m.ID]; twice && m.ID != "" {
			problems = append(problems, sm.Node.Get("id").Problem(source.Error, 0, 0, "duplicate-id",
				fmt.Sprintf("the module id %q is taken by %s", m.ID, at.File), "give this module another id"))
			continue
		}
		seen[m.ID] = sm.Node.Get("id").At()
		if _, taken := c.places[m.ID]; !taken {
			c.places[m.ID] = len(c.Modules)
		}
		c.Modules = append(c.Modules, m)
		c.Renames = append(c.Renames, renames(m)...)
	}
	c.gather()
	return c, problems
}

func module(sm source.Module, shared []Source, terms []Term) Module {
	if !sm.Node.OK() {
		return Module{ID: sm.Folder, Folder: sm.Folder, Title: sm.Folder, Broken: true, node: sm}
	}
	n := sm.Node
	m := Module{
		ID: n.Get("id").Text().Value, Folder: sm.Folder,
		Title: n.Get("title").Text().Value, Summary: n.Get("summary").Text().Value,
		Objectives: texts(n.Get("objectives")),
		Glossary:   with(glossary(n.Get("glossary")), terms),
		Sources:    append(sources(n.Get("sources")), shared...),
		node:       sm,
	}
	m.index()
	for _, a := range n.Get("activities").Items() {
		if kind, id := kindOf(a); kind != "" {
			m.Activities = append(m.Activities, Activity{
				ID: id, Kind: kind, Title: a.Get("title").Text().Value,
				Minutes: a.Get("minutes").Int(), Broken: !a.OK(), node: a,
			})
		}
	}
	return m
}

// kindOf reads what an activity is and its id: the key that names its kind.
func kindOf(a source.Node) (Kind, string) {
	for _, k := range Kinds() {
		if a.Get(string(k)).OK() {
			id, _ := a.ID()
			return k, id
		}
	}
	return "", ""
}

func texts(list source.Node) []string {
	var all []string
	for _, n := range list.Items() {
		all = append(all, n.Text().Value)
	}
	return all
}

func sources(n source.Node) []Source {
	var all []Source
	for _, name := range n.Names() {
		v := n.Value(name.Value)
		all = append(all, Source{name.Value, v.Get("cite").Text().Value, v.Get("doi").Text().Value, v.Get("kind").Text().Value})
	}
	return all
}

// renames reads was: of a module and of its activities.
func renames(m Module) []Rename {
	var all []Rename
	for _, old := range texts(m.node.Node.Get("was")) {
		all = append(all, Rename{OldModule: old, Module: m.ID})
	}
	for _, a := range m.Activities {
		for _, old := range texts(a.node.Get("was")) {
			module, activity := m.Former(old)
			all = append(all, Rename{module, activity, m.ID, a.ID})
		}
	}
	return all
}

// Former is the place that was: of one of its activities names: an old id may
// stand alone, or with the module it was in, as old-module/old.
func (m Module) Former(was string) (module, activity string) {
	if module, activity, moved := strings.Cut(was, "/"); moved {
		return module, activity
	}
	return m.ID, was
}
