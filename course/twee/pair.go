package twee

import (
	"strings"

	"hearten/course/foreign"
)

// pair reads a text between two signs, such as //slanted//.
func (c *converter) pair(i, to int) (string, int) {
	if c.depth > maxDepth {
		return "", 0
	}
	for _, p := range c.format.pairs() {
		if !strings.HasPrefix(c.text[i:to], p.sign) {
			continue
		}
		from := i + len(p.sign)
		end := c.partner(p.sign, from, c.paragraph(from, to))
		if end < 0 {
			continue
		}
		n := end + len(p.sign) - i
		if p.lost != "" {
			c.lose(i, p.lost+": "+foreign.Quote(c.text[from:end]), "Markdown has no mark for it; its text was kept")
			return c.inline(from, end), n
		}
		return wrap(p.mark, c.inline(from, end)), n
	}
	return "", 0
}

// address reads the rest of a web address, from its slashes on: they are no
// marks.
func (c *converter) address(i, to int) (string, int) {
	if i == 0 || c.text[i-1] != ':' || !strings.HasPrefix(c.text[i:to], "//") {
		return "", 0
	}
	n := strings.IndexAny(c.text[i:to], " \t\n<>[]\"')")
	if n < 0 {
		n = to - i
	}
	return c.text[i : i+n], n
}

// partner is where a sign closes that was opened just before a place.
func (c *converter) partner(sign string, from, to int) int {
	for i, tries := from, 0; tries < 10; tries++ {
		end := c.find(sign, i, to)
		switch {
		case end < 0 || strings.TrimSpace(c.text[from:end]) == "":
			return -1
		case sign == "//" && c.text[end-1] == ':': // of an address
			i = end + 2
		case sign == "*" && strings.HasPrefix(c.text[end:to], "**"):
			i = end + 2
		case sign[0] == '*' && (c.text[from] == ' ' || c.text[end-1] == ' ' || c.text[from] == '\n'):
			return -1
		default:
			return end
		}
	}
	return -1
}

// wrap puts a mark on both sides of a text. Markdown takes it for one only
// where no space stands within it.
func wrap(mark, text string) string {
	core := strings.TrimSpace(text)
	if core == "" {
		return text
	}
	at := strings.Index(text, core)
	return text[:at] + mark + core + mark + text[at+len(core):]
}
