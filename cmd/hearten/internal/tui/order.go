package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
)

// setOrder sets the items in the order they have so far.
func (a *asking) setOrder(s *sheet) {
	for i, id := range a.picked {
		text := s.md.line(a.itemText(id))
		if a.held && a.pane.focus == i {
			text = bold(s.strong, text) + s.accent.Render("  "+s.words.Replace("moves with ↑↓"))
		}
		a.item(s, fmt.Sprintf("%d  ", i+1), text, "pick up", asking.lift)
	}
	s.gap()
	s.note("Enter picks one up, the arrows move it, and Enter puts it down.")
	s.gap()
	a.item(s, "", "Answer with this order", "answer", asking.answer)
}

func (a asking) itemText(id string) string {
	for _, item := range a.asked.Items {
		if item.ID == id {
			return item.Text
		}
	}
	return ""
}

// lift picks up the item that has the focus, or puts it down.
func (a asking) lift(o owner) (screen, tea.Msg) {
	a.held, a.said = !a.held, ""
	return o.with(a), nil
}

func (a asking) lifting(o owner) action {
	return quietly("Space", "pick up", func(string) (screen, tea.Msg) { return a.lift(o) }, "space")
}

// heldActions are the keys while an item moves.
func (a asking) heldActions(o owner) []action {
	step := func(press string) (screen, tea.Msg) {
		if press == "up" {
			return a.moveTo(o, a.pane.focus-1)
		}
		return a.moveTo(o, a.pane.focus+1)
	}
	down := func(string) (screen, tea.Msg) { return a.lift(o) }
	return []action{
		on(arrows, "move it", step, "up", "down"),
		on("Enter", "put it down", down, "enter", "space"),
		a.digits(o, len(a.picked), "move it to a place", asking.moveTo),
		on("Esc", "put it down", down, "esc"),
	}
}

// moveTo moves the item that is held to another place.
func (a asking) moveTo(o owner, to int) (screen, tea.Msg) {
	to = max(0, min(to, len(a.picked)-1))
	id := a.picked[a.pane.focus]
	rest := slices.Delete(slices.Clone(a.picked), a.pane.focus, a.pane.focus+1)
	a.picked = slices.Insert(rest, to, id)
	a.pane = a.pane.on(to)
	return o.with(a), nil
}
