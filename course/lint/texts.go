package lint

import (
	"strings"
	"unicode/utf8"

	"hearten/course/source"
)

// mostPerText is how often a rule speaks about one text: an author who did
// something twenty times does not need to be told where the rest are.
const mostPerText = 20

// Text is a Markdown text of an activity, with the key it stands under.
type Text struct {
	Activity int // its place among the contents; -1 for a glossary or a page of help
	Field    string
	Value    string
	node     source.Node
}

// texts are all Markdown texts of a module that learners read.
func texts(m Module) []Text {
	all := textsIn(make([]Text, 0, 128), -1, m.Written().Get("glossary"))
	for i, c := range m.Contents {
		all = textsIn(all, i, c.Written())
	}
	return all
}

// textsIn adds the texts of an activity, or of something else, to others.
func textsIn(all []Text, activity int, n source.Node) []Text {
	for p := range n.Passages() {
		all = append(all, Text{activity, p.Field, p.Node.Text().Value, p.Node})
	}
	return all
}

// warning is a warning about a part of the text, in bytes.
func (t Text) warning(from, to int, code, cause, fix string) source.Problem {
	return t.node.Problem(source.Warning, utf8.RuneCountInString(t.Value[:from]), utf8.RuneCountInString(t.Value[from:to]), code, cause, fix)
}

// words counts the words of a text.
func words(text string) int {
	n := 0
	for range strings.FieldsSeq(text) {
		n++
	}
	return n
}

// part is a piece of a text and the byte it begins at.
type part struct {
	at   int
	text string
}

// paragraphs are the parts of a text between blank lines.
func paragraphs(text string) []part {
	var all []part
	begin, end, at := 0, 0, 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			if end > begin {
				all = append(all, part{begin, text[begin:end]})
			}
			begin = at + len(line)
		}
		at += len(line)
		end = at
	}
	if end > begin {
		all = append(all, part{begin, text[begin:end]})
	}
	return all
}

// unspoken is a paragraph with all that stands between double quotes blanked
// out: what people say in a story is not what the course says. Nothing moves.
func unspoken(text string) string {
	if !strings.ContainsAny(text, "\"“") {
		return text
	}
	out, spoken := []byte(text), false
	for i, r := range text {
		size := utf8.RuneLen(r)
		switch {
		case r == '“' || r == '"' && !spoken:
			spoken = true
		case r == '”' || r == '"':
			spoken = false
		case spoken:
			for j := i; j < i+size; j++ {
				out[j] = ' '
			}
		}
	}
	if spoken { // an inch, or a quote that runs on
		return text
	}
	return string(out)
}
