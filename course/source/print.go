package source

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// excerptWidth is how many cells of a line an excerpt shows.
const excerptWidth = 96

// Print writes problems for a person: place, cause, code, the line with the
// spot marked, and the fix.
func Print(w io.Writer, ps []Problem) error {
	for _, p := range ps {
		if _, err := io.WriteString(w, p.text()); err != nil {
			return err
		}
	}
	return nil
}

// FixLead stands before the fix of a problem.
const FixLead = "      = "

// Parts are the problem as a person reads it: its place, cause and code in one
// line; the line of the file and a mark under the spot, if it has one; the fix,
// if there is one.
func (p Problem) Parts() (head string, excerpt []string, fix string) {
	head = flat(p.At.File)
	if p.At.Line > 0 {
		head += fmt.Sprintf(":%d:%d", p.At.Line, p.At.Column)
	}
	head += fmt.Sprintf(": %s: %s [%s]", p.Severity, flat(p.Cause), p.Code)
	if p.At.Line > 0 && p.Excerpt != "" {
		line, before, width := p.window()
		excerpt = []string{
			fmt.Sprintf("%5s | %s", fmt.Sprint(p.At.Line), line),
			"      | " + strings.Repeat(" ", before) + strings.Repeat("^", max(1, width)),
		}
	}
	return head, excerpt, flat(p.Fix)
}

func (p Problem) text() string {
	head, excerpt, fix := p.Parts()
	lines := append([]string{head}, excerpt...)
	if fix != "" {
		lines = append(lines, FixLead+fix)
	}
	return strings.Join(lines, "\n") + "\n"
}

// flat is a text that is safe to print and stays on its line: what reads
// the lines of a log would take the next one for another's words.
func flat(s string) string { return strings.NewReplacer("\n", " ", "\t", " ").Replace(Clean(s)) }

// window is the part of the excerpt around the spot, with the cells before
// the spot and the cells the spot takes.
func (p Problem) window() (line string, before, width int) {
	runes := []rune(p.Excerpt)
	col := min(max(0, p.At.Column-1), len(runes))
	end := min(len(runes), col+max(1, p.Width))
	head, spot, tail := shown(runes[:col]), shown(runes[col:end]), shown(runes[end:])
	const ahead = excerptWidth / 3
	if ansi.StringWidth(head+spot+tail) > excerptWidth && ansi.StringWidth(head) > ahead {
		head = "…" + ansi.TruncateLeft(head, ansi.StringWidth(head)-ahead, "")
	}
	before = ansi.StringWidth(head)
	line = ansi.Truncate(head+spot+tail, excerptWidth, "…")
	return line, before, min(ansi.StringWidth(spot), excerptWidth-before)
}

// shown is a text as an excerpt prints it: a tab takes one cell, and what
// must not reach a terminal becomes a mark.
func shown(runes []rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case Unsafe(r):
			return '\uFFFD'
		}
		return r
	}, string(runes))
}

type problemJSON struct {
	Severity string `json:"severity"`
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Width    int    `json:"width,omitempty"`
	Code     string `json:"code"`
	Cause    string `json:"cause"`
	Fix      string `json:"fix,omitempty"`
}

// PrintJSON writes problems for a program: an object with a version and the
// list of problems, empty where there are none.
func PrintJSON(w io.Writer, ps []Problem) error {
	all := struct {
		Version  int           `json:"version"`
		Problems []problemJSON `json:"problems"`
	}{1, make([]problemJSON, 0, len(ps))}
	for _, p := range ps {
		all.Problems = append(all.Problems, problemJSON{
			p.Severity.String(), Clean(p.At.File), p.At.Line, p.At.Column, p.Width, p.Code, Clean(p.Cause), Clean(p.Fix),
		})
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(all)
}
