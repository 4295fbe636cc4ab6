package twee

import (
	"regexp"
	"strings"

	"hearten/course/foreign"
)

// comment reads what authors note for themselves.
func (c *converter) comment(i, to int) (string, int) {
	for _, k := range []struct {
		open, end string
		in        []format
	}{
		{"<!--", "-->", []format{harlowe, sugarcube, chapbook, snowman}},
		{"/*", "*/", []format{sugarcube}},
		{"/%", "%/", []format{sugarcube}},
	} {
		if !strings.HasPrefix(c.text[i:to], k.open) || !c.format.is(k.in...) {
			continue
		}
		if end := c.find(k.end, i+len(k.open), to); end >= 0 {
			n := end + len(k.end) - i
			c.lose(i, "the comment "+foreign.Clip(c.text[i:i+n]), "it was for its author's eyes; keep it elsewhere")
			return "", n
		}
	}
	return "", 0
}

// verbatim reads text that says it holds no marks.
func (c *converter) verbatim(i, to int) (string, int) {
	if c.text[i] == '`' && c.format != sugarcube {
		return c.ticks(i, to)
	}
	if !c.format.is(sugarcube) {
		return "", 0
	}
	for _, k := range []struct{ open, end string }{{"{{{", "}}}"}, {`"""`, `"""`}, {"<nowiki>", "</nowiki>"}} {
		if !strings.HasPrefix(c.text[i:to], k.open) {
			continue
		}
		if end := c.find(k.end, i+len(k.open), to); end >= 0 {
			inner := c.text[i+len(k.open) : end]
			if k.open == "{{{" {
				return code(inner), end + len(k.end) - i
			}
			return escapeAll(inner), end + len(k.end) - i
		}
	}
	return "", 0
}

// ticks reads a text between backticks, as many on each side.
func (c *converter) ticks(i, to int) (string, int) {
	n := len(c.text[i:to]) - len(strings.TrimLeft(c.text[i:to], "`"))
	ticks := c.text[i : i+n]
	end := -1
	if n < 10 {
		end = c.find(ticks, i+n, to)
	}
	switch {
	case end < 0 && c.format.markdown():
		return ticks, n
	case end < 0:
		return escapeAll(ticks), n
	case c.format.markdown() && !strings.Contains(c.text[i:end], "[@"):
		return c.text[i : end+n], end + n - i
	}
	return escapeAll(c.text[i+n : end]), end + n - i
}

// code is text that keeps its spaces: lines of their own, or a span.
func code(s string) string {
	switch {
	case strings.TrimSpace(s) == "" || strings.Contains(s, "[@"):
		return escapeAll(s)
	case strings.Contains(s, "\n"):
		fence := "```"
		for strings.Contains(s, fence) {
			fence += "`"
		}
		lines := fence + "\n" + strings.Trim(s, "\n") + "\n" + fence
		return "\n" + codeLine + strings.ReplaceAll(lines, "\n", "\n"+codeLine) + "\n"
	case strings.Contains(s, "`"):
		return escapeAll(s)
	}
	return "`" + s + "`"
}

func escapeAll(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>#&~|", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

var (
	hookName = regexp.MustCompile(`^\|[\w-]+[>)]\[`)
	nameHook = regexp.MustCompile(`^\]<[\w-]+\|`)
)

// hook reads Harlowe's named hooks: a text in brackets with a name.
func (c *converter) hook(i, to int) (string, int) {
	if !c.format.is(harlowe) {
		return "", 0
	}
	why := "nothing in a scenario changes a text that stands; its text was kept"
	if c.text[i] == '|' {
		m := hookName.FindString(c.text[i:min(to, i+100)])
		if m == "" || !c.openHook(i+len(m)-1, to) {
			return "", 0
		}
		c.lose(i, "the name of the hook "+m, why)
		return "", len(m)
	}
	if c.text[i] == ']' {
		m := nameHook.FindString(c.text[i:min(to, i+100)])
		if m == "" {
			return "", 0
		}
		c.lose(i, "the name of the hook "+m[1:], why)
		return "", len(m)
	}
	if c.text[i] == '[' {
		if end := c.hookEnd(i, to); end >= 0 && nameHook.MatchString(c.text[end:min(to, end+100)]) {
			return "", 1
		}
	}
	return "", 0
}

// brace reads the braces with which Harlowe closes up the space in a text.
func (c *converter) brace(i, _ int) (string, int) {
	if c.text[i] != '{' && c.text[i] != '}' || c.format != harlowe {
		return "", 0
	}
	if !c.braces {
		c.lose(i, "the braces that close up a text", "the text keeps its lines")
		c.braces = true
	}
	return "", 1
}

var styleShape = regexp.MustCompile(`^@@((?:[#.][\w.#-]+;)+|(?:[A-Za-z-]+:[^;@\n]*;)+)?`)

// style reads @@…@@, SugarCube's styles.
func (c *converter) style(i, to int) (string, int) {
	if c.format != sugarcube || !strings.HasPrefix(c.text[i:to], "@@") {
		return "", 0
	}
	m := styleShape.FindString(c.text[i:min(to, i+maxMacro)])
	end := c.find("@@", i+len(m), to)
	if end < 0 || c.depth > maxDepth {
		return "", 0
	}
	c.lose(i, "the style "+foreign.Clip(strings.TrimPrefix(m, "@@")), "how a text looks is the reader's to choose; its text was kept")
	return c.inline(i+len(m), end), end + 2 - i
}

// join reads a backslash at the end of a line, which takes the line end away.
func (c *converter) join(i, to int) (string, int) {
	if c.format.markdown() || !strings.HasPrefix(c.text[i:to], "\\\n") {
		return "", 0
	}
	return "", 2
}
