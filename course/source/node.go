package source

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
)

// Node is a thing an author wrote, checked against the table of fields. The
// zero Node stands for what is not there; everything may be asked of it.
type Node struct{ n *node }

type node struct {
	kind         Kind
	file         *file
	line, column int
	last         int // the last line of a mapping
	text         string
	block        bool // text begins on the line after its place
	shift        int  // characters between the place and the text: a quote
	verbatim     bool // text is the file as it stands
	names        []Text
	values       map[string]*node
	items        []*node
	index        map[string]*node // of a long list: items by id and by place
	broken       bool
}

// Text is words with their place.
type Text struct {
	Value string
	At    Pos
}

// OK says that the thing is there and that nothing is wrong with it as a
// whole.
func (n Node) OK() bool { return n.n != nil && !n.n.broken }

// Damaged says that something in its lines could not be read, so that what it
// lacks may be there.
func (n Node) Damaged() bool {
	return n.n != nil && slices.ContainsFunc(n.n.file.wrong, func(line int) bool { return line >= n.n.line && line <= n.n.last })
}

// Misread says that a field of it stands there, and could not be read whole.
func (n Node) Misread(field string) bool {
	if n.n == nil {
		return false
	}
	v, there := n.n.values[field]
	return there && (v == nil || Node{v}.Damaged())
}

// At is where it begins.
func (n Node) At() Pos {
	if n.n == nil {
		return Pos{}
	}
	return Pos{n.n.file.name, n.n.line, n.n.column}
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
	i, _ := strconv.Atoi(n.Text().Value)
	return i
}

// Bool is the value of a yes or no; no where there is none.
func (n Node) Bool() bool { return n.Text().Value == "true" }

// Get is a field of a mapping.
func (n Node) Get(field string) Node { return n.Value(field) }

// Value is what a mapping has under a name.
func (n Node) Value(name string) Node {
	if n.n == nil {
		return Node{}
	}
	return Node{n.n.values[name]}
}

// Names are the names of a mapping, in the author's order.
func (n Node) Names() []Text {
	if n.n == nil {
		return nil
	}
	return n.n.names
}

// Items are the items of a list.
func (n Node) Items() []Node {
	if n.n == nil {
		return nil
	}
	all := make([]Node, 0, len(n.n.items))
	for _, item := range n.n.items {
		all = append(all, Node{item})
	}
	return all
}

// Passage is one Markdown text of an author and the key it stands under.
type Passage struct {
	Field string
	Node  Node
}

// Passages are all Markdown texts within a thing, in the author's order.
func (n Node) Passages() []Passage { return n.n.passages("", nil) }

func (n *node) passages(field string, all []Passage) []Passage {
	switch {
	case n == nil:
	case n.kind == Prose:
		all = append(all, Passage{field, Node{n}})
	default:
		for _, item := range n.items {
			all = item.passages(field, all)
		}
		for _, name := range n.names {
			all = n.values[name.Value].passages(name.Value, all)
		}
	}
	return all
}

// Problem is a problem with a part of the text: width characters from an
// offset on, or all of it where width is 0.
func (n Node) Problem(s Severity, offset, width int, code, cause, fix string) Problem {
	if n.n == nil {
		return Problem{Severity: s, Code: code, Cause: cause, Fix: fix}
	}
	line, column := n.n.inside(offset)
	if width == 0 {
		width = n.n.firstLine()
	}
	return n.n.file.problem(s, line, column, width, code, cause, fix)
}

// firstLine is how many characters of the text stand on its first line.
func (n *node) firstLine() int {
	if n.block || n.text == "" {
		return 1
	}
	head, _, _ := strings.Cut(n.text, "\n")
	room := len([]rune(n.file.line(n.line))) - n.column + 1
	return max(1, min(len([]rune(head))+2*n.shift, room))
}

func (f *file) line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	return f.lines[n-1]
}

// inside is the place of a character of the text. The text lacks what YAML
// took away (indents, quotes, folds), so both are walked together.
func (n *node) inside(offset int) (line, column int) {
	line, column = n.line, n.column
	if offset == 0 && !n.block {
		return line, column
	}
	if n.verbatim {
		return n.along(offset)
	}
	column += n.shift
	if n.block {
		line, column = n.line+1, 1
	}
	src := []rune(n.file.line(line))
	for i, want := range []rune(n.text) {
		for !blank(want) && line <= len(n.file.lines) {
			if column > len(src) {
				line, column = line+1, 1
				src = []rune(n.file.line(line))
				continue
			}
			if src[column-1] == want {
				break
			}
			column++
		}
		if i == offset {
			return line, column
		}
		if !blank(want) || want == ' ' && column <= len(src) && src[column-1] == ' ' {
			column++
		}
	}
	return line, column
}

// along is the place of a character of a text that is a whole file.
func (n *node) along(offset int) (line, column int) {
	line, column = 1, 1
	for _, r := range n.text {
		if offset == 0 {
			break
		}
		offset--
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return line, column
}

func blank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }

// Find follows a path of names, ids and indexes as far as it leads.
func (n Node) Find(path ...string) Node {
	for _, step := range path {
		next := n.Value(step)
		if next.n == nil {
			next = n.item(step)
		}
		if next.n == nil {
			return n
		}
		n = next
	}
	return n
}

func (n Node) item(step string) Node {
	if n.n != nil && n.n.index != nil {
		return Node{n.n.index[step]}
	}
	items := n.Items()
	for _, item := range items {
		if item.id() == step {
			return item
		}
	}
	if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(items) {
		return items[i]
	}
	return Node{}
}

// indexed makes the index of a list that is long enough to need one.
func (n *node) indexed() {
	if len(n.items) <= handful {
		return
	}
	n.index = make(map[string]*node, 2*len(n.items))
	for i := len(n.items) - 1; i >= 0; i-- {
		n.index[strconv.Itoa(i)] = n.items[i]
	}
	for i := len(n.items) - 1; i >= 0; i-- {
		n.index[Node{n.items[i]}.id()] = n.items[i]
	}
}

// id is what an item of a list is known by.
func (n Node) id() string {
	for _, field := range []string{"id", "name"} {
		if id := n.Get(field); id.n != nil {
			return id.Text().Value
		}
	}
	for _, field := range []string{"text", "ask", "left"} {
		if text := n.Get(field); text.n != nil {
			return HashID(text.Text().Value)
		}
	}
	return n.Text().Value
}

// HashID is the id of something that was given none: the first 8 hex digits
// of the SHA-256 of its text, as learners read it.
func HashID(text string) string {
	sum := sha256.Sum256([]byte(Shown(text)))
	return hex.EncodeToString(sum[:4])
}
