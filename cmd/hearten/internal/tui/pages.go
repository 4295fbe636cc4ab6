package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearten/course"
)

// wordy is a screen with words of the course on it.
type wordy interface {
	screen
	Words() []course.Glossary // that explain them
	Here() []course.Term      // that what it shows refers to; asked for when they are opened
}

// withPages are the actions of a screen and, before its way back, those that
// open a page which is open from everywhere: the words that the course
// explains, and whom to turn to.
func (a app) withPages(s screen, own []action) []action {
	var pages []action
	if w, ok := s.(wordy); ok {
		if all := w.Words(); len(all) > 0 {
			open := func(string) (screen, tea.Msg) { return nil, pushMsg{screen: newGlossary(all, w.Here())} }
			pages = append(pages, spare(a.lettered(s, "g", "F3", "glossary", open)))
		}
	}
	if help := a.study.Course().Help; help != "" {
		open := func(string) (screen, tea.Msg) { return nil, pushMsg{screen: newTurnTo(help)} }
		turn := spare(a.lettered(s, "w", "F2", "whom to turn to", open))
		if pages = append(pages, turn); isList(s) {
			slices.Reverse(pages) // it matters more than words that stand elsewhere
		}
	}
	return slices.Insert(slices.Clip(own), max(0, len(own)-1), pages...)
}

// isList says of a screen that it lists what can be opened, and has no words of
// its own to explain.
func isList(s screen) bool {
	switch s.(type) {
	case homeScreen, outlineScreen:
		return true
	}
	return false
}

// spare is an action that the footer names where there is room.
func spare(a action) action {
	a.spare = true
	return a
}

// glossaryScreen explains the words of a module, or of the whole course:
// first those on the page it was opened from.
type glossaryScreen struct {
	here []course.Term
	all  []course.Glossary
	pane pane
}

func newGlossary(all []course.Glossary, here []course.Term) glossaryScreen {
	return glossaryScreen{here: here, all: all}
}

func (glossaryScreen) overlays() {}

// Layout sets the terms, each one something to stand on.
func (g glossaryScreen) Layout(f frame) screen {
	s := f.sheet()
	if len(g.here) > 0 {
		s.title("On this page")
		s.gap()
		g.set(s, g.here)
	}
	for _, one := range g.all {
		rest := slices.DeleteFunc(slices.Clone(one.Terms), func(t course.Term) bool {
			return slices.ContainsFunc(g.here, func(h course.Term) bool { return h.Name == t.Name })
		})
		if len(rest) > 0 {
			s.title(g.heading(one))
			s.gap()
			g.set(s, rest)
		}
		if len(one.Cited) > 0 {
			s.add(0, s.look.sources(one.Cited, s.measure())...)
			s.gap()
		}
	}
	g.pane = s.list(0).from(g.pane, f.Height)
	return g
}

// heading is what the terms of a module stand under.
func (g glossaryScreen) heading(one course.Glossary) string {
	switch {
	case len(g.all) > 1:
		return plain(one.Title)
	case len(g.here) > 0:
		return "Also in this module"
	}
	return "Words of this module"
}

func (g glossaryScreen) set(s *sheet, terms []course.Term) {
	for _, t := range terms {
		s.item("", plain(t.Name), "")
		for _, line := range s.look.remark(t.Meaning, s.measure()-2) {
			s.add(2, line)
		}
		s.gap()
	}
}

// Title says what this is.
func (g glossaryScreen) Title() (left, right string) {
	if len(g.all) == 1 {
		return "Glossary: " + g.all[0].Title, ""
	}
	return "Glossary of the course", ""
}

// Body is the list.
func (g glossaryScreen) Body() body { return g.pane.body() }

// Actions are reading on and closing.
func (g glossaryScreen) Actions() []action {
	with := func(p pane) screen { g.pane = p; return g }
	next := func(string) (screen, tea.Msg) { return with(g.pane.press("down")), nil }
	return []action{
		moving("move", g.pane, with), on("Enter", "read on", next, "enter"), paging(g.pane, with),
		on("Esc", "close", func(string) (screen, tea.Msg) { return g, backMsg{} }, "esc", "g", "f3"),
	}
}

// turnToScreen is the page that says whom a learner can turn to.
type turnToScreen struct {
	help string
	pane pane
}

func newTurnTo(help string) turnToScreen { return turnToScreen{help: help} }

func (turnToScreen) overlays() {}

// Layout sets the page.
func (p turnToScreen) Layout(f frame) screen {
	s := f.sheet()
	blocks := course.Prose(p.help)
	if len(blocks) > 0 && blocks[0].Kind == course.Heading && strings.EqualFold(strings.TrimSpace(blocks[0].Plain), turnTo) {
		blocks = blocks[1:] // the bar says it
	}
	s.add(0, s.look.blocks(blocks, s.measure())...)
	p.pane = s.pane(reading).from(p.pane, f.Height)
	return p
}

// Title says what this is.
func (p turnToScreen) Title() (left, right string) { return turnTo, "" }

// turnTo is what the page is called wherever it is named.
const turnTo = "Whom to turn to"

// Body is the page.
func (p turnToScreen) Body() body { return p.pane.body() }

// Actions are reading on and closing.
func (p turnToScreen) Actions() []action {
	with := func(to pane) screen { p.pane = to; return p }
	return []action{
		moving("read on", p.pane, with), paging(p.pane, with),
		on("Esc", "close", func(string) (screen, tea.Msg) { return p, backMsg{} }, "esc", "enter", "w", "f2"),
	}
}
