package twee

import (
	"regexp"
	"strings"

	"hearten/course/foreign"
)

var (
	tagShape    = regexp.MustCompile(`^<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)/?>`)
	passageLink = regexp.MustCompile(`\bdata-passage\s*=\s*(?:"([^"]*)"|'([^']*)')`)
)

// tag reads HTML. What Markdown has a mark for is kept; of all else the text.
func (c *converter) tag(i, to int) (string, int) {
	if c.text[i] != '<' {
		return "", 0
	}
	m := tagShape.FindStringSubmatch(c.text[i:min(to, i+maxMacro)])
	if m == nil {
		return "", 0
	}
	name, n := strings.ToLower(m[2]), len(m[0])
	switch {
	case name == "br":
		return lineBreak, n
	case name == "p":
		return "\n\n", n
	case name == "hr":
		return "\n\n" + block + "---\n\n", n
	case m[1] == "/":
		return "", n // what it closes was told already
	}
	if end := c.tagEnd(m[2], i+n, to); end >= 0 && c.depth <= maxDepth {
		if out, ok := c.element(i, name, m[3], i+n, end); ok {
			return out, end + len("</>") + len(name) - i
		}
	}
	c.lose(i, "the HTML tag "+foreign.Clip(m[0]), "a scenario is written in Markdown; the text was kept")
	return "", n
}

func (c *converter) tagEnd(name string, from, to int) int {
	return c.find("</"+name+">", from, to)
}

// element converts what stands between a tag and its end, if it is one of the
// few that mean something here.
func (c *converter) element(i int, name, attributes string, from, to int) (string, bool) {
	switch name {
	case "b", "strong":
		return wrap(strong, c.inline(from, to)), true
	case "i", "em":
		return wrap(stress, c.inline(from, to)), true
	case "script", "style":
		c.lose(i, "the HTML element "+foreign.Clip("<"+name+">"+c.text[from:to]), "a scenario holds no programs and no styles")
		return "", true
	case "a":
		if m := passageLink.FindStringSubmatch(attributes); m != nil {
			target := foreign.OneLine(m[1] + m[2])
			return c.lead(i, orElse(c.label(from, to), target), target), target != ""
		}
	}
	return "", false
}
