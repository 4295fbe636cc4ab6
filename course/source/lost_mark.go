package source

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// LostMark is a part of a Markdown text that does not show as it was typed,
// and what its author is told of it.
type LostMark struct {
	Span
	Cause, Fix string
}

// LostMarks are what somebody who types Markdown as in a word processor loses:
// bullets, tabs, tables, headings, stars, numbers of a list. Code is left alone.
func LostMarks(markdown string) []LostMark {
	l := &losses{text: markdown, inCode: inCodeOnce(markdown), count: counter{text: markdown}}
	l.slipped()
	if !mayLose(markdown) {
		return l.found
	}
	l.text = termsWithBars.ReplaceAllStringFunc(markdown, func(term string) string { return strings.ReplaceAll(term, "|", "/") })
	walkMarkdown(l.text, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			l.paragraph(n.Lines())
		case *ast.Heading:
			l.tabs(n.Lines(), -1)
			l.underlined(n.Lines())
		case *ast.Emphasis:
			l.stars(n)
		case *ast.List:
			l.numbers(n)
		case *ast.CodeBlock:
			l.indented(n)
		case *east.Table:
			l.cells(n)
		}
	})
	return l.found
}

// inCodeOnce is InCode, which looks only once it is asked.
func inCodeOnce(markdown string) func(int) bool {
	look := sync.OnceValue(func() func(int) bool { return InCode(markdown) })
	return func(at int) bool { return look()(at) }
}

// termsWithBars are terms of the glossary; their bars part no columns.
var termsWithBars = regexp.MustCompile(`\[\[[^\[\]\n|]*\|[^\[\]\n]*\]\]`)

type losses struct {
	text   string
	inCode func(int) bool
	count  counter
	found  []LostMark
}

func (l *losses) add(from, to int, cause, fix string) {
	if len(l.found) == maxPerFile {
		return
	}
	l.found = append(l.found, LostMark{l.count.span(from, to), cause, fix})
}

func (l *losses) paragraph(lines *text.Segments) {
	bullets := l.bullets(lines)
	if l.rows(lines) {
		return
	}
	l.tabs(lines, bullets)
	l.late(lines)
	l.tightHeading(lines)
}

func (l *losses) line(lines *text.Segments, i int) string {
	s := lines.At(i)
	return strings.TrimRight(l.text[s.Start:s.Stop], "\n")
}

// joined says that a line is shown right behind the one above it.
func (l *losses) joined(lines *text.Segments, i int) bool {
	return i > 0 && i < lines.Len() && !strings.HasSuffix(l.line(lines, i-1), "  ") && !strings.HasSuffix(l.line(lines, i-1), `\`)
}

// bullet is a sign that begins an item elsewhere; a dash may begin what
// somebody says as well.
var bullet = regexp.MustCompile(`^(?:[•▪·◦‣]|–[ \x{a0}\t]|o\t)`)

// bullets finds items that run together, and returns the first line of them,
// or -1.
func (l *losses) bullets(lines *text.Segments) int {
	for i := range lines.Len() {
		mark := bullet.FindString(l.line(lines, i))
		if mark == "" || l.inCode(lines.At(i).Start) {
			continue
		}
		below := l.joined(lines, i+1) && bullet.MatchString(l.line(lines, i+1))
		if !below && (!l.joined(lines, i) || strings.HasPrefix(mark, "–")) {
			continue
		}
		fix := "begin each of them with a hyphen and a space, after a blank line"
		if strings.HasPrefix(mark, "–") {
			fix += "; if people speak here, put a blank line between them"
		}
		_, width := utf8.DecodeRuneInString(mark)
		l.add(lines.At(i).Start, lines.At(i).Start+width,
			"Markdown does not know "+mark[:width]+" as the beginning of an item, so these lines run together into one", fix)
		return i
	}
	return -1
}

const tabFix = "write a space; for a table, write | between the columns, and a line |---|---| below the first row"

// tabs finds the first tab within a line, but for what bullets found.
func (l *losses) tabs(lines *text.Segments, bullets int) {
	for i := range lines.Len() {
		line := strings.TrimRight(l.line(lines, i), " \t")
		lead := len(line) - len(strings.TrimLeft(line, " \t"))
		if bullets >= 0 {
			lead = max(lead, len(bullet.FindString(line)), strings.Index(line, "\t")+1)
		}
		at := strings.IndexByte(line[lead:], '\t')
		if at < 0 || l.inCode(lines.At(i).Start+lead+at) {
			continue
		}
		from := lines.At(i).Start + lead + at
		l.add(from, from+1, "a tab stands in this line, and learners see no gap of its width there", tabFix)
		return
	}
}

// rows finds lines of a table that Markdown takes for a paragraph.
func (l *losses) rows(lines *text.Segments) bool {
	for i := 1; i < lines.Len(); i++ {
		above, here := l.columns(lines, i-1), l.columns(lines, i)
		ruled := strings.Trim(l.line(lines, i), "|-: ") == ""
		if above < 2 || here < 2 || above != here && !ruled || !l.joined(lines, i) {
			continue
		}
		from, cause := lines.At(i-1).Start, "these rows are no table to Markdown, which wants a line of hyphens below the first: they run together into one"
		if ruled {
			cause = fmt.Sprintf("these rows are no table to Markdown, because the first has %d columns and the line of hyphens has %d: they run together into one", above, here)
		}
		l.add(from, from+len(l.line(lines, i-1)), cause, "write |"+strings.Repeat("---|", above)+" on a line of its own below the first row")
		return true
	}
	return false
}

// columns counts the columns of a row; 1 for what is none.
func (l *losses) columns(lines *text.Segments, i int) int {
	line := strings.TrimSpace(l.line(lines, i))
	bars := strings.Count(line, "|") - strings.Count(line, `\|`)
	if bars == 0 || l.inCode(lines.At(i).Start+strings.Index(l.line(lines, i), "|")) {
		return 1
	}
	if line[0] != '|' && !strings.Contains(line, " | ") && strings.Trim(line, "|-: ") != "" {
		return 1
	}
	return strings.Count(strings.Trim(line, "|"), "|") + 1
}

// tight is a heading without its space.
var tight = regexp.MustCompile(`^(#{1,6})\p{L}`)

// tightHeading finds a heading without a space. A line that ends as a sentence
// does, or goes on below, may begin with a hashtag.
func (l *losses) tightHeading(lines *text.Segments) {
	line := strings.TrimRight(l.line(lines, 0), " ")
	m := tight.FindStringSubmatch(line)
	if m == nil {
		return
	}
	goesOn := false
	if lines.Len() > 1 {
		next, _ := utf8.DecodeRuneInString(l.line(lines, 1))
		goesOn = unicode.IsLower(next)
	}
	if len(m[1]) == 1 && (goesOn || strings.ContainsAny(line[len(line)-1:], ".,;:!?")) {
		return
	}
	from := lines.At(0).Start
	l.add(from, from+len(m[1]), "a heading needs a space after "+m[1]+", so this is no heading, and learners see the sign", "write "+m[1]+" and a space; where the sign is meant, write \\"+m[1])
}

// underlined finds a text that hyphens below it make a heading. Where they are
// as long as the text, that is meant.
func (l *losses) underlined(lines *text.Segments) {
	if lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	rest := l.text[min(last.Stop, len(l.text)):]
	rest = strings.TrimPrefix(rest, "\n")
	below, _, _ := strings.Cut(rest, "\n")
	sign := strings.TrimLeft(strings.TrimSpace(below), "> ")
	title := utf8.RuneCountInString(strings.TrimSpace(l.line(lines, lines.Len()-1)))
	if sign == "" || strings.Trim(sign, "-") != "" || lines.Len() == 1 && len(sign) > 3 && len(sign)+3 >= title {
		return
	}
	from := len(l.text) - len(rest) + strings.Index(below, sign)
	l.add(from, from+len(sign), "hyphens directly below a text make a heading of it", "put a blank line above them for a line across the page; or begin the text with ## and a space if a heading is meant")
}

// stars finds italics that were meant as times: 5*3*2.
func (l *losses) stars(n *ast.Emphasis) {
	if _, within := n.Parent().(*ast.Emphasis); within {
		return
	}
	from, to := reach(n)
	from, to = from-n.Level, to+n.Level
	if from < 1 || to >= len(l.text) || l.text[from] != '*' {
		return
	}
	before, _ := utf8.DecodeLastRuneInString(l.text[:from])
	after, _ := utf8.DecodeRuneInString(l.text[to:])
	first, _ := utf8.DecodeRuneInString(l.text[from+n.Level:])
	last, _ := utf8.DecodeLastRuneInString(l.text[:to-n.Level])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if !word(before) || !word(after) || !strings.ContainsFunc(string([]rune{before, first, last, after}), unicode.IsDigit) {
		return
	}
	l.add(from, to, "Markdown takes these stars for italics or bold, so learners do not see them", `write × for times, or a backslash before each star: \*`)
}

// reach is where the words within something begin and end.
func reach(n ast.Node) (from, to int) {
	from, to = -1, -1
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := c.(*ast.Text); ok && entering {
			if from < 0 {
				from = t.Segment.Start
			}
			to = t.Segment.Stop
		}
		return ast.WalkContinue, nil
	})
	return from, to
}

var itemNumber = regexp.MustCompile(`(\d+)[.)][ \t]+$`)

// numbers finds the first number of a list that is shown as another. A list
// that has one number throughout leaves the counting to the program.
func (l *losses) numbers(n *ast.List) {
	if !n.IsOrdered() {
		return
	}
	want, wrong := n.Start, -1
	from, to, alike := 0, 0, true
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		a, b := l.itemNumber(item)
		is := 0
		_, _ = fmt.Sscan(l.text[a:b], &is)
		if b > a && wrong < 0 && is != want {
			wrong, from, to = want, a, b
		}
		alike = alike && (b == a || is == n.Start)
		want++
	}
	if wrong >= 0 && !alike {
		l.add(from, to, fmt.Sprintf("Markdown counts a list on from its first number, so learners read %d here", wrong),
			fmt.Sprintf(`write %d, or, to keep %s, write %[2]s\. below a blank line`, wrong, l.text[from:to]))
	}
}

// itemNumber is where the number of an item stands, if it can be told.
func (l *losses) itemNumber(item ast.Node) (from, to int) {
	first := item.FirstChild()
	if first == nil || first.Type() != ast.TypeBlock || first.Lines() == nil || first.Lines().Len() == 0 {
		return 0, 0
	}
	at := first.Lines().At(0).Start
	begin := strings.LastIndexByte(l.text[:at], '\n') + 1
	m := itemNumber.FindStringSubmatchIndex(l.text[begin:at])
	if m == nil {
		return 0, 0
	}
	return begin + m[2], begin + m[3]
}
