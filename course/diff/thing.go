package diff

import (
	"strings"

	"hearten/course/source"
)

// node is a part of a course as its author wrote it, beside its siblings.
type node struct {
	source.Node
	thing Thing
	key   string   // see Mend
	text  string   // all of its words
	was   []string // what its was: holds
	at    source.Pos

	folder string // of a module
	broken bool   // of a module: it cannot be read
}

// nodes are the things of a list or of a mapping, each id once.
func nodes(list source.Node, s shape) []node {
	var all []node
	seen := map[string]bool{}
	add := func(n node) {
		if !seen[n.thing.ID] {
			seen[n.thing.ID] = true
			all = append(all, n)
		}
	}
	if s.named {
		for _, name := range list.Names() {
			add(nodeOf(list.Value(name.Value), Thing{ID: name.Value}, s, name.At))
		}
		return all
	}
	for _, item := range list.Items() {
		id, made := item.ID()
		add(nodeOf(item, Thing{ID: id, Made: made}, s, item.At()))
	}
	return all
}

func nodeOf(n source.Node, known Thing, s shape, at source.Pos) node {
	out := node{Node: n, thing: known, at: at, was: texts(n.Get("was"))}
	words := value(n, s.words)
	out.thing.Noun, out.thing.Name = s.noun, oneLine(flat(words))
	if out.thing.Made && s.words != "" && words.At() == n.At() {
		out.key = s.words
	}
	var all []string
	for _, f := range s.fields {
		if f.prose {
			all = append(all, flat(value(n, f.key)))
		}
	}
	out.text = strings.Join(all, " ")
	return out
}

// value is a field of a thing, or the thing itself where it is only words.
func value(n source.Node, key string) source.Node {
	if key == "" {
		return n
	}
	return n.Get(key)
}

// flat is a value as one text that is the same however it was laid out: a
// list of one is as its item, and a text as the group that it stands for.
func flat(n source.Node) string {
	var all []string
	if items := n.Items(); len(items) > 0 {
		for _, item := range items {
			all = append(all, flat(item))
		}
		return strings.Join(all, " / ")
	}
	names := n.Names()
	for _, name := range names {
		said := flat(n.Value(name.Value))
		if short := name.Value == "text" || name.Value == "to"; !short || len(names) > 1 {
			said = name.Value + " " + said
		}
		all = append(all, said)
	}
	if len(all) > 0 {
		return strings.Join(all, ", ")
	}
	return oneLine(n.Text().Value)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func texts(list source.Node) []string {
	var all []string
	for _, n := range list.Items() {
		all = append(all, n.Text().Value)
	}
	return all
}
