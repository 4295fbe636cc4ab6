package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// around is a mapping that the walker is in: what may stand in it, what does,
// and the column of its keys.
type around struct {
	fields []Field
	ids    bool // its names are free: scenes, endings
	node   *yaml.Node
	at     int // of the key that is being read, in the node's content
	out    *node
}

func (a around) has(key string) bool { return hasKey(a.node, key) }

// first is the key that a mapping begins with.
func (a around) first() string { return a.node.Content[0].Value }

func (w *walker) enter(fields []Field, ids bool, n *yaml.Node, out *node) {
	w.inside = append(w.inside, around{fields: fields, ids: ids, node: n, out: out})
}

func (w *walker) leave() { w.inside = w.inside[:len(w.inside)-1] }

// misplaced says of a key that its mapping does not have that it stands one
// level too deep or too shallow: it belongs to a mapping around this one, or
// to one within. Where it stands for all that follows, that is to be passed
// over.
func (w *walker) misplaced(key string, k, v *yaml.Node) (known, rest bool) {
	here := w.inside[len(w.inside)-1]
	report := func(fix string) {
		w.wrong(k, "unknown-key", fmt.Sprintf("there is no key %q here", key), fix)
	}
	if len(w.inside) > 1 && k.Style&yaml.FlowStyle == 0 && repeats(here, w.inside[len(w.inside)-2], v) {
		outer := w.inside[len(w.inside)-2]
		outer.out.parts = append(outer.out.parts, part{name: key})
		report(fmt.Sprintf("if it is an id like %q, move it and what stands under it to the left, into the column of that", outer.first()))
		return true, false
	}
	if wraps(here.fields, v) {
		w.strayed = append(w.strayed, keysOf(v)...)
		report("take this line out, and move what stands under it to the left, into its column")
		return true, false
	}
	for i := len(w.inside) - 2; i >= 0; i-- {
		outer := w.inside[i]
		if outer.ids && (missing(v) || v.Kind == yaml.MappingNode) && k.Column > outer.node.Column {
			outer.out.parts = append(outer.out.parts, part{name: key})
			report(fmt.Sprintf("if it is an id like %q, move it and what follows to the left, into the column of that", outer.first()))
			return true, true
		}
		if i == 0 && outer.has(key) && slices.Contains([]string{"sources", "glossary", "objectives", "summary"}, key) {
			report(fmt.Sprintf("it stands once for the whole module, in the column of %q: move what stands here there", outer.first()))
			return true, false
		}
		if fieldAt(outer.fields, key) >= 0 && !outer.has(key) {
			w.strayed = append(w.strayed, key)
			report(fmt.Sprintf("it belongs further out: move it to the left, into the column of %q", outer.first()))
			return true, false
		}
	}
	for _, f := range here.fields {
		if holdsKey(f.Value, key) && f.Name != "was" {
			report(fmt.Sprintf("it belongs under %q: move it there, and indent it like the keys there", f.Name))
			return true, false
		}
	}
	if len(w.inside) == 1 && slices.Contains(fieldNames(ActivityShape("lesson")), key) && !slices.Contains(fieldNames(here.fields), "format") {
		report("take it out: it stands in module.yaml, where the activity is listed")
		return true, false
	}
	return false, false
}

// repeats says of a value in what an id stands for that it is another of the
// kind, one level too deep: it has keys that stand beside it as well.
func repeats(here, outer around, v *yaml.Node) bool {
	return outer.ids && v.Kind == yaml.MappingNode && slices.ContainsFunc(keysOf(v), func(key string) bool {
		return fieldAt(here.fields, key) >= 0 && here.has(key)
	})
}

// wraps says that a value holds what was to stand beside its key.
func wraps(fields []Field, v *yaml.Node) bool {
	if v.Kind != yaml.MappingNode {
		return false
	}
	names := fieldNames(fields)
	return !slices.ContainsFunc(keysOf(v), func(k string) bool { return !slices.Contains(names, k) })
}

// holdsKey says that a key stands in the mappings that a value is made of.
func holdsKey(v Value, key string) bool {
	switch v.Kind {
	case List, Map:
		return holdsKey(*v.Of, key)
	case Activity:
		return slices.Contains(ActivityKinds(), key)
	case Group:
		return slices.Contains(fieldNames(v.Fields), key) && !slices.Contains([]string{"id", "allow", "was"}, key)
	}
	return false
}

// shallow says of a name among ids that it is none: it is a key of what an id
// stands for, or of the mapping around them.
func (w *walker) shallow(v *Value, key string, k, val *yaml.Node, before string) (is, rest bool) {
	report := func(fix string) {
		w.wrong(k, "unknown-key", fmt.Sprintf("%q stands in the column of the ids, and is none", key), fix)
	}
	if v.Of.Kind == Group && val.Kind != yaml.MappingNode && fieldAt(v.Of.Fields, key) >= 0 && before != "" {
		report(fmt.Sprintf("indent it like the keys of %q", before))
		return true, false
	}
	if outer := w.inside[len(w.inside)-2]; fieldAt(outer.fields, key) >= 0 && !outer.has(key) && missing(val) {
		w.strayed = append(w.strayed, key)
		report(fmt.Sprintf("move it and what follows to the left, into the column of %q", outer.first()))
		return true, true
	}
	return false, false
}

// slipped says of a key that the mapping being read lacks that it stands right
// below it, further out, where there is no such key; or in the column of the
// ids around it: see shallow.
func (w *walker) slipped(key string) bool {
	if len(w.inside) < 2 {
		return false
	}
	ids := w.inside[len(w.inside)-2]
	if next := ids.at + 2; !ids.ids && next < len(ids.node.Content) && ids.node.Content[next].Value == key && fieldAt(ids.fields, key) < 0 {
		return true
	}
	for i := ids.at + 2; ids.ids && i+1 < len(ids.node.Content) && ids.node.Content[i+1].Kind != yaml.MappingNode; i += 2 {
		if ids.node.Content[i].Value == key {
			return true
		}
	}
	return false
}

// assigned is a name and a value with an equals sign between them.
var assigned = regexp.MustCompile(`^([a-z][a-z0-9_]*)\s*=\s*(\S+)$`)

// tight reports a name between braces that took its value in, for want of a
// space or a colon.
func (w *walker) tight(n, k, v *yaml.Node) bool {
	if n.Style&yaml.FlowStyle == 0 || !missing(v) || !bare(v) {
		return false
	}
	if at := strings.Index(k.Value, ":\u00a0"); at > 0 {
		w.hardSpaceIn(k)
		return true
	}
	if m := leading.FindStringSubmatch(k.Value); m != nil {
		w.report(Error, k, len(m[1])+1, "colon-space", "a key's colon needs a space after it", "write "+m[1]+": "+clip(m[2]))
		return true
	}
	if m := assigned.FindStringSubmatch(k.Value); m != nil {
		w.wrong(k, "equals", "a name and its value are parted by a colon, not by an equals sign", "write "+m[1]+": "+m[2])
		return true
	}
	if name, value, two := strings.Cut(k.Value, " "); two && namePattern.MatchString(name) {
		w.wrong(k, "no-colon", "no colon stands between the name and its value", "write "+name+": "+clip(strings.TrimSpace(value)))
		return true
	}
	return false
}

// meant is the key that a word stands for in other programs, or in the
// singular or plural; empty where nothing is likely.
func meant(word string, names []string) string {
	word = strings.ToLower(strings.Trim(word, "“”\"' \u00a0"))
	for _, also := range alike() {
		if !slices.Contains(also[1:], word) {
			continue
		}
		for _, name := range strings.Fields(also[0]) {
			if slices.Contains(names, name) {
				return name
			}
		}
	}
	for _, name := range names {
		if name == word || strings.TrimSuffix(name, "s") == word || strings.TrimSuffix(name, "ies")+"y" == word || name == strings.TrimSuffix(word, "s") {
			return name
		}
	}
	return nearest(word, names)
}

// alike are words by which other programs, and people, call the keys: the
// keys first, then the words.
func alike() [][]string {
	return [][]string{
		{"right", "correct", "is-correct", "iscorrect", "true", "solution"},
		{"why because", "feedback", "explanation", "explain", "reason", "comment", "rationale", "why", "because"},
		{"ask", "question", "prompt", "stem", "query"},
		{"say text", "say", "option", "label", "line", "answer"},
		{"options choices", "answers", "choices", "options", "alternatives"},
		{"kind", "type"},
		{"to", "goto", "go-to", "next", "target", "leads-to", "then", "link"},
		{"when", "if", "condition", "requires", "only-if"},
		{"minutes", "mins", "min", "duration", "time", "length"},
		{"title label name", "name", "title", "heading", "label"},
		{"summary about", "description", "summary", "about", "intro", "introduction"},
		{"text", "content", "markdown", "body", "description", "prose"},
		{"change", "changes", "effect", "effects", "add"},
		{"set", "flag", "sets"},
		{"modules", "chapters", "lessons", "units"},
		{"activities", "steps", "lessons", "items", "contents"},
		{"hints", "tip", "tips"},
		{"sources", "references", "reference", "bibliography", "citations"},
		{"cite", "citation", "reference"},
		{"objectives", "goals", "aims", "learning-objectives"},
		{"outcome", "result"},
		{"draw", "count", "pick"},
	}
}
