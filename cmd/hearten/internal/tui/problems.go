package tui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
)

// missing sets why what is previewed is not in the course, and what to write.
func (s *sheet) missing(e study.Edition) {
	why, lines, _ := strings.Cut(e.Missing, "\n\n")
	s.text(sentence(errors.New(why)))
	s.gap()
	s.add(0, strings.Split(clean(lines), "\n")...)
}

// problems sets all problems of an edition, those of what is previewed first.
func (s *sheet) problems(e study.Edition) {
	for i, p := range e.Problems {
		switch {
		case i == e.Here && i < e.Here+e.Near:
			s.gap()
			s.note("In the same module")
		case i == e.Here+e.Near && i > 0 || i == 0 && e.Here+e.Near == 0:
			s.gap()
			s.note("Elsewhere in the course")
		}
		s.gap()
		head, mark, fix := s.look.problem(p, s.width)
		s.add(0, slices.Concat(head, mark, fix)...)
	}
}

// problemsScreen lists all that is wrong with a course.
type problemsScreen struct {
	edition study.Edition
	pane    pane
}

func (problemsScreen) overlays() {}

// Layout sets the list.
func (p problemsScreen) Layout(f frame) screen {
	s := f.sheet()
	if len(p.edition.Problems) == 0 {
		s.text("No problems found.")
	}
	if p.edition.Missing != "" {
		s.missing(p.edition)
	}
	s.problems(p.edition)
	p.pane = s.pane(reading).from(p.pane, f.Height)
	return p
}

// Edited lists what is wrong now.
func (p problemsScreen) Edited(_ study.Study, e study.Edition) screen {
	p.edition = e
	return p
}

// Title counts the problems.
func (p problemsScreen) Title() (left, right string) { return "Problems", p.edition.Found() }

// Body is the list.
func (p problemsScreen) Body() body { return p.pane.body() }

// Actions are reading on and closing.
func (p problemsScreen) Actions() []action {
	with := func(to pane) screen { p.pane = to; return p }
	return []action{
		moving("read on", p.pane, with),
		paging(p.pane, with),
		on("Esc", "close", func(string) (screen, tea.Msg) { return p, backMsg{} }, "esc", "enter", "p", "f4"),
	}
}

// waitingScreen stands where nothing could be shown yet, and says why. What is
// previewed takes its place as soon as it can be shown.
type waitingScreen struct {
	edition study.Edition
	tried   bool // and it could not be shown
	over    bool // there is a screen below to go back to
	pane    pane
}

// arrived is what takes the screen's place, after an edition: so many screens
// lie below it already. Where there is an activity to open, it stays until that
// is read.
func (w waitingScreen) arrived(s study.Study, e study.Edition, below int) []screen {
	w.edition = e
	if e.Course == nil || e.Missing != "" {
		w.tried = true
		return []screen{w}
	}
	all := []screen{newHome(s)}
	o, ok := s.Outline(e.Place.Module)
	readable := ok && !o.Module.Broken
	if readable {
		outline := newOutline(s, e.Place.Module)
		outline.at = slices.IndexFunc(o.Lines, func(l study.ActivityLine) bool { return l.Activity.ID == e.Place.Activity })
		all = append(all, outline)
	}
	if e.Place.Module != "" && (!readable || e.Place.Activity != "") {
		w.over, w.tried = true, w.tried || !readable
		all = append(all, w)
	}
	return all[min(below, len(all)):]
}

// Layout says what hinders, once something did.
func (w waitingScreen) Layout(f frame) screen {
	s := f.sheet()
	switch e := w.edition; {
	case !w.tried:
	case e.Missing != "":
		s.missing(e)
	default:
		s.title("Nothing can be shown yet.")
		s.gap()
		s.text("Mend what is below and save: it appears here by itself.")
	}
	if w.tried {
		s.problems(w.edition)
	}
	w.pane = s.pane(reading).from(w.pane, f.Height)
	return w
}

// Title says what is waited for.
func (w waitingScreen) Title() (left, right string) {
	return "Preview: " + w.edition.Subject, w.edition.Found()
}

// Body is the page.
func (w waitingScreen) Body() body { return w.pane.body() }

// Actions are reading on and leaving.
func (w waitingScreen) Actions() []action {
	with := func(p pane) screen { w.pane = p; return w }
	leave := back(w, "back")
	if !w.over {
		leave = on("Esc", "leave", func(string) (screen, tea.Msg) { return w, leaveMsg{} }, "esc")
	}
	return []action{
		moving("read on", w.pane, with), paging(w.pane, with),
		quietly("q", "leave at once", func(string) (screen, tea.Msg) { return w, leaveMsg{sure: true} }, "q"),
		leave,
	}
}
