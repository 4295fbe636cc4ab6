package source

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// The marks around the words of a term in a text that was built. Nobody sees
// them: an author may not write them, and Clean drops them.
const (
	TermOpens  = "\u2062"
	TermCloses = "\u2063"
)

// reference is a term of the glossary in a text: [[term]], or [[term|the words
// to show]]. Its words may go on in the next line.
var reference = regexp.MustCompile(`\[\[([^\[\]|]*)(\|[^\[\]]*)?\]\]`)

// Mention is a term that a text refers to, and the words it is shown by.
type Mention struct {
	Term, Words string
	from, to    int // in bytes, with the brackets
}

// Mentions are the terms a text refers to, in order. What stands in code is
// none, nor what a backslash stands before, nor the text of a link.
func Mentions(text string) []Mention {
	if !strings.Contains(text, "[[") {
		return nil
	}
	inCode := InCode(text)
	var all []Mention
	for _, m := range reference.FindAllStringSubmatchIndex(text, -1) {
		whole := text[m[0]:m[1]]
		if inCode(m[0]) || escaped(text, m[0]) || strings.HasPrefix(text[m[1]:], "(") || strings.Contains(whole, "\n\n") {
			continue
		}
		r := Mention{Term: oneSpace(strings.TrimSuffix(text[m[2]:m[3]], `\`)), from: m[0], to: m[1]}
		r.Words = r.Term
		if m[4] >= 0 {
			r.Words = strings.TrimSpace(text[m[4]+1 : m[5]])
		}
		all = append(all, r)
	}
	return all
}

// TermKey is a term as it is looked up: without regard to case and to how many
// spaces part its words.
func TermKey(term string) string { return strings.ToLower(oneSpace(term)) }

func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

func escaped(text string, at int) bool {
	before := text[:at]
	return (len(before)-len(strings.TrimRight(before, `\`)))%2 == 1
}

// InCode says of a place in a Markdown text, in bytes, whether it is in code.
func InCode(markdown string) func(at int) bool {
	if !slices.ContainsFunc([]string{"`", "~", "    ", "\t"}, func(sign string) bool { return strings.Contains(markdown, sign) }) {
		return func(int) bool { return false }
	}
	var spans [][2]int
	walkMarkdown(markdown, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					spans = append(spans, [2]int{t.Segment.Start, t.Segment.Stop})
				}
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for i := range n.Lines().Len() {
				spans = append(spans, [2]int{n.Lines().At(i).Start, n.Lines().At(i).Stop})
			}
		}
	})
	return func(at int) bool {
		i, _ := slices.BinarySearchFunc(spans, at, func(s [2]int, at int) int { return cmp.Compare(s[1]-1, at) })
		return i < len(spans) && at >= spans[i][0]
	}
}

// Shown is a text as an author wrote it with the words of its terms alone, as
// learners read it.
func Shown(text string) string {
	return replaced(text, func(r Mention) string { return r.Words })
}

// Termed is Shown with marks around the words of each term that is known.
func Termed(text string, known func(term string) bool) string {
	return replaced(text, func(r Mention) string {
		if !known(r.Term) {
			return r.Words
		}
		return TermOpens + r.Words + TermCloses
	})
}

// Unreferred is a text from elsewhere in which no brackets mean a term, and no
// entity a character that nobody sees.
func Unreferred(text string) string {
	text = entity.ReplaceAllStringFunc(text, func(e string) string {
		if safe(resolved(e)) {
			return e
		}
		return strings.TrimPrefix(e, "&")
	})
	text = replaced(text, func(r Mention) string { return `\` + text[r.from:r.to] })
	var b strings.Builder
	at := 0
	for _, from := range halfOpened(text) {
		b.WriteString(text[at:from] + `\`)
		at = from
	}
	return b.String() + text[at:]
}

// halfOpened are the places of terms that lack their last bracket.
func halfOpened(text string) []int {
	if !strings.Contains(text, "[[") {
		return nil
	}
	var all []int
	inCode := InCode(text)
	for _, m := range halfOpen.FindAllStringIndex(text, -1) {
		if !inCode(m[0]) && !escaped(text, m[0]) {
			all = append(all, m[0])
		}
	}
	return all
}

func replaced(text string, with func(Mention) string) string {
	all := Mentions(text)
	if len(all) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, r := range all {
		b.WriteString(text[at:r.from])
		b.WriteString(with(r))
		at = r.to
	}
	b.WriteString(text[at:])
	return b.String()
}

// CleanTerms is Clean for a text whose marks of terms are still needed.
func CleanTerms(s string) string {
	if !strings.Contains(s, TermOpens) {
		return Clean(s)
	}
	var b strings.Builder
	before, rest, _ := strings.Cut(s, TermOpens)
	b.WriteString(Clean(before))
	for part := range strings.SplitSeq(rest, TermOpens) {
		words, after, closed := strings.Cut(part, TermCloses)
		if !closed {
			b.WriteString(Clean(part))
			continue
		}
		b.WriteString(TermOpens + Clean(words) + TermCloses + Clean(after))
	}
	return b.String()
}

// Marked are the words of the terms in a text that was built, in order.
func Marked(text string) []string {
	var all []string
	for {
		_, rest, found := strings.Cut(text, TermOpens)
		if !found {
			return all
		}
		words, after, closed := strings.Cut(rest, TermCloses)
		if !closed {
			return all
		}
		all, text = append(all, words), after
	}
}

// UnknownTerms are the problems of a text that refers to terms which no
// glossary explains. Such a text is not shown, as one that cites an unknown
// source is not: what was meant can no longer be looked up, and no learner
// should meet a word that looks explained and is not.
func UnknownTerms(n Node, names []string) []Problem {
	text := n.Text().Value
	if !strings.Contains(text, "[[") {
		return nil
	}
	known := map[string]bool{}
	for _, name := range names {
		known[TermKey(name)] = true
	}
	var problems []Problem
	count := counter{text: text}
	for _, r := range Mentions(text) {
		if known[TermKey(r.Term)] && r.Words != "" || len(problems) == maxPerFile {
			continue
		}
		at := count.span(r.from, r.to)
		cause, fix := unknownTerm(r, names)
		problems = append(problems, n.Problem(Error, at.Offset, at.Width, "unknown-term", cause, fix))
	}
	for i, from := range halfOpened(text) {
		if i == maxPerFile {
			break
		}
		problems = append(problems, n.Problem(Error, count.span(from, from+2).Offset, 2, "unknown-term", "two brackets open a term here, and one closes it", `close it with two; where brackets are meant, write \[[`))
	}
	return problems
}

// halfOpen is a term that lacks its last bracket.
var halfOpen = regexp.MustCompile(`\[\[[^\[\]\n@]+\](?:[^\]\[(]|$)`)

func unknownTerm(r Mention, names []string) (cause, fix string) {
	switch {
	case strings.HasPrefix(r.Term, "@"):
		return "this looks like a source between the brackets of a term", "cite it between single brackets: [" + r.Term + "]"
	case r.Term == "" || r.Words == "":
		return "a word is missing between these brackets", "write the term, or the term, a bar and the words to show: [[term|words]]"
	}
	cause = fmt.Sprintf("the glossary has no term %q", clip(r.Term))
	if near := nearest(r.Term, names); near != "" {
		return cause, fmt.Sprintf("did you mean [[%s]]? To show other words, put them after a bar: [[%s|%s]]", near, near, clip(r.Words))
	}
	return cause, `add it under glossary: in module.yaml or course.yaml, or take the brackets out; where brackets are meant, write \[[`
}
