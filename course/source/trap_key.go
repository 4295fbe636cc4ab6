package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// The lines that look like a key to their author and not to YAML.
var (
	tightColon = regexp.MustCompile(`^\s*(?:- +)*([A-Za-z][A-Za-z0-9_-]*):([^\s/].*)$`)
	otherColon = regexp.MustCompile(`^\s*(?:- +)*([A-Za-z][A-Za-z0-9_-]*)\s*(：|:\x{a0})`)
	equalsSign = regexp.MustCompile(`^\s*(?:- +)*[A-Za-z][A-Za-z0-9_-]*\s*(=)[^=]`)
)

// suspects are the lines that a fault may lie in, the likeliest first: where
// something began, and where it went wrong.
func suspects(f *file, le *yaml.LoadError) []int {
	lines := []int{le.ContextMark.Line, le.Mark.Line}
	if !strings.Contains(f.line(le.Mark.Line), ": ") || strings.Contains(le.Message, "mapping values") {
		lines = append(lines, le.Mark.Line-1)
	}
	return lines
}

// unfinished says that YAML was looking for the end of a key.
func unfinished(le *yaml.LoadError) bool {
	return strings.Contains(le.Message, "could not find expected ':'") || strings.Contains(le.Message, "mapping values are not allowed")
}

func colonSpace(f *file, le *yaml.LoadError) (Problem, bool) {
	if !unfinished(le) {
		return Problem{}, false
	}
	return f.inOneOf(suspects(f, le), colonSpaceIn)
}

// inOneOf is the first of some lines that a trap is found in.
func (f *file) inOneOf(lines []int, in func(*file, int) (Problem, bool)) (Problem, bool) {
	for _, line := range lines {
		if p, is := in(f, line); is {
			return p, true
		}
	}
	return Problem{}, false
}

func colonSpaceIn(f *file, line int) (Problem, bool) {
	text := f.line(line)
	if m := otherColon.FindStringSubmatchIndex(text); m != nil {
		if strings.HasPrefix(text[m[4]:], "：") {
			return f.problem(Error, line, runes(text[:m[4]])+1, 1, "wide-colon", "this is a colon of another script, and YAML knows it only as a letter", "type a plain colon and a space"), true
		}
		return f.problem(Error, line, runes(text[:m[4]])+2, 1, "hard-space", "a non-breaking space stands after the colon; it looks like a space and is none", "delete it and type a space"), true
	}
	if m := tightColon.FindStringSubmatchIndex(text); m != nil {
		return f.problem(Error, line, runes(text[:m[2]])+1, runes(text[m[2]:m[3]])+1, "colon-space", "a key's colon needs a space after it",
			"write "+text[m[2]:m[3]]+": "+clip(strings.TrimSpace(text[m[4]:m[5]]))), true
	}
	return Problem{}, false
}

func equals(f *file, le *yaml.LoadError) (Problem, bool) {
	if !unfinished(le) {
		return Problem{}, false
	}
	return f.inOneOf(suspects(f, le), equalsIn)
}

func equalsIn(f *file, line int) (Problem, bool) {
	text := f.line(line)
	m := equalsSign.FindStringSubmatchIndex(text)
	if m == nil {
		return Problem{}, false
	}
	return f.problem(Error, line, runes(text[:m[2]])+1, 1, "equals", "a key and its value are parted by a colon, not by an equals sign", "write a colon and a space"), true
}

func dashSpace(f *file, le *yaml.LoadError) (Problem, bool) {
	if !unfinished(le) && !strings.Contains(le.Message, "'-' indicator") && !strings.Contains(le.Message, "expected key") {
		return Problem{}, false
	}
	return f.inOneOf(append(suspects(f, le), le.Mark.Line-1), dashSpaceIn)
}

func dashSpaceIn(f *file, line int) (Problem, bool) {
	text := f.line(line)
	if !tightDash(text) {
		return Problem{}, false
	}
	return f.problem(Error, line, 1+indent(text), 1, "dash-space", dashCause, dashFix), true
}

// tightDash says of a line that a word follows its dash at once. A pattern of
// all letters there are takes longer to make than all others together.
func tightDash(line string) bool {
	rest, dashed := strings.CutPrefix(strings.TrimLeft(line, " \t\r\f"), "-")
	first, _ := utf8.DecodeRuneInString(rest)
	return dashed && (unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsRune(`"'“`, first))
}

const (
	dashCause = "a dash that begins an item of a list needs a space after it"
	dashFix   = "write a space between the dash and the text"
)

// runes counts characters.
func runes(s string) int { return len([]rune(s)) }
