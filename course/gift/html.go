package gift

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"hearten/course/foreign"
	"hearten/course/source"
)

// Signs that no course may hold stand for marks while a text is converted.
const (
	strongOpen  = "\x01"
	strongClose = "\x02"
	stressOpen  = "\x03"
	stressClose = "\x04"
	lineBreak   = "\x05"
	item        = "\x06" // before the mark of a list's item
)

var (
	tagShape   = regexp.MustCompile(`<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*)?)/?>`)
	tagHere    = regexp.MustCompile(`^` + tagShape.String())
	commentEnd = regexp.MustCompile(`-->`)
	codeEnd    = regexp.MustCompile(`(?i)</code\s*>`)
	spaceRuns  = regexp.MustCompile(`[ \t\n]+`)
)

// html converts HTML to Markdown as far as that has marks for it.
func (c *converter) html(text string) string {
	p := page{c: c, never: map[*regexp.Regexp]bool{}}
	for text != "" {
		at := strings.IndexByte(text, '<')
		if at < 0 {
			at = len(text)
		}
		p.b.WriteString(escape(spaceRuns.ReplaceAllString(text[:at], " "), false))
		text = text[at:]
		if text == "" {
			break
		}
		n := p.markup(text)
		if n == 0 { // it is only a sign
			n = 1
			p.b.WriteString(pick(len(text) > 1 && marks('<', text[1], ' ', false), `\<`, "<"))
		}
		text = text[n:]
	}
	for _, block := range strings.Split(p.b.String(), "\n") {
		if !balanced(block) {
			c.lose("a mark of bold or slanted text", "it does not begin and end in one paragraph; the text was kept")
		}
	}
	return layOut(p.b.String())
}

func balanced(block string) bool {
	return strings.Count(block, strongOpen) == strings.Count(block, strongClose) && strings.Count(block, stressOpen) == strings.Count(block, stressClose)
}

// page is the Markdown of a text that is being converted.
type page struct {
	c     *converter
	b     strings.Builder
	lists []int                   // the number of the last item, by depth; -1 without numbers
	never map[*regexp.Regexp]bool // ends that were looked for and are not there
}

// until is how long a text is with the end that something in it has; 0 where
// it has none.
func (p *page) until(end *regexp.Regexp, text string) int {
	if p.never[end] {
		return 0
	}
	if found := end.FindStringIndex(text); found != nil {
		return found[1]
	}
	p.never[end] = true
	return 0
}

// markup reads what begins with an angle bracket, and says how long it is;
// nothing if it is only that.
func (p *page) markup(text string) int {
	if strings.HasPrefix(text, "<!--") {
		if end := p.until(commentEnd, text); end > 0 {
			p.c.lose("the comment "+foreign.Clip(text[:end]), "it was for its author's eyes; keep it elsewhere")
			return end
		}
	}
	m := tagHere.FindStringSubmatch(text[:min(len(text), 4096)])
	if m == nil {
		return 0
	}
	closing, name := m[1] != "", strings.ToLower(m[2])
	switch name {
	case "code":
		if end := p.until(codeEnd, text); !closing && end > 0 {
			p.b.WriteString(p.code(codeEnd.ReplaceAllString(text[len(m[0]):end], "")))
			return end
		}
	case "ul", "ol", "li":
		p.list(name, closing)
	case "b", "strong":
		p.b.WriteString(pick(closing, strongClose, strongOpen))
	case "i", "em":
		p.b.WriteString(pick(closing, stressClose, stressOpen))
	case "br":
		p.b.WriteString(lineBreak)
	case "p":
		p.b.WriteString("\n")
	default:
		if !closing {
			p.c.tag(m[0], name)
		}
	}
	return len(m[0])
}

func pick(yes bool, one, other string) string {
	if yes {
		return one
	}
	return other
}

func (p *page) list(name string, closing bool) {
	last := len(p.lists) - 1
	switch {
	case name == "li" && closing:
	case name == "li":
		mark := "- "
		if last >= 0 && p.lists[last] >= 0 {
			p.lists[last]++
			mark = fmt.Sprintf("%d. ", p.lists[last])
		}
		p.b.WriteString("\n" + item + strings.Repeat("   ", min(max(0, last), 5)) + mark)
		return
	case closing && last >= 0:
		p.lists = p.lists[:last]
	case !closing && name == "ul":
		p.lists = append(p.lists, -1)
	case !closing:
		p.lists = append(p.lists, 0)
	}
	p.b.WriteString("\n")
}

func (p *page) code(text string) string {
	text = foreign.OneLine(html.UnescapeString(text))
	if strings.ContainsFunc(text, source.Unsafe) {
		p.c.lose("invisible characters in "+foreign.Quote(drop(text)), "a course may not hold them: they can hide what a text says")
		text = drop(text)
	}
	switch {
	case text == "":
		return ""
	case strings.Contains(text, "[@"):
		return escape(text, true)
	case strings.Contains(text, "`"):
		return "`` " + text + " ``"
	}
	return "`" + text + "`"
}

func drop(text string) string {
	return strings.Map(func(r rune) rune {
		if source.Unsafe(r) {
			return -1
		}
		return r
	}, text)
}

var risky = regexp.MustCompile(`^(?:([-+])(?: |$)|(#)#*(?: |$)|([-=]+)$|(>)|(~~~)|([-|:_][-|: _]+)$|\d{1,9}([.)])(?: |$))`)

// layOut makes blocks of Markdown of the lines of a converted text.
func layOut(text string) string {
	var b strings.Builder
	inList := false
	for _, line := range strings.Split(text, "\n") {
		rest, isItem := strings.CutPrefix(line, item)
		text := inBlock(rest, isItem)
		if strings.Trim(text, " -.0123456789") == "" && isItem || text == "" {
			continue
		}
		switch {
		case b.Len() == 0:
		case isItem && inList:
			b.WriteString("\n")
		default:
			b.WriteString("\n\n")
		}
		b.WriteString(text)
		inList = isItem
	}
	return uncited(b.String())
}

// inBlock lays out one block: a paragraph, or an item with its mark.
func inBlock(text string, isItem bool) string {
	text = emphasis(text)
	indent := ""
	if isItem {
		indent = strings.Repeat(" ", len(text)-len(strings.TrimLeft(text, " ")))
	}
	var lines []string
	for i, line := range strings.Split(text, lineBreak) {
		line = strings.TrimSpace(line)
		if m := risky.FindStringSubmatchIndex(line); m != nil && !(isItem && i == 0) {
			line = escapedAt(line, m)
		}
		lines = append(lines, line)
	}
	out := indent
	for i, line := range lines {
		switch {
		case line == "" || out == indent:
		case lines[i-1] == "" && !isItem:
			out += "\n\n"
		default:
			out += "\\\n" + indent
		}
		out += line
	}
	return out
}

// escapedAt puts a backslash before the sign that a pattern found.
func escapedAt(line string, m []int) string {
	for g := 2; g < len(m); g += 2 {
		if m[g] >= 0 {
			return line[:m[g]] + `\` + line[m[g]:]
		}
	}
	return line
}

var (
	afterOpen   = regexp.MustCompile(`([\x01\x03])([ \x05]+)`)
	beforeClose = regexp.MustCompile(`([ \x05]+)([\x02\x04])`)
	nothing     = regexp.MustCompile(`\x01\x02|\x03\x04`)
)

// emphasis writes the marks of strong and stressed text. Markdown takes them
// for such only where no space stands within; one that is opened or closed
// alone in a block is dropped.
func emphasis(text string) string {
	text = nothing.ReplaceAllString(text, "")
	text = beforeClose.ReplaceAllString(afterOpen.ReplaceAllString(text, "$2$1"), "$2$1")
	for _, k := range [][3]string{{strongOpen, strongClose, "**"}, {stressOpen, stressClose, "*"}} {
		mark := k[2]
		if strings.Count(text, k[0]) != strings.Count(text, k[1]) {
			mark = ""
		}
		text = strings.NewReplacer(k[0], mark, k[1], mark).Replace(text)
	}
	return text
}
