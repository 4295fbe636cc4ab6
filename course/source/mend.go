package source

import (
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
	lines map[int]bool
}

// readOn says what is wrong with a file that is no YAML: the first fault, and,
// where it is plain how a line was meant, what comes after it. The node is nil
// if that leads to no end.
func (f *file) readOn(err error) (*yaml.Node, mended, []Problem) {
	m := mended{f, map[int]bool{}}
	var all []Problem
	for len(all) < mostMended {
		p := m.fault(err)
		if m.guessedWrong(p) {
			return nil, m, all
		}
		p.Excerpt = f.line(p.At.Line)
		line, plain := m.meant(p)
		if plain {
			p = p.written(line)
		}
		all = append(all, p)
		if !plain || (len(all)+1)*len(f.text) > mostReread {
			return nil, m, all
		}
		m = m.with(p, line)
		var doc *yaml.Node
		if doc, err = m.load(); err == nil && len(doc.Content) > 0 {
			return doc.Content[0], m, all
		}
	}
	return nil, m, all
}

// guessedWrong says of a fault that it comes of how a line was mended: it is in
// that line, or it is what hangs on it.
func (m mended) guessedWrong(p Problem) bool {
	hangs := p.Code == "indent" || p.Code == "lost-line" || p.Code == "dash" || p.Code == "not-yaml"
	return m.lines[p.At.Line] || hangs && m.lines[p.At.Line-1]
}

// with is the file with another line in the place of one that is wrong; of a
// list with other signs for hyphens, all its items have hyphens.
func (m mended) with(p Problem, text string) mended {
	next := *m.file
	next.lines = append([]string{}, m.file.lines...)
	next.lines[p.At.Line-1] = text
	m.lines[p.At.Line] = true
	if p.Code == "dash" {
		for _, line := range m.dashed(p.At.Line) {
			next.lines[line-1] = hyphened(m.line(line))
			m.lines[line] = true
		}
	}
	next.text = strings.Join(next.lines, "\n")
	return mended{&next, m.lines}
}

// beyond are the problems that do not stand in a mended line, where they would
// be about our words.
func (m mended) beyond(ps []Problem) []Problem {
	var all []Problem
	for _, p := range ps {
		if !m.lines[p.At.Line] {
			all = append(all, p)
		}
	}
	return all
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
	case "dash-space":
		rest := strings.TrimLeft(line, " ")
		return strings.Replace(line, "-", "- ", 1), !strings.HasPrefix(rest, "--") && !strings.Contains(rest, ":")
	case "dash":
		with := hyphened(line)
		return with, with != line
	case "colon", "quote-inside", "sign", "curly-quotes":
		part := valued.FindStringSubmatch(line)
		if part == nil || m.goesOn(p.At.Line, len(part[1])) {
			return "", false
		}
		if p.Code == "colon" && p.At.Column <= runes(part[1]+part[2]) {
			part[2], part[3] = "", part[2]+part[3]
		}
		text, whole := unquoted(part[3])
		return part[1] + part[2] + requoted(text), whole
	}
	return "", false
}

// goesOn says that the value of a line goes on below it.
func (m mended) goesOn(line, column int) bool {
	next := m.line(line + 1)
	return strings.TrimSpace(next) != "" && indent(next) > column
}

// unquoted is a text without the quotes around the whole of it; false where
// brackets hold it, which may be meant.
func unquoted(value string) (text string, whole bool) {
	for _, pair := range []string{`""`, "''", "“”", "‘’", "„“", "””"} {
		marks := []rune(pair)
		rest, opened := strings.CutPrefix(value, string(marks[0]))
		rest, closed := strings.CutSuffix(rest, string(marks[1]))
		if opened && closed {
			return rest, rest != ""
		}
	}
	return value, !strings.ContainsAny(value[:1], "[{|>&*")
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
