package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// otherDash is a line that begins as a list does on paper.
var otherDash = regexp.MustCompile(`^ *([–—−‒‐•‣·▪●])[ \x{a0}\t]`)

const (
	otherDashCause = "the items of a list begin with a plain hyphen, and this is another sign"
	otherDashFix   = "type a hyphen (-) and a space in its place"
)

func longDash(f *file, le *yaml.LoadError) (Problem, bool) {
	for _, line := range []int{le.Mark.Line, le.Mark.Line - 1, le.ContextMark.Line} {
		if otherDash.MatchString(f.line(line)) {
			line = f.dashed(line)[0]
			return f.problem(Error, line, 1+indent(f.line(line)), 1, "dash", otherDashCause, otherDashFix), true
		}
	}
	return Problem{}, false
}

// dashed are the lines that begin with another sign for a hyphen in one list
// with a line that does: in its column, with nothing between that is not
// indented further.
func (f *file) dashed(line int) []int {
	column := indent(f.line(line))
	all := []int{line}
	for _, step := range []int{-1, 1} {
		for at := line + step; indent(f.line(at)) > column || hyphened(f.line(at)) != f.line(at) && indent(f.line(at)) == column; at += step {
			if indent(f.line(at)) == column {
				all = append(all, at)
			}
		}
	}
	slices.Sort(all)
	return all
}

// hyphened is a line with a hyphen for another sign that it begins with.
func hyphened(line string) string {
	rest := strings.TrimLeft(line, " ")
	_, width := utf8.DecodeRuneInString(rest)
	if !otherDash.MatchString(line) && !strings.HasPrefix(rest, "* ") {
		return line
	}
	return line[:indent(line)] + "- " + strings.TrimLeft(rest[width:], " \u00a0\t")
}

// starred finds a list with stars for hyphens.
func starred(f *file, le *yaml.LoadError) (Problem, bool) {
	line := f.line(le.Mark.Line)
	if !strings.HasPrefix(strings.TrimLeft(line, " "), "* ") || !strings.Contains(le.ContextMsg, "alias") {
		return Problem{}, false
	}
	return f.problem(Error, le.Mark.Line, 1+indent(line), 1, "dash", otherDashCause, otherDashFix), true
}

// mixed finds a line without a dash among items that have one, and the
// reverse.
func mixed(f *file, le *yaml.LoadError) (Problem, bool) {
	line := f.line(min(le.Mark.Line, len(f.lines)))
	dashed := strings.HasPrefix(strings.TrimLeft(line, " "), "- ")
	above := f.line(le.ContextMark.Line)
	if indent(above) != indent(line) || strings.TrimSpace(line) == "" {
		return Problem{}, false
	}
	switch {
	case strings.Contains(le.Message, "'-' indicator") && !dashed:
		return f.problem(Error, le.Mark.Line, 1+indent(line), 1, "dash", "the lines above in this column begin with a dash, and this one does not",
			"begin it with a dash and a space, or indent it like what it belongs to; or take the dashes above out, if no list is meant"), true
	case strings.Contains(le.Message, "expected key") && dashed:
		return f.problem(Error, le.Mark.Line, 1+indent(line), 1, "dash", "this line begins with a dash, and the lines above in this column do not",
			"begin them all with a dash and a space, or none of them"), true
	}
	return Problem{}, false
}

// items are the items of a list, put right where a dash is missing or too
// many, so that what else is wrong with them can still be found.
func (w *walker) items(v *Value, n *yaml.Node) []*yaml.Node {
	if v.Of.Kind != Group && v.Of.Kind != Activity || n.Style&yaml.FlowStyle != 0 {
		return n.Content
	}
	all := make([]*yaml.Node, 0, len(n.Content))
	for _, item := range n.Content {
		if len(all) > 0 && tornOff(v.Of, all[len(all)-1], item) {
			at := strings.LastIndex(w.before(item), "-")
			w.problems = append(w.problems, w.file.problem(Error, item.Line, max(at, 0)+1, 1, "extra-dash", "this dash begins a new item, and what follows belongs to the one above",
				"take the dash out, and line the key up with those above"))
			all[len(all)-1] = joined(all[len(all)-1], item)
			continue
		}
		all = w.apart(all, v.Of, item)
	}
	return all
}

// apart adds to items those that a mapping was meant to be, where its keys
// begin once more for want of a dash.
func (w *walker) apart(items []*yaml.Node, v *Value, n *yaml.Node) []*yaml.Node {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) < 6 {
		return append(items, n)
	}
	for i := 4; i < len(n.Content); i += 2 {
		k := n.Content[i]
		again := k.Value == n.Content[0].Value
		if v.Kind == Activity {
			again = slices.Contains(ActivityKinds(), k.Value) && slices.Contains(ActivityKinds(), n.Content[0].Value)
		}
		if !again {
			continue
		}
		w.wrong(k, "missing-dash", "a new item begins here, and no dash says so", "write a dash and a space before it, two columns to the left")
		first, second := *n, *n
		first.Content, second.Content = n.Content[:i:i], n.Content[i:]
		second.Line, second.Column = k.Line, k.Column
		return w.apart(append(items, &first), v, &second)
	}
	return append(items, n)
}

// tornOff says that an item has nothing of what an item begins with, that the
// one above lacks something, and that together they are one.
func tornOff(v *Value, above, n *yaml.Node) bool {
	if above.Kind != yaml.MappingNode || n.Kind != yaml.MappingNode || above.Style&yaml.FlowStyle != 0 || n.Style&yaml.FlowStyle != 0 {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if hasKey(above, n.Content[i].Value) {
			return false
		}
	}
	if v.Kind == Activity {
		kindIn := func(n *yaml.Node) bool {
			return slices.ContainsFunc(ActivityKinds(), func(kind string) bool { return hasKey(n, kind) })
		}
		whole := hasKey(above, "title") && hasKey(above, "minutes")
		return kindIn(above) && !kindIn(n) && !whole
	}
	lacks, begins, known := false, false, true
	for i := range v.Fields {
		if f := &v.Fields[i]; f.Required {
			there := hasKey(above, f.Name)
			lacks, begins = lacks || !there, begins || there
		}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		known = known && fieldAt(v.Fields, n.Content[i].Value) >= 0
	}
	return lacks && begins && known
}

func hasKey(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}

func keysOf(n *yaml.Node) []string {
	var all []string
	for i := 0; i+1 < len(n.Content); i += 2 {
		all = append(all, n.Content[i].Value)
	}
	return all
}

func joined(above, n *yaml.Node) *yaml.Node {
	one := *above
	one.Content = append(slices.Clip(above.Content), n.Content...)
	return &one
}
