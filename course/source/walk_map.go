package source

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// pairs are the keys of a mapping with their values, each key once, until
// there is nothing to go on for.
func (w *walker) pairs(n *yaml.Node, each func(key string, k, v *yaml.Node) (goOn bool)) {
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
		if line := first.add(k.Value, k.Line); line > 0 {
			w.wrong(k, "duplicate-key", fmt.Sprintf("the key %q stands in line %d already", k.Value, line), "take one of the two out, or rename it")
			continue
		}
		if !each(k.Value, k, v) {
			return
		}
	}
}

func (w *walker) named(v Value, n *yaml.Node, out *node, what string) {
	if len(n.Content) == 0 {
		w.wrong(n, "empty-list", what+" has nothing in it", "give it at least one, or take the key out")
	}
	w.enter(nil, !v.Loose, n)
	defer w.leave()
	before := ""
	w.pairs(n, func(key string, k, val *yaml.Node) bool {
		if !v.Loose {
			if is, rest := w.shallow(v, key, k, val, before); is {
				return !rest
			}
			if w.tight(n, k, val) || !w.name(v.Names, k) {
				return true
			}
		}
		before = key
		if child := w.read(*v.Of, val, strconv.Quote(key)); child != nil {
			out.names = append(out.names, Text{key, Pos{w.file.name, k.Line, k.Column}})
			out.values[key] = child
		}
		return true
	})
}

func (w *walker) fields(table []Field, n *yaml.Node, out *node) {
	w.enter(table, false, n)
	defer w.leave()
	w.pairs(n, func(key string, k, val *yaml.Node) bool {
		i := slices.IndexFunc(table, func(f Field) bool { return f.Name == key })
		if i < 0 {
			meant, lost := w.unknown(key, table, n.Style&yaml.FlowStyle != 0, k, val)
			if _, there := out.values[meant]; meant != "" && !there {
				out.values[meant] = nil
			}
			return !lost
		}
		if missing(val) {
			w.noValue(table[i], k, val)
			out.values[key] = nil
			return true
		}
		out.names = append(out.names, Text{key, Pos{w.file.name, k.Line, k.Column}})
		out.values[key] = w.read(table[i].Value, val, strconv.Quote(key))
		return true
	})
	eaten := w.eaten(table, n, out.values)
	for _, f := range table {
		if _, there := out.values[f.Name]; f.Required && !there && !eaten[f.Name] && !slices.Contains(w.strayed, f.Name) {
			w.report(Error, n, 1, "missing-key", fmt.Sprintf("the key %q is missing here", f.Name), fmt.Sprintf("add it: %s", f.Doc))
		}
	}
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
	return w.noKind(n)
}

// noKind reports an activity that does not say what it is. Its table is all
// that any activity may have, and the key it begins with.
func (w *walker) noKind(n *yaml.Node) []Field {
	fix := "begin it with one of " + strings.Join(ActivityKinds(), ", ") + ", and its id: - lesson: my-first-lesson"
	all := ActivityShape("lesson")[1:]
	if len(n.Content) > 0 {
		first := n.Content[0].Value
		if near := nearest(first, ActivityKinds()); near != "" {
			fix = fmt.Sprintf("did you mean %q?", near)
		}
		if !slices.Contains(fieldNames(all), first) {
			all = append(all, Field{Name: first, Value: kind(Words)})
		}
	}
	w.report(Error, n, 1, "no-kind", "this activity does not say what it is", fix)
	for _, kind := range ActivityKinds() {
		for _, f := range ContentShape(kind) {
			if !slices.Contains(fieldNames(all), f.Name) {
				all = append(all, f)
			}
		}
	}
	for i := range all {
		all[i].Required = false
	}
	return all
}
