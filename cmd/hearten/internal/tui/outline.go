package tui

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// outlineScreen lists the activities of a module.
type outlineScreen struct {
	study   study.Study
	module  string
	outline study.Outline
	pane    pane
	frame   frame
	at      int // the line to stand on at first; -1 for the one to go on with
}

func newOutline(s study.Study, module string) outlineScreen {
	return outlineScreen{study: s, module: module, at: -1}
}

// Know shows how far the module has come now. It stands on what was opened,
// or, once that is done or put off, on what comes next.
func (o outlineScreen) Know(s study.Study) screen {
	next := newOutline(s, o.module)
	next.outline = o.outline
	now, _ := s.Outline(o.module)
	i := o.pane.focus
	if i < 0 || i >= len(now.Lines) || i >= len(o.outline.Lines) {
		return next
	}
	if now.Lines[i].State != o.outline.Lines[i].State && !now.Lines[i].State.Waits() {
		return next
	}
	next.pane = o.pane
	return next
}

// Layout sets the list.
func (o outlineScreen) Layout(f frame) screen {
	o.frame = f
	if now, ok := o.study.Outline(o.module); ok && !now.Module.Broken {
		o.outline = now
	}
	m := o.outline.Module
	s := f.sheet()
	if m.Summary != "" {
		s.text(f.md.line(m.Summary))
		s.gap()
	}
	if len(o.outline.Lines) == 0 {
		s.note("There is nothing in this module yet. " + authors(o.study, "Its author can add", "Add") + " activities to " + plain(m.Folder) + "/module.yaml.")
	}
	for i, line := range o.outline.Lines {
		o.line(s, f, i, line)
	}
	home := o.outline.Next
	if up := o.outline.After; up.OK() && len(o.outline.Lines) > 0 {
		s.gap()
		s.row("", "Next module: "+plain(up.Module.Title), "")
		home = len(o.outline.Lines)
	}
	o.objectives(s, m)
	if o.at >= 0 {
		home = o.at
	}
	home = max(0, home)
	fresh := o.pane.height == 0
	o.pane = s.list(home).from(o.pane, f.Height)
	if fresh {
		o.pane = o.pane.on(home)
	}
	return o
}

func (o outlineScreen) line(s *sheet, f frame, i int, line study.ActivityLine) {
	sign, state := f.activityState(line)
	a := line.Activity
	after := minutes(a.Minutes) + "  " + pad(state, 5)
	if line.State == study.Done && !line.FinishedAt.IsZero() {
		after = pad("done "+shortDay(line.FinishedAt), 13)
	}
	if line.State == study.PutOff {
		after = pad(state, 13)
	}
	tail := f.dim.Render("  " + pad(string(a.Kind), 10) + "  " + after)
	if s.width < 60 {
		tail = f.dim.Render("  " + minutes(a.Minutes))
	}
	s.row(sign+" "+pad(strconv.Itoa(i+1), 2)+" ", plain(a.Title), tail)
	if a.Broken {
		s.styled(f.dim, 7, "cannot be shown; "+authors(o.study, "its author can run hearten lint", "p shows why"))
	}
}

func (o outlineScreen) objectives(s *sheet, m course.Module) {
	if len(m.Objectives) == 0 {
		return
	}
	s.gap()
	s.title("After this you can")
	for _, objective := range m.Objectives {
		s.hang(0, "  "+s.accent.Render(s.bullet)+" ", s.md.line(objective))
	}
}

// Title names the module.
func (o outlineScreen) Title() (left, right string) {
	right = fmt.Sprintf("%d of %d done", o.outline.Done, o.outline.Of)
	if left := about(o.outline.MinutesLeft); left != "" {
		right += ", " + left + " left"
	}
	return o.outline.Module.Title, right
}

// Body is the list.
func (o outlineScreen) Body() body { return o.pane.body() }

// Actions move in the list and open what is there.
func (o outlineScreen) Actions() []action {
	with := func(p pane) screen { o.pane = p; return o }
	enter := func(string) (screen, tea.Msg) {
		switch i := o.pane.focus; {
		case i >= len(o.outline.Lines):
			return newOutline(o.study, o.outline.After.Module.ID).Layout(o.frame), nil
		case i >= 0:
			return o, openMsg{o.outline.Module.ID, o.outline.Lines[i].Activity.ID}
		}
		return with(o.pane.page()), nil
	}
	all := []action{moving("move", o.pane, with), entering("open", o.pane, enter)}
	if n := len(o.outline.Lines); n > 0 {
		all = append(all, numbered(o.pane, n, func(n int) int { return n - 1 }, with))
	}
	return append(all, paging(o.pane, with), back(o, "back"))
}
