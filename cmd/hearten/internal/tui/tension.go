package tui

import (
	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/course/tension"
)

// tensionScreen is a tension map: seen as a whole, written in, or marked.
type tensionScreen struct {
	tension study.Tension
	face    tensionFace
	list    bool              // as a list, also where there is room for two columns
	forms   [marking + 1]form // of each face, with what is typed in it
	frame   frame
	pane    pane
	does    []tensionStep
}

// tensionFace is which side of the map is up.
type tensionFace uint8

const (
	seeing tensionFace = iota
	writing
	marking
)

// tensionStep is what Enter does on an item.
type tensionStep func(tensionScreen) (screen, tea.Msg)

// newTension opens where the learner left: in the form they were typing in,
// or else on the map.
func newTension(t study.Tension) tensionScreen {
	s := tensionScreen{tension: t}
	s.forms[writing], s.forms[marking] = s.boxes(), s.stand()
	for _, b := range t.Boxes() {
		if b.Draft != "" {
			s.face = writing
		}
	}
	return s
}

// Layout sets the face that is up.
func (t tensionScreen) Layout(f frame) screen {
	t.frame = f
	if t.face != seeing {
		return t.set(t.form())
	}
	s := f.sheet()
	t.does = nil
	t.about(s)
	t.grid(s)
	t.drift(s)
	t.way(s, "Write on the map", tensionScreen.write)
	t.way(s, "Mark where your team stands today", tensionScreen.mark)
	if t.tension.Finished() {
		t.way(s, "Done: back to the module", func(t tensionScreen) (screen, tea.Msg) { return t, backMsg{} })
	} else {
		t.way(s, "Not now", tensionScreen.later)
	}
	s.sourcesOf(t.tension.Content().Cited, t.tension.Content().About)
	t.pane = s.pane(0).from(t.pane, f.Height)
	return t
}

func (t *tensionScreen) way(s *sheet, words string, do tensionStep) {
	s.item("", words, "")
	t.does = append(t.does, do)
}

func (t tensionScreen) about(s *sheet) {
	if about := t.tension.Content().About; about != "" {
		s.prose(about)
		s.gap()
	}
	poles := t.tension.Map().Poles
	s.add(0, s.strong.Render(cut(plain(poles[0].Name)+" and "+plain(poles[1].Name), s.measure()-20))+s.dim.Render("  both are needed"))
	s.gap()
}

// write turns to the boxes, all in one form.
func (t tensionScreen) write() (screen, tea.Msg) { return t.turn(writing), nil }

// turn turns to a face of the map. What is typed on the others stays there.
func (t tensionScreen) turn(to tensionFace) screen {
	t.face, t.pane = to, pane{}
	if to != seeing {
		t.forms[to] = t.forms[to].to(int(to - writing)) // the mark before the note
	}
	return t.Layout(t.frame)
}

// form is that of the face that is up.
func (t tensionScreen) form() form { return t.forms[t.face] }

// boxes is the form to write in, with what was typed or saved before.
func (t tensionScreen) boxes() form {
	f := form{buttons: []string{"Save", "Back"}}
	for _, b := range t.tension.Boxes() {
		asked := newField(b.Field.ID, "**"+b.Box.Ask+"**", b.Typed())
		asked.told = b.Given
		f.fields = append(f.fields, asked)
	}
	return f.to(0)
}

// mark turns to the place between the poles.
func (t tensionScreen) mark() (screen, tea.Msg) { return t.turn(marking), nil }

// stand is the form to mark in.
func (t tensionScreen) stand() form {
	m := t.tension.Map()
	f := form{buttons: []string{"Save", "Back"}, fields: []field{newField("note", "A word on why, if you like", t.tension.NoteTyped())}}
	f.pick = picker{ask: "Today", picked: tension.Furthest}
	if marks := t.tension.Marks(); len(marks) > 0 {
		f.pick.picked = marks[len(marks)-1].Value + tension.Furthest
	}
	for value := -tension.Furthest; value <= tension.Furthest; value++ {
		f.pick.options = append(f.pick.options, plain(m.Words(value)))
	}
	return f.to(1)
}

func (t tensionScreen) later() (screen, tea.Msg) {
	_, unsaved := t.tension.Later(t.frame.moment())
	return t, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) {
		return nil, backMsg{"Put off. What you typed is kept."}
	}}
}

// set sets a form, for the boxes or for a mark.
func (t tensionScreen) set(changed form) screen {
	top := t.pane.top
	s := t.frame.sheet()
	if t.face == marking {
		s.title("Where does your team stand?")
		s.note("Move the mark with the left and right arrows.")
		s.gap()
		changed.pick.drawn = func(picked int) []string { return t.track(s, picked-tension.Furthest, t.frame.text()) }
	} else {
		s.note("About your own team. " + privacyNote)
		s.gap()
	}
	t.forms[t.face], t.pane = changed.set(s, t.frame.Height)
	t.pane.top = min(top, t.pane.last())
	t.pane = t.pane.seen()
	return t
}

// press saves, or goes back to the map; what was typed stays a draft.
func (t tensionScreen) press(button int) (screen, tea.Msg) {
	if button == buttonLater {
		return t.turn(seeing), nil
	}
	if t.face == writing {
		next, unsaved := t.tension.Write(t.form().texts(), t.frame.moment())
		return t.saved(next, unsaved, "Saved.")
	}
	value := t.form().pick.picked - tension.Furthest
	next, unsaved, err := t.tension.Mark(value, t.form().fields[0].text(), t.frame.moment())
	if err != nil {
		f := t.form()
		f.said = sentence(err)
		return t.set(f), nil
	}
	return t.saved(next, unsaved, "Marked: "+plain(t.tension.Map().Words(value))+".")
}

func (t tensionScreen) saved(next study.Tension, unsaved study.Unsaved, said string) (screen, tea.Msg) {
	return t, saveMsg{unsaved: unsaved, wrote: true, then: func() (screen, tea.Msg) {
		fresh := newTension(next)
		t.tension, t.forms[t.face] = next, fresh.forms[t.face]
		return t.turn(seeing), noticeMsg(said)
	}}
}

// Title names the map, and says who can read it.
func (t tensionScreen) Title() (left, right string) {
	c := t.tension.Content()
	return c.Module.Title + " / " + c.Activity.Title, privacyTitle
}

// Body is the face that is up.
func (t tensionScreen) Body() body { return t.pane.body() }

// Typing says that letters are text.
func (t tensionScreen) Typing() bool { return t.face != seeing && t.form().typing() }

// Type puts text into the field that has the focus.
func (t tensionScreen) Type(msg tea.Msg) screen { return t.set(t.form().typed(msg)) }

// Drafts is what stands in the fields: in those of the face that is up, and over
// the map in all of them.
func (t tensionScreen) Drafts() []study.Draft {
	c := t.tension.Content()
	if t.face != seeing {
		return t.form().drafts(c.Module.ID, c.Activity.ID)
	}
	return append(t.forms[writing].drafts(c.Module.ID, c.Activity.ID), t.forms[marking].drafts(c.Module.ID, c.Activity.ID)...)
}

// Actions are those of the map, or of a form; Esc leads back to the map first.
func (t tensionScreen) Actions() []action {
	with := func(p pane) screen { t.pane = p; return t }
	if t.face != seeing {
		all := append(t.form().actions(t.set, t.press), scrolling(t.pane, with))
		return append(all, on("Esc", t.frame.textKept("back"), func(string) (screen, tea.Msg) { return t.turn(seeing), nil }, "esc"))
	}
	as := "as a list"
	if t.list {
		as = "as a map"
	}
	list := on("l", as, func(string) (screen, tea.Msg) { t.list = !t.list; return t.Layout(t.frame), nil }, "l")
	return []action{moving("move", t.pane, with), entering("choose", t.pane, t.enter), list, paging(t.pane, with), back(t, "leave (saved)")}
}

func (t tensionScreen) enter(string) (screen, tea.Msg) {
	if i := t.pane.focus; i >= 0 {
		return t.does[i](t)
	}
	t.pane = t.pane.page()
	return t, nil
}
