package source

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

var (
	idPattern      = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	refPattern     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$`)
	decimalPattern = regexp.MustCompile(`^-?[0-9]{1,15}(\.[0-9]{1,15})?$`)
	namePattern    = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
)

func (w *walker) scalar(v *Value, n *yaml.Node, what spot) *node {
	switch {
	case n.Kind == yaml.SequenceNode:
		return w.wrong(n, "a-list", what.String()+" takes one thing, and this is a list", "take the dash or the brackets out; or quote a text that begins with [")
	case n.Kind == yaml.MappingNode:
		return w.noText(v, n, what)
	case missing(n):
		if w.hidden(Error, n) {
			return nil
		}
		if v.Kind == YesNo {
			return w.wrong(n, "empty", what.String()+" is empty", "write true or false after it, as in "+cmp.Or(what.key, "asked_first")+": true")
		}
		return w.wrong(n, "empty", what.String()+" is empty", "write a text, or take it out")
	case w.coded(n), w.noWords(v, n, what):
		return nil
	}
	if v.Kind == Prose && len(n.Value) > maxProse {
		return w.wrong(n, "too-large", proseTooLarge, "split it up")
	}
	if w.notPlain(v, n) || !w.fits(v, n, what) {
		return nil
	}
	out := w.node(v.Kind, n)
	out.text = strings.TrimRight(n.Value, "\n")
	out.block = n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	if out.quotes = quotesOf(n); out.quotes != NoQuotes {
		out.shift = 1
	}
	if v.Kind == Prose {
		if p, bad := out.harmful(); bad {
			w.problems = append(w.problems, p)
			return nil
		}
	}
	w.lost(v, n, out)
	if v.DOI {
		w.doi(n)
	}
	return out
}

func (w *walker) fits(v *Value, n *yaml.Node, what spot) bool {
	switch v.Kind {
	case Words, Condition:
		return w.oneLine(v, n, what)
	case ID:
		if v.Target {
			return w.oneLine(v, n, what)
		}
		if cause, fix := idsInOne(n.Value, what.items > 0); cause != "" {
			w.wrong(n, "id", cause, fix)
			return false
		}
		return w.name(ID, n)
	case Ref:
		if !refPattern.MatchString(n.Value) {
			w.wrong(n, "id", fmt.Sprintf("%q is no id", clip(n.Value)), "write the old id, or the module it was in, a slash and the old id")
			return false
		}
	case Number:
		return w.number(v, n, what)
	case Decimal:
		if !decimalPattern.MatchString(n.Value) && w.answerElsewhere(n) {
			return false
		}
		if !decimalPattern.MatchString(n.Value) {
			w.wrong(n, "not-a-number", fmt.Sprintf("%s takes a number, and this is %q", what, clip(n.Value)), decimals(n.Value))
			return false
		}
	case YesNo:
		if n.Value != "true" && n.Value != "false" {
			w.wrong(n, "yes-or-no", fmt.Sprintf("%s takes true or false, and this is %q", what, clip(n.Value)), yesOrNo(n.Value))
			return false
		}
	case OneOf:
		for _, word := range v.Choices {
			if n.Value == word {
				return true
			}
		}
		w.wrong(n, "unknown-word", fmt.Sprintf("%q is none of the words that %s takes", clip(n.Value), what), w.whichWord(n.Value, v.Choices))
		return false
	}
	return true
}

// whichWord is DidYouMean for the words of a set, of which more may have been
// written: multiple-choice.
func (w *walker) whichWord(written string, words []string) string {
	if kind := w.questionKind(written, words); kind != "" {
		return fmt.Sprintf("did you mean %q?", kind)
	}
	if nearest(written, words) == "" {
		longest := ""
		for _, word := range words {
			if strings.Contains(strings.ToLower(written), word) && len(word) > len(longest) {
				longest = word
			}
		}
		if longest != "" {
			return fmt.Sprintf("did you mean %q?", longest)
		}
	}
	return DidYouMean(written, words)
}

// number holds that a whole number is one, and not below zero where things
// are counted.
func (w *walker) number(v *Value, n *yaml.Node, what spot) bool {
	i, err := strconv.Atoi(n.Value)
	switch {
	case err != nil || len(n.Value) > 9:
		w.wrong(n, "not-a-number", fmt.Sprintf("%s takes a whole number, and this is %q", what, clip(n.Value)), digits(n.Value, "write it in digits, without quotes or units"))
		return false
	case v.Count && i < 0:
		w.wrong(n, "not-a-number", fmt.Sprintf("%s cannot be less than nothing, and this is %d", what, i), "take the minus out")
		return false
	}
	return true
}

// decimals is how a number would be written that may have decimals.
func decimals(written string) string {
	if ends := fromTo.FindStringSubmatch(written); ends != nil {
		return "write {from: " + ends[1] + ", to: " + ends[2] + "} if all between is right"
	}
	if plain := decimal(written); plain != "" {
		return "write " + plain
	}
	return digits(written, "write it in digits, with a point before the decimals, as in 2.5")
}

// fromTo is a range as one would note it.
var fromTo = regexp.MustCompile(`^(\d+(?:\.\d+)?)\s*(?:[-–—]|to)\s*(\d+(?:\.\d+)?)$`)

// digits is how a number would be written that was meant.
func digits(written, otherwise string) string {
	plain := strings.NewReplacer("−", "-", "–", "-", "—", "-").Replace(written)
	switch _, err := strconv.ParseFloat(plain, 64); {
	case strings.EqualFold(plain, "nan") || strings.Contains(strings.ToLower(plain), "inf"):
	case err == nil && plain != written:
		return "write the minus as a hyphen: " + plain
	case err == nil:
		return "write a whole number, without a point"
	}
	return otherwise
}

func clip(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:39]) + "…"
	}
	return s
}

// name holds that a name is written as one.
func (w *walker) name(kind Kind, n *yaml.Node) bool {
	if len(n.Value) <= 64 && (kind == Words && namePattern.MatchString(n.Value) || kind != Words && isID(n.Value)) {
		return true
	}
	fix := "use small letters, digits and single hyphens, as in " + cmp.Or(Slug(n.Value), "my-first-lesson")
	if kind == Words {
		fix = "use small letters, digits and underscores, beginning with a letter, as in " + cmp.Or(strings.ReplaceAll(Slug(n.Value), "-", "_"), "asked_first")
	}
	w.wrong(n, "id", fmt.Sprintf("%q cannot be a name here", clip(n.Value)), fix)
	return false
}

// idsInOne says of an id that it is one with the sign of a citation, or that an
// item of a list holds several.
func idsInOne(written string, item bool) (cause, fix string) {
	if id, cites := strings.CutPrefix(written, "@"); cites && isID(id) {
		return fmt.Sprintf("%q cannot be a name here: an @ stands in texts only", clip(written)), "write " + id
	}
	ids := strings.FieldsFunc(written, func(r rune) bool { return r == ' ' || r == ';' || r == '|' || r == '/' })
	if !item || len(ids) < 2 || slices.ContainsFunc(ids, func(id string) bool { return !isID(id) }) {
		return "", ""
	}
	return fmt.Sprintf("%q holds several names", clip(written)), "write each as an item of its own: " + strings.Join(ids, ", ")
}

// isID is what idPattern says, in a tenth of the time.
func isID(s string) bool {
	gap := true // a hyphen here would begin the id, end it or stand beside another
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			gap = false
		case c == '-' && !gap:
			gap = true
		default:
			return false
		}
	}
	return !gap
}

func (w *walker) oneLine(v *Value, n *yaml.Node, what spot) bool {
	text := strings.TrimRight(n.Value, "\n")
	switch {
	case strings.Contains(text, "\n"):
		w.wrong(n, "one-line", what.String()+" takes one line of text", "write it on one line")
		return false
	case v.Kind == Condition && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		w.wrong(n, "one-line", "a condition stands on the line of its key", "write it after the colon, in quotes if need be")
		return false
	case v.Kind == Condition && n.Style&yaml.DoubleQuotedStyle != 0 && strings.Contains(w.file.line(n.Line), `\`):
		w.wrong(n, "escape", "a condition has no backslashes", "take them out")
		return false
	}
	return true
}

// sentence says of a text between brackets that it looks like prose. Items of
// a list are mostly ids, so three words are enough there.
func sentence(s string, inList bool) bool {
	n := len(strings.Fields(s))
	return n >= 5 || n >= 3 && (inList || strings.ContainsAny(s, ".?!;"))
}

// flowProse warns of sentences between brackets, where a comma would part
// them in silence.
func (w *walker) flowProse(n *yaml.Node) {
	if n.Style&yaml.FlowStyle != 0 {
		for i, child := range n.Content {
			value := n.Kind == yaml.SequenceNode || i%2 == 1 && n.Content[i-1].Value != "when" && n.Content[i-1].Value != "expect"
			if value && child.Kind == yaml.ScalarNode && child.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 && sentence(child.Value, n.Kind == yaml.SequenceNode) && !strings.ContainsAny(child.Value, "<>=") {
				w.report(Warning, child, wordWidth(child), "flow-prose", "this sentence stands between brackets, where a comma would cut it in silence", "put it in quotes, or write the list one thing a line")
			}
		}
	}
	for _, child := range n.Content {
		w.flowProse(child)
	}
}
