package gift

import (
	"html"
	"regexp"
	"strings"

	"hearten/course/foreign"
	"hearten/course/source"
)

// format is how a text of a question is written.
type format string

const (
	moodle   format = "moodle" // HTML whose line breaks count
	hypertex format = "html"
	plain    format = "plain"
	markdown format = "markdown"
)

// converter makes Markdown of the texts of one question.
type converter struct {
	format format // unless a text says another
	line   int
	told   map[string]bool // tags that were reported
	r      *foreign.Report
}

func (b *bank) converter(q *question) *converter {
	return &converter{format: moodle, line: q.line, told: map[string]bool{}, r: b.r}
}

func (c *converter) lose(what, why string) { c.r.Add(c.line, what, why) }

var prefix = regexp.MustCompile(`^\[(moodle|html|plain|markdown)\]`)

// formatOf is the format that a text says of itself, or else the usual one.
func formatOf(text string, usual format) format {
	if m := prefix.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		return format(m[1])
	}
	return usual
}

func (c *converter) unprefixed(text string) string {
	return prefix.ReplaceAllString(strings.TrimSpace(text), "")
}

// text converts a text to Markdown. A line that ends in the file ends nothing
// on the screen; a break is asked for by \n, or in Markdown's own way.
func (c *converter) text(raw string) string {
	f := formatOf(raw, c.format)
	raw = strings.TrimSpace(c.unprefixed(raw))
	if raw == "" {
		return ""
	}
	switch f {
	case markdown:
		c.tags(show(raw, "\n"))
		return uncited(strings.TrimSpace(show(raw, "\n")))
	case plain:
		return markdownOf(show(spaceRuns.ReplaceAllString(raw, " "), lineBreak))
	case hypertex:
		return c.html(show(raw, " "))
	}
	return c.html(show(raw, lineBreak))
}

// tags reports HTML that stands in Markdown.
func (c *converter) tags(text string) {
	for _, m := range tagShape.FindAllStringSubmatch(text, -1) {
		c.tag(m[0], strings.ToLower(m[2]))
	}
}

func (c *converter) tag(whole, name string) {
	if name != "img" && name != "a" && c.told[name] {
		return
	}
	c.told[name] = true
	why := "a quiz is written in Markdown; the text was kept"
	if name == "img" {
		why = "a quiz is text: say in words what there is to see"
	}
	c.lose("the HTML tag "+foreign.Clip(whole), why)
}

// uncited is a text in which nothing is taken for the id of a source, or for a
// term of the glossary.
func uncited(text string) string {
	return source.Unreferred(strings.ReplaceAll(text, "[@", `[\@`))
}

// markdownOf is plain text as Markdown.
func markdownOf(text string) string {
	return layOut(escape(text, true))
}

// bare is a text without what Markdown writes for signs.
func bare(text string) string { return html.UnescapeString(text) }

// escape makes signs safe that Markdown would take for marks. In HTML, names
// of characters such as &amp; are left to mean what they mean.
func escape(text string, plain bool) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if n := gap(text, i); n > 0 {
			b.WriteString(text[i : i+n])
			i += n - 1
			continue
		}
		sign, next, last := text[i], byte(' '), byte(' ')
		if i+1 < len(text) {
			next = text[i+1]
		}
		if i > 0 {
			last = text[i-1]
		}
		if marks(sign, next, last, plain) {
			b.WriteByte('\\')
		}
		b.WriteByte(sign)
	}
	return b.String()
}

// gap is the length of the line of underscores that begins at a place and
// stands for a missing word. With spaces before it, it marks nothing.
func gap(text string, i int) int {
	if text[i] != '_' || i > 0 && text[i-1] != ' ' {
		return 0
	}
	n := len(text[i:]) - len(strings.TrimLeft(text[i:], "_"))
	if n < 3 || i+n < len(text) && strings.IndexByte(" .,;:?!", text[i+n]) < 0 {
		return 0
	}
	return n
}

func marks(sign, next, last byte, plain bool) bool {
	switch sign {
	case '*', '`':
		return true
	case '_':
		return !wordy(last) || !wordy(next)
	case '<':
		return wordy(next) || strings.IndexByte("/!?", next) >= 0
	case '&':
		return plain && (wordy(next) || next == '#')
	case '(':
		return last == ']'
	case '\\':
		return next > ' ' && next < 0x7f && !wordy(next)
	}
	return false
}

func wordy(sign byte) bool {
	return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9' || sign >= 0x80
}
