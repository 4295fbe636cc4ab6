package source

import "strings"

// Problem is a problem with a part of the text: width characters from an
// offset on, or all of it where width is 0.
func (n Node) Problem(s Severity, offset, width int, code, cause, fix string) Problem {
	if n.n == nil {
		return Problem{Severity: s, Code: code, Cause: cause, Fix: fix}
	}
	line, column := n.n.inside(offset)
	if width == 0 {
		width = n.n.firstLine()
	}
	return n.n.file.problem(s, line, column, width, code, cause, fix)
}

// NameProblem is an error about a name of a mapping; false where it has none
// of that name.
func (n Node) NameProblem(name, code, cause, fix string) (Problem, bool) {
	if n.n == nil || n.n.kind != Map {
		return Problem{}, false
	}
	for _, p := range n.n.parts {
		if p.name == name && p.line > 0 {
			return n.n.file.problem(Error, int(p.line), int(p.column), len([]rune(name)), code, cause, fix), true
		}
	}
	return Problem{}, false
}

// firstLine is how many characters of the text stand on its first line.
func (n *node) firstLine() int {
	if n.block || n.text == "" {
		return 1
	}
	head, _, _ := strings.Cut(n.text, "\n")
	room := len([]rune(n.file.line(int(n.line)))) - int(n.column) + 1
	return max(1, min(len([]rune(head))+2*int(n.shift), room))
}

func (f *file) line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	return f.lines[n-1]
}

// inside is the place of a character of the text. The text lacks what YAML
// took away (indents, quotes, folds), so both are walked together.
func (n *node) inside(offset int) (line, column int) {
	line, column = int(n.line), int(n.column)
	if offset == 0 && !n.block {
		return line, column
	}
	if n.verbatim {
		return n.along(offset)
	}
	column += int(n.shift)
	if n.block {
		line, column = int(n.line)+1, 1
	}
	src := []rune(n.file.line(line))
	for i, want := range []rune(n.text) {
		for !blank(want) && line <= len(n.file.lines) {
			if column > len(src) {
				line, column = line+1, 1
				src = []rune(n.file.line(line))
				continue
			}
			if src[column-1] == want {
				break
			}
			column++
		}
		if i == offset {
			return line, column
		}
		if !blank(want) || want == ' ' && column <= len(src) && src[column-1] == ' ' {
			column++
		}
	}
	return line, column
}

// along is the place of a character of a text that is a whole file.
func (n *node) along(offset int) (line, column int) {
	line, column = 1, 1
	for _, r := range n.text {
		if offset == 0 {
			break
		}
		offset--
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return line, column
}

func blank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }
