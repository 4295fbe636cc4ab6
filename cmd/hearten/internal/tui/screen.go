package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
)

// screen is one full-window step of the course. It starts nothing and keeps
// nothing by itself: what it wants done it asks of the root, by the message
// that an action returns.
type screen interface {
	// Layout does all that is slow: it runs when the screen opens, when the
	// window or the colours change, and after a step.
	Layout(frame) screen
	Title() (left, right string)
	Body() body
	Actions() []action
}

// writer is a screen with text fields.
type writer interface {
	screen
	Typing() bool // a field has the focus: letters are text
	Type(tea.Msg) screen
	Drafts() []study.Draft // all its fields, as they stand
}

// informed is a screen that shows how far the learner has come.
type informed interface {
	screen
	Know(study.Study) screen
}

// overlay is a screen that says something about the one below, and leaves it
// as it is.
type overlay interface {
	screen
	overlays()
}

// frame is all that a screen knows of its surroundings.
type frame struct {
	Width, Height int
	Wide          bool // there is room beside the text
	*look
	moment func() study.Moment
	study  study.Study
	unkept bool // what is typed does not reach the disk
}

// textKept is what Esc does to a page to write on, and to what is typed there.
func (f frame) textKept(does string) string {
	if f.unkept {
		return does + " (text not on disk)"
	}
	return does + " (text kept)"
}

// column is the widest that a screen without a second column is set.
const column = 76

// margin centres the column, and keeps a little air where there is room.
func (f frame) margin() int {
	if f.Width < 60 {
		return 1
	}
	return max(2, (f.Width-column)/2)
}

// text is the width of the column.
func (f frame) text() int { return max(1, min(column, f.Width-2*f.margin())) }

// body is what a screen draws: lines within the frame, and the cell of the
// thing that has the focus.
type body struct {
	lines        []string
	x, y         int
	above, below bool // there is more than the window shows
}

// action is a key and what it does. The footer and the help are made of the
// same list that keys are looked up in.
type action struct {
	key.Binding
	do    func(press string) (screen, tea.Msg) // nil: a field reads the key as text
	quiet bool                                 // in the help only
	spare bool                                 // in the footer where there is room
}

func on(label, does string, do func(press string) (screen, tea.Msg), keys ...string) action {
	return action{key.NewBinding(key.WithKeys(keys...), key.WithHelp(label, does)), do, false, false}
}

// quietly is on for a key that the footer does not name.
func quietly(label, does string, do func(press string) (screen, tea.Msg), keys ...string) action {
	return quiet(on(label, does, do, keys...))
}

// quiet is an action that the footer does not name.
func quiet(a action) action {
	a.quiet = true
	return a
}

// loud is an action that the footer names all the same.
func loud(a action) action {
	a.quiet = false
	return a
}

// Requests: what an action may ask the root to do.
type (
	// openMsg asks to open an activity.
	openMsg struct{ module, activity string }
	// pushMsg asks to show a screen over this one, and to say something.
	pushMsg struct {
		screen screen
		notice string
	}
	// backMsg asks to go back one level.
	backMsg struct{ notice string }
	// doMsg asks to close this screen and do an action of the one below.
	doMsg struct {
		action action
		press  string
	}
	// noticeMsg asks to say something once.
	noticeMsg string
	// leaveMsg asks to end the program; sure means without asking again.
	leaveMsg struct{ sure bool }
	// saveMsg asks to keep what a step did, and to show its result after.
	saveMsg struct {
		unsaved study.Unsaved
		wrote   bool // the texts in the fields are part of it
		reads   bool // what comes is only read: the learner may go on without it
		// then is what comes once it is kept: a screen instead of this one,
		// or nil to stay, and a further request, or nil.
		then func() (screen, tea.Msg)
	}
)

// arrows is the label of the keys that move.
const arrows = "↑↓"

// moving and paging are the keys that every list has.
func moving(does string, p pane, with func(pane) screen) action {
	return on(arrows, does, func(press string) (screen, tea.Msg) { return with(p.press(press)), nil }, "up", "down")
}

// entering is Enter on what has the focus; before that, it reads on.
func entering(does string, p pane, do func(string) (screen, tea.Msg)) action {
	if p.focus == reading && p.unread() {
		does = "read on"
	}
	return on("Enter", does, do, "enter")
}

// numbered goes to one of so many numbered things: item says which item of the
// pane has a number, counted from 1.
func numbered(p pane, of int, item func(n int) int, with func(pane) screen) action {
	label := fmt.Sprintf("1-%d", of)
	return quietly(label, "go to a number", func(press string) (screen, tea.Msg) {
		n := p.number(int(press[0]-'0'), of)
		if p.typed = n; n == 0 {
			return with(p), nil
		}
		return with(p.on(item(n))), nil
	}, strings.Split("1234567890", "")[:min(10, of)]...)
}

// undecided is Enter while nothing has the focus: it reads on, and where all has
// been read in a decision, it decides nothing, however often it is pressed.
func undecided(p pane, with func(pane) screen) (screen, tea.Msg) {
	if p.unread() || p.home != reading {
		return with(p.page()), nil
	}
	return with(p), noticeMsg("Choose first: " + arrows + " or a number.")
}

func paging(p pane, with func(pane) screen) action {
	return quietly("Space", "read on", func(press string) (screen, tea.Msg) { return with(p.press(press)), nil },
		"space", "pgdown", "pgup", "home", "end")
}

func back(s screen, does string) action {
	return on("Esc", does, func(string) (screen, tea.Msg) { return s, backMsg{} }, "esc")
}

// scrolling moves a page while a field has the other keys.
func scrolling(p pane, with func(pane) screen) action {
	return quietly("PgUp PgDn", "read on", func(press string) (screen, tea.Msg) {
		step := max(1, p.height-2)
		if press == "pgup" {
			step = -step
		}
		p.top = max(0, min(p.top+step, p.last()))
		return with(p), nil
	}, "pgup", "pgdown")
}
