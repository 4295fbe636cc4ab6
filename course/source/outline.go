package source

import "strings"

// odd is a line in which something is wrong that can be seen from the lines
// alone, and the lines from there on as they were meant; none where that is
// not plain.
type odd struct {
	Problem
	meant []string
}

// outline reads a file that is no YAML line by line, as its author sees it.
// The parser says where it could not go on, which may be far below the fault.
type outline struct {
	*file
	at     int     // the line that is being read
	levels []level // the columns of the lists and mappings that are open
	last   row     // the last row that began something
	lastAt int     // its line; 0 before the first
	note   int     // the line of a comment since then
	text   reading // what the value of the last row is read as
	span   span
}

type level struct {
	column int
	dashed bool
}

// reading is what a value may go on as, on the lines below.
type reading uint8

const (
	noText    reading = iota // there is none yet, or it is over
	plainText                // a text without quotes
	blockText                // a text under | or >
	spanText                 // quotes or brackets that are open
)

// firstOdd is the first odd line of a file, down to a line.
func (f *file) firstOdd(last int) (odd, bool) {
	o := outline{file: f}
	o.last.over = -1
	for o.at = 1; o.at <= min(last, len(f.lines)); o.at++ {
		if found, is := o.read(f.line(o.at)); is {
			found.Excerpt = f.line(found.At.Line)
			return found, true
		}
	}
	return odd{}, false
}

func (o *outline) read(line string) (odd, bool) {
	trimmed := strings.TrimSpace(line)
	over := o.last.over
	switch {
	case trimmed == "":
		return odd{}, false
	case o.text == spanText:
		if r := rowOf(line); r.indent <= over && r.begins() {
			return o.unclosed(), true
		}
		if end := o.span.read(line, o.at, 0); end >= 0 {
			o.text = noText
			return o.trailing(line, end)
		}
		return odd{}, false
	case o.text == blockText && indent(line) > over:
		return odd{}, false
	case trimmed[0] == '#':
		if o.text == plainText && o.last.value != "" || o.text == blockText {
			o.text = noText
		}
		o.note = o.at
		return odd{}, false
	}
	if found, is := o.blanks(line); is {
		return found, true
	}
	if o.text == plainText && o.last.value != "" && indent(line) > over {
		return o.goesOn(rowOf(line))
	}
	return o.begin(rowOf(line), over)
}

// begin reads a row that does not go on with the one above.
func (o *outline) begin(r row, over int) (odd, bool) {
	line := o.line(o.at)
	switch {
	case splits(line) && (o.lastAt > 0 || line[0] == '.'):
		return o.split(), true
	case splits(line):
		return odd{}, false
	case o.foreign(line):
		return o.lost(o.at, false), true
	case r.bare() && (o.last.value != "" || r.indent <= over):
		if r.indent > over && o.lastAt > 0 {
			return odd{}, false // its text was cut short, and the parser says where
		}
		return o.lost(o.at, false), true
	case o.last.value != "" && r.indent > over && o.noted(over):
		return o.keyIsNote(), true
	}
	o.fits(r)
	o.last, o.lastAt, o.note, o.text, o.span = r, o.at, 0, plainText, span{}
	switch {
	case r.barred():
		o.text = blockText
	case r.value != "" && strings.IndexByte(`"'[{`, r.value[0]) >= 0:
		o.text = spanText
		if end := o.span.read(line, o.at, r.at); end >= 0 {
			o.text = noText
			return o.trailing(line, end)
		}
	}
	if r.bare() { // the value of the row above, on a line of its own
		o.last.over = over
	}
	return odd{}, false
}

// fits notes the columns that a row opens, and closes those further in.
func (o *outline) fits(r row) {
	for len(o.levels) > 0 && o.levels[len(o.levels)-1].column > r.indent {
		o.levels = o.levels[:len(o.levels)-1]
	}
	if top, is := o.level(); !is || top.column < r.indent || top.dashed != (r.dashes > 0) {
		o.levels = append(o.levels, level{r.indent, r.dashes > 0})
	}
	if r.dashes > 0 && r.key != "" {
		o.levels = append(o.levels, level{r.column, false})
	}
}

func (o *outline) level() (level, bool) {
	if len(o.levels) == 0 {
		return level{}, false
	}
	return o.levels[len(o.levels)-1], true
}

// goesOn reads a row that goes on with the text above. If it begins something,
// that text may be none.
func (o *outline) goesOn(r row) (odd, bool) {
	start := rowOf(o.line(o.lastAt))
	switch {
	case o.foreign(o.line(o.at)):
		return o.lost(o.at, false), true
	case start.key != "":
		return odd{}, false
	case word(r.key) && r.dashes == 0:
		return o.lost(o.lastAt, false), true
	case start.bare() && r.dashes > 0 && r.indent == start.indent:
		return o.lost(o.lastAt, true), true
	}
	return odd{}, false
}
