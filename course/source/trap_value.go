package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// tightDashed says of what stands where a list is meant that its dashes lack
// their space, and which character follows them.
func tightDashed(n *yaml.Node) (follows rune, is bool) {
	if n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0 {
		n = n.Content[0]
	}
	if n.Kind != yaml.ScalarNode || !bare(n) || len(n.Value) < 2 || n.Value[0] != '-' {
		return 0, false
	}
	return []rune(n.Value[:min(len(n.Value), 5)])[1], true
}

// bare says of a scalar that it has no quotes and no bar.
func bare(n *yaml.Node) bool {
	return n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
}

// noList says what is wrong with a thing that is no list.
func (w *walker) noList(n *yaml.Node, what spot) *node {
	follows, dashed := tightDashed(n)
	switch {
	case dashed && follows == '\u00a0':
		w.report(Error, n, 2, "hard-space", "a non-breaking space stands after the dash; it looks like a space and is none", "delete it and type a space")
		return nil
	case dashed:
		w.report(Error, n, 1, "dash-space", dashCause, dashFix)
		return nil
	case n.Kind == yaml.MappingNode:
		return w.wrong(n, "not-a-list", what.String()+" takes a list, and these are keys", "write a dash and a space before the first key of each item, and line its other keys up with the first")
	}
	return w.wrong(n, "not-a-list", what.String()+" takes a list", "write one thing a line below it, each after a dash and a space")
}

// noMapping says what is wrong with a thing that has no keys.
func (w *walker) noMapping(n *yaml.Node, what spot) *node {
	if n.Kind == yaml.SequenceNode {
		return w.wrong(n, "not-a-mapping", what.String()+" takes keys and values, and this is a list", "take the dashes or brackets out, and write a colon after each name")
	}
	return w.wrong(n, "not-a-mapping", what.String()+" takes keys and values", "write a key, a colon and a value a line below it, indented by two spaces")
}

// noText says what is wrong with keys that stand for a text.
func (w *walker) noText(n *yaml.Node, what spot) *node {
	if len(n.Content) == 2 && n.Style&yaml.FlowStyle == 0 {
		return w.wrong(n, "colon", "a colon and a space inside a text make it look like a key", "put the text in quotes, or on lines of its own under |")
	}
	return w.wrong(n, "a-mapping", what.String()+" takes a text, and this has keys", "put the text in quotes, or on lines of its own under |")
}

// leading is a word with a colon at once after it, at the start of a text.
var leading = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_-]*):(\S.*)`)

// keyInText says of a text that stands for a group, as an item of a list may,
// that it begins with one of the group's keys.
func (w *walker) keyInText(table []Field, n *yaml.Node) bool {
	m := leading.FindStringSubmatch(n.Value)
	if m == nil || !bare(n) || !slices.Contains(fieldNames(table), m[1]) {
		return false
	}
	w.report(Error, n, len(m[1])+1, "colon-space", "a key's colon needs a space after it", "write "+m[1]+": "+clip(m[2]))
	return true
}

// mostSuggested is how many problems of a file may have a likely word looked
// up for them.
const mostSuggested = 500

// unknown reports a key that the table does not have, and says which key it
// was meant to be where that is certain.
func (w *walker) unknown(key string, table []Field, inBraces bool, k, v *yaml.Node) (meant string) {
	names := fieldNames(table)
	if lower := strings.ToLower(key); lower != key && slices.Contains(names, lower) {
		w.wrong(k, "unknown-key", fmt.Sprintf("there is no key %q here: keys are written in small letters", key), fmt.Sprintf("write %q", lower))
		return lower
	}
	if inBraces && missing(v) && bare(v) && k.Column+len([]rune(key)) >= v.Column-1 {
		if m := leading.FindStringSubmatch(key); m != nil && slices.Contains(names, m[1]) {
			w.report(Error, k, len(m[1])+1, "colon-space", "a key's colon needs a space after it", "write "+m[1]+": "+clip(m[2]))
			return m[1]
		}
		w.wrong(k, "comma-cuts", "between braces the comma before this ends the text, and this is taken for a key", "put the whole text in quotes, or write the keys one a line")
		return ""
	}
	fix := "take it out"
	if len(w.problems) < mostSuggested {
		fix = DidYouMean(key, names)
	}
	w.wrong(k, "unknown-key", fmt.Sprintf("there is no key %q here", key), fix)
	return ""
}

// eaten looks into the texts under | and > of a mapping for lines that were
// meant to be its next keys, and returns the required ones among them.
func (w *walker) eaten(table []Field, n *yaml.Node, has *node) map[string]bool {
	var found map[string]bool
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		if v.Kind != yaml.ScalarNode || v.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 || v.Line != k.Line {
			continue
		}
		for line := v.Line + 1; line <= len(w.file.lines); line++ {
			text := w.file.lines[line-1]
			if strings.TrimSpace(text) != "" && indent(text) < k.Column {
				break
			}
			if i := fieldAt(table, keyLike(text)); i >= 0 && !has.mentions(table[i].Name) && !found[table[i].Name] {
				if found == nil {
					found = map[string]bool{}
				}
				found[table[i].Name] = true
				w.eatenLine(&table[i], text, line)
			}
		}
	}
	return found
}

// keyLike is the key that a line begins with, if it looks like one.
func keyLike(line string) string {
	key, rest, is := strings.Cut(strings.TrimLeft(line, " "), ":")
	if !is || rest != "" && rest[0] != ' ' || strings.Contains(key, " ") {
		return ""
	}
	return key
}

func (w *walker) eatenLine(f *Field, text string, line int) {
	severity := Warning
	if f.Required {
		severity = Error
	}
	w.problems = append(w.problems, w.file.problem(severity, line, 1+indent(text), len(f.Name)+1, "eaten-key",
		fmt.Sprintf("the text above takes this line in, so %q is no key here", f.Name), "indent it like the key of that text"))
}

// notPlain says of an id, a number or a word of a fixed set that something in
// its writing hides it.
func (w *walker) notPlain(v *Value, n *yaml.Node) bool {
	switch v.Kind {
	case ID, Ref, Number, Decimal, YesNo, OneOf:
		if _, size := utf8.DecodeRuneInString(n.Value); curly(n.Value[:size]) {
			w.wrong(n, "curly-quotes", curlyCause, "take them out")
			return true
		}
	case Words:
		if n.Style&yaml.DoubleQuotedStyle != 0 && strings.Contains(n.Value, "\n") && strings.Contains(w.file.line(n.Line), `\n`) {
			w.wrong(n, "backslash", `between double quotes \n begins a new line`, "write two backslashes, or / in the name of a file; or use single quotes")
			return true
		}
	}
	return false
}

// yesOrNo is what an author meant by another word for true or false.
func yesOrNo(word string) string {
	switch strings.ToLower(word) {
	case "yes", "y", "on", "true", "1":
		return "write true"
	case "no", "n", "off", "false", "0":
		return "write false"
	}
	return "write true or false"
}
