package source

import (
	"strings"

	"go.yaml.in/yaml/v4"
)

// inFlow finds what went wrong between brackets or braces: a quote, a colon or
// a # in a text, which end it there.
func inFlow(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.ContextMsg, "flow") {
		return Problem{}, false
	}
	if at, open := openIn(f.line(le.ContextMark.Line)); open {
		return f.problem(Error, le.ContextMark.Line, at+1, 1, "open-quote", "this quote is not closed on its line", "close it at the end of the text"), true
	}
	line, at := []rune(f.line(le.Mark.Line)), le.Mark.Column-1
	if at < 1 || at >= len(line) || le.Mark.Line != le.ContextMark.Line {
		return Problem{}, false
	}
	last := runes(strings.TrimRight(string(line[:at]), " ")) - 1
	switch {
	case last < 0:
		return Problem{}, false
	case line[last] == '\'' || line[last] == '"':
		return f.problem(Error, le.Mark.Line, last+1, 1, "quote-inside", "this quote ends the text, and more follows", quoteFix(string(line[last]))), true
	case line[at] == ':':
		return f.problem(Error, le.Mark.Line, le.Mark.Column, 1, "colon", "a colon and a space inside a text make it look like a key",
			"put the text in quotes; or put a comma before the word, if a key begins with it"), true
	case line[at] == ',':
		return f.problem(Error, le.Mark.Line, le.Mark.Column, 1, "comma", "there is a comma too many here", "take it out; or put the text in quotes that begins with it"), true
	case line[at] == '-':
		return f.problem(Error, le.Mark.Line, le.Mark.Column, 1, "minus", "a space stands after this minus, so it is none", "write it right before its number, as in -1"), true
	}
	return Problem{}, false
}

// openIn is the place of a quote that opens a text in a line and does not
// close it there, in characters.
func openIn(line string) (at int, open bool) {
	quote, before := rune(0), ' '
	for i, r := range []rune(line) {
		switch {
		case quote == 0 && before == ' ' && r == '#':
			return 0, false
		case quote == 0 && (r == '"' || r == '\'') && strings.ContainsRune(" [{,", before):
			quote, at = r, i
		case r == quote && before != '\\':
			quote = 0
		}
		before = r
	}
	return at, quote != 0
}

// cutBracket finds a bracket whose other half lies behind a #.
func cutBracket(f *file, le *yaml.LoadError) (Problem, bool) {
	for line := min(le.Mark.Line, len(f.lines)); line > max(0, le.Mark.Line-farthest); line-- {
		text := f.line(line)
		at := strings.Index(text, " #")
		if at < 0 {
			continue
		}
		for _, pair := range []string{"{}", "[]"} {
			opened := strings.Count(text[:at], pair[:1]) - strings.Count(text[:at], pair[1:])
			if closed := strings.Count(text[at:], pair[1:]) - strings.Count(text[at:], pair[:1]); opened > 0 && closed >= opened {
				return f.problem(Error, line, runes(text[:at])+2, runes(text[at:])-1, "comment-cuts", "from # on, YAML takes this for a comment, so the bracket before it is never closed",
					"put the text in quotes"), true
			}
		}
	}
	return Problem{}, false
}

// closesNothing finds a bracket too many.
func closesNothing(f *file, le *yaml.LoadError) (Problem, bool) {
	line := []rune(f.line(le.Mark.Line))
	at := le.Mark.Column - 1
	if at < 0 || at >= len(line) || !strings.ContainsRune("]}", line[at]) || le.ContextMsg != "" && !strings.Contains(le.ContextMsg, "block") {
		return Problem{}, false
	}
	return f.problem(Error, le.Mark.Line, le.Mark.Column, 1, "bracket", "this bracket closes nothing", "take it out; or put the text in quotes if it belongs to it"), true
}
