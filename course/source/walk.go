package source

import (
	"fmt"
	"slices"
	"strconv"
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
func (w *walker) read(v Value, n *yaml.Node, what string) *node {
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
	return &node{kind: kind, file: w.file, line: n.Line, column: n.Column, last: lastLine(n)}
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

func (w *walker) list(v Value, n *yaml.Node, what string) *node {
	if n.Kind != yaml.SequenceNode {
		if !v.Lone {
			return w.noList(n, what)
		}
		item := w.read(*v.Of, n, what)
		if item == nil {
			return nil
		}
		out := w.node(List, n)
		out.items = []*node{item}
		return out
	}
	if len(n.Content) == 0 && !v.Empty {
		return w.wrong(n, "empty-list", what+" has nothing in it", "give it at least one, or take the key out")
	}
	out := w.node(List, n)
	ids := map[string]*yaml.Node{}
	for _, item := range n.Content {
		if child := w.read(*v.Of, item, "an item of "+what); child != nil {
			w.uniqueID(child, item, ids)
			out.items = append(out.items, child)
		}
	}
	out.indexed()
	return out
}

// uniqueID holds that no two items of a list have one id.
func (w *walker) uniqueID(item *node, at *yaml.Node, ids map[string]*yaml.Node) {
	for _, key := range append([]string{"id"}, ActivityKinds()...) {
		id := item.values[key]
		if id == nil || item.kind != Group && item.kind != Activity || key != "id" && item.kind != Activity {
			continue
		}
		if first, twice := ids[id.text]; twice {
			w.problems = append(w.problems, w.file.problem(Error, id.line, id.column, len(id.text), "duplicate-id",
				fmt.Sprintf("the id %q is taken in line %d", id.text, first.Line), "give one of the two another id"))
			item.broken = true
			continue
		}
		ids[id.text] = at
	}
}

func (w *walker) mapping(v Value, n *yaml.Node, what string) *node {
	if n.Kind != yaml.MappingNode {
		if v.Short != "" && n.Kind == yaml.ScalarNode {
			return w.short(v, n, what)
		}
		return w.noMapping(n, what)
	}
	out := w.node(v.Kind, n)
	out.values = map[string]*node{}
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
	if list := out.values["allow"]; list != nil && v.Kind != Map {
		w.file.allow(out, list)
	}
	return out
}

// short is a text that stands for a group with one field.
func (w *walker) short(v Value, n *yaml.Node, what string) *node {
	if w.keyInText(v.Fields, n) {
		return nil
	}
	i := slices.IndexFunc(v.Fields, func(f Field) bool { return f.Name == v.Short })
	text := w.read(v.Fields[i].Value, n, what)
	if text == nil {
		return nil
	}
	out := w.node(Group, n)
	out.values = map[string]*node{v.Short: text}
	out.names = []Text{{v.Short, Node{text}.At()}}
	return out
}

// pairs are the keys of a mapping with their values, each key once.
func (w *walker) pairs(n *yaml.Node, each func(key string, k, v *yaml.Node)) {
	first := newSeen(len(n.Content) / 2)
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
		if w.coded(k) {
			continue
		}
		if line := first.add(k.Value, k.Line); line > 0 {
			w.wrong(k, "duplicate-key", fmt.Sprintf("the key %q stands in line %d already", k.Value, line), "take one of the two out, or rename it")
			continue
		}
		each(k.Value, k, v)
	}
}

func (w *walker) named(v Value, n *yaml.Node, out *node, what string) {
	if len(n.Content) == 0 {
		w.wrong(n, "empty-list", what+" has nothing in it", "give it at least one, or take the key out")
	}
	w.pairs(n, func(key string, k, val *yaml.Node) {
		if !v.Loose && !w.name(v.Names, k) {
			return
		}
		if child := w.read(*v.Of, val, strconv.Quote(key)); child != nil {
			out.names = append(out.names, Text{key, Pos{w.file.name, k.Line, k.Column}})
			out.values[key] = child
		}
	})
}

func (w *walker) fields(table []Field, n *yaml.Node, out *node) {
	w.pairs(n, func(key string, k, val *yaml.Node) {
		i := slices.IndexFunc(table, func(f Field) bool { return f.Name == key })
		if i < 0 {
			if meant := w.unknown(key, table, n.Style&yaml.FlowStyle != 0, k, val); meant != "" {
				out.values[meant] = nil
			}
			return
		}
		if missing(val) {
			if table[i].Required {
				w.wrong(k, "empty", fmt.Sprintf("%q has no value", key), table[i].Doc)
			}
			out.values[key] = nil
			return
		}
		out.names = append(out.names, Text{key, Pos{w.file.name, k.Line, k.Column}})
		out.values[key] = w.read(table[i].Value, val, strconv.Quote(key))
	})
	eaten := w.eaten(table, n, out.values)
	for _, f := range table {
		if _, there := out.values[f.Name]; f.Required && !there && !eaten[f.Name] {
			w.report(Error, n, 1, "missing-key", fmt.Sprintf("the key %q is missing here", f.Name), fmt.Sprintf("add it: %s", f.Doc))
		}
	}
}

func missing(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && strings.TrimSpace(n.Value) == "" && n.Anchor == "" && n.Style&yaml.TaggedStyle == 0
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
	has := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		has[strings.ToLower(n.Content[i].Value)] = n.Content[i]
	}
	for _, kind := range ActivityKinds() {
		if has[kind] == nil {
			continue
		}
		table, content := ActivityShape(kind), ContentShape(kind)
		if has["file"] == nil {
			return append(table, content...)
		}
		for _, f := range content {
			if k := has[f.Name]; k != nil {
				w.wrong(k, "file-and-content", fmt.Sprintf("%q stands here, and this activity has a file", f.Name), "move it into the file, or take the key file out")
				f.Required = false
				table = append(table, f)
			}
		}
		return table
	}
	w.report(Error, n, 1, "no-kind", "this activity does not say what it is", "begin it with one of "+strings.Join(ActivityKinds(), ", ")+", and its id: - lesson: my-first-lesson")
	var all []Field
	for _, kind := range ActivityKinds() {
		all = append(all, ContentShape(kind)...)
	}
	all = append(all, ActivityShape("lesson")[1:]...)
	for i := range all {
		all[i].Required = false
	}
	return all
}
