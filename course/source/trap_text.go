package source

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// beginning is a value with its first character: what stands before it on the
// line is a key or a dash.
var beginning = regexp.MustCompile(`^(\s*(?:- )*(?:[^\s'"#\[{][^'"]*?:\s+|- ))(\S)`)

// begins is the place of a value in its line, in bytes, and how it begins.
func begins(line string) (at int, sign string) {
	m := beginning.FindStringSubmatchIndex(line)
	if m == nil {
		return -1, ""
	}
	return m[4], line[m[4]:m[5]]
}

func curlyQuotes(f *file, le *yaml.LoadError) (Problem, bool) {
	line := f.line(le.Mark.Line)
	at, sign := begins(line)
	if !strings.Contains(le.Message, "mapping values are not allowed") || !curly(sign) {
		return Problem{}, false
	}
	return f.problem(Error, le.Mark.Line, runes(line[:at])+1, 1, "curly-quotes", curlyCause, `write straight quotes around the text: "…" or '…'`), true
}

const curlyCause = "curly quotes are letters to YAML, and hold no text together"

func curly(sign string) bool { return sign != "" && strings.Contains("“”„‘’«", sign) }

// bar finds a text on the line of the | or > that should stand alone there.
func bar(f *file, le *yaml.LoadError) (Problem, bool) {
	line := f.line(le.Mark.Line)
	at, sign := begins(line)
	if !strings.Contains(le.Message, "comment or line break") || sign != "|" && sign != ">" {
		return Problem{}, false
	}
	return f.problem(Error, le.Mark.Line, runes(line[:at])+1, 1, "bar", "after "+sign+" the text begins on the next line",
		"begin it there, indented by two spaces; or quote a text that begins with "+sign), true
}

func questionMark(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "mapping keys are not allowed") {
		return Problem{}, false
	}
	return f.problem(Error, le.Mark.Line, le.Mark.Column, 1, "sign", "a text cannot begin with ? and a space", "put the text in quotes"), true
}

// bracketFirst finds a text that begins with a bracket or brace, which closes
// before the text ends.
func bracketFirst(f *file, le *yaml.LoadError) (Problem, bool) {
	line := f.line(le.Mark.Line)
	at, sign := begins(line)
	closing := map[string]string{"[": "]", "{": "}"}[sign]
	if closing == "" || strings.Contains(le.ContextMsg, "flow") {
		return Problem{}, false
	}
	end := strings.LastIndex(line, closing)
	if end < 0 || strings.TrimSpace(line[end+1:]) == "" {
		return Problem{}, false
	}
	return f.problem(Error, le.Mark.Line, runes(line[:at])+1, 1, "bracket-first", "a text that begins with "+sign+" is taken for a list or for keys, which ends at "+closing,
		"put the whole text in quotes"), true
}

const farthest = 20 // lines that a look back goes

// quoteAbove finds a quote that was left open on a line above: it ran on to
// the next quote, which was meant to open another text.
func quoteAbove(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "expected key") && !strings.Contains(le.Message, "mapping values") {
		return Problem{}, false
	}
	for line := le.Mark.Line - 1; line > max(0, le.Mark.Line-farthest); line-- {
		at, sign := begins(f.line(line))
		if sign != `"` && sign != `'` || strings.Contains(f.line(line)[at+1:], sign) {
			continue
		}
		if !f.runsOn(line, sign) {
			return Problem{}, false
		}
		return f.problem(Error, line, runes(f.line(line)[:at])+1, 1, "open-quote", "this quote is not closed on its line, and runs on to the next quote below",
			"close it at the end of the text"), true
	}
	return Problem{}, false
}

// runsOn says of a quote open at the end of a line that the next one, below,
// was not meant to close it: more follows there.
func (f *file) runsOn(line int, sign string) bool {
	for below := line + 1; below <= len(f.lines); below++ {
		if _, after, found := strings.Cut(f.line(below), sign); found {
			return strings.Trim(after, " ,]}") != ""
		}
	}
	return false
}

// commentInText finds a text of several lines that a # cut short: its further
// lines no longer belong to anything.
func commentInText(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "expected key") && !unfinished(le) {
		return Problem{}, false
	}
	line := min(le.Mark.Line, len(f.lines))
	if le.ContextMark.Line > 0 && strings.Contains(le.Message, "could not find") {
		line = le.ContextMark.Line
	}
	above := f.line(line - 1)
	at := strings.Index(above, " #")
	if at < 0 || indent(f.line(line)) == 0 || strings.HasSuffix(strings.TrimSpace(above[:at]), ":") {
		return Problem{}, false
	}
	return f.problem(Error, line-1, runes(above[:at])+2, runes(above[at:])-1, "comment-cuts", "from # on, YAML takes this for a comment, so the text ends here and the line below is lost",
		"put the whole text in quotes, or on lines of its own under |"), true
}

// block finds a text under | or > whose lines are indented too little.
func block(f *file, le *yaml.LoadError) (Problem, bool) {
	line := min(le.Mark.Line, len(f.lines))
	if strings.Contains(le.Message, "could not find") {
		line = le.ContextMark.Line
	}
	if !strings.Contains(le.Message, "expected key") && !unfinished(le) {
		return Problem{}, false
	}
	for above := line - 1; above > max(0, line-farthest); above-- {
		switch {
		case strings.TrimSpace(f.line(above)) == "":
		case f.barred(above):
			return f.tooShallow(line, above)
		case f.barred(above-1) && indent(f.line(above)) <= indent(f.line(above-1)) && !keyLine.MatchString(f.line(above)):
			return f.tooShallow(above, above-1)
		case indent(f.line(above)) <= indent(f.line(line)):
			return Problem{}, false
		}
	}
	return Problem{}, false
}

// barred says of a line that it ends in the | or > which a text follows.
func (f *file) barred(line int) bool {
	text := strings.TrimRight(f.line(line), " +-")
	return strings.HasSuffix(text, "|") || strings.HasSuffix(text, ">")
}

func (f *file) tooShallow(line, key int) (Problem, bool) {
	got, head := indent(f.line(line)), indent(f.line(key))
	if line == key+1 && got <= head && !keyLine.MatchString(f.line(line)) {
		return f.problem(Error, line, 1+got, 1, "block-indent", "the text begins no further in than its key, so it is not taken for its text", "indent every line of the text by two spaces more than its key"), true
	}
	if got < head || got == 0 {
		return Problem{}, false
	}
	cause := "this line is indented less than the first line of its text"
	if line == key+1 {
		cause = "the text begins in the column of its key, and should be indented below it"
	}
	return f.problem(Error, line, 1+indent(f.line(line)), 1, "block-indent", cause, "indent every line of the text by two spaces more than its key"), true
}

// dots finds the line that ends a file for YAML.
func dots(f *file, le *yaml.LoadError) (Problem, bool) {
	for line := le.Mark.Line; line > max(1, le.Mark.Line-farthest); line-- {
		switch strings.TrimRight(f.line(line), " ") {
		case "...":
			return f.problem(Error, line, 1, 3, "two-documents", "a line of three dots ends the file for YAML, and more follows", "take the line out, or indent it if it belongs to a text"), true
		case "---":
			return f.problem(Error, line, 1, 3, "two-documents", "a line of three dashes splits this file in two", "take the line out, or indent it if it belongs to a text"), true
		}
	}
	return Problem{}, false
}

// keyLine is a line that begins with a key, and what stands after it.
var keyLine = regexp.MustCompile(`^\s*(?:- )*[A-Za-z][A-Za-z0-9_-]*:(?:\s+(\S.*))?$`)

// noBar finds a text of several paragraphs, or one with a heading or a list,
// whose key lacks the | that holds such a text together.
func noBar(f *file, le *yaml.LoadError) (Problem, bool) {
	if !strings.Contains(le.Message, "expected key") && !unfinished(le) && !strings.Contains(le.Message, "'-' indicator") {
		return Problem{}, false
	}
	line := min(le.Mark.Line, len(f.lines))
	here, parted := f.line(line), false
	if keyLine.MatchString(here) {
		return Problem{}, false
	}
	for above := line - 1; above > max(0, line-farthest); above-- {
		text := f.line(above)
		if strings.TrimSpace(text) == "" || strings.HasPrefix(strings.TrimSpace(text), "#") {
			parted = true
			continue
		}
		if indent(text) >= indent(here) {
			continue
		}
		m := keyLine.FindStringSubmatch(text)
		if m == nil || !parted || m[1] != "" && strings.ContainsAny(m[1][:1], "|>\"'[{#") {
			return Problem{}, false
		}
		name, _, _ := strings.Cut(strings.TrimLeft(text, " -"), ":")
		return f.problem(Error, above, 1+strings.Index(text, name), len(name)+1, "bar", "this text has paragraphs, headings or a list, and nothing that keeps them together",
			"write "+name+": | and begin the text on the next line, indented by two spaces"), true
	}
	return Problem{}, false
}
