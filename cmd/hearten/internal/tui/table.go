package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearten/course"
)

// ruled is a table as it is set: its lines, the heading that a page repeats
// which begins inside it, and the lines that its rows begin on.
type ruled struct {
	lines []string
	head  []string
	rows  []int
}

// table sets a table in columns, or, where they would be too narrow to read,
// row by row with the head of each column before its value.
func (l *look) table(b course.Block, width int) ruled {
	if len(b.Rows) == 0 {
		return ruled{}
	}
	cells := make([][]string, len(b.Rows))
	for i, row := range b.Rows {
		for _, cell := range row {
			cells[i] = append(cells[i], l.md.inline(cell))
		}
	}
	widths, ok := columns(cells, width)
	if !ok {
		return l.stacked(cells, width)
	}
	var t ruled
	for i, row := range cells {
		if i == 0 {
			for j := range row {
				row[j] = l.strong.Render(row[j])
			}
		} else {
			t.rows = append(t.rows, len(t.lines))
		}
		t.lines = append(t.lines, tableRow(row, widths)...)
		if i == 0 {
			t.lines = append(t.lines, l.dim.Render(strings.Repeat(l.rule, sum(widths)+2*(len(widths)-1))))
			t.head = slices.Clone(t.lines)
		}
	}
	return t
}

// stacked sets a table row by row; each names its columns itself.
func (l *look) stacked(cells [][]string, width int) ruled {
	var t ruled
	for i, row := range cells[1:] {
		if i > 0 {
			t.lines = append(t.lines, "")
		}
		t.rows = append(t.rows, len(t.lines))
		for j, cell := range row {
			if j < len(cells[0]) && cells[0][j] != "" {
				cell = l.strong.Render(ansi.Strip(cells[0][j])+":") + " " + cell
			}
			t.lines = append(t.lines, hang(strings.Repeat("  ", min(j, 1)), cell, width)...)
		}
	}
	return t
}

// addTable sets a table in the lesson. From now on its rows are counted in
// lines of the lesson.
func (l *lessonScreen) addTable(t ruled) {
	for i := range t.rows {
		t.rows[i] += len(l.lines)
	}
	l.lines = append(l.lines, t.lines...)
	l.tables = append(l.tables, t)
}

// table is the table that has a line.
func (l lessonScreen) table(line int) (ruled, bool) {
	for _, t := range l.tables {
		if len(t.rows) > 0 && line >= t.start() && line < t.start()+len(t.lines) {
			return t, true
		}
	}
	return ruled{}, false
}

func (t ruled) start() int { return t.rows[0] - len(t.head) }

// rowAt is the row that a line belongs to, counted from 1; 0 is the heading.
func (t ruled) rowAt(line int) int {
	n, found := slices.BinarySearch(t.rows, line)
	if found {
		n++
	}
	return n
}

// lineOf is where a row begins.
func (t ruled) lineOf(row int) int {
	if row == 0 {
		return t.start()
	}
	return t.rows[min(row, len(t.rows))-1]
}

// breakBefore is the last row that begins after one line and up to another, or
// the second line itself where a single row is taller than the page.
func (t ruled) breakBefore(from, end int) int {
	if row := t.rowAt(end); row > 0 && t.lineOf(row) > from {
		if row == 1 && t.start() > from {
			return t.start() // a heading stands with its first row
		}
		return t.lineOf(row)
	}
	if t.start() > from {
		return t.start()
	}
	return end
}

// heads is what a page repeats that begins with a line.
func (l lessonScreen) heads(line int) []string {
	if t, ok := l.table(line); ok && line >= t.rows[0] && len(t.head) <= l.frame.Height/2 {
		return t.head
	}
	return nil
}

// room is how many lines of the lesson fit on a page that begins with one.
func (l lessonScreen) room(line int) int { return max(1, l.frame.Height-len(l.heads(line))) }
