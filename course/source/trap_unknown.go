package source

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// mostSuggested is how many problems of a file may have a likely word looked
// up for them.
const mostSuggested = 500

// unknown reports a key that the table does not have, and says which key it
// was meant to be where that is likely; and whether the rest of the mapping
// hangs on it.
func (w *walker) unknown(key string, table []Field, inBraces bool, k, v *yaml.Node) (instead string, rest bool) {
	names := fieldNames(table)
	if lower := strings.ToLower(key); lower != key && slices.Contains(names, lower) {
		w.wrong(k, "unknown-key", fmt.Sprintf("there is no key %q here: keys are written in small letters", key), fmt.Sprintf("write %q", lower))
		return lower, false
	}
	if bare := strings.Trim(key, "\u00a0"); bare != key && slices.Contains(names, bare) {
		w.hardSpaceIn(k)
		return bare, false
	}
	if inBraces && missing(v) && bare(v) && k.Column+len([]rune(key)) >= v.Column-1 {
		return w.inBraces(k, names), false
	}
	if strings.HasPrefix(key, "\u00a0") {
		w.hardSpaceIn(k)
		return "", false
	}
	cause, fix := fmt.Sprintf("there is no key %q here", key), "take it out"
	if len(w.problems) < mostSuggested {
		if known, rest := w.misplaced(key, k, v); known {
			return "", rest
		}
		if instead = cmp.Or(bareKey(key, names), meant(key, w.fitting(table))); instead != "" {
			fix = fmt.Sprintf("did you mean %q?", instead)
		} else if lacks := w.onlyLack(table, v); lacks != nil {
			instead = lacks.Name
			cause += fmt.Sprintf(", and %q is missing", instead)
			fix = fmt.Sprintf("did you mean %q? If not, take this out and add it: %s", instead, lacks.Doc)
		} else {
			fix = w.whichKeys(table)
		}
	}
	w.wrong(k, "unknown-key", cause, fix)
	return instead, false
}

// dressed is a key with a number or a bullet before it, or a note behind it.
var dressed = regexp.MustCompile(`^(?:\d+[.)]|[•▪·–*-])?\s*(.*?)\s*(?:\(.*\))?$`)

// bareKey is the key that stands in a word with more around it; empty where
// none does.
func bareKey(word string, names []string) string {
	if bare := strings.ToLower(dressed.FindStringSubmatch(word)[1]); slices.Contains(names, bare) {
		return bare
	}
	return ""
}

// onlyLack is the one key that a mapping must have and lacks, where one key is
// unknown in it and may stand for that by its value; nil otherwise.
func (w *walker) onlyLack(table []Field, v *yaml.Node) *Field {
	n := w.inside[len(w.inside)-1].node
	unknown := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		if fieldAt(table, n.Content[i].Value) < 0 {
			if unknown++; unknown > 1 {
				return nil
			}
		}
	}
	var lacks *Field
	for i := range table {
		if f := &table[i]; f.Required && !hasKey(n, f.Name) {
			if lacks != nil {
				return nil
			}
			lacks = f
		}
	}
	if lacks == nil || !lacks.Value.mayBe(v) {
		return nil
	}
	return lacks
}

// mayBe says of a value that a node has its shape.
func (v *Value) mayBe(n *yaml.Node) bool {
	switch v.Kind {
	case List:
		return n.Kind == yaml.SequenceNode || v.Lone
	case Map, Group, Activity:
		return n.Kind == yaml.MappingNode
	case Number, Decimal:
		return decimalPattern.MatchString(n.Value)
	case OneOf:
		return slices.Contains(v.Choices, n.Value)
	case ID:
		return isID(n.Value)
	}
	return n.Kind == yaml.ScalarNode
}

// fitting are the names of the keys that may stand in the mapping that is being
// read: in a question, those of its kind.
func (w *walker) fitting(table []Field) []string {
	kind := ""
	names := make([]string, 0, len(table))
	for i := range table {
		kinds := table[i].Value.For
		if len(kinds) > 0 && kind == "" {
			kind = w.kindHere()
		}
		if len(kinds) == 0 || slices.Contains(kinds, kind) {
			names = append(names, table[i].Name)
		}
	}
	return names
}

// whichKeys names the keys that a mapping may have and has not.
func (w *walker) whichKeys(table []Field) string {
	n := w.inside[len(w.inside)-1].node
	if len(n.Content) > 4*handful { // nobody wrote that, and looking takes long
		return "take it out"
	}
	fit := slices.DeleteFunc(w.fitting(table), func(name string) bool {
		return hasKey(n, name) || name == "allow" || name == "was"
	})
	switch len(fit) {
	case 0:
		return "take it out: all keys stand here already"
	case 1:
		return fmt.Sprintf("take it out; the only other key here is %q", fit[0])
	}
	last := len(fit) - 1
	return "take it out, or write one of " + strings.Join(fit[:last], ", ") + " and " + fit[last]
}
