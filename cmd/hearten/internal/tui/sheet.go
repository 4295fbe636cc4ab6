package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// sheet sets the lines of a pane from top to bottom.
type sheet struct {
	*look
	margin, width int
	lines         []string
	items         []item
}

// sheet is an empty sheet of the column of a frame.
func (f frame) sheet() *sheet {
	return &sheet{look: f.look, margin: f.margin(), width: f.text()}
}

// measure is how wide text is set on the sheet.
func (s *sheet) measure() int { return min(s.width, measure) }

// gap leaves a line free, but never two, and none at the top.
func (s *sheet) gap() {
	if n := len(s.lines); n > 0 && s.lines[n-1] != "" {
		s.lines = append(s.lines, "")
	}
}

// add puts lines on the sheet, indented.
func (s *sheet) add(indent int, lines ...string) {
	left := strings.Repeat(" ", s.margin+indent)
	for _, line := range lines {
		if line != "" {
			line = left + line
		}
		s.lines = append(s.lines, line)
	}
}

// title sets a heading.
func (s *sheet) title(words string) { s.styled(s.look.title, 0, words) }

// text sets a paragraph of words.
func (s *sheet) text(words string) { s.add(0, wrap(words, s.measure())...) }

// note sets a paragraph of words that may be passed over.
func (s *sheet) note(words string) { s.styled(s.dim, 0, words) }

// styled sets a paragraph in one style.
func (s *sheet) styled(style lipgloss.Style, indent int, words string) {
	for _, line := range wrap(words, s.measure()-indent) {
		s.add(indent, style.Render(line))
	}
}

// prose sets Markdown.
func (s *sheet) prose(markdown string) { s.add(0, s.look.prose(markdown, s.measure())...) }

// remark is prose for a text that is inline if it is one line.
func (s *sheet) remark(markdown string) { s.add(0, s.look.remark(markdown, s.measure())...) }

// hang sets a text that hangs from a lead.
func (s *sheet) hang(indent int, lead, text string) {
	s.add(indent, hang(lead, text, s.measure()-indent)...)
}

// item sets something to focus: a lead such as a number, what it says, and
// what stands after it on its first line.
func (s *sheet) item(lead, text, tail string) {
	s.itemWithin(s.measure(), lead, text, tail)
}

// row is an item as wide as the sheet.
func (s *sheet) row(lead, text, tail string) {
	s.itemWithin(max(s.width, 1), lead, text, tail)
}

func (s *sheet) itemWithin(width int, lead, text, tail string) {
	x := s.margin + ansi.StringWidth("  "+lead)
	room := s.margin + width - x - ansi.StringWidth(tail)
	lines := wrap(text, room)
	at := item{line: len(s.lines), height: len(lines), x: x}
	left, under := strings.Repeat(" ", s.margin), strings.Repeat(" ", x)
	for i, line := range lines {
		if i > 0 {
			at.focused = append(at.focused, under+bold(s.strong, line))
			s.lines = append(s.lines, under+line)
			continue
		}
		if tail != "" {
			line = pad(line, room)
		}
		at.focused = append(at.focused, left+s.accent.Render(s.pointer)+" "+lead+bold(s.strong, line)+tail)
		s.lines = append(s.lines, left+"  "+lead+line+tail)
	}
	s.items = append(s.items, at)
}

// bold styles a text that has no styles of its own.
func bold(style lipgloss.Style, s string) string {
	if strings.Contains(s, "\x1b") {
		return s
	}
	return style.Render(s)
}

// pane is the sheet, standing on an item once all has been read.
func (s *sheet) pane(home int) pane {
	return pane{lines: s.lines, items: s.items, home: home, focus: reading, width: s.width}
}

// list is the sheet as a list of things to choose from.
func (s *sheet) list(home int) pane {
	p := s.pane(home)
	p.list = true
	return p
}

// beside sets two columns of lines side by side.
func beside(left, right []string, at int) []string {
	lines := make([]string, max(len(left), len(right)))
	for i := range lines {
		if i < len(left) {
			lines[i] = left[i]
		}
		if i < len(right) && right[i] != "" {
			lines[i] = pad(lines[i], at) + right[i]
		}
	}
	return lines
}

// apartLine puts words at both ends of a line.
func apartLine(left, right string, width int) string {
	room := width - ansi.StringWidth(right)
	if room < ansi.StringWidth(left)+2 {
		return cut(left, width)
	}
	return pad(left, room) + right
}
