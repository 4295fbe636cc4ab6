package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearten/quiz"
)

// calibrationScreen shows how sure the learner was, and how often they were
// right: in words first, and then drawn.
type calibrationScreen struct {
	calibration quiz.Calibration
	list        bool
	frame       frame
	pane        pane
}

func newCalibration(c quiz.Calibration) calibrationScreen { return calibrationScreen{calibration: c} }

// sureWords says it in counts.
func (s *sheet) sureWords(c quiz.Calibration) {
	for _, t := range c.Tallies {
		s.text(upper(t.String()) + ".")
	}
}

// Layout sets the words, and the plot unless it is a list.
func (c calibrationScreen) Layout(f frame) screen {
	c.frame = f
	s := f.sheet()
	s.title("How sure you are, and how right")
	s.gap()
	s.text(fmt.Sprintf("Of %s you said how sure you were of the first answer.", count(c.calibration.Of, "question", "questions")))
	s.gap()
	s.sureWords(c.calibration)
	if !c.list {
		s.gap()
		c.plot(s)
	}
	s.gap()
	s.note("Well judged, a guess is right about half of the time, and sure nine times in ten.")
	c.pane = s.pane(reading).from(c.pane, f.Height)
	return c
}

const plotCells = 20

// plot draws the share that was right of each level.
func (c calibrationScreen) plot(s *sheet) {
	cells := min(plotCells, max(5, s.width-24))
	names := map[string]string{quiz.Guess: "Guess", quiz.ThinkSo: "Think so", quiz.Sure: "Sure"}
	for _, t := range c.calibration.Tallies {
		full := (t.Right*cells + t.Of/2) / max(1, t.Of)
		bar := s.accent.Render(strings.Repeat(s.full, full)) + s.dim.Render(strings.Repeat(s.empty, cells-full))
		s.add(2, pad(names[t.Sure], 10)+bar+fmt.Sprintf("  %d of %d", t.Right, t.Of))
	}
}

// Title says what this is.
func (c calibrationScreen) Title() (left, right string) { return "How sure, how right", "" }

// Body is the words and the plot.
func (c calibrationScreen) Body() body { return c.pane.body() }

// Actions are reading and going back.
func (c calibrationScreen) Actions() []action {
	with := func(p pane) screen { c.pane = p; return c }
	does := "as a list"
	if c.list {
		does = "as a plot"
	}
	list := func(string) (screen, tea.Msg) {
		c.list = !c.list
		return c.Layout(c.frame), nil
	}
	return []action{
		moving("read on", c.pane, with), on("l", does, list, "l", "tab"),
		paging(c.pane, with), on("Esc", "back", func(string) (screen, tea.Msg) { return c, backMsg{} }, "esc", "enter"),
	}
}
