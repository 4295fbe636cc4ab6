package tui

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// homeScreen is where a course opens. It shows nothing that the learner
// wrote: people share screens.
type homeScreen struct {
	study    study.Study
	home     study.Home
	review   study.Review // what is due
	reviewed bool         // it was looked up
	returned bool         // from something opened here
	panes    [2]pane      // what to do now, and the course; narrow windows use the first alone
	does     [2][]tea.Msg // what each item asks for
	modules  []int        // the item of each module
	side     int          // the pane with the keys
	split    int          // where the second pane begins; 0 for one pane
}

func newHome(s study.Study) homeScreen { return homeScreen{study: s} }

// Know shows where the learner stands now, ready to go on.
func (h homeScreen) Know(s study.Study) screen {
	h.study, h.side, h.reviewed, h.returned = s, 0, false, true
	h.panes = [2]pane{}
	return h
}

// Layout sets one pane, or two where there is room.
func (h homeScreen) Layout(f frame) screen {
	now := f.moment().At
	h.home = h.study.Home(now)
	if !h.reviewed {
		h.review, h.reviewed = h.study.Review(now), true
	}
	h.does, h.split = [2][]tea.Msg{}, 0
	if !f.Wide || len(h.home.Modules) == 0 {
		s := f.sheet()
		h.greet(s)
		h.now(s, f)
		h.course(s, f, 0)
		h.turnTo(s, f)
		h.side = 0
		h.panes[0] = s.list(0).from(h.panes[0], f.Height)
		return h
	}
	const left = 56
	h.split = left + 4
	todo := &sheet{look: f.look, margin: 2, width: left - 2}
	h.greet(todo)
	h.now(todo, f)
	h.turnTo(todo, f)
	all := &sheet{look: f.look, margin: 0, width: f.Width - h.split - 3}
	h.course(all, f, 1)
	h.panes[0] = todo.list(0).from(h.panes[0], f.Height)
	h.panes[1] = all.list(0).from(h.panes[1], f.Height)
	return h
}

func (h homeScreen) greet(s *sheet) {
	switch {
	case len(h.home.Modules) == 0:
		s.text("There is nothing in this course yet: it lists no modules.")
		s.gap()
		s.note(authors(h.study, "Its author can run hearten lint to see", "Press p to see") + " what is missing.")
	case h.home.Fresh:
		s.title("Welcome.")
		s.text(upper(h.length()) + " in steps of a few minutes. Nothing is locked: begin where you like.")
	case h.home.Away && !h.returned:
		s.title("Welcome back.")
	case h.returned:
		return
	default:
		s.title("Good to see you.")
	}
	s.gap()
}

// length says how long the course takes, where its author does.
func (h homeScreen) length() string {
	if words := about(h.home.MinutesLeft); words != "" {
		return words + ","
	}
	return "it comes"
}

// now lists what the learner may want to do at once.
func (h *homeScreen) now(s *sheet, f frame) {
	if back := h.home.Looking; back.OK() {
		s.row("", "Continue: "+cut(plain(back.Activity.Title), s.measure()-len("► Continue: , looking back"))+", looking back", "")
		h.does[0] = append(h.does[0], openMsg{back.Module.ID, back.Activity.ID})
		s.gap()
	}
	up := h.home.Next
	switch {
	case up.OK():
		verb := "Next"
		if h.home.Fresh {
			verb = "Begin"
		} else if up.Begun {
			verb = "Continue"
		} else if up.PutOff {
			verb = "Put off before"
		}
		s.row("", verb+": "+plain(up.Activity.Title), "")
		h.does[0] = append(h.does[0], openMsg{up.Module.ID, up.Activity.ID})
		what := upper(string(up.Activity.Kind)) + comma(about(up.Activity.Minutes))
		where := fmt.Sprintf("activity %d of %d of %s", up.N, up.Of, plain(up.Module.Title))
		if len(what)+len(where)+4 <= s.measure() {
			s.styled(f.dim, 2, what+", "+where)
		} else {
			s.styled(f.dim, 2, what)
			s.styled(f.dim, 2, upper(where))
		}
		s.gap()
	case len(h.home.Modules) > 0 && h.home.Of > 0 && h.home.Done == h.home.Of:
		s.text("You have been through all of it. Any part can be taken again.")
		s.gap()
	}
	if n := len(h.review.Cards); n > 0 {
		s.row("", fmt.Sprintf("Review %s, %s", count(n, "question", "questions"), about(study.ReviewMinutes(n))), f.dim.Render("  r"))
		h.does[0] = append(h.does[0], pushMsg{screen: newReview(h.review)})
		s.gap()
	}
	for _, p := range h.home.CheckIns {
		s.row("", "Your plan of "+day(p.MadeAt, f.moment().At)+": how did it go?", "")
		h.does[0] = append(h.does[0], pushMsg{screen: newCheckIn(h.study, p)})
		s.gap()
	}
}

// turnTo leads to the page that says who can help, where the course has one.
func (h *homeScreen) turnTo(s *sheet, f frame) {
	if help := h.study.Course().Help; help != "" {
		s.gap()
		s.row("", turnTo, f.dim.Render("  w"))
		h.does[0] = append(h.does[0], pushMsg{screen: newTurnTo(help)})
	}
}

// course lists the modules in a pane; beside the rest, it has room for the
// steps of the module to go on with.
func (h *homeScreen) course(s *sheet, f frame, side int) {
	if len(h.home.Modules) == 0 {
		return
	}
	s.add(0, apartLine(f.look.title.Render("Your course"), f.dim.Render(fmt.Sprintf("%d of %s done", h.home.Done, count(h.home.Of, "activity", "activities"))), s.width))
	if side == 1 {
		s.gap()
	}
	h.modules = nil
	for i, m := range h.home.Modules {
		h.modules = append(h.modules, len(h.does[side]))
		sign, state := f.moduleState(m, f)
		tail := "  " + pad(fmt.Sprintf("%d of %d", m.Done, m.Of), 10)
		tail = f.dim.Render(tail + pad(state, stateWidth))
		if s.width < 60 {
			tail = f.dim.Render(fmt.Sprintf("  %d of %d", m.Done, m.Of))
		}
		lead := sign + " " + strconv.Itoa(i+1) + "  "
		if broken := m.Module.Mended(); broken != nil {
			s.row(lead, plain(m.Module.Title), "")
			s.styled(f.dim, 7, "cannot be read; "+authors(h.study, "its author can run hearten lint", "p shows why"))
			h.does[side] = append(h.does[side], noticeMsg(refusal(h.study, broken)))
			continue
		}
		s.row(lead, plain(m.Module.Title), tail)
		h.does[side] = append(h.does[side], h.outline(m.Module))
		if side == 1 && m.Module.ID == h.home.Next.Module.ID {
			h.steps(s, f, m.Module)
		}
	}
}

func (h *homeScreen) steps(s *sheet, f frame, m course.Module) {
	o, _ := h.study.Outline(m.ID)
	for _, line := range o.Lines {
		sign, _ := f.activityState(line)
		s.row("     "+sign+"  ", plain(line.Activity.Title), f.dim.Render("  "+minutes(line.Activity.Minutes)))
		h.does[1] = append(h.does[1], openMsg{m.ID, line.Activity.ID})
	}
}

func (h homeScreen) outline(m course.Module) tea.Msg {
	return pushMsg{screen: newOutline(h.study, m.ID)}
}

// Title names the course.
func (h homeScreen) Title() (left, right string) {
	return h.home.Course, authors(h.study, "saved on this computer only", "preview, nothing is kept")
}

// Body is what to do, and beside it the course.
func (h homeScreen) Body() body {
	b := h.panes[0].body()
	if h.split == 0 {
		return b
	}
	second := h.panes[1].body()
	if h.side == 1 {
		b.lines = h.panes[0].unfocused()
		b.x, b.y = h.split+second.x, second.y
	} else {
		second.lines = h.panes[1].unfocused()
	}
	b.lines = beside(b.lines, second.lines, h.split)
	b.above, b.below = b.above || second.above, b.below || second.below
	return b
}

// Actions move between what can be opened, and open it.
func (h homeScreen) Actions() []action {
	p := h.panes[h.side]
	with := func(p pane) screen { h.panes[h.side] = p; return h }
	enter := func(string) (screen, tea.Msg) {
		if p.focus >= 0 {
			return h, h.does[h.side][p.focus]
		}
		return with(p.page()), nil
	}
	all := []action{moving("move", p, with), entering("open", p, enter)}
	if h.split > 0 {
		all = append(all, on("Tab", "other column", h.turn, "tab", "shift+tab", "left", "right"))
	}
	if len(h.review.Cards) > 0 {
		review := func(string) (screen, tea.Msg) { return h, pushMsg{screen: newReview(h.review)} }
		all = append(all, on("r", "review", review, "r"))
	}
	if n := len(h.modules); n > 0 {
		all = append(all, h.numbers(n))
	}
	return append(all,
		quietly("q", "leave at once", func(string) (screen, tea.Msg) { return h, leaveMsg{sure: true} }, "q"),
		paging(p, with),
		on("Esc", "leave", func(string) (screen, tea.Msg) { return h, leaveMsg{} }, "esc"))
}

// numbers go to a module, in whichever column the modules are.
func (h homeScreen) numbers(n int) action {
	if h.split > 0 {
		h.side = 1
	}
	return numbered(h.panes[h.side], n, func(n int) int { return h.modules[n-1] }, func(p pane) screen { h.panes[h.side] = p; return h })
}

func (h homeScreen) turn(string) (screen, tea.Msg) {
	h.side = 1 - h.side
	h.panes[h.side] = h.panes[h.side].on(max(0, h.panes[h.side].focus))
	return h, nil
}
