package source

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// walker reads YAML nodes by the table of fields. It goes on after a problem,
// leaving out what cannot be read.
type walker struct {
	file     *file
	problems []Problem

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
		return w.wrong(n, "tag", "tags (!) are not part of the format", "take the tag out; or quote a text that begins with !")
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
	return &node{kind: kind, file: w.file, line: int32(n.Line), column: int32(n.Column)}
}

func lastLine(n *yaml.Node) int {
	line := n.Line
	if n.Kind == yaml.ScalarNode {
		return line + strings.Count(strings.TrimRight(n.Value, "\n"), "\n") + 1
	}
	if len(n.Content) > 0 {
		line = max(line, lastLine(n.Content[len(n.Content)-1]))
	}
	return line
}

func (w *walker) list(v *Value, n *yaml.Node, what spot) *node {
	if n.Kind != yaml.SequenceNode {
		if !v.Lone {
			return w.noList(n, what)
		}
		item := w.read(v.Of, n, what)
		if item == nil {
			return nil
		}
		out := w.node(List, n)
		out.parts = []part{{node: item}}
		return out
	}
	if len(n.Content) == 0 && !v.Empty {
		return w.wrong(n, "empty-list", what.String()+" has nothing in it", "give it at least one, or take the key out")
	}
	out := w.node(List, n)
	out.parts = make([]part, 0, len(n.Content))
	var ids seen
	for _, item := range n.Content {
		if child := w.read(v.Of, item, what.item()); child != nil {
			w.uniqueID(child, &ids)
			out.parts = append(out.parts, part{node: child})
		}
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
		item.broken = true
	}
}

func (w *walker) mapping(v *Value, n *yaml.Node, what spot) *node {
	if n.Kind != yaml.MappingNode {
		if v.Short != "" && n.Kind == yaml.ScalarNode {
			return w.short(v, n, what)
		}
		return w.noMapping(n, what)
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
	if list := out.value("allow"); list != nil && v.Kind != Map {
		w.file.allow(n.Line, lastLine(n), list)
	}
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

// pairs are the keys of a mapping with their values, each key once.
func (w *walker) pairs(n *yaml.Node, each func(key string, k, v *yaml.Node)) {
	var first seen
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if k.Kind != yaml.ScalarNode || k.Anchor != "" || k.Style&yaml.TaggedStyle != 0 {
			w.report(Error, k, 1, "key", "a key is a word", "write a word and a colon; quote a text that begins with { or [")
			continue
		}
		if k.Value == "<<" {
			w.wrong(k, "anchor", "merging (<<) is not part of the format", "write the keys out")
			continue
		}
		if line := first.add(k.Value, k.Line); line > 0 {
			w.wrong(k, "duplicate-key", fmt.Sprintf("the key %q stands in line %d already", k.Value, line), "take one of the two out, or rename it")
			continue
		}
		each(k.Value, k, v)
	}
}

func (w *walker) named(v *Value, n *yaml.Node, out *node, what spot) {
	if len(n.Content) == 0 {
		w.wrong(n, "empty-list", what.String()+" has nothing in it", "give it at least one, or take the key out")
	}
	w.pairs(n, func(key string, k, val *yaml.Node) {
		if !v.Loose && !w.name(v.Names, k) {
			return
		}
		if child := w.read(v.Of, val, spot{key: key}); child != nil {
			out.parts = append(out.parts, part{key, int32(k.Line), int32(k.Column), child})
		}
	})
}

func (w *walker) fields(table []Field, n *yaml.Node, out *node) {
	w.pairs(n, func(key string, k, val *yaml.Node) {
		i := fieldAt(table, key)
		if i < 0 {
			if meant := w.unknown(key, table, n.Style&yaml.FlowStyle != 0, k, val); meant != "" {
				out.put(part{name: meant})
			}
			return
		}
		if missing(val) {
			if table[i].Required {
				w.wrong(k, "empty", fmt.Sprintf("%q has no value", key), table[i].Doc)
			}
			out.put(part{name: key})
			return
		}
		out.put(part{key, int32(k.Line), int32(k.Column), w.read(&table[i].Value, val, spot{key: key})})
	})
	eaten := w.eaten(table, n, out)
	for i := range table {
		if f := &table[i]; f.Required && !out.mentions(f.Name) && !eaten[f.Name] {
			w.report(Error, n, 1, "missing-key", fmt.Sprintf("the key %q is missing here", f.Name), fmt.Sprintf("add it: %s", f.Doc))
		}
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

// activityFields is the table for one activity: by its kind, and by whether
// its content stands here or in a file.
func (w *walker) activityFields(n *yaml.Node) []Field {
	for _, kind := range ActivityKinds() {
		if keyOf(n, kind) == nil {
			continue
		}
		if keyOf(n, "file") == nil {
			return shapes().inline[kind]
		}
		table := shapes().listed[kind]
		for _, f := range shapes().files[kind].Fields {
			if k := keyOf(n, f.Name); k != nil && fieldAt(table, f.Name) < 0 {
				w.wrong(k, "file-and-content", fmt.Sprintf("%q stands here, and this activity has a file", f.Name), "move it into the file, or take the key file out")
				f.Required = false
				table = append(slices.Clip(table), f)
			}
		}
		return table
	}
	w.report(Error, n, 1, "no-kind", "this activity does not say what it is", "begin it with one of "+strings.Join(ActivityKinds(), ", ")+", and its id: - lesson: my-first-lesson")
	return shapes().any
}

// keyOf is the last key of a mapping that is a word, in capitals or not.
func keyOf(n *yaml.Node, word string) *yaml.Node {
	var found *yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		if strings.ToLower(n.Content[i].Value) == word {
			found = n.Content[i]
		}
	}
	return found
}
