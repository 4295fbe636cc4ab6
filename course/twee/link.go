package twee

import (
	"regexp"
	"strings"

	"hearten/course/foreign"
)

// link reads [[…]]. It becomes a choice; its text stays in the prose where it
// is part of a sentence.
func (c *converter) link(i, to int) (string, int) {
	if !strings.HasPrefix(c.text[i:to], "[[") {
		return "", 0
	}
	end := c.find("]]", i+2, c.paragraph(i, to))
	if end < 0 || strings.Contains(c.text[i+2:end], "[[") { // the first is not closed
		return "", 0
	}
	inner, setter, set := strings.Cut(c.text[i+2:end], "][")
	text, target := parts(inner)
	passage := foreign.OneLine(target.of(inner))
	switch {
	case passage == "":
		c.lose(i, "the link "+c.text[i:end+2], "it names no passage; it was kept as text")
		return "", 0
	case strings.HasPrefix(passage, "$"):
		c.macro(i+2+target.from+strings.IndexByte(target.of(inner), '$'), passage, "; the link that leads there was left out")
		if text == target {
			return "", end + 2 - i
		}
		return c.label(i+2+text.from, i+2+text.to), end + 2 - i
	}
	say := c.label(i+2+text.from, i+2+text.to)
	switch {
	case address.MatchString(passage):
		return "[" + say + "](<" + passage + ">)", end + 2 - i
	}
	if set {
		c.macro(i+2+len(inner)+1, "["+setter+"]", "; its link was kept")
	}
	return c.lead(i, say, passage), end + 2 - i
}

var address = regexp.MustCompile(`^(https?://|mailto:)[^\s<>]+$`)

// lead adds a link and marks its text in the prose.
func (c *converter) lead(i int, say, target string) string {
	c.links = append(c.links, link{say, target, c.lineOf(i)})
	return linkFrom + say + linkTo
}

// label converts the text of a link.
func (c *converter) label(from, to int) string {
	return foreign.OneLine(unmark(c.inline(from, to)))
}

// part is a part of a text, by its places.
type part struct{ from, to int }

func (p part) of(s string) string { return s[p.from:p.to] }

// parts are the text and the target of a link: the last arrow to the right
// counts, else the first to the left, else the last bar.
func parts(inner string) (text, target part) {
	whole := part{0, len(inner)}
	text, target = whole, whole
	if i := strings.LastIndex(inner, "->"); i >= 0 {
		text, target = part{0, i}, part{i + 2, len(inner)}
	} else if i := strings.Index(inner, "<-"); i >= 0 {
		target, text = part{0, i}, part{i + 2, len(inner)}
	} else if i := strings.LastIndexByte(inner, '|'); i >= 0 {
		text, target = part{0, i}, part{i + 1, len(inner)}
	}
	if strings.TrimSpace(text.of(inner)) == "" {
		text = target
	}
	return text, target
}

var imageShape = regexp.MustCompile(`^\[[<>]?img\[([^\[\]\n]*)\](?:\[([^\[\]\n]*)\])?(?:\[([^\[\]\n]*)\])?\]`)

// image reads SugarCube's pictures, which may be links.
func (c *converter) image(i, to int) (string, int) {
	if c.text[i] != '[' || !c.format.is(sugarcube) {
		return "", 0
	}
	m := imageShape.FindStringSubmatch(c.text[i:to])
	if m == nil {
		return "", 0
	}
	c.lose(i, "the image "+foreign.Clip(m[1]), "a scenario is text: say in words what there is to see")
	if m[3] != "" {
		c.macro(i+strings.LastIndex(m[0], m[3])-1, "["+m[3]+"]", "; its link was kept")
	}
	if target := foreign.OneLine(m[2]); target != "" {
		c.lead(i, escapeAll(target), target) // no text of it stood in the prose
	}
	return "", len(m[0])
}
