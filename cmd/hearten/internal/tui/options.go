package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hearten/quiz"
)

// setOptions sets what can be picked.
func (a *asking) setOptions(s *sheet) {
	several := a.asked.Kind == quiz.KindChoices
	for i, option := range a.asked.Options {
		a.item(s, a.sign(s, option.ID)+fmt.Sprintf("%d  ", i+1), s.md.line(option.Text), "answer",
			func(a asking, o owner) (screen, tea.Msg) { return a.choose(o, option.ID) })
	}
	if several {
		s.gap()
		s.note("Tick all that fit with Space, then answer with Enter.")
	}
}

func (a asking) sign(s *sheet, option string) string {
	switch {
	case a.asked.Kind != quiz.KindChoices:
		return ""
	case slices.Contains(a.picked, option):
		return s.accent.Render(s.on) + " "
	}
	return s.dim.Render(s.off) + " "
}

// choose answers with one option, or with those that are ticked.
func (a asking) choose(o owner, option string) (screen, tea.Msg) {
	if a.asked.Kind != quiz.KindChoices {
		a.picked = []string{option}
	}
	return a.answer(o)
}

// tick ticks the option that has the focus, or takes the tick away.
func (a asking) tick(o owner) (screen, tea.Msg) {
	i := a.pane.focus
	if i < 0 || i >= len(a.asked.Options) {
		return a.moved(o, a.pane.page()), nil
	}
	id, had := a.asked.Options[i].ID, len(a.picked)
	a.picked = slices.DeleteFunc(slices.Clone(a.picked), func(p string) bool { return p == id })
	if len(a.picked) == had {
		a.picked = append(a.picked, id)
	}
	a.said = ""
	return o.with(a), nil
}

// digitTick goes to an option and ticks it.
func (a asking) digitTick(o owner, i int) (screen, tea.Msg) {
	a.pane = a.pane.on(i)
	return a.tick(o)
}
