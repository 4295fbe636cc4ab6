package source

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// pairs are the keys of a mapping with their values, each key once, until
// there is nothing to go on for.
func (w *walker) pairs(n *yaml.Node, each func(key string, k, v *yaml.Node, after []*yaml.Node) (goOn bool)) {
	var first seen
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		w.inside[len(w.inside)-1].at = i
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
		if !each(k.Value, k, v, n.Content[i+2:]) {
			return
		}
	}
}

func (w *walker) named(v *Value, n *yaml.Node, out *node, what spot) {
	if len(n.Content) == 0 {
		w.wrong(n, "empty-list", what.String()+" has nothing in it", "give it at least one, or take the key out")
	}
	w.enter(nil, !v.Loose, n, out)
	defer w.leave()
	before := ""
	w.pairs(n, func(key string, k, val *yaml.Node, after []*yaml.Node) bool {
		if !v.Loose {
			if is, rest := w.shallow(v, key, k, val, before); is {
				out.damaged = true
				return !rest
			}
			if w.tight(n, k, val) || !w.name(v.Names, k) {
				out.damaged = true
				out.parts = append(out.parts, part{name: key})
				return true
			}
		}
		before = key
		child := part{key, int32(k.Line), int32(k.Column), w.child(v.Of, val, spot{key: key}, after)}
		if out.holds(child.node); child.node == nil {
			child.line = 0
		}
		out.parts = append(out.parts, child)
		return true
	})
}

func (w *walker) fields(table []Field, n *yaml.Node, out *node) {
	w.enter(table, false, n, out)
	defer w.leave()
	w.pairs(n, func(key string, k, val *yaml.Node, after []*yaml.Node) bool {
		i := fieldAt(table, key)
		if i < 0 {
			out.damaged = true
			meant, lost := w.unknown(key, table, n.Style&yaml.FlowStyle != 0, k, val)
			if meant != "" && !out.mentions(meant) {
				out.put(part{name: meant})
			}
			return !lost
		}
		if missing(val) {
			if w.noValue(&table[i], k, val) {
				out.damaged = true
				out.put(part{name: key})
			}
			return true
		}
		child := w.child(&table[i].Value, val, spot{key: key}, after)
		out.holds(child)
		out.put(part{key, int32(k.Line), int32(k.Column), child})
		return true
	})
	w.required(table, n, out)
}

// required holds that a mapping has what it must have.
func (w *walker) required(table []Field, n *yaml.Node, out *node) {
	eaten := w.eaten(table, n, out)
	for i := range table {
		f := &table[i]
		out.damaged = out.damaged || f.Required && out.value(f.Name) == nil
		if f.Required && !out.mentions(f.Name) && !eaten[f.Name] && !w.slipped(f.Name) && !w.turnedUp(f.Name) {
			w.report(Error, n, 1, "missing-key", fmt.Sprintf("the key %q is missing here", f.Name), fmt.Sprintf("add it: %s", f.Doc))
		}
	}
}

// turnedUp says of a key that it was found where it does not belong. It is
// missing in one place only.
func (w *walker) turnedUp(key string) bool {
	i := slices.Index(w.strayed, key)
	if i >= 0 {
		w.strayed = slices.Delete(w.strayed, i, i+1)
	}
	return i >= 0
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
	return w.noKind(n)
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

// noKind reports an activity that does not say what it is. Its table is all
// that any activity may have, and the key it begins with.
func (w *walker) noKind(n *yaml.Node) []Field {
	fix := "begin it with one of " + strings.Join(ActivityKinds(), ", ") + ", and its id: - lesson: my-first-lesson"
	all := shapes().any
	if len(n.Content) > 0 {
		first := n.Content[0].Value
		if near := nearest(first, ActivityKinds()); near != "" {
			fix = fmt.Sprintf("did you mean %q?", near)
		}
		if fieldAt(all, first) < 0 {
			all = append(slices.Clip(all), Field{Name: first, Value: kind(Words)})
		}
	}
	w.report(Error, n, 1, "no-kind", "this activity does not say what it is", fix)
	return all
}
