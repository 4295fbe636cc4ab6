package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearten/cmd/hearten/internal/study"
)

// Where the details of a decision begin beside the path, in a wide window,
// and how wide they are.
const (
	pathColumn = 70
	pathSide   = 48
)

// decisionTree sets a decision as a fork of the path: what was done goes on
// down the trunk, the roads not taken branch off.
func (d *debriefScreen) decisionTree(s *sheet, i int, step study.DebriefStep) {
	const trunk = 5 // under the sign of the decision
	d.decisionLine(s, i, step, s.cutWords)
	for _, road := range step.Not {
		lead := s.dim.Render(s.branch + s.rule + s.open + " ")
		when := "  " + tried(road, d.frame)
		words := s.cutWords(plainMarkdown(road.Say), s.width-trunk-4-ansi.StringWidth(when))
		s.add(trunk, lead+words+s.dim.Render(when))
	}
	if step.Fell() {
		s.add(trunk, s.dim.Render(cut(s.trunk+" "+step.Reach(), s.width-trunk)))
	}
	if i < len(d.debrief.Steps)-1 {
		s.add(trunk, s.dim.Render(s.trunk))
		return
	}
	s.add(trunk, s.dim.Render(s.down))
}

// details is the open decision beside the path.
func (d debriefScreen) details(f frame, i int, how roads) []string {
	s := &sheet{look: f.look, width: pathSide}
	if i >= len(d.debrief.Steps) {
		return nil
	}
	step := d.debrief.Steps[i]
	s.title(fmt.Sprintf("Decision %d of %d", i+1, len(d.debrief.Steps)))
	s.gap()
	s.hang(0, s.accent.Render(s.begun)+" ", bold(s.strong, s.md.line(step.Said)))
	if step.Because != "" {
		s.hang(2, "", s.md.line(step.Because))
	}
	if step.Inside != "" {
		s.gap()
		s.hang(2, "", s.dim.Render("Unsaid: ")+s.md.line(step.Inside))
	}
	if reach := step.Reach(); reach != "" {
		s.gap()
		s.styled(s.dim, 2, reach)
	}
	for _, road := range step.Not {
		s.gap()
		d.road(s, 2, road, how)
	}
	return s.lines
}

// besideFits says that the details of every decision fit beside the path.
func (d debriefScreen) besideFits(f frame, how roads) bool {
	for i := range d.debrief.Steps {
		if len(d.details(f, i, how)) > f.Height {
			return false
		}
	}
	return true
}

// cutWords shortens a line after a word.
func (l *look) cutWords(s string, width int) string {
	if ansi.StringWidth(s) <= width {
		return s
	}
	short := ansi.Truncate(s, max(0, width-3), "")
	if at := strings.LastIndexByte(short, ' '); at > max(0, width/2) {
		short = short[:at]
	}
	return cut(strings.TrimRight(short, " ,;:.-—")+"...", max(0, width))
}
