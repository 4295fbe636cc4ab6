package plain

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearten/course"
)

// width is how many columns a line of prose has at most.
const width = 72

// output is where lines are added. Whatever passes it is clean, wherever it
// came from. After the first failure nothing more is written.
type output struct {
	to    io.Writer
	begun bool // something stands there
	blank bool // the last line is empty
	err   error
}

func (o *output) write(text string) {
	if o.err != nil {
		return
	}
	text = strings.ReplaceAll(course.Clean(text), "\t", "    ")
	if _, err := io.WriteString(o.to, text); err != nil {
		o.err = fmt.Errorf("the course could not be shown: %w", err)
	}
	o.begun, o.blank = true, false
}

// say adds a text, wrapped.
func (s *session) say(text string) { s.hang("", text) }

// sayf adds a text made of parts, wrapped.
func (s *session) sayf(format string, parts ...any) { s.say(fmt.Sprintf(format, parts...)) }

// hang adds a text behind a marker; its further lines stand below its first.
func (s *session) hang(marker, text string) {
	indent := strings.Repeat(" ", ansi.StringWidth(marker))
	wrapped := ansi.Wordwrap(course.Clean(text), width-len(indent), "")
	for i, l := range strings.Split(wrapped, "\n") {
		if i > 0 {
			marker = indent
		}
		s.out.write(strings.TrimRight(marker+l, " ") + "\n")
	}
}

// gap adds an empty line between two parts.
func (s *session) gap() {
	if s.out.begun && !s.out.blank {
		s.out.write("\n")
		s.out.blank = true
	}
}

// prose adds a Markdown text, block by block.
func (s *session) prose(markdown string) { s.blocks(course.Prose(markdown)) }

// remark is prose for a text that is inline if it is one line.
func (s *session) remark(markdown string) { s.blocks(course.Remark(markdown)) }

func (s *session) blocks(blocks []course.Block) {
	for i, b := range blocks {
		if i > 0 && !sameList(blocks[i-1], b) {
			s.gap()
		}
		s.block(b)
	}
}

// sameList says that two blocks in a row are items of one list.
func sameList(a, b course.Block) bool {
	return a.Kind == course.Item && b.Kind == course.Item && (a.Level != b.Level || (a.Marker == "•") == (b.Marker == "•"))
}

// block adds one block of prose.
func (s *session) block(b course.Block) {
	switch b.Kind {
	case course.Item:
		marker := b.Marker
		if marker == "•" {
			marker = "-"
		}
		s.hang(strings.Repeat("  ", max(0, b.Level-1))+marker+" ", b.Plain)
	case course.Quote:
		s.hang("", "Quote: "+b.Plain)
	case course.Code:
		s.out.write("  " + strings.ReplaceAll(strings.TrimRight(b.Plain, "\n"), "\n", "\n  ") + "\n")
	case course.Rule:
	case course.Table:
		s.table(b.PlainRows)
	default:
		s.say(b.Plain)
	}
}

// table says a table row by row, each cell behind the words above it.
func (s *session) table(rows [][]string) {
	if len(rows) == 0 {
		return
	}
	head, body := rows[0], rows[1:]
	s.sayf("A table with %s and %s.", count(len(head), "column"), count(len(body), "row"))
	for i, row := range body {
		var cells []string
		for j, cell := range row {
			if j < len(head) && head[j] != "" {
				cell = head[j] + ": " + cell
			}
			cells = append(cells, stop(cell))
		}
		s.hang(fmt.Sprintf("Row %d. ", i+1), strings.Join(cells, " "))
	}
}

// flat is an inline Markdown text as one run of plain words.
func flat(markdown string) string { return course.Inline(markdown) }

// words is a text that is no Markdown, such as a title, on one line.
func words(text string) string { return strings.Join(strings.Fields(course.Clean(text)), " ") }

// run is a text of several blocks as one run of plain words.
func run(markdown string) string {
	var parts []string
	for _, b := range course.Remark(markdown) {
		parts = append(parts, words(b.Plain))
	}
	return strings.Join(parts, " ")
}
