package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Lines that other programs leave in a file.
var (
	conflict   = regexp.MustCompile(`^(<{7}|={7}|>{7})(\s|$)`)
	otherNote  = regexp.MustCompile(`^\s*(//|<!--|/\*|-->|\*/)`)
	noteOfKey  = regexp.MustCompile(`^\s*#+\s*([A-Za-z][\w-]*):(\s|$)`)
	fenceStart = regexp.MustCompile("^\\s*(```|~~~)")
)

// lostForeign tells of a line that another program, or a habit, left there.
func (o *outline) lostForeign(at int) odd {
	line := o.line(at)
	cause, fix := "this line marks code in a chat or in Markdown, and is no part of the file", "take it out, and the one that closes it"
	meant := []string{""}
	switch trimmed := strings.TrimSpace(line); {
	case conflict.MatchString(line):
		cause, fix = "this line marks two versions of the file that a program could not join", "keep the lines of one, and take out those of the other and the three that mark them"
		meant = o.without(at, ">>>>>>>", func(line string, second bool) bool { return second || strings.HasPrefix(line, "=======") })
	case otherNote.MatchString(line):
		cause, fix = "this line is a note as other languages have them", "begin it with # and a space, or take it out"
	case fenceStart.MatchString(line):
		meant = o.without(at, trimmed[:3], func(string, bool) bool { return false })
	}
	return odd{o.problem(Error, at, 1+indent(line), runes(strings.TrimSpace(line)), "lost-line", cause, fix), meant}
}

// without are the lines from one on without it, and without the one that
// begins with a mark, and without those between that are not to be kept.
func (o *outline) without(at int, mark string, drop func(line string, dropping bool) bool) []string {
	all, dropping := []string{""}, false
	for below := at + 1; below <= len(o.lines); below++ {
		line := o.line(below)
		if strings.HasPrefix(strings.TrimSpace(line), mark) {
			return append(all, "")
		}
		if dropping = drop(line, dropping); dropping {
			line = ""
		}
		all = append(all, line)
	}
	return []string{""}
}

// foreign says of a line that it cannot be part of any text that is meant.
func (o *outline) foreign(line string) bool {
	return conflict.MatchString(line) || otherNote.MatchString(line) || fenceStart.MatchString(line)
}

// splits says of a line that it ends what YAML takes for the file.
func splits(line string) bool {
	rest := strings.TrimRight(line, " ")
	return rest == "---" || rest == "..."
}

func (o *outline) split() odd {
	meant := []string{""}
	for below := o.at + 1; below <= len(o.lines); below++ {
		if key := rowOf(o.line(below)).key; key != "" && o.line(below)[0] != ' ' {
			if slices.ContainsFunc(o.lines[:o.at-1], func(line string) bool { return strings.HasPrefix(line, key+":") }) {
				meant = nil // another file begins
			}
			break
		}
	}
	cause := "a line of three dashes splits this file in two"
	if o.line(o.at)[0] == '.' {
		cause = "a line of three dots ends the file for YAML, and more follows"
	}
	return odd{o.problem(Error, o.at, 1, 3, "two-documents", cause, "take the line out, or indent it if it belongs to a text"), meant}
}

// header finds the keys between lines of dashes that other programs put at the
// head of a text in Markdown.
func (f *file) header() (Problem, bool) {
	if len(f.lines) < 3 || strings.TrimRight(f.lines[0], " ") != "---" {
		return Problem{}, false
	}
	for at, line := range f.lines[1:min(len(f.lines), farthest)] {
		switch r := rowOf(line); {
		case splits(line) && at > 0:
			return f.problem(Error, 1, 1, 3, "header", "a lesson has no header: its title and minutes stand in module.yaml, where it is listed", fmt.Sprintf("take lines 1 to %d out", at+2)), true
		case !word(r.key) && r.indent == 0 && r.dashes == 0 && strings.TrimSpace(line) != "":
			return Problem{}, false
		}
	}
	return Problem{}, false
}

// blanks finds a tab or a non-breaking space where a line is indented.
func (o *outline) blanks(line string) (odd, bool) {
	head := line[:len(line)-len(strings.TrimLeft(line, " \t\u00a0"))]
	rest := line[len(head):]
	if at := strings.IndexAny(head, "\t\u00a0"); at < 0 || rest == "" {
		return odd{}, false
	} else if head[at] != '\t' {
		meant := strings.ReplaceAll(head, "\u00a0", " ") + rest
		return odd{o.problem(Error, o.at, at+1, 1, "hard-space", "a non-breaking space stands in the indent; it looks like a space and is none", "delete it and type a space"), []string{meant}}, true
	} else {
		return odd{o.problem(Error, o.at, at+1, 1, "tab", "a tab stands in the indent", "indent with spaces, two a step; editors can do it for you"), []string{o.untabbed(head) + rest}}, true
	}
}

// untabbed is an indent with spaces for its tabs: as many as lead to a column
// that something above stands in, or else two.
func (o *outline) untabbed(head string) string {
	for _, wide := range []int{2, 4, 8} {
		spaces := strings.ReplaceAll(strings.ReplaceAll(head, "\t", strings.Repeat(" ", wide)), "\u00a0", " ")
		if slices.ContainsFunc(o.levels, func(l level) bool { return l.column == len(spaces) }) {
			return spaces
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(head, "\t", "  "), "\u00a0", " ")
}

// deepened are the lines of a text that stands too far to the left, from the
// first on, with the indent of one.
func (o *outline) deepened(at int) []string {
	var all []string
	for ; at <= len(o.lines); at++ {
		line := o.line(at)
		if r := rowOf(line); r.begins() && r.indent <= o.last.over {
			break
		}
		all = append(all, strings.Repeat(" ", o.last.over+2)+strings.TrimLeft(line, " "))
	}
	return all
}

func lines(meant string, plain bool) []string {
	if !plain {
		return nil
	}
	return []string{meant}
}

// noted says that a comment above holds the key of what stands here.
func (o *outline) noted(over int) bool {
	return o.note > 0 && indent(o.line(o.note)) <= over && noteOfKey.MatchString(o.line(o.note))
}

func (o *outline) keyIsNote() odd {
	line := o.line(o.note)
	at := strings.IndexByte(line, '#')
	meant := line[:at] + strings.TrimLeft(line[at:], "# ")
	return odd{o.problem(Error, o.note, runes(line[:at])+1, runes(line[at:]), "lost-key", "# makes a note of this line, so what stands below it has no key",
		"take the # out; or put one before each of the lines below as well"), []string{meant}}
}

// lost tells of a line that is neither a key nor an item, nor part of a text.
func (o *outline) lost(at int, inList bool) odd {
	line := o.line(at)
	r := rowOf(line)
	for _, trap := range []func(*file, int) (Problem, bool){colonSpaceIn, equalsIn, dashSpaceIn, longDashIn, paperDashIn} {
		if p, is := trap(o.file, at); is {
			meant, plain := mended{file: o.file}.meant(p)
			return odd{p, lines(meant, plain)}
		}
	}
	report := func(code, cause, fix string) Problem {
		return o.problem(Error, at, 1+r.column, runes(r.value), code, cause, fix)
	}
	if o.foreign(line) {
		return o.lostForeign(at)
	}
	if p, is := o.undented(at, r); is {
		return odd{p, o.deepened(at)}
	}
	name, rest, _ := strings.Cut(r.value, " ")
	plainName := strings.Trim(name, "*_:;,“”\"'`")
	top, _ := o.level()
	aligned := at != o.at || !top.dashed && top.column == r.indent
	switch {
	case strings.Trim(r.value, "]}") == "":
		return odd{report("bracket", "this bracket closes nothing", "take it out"), []string{""}}
	case o.deeperKey(at):
		return odd{report("lost-line", "no colon ends this line, and the lines below belong to it", "write "+r.value+":"), []string{line[:r.at] + r.value + ":"}}
	case isKey(plainName) && rest != "" && (r.dashes > 0 || aligned):
		rest = strings.TrimLeft(rest, "-–—>:= ")
		cause, code := "no colon stands between the name and its value", "no-colon"
		if plainName != name {
			cause, code = "a key is one plain word with a colon after it, and other signs stand here", "lost-line"
		}
		meant := plainName + ": " + rest
		fix := "write " + meant
		if runes(meant) > longestWritten {
			fix = "write a colon and a space after " + plainName
		}
		return odd{report(code, cause, fix), []string{line[:r.at] + meant}}
	case inList || top.dashed && top.column == r.indent:
		return odd{o.problem(Error, at, 1+r.column, 1, "dash", undashedCause, undashedFix), []string{line[:r.at] + "- " + r.value}}
	}
	fix := "indent it like the text it belongs to; or, if it is a note, begin it with # and a space"
	if o.lastAt == 0 || at == 1 {
		fix = "take it out: a file begins with its first key"
	}
	return odd{report("lost-line", "this line is neither a key nor part of the text above", fix), []string{""}}
}

// undented finds a text that stands no further in than its key.
func (o *outline) undented(at int, r row) (Problem, bool) {
	first := true
	for line := o.lastAt + 1; line < at; line++ {
		first = first && strings.TrimSpace(o.line(line)) == ""
	}
	barred := o.last.barred()
	switch {
	case at != o.at || o.lastAt == 0 || o.last.bare() || !barred && (o.last.value != "" || !first):
		return Problem{}, false
	case first && (barred || !o.deeperKey(at) && r.indent >= o.last.indent):
		return o.problem(Error, at, 1+r.indent, 1, "block-indent", "the text begins no further in than its key, so it is not taken for its text", "indent every line of the text by two spaces more than its key"), true
	case barred && !o.deeperKey(at):
		return o.tooShallow(at, o.lastAt)
	}
	return Problem{}, false
}

// deeperKey says that a line is one word, and that those below begin with a
// key, or with an item where it is a key of the format, a step further in.
func (o *outline) deeperKey(at int) bool {
	here := rowOf(o.line(at))
	if !word(here.value) {
		return false
	}
	for below := at + 1; below <= min(len(o.lines), at+farthest); below++ {
		if strings.TrimSpace(o.line(below)) != "" {
			r := rowOf(o.line(below))
			deeper := r.indent > here.indent && r.indent >= here.column && r.indent <= here.column+4
			return deeper && (r.dashes == 0 && word(r.key) || r.dashes > 0 && isKey(here.value))
		}
	}
	return false
}

// isKey says that the format has a key of a name.
func isKey(name string) bool {
	t := shapes()
	holds := func(fields []Field) bool {
		return slices.ContainsFunc(fields, func(f Field) bool { return f.Name == name || deepKey(f.Value, name) })
	}
	return slices.Contains(ActivityKinds(), name) || deepKey(t.course, name) || deepKey(t.module, name) || holds(t.any)
}

func deepKey(v Value, name string) bool {
	switch {
	case v.Of != nil:
		return deepKey(*v.Of, name)
	}
	return slices.ContainsFunc(v.Fields, func(f Field) bool { return f.Name == name || deepKey(f.Value, name) })
}
