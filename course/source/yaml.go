package source

import (
	"errors"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// parse reads the YAML of a file to nodes. Where the file is no YAML it says
// so in words for someone who knows no YAML, as far as it can be read on; the
// nodes are then of the mended file, and good only to find more that is wrong.
func (f *file) parse() (*yaml.Node, mended, []Problem) {
	as := mended{file: f}
	if n := signs(f.text); n > maxSigns {
		return nil, as, []Problem{whole(f.name, "too-many-parts", "the file has more than 50,000 lines, commas, colons and brackets", "split it up: activities may lie in files of their own")}
	}
	doc, err := f.load()
	switch {
	case err != nil:
		return f.readOn(err)
	case len(doc.Content) == 0:
		return nil, as, []Problem{whole(f.name, "empty-file", "there is nothing in this file", "write the keys it needs, or take the file away")}
	}
	return doc.Content[0], as, nil
}

var errTwoDocuments = errors.New("a second document")

// load reads the one document of a file.
func (f *file) load() (*yaml.Node, error) {
	var doc, more yaml.Node
	limits := loaderlimits.New(loaderlimits.AliasNone(), loaderlimits.DepthValue(maxDepth))
	loader, err := yaml.NewLoader(strings.NewReader(f.text), yaml.WithV3Defaults(), yaml.WithPlugin(limits))
	if err == nil {
		err = loader.Load(&doc)
	}
	if err == nil {
		err = loader.Load(&more)
	}
	switch {
	case err == nil:
		return nil, errTwoDocuments
	case !errors.Is(err, io.EOF):
		return nil, err
	}
	return &doc, nil
}

// fault turns the parser's first error into a problem.
func (f *file) fault(err error) Problem {
	var le *yaml.LoadError
	switch {
	case errors.Is(err, errTwoDocuments):
		return f.twoDocuments()
	case !errors.As(err, &le):
		return whole(f.name, "not-yaml", "this is no YAML that can be read", "see whether the file is what its name says")
	}
	line, column := le.Mark.Line, le.Mark.Column
	if line == 0 {
		return f.faultWithoutPlace(le)
	}
	for _, t := range traps() {
		if p, ok := t(f, le); ok {
			return p
		}
	}
	line = min(line, len(f.lines))
	return f.problem(Error, line, min(column, len([]rune(f.line(line)))+1), 1, "not-yaml",
		"the text cannot be read from here on", "look at this line and the one above: an indent, a quote or a colon is out of place")
}

// twoDocuments says that YAML ends a file where its author wrote a line.
func (f *file) twoDocuments() Problem {
	line := len(f.lines)
	for line > 1 && !strings.HasPrefix(f.line(line), "---") {
		line--
	}
	return f.problem(Error, line, 1, 3, "two-documents", "a line of three dashes splits this file in two", "take the line out, or indent it if it belongs to a text")
}

func (f *file) faultWithoutPlace(le *yaml.LoadError) Problem {
	if strings.Contains(le.Message, "depth") {
		return whole(f.name, "too-deep", "things lie inside things more than 64 deep", "check the brackets and indents")
	}
	return whole(f.name, "not-yaml", "this is no YAML that can be read", "see whether the file is what its name says")
}

// trap knows one classic mistake by what the parser says and by the line.
type trap func(*file, *yaml.LoadError) (Problem, bool)

func traps() []trap {
	return []trap{
		tab, hardSpace, starred, tag, unknownAlias, deep, dots, openQuote, wrongEscape, inFlow, quoteInside, quoteAbove, curlyQuotes,
		bar, questionMark, bracketFirst, block, cutBracket, commentInText, colonSpace, equals, longDash, dashSpace, noBar,
		secondColon, reserved, openBracket, closesNothing, dashOnLine, mixed, wrongIndent, lostLine,
	}
}

func tab(f *file, le *yaml.LoadError) (Problem, bool) {
	for _, line := range []int{le.Mark.Line, le.Mark.Line + 1, le.ContextMark.Line} {
		indent := f.line(line)[:len(f.line(line))-len(strings.TrimLeft(f.line(line), " \t"))]
		if i := strings.IndexByte(indent, '\t'); i >= 0 {
			return f.problem(Error, line, i+1, 1, "tab", "a tab stands in the indent", "indent with spaces, two a step; editors can do it for you"), true
		}
	}
	return Problem{}, false
}

// hardSpace finds a non-breaking space where a line is indented: it looks like
// a space and is none.
func hardSpace(f *file, le *yaml.LoadError) (Problem, bool) {
	for _, line := range []int{le.Mark.Line, le.Mark.Line - 1, le.ContextMark.Line} {
		head := []rune(f.line(line))
		for i := 0; i < len(head) && (head[i] == ' ' || head[i] == '\u00a0'); i++ {
			if head[i] == '\u00a0' {
				return f.problem(Error, line, i+1, 1, "hard-space", "a non-breaking space stands in the indent; it looks like a space and is none", "delete it and type a space"), true
			}
		}
	}
	return Problem{}, false
}

func unknownAlias(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "anchor") && !strings.Contains(le.Message, "alias") && !strings.Contains(le.ContextMsg, "anchor") && !strings.Contains(le.ContextMsg, "alias") {
		return Problem{}, false
	}
	return f.problem(Error, le.Mark.Line, le.Mark.Column, 1, "sign", "a text cannot begin with * or &", "put the text in quotes"), true
}

// tag finds a text that begins with an exclamation mark.
func tag(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.ContextMsg, "tag") {
		return Problem{}, false
	}
	return f.problem(Error, le.ContextMark.Line, le.ContextMark.Column, 1, "tag", tagCause, "put the text in quotes, or take the ! out"), true
}

const tagCause = "a text cannot begin with !, which is a sign of its own to YAML (a tag)"

func deep(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "depth") {
		return Problem{}, false
	}
	return f.problem(Error, le.Mark.Line, le.Mark.Column, 1, "too-deep", "things lie inside things more than 64 deep", "check the brackets and indents"), true
}

func openQuote(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.ContextMsg, "quoted scalar") || !strings.Contains(le.Message, "end of stream") && !strings.Contains(le.Message, "document indicator") {
		return Problem{}, false
	}
	fix := "close it at the end of the text; or write the text without quotes under a line that ends in |"
	if strings.ContainsAny(f.line(le.ContextMark.Line), "”’»") {
		fix = "close it with a straight quote like itself: a curly one is a letter to YAML"
	}
	return f.problem(Error, le.ContextMark.Line, le.ContextMark.Column, 1, "open-quote", "this quote is never closed", fix), true
}

func wrongEscape(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "escape") && !strings.Contains(le.ContextMsg, "escape") && !strings.Contains(le.Message, "hexadecimal") {
		return Problem{}, false
	}
	column := le.Mark.Column // where a code needs digits, it began before the first that is none
	if text := []rune(f.line(le.Mark.Line)); column <= len(text) && text[column-1] != '\\' {
		column = 1 + runes(string(text[:column])[:max(0, strings.LastIndexByte(string(text[:column]), '\\'))])
	}
	return f.problem(Error, le.Mark.Line, column, 2, "backslash", "between double quotes a backslash starts a code, and this is none",
		"write two backslashes, or use single quotes"), true
}

// quoted finds a value in quotes with something after the closing quote.
var quoted = regexp.MustCompile(`^(\s*(?:- )*[^\s'"#][^'"]*?:\s+|\s*- )(['"])`)

func quoteInside(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "expected key") && !strings.Contains(le.Message, "'-' indicator") && !strings.Contains(le.Message, "':'") {
		return Problem{}, false
	}
	text := f.line(le.Mark.Line)
	m := quoted.FindStringSubmatchIndex(text)
	if m == nil {
		return Problem{}, false
	}
	mark := text[m[4]:m[5]]
	end := strings.Index(text[m[5]:], mark)
	if end < 0 || strings.TrimSpace(text[m[5]+end+1:]) == "" {
		return Problem{}, false
	}
	return f.problem(Error, le.Mark.Line, len([]rune(text[:m[5]+end]))+1, 1, "quote-inside", "this quote ends the text, and more follows", quoteFix(mark)), true
}

// quoteFix says how a text holds the quote it stands between.
func quoteFix(mark string) string {
	if mark == `"` {
		return `write \" for a quote inside double quotes, put single quotes around the whole, or put the text under |`
	}
	return `write '' for a quote inside single quotes, or put the text on lines of its own under |`
}

func secondColon(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "mapping values are not allowed") {
		return Problem{}, false
	}
	text := []rune(f.line(le.Mark.Line))
	before := string(text[:min(len(text), max(0, le.Mark.Column-1))])
	if !strings.Contains(before, ": ") {
		return f.problem(Error, le.Mark.Line, 1+indent(before), 1, "indent", "this line is indented further than the key above it, as if it belonged to the text of that key",
			"give both the same indent; or, if it is part of that text, put the whole text in quotes"), true
	}
	return f.problem(Error, le.Mark.Line, le.Mark.Column, 1, "colon", "a colon and a space inside a text make it look like a key",
		"put the text in quotes, or on lines of its own under |"), true
}

func indent(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

func reserved(f *file, le *yaml.LoadError) (Problem, bool) {
	text := []rune(f.line(le.Mark.Line))
	if !strings.Contains(le.Message, "cannot start any token") && !strings.Contains(le.Message, "expected node content") || le.Mark.Column > len(text) {
		return Problem{}, false
	}
	sign := string(text[le.Mark.Column-1])
	return f.problem(Error, le.Mark.Line, le.Mark.Column, 1, "sign", "a text cannot begin with "+sign, "put the text in quotes"), true
}

func openBracket(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.ContextMsg, "flow") {
		return Problem{}, false
	}
	return f.problem(Error, le.ContextMark.Line, le.ContextMark.Column, 1, "open-bracket", "this bracket is not closed, or a comma is missing in it",
		"close it on the same line, or write one thing a line, each after a dash"), true
}

func dashOnLine(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "block sequence entries are not allowed") {
		return Problem{}, false
	}
	return f.problem(Error, le.Mark.Line, le.Mark.Column, 1, "dash", "a list cannot begin on the line of its key", "begin it on the next line, indented by two spaces; or quote a text that begins with a dash"), true
}

func wrongIndent(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "expected key") && !strings.Contains(le.Message, "'-' indicator") {
		return Problem{}, false
	}
	line := min(le.Mark.Line, len(f.lines))
	return f.problem(Error, line, 1+indent(f.line(line)), 1, "indent", "the indent of this line fits nothing above it",
		"line it up with the keys, or the dashes, it belongs to"), true
}

func lostLine(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "could not find expected ':'") {
		return Problem{}, false
	}
	line := le.ContextMark.Line
	return f.problem(Error, line, 1+indent(f.line(line)), len([]rune(strings.TrimSpace(f.line(line)))), "lost-line", "this line is neither a key nor part of the text above",
		"indent it like the text it belongs to, or end the key with a colon"), true
}
