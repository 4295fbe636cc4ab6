package twee

import (
	"regexp"
	"strings"
)

var (
	harloweLine = regexp.MustCompile(`^[ \t]*(?:(\*+)[ \t]+|((?:0\.)+)[ \t]+|(#{1,6})[ \t]*|(-{3,})$)`)
	sugarLine   = regexp.MustCompile(`^(?:(\*+)[ \t]*|(#+)[ \t]*|(!{1,6})[ \t]*|(-{4,})$|(>+)[ \t]*)`)
	anyLine     = regexp.MustCompile(`^[ \t]*(?:(\*+)[ \t]+|((?:0\.)+|#+)[ \t]+|(!{1,6})[ \t]+|(-{3,})$)`)
	aligned     = regexp.MustCompile(`^[ \t]*(=+><=+|<=+>|==+>|<==+)[ \t]*$`)
	risky       = regexp.MustCompile(`^(?:([-+])(?: |$)|(#)#*(?: |$)|([-=]+)$|(>)|(~~~)|([-|:][-|: ]+)$|\d{1,9}([.)])(?: |$))`)
)

// lineStart reads the mark that begins a line.
func (c *converter) lineStart(i, to int) (string, int) {
	if c.format.markdown() || !c.atLineStart(i) {
		return "", 0
	}
	line, _, _ := strings.Cut(c.text[i:to], "\n")
	if c.format.is(harlowe) && aligned.MatchString(line) {
		c.lose(i, "the aligner "+strings.TrimSpace(line), "texts are not aligned; the text was kept")
		return "", len(line)
	}
	shape := anyLine
	switch c.format {
	case harlowe:
		shape = harloweLine
	case sugarcube:
		shape = sugarLine
	}
	if m := shape.FindStringSubmatch(line); m != nil {
		return block + mark(m[1:], c.format), len(m[0])
	}
	return "", 0
}

// harmless is a line with a backslash before a sign that Markdown would take
// for a mark at its start.
func harmless(line string) string {
	m := risky.FindStringSubmatchIndex(line)
	for g := 2; g < len(m); g += 2 {
		if m[g] >= 0 {
			return line[:m[g]] + `\` + line[m[g]:]
		}
	}
	return line
}

// mark is Markdown's for a bullet, a number, a heading, a rule or a quote.
func mark(m []string, f format) string {
	bullet, number, heading, rule := m[0], m[1], m[2], m[3]
	switch {
	case bullet != "":
		return strings.Repeat("  ", min(len(bullet), 6)-1) + "- "
	case number != "":
		deep := len(number)
		if number[0] == '0' {
			deep /= 2
		}
		return strings.Repeat("   ", min(deep, 6)-1) + "1. "
	case heading != "":
		return strings.Repeat("#", len(heading)) + " "
	case rule != "":
		return "---"
	}
	if f == sugarcube {
		return strings.Repeat("> ", min(len(m[4]), 6))
	}
	return ""
}
