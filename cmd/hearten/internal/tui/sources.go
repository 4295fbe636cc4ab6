package tui

import (
	"fmt"
	"slices"
	"strings"

	"hearten/course"
)

// sources lists works that a text cites, under the numbers it cites them by.
func (l *look) sources(cited []course.Source, width int) []string {
	lines := []string{l.title.Render("Sources")}
	for i, s := range cited {
		lines = append(lines, l.source(i+1, s, width)...)
	}
	return lines
}

func (l *look) source(n int, s course.Source, width int) []string {
	return hang(l.dim.Render(fmt.Sprintf("[%d] ", n)), l.md.line(s.Cite)+doiOf(s), width)
}

// sourcesOf lists the works that texts cite, of all that an activity cites.
func (s *sheet) sourcesOf(cited []course.Source, texts ...string) {
	all := strings.Join(texts, "\n")
	first := true
	for i, source := range cited {
		if !strings.Contains(all, fmt.Sprintf("[%d]", i+1)) {
			continue
		}
		if first {
			s.gap()
			s.title("Sources")
			first = false
		}
		s.add(0, s.look.source(i+1, source, s.measure())...)
	}
}

// worksOf lists the works that texts of an activity cite by their numbers,
// and after them others that something rests on, by id.
func (s *sheet) worksOf(c course.Content, others []string, texts ...string) {
	before := len(s.lines)
	s.sourcesOf(c.Cited, texts...)
	all := strings.Join(texts, "\n")
	for _, w := range c.Module.Sources {
		n := slices.IndexFunc(c.Cited, func(cited course.Source) bool { return cited.ID == w.ID })
		numbered := n >= 0 && strings.Contains(all, fmt.Sprintf("[%d]", n+1))
		if numbered || !slices.Contains(others, w.ID) {
			continue
		}
		if len(s.lines) == before {
			s.gap()
			s.title("Sources")
		}
		s.add(0, hang("- ", s.md.line(w.Cite)+doiOf(w), s.measure())...)
	}
}

// doiOf is what finds a work, unless its line says it already.
func doiOf(w course.Source) string {
	if w.DOI == "" || strings.Contains(w.Cite, w.DOI) {
		return ""
	}
	return " doi:" + plain(w.DOI)
}
