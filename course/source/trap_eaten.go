package source

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

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
			if w.eatenItem(n, text, line) {
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

// eatenItem says of a line in a text that it was meant to begin the next item:
// it begins as the item does that the text belongs to.
func (w *walker) eatenItem(n *yaml.Node, text string, line int) bool {
	rest, dashed := strings.CutPrefix(strings.TrimLeft(text, " "), "- ")
	key, _, is := strings.Cut(rest, ": ")
	first := n.Content[0].Value
	kinds := ActivityKinds()
	begins := key == first || slices.Contains(kinds, key) && slices.Contains(kinds, first)
	if !dashed || !is || !begins || !strings.HasSuffix(strings.TrimRight(w.before(n), " "), "-") {
		return false
	}
	w.problems = append(w.problems, w.file.problem(Warning, line, 1+indent(text), 1, "eaten-key", "the text above takes this line in, so no new item begins here",
		fmt.Sprintf("if one should, move it to the left, so that its dash stands below the one in line %d", n.Line)))
	return true
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
