package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hearten/quiz"
)

// actions are the keys that answer, and whatever else the question takes.
func (a asking) actions(o owner) []action {
	if a.part != giving {
		return a.laterActions(o)
	}
	if a.held {
		return a.heldActions(o)
	}
	if a.typing() {
		return a.typingActions(o)
	}
	all := append(a.walking(o), a.kindActions(o)...)
	if a.isTyped() {
		tabs := a.tabbing(o)
		all = append(all, tabs[0], quiet(tabs[1])) // the arrows do it here as well
	}
	if len(a.hints) < len(a.asked.Hints) {
		all = append(all, on("h", "hint", func(string) (screen, tea.Msg) { return o.hint() }, "h"))
	}
	if a.mayAskSure() {
		all = append(all, on("s", a.sureKey(), func(string) (screen, tea.Msg) { return a.switchSure(o) }, "s"))
	}
	return append(all, paging(a.pane, func(p pane) screen { return a.moved(o, p) }), a.leaving(o))
}

// walking moves between what can be done, and does it.
func (a asking) walking(o owner) []action {
	does := "answer"
	if a.pane.focus >= 0 {
		does = a.does[a.pane.focus].says
	}
	return []action{
		moving("choose", a.pane, func(p pane) screen { return a.moved(o, p) }),
		entering(does, a.pane, func(string) (screen, tea.Msg) { return a.enter(o) }),
	}
}

func (a asking) leaving(o owner) action {
	return on("Esc", o.leave, func(string) (screen, tea.Msg) { return a.leave(o) }, "esc")
}

// kindActions are the keys of one kind of question.
func (a asking) kindActions(o owner) []action {
	switch a.asked.Kind {
	case quiz.KindOrder:
		if a.onItem() {
			return []action{a.lifting(o), a.digits(o, len(a.picked), "go to a place", asking.digitGo)}
		}
		return []action{a.digits(o, len(a.picked), "go to a place", asking.digitGo)}
	case quiz.KindMatch:
		if !a.onItem() {
			return nil
		}
		turn := func(press string) (screen, tea.Msg) { return a.turn(o, press) }
		all := []action{
			on("←→", "change", turn, "left", "right"),
			loud(a.digits(o, len(a.asked.Rights), "match", asking.digitMatch)),
		}
		for _, tab := range a.tabbing(o) {
			all = append(all, quiet(tab))
		}
		return all
	case quiz.KindNumber, quiz.KindText:
		return nil
	case quiz.KindChoices:
		tick := func(string) (screen, tea.Msg) { return a.tick(o) }
		return []action{on("Space", "tick", tick, "space"), a.digits(o, len(a.asked.Options), "go to an option", asking.digitTick)}
	}
	return []action{a.digits(o, len(a.asked.Options), "go to an option", asking.digitGo)}
}

// digits are the digits from 1 as far as there is something to go to.
func (a asking) digits(o owner, most int, does string, do func(asking, owner, int) (screen, tea.Msg)) action {
	most = min(9, most)
	press := func(key string) (screen, tea.Msg) { return do(a, o, int(key[0]-'1')) }
	return quietly("1-"+strconv.Itoa(most), does, press, digitKeys(most)...)
}

func digitKeys(most int) []string {
	var keys []string
	for n := range most {
		keys = append(keys, strconv.Itoa(n+1))
	}
	return keys
}

// digitGo goes to an item.
func (a asking) digitGo(o owner, i int) (screen, tea.Msg) { return a.moved(o, a.pane.on(i)), nil }

// onItem says that one of the things to answer with has the focus.
func (a asking) onItem() bool { return a.pane.focus >= 0 && a.pane.focus < len(a.picked) }

// tabbing goes through the items, for whom a field keeps the arrows.
func (a asking) tabbing(o owner) []action {
	n := len(a.does)
	by := func(step int) func(string) (screen, tea.Msg) {
		return func(string) (screen, tea.Msg) { return a.moved(o, a.pane.on((max(0, a.pane.focus)+step)%n)), nil }
	}
	return []action{on("Tab", "next", by(1), "tab"), on("Shift+Tab", "back", by(n-1), "shift+tab")}
}

// typingActions are the keys while letters are text.
func (a asking) typingActions(o owner) []action {
	scroll := scrolling(a.pane, func(p pane) screen { return a.moved(o, p) })
	if a.asked.Open() {
		return append(a.tabbing(o), on("Enter", "new line", nil), scroll, a.leaving(o))
	}
	enter := on("Enter", "answer", func(string) (screen, tea.Msg) { return a.answer(o) }, "enter")
	return append(append([]action{enter}, a.tabbing(o)...), scroll, a.leaving(o))
}

// laterActions are the keys while the answer stands and something about it
// is asked.
func (a asking) laterActions(o owner) []action {
	all := a.walking(o)
	if a.part == saying {
		all = append(all, a.digitsAt(o))
	} else {
		all = append(all, a.digits(o, 3, "go to an answer", asking.digitGo))
	}
	return append(all, paging(a.pane, func(p pane) screen { return a.moved(o, p) }),
		on("Esc", "back", func(string) (screen, tea.Msg) { return a.back(o) }, "esc"))
}

// digitsAt are the digits that say at once how sure one is.
func (a asking) digitsAt(o owner) action {
	press := func(key string) (screen, tea.Msg) { return a.does[key[0]-'1'].do(a, o) }
	return on("1-3", "say", press, "1", "2", "3")
}
