package source

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// cells finds the rows of a table that have more cells than it has columns, of
// which learners do not see the rest, or fewer.
func (l *losses) cells(table *east.Table) {
	head, columns := table.FirstChild(), 0
	if head == nil {
		return
	}
	for cell := head.FirstChild(); cell != nil; cell = cell.NextSibling() {
		columns++
	}
	for row := head.NextSibling(); row != nil; row = row.NextSibling() {
		from, line := l.rowLine(row)
		if line == "" {
			continue
		}
		switch n := countCells(line); {
		case n > columns:
			l.add(from, from+len(line), fmt.Sprintf("this row has %d cells and its table %d columns, so learners do not see all of it", n, columns),
				`take a | out, or write \| where the sign is meant; for one column more, add it to the first row and to the line of hyphens`)
		case n < columns && n == 1:
			l.add(from, from+len(line), "this line stands right below a table, and so becomes a row of it", "put a blank line above it; for a row, part its cells by |")
		case n < columns:
			l.add(from, from+len(line), fmt.Sprintf("this row has %d cells and its table %d columns", n, columns), "add a | where a cell is missing; an empty cell is a space between two of them")
		}
	}
}

// rowLine is the line that a row stands in.
func (l *losses) rowLine(row ast.Node) (from int, line string) {
	cell := row.FirstChild()
	if cell == nil || cell.Lines() == nil || cell.Lines().Len() == 0 {
		return 0, ""
	}
	at := cell.Lines().At(0).Start
	from = strings.LastIndexByte(l.text[:at], '\n') + 1
	line, _, _ = strings.Cut(l.text[from:], "\n")
	trimmed := strings.TrimLeft(line, " >\t")
	return from + len(line) - len(trimmed), strings.TrimRight(trimmed, " \t")
}

// countCells counts the cells of a row, as Markdown does.
func countCells(row string) int {
	row = strings.ReplaceAll(row, `\|`, "  ")
	row = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|"))
	return strings.Count(row, "|") + 1
}
