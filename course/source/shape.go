package source

import "strings"

// shape refuses lines that nobody wrote by hand, and that take longer the
// longer or deeper they are to be read, to be placed and to be printed.
func (f *file) shape() []Problem {
	for i, line := range f.lines {
		switch {
		case len(line) > maxLine:
			p := f.problem(Error, i+1, 1, 1, "long-line", "this line has more than 20,000 characters", "break it into lines; in Markdown, a blank line begins a new paragraph")
			p.Excerpt = ""
			return []Problem{p}
		case containers(line) > maxDepth:
			return []Problem{f.problem(Error, i+1, 1, 1, "too-deep", tooDeep, tooDeepFix)}
		}
	}
	return nil
}

const (
	tooDeep    = "quotes or lists lie inside each other more than 64 deep"
	tooDeepFix = "take some of the marks at the start of the line out"
)

const proseTooLarge = "the text is larger than 128 KB, which takes an hour and a half to read"

// containers counts the marks of quotes and lists that a line begins with.
func containers(line string) int {
	n := 0
	for at := 0; ; n++ {
		for at < len(line) && (line[at] == ' ' || line[at] == '\t') {
			at++
		}
		mark := container(line[at:])
		if mark == 0 {
			return n
		}
		at += mark
	}
}

// container is how long the mark of a quote, a list or a numbered list is that
// a line begins with.
func container(line string) int {
	if strings.HasPrefix(line, ">") {
		return 1
	}
	digits := 0
	for digits < len(line) && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	signs := "-*+"
	if digits > 0 {
		signs = ".)"
	}
	if rest := line[digits:]; len(rest) > 1 && strings.IndexByte(signs, rest[0]) >= 0 && (rest[1] == ' ' || rest[1] == '\t') {
		return digits + 1
	}
	return 0
}

// mostCrowded bounds how many marks a paragraph has, times how long it is: a
// mark may be the beginning of something that is looked for to its end.
const mostCrowded = 8_000_000

// crowded finds a paragraph that is above the bound, and returns its place.
func crowded(text string) int {
	if len(text)*len(text) <= mostCrowded {
		return -1
	}
	start, at, marks := 0, 0, 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			start, marks = at+len(line), 0
		}
		at += len(line)
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case '[', ']', '(', '<', '*', '_', '`', '!', '&', '~', '"', '\'':
				marks++
			}
		}
		if marks*(at-start) > mostCrowded {
			return start
		}
	}
	return -1
}
