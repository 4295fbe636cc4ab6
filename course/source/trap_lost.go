package source

import (
	"cmp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// lost warns of a text without quotes from which YAML took something in
// silence, or to which it added what was meant to stand alone.
func (w *walker) lost(v *Value, n *yaml.Node, out *node) {
	if !bare(n) || v.Kind != Words && v.Kind != Prose {
		return
	}
	last := n.Line
	if line := w.file.line(n.Line); !strings.HasSuffix(line, n.Value) && !strings.Contains(line, n.Value) {
		last, _ = out.inside(len([]rune(out.text)) - 1) // it goes on below
	}
	w.cutByComment(v, n, out, last)
	w.joinedItems(n, last)
	w.strayQuote(n)
}

// cutByComment warns where YAML took the end of a text, or a heading in it,
// for a comment.
func (w *walker) cutByComment(v *Value, n *yaml.Node, out *node, last int) {
	if line := w.file.line(last); strings.Contains(line, "#") {
		_, column := out.inside(len([]rune(out.text)) - 1)
		if rest := strings.TrimLeft(string(w.runes(last)[min(column, len(w.runes(last))):]), " "); cutsText(v, rest, out.text) {
			w.comment(Warning, last, rest, "from # on, YAML takes this for a comment: the learner reads only what stands before")
			return
		}
	}
	if last == n.Line || indent(w.file.line(last+2)) < n.Column-1 || strings.TrimSpace(w.file.line(last+1)) != "" {
		return
	}
	if rest := strings.TrimLeft(w.file.line(last+2), " "); heading(rest) {
		w.comment(Warning, last+2, rest, "YAML takes this for a comment, and no learner sees it")
	}
}

// cutsText says of what follows a text that it begins with a # and may belong
// to the text: there is no space after the sign, or a bracket that is still
// open closes behind it, or the text is prose or has several words, which it
// may go on with, or it goes on with a number, as in Room # 4. What else
// follows one word, and what follows the name of a file or a flag, is a note.
func cutsText(v *Value, rest, text string) bool {
	if len(rest) < 2 || rest[0] != '#' {
		return false
	}
	opened := strings.Count(text, "(") > strings.Count(text, ")") && strings.Contains(rest, ")")
	after := strings.TrimLeft(rest[1:], " ")
	numbered := !v.Name && after != "" && after[0] >= '0' && after[0] <= '9'
	return rest[1] != ' ' || opened || numbered || v.Kind == Prose || len(strings.Fields(text)) > 1
}

func heading(s string) bool {
	text := strings.TrimLeft(s, "#")
	return len(text) < len(s) && len(text) > 1 && text[0] == ' '
}

func (w *walker) comment(s Severity, line int, rest, cause string) {
	rest = strings.TrimRight(rest, " ")
	column := len(w.runes(line)) - len([]rune(strings.TrimLeft(string(w.runes(line)), " "))) + 1
	if at := strings.LastIndex(w.file.line(line), rest); at >= 0 {
		column = runes(w.file.line(line)[:at]) + 1
	}
	w.problems = append(w.problems, w.file.problem(s, line, column, runes(rest), "comment-cuts", cause,
		"put the whole text in quotes, or on lines of its own under |; or, if this is a note of yours, move it to a line of its own above"))
}

// hidden says of a value that is not there that a # hides it, as in #1.
func (w *walker) hidden(s Severity, n *yaml.Node) bool {
	_, rest, found := strings.Cut(w.file.line(n.Line), " #")
	if !found || rest == "" || rest[0] == ' ' || rest[0] == '#' || !bare(n) {
		return false
	}
	w.comment(s, n.Line, "#"+rest, "a text that begins with # is taken for a comment, so there is none")
	return true
}

// joinedItems warns of a list that YAML made part of the text above it. One
// dash alone, in the middle of a sentence, may be a dash.
func (w *walker) joinedItems(n *yaml.Node, last int) {
	if last == n.Line {
		return
	}
	first, found := 0, 0
	for line := n.Line + 1; line <= last; line++ {
		if text := strings.TrimLeft(w.file.line(line), " "); strings.HasPrefix(text, "- ") || otherDash.MatchString(text) {
			first, found = cmp.Or(first, line), found+1
		}
	}
	above := strings.TrimRight(w.file.line(first-1), " ")
	item := strings.HasSuffix(strings.TrimRight(w.before(n), " "), "-")
	if found == 0 || found == 1 && !item && above != "" && !strings.HasSuffix(above, ":") {
		return
	}
	w.problems = append(w.problems, w.file.problem(Warning, first, 1+indent(w.file.line(first)), 1, "joined-item",
		"this begins no item of a list: it is indented further than the line above, and YAML adds it to the text there",
		"line it up with the items above, each after a plain hyphen; or, if the list belongs to the text, put all of it under |"))
}

// strayQuote warns of a text that ends in a quote which none opened. After a
// digit it may be an inch.
func (w *walker) strayQuote(n *yaml.Node) {
	before, found := strings.CutSuffix(n.Value, `"`)
	if !found || strings.ContainsAny(before, "\"“\n") || before == "" || strings.ContainsRune("0123456789", rune(before[len(before)-1])) {
		return
	}
	w.report(Warning, n, wordWidth(n), "stray-quote", "a quote stands at the end of this text, and none at its start", "write one at the start as well, or take this one out")
}
