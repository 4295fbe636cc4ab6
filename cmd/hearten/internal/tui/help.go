package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// helpScreen lists every key of another screen.
type helpScreen struct {
	of    []action
	title string
	pane  pane
}

func newHelp(of screen, actions []action) helpScreen {
	title, _ := of.Title()
	return helpScreen{of: actions, title: title}
}

func (helpScreen) overlays() {}

// Layout sets the list.
func (h helpScreen) Layout(f frame) screen {
	s := f.sheet()
	s.title("Keys here")
	s.gap()
	all := append(h.of[:len(h.of):len(h.of)],
		on("Ctrl+P", "all actions by name", nil), on("? or F1", "this help", nil), on("Ctrl+C", "leave; "+authors(f.study, "everything is saved", "nothing is kept"), nil))
	if canSuspend() {
		all = append(all, on("Ctrl+Z", "stop for now; fg in the shell goes on", nil))
	}
	widest := 0
	for _, act := range all {
		widest = max(widest, ansi.StringWidth(f.words.Replace(act.Help().Key)))
	}
	for _, act := range all {
		key := pad(f.words.Replace(act.Help().Key), widest+3)
		s.hang(0, "  "+f.accent.Render(key), act.Help().Desc)
	}
	s.gap()
	s.note("Arrows, Enter, Esc, Tab, Space and digits do everything. Letters are only shortcuts.")
	h.pane = s.pane(reading).from(h.pane, f.Height)
	return h
}

// Title names the screen that the keys are of.
func (h helpScreen) Title() (left, right string) { return "Help: " + h.title, "" }

// Body is the list.
func (h helpScreen) Body() body { return h.pane.body() }

// Actions are reading on and closing.
func (h helpScreen) Actions() []action {
	with := func(p pane) screen { h.pane = p; return h }
	return []action{
		moving("read on", h.pane, with),
		paging(h.pane, with),
		on("Esc", "close", func(string) (screen, tea.Msg) { return h, backMsg{} }, "esc", "enter", "?", "f1"),
	}
}
