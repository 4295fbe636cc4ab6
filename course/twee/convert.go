package twee

import (
	"sort"
	"strings"
	"unicode/utf8"

	"hearten/course/foreign"
)

// convert makes Markdown of a page's text and finds its links and macros.
func convert(p *page, f format, r *foreign.Report) {
	c := &converter{format: f, text: p.text, line: p.line + 1, closers: map[string]span{}, dropped: map[int]bool{}, budget: maxMacro + 16*len(p.text), r: r}
	for i := range len(p.text) {
		if p.text[i] == '\n' {
			c.ends = append(c.ends, i)
		}
	}
	from := c.variables()
	marked := c.inline(from, len(p.text))
	p.prose = layOut(marked, f)
	p.links, p.macro = c.links, c.first
}

// converter reads the text of one passage from left to right. Places are
// offsets in bytes.
type converter struct {
	format  format
	text    string
	line    int   // in the file, of the first line of the text
	ends    []int // of lines
	closers map[string]span
	dropped map[int]bool // brackets whose partners were dropped
	links   []link
	first   *MacroError
	budget  int  // see ahead
	braces  bool // were reported
	depth   int
	r       *foreign.Report
}

// span is where a closing sign was looked for, and where it was found.
type span struct{ from, at int }

// maxDepth is how deep marks may lie in marks.
const maxDepth = 20

// reader reads what begins at a place: what becomes of it, and how many bytes
// it takes; none if it is something else.
type reader func(c *converter, from, to int) (string, int)

func readers() []reader {
	return []reader{
		(*converter).comment, (*converter).verbatim, (*converter).image, (*converter).link,
		(*converter).snowman, (*converter).sugarcube, (*converter).harlowe, (*converter).variable, (*converter).insert,
		(*converter).modifier, (*converter).hook, (*converter).brace, (*converter).tag, (*converter).style,
		(*converter).lineStart, (*converter).address, (*converter).pair, (*converter).join,
	}
}

// inline converts a part of the text.
func (c *converter) inline(from, to int) string {
	c.depth++
	defer func() { c.depth-- }()
	var b strings.Builder
	all := readers()
	for i := from; i < to; {
		out, n := "", 0
		if special(c.text[i]) || c.atLineStart(i) {
			for _, read := range all {
				if out, n = read(c, i, to); n > 0 {
					break
				}
			}
		}
		if n == 0 {
			out, n = c.literal(i)
		}
		b.WriteString(out)
		i += n
	}
	return b.String()
}

func special(sign byte) bool { return strings.IndexByte("!\"$'()*-/<=>@[\\]^_`{|}~#", sign) >= 0 }

func (c *converter) atLineStart(i int) bool { return i == 0 || c.text[i-1] == '\n' }

// find is where a sign next stands between two places, or -1. It remembers, so
// that a text full of opened marks is not searched again for each.
func (c *converter) find(sign string, from, to int) int {
	known, ok := c.closers[sign]
	if !ok || from < known.from || from > known.at {
		at := strings.Index(c.text[from:], sign)
		if at < 0 {
			at = len(c.text)
		} else {
			at += from
		}
		known = span{from, at}
		c.closers[sign] = known
	}
	if known.at+len(sign) > to {
		return -1
	}
	return known.at
}

// paragraph is where the paragraph ends that a place lies in.
func (c *converter) paragraph(i, to int) int {
	if at := c.find("\n\n", i, to); at >= 0 {
		return at
	}
	return to
}

// lineOf is the line of a place in the file.
func (c *converter) lineOf(i int) int { return c.line + sort.SearchInts(c.ends, i) }

func (c *converter) lose(i int, what, why string) { c.r.Add(c.lineOf(i), what, why) }

// macro notes something that only a program could do.
func (c *converter) macro(i int, text, kept string) {
	if c.first == nil {
		start := strings.LastIndexByte(c.text[:i], '\n') + 1
		c.first = &MacroError{c.lineOf(i), utf8.RuneCountInString(c.text[start:i]) + 1, text}
	}
	c.lose(i, "the macro "+foreign.OneLine(text), "scenarios have none: do its work with a meter, a flag or a condition"+kept)
}

// literal is a sign that is nothing but itself, made safe from Markdown.
func (c *converter) literal(i int) (string, int) {
	if c.dropped[i] {
		return "", 1
	}
	_, n := utf8.DecodeRuneInString(c.text[i:])
	sign := c.text[i : i+n]
	next := byte(' ')
	if i+n < len(c.text) {
		next = c.text[i+n]
	}
	switch {
	case c.format.markdown():
		return sign, n
	case sign == "]" && next == '(':
		return `]\`, n
	}
	if escaped(sign, next, i > 0 && wordy(c.text[i-1])) {
		return `\` + sign, n
	}
	return sign, n
}

// escaped says that Markdown would take a sign for a mark.
func escaped(sign string, next byte, afterWord bool) bool {
	switch sign {
	case "*", "`":
		return true
	case "_":
		return !afterWord || !wordy(next)
	case "<":
		return wordy(next) || strings.IndexByte("/!?", next) >= 0
	case `\`:
		return next > ' ' && next < 0x7f && !wordy(next)
	}
	return false
}

func wordy(sign byte) bool {
	return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9' || sign >= 0x80
}
