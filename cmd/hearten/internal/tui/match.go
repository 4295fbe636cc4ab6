package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hearten/quiz"
)

// setMatch sets the left sides with what goes with each so far, and all right
// sides below them.
func (a *asking) setMatch(s *sheet) {
	for i, pair := range a.asked.Pairs {
		right := s.dim.Render("not chosen yet")
		if at := a.rightAt(i); at >= 0 {
			right = s.strong.Render(fmt.Sprint(at+1)) + "  " + s.md.line(a.asked.Rights[at].Text)
		}
		a.item(s, "", s.md.line(pair.Left)+s.dim.Render("  –  ")+right, "next", asking.nextPair)
	}
	s.gap()
	s.add(0, s.strong.Render("What there is to match with"))
	for i, right := range a.asked.Rights {
		s.hang(2, fmt.Sprintf("%d  ", i+1), s.md.line(right.Text))
	}
	s.gap()
	a.item(s, "", "Answer with these pairs", "answer", asking.answer)
}

// rightAt is the right side that a pair has so far, or -1.
func (a asking) rightAt(pair int) int {
	return slices.IndexFunc(a.asked.Rights, func(r quiz.Item) bool { return r.ID == a.picked[pair] })
}

func (a asking) nextPair(o owner) (screen, tea.Msg) {
	return a.moved(o, a.pane.on(a.pane.focus+1)), nil
}

// turn gives the left side that has the focus the next right side.
func (a asking) turn(o owner, press string) (screen, tea.Msg) {
	n, at := len(a.asked.Rights), a.rightAt(a.pane.focus)
	switch {
	case press == "right":
		at = (at + 1) % n
	case at < 0:
		at = n - 1
	default:
		at = (at + n - 1) % n
	}
	return a.digitMatch(o, at)
}

// digitMatch gives the left side that has the focus a right side.
func (a asking) digitMatch(o owner, right int) (screen, tea.Msg) {
	a.picked = slices.Clone(a.picked)
	a.picked[a.pane.focus], a.said = a.asked.Rights[right].ID, ""
	return o.with(a), nil
}
