package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"hearten/course"
)

// measure is the widest that prose is set.
const measure = 66

// wrap breaks a styled text into lines no wider than width. A tab is as wide
// as it will be drawn.
func wrap(s string, width int) []string {
	width = max(1, width)
	s = strings.ReplaceAll(s, "\t", "    ")
	if ansi.StringWidth(s) <= width && !strings.Contains(s, "\n") {
		return []string{s}
	}
	if strings.Contains(s, "\x1b") {
		s = lipgloss.Wrap(s, width, "")
	} else {
		s = ansi.Wrap(s, width, "")
	}
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimRight(line, " ")
		if ansi.StringWidth(line) > width { // a run that holds no place to break
			lines = append(lines, strings.Split(ansi.Hardwrap(line, width, true), "\n")...)
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// hang is wrap with a lead before the first line and the rest indented to it.
func hang(lead, s string, width int) []string {
	indent := ansi.StringWidth(lead)
	lines := wrap(s, width-indent)
	for i, line := range lines {
		if i == 0 {
			lines[i] = lead + line
			continue
		}
		lines[i] = strings.Repeat(" ", indent) + line
	}
	return lines
}

// prose sets Markdown, with blank lines between its blocks.
func (l *look) prose(markdown string, width int) []string {
	return l.blocks(course.Prose(markdown), width)
}

// remark is prose for a text that is inline if it is one line.
func (l *look) remark(markdown string, width int) []string {
	return l.blocks(course.Remark(markdown), width)
}

func (l *look) blocks(blocks []course.Block, width int) []string {
	var lines []string
	for i, b := range blocks {
		if i > 0 && apart(blocks[i-1], b) {
			lines = append(lines, "")
		}
		lines = append(lines, l.block(b, width)...)
	}
	return lines
}

// apart says that a blank line stands between two blocks.
func apart(a, b course.Block) bool {
	return a.Kind != course.Item || b.Kind != course.Item || b.Marker == ""
}

// block sets one block of prose.
func (l *look) block(b course.Block, width int) []string {
	width = min(width, measure)
	deep := strings.Repeat("  ", min(max(0, b.Level-1), 5))
	switch b.Kind {
	case course.Heading:
		return l.heading(b, width)
	case course.Item:
		return hang(deep+"  "+l.marker(b.Marker)+" ", l.md.inline(b.Text), width)
	case course.Quote:
		return hang(deep+"    ", l.md.inline(b.Text), width)
	case course.Code:
		return l.code(b, width)
	case course.Rule:
		return []string{l.dim.Render(strings.Repeat(l.rule, min(8, width)))}
	case course.Table:
		return l.table(b, width).lines
	}
	return wrap(l.md.inline(b.Text), width)
}

func (l *look) marker(m string) string {
	switch m {
	case "":
		return " "
	case "•":
		m = l.bullet
	}
	return l.accent.Render(clean(m))
}

func (l *look) heading(b course.Block, width int) []string {
	style := l.title
	if b.Level > 2 {
		style = l.strong
	}
	lines := wrap(clean(b.Plain), width)
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}

func (l *look) code(b course.Block, width int) []string {
	text := strings.ReplaceAll(strings.Trim(clean(b.Plain), "\n"), "\t", "    ")
	lines := strings.Split(ansi.Hardwrap(text, max(1, width-4), true), "\n")
	for i, line := range lines {
		lines[i] = "    " + line
	}
	return lines
}

// narrowest is the least width of a column whose cells have to be wrapped.
const narrowest = 14

// columns finds how wide each column is, taking from the widest first; false
// where one would be too narrow.
func columns(cells [][]string, width int) ([]int, bool) {
	var natural []int
	for _, row := range cells {
		for j, cell := range row {
			if j == len(natural) {
				natural = append(natural, 0)
			}
			natural[j] = max(natural[j], ansi.StringWidth(cell))
		}
	}
	room := width - 2*(len(natural)-1)
	for sum(natural) > room {
		widest := 0
		for j, w := range natural {
			if w > natural[widest] {
				widest = j
			}
		}
		if natural[widest]--; natural[widest] < narrowest {
			return nil, false
		}
	}
	return natural, true
}

func sum(all []int) int {
	total := 0
	for _, n := range all {
		total += n
	}
	return total
}

func tableRow(row []string, widths []int) []string {
	var lines []string
	for j, cell := range row {
		column := wrap(cell, widths[j])
		for len(lines) < len(column) {
			lines = append(lines, "")
		}
		left := sum(widths[:j]) + 2*j
		for i, line := range column {
			lines[i] = pad(lines[i], left) + line
		}
	}
	return lines
}

// pad fills a line with blanks up to a width.
func pad(s string, width int) string {
	if gap := width - ansi.StringWidth(s); gap > 0 {
		return s + strings.Repeat(" ", gap)
	}
	return s
}

// cut shortens a line to a width, with a sign that it was.
func cut(s string, width int) string {
	if ansi.StringWidth(s) <= width {
		return s
	}
	return ansi.Truncate(s, max(0, width), "...")
}
