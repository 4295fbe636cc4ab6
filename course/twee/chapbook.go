package twee

import (
	"regexp"
	"strings"

	"hearten/course/foreign"
)

var assignment = regexp.MustCompile(`^[A-Za-z_$][\w.]*\s*(\(.*\))?\s*:`)

// variables reads the lines above two dashes that Chapbook sets variables in,
// and is where the text begins after them.
func (c *converter) variables() int {
	if !c.format.is(chapbook) {
		return 0
	}
	end := strings.Index("\n"+c.text+"\n", "\n--\n")
	if end < 0 {
		return 0
	}
	for line := range strings.Lines(c.text[:end]) {
		if strings.TrimSpace(line) != "" && !assignment.MatchString(line) {
			return 0
		}
	}
	at := 0
	for line := range strings.Lines(c.text[:end]) {
		if text := strings.TrimSpace(line); text != "" {
			c.macro(at, text, "")
		}
		at += len(line)
	}
	return min(end+3, len(c.text))
}

var (
	anyInsert    = regexp.MustCompile(`^\{[^{}\n]+\}`)
	likelyInsert = regexp.MustCompile(`^\{(\s*[A-Za-z_][\w.]*\s*|[A-Za-z][\w ]*[:,][^{}\n]*|back link|restart link)\}`)
)

// insert reads {…}, which prints a variable or something that is computed.
func (c *converter) insert(i, to int) (string, int) {
	if c.text[i] != '{' || !c.format.is(chapbook) {
		return "", 0
	}
	shape := anyInsert
	if c.format == unknown {
		shape = likelyInsert
	}
	m := shape.FindString(c.text[i:min(to, i+maxMacro)])
	if m != "" {
		c.macro(i, m, "")
	}
	return "", len(m)
}

var (
	anyModifier    = regexp.MustCompile(`^\[[^\[\]\n]+\](\n|$)`)
	likelyModifier = regexp.MustCompile(`^(?i)\[(if|ifalways|ifnever|unless|else|after|append|align|cont|continue|cont'd|continued|css|javascript|note|note to myself|n\.b\.|fixme|todo|fade-in|delay)( [^\[\]\n]*)?\](\n|$)`)
)

// modifier reads a line in brackets, which changes what follows it.
func (c *converter) modifier(i, to int) (string, int) {
	if c.text[i] != '[' || !c.atLineStart(i) || !c.format.is(chapbook) {
		return "", 0
	}
	shape := anyModifier
	if c.format == unknown {
		shape = likelyModifier
	}
	m := strings.TrimSuffix(shape.FindString(c.text[i:min(to, i+maxMacro)]), "\n")
	switch name, _, _ := strings.Cut(strings.ToLower(strings.Trim(m, "[]")), " "); name {
	case "":
		return "", 0
	case "note", "n.b.", "fixme", "todo":
		n := c.modified(i+len(m), to) - i
		c.lose(i, "the note "+foreign.Clip(c.text[i:i+n]), "it was for its author's eyes; keep it elsewhere")
		return "", n
	case "javascript", "css":
		n := c.modified(i+len(m), to) - i
		c.macro(i, c.text[i:i+n], "")
		return "", n
	}
	c.macro(i, m, "; the text after it was kept, as if it always held")
	return "", len(m)
}

var nextModifier = regexp.MustCompile(`\n\[[^\[\]\n]+\](\n|$)`)

// modified is where the text ends that a modifier before a place changes.
func (c *converter) modified(from, to int) int {
	if next := nextModifier.FindStringIndex(c.text[from:to]); next != nil {
		return from + next[0]
	}
	return to
}
