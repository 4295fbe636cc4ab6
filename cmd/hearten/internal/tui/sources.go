package tui

import (
	"fmt"
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
	cite := l.md.line(s.Cite)
	if s.DOI != "" && !strings.Contains(s.Cite, s.DOI) {
		cite += " doi:" + plain(s.DOI)
	}
	return hang(l.dim.Render(fmt.Sprintf("[%d] ", n)), cite, width)
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
