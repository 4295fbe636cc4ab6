package source

import (
	"iter"
	"slices"
	"strconv"
)

// Node is a thing an author wrote, checked against the table of fields. The
// zero Node stands for what is not there; everything may be asked of it.
type Node struct{ n *node }

// node is kept small: a course of a thousand modules has a million of them.
type node struct {
	kind         Kind
	broken       bool
	damaged      bool // something in it is missing, or could not be read, and that was said
	block        bool // text begins on the line after its place
	verbatim     bool // text is the file as it stands
	quotes       Quotes
	shift        int8 // characters between the place and the text: a quote
	line, column int32
	last         int32 // the line before what comes after it
	file         *file
	text         string
	parts        []part
	index        map[string]*node // of many parts: by name, or by id and by place
}

// part is what a mapping has under a key, or an item of a list. A key without
// a line says only that its author meant it to be there.
type part struct {
	name         string
	line, column int32
	node         *node
}

// value is what a mapping has under a name.
func (n *node) value(name string) *node {
	switch {
	case n == nil || n.kind == List:
		return nil
	case n.index != nil:
		return n.index[name]
	}
	for i := range n.parts {
		if n.parts[i].name == name {
			return n.parts[i].node
		}
	}
	return nil
}

// holds notes of what was read within a thing, nil for what could not be,
// whether something is the matter with it.
func (n *node) holds(child *node) { n.damaged = n.damaged || child == nil || child.damaged }

// put gives a mapping something under a key.
func (n *node) put(p part) {
	for i := range n.parts {
		if n.parts[i].name == p.name {
			p.line, p.column = max(p.line, n.parts[i].line), max(p.column, n.parts[i].column)
			n.parts[i] = p
			return
		}
	}
	n.parts = append(n.parts, p)
}

// mentions says that a key stands in a mapping, whatever became of it.
func (n *node) mentions(name string) bool {
	for i := range n.parts {
		if n.parts[i].name == name {
			return true
		}
	}
	return false
}

// Text is words with their place.
type Text struct {
	Value string
	At    Pos
}

// OK says that the thing is there and that nothing is wrong with it as a
// whole.
func (n Node) OK() bool { return n.n != nil && !n.n.broken }

// Renamed says that something in the file of a node was known by another id.
func (n Node) Renamed() bool { return n.n != nil && n.n.file.renamed }

// Damaged says that something in it is missing or could not be read, so that
// what it lacks may be meant to be there. An error has been told of that.
func (n Node) Damaged() bool {
	return n.n != nil && (n.n.damaged || slices.ContainsFunc(n.n.file.wrong, func(line int) bool { return line >= int(n.n.line) && line <= int(n.n.last) }))
}

// Misread says that a field of it stands there, and could not be read whole.
func (n Node) Misread(field string) bool {
	if n.n == nil || n.n.kind == List || !n.n.mentions(field) {
		return false
	}
	v := n.n.value(field)
	return v == nil || Node{v}.Damaged()
}

// Lacks says of things by name that one of them could not be read, or all.
func (n Node) Lacks() bool {
	return n.n == nil || slices.ContainsFunc(n.n.parts, func(p part) bool { return p.node == nil })
}

// At is where it begins.
func (n Node) At() Pos {
	if n.n == nil {
		return Pos{}
	}
	return Pos{n.n.file.name, int(n.n.line), int(n.n.column)}
}

// Text is the words of a text, trimmed at its end.
func (n Node) Text() Text {
	if n.n == nil {
		return Text{}
	}
	return Text{n.n.text, n.At()}
}

// Int is the value of a number; 0 where there is none.
func (n Node) Int() int {
	if n.n == nil {
		return 0
	}
	i, _ := strconv.Atoi(n.n.text)
	return i
}

// Bool is the value of a yes or no; no where there is none.
func (n Node) Bool() bool { return n.Text().Value == "true" }

// Get is a field of a mapping.
func (n Node) Get(field string) Node { return n.Value(field) }

// Value is what a mapping has under a name.
func (n Node) Value(name string) Node {
	return Node{n.n.value(name)}
}

// Names are the names of a mapping, in the author's order.
func (n Node) Names() []Text {
	if n.n == nil {
		return nil
	}
	var all []Text
	for _, p := range n.n.parts {
		if p.line > 0 {
			all = append(all, Text{p.name, Pos{n.n.file.name, int(p.line), int(p.column)}})
		}
	}
	return all
}

// Items are the items of a list.
func (n Node) Items() []Node {
	if n.n == nil || n.n.kind != List {
		return nil
	}
	all := make([]Node, 0, len(n.n.parts))
	for _, item := range n.n.parts {
		all = append(all, Node{item.node})
	}
	return all
}

// Passage is one Markdown text of an author and the key it stands under.
type Passage struct {
	Field string
	Node  Node
}

// Passages are all Markdown texts within a thing, in the author's order.
func (n Node) Passages() iter.Seq[Passage] {
	return func(yield func(Passage) bool) { n.n.passages("", yield) }
}

func (n *node) passages(field string, yield func(Passage) bool) (goOn bool) {
	switch {
	case n == nil:
		return true
	case n.kind == Prose:
		return yield(Passage{field, Node{n}})
	}
	for i := range n.parts {
		name := n.parts[i].name
		if n.kind == List {
			name = field
		}
		if !n.parts[i].node.passages(name, yield) {
			return false
		}
	}
	return true
}
