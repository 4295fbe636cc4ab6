package source

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// slip is a way of writing that belongs elsewhere, or that Markdown takes for
// letters for want of a sign. A sign that it cannot do without tells so in a
// part of the time; one without needs a line that begins as an item does.
type slip struct {
	sign       string
	wrong      *regexp.Regexp // its first group is the place, or else all of it
	cause, fix string
	unless     func(paragraph, found string) bool
}

var (
	halfClosed   = regexp.MustCompile(`(?:^|[^\[\]])(\[[^\[\]\n@]+\]\])`)
	neverClosed  = regexp.MustCompile(`(\[\[)[^\[\]]*$`)
	footnote     = regexp.MustCompile(`\[\^[^\]\s]+\]`)
	tickBox      = regexp.MustCompile(`(?m)^[ >]*(?:[-*+]|\d+[.)]) (\[[ xX]\]) `)
	fileLink     = regexp.MustCompile(`(?:^|[^!\\])(\[[^\[\]\n]+\]\([^()\s]+\))`)
	turnedLink   = regexp.MustCompile(`\([^()\n]+\)\[(?:https?:|www\.)[^\]\s]+\]`)
	partedLink   = regexp.MustCompile(`\[[^\[\]\n@]+\] \((?:https?:|www\.)[^()\s]+\)`)
	callout      = regexp.MustCompile(`(?m)^[ ]*>[ ]*(\[![A-Za-z]+\])`)
	attribute    = regexp.MustCompile(`\{[#.][A-Za-z][\w-]*\}`)
	hardMark     = regexp.MustCompile(`(?m)^[ >]*(?:[-*+]|\d{1,3}[.)]|#{1,6})(\x{a0})`)
	letteredList = regexp.MustCompile(`(?m)^[ ]*([a-hA-H]\)) \S.*\n[ ]*[b-iB-I]\) \S`)
	tightNumbers = regexp.MustCompile(`(?m)^[ ]*(\d{1,2}[.)])\p{L}.*\n[ ]*\d{1,2}[.)]\p{L}`)
	tightHyphens = regexp.MustCompile(`(?m)^[ ]*(-)\p{L}.*\n[ ]*-\p{L}`)
	tightStars   = regexp.MustCompile(`(?m)^[ ]*(\*)\p{L}[^*\n]*\n[ ]*\*\p{L}[^*\n]*$`)
)

// A citation that is none, or that says more than which source.
var (
	citedWithin   = regexp.MustCompile(`(\[[^\[\]\n@]*\s@([A-Za-z0-9-]+)[^\[\]\n]*\])`)
	citedApart    = regexp.MustCompile(`(\[@\s+([A-Za-z0-9-]+)\])`)
	citedRound    = regexp.MustCompile(`(\(@([A-Za-z][A-Za-z0-9-]*-\d{4}[a-z]?)\))`)
	citedOpen     = regexp.MustCompile(`(\[@([A-Za-z0-9-]+))[^\[\]\n]*(?:\n|$)`)
	citedWithPage = regexp.MustCompile(`(\[@([A-Za-z0-9-]+)[^\[\]\n]*\])`)
	onlyCited     = regexp.MustCompile(`^\[@[A-Za-z0-9-]+(?:\s*[;,]?\s*@[A-Za-z0-9-]+)*\s*\]$`)
)

const citeFix = "write [@$]"

const runTogether = "so these lines run together into one"

// slips are all of them that stand within a paragraph.
var slips = sync.OnceValue(func() []slip {
	return []slip{
		{"]]", halfClosed, "two brackets close a term here, and one opens it", `open it with two; where brackets are meant, write \[`, balanced},
		{"[[", neverClosed, "two brackets open a term here, and none close it", `close it with ]]; where brackets are meant, write \[[`, nil},
		{"[^", footnote, "there are no footnotes here, so learners read this as it stands", "write what it says in the text, or in round brackets; cite a source as in [@smith-2020]", nil},
		{"] ", tickBox, "there are no boxes to tick here, so learners read this as it stands", "take the brackets out", nil},
		{"](", fileLink, "this link leads to no page on the web, so learners see its words and not where it leads", "write the whole address, from https:// on; or name in words what is meant, as in the lesson “The fork”", leadsSomewhere},
		{")[", turnedLink, "the brackets of this link are the wrong way round, so learners read it as it stands", "write the words between square brackets, then the address between round ones: [words](https://…)", nil},
		{"] (", partedLink, "a space parts this link, so learners read it as it stands", "take the space between ] and ( out", nil},
		{"[!", callout, "there are no boxes for notes here, so learners read this as it stands", "take it out, or write a word in bold in its place: **Note.**", nil},
		{"@", citedWithin, "a citation begins with [@, so learners read this as it stands", citeFix + ", and the words before it outside the brackets", nil},
		{"[@", citedApart, "a space parts the @ and the source, so learners read this as it stands", citeFix, nil},
		{"(@", citedRound, "a citation stands between square brackets, so learners read this as it stands", citeFix, nil},
		{"[@", citedOpen, "this citation is not closed on its line, so learners read it as it stands", citeFix, nil},
		{"[@", citedWithPage, "learners see a number for this citation, and nothing else that stands in it", citeFix + ", and the rest outside the brackets", func(_, found string) bool { return onlyCited.MatchString(found) }},
		{"{", attribute, "this names or dresses a heading elsewhere; here learners read it as it stands", "take it out", nil},
		{"\u00a0", hardMark, "a non-breaking space stands here; it looks like a space and is none, so learners read the sign before it", "delete it and type a space", nil},
		{"", letteredList, "Markdown does not know letters as the beginning of an item, " + runTogether, "begin each of them with a hyphen and a space, or with 1. and a space, after a blank line", nil},
		{"", tightNumbers, "the number of an item needs a space after it, " + runTogether, "write a space after each number", nil},
		{"", tightHyphens, "the hyphen of an item needs a space after it, " + runTogether, "write a space after each hyphen", nil},
		{"", tightStars, "the star of an item needs a space after it, " + runTogether, "write a space after each star", nil},
	}
})

// leadsSomewhere says of a link that learners see where it leads.
func leadsSomewhere(_, link string) bool {
	to := link[strings.LastIndex(link, "(")+1 : len(link)-1]
	return SafeLink(strings.Trim(to, "<>"))
}

// balanced says of a paragraph that each bracket in it has its other.
func balanced(paragraph, _ string) bool {
	return strings.Count(paragraph, "[") == strings.Count(paragraph, "]")
}

// slipped finds the slips of a text, each once in a paragraph.
func (l *losses) slipped() {
	items, marks := false, []string{"[", "]]", "{", "@", "\u00a0", "**"}
	for line := range strings.Lines(l.text) {
		items = items || mayBeItem(line)
	}
	if !items && !slices.ContainsFunc(marks, func(mark string) bool { return strings.Contains(l.text, mark) }) {
		return
	}
	cites := citesOddly(l.text)
	for _, s := range slips() {
		if s.sign == "" && !items || strings.Contains(s.sign, "@") && !cites || !strings.Contains(l.text, s.sign) {
			continue
		}
		at := 0
		for part := range strings.SplitAfterSeq(l.text, "\n\n") {
			l.slip(s, at, strings.TrimRight(part, "\n"))
			at += len(part)
		}
	}
	l.strayBold()
}

// citesOddly says of a text that an @ stands in it other than in [@source].
func citesOddly(text string) bool {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '@')
		if i < 0 {
			return false
		}
		at += i + 1
		id := at
		for at < len(text) && inID(text[at]) {
			at++
		}
		if id < 2 || text[id-2] != '[' || at == id || at == len(text) || text[at] != ']' {
			return true
		}
	}
}

// mayBeItem says of a line that it may begin as the item of a list does.
func mayBeItem(line string) bool {
	for line != "" && (line[0] == ' ' || line[0] == '>') {
		line = line[1:]
	}
	return len(line) > 1 && (strings.IndexByte("-*", line[0]) >= 0 || line[1] == ')' || line[0] >= '0' && line[0] <= '9')
}

func (l *losses) slip(s slip, at int, part string) {
	if !strings.Contains(part, s.sign) {
		return
	}
	for _, m := range s.wrong.FindAllStringSubmatchIndex(part, maxPerFile) {
		from, to := m[0], m[1]
		if len(m) > 2 {
			from, to = m[2], m[3]
		}
		if l.inCode(at+from) || escaped(l.text, at+from) || s.unless != nil && s.unless(part, part[from:to]) {
			continue
		}
		fix := s.fix
		if len(m) > 4 {
			fix = strings.Replace(fix, "$", part[m[4]:m[5]], 1)
		}
		l.add(at+from, at+to, s.cause, fix)
		return
	}
}

// strayBold finds a paragraph in which two stars open bold letters, or close
// them, and nothing does the other.
func (l *losses) strayBold() {
	if !strings.Contains(l.text, "**") {
		return
	}
	at := 0
	for part := range strings.SplitAfterSeq(l.text, "\n\n") {
		n, last := 0, 0
		for i := 0; i+1 < len(part); i++ {
			if part[i] != '*' || part[i+1] != '*' || l.inCode(at+i) || escaped(l.text, at+i) {
				continue
			}
			n, last = n+1, i
			for i+1 < len(part) && part[i+1] == '*' {
				i++
			}
		}
		if line := strings.TrimSpace(part); n%2 == 1 && strings.Trim(line, "* ") != "" {
			l.add(at+last, at+last+2, "two stars stand here without two others, so learners read the stars", `close the bold letters with **; where stars are meant, write \*\*`)
		}
		at += len(part)
	}
}

// lateNumber begins an item of a list that a text above it takes in: only one
// with the number 1 may stand right below a text.
var lateNumber = regexp.MustCompile(`^\d{1,2}[.)] \S`)

// late finds the first such item of a paragraph. A line that goes on from the
// one above may begin with a number.
func (l *losses) late(lines *text.Segments) {
	for i := 1; i < lines.Len(); i++ {
		above := strings.TrimRight(l.line(lines, i-1), " ")
		if !lateNumber.MatchString(l.line(lines, i)) || above == "" || !strings.ContainsAny(above[len(above)-1:], ":.!?") || l.inCode(lines.At(i).Start) {
			continue
		}
		from := lines.At(i).Start
		l.add(from, from+strings.Index(l.line(lines, i), " "), "a list that does not begin with 1 needs a blank line above it; as it is, it runs on in the text", "put a blank line above it")
		return
	}
}

// indented finds a paragraph that the spaces before it make code of.
func (l *losses) indented(n *ast.CodeBlock) {
	if n.Lines().Len() == 0 {
		return
	}
	first := n.Lines().At(0)
	l.add(first.Start, first.Start+len(strings.TrimRight(l.text[first.Start:first.Stop], "\n")),
		"four spaces or a tab before a paragraph make code of it, which learners see as it was typed, line by line",
		"take them out; where that is meant, put a line ``` above and below it instead")
}
