package source

import (
	"errors"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// What reading on after a mistake may cost: whoever makes more of them mends
// some and asks again.
const (
	mostMended = maxPerFile
	mostReread = 2 << 20 // bytes
)

// mended is a file that is no YAML, with some of its lines as their author is
// likely to have meant them, so that what is wrong beyond them is found too.
type mended struct {
	*file
	lines  map[int]bool
	blanks bool // some of them had a tab or a non-breaking space for an indent
}

// readOn says what is wrong with a file that is no YAML: the first fault, and,
// where it is plain how a line was meant, what comes after it. The node is nil
// if that leads to no end.
func (f *file) readOn(err error) (*yaml.Node, mended, []Problem) {
	m := mended{file: f, lines: map[int]bool{}}
	var all []Problem
	for len(all) < mostMended {
		p, meant := m.next(err)
		if m.guessedWrong(p) {
			return nil, m, all
		}
		p.Excerpt = f.line(p.At.Line)
		if len(meant) == 1 {
			p = p.written(meant[0])
		}
		all = append(all, p)
		if len(meant) == 0 || (len(all)+1)*len(f.text) > mostReread {
			return nil, m, all
		}
		m = m.with(p, meant)
		m.blanks = m.blanks || p.Code == "tab" || p.Code == "hard-space"
		var doc *yaml.Node
		if doc, err = m.load(); err == nil && len(doc.Content) > 0 && !m.indentsOddly() {
			return doc.Content[0], m, all
		}
	}
	return nil, m, all
}

// next is the next fault of a file, and the lines from there on as they were
// meant: what can be seen from the lines alone, or else what the parser cannot
// read.
func (m mended) next(err error) (Problem, []string) {
	last := len(m.file.lines)
	var le *yaml.LoadError
	if errors.As(err, &le) {
		last = max(le.Mark.Line, 1)
	}
	if o, is := m.firstOdd(last); is || m.indentsOddly() {
		if !is {
			o, _ = m.firstOdd(len(m.file.lines))
		}
		return o.Problem, o.meant
	}
	p := m.fault(err)
	return p, lines(m.meant(p))
}

// indentsOddly says of a file that has other things than spaces for an indent
// that there is one more.
func (m mended) indentsOddly() bool {
	if !m.blanks {
		return false
	}
	o, is := m.firstOdd(len(m.file.lines))
	return is && (o.Code == "tab" || o.Code == "hard-space")
}

// guessedWrong says of a fault that it comes of how a line was mended: it is in
// that line, or it is what hangs on it.
func (m mended) guessedWrong(p Problem) bool {
	hangs := p.Code == "indent" || p.Code == "lost-line" || p.Code == "dash" || p.Code == "not-yaml"
	return m.lines[p.At.Line] || hangs && m.lines[p.At.Line-1]
}

// with is the file with other lines in the place of some that are wrong; of a
// list with other signs for hyphens, all its items have hyphens.
func (m mended) with(p Problem, texts []string) mended {
	next := *m.file
	next.lines = append([]string{}, m.file.lines...)
	copy(next.lines[p.At.Line-1:], texts)
	if p.Code == "dash" {
		for _, line := range m.dashed(p.At.Line) {
			before, rest, _ := paperItem(m.line(line))
			next.lines[line-1] = before + "- " + rest
		}
	}
	next.text = strings.Join(next.lines, "\n")
	for i, text := range next.lines {
		if text != m.line(i+1) {
			m.lines[i+1] = true
		}
	}
	m.file = &next
	return m
}

// beyond are the problems that do not stand in a mended line, where they would
// be about our words, and do not miss what a line that was taken out may be.
func (m mended) beyond(ps []Problem) []Problem {
	var all []Problem
	for _, p := range ps {
		if !m.lines[p.At.Line] && !m.takenOut(p) {
			all = append(all, p)
		}
	}
	return all
}

// takenOut says of something that is missing that a line which was taken out
// may have held it: it stands within the thing.
func (m mended) takenOut(p Problem) bool {
	column := p.At.Column
	switch p.Code {
	case "missing-key", "empty", "no-kind":
		above := p.At.Line - 1
		for above > 1 && strings.TrimSpace(m.line(above)) == "" && !m.lines[above] {
			above--
		}
		if m.lines[above] && m.line(above) == "" {
			return true
		}
	case "one-line":
		column = indent(m.line(p.At.Line)) + 2
	default:
		return false
	}
	for line := p.At.Line + 1; line <= len(m.file.lines); line++ {
		switch text := m.line(line); {
		case m.lines[line] && (text == "" || p.Code == "one-line"):
			return true
		case strings.TrimSpace(text) != "" && indent(text) < column-1:
			return false
		}
	}
	return false
}

// valued is a line with a value: what stands before it, and the value.
var valued = regexp.MustCompile(`^(\s*(?:- +)*)([A-Za-z][\w-]*:\s+)?(\S.*?)\s*$`)

// meant is the line of a problem as its author is likely to have meant it;
// false where that is not plain.
func (m mended) meant(p Problem) (string, bool) {
	line := m.line(p.At.Line)
	switch p.Code {
	case "colon-space":
		at := p.At.Column + p.Width - 1
		r := []rune(line)
		return string(r[:min(at, len(r))]) + " " + string(r[min(at, len(r)):]), p.Width > 1
	case "dash":
		return paperDashed(line)
	case "dash-space":
		rest := strings.TrimLeft(line, " ")
		return strings.Replace(line, "-", "- ", 1), !strings.HasPrefix(rest, "--") && !strings.Contains(rest, ":")
	case "backslash":
		return strings.ReplaceAll(line, `\`, `\\`), !strings.Contains(line, `\"`)
	case "colon", "quote-inside", "sign", "curly-quotes", "tag":
		part := valued.FindStringSubmatch(line)
		if part == nil || m.goesOn(p.At.Line, len(part[1])) {
			return "", false
		}
		if p.Code == "colon" && p.At.Column <= runes(part[1]+part[2]) {
			part[2], part[3] = "", part[2]+part[3]
		}
		if strings.HasPrefix(part[2], "say:") { // where double quotes would be taken for speech marks
			text, whole := straight(part[3])
			return part[1] + part[2] + Quoted(text), whole
		}
		text, whole := unquoted(part[3])
		return part[1] + part[2] + requoted(text), whole
	}
	return "", false
}

// paperDashed is a line with a hyphen for the sign that an item begins with on
// paper; false where a key follows, which may be meant to be none of an item.
func paperDashed(line string) (string, bool) {
	before, rest, is := paperItem(line)
	return before + "- " + rest, is && keyEnd(rest) == 0
}

// paperItem are the parts of a line before and behind the sign that an item
// begins with on paper.
func paperItem(line string) (before, rest string, is bool) {
	for _, sign := range []*regexp.Regexp{otherDash, paperDash} {
		if m := sign.FindStringSubmatchIndex(line); m != nil {
			return line[:m[2]], strings.TrimLeft(line[m[3]:], " \t\u00a0"), true
		}
	}
	return "", "", false
}

// goesOn says that the value of a line goes on below it.
func (m mended) goesOn(line, column int) bool {
	next := m.line(line + 1)
	return strings.TrimSpace(next) != "" && indent(next) > column
}

// unquoted is a text without the quotes around the whole of it; false where
// brackets hold it, which may be meant.
func unquoted(value string) (text string, whole bool) {
	for _, pair := range []string{"“”", "‘’", "„“", "””"} {
		marks := []rune(pair)
		rest, opened := strings.CutPrefix(value, string(marks[0]))
		rest, closed := strings.CutSuffix(rest, string(marks[1]))
		if opened && closed && !strings.Contains(rest, string(marks[0])) {
			return rest, rest != ""
		}
	}
	return straight(value)
}

// straight is a text without the straight quotes around the whole of it.
func straight(value string) (text string, whole bool) {
	for _, mark := range []string{`"`, "'"} {
		rest, opened := strings.CutPrefix(value, mark)
		rest, closed := strings.CutSuffix(rest, mark)
		if opened && closed && !apart(rest, mark[0]) {
			if mark == "'" { // the backslash is of another language
				rest = strings.ReplaceAll(rest, `\'`, "'")
			}
			return rest, rest != ""
		}
	}
	return value, !strings.ContainsAny(value[:1], "[{|>&*")
}

// apart says of a text that quotes within it close one at its start and open
// one at its end, so that those are no pair.
func apart(text string, mark byte) bool {
	closed := false
	for i := range len(text) {
		if text[i] != mark {
			continue
		}
		after := i > 0 && text[i-1] != ' '
		before := i+1 < len(text) && text[i+1] != ' '
		switch {
		case !after && before && !closed:
			return false
		case !after && before:
			return true
		case after && !before:
			closed = true
		}
	}
	return false
}

// requoted is a text of one line between quotes, as YAML reads it.
func requoted(text string) string {
	if strings.ContainsAny(text, `"\`) {
		return Quoted(text)
	}
	return `"` + text + `"`
}

// longestWritten is the longest line that a fix writes out.
const longestWritten = 76

// written is the problem with a fix that writes out the line, where it is
// short enough to be typed from it.
func (p Problem) written(line string) Problem {
	line = strings.TrimSpace(line)
	if _, other, found := strings.Cut(p.Fix, "under |"); found && other == "" && runes(line) <= longestWritten {
		p.Fix = "write " + line + "; or put the text on lines of its own under |"
	}
	return p
}
