package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

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

// onPaper is a text that begins as a numbered item does.
var onPaper = regexp.MustCompile(`^(?:\d{1,2}|[a-zA-Z])[.)]\s`)

// asList says of a text that may stand for a list of one that it was meant to
// be a list of more.
func (w *walker) asList(n *yaml.Node) bool {
	if n.Kind != yaml.ScalarNode || !bare(n) || n.Value == "" {
		return false
	}
	follows, tight := tightDashed(n)
	return tight && !unicode.IsDigit(follows) || otherSign(n.Value) || w.dashesBelow(n)
}

// dashesBelow says of a text that items of a list stand below it, in its column.
func (w *walker) dashesBelow(n *yaml.Node) bool {
	next := w.file.line(n.Line + 1)
	return n.Kind == yaml.ScalarNode && bare(n) && strings.TrimSpace(w.before(n)) == "" && indent(next) == n.Column-1 && rowOf(next).dashes > 0
}

// otherSign says of a text that it begins as an item does on paper.
func otherSign(text string) bool {
	return otherDash.MatchString(text) || paperDash.MatchString(text) || onPaper.MatchString(text)
}

// noList says what is wrong with a thing that is no list.
func (w *walker) noList(v *Value, n *yaml.Node, what spot) *node {
	follows, dashed := tightDashed(n)
	switch {
	case dashed && follows == '\u00a0':
		w.report(Error, n, 2, "hard-space", "a non-breaking space stands after the dash; it looks like a space and is none", "delete it and type a space")
		return nil
	case dashed && follows == '-':
		w.report(Error, n, 2, "dash-space", "two dashes begin no item of a list", "write one dash and a space")
		return nil
	case dashed:
		w.report(Error, n, 1, "dash-space", dashCause, dashFix)
		return nil
	case n.Kind == yaml.ScalarNode && bare(n) && otherSign(n.Value):
		w.report(Error, n, 1, "dash", otherDashCause, otherDashFix)
		return nil
	case w.dashesBelow(n):
		w.report(Error, n, 1, "dash", undashedCause, undashedFix)
		return nil
	case n.Kind == yaml.MappingNode && v.Of.Kind != Group && v.Of.Kind != Activity:
		return w.wrong(n, "not-a-list", what.String()+" takes a list, and these are keys", "write only the names, one a line, each after a dash and a space")
	case n.Kind == yaml.MappingNode:
		return w.wrong(n, "not-a-list", what.String()+" takes a list, and these are keys", "write a dash and a space before the first key of each item, and line its other keys up with the first")
	}
	return w.wrong(n, "not-a-list", what.String()+" takes a list", "write one thing a line below it, each after a dash and a space")
}

// moved is a meter and a number as one would note them.
var moved = regexp.MustCompile(`^([a-z][a-z0-9_]*)\s*[:=+]*\s*(-?\s*\d+)$`)

// noMapping says what is wrong with a thing that has no keys.
func (w *walker) noMapping(v *Value, n *yaml.Node, what spot) *node {
	if n.Kind == yaml.SequenceNode {
		fix := "take the dashes or brackets out, and write a colon after each name"
		if what.items > 0 && n.Style&yaml.FlowStyle == 0 {
			fix = "take one of the two dashes out"
		}
		return w.wrong(n, "not-a-mapping", what.String()+" takes keys and values, and this is a list", fix)
	}
	fix := "write a key, a colon and a value a line below it, indented by two spaces"
	switch {
	case v.Kind == Activity:
		fix = "begin it with what it is and its id, as in lesson: my-first-lesson; or, if it belongs to a list above, indent it like that"
	case v.Kind == Map && v.Of.Kind == Number && moved.MatchString(n.Value):
		m := moved.FindStringSubmatch(n.Value)
		fix = "write {" + m[1] + ": " + strings.ReplaceAll(m[2], " ", "") + "}"
	case v.Kind == Map && v.Of.Kind == YesNo:
		fix = switched(n.Value)
	case v.Kind == Group:
		fix = "write its keys one a line: " + strings.Join(requiredOf(v.Fields), ", ") + ", each with a colon and a value"
	}
	return w.wrong(n, "not-a-mapping", what.String()+" takes keys and values, and this is a text", fix)
}

// flagged is a flag as one would note that it is set.
var flagged = regexp.MustCompile(`^(not |no )?\s*([a-z][a-z0-9_]*)\s*(?:[:=]+|is|to)?\s*(true|false|yes|no|on|off)?$`)

// switched is how flags are set that were noted in another way.
func switched(written string) string {
	m := flagged.FindStringSubmatch(strings.TrimSpace(written))
	if m == nil || yesOrNo(m[2]) != "write true or false" {
		return "write the name of the flag and what it becomes, as in {asked_first: true}"
	}
	to := "true"
	if (m[1] != "") != (m[3] != "" && yesOrNo(m[3]) == "write false") {
		to = "false"
	}
	return "write {" + m[2] + ": " + to + "}"
}

// requiredOf are the keys that must stand in a mapping.
func requiredOf(fields []Field) []string {
	var all []string
	for _, f := range fields {
		if f.Required {
			all = append(all, f.Name)
		}
	}
	return all
}

// noText says what is wrong with keys that stand for a text.
func (w *walker) noText(v *Value, n *yaml.Node, what spot) *node {
	if len(n.Content) == 2 && n.Style&yaml.FlowStyle == 0 && strings.Trim(w.before(n), " ") != "" {
		return w.colon(n, 0)
	}
	fix := "write the text alone, without a key; put it in quotes if it has a colon in it"
	if v.Kind == Prose {
		fix = "write | after the colon before it, so that all of this is text; or write the text alone, without a key"
	}
	return w.wrong(n, "a-mapping", what.String()+" takes a text, and this has keys", fix)
}

// leading is a word with a colon at once after it, at the start of a text.
var leading = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_-]*):(\S.*)`)

// keyInText says of a text that stands for a group, as an item of a list may,
// that it begins with one of the group's keys.
func (w *walker) keyInText(table []Field, n *yaml.Node) bool {
	if !strings.Contains(n.Value, ":") {
		return false
	}
	m := leading.FindStringSubmatch(n.Value)
	if m == nil || !bare(n) || fieldAt(table, m[1]) < 0 {
		return false
	}
	w.report(Error, n, len(m[1])+1, "colon-space", "a key's colon needs a space after it", "write "+m[1]+": "+clip(m[2]))
	return true
}

// colonInText says of keys that stand where a text may stand that they were
// meant to be one, with a colon in it.
func (w *walker) colonInText(table []Field, n *yaml.Node) bool {
	if n.Style&yaml.FlowStyle != 0 || len(n.Content) != 2 {
		return false
	}
	key := n.Content[0]
	names := fieldNames(table)
	said := strings.Contains(key.Value, " ") || strings.Contains(n.Content[1].Value, " ") && meant(key.Value, names) == ""
	if !said || !bare(key) || fieldAt(table, key.Value) >= 0 || bareKey(key.Value, names) != "" {
		return false
	}
	w.colon(key, len([]rune(key.Value)))
	return true
}

// colon reports a text that a colon made a key of, from an offset in it on,
// with a fix that writes it out.
func (w *walker) colon(n *yaml.Node, offset int) *node {
	p := w.file.problem(Error, n.Line, n.Column+offset, 1, "colon", "a colon and a space inside a text make it look like a key",
		"put the text in quotes, or on lines of its own under |")
	if len(w.problems) < mostSuggested {
		if line, plain := (mended{file: w.file}).meant(p); plain {
			p = p.written(line)
		}
	}
	w.problems = append(w.problems, p)
	return nil
}

// inBraces says of a key without a value between braces what it is: a key
// whose colon has no space after it, or the rest of a text with a comma.
func (w *walker) inBraces(k *yaml.Node, names []string) (instead string) {
	if m := leading.FindStringSubmatch(k.Value); m != nil && slices.Contains(names, m[1]) {
		w.report(Error, k, len(m[1])+1, "colon-space", "a key's colon needs a space after it", "write "+m[1]+": "+clip(m[2]))
		return m[1]
	}
	fix := "put the whole text in quotes, or write the keys one a line"
	if line := w.file.line(k.Line); strings.ContainsAny(line, "“„«") {
		fix = "put the whole text in straight quotes: curly ones are letters to YAML"
	}
	w.wrong(k, "comma-cuts", "between braces the comma before this ends the text, and this is taken for a key", fix)
	return ""
}

// hardSpaceIn reports a non-breaking space at an end of a word.
func (w *walker) hardSpaceIn(n *yaml.Node) {
	at := strings.IndexRune(n.Value, '\u00a0')
	p := w.file.problem(Error, n.Line, n.Column+len([]rune(n.Value[:at])), 1, "hard-space", "a non-breaking space stands here; it looks like a space and is none", "delete it, or type a space")
	w.problems = append(w.problems, p)
}

// notPlain says of an id, a number or a word of a fixed set that something in
// its writing hides it.
func (w *walker) notPlain(v *Value, n *yaml.Node) bool {
	switch v.Kind {
	case ID, Ref, Number, Decimal, YesNo, OneOf:
		if first := []rune(n.Value)[0]; curly(string(first)) {
			w.wrong(n, "curly-quotes", curlyCause, "take them out")
			return true
		}
		if strings.HasPrefix(n.Value, "\u00a0") || strings.HasSuffix(n.Value, "\u00a0") {
			w.hardSpaceIn(n)
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

// noWords says of a text that it is a sign: one by which programs write that
// there is nothing, or one that was meant to be the | before a text.
func (w *walker) noWords(v *Value, n *yaml.Node, what spot) bool {
	if v.Kind != Words && v.Kind != Prose || !bare(n) {
		return false
	}
	first, _, _ := strings.Cut(n.Value, " ")
	switch first {
	case "｜", "-|", "-｜", "||":
		w.report(Error, n, runes(first), "bar", "a text on lines of its own begins with a plain | after the colon, and this is another sign", "write | in its place")
		return true
	case "~", "null", "Null", "NULL":
		if first == n.Value {
			w.wrong(n, "empty", what.String()+" is empty: "+first+" is how programs write that there is nothing", "write a text, or take it out; put it in quotes if learners are to read it")
			return true
		}
	}
	return false
}

// yesOrNo is what an author meant by another word for true or false, in the
// languages that people who write courses are likely to think in.
func yesOrNo(word string) string {
	word = strings.ToLower(strings.Trim(word, ` .!"'“”`))
	switch {
	case slices.Contains([]string{"yes", "y", "on", "true", "1", "x", "right", "correct", "ja", "wahr", "oui", "vrai", "si", "sí", "sì", "verdadero", "vero", "sim", "verdadeiro", "tak", "waar", "да"}, word):
		return "write true"
	case slices.Contains([]string{"no", "n", "off", "false", "0", "wrong", "nein", "falsch", "non", "faux", "falso", "não", "nao", "nie", "nee", "onwaar", "нет"}, word):
		return "write false"
	}
	return "write true or false"
}
