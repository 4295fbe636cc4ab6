package source

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// walker reads YAML nodes by the table of fields. It goes on after a problem,
// leaving out what cannot be read.
type walker struct {
	file     *file
	problems []Problem

	inside  []around // the mappings that are being read, the outermost first
	strayed []string // keys that were found where they do not belong
	last    int      // the line before what comes after the thing that is being read

	line       int // the line whose characters were last looked at
	characters []rune
}

func (w *walker) report(s Severity, n *yaml.Node, width int, code, cause, fix string) {
	w.problems = append(w.problems, w.file.problem(s, n.Line, n.Column, width, code, cause, fix))
}

// runes are the characters of a line. A whole file may stand on one line, so
// they are kept for the next thing on it.
func (w *walker) runes(line int) []rune {
	if w.line != line {
		w.line, w.characters = line, []rune(w.file.line(line))
	}
	return w.characters
}

// before is what stands before a node in its line.
func (w *walker) before(n *yaml.Node) string {
	line := w.runes(n.Line)
	return string(line[:max(0, min(n.Column-1, len(line)))])
}

// wrong reports an error and leaves the thing out.
func (w *walker) wrong(n *yaml.Node, code, cause, fix string) *node {
	w.report(Error, n, wordWidth(n), code, cause, fix)
	return nil
}

// wordWidth is how many characters of its first line a node takes.
func wordWidth(n *yaml.Node) int {
	if n.Kind != yaml.ScalarNode || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return 1
	}
	head, _, _ := strings.Cut(n.Value, "\n")
	width := len([]rune(head))
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		width += 2
	}
	return max(1, width)
}

// read is the node of a value, or nil where it cannot be one. What is what
// the author would call the place, as in `the key "title"`.
func (w *walker) read(v *Value, n *yaml.Node, what spot) *node {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return w.wrong(n, "anchor", "anchors and aliases (& and *) are not part of the format", "write the text out; or quote it if it begins with & or *")
	}
	if n.Style&yaml.TaggedStyle != 0 {
		if v.Kind == Condition {
			return w.wrong(n, "wrong-sign", `"!" is no sign of a condition`, `write "not" and a space in its place`)
		}
		return w.wrong(n, "tag", "a text cannot begin with !, which is a sign of its own to YAML (a tag)", "put the text in quotes, or take the ! and its word out")
	}
	switch v.Kind {
	case List:
		return w.list(v, n, what)
	case Map, Group, Activity:
		return w.mapping(v, n, what)
	}
	return w.scalar(v, n, what)
}

func (w *walker) node(kind Kind, n *yaml.Node) *node {
	return &node{kind: kind, file: w.file, line: int32(n.Line), column: int32(n.Column), last: int32(max(n.Line, w.last))}
}

// child reads one of the things in another: the one after it tells where it
// ends, or else the end of the other.
func (w *walker) child(v *Value, n *yaml.Node, what spot, after []*yaml.Node) *node {
	if len(after) == 0 {
		return w.read(v, n, what)
	}
	end := w.last
	w.last = after[0].Line - 1
	out := w.read(v, n, what)
	w.last = end
	return out
}

func (w *walker) list(v *Value, n *yaml.Node, what spot) *node {
	if n.Kind != yaml.SequenceNode {
		if !v.Lone {
			return w.noList(v, n, what)
		}
		item := w.read(v.Of, n, what)
		if item == nil {
			return nil
		}
		out := w.node(List, n)
		out.parts, out.damaged = []part{{node: item}}, item.damaged
		return out
	}
	if len(n.Content) == 0 && !v.Empty {
		return w.wrong(n, "empty-list", what.String()+" has nothing in it", "give it at least one, or take the key out")
	}
	out := w.node(List, n)
	out.parts = make([]part, 0, len(n.Content))
	var ids seen
	items := w.items(v, n)
	for i, item := range items {
		child := w.child(v.Of, item, what.item(), items[i+1:])
		if child != nil {
			w.uniqueID(child, &ids)
			out.parts = append(out.parts, part{node: child})
		}
		out.holds(child)
	}
	out.indexed()
	return out
}

// uniqueID holds that no two items of a list have one id.
func (w *walker) uniqueID(item *node, ids *seen) {
	switch item.kind {
	case Group:
		w.unique(item, item.value("id"), ids)
	case Activity:
		for _, kind := range ActivityKinds() {
			w.unique(item, item.value(kind), ids)
		}
	}
}

func (w *walker) unique(item, id *node, ids *seen) {
	if id == nil {
		return
	}
	if first := ids.add(id.text, int(item.line)); first > 0 {
		w.problems = append(w.problems, w.file.problem(Error, int(id.line), int(id.column), len(id.text), "duplicate-id",
			fmt.Sprintf("the id %q is taken in line %d", id.text, first), "give one of the two another id"))
		item.broken, item.damaged = true, true
	}
}

func (w *walker) mapping(v *Value, n *yaml.Node, what spot) *node {
	if n.Kind != yaml.MappingNode {
		if v.Short != "" && n.Kind == yaml.ScalarNode {
			return w.short(v, n, what)
		}
		return w.noMapping(v, n, what)
	}
	if v.Short != "" && w.colonInText(v.Fields, n) {
		return nil
	}
	out := w.node(v.Kind, n)
	out.parts = make([]part, 0, len(n.Content)/2)
	before := len(w.problems)
	switch v.Kind {
	case Map:
		w.named(v, n, out, what)
	case Activity:
		w.fields(w.activityFields(n), n, out)
		out.broken = Errors(w.problems[before:]) > 0
	default:
		w.fields(v.Fields, n, out)
	}
	out.indexed()
	if v.Kind == Map {
		return out
	}
	if list := out.value("allow"); list != nil {
		w.file.allow(out, list)
	}
	w.file.renamed = w.file.renamed || out.value("was") != nil
	return out
}

// short is a text that stands for a group with one field.
func (w *walker) short(v *Value, n *yaml.Node, what spot) *node {
	if w.keyInText(v.Fields, n) {
		return nil
	}
	text := w.read(&v.Fields[fieldAt(v.Fields, v.Short)].Value, n, what)
	if text == nil {
		return nil
	}
	out := w.node(Group, n)
	out.parts = []part{{v.Short, text.line, text.column, text}}
	return out
}

// noValue says of a key that nothing stands after it.
func (w *walker) noValue(f *Field, k, v *yaml.Node) {
	switch {
	case f.Required && !w.hidden(Error, v):
		w.wrong(k, "empty", fmt.Sprintf("%q has no value", f.Name), "write it after the colon, or on the next lines, indented by two spaces: "+f.Doc)
	case !f.Required:
		w.hidden(Warning, v)
	}
}

func missing(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && strings.TrimSpace(n.Value) == "" && n.Anchor == "" && n.Style&yaml.TaggedStyle == 0
}

// fieldAt is the place of a field in the table; -1 where it has none.
func fieldAt(table []Field, name string) int {
	for i := range table { // a field is large to copy
		if table[i].Name == name {
			return i
		}
	}
	return -1
}

func fieldNames(table []Field) []string {
	names := make([]string, 0, len(table))
	for _, f := range table {
		names = append(names, f.Name)
	}
	return names
}
