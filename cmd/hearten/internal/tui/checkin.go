package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
)

// checkInScreen asks how a plan went. No answer is a bad one.
type checkInScreen struct {
	study study.Study
	plan  study.PlanLine
	frame frame
	pane  pane
}

func newCheckIn(s study.Study, p study.PlanLine) checkInScreen {
	return checkInScreen{study: s, plan: p}
}

// answer is one of the answers, and what is said to it.
type answer struct {
	how         study.How
	words, said string
}

func answers() []answer {
	return []answer{
		{study.AskDone, "Done", "Noted: done."},
		{study.AskPartly, "Partly", "Noted: partly. Part of it is more than none."},
		{study.AskNotYet, "Not yet", "Noted: not yet. The plan stays open."},
		{study.AskParked, "Park it", "Parked. It is out of the way, and not lost."},
	}
}

// Layout sets the plan and the answers.
func (c checkInScreen) Layout(f frame) screen {
	c.frame = f
	s := f.sheet()
	s.text("On " + day(c.plan.MadeAt, f.moment().At) + " you planned:")
	s.gap()
	i := c.plan.Intent
	for _, part := range [][2]string{{"If or when", i.When}, {"then I will", i.Will}, {"It may fail because", i.Obstacle}, {"so I will", i.Then}} {
		if part[1] == "" {
			continue
		}
		s.add(2, f.dim.Render(part[0]))
		s.hang(4, "", plain(part[1]))
	}
	s.gap()
	s.add(0, f.strong.Render("How did it go?"))
	for i, a := range answers() {
		s.item(fmt.Sprintf("%d  ", i+1), a.words, "")
	}
	c.pane = s.pane(reading).from(c.pane, f.Height)
	return c
}

// Title says what this is.
func (c checkInScreen) Title() (left, right string) { return "Your plan", privacyTitle }

// Body is the plan and the answers.
func (c checkInScreen) Body() body { return c.pane.body() }

// Actions are answering.
func (c checkInScreen) Actions() []action {
	with := func(p pane) screen { c.pane = p; return c }
	enter := func(string) (screen, tea.Msg) {
		if c.pane.focus == reading {
			return undecided(c.pane, with)
		}
		return c.answer(answers()[c.pane.focus])
	}
	goTo := func(press string) (screen, tea.Msg) { return with(c.pane.on(int(press[0] - '1'))), nil }
	return []action{
		moving("choose", c.pane, with), entering("answer", c.pane, enter),
		quietly("1-4", "go to an answer", goTo, "1", "2", "3", "4"), paging(c.pane, with), back(c, "back"),
	}
}

func (c checkInScreen) answer(a answer) (screen, tea.Msg) {
	unsaved := c.study.CheckIn(c.plan.ID, a.how, c.frame.moment())
	return c, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) { return nil, backMsg{a.said} }}
}
