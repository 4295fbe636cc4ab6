package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
)

// planScreen is an if-then plan: when, what, what may come between, and what
// then.
type planScreen struct {
	plan    study.Plan
	days    []string // to be asked on; the last, empty one means not at all
	form    form
	parking bool // two other plans are open: which one to park?
	frame   frame
	pane    pane
}

func newPlan(p study.Plan) planScreen {
	i := p.Intent()
	s := planScreen{plan: p}
	s.form = form{buttons: []string{"Save", "Not now"}, fields: []field{
		newField("when", "", i.When).after("If or when"),
		newField("will", "", i.Will).after("then I will"),
		newField("obstacle", "", i.Obstacle).after("It may fail because"),
		newField("then", "", i.Then).after("so I will"),
	}}.to(0)
	return s
}

// Layout sets the page, or the question which plan to park.
func (p planScreen) Layout(f frame) screen {
	p.frame = f
	if len(p.days) == 0 {
		p = p.withDays()
	}
	return p.set(p.form)
}

// withDays offers days to be asked on: those of today, and the day that was
// picked before.
func (p planScreen) withDays() planScreen {
	now := p.frame.moment().At
	p.days = study.Days(now)
	chosen := p.plan.Intent().AskOn
	if chosen != "" && chosen != p.days[0] && chosen != p.days[1] {
		p.days = append([]string{chosen}, p.days...)
	}
	p.days = append(p.days, "")
	p.form.pick = picker{ask: "Ask me about it on"}
	for i, date := range p.days {
		words := "do not ask"
		if date != "" {
			words = dayOf(date, now)
		}
		p.form.pick.options = append(p.form.pick.options, words)
		if date == chosen && (chosen != "" || p.plan.Made()) {
			p.form.pick.picked = i
		}
	}
	return p
}

func (p planScreen) set(changed form) screen {
	top := p.pane.top
	s := p.frame.sheet()
	if p.parking {
		p.form = changed
		p.park(s)
		p.pane = s.list(0).from(p.pane, p.frame.Height)
		return p
	}
	if about := p.plan.Content().About; about != "" {
		s.prose(about)
		s.gap()
	}
	s.note("An if-then plan. " + privacyNote)
	s.gap()
	p.form, p.pane = changed.set(s, p.frame.Height)
	p.pane.top = min(top, p.pane.last())
	p.pane = p.pane.seen()
	return p
}

// park asks which of the open plans makes room.
func (p planScreen) park(s *sheet) {
	s.text("Two plans are open already, and more than two are seldom kept. Which one would you park? A parked plan is not lost.")
	s.gap()
	for _, other := range p.plan.Others() {
		s.item("", plain(other.Intent.Will), s.dim.Render("  of "+day(other.MadeAt, p.frame.moment().At)))
	}
	s.gap()
	s.item("", "None: go back to this plan", "")
}

// Title names the page, and says who can read it.
func (p planScreen) Title() (left, right string) {
	c := p.plan.Content()
	return c.Module.Title + " / " + c.Activity.Title, privacyTitle
}

// Body is the page.
func (p planScreen) Body() body { return p.pane.body() }

// Typing says that letters are text.
func (p planScreen) Typing() bool { return !p.parking && p.form.typing() }

// Type puts text into the field that has the focus.
func (p planScreen) Type(msg tea.Msg) screen { return p.set(p.form.typed(msg)) }

// Drafts is what stands in the fields, and the day that is picked.
func (p planScreen) Drafts() []study.Draft {
	c := p.plan.Content()
	all := p.form.drafts(c.Module.ID, c.Activity.ID)
	return append(all, study.Draft{Module: c.Module.ID, Activity: c.Activity.ID, Field: "ask-on", Text: p.askOn()})
}

func (p planScreen) askOn() string {
	if len(p.days) == 0 {
		return p.plan.Intent().AskOn
	}
	return p.days[p.form.pick.picked]
}

// Actions are those of the form, or of the question.
func (p planScreen) Actions() []action {
	with := func(changed pane) screen { p.pane = changed; return p }
	if p.parking {
		return []action{
			moving("move", p.pane, with), entering("choose", p.pane, p.choose), paging(p.pane, with),
			on("Esc", "back to the plan", func(string) (screen, tea.Msg) { return p.unpark(), nil }, "esc"),
		}
	}
	return append(p.form.actions(p.set, p.press), scrolling(p.pane, with), back(p, p.frame.textKept("back")))
}

func (p planScreen) unpark() screen {
	p.parking, p.pane = false, pane{}
	return p.set(p.form)
}

func (p planScreen) choose(string) (screen, tea.Msg) {
	i := p.pane.focus
	switch {
	case i == reading:
		p.pane = p.pane.page()
		return p, nil
	case i < len(p.plan.Others()):
		return p.make(p.plan.Others()[i].ID)
	}
	return p.unpark(), nil
}

func (p planScreen) press(button int) (screen, tea.Msg) {
	if button == buttonLater {
		_, unsaved := p.plan.Later(p.frame.moment())
		return p, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) {
			return nil, backMsg{"Put off. What you typed is kept."}
		}}
	}
	return p.make("")
}

// make keeps the plan, parking another one if it has to.
func (p planScreen) make(park string) (screen, tea.Msg) {
	texts := p.form.texts()
	i := study.Intent{When: texts["when"], Will: texts["will"], Obstacle: texts["obstacle"], Then: texts["then"], AskOn: p.askOn()}
	_, unsaved, err := p.plan.Make(i, park, p.frame.moment())
	if errors.Is(err, study.ErrTwoOpen) {
		p.parking, p.pane = true, pane{}
		return p.set(p.form), nil
	}
	if err != nil {
		p.form.said = sentence(err)
		return p.set(p.form), nil
	}
	said := "Saved."
	if i.AskOn != "" {
		said = "Saved. You will be asked about it on " + dayOf(i.AskOn, p.frame.moment().At) + "."
	}
	return p, saveMsg{unsaved: unsaved, wrote: true, then: func() (screen, tea.Msg) { return nil, backMsg{said} }}
}
