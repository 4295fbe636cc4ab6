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
	list    bool // as a list, also where there is room for two columns
	form    form
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
	for _, b := range t.Boxes() {
		if b.Draft != "" {
			return s.writing()
		}
	}
	return s
}

// Layout sets the face that is up.
func (t tensionScreen) Layout(f frame) screen {
	t.frame = f
	if t.face != seeing {
		return t.set(t.form)
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
func (t tensionScreen) write() (screen, tea.Msg) { return t.writing().Layout(t.frame), nil }

func (t tensionScreen) writing() tensionScreen {
	t.face, t.pane = writing, pane{}
	t.form = form{buttons: []string{"Save", "Back"}}
	for _, b := range t.tension.Boxes() {
		asked := newField(b.Field.ID, "**"+b.Box.Ask+"**", b.Typed())
		asked.told = b.Given
		t.form.fields = append(t.form.fields, asked)
	}
	t.form = t.form.to(0)
	return t
}

// mark turns to the place between the poles.
func (t tensionScreen) mark() (screen, tea.Msg) { return t.marking().Layout(t.frame), nil }

func (t tensionScreen) marking() tensionScreen {
	t.face, t.pane = marking, pane{}
	m := t.tension.Map()
	t.form = form{buttons: []string{"Save", "Back"}, fields: []field{newField("note", "A word on why, if you like", t.tension.NoteTyped())}}
	t.form.pick = picker{ask: "Today", picked: tension.Furthest}
	if marks := t.tension.Marks(); len(marks) > 0 {
		t.form.pick.picked = marks[len(marks)-1].Value + tension.Furthest
	}
	for value := -tension.Furthest; value <= tension.Furthest; value++ {
		t.form.pick.options = append(t.form.pick.options, plain(m.Words(value)))
	}
	t.form.pick.drawn = func(picked int) []string { return t.track(t.frame.sheet(), picked-tension.Furthest, t.frame.text()) }
	t.form = t.form.to(1)
	return t
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
	} else {
		s.note("About your own team. " + privacyNote)
		s.gap()
	}
	t.form, t.pane = changed.set(s, t.frame.Height)
	t.pane.top = min(top, t.pane.last())
	t.pane = t.pane.seen()
	return t
}

// press saves, or goes back to the map; what was typed stays a draft.
func (t tensionScreen) press(button int) (screen, tea.Msg) {
	if button == buttonLater {
		return t.see(), nil
	}
	if t.face == writing {
		next, unsaved := t.tension.Write(t.form.texts(), t.frame.moment())
		return t.saved(next, unsaved, "Saved.")
	}
	value := t.form.pick.picked - tension.Furthest
	next, unsaved, err := t.tension.Mark(value, t.form.fields[0].text(), t.frame.moment())
	if err != nil {
		t.form.said = sentence(err)
		return t.set(t.form), nil
	}
	return t.saved(next, unsaved, "Marked: "+plain(t.tension.Map().Words(value))+".")
}

func (t tensionScreen) saved(next study.Tension, unsaved study.Unsaved, said string) (screen, tea.Msg) {
	return t, saveMsg{unsaved: unsaved, wrote: true, then: func() (screen, tea.Msg) {
		t.tension = next
		return t.see(), noticeMsg(said)
	}}
}

// see turns back to the map.
func (t tensionScreen) see() screen {
	t.face, t.pane = seeing, pane{}
	return t.Layout(t.frame)
}

// Title names the map, and says who can read it.
func (t tensionScreen) Title() (left, right string) {
	c := t.tension.Content()
	return c.Module.Title + " / " + c.Activity.Title, privacyTitle
}

// Body is the face that is up.
func (t tensionScreen) Body() body { return t.pane.body() }

// Typing says that letters are text.
func (t tensionScreen) Typing() bool { return t.face != seeing && t.form.typing() }

// Type puts text into the field that has the focus.
func (t tensionScreen) Type(msg tea.Msg) screen { return t.set(t.form.typed(msg)) }

// Drafts is what stands in the fields.
func (t tensionScreen) Drafts() []study.Draft {
	if t.face == seeing {
		return nil
	}
	c := t.tension.Content()
	return t.form.drafts(c.Module.ID, c.Activity.ID)
}

// Actions are those of the map, or of a form; Esc leads back to the map first.
func (t tensionScreen) Actions() []action {
	with := func(p pane) screen { t.pane = p; return t }
	if t.face != seeing {
		all := append(t.form.actions(t.set, t.press), scrolling(t.pane, with))
		return append(all, on("Esc", "back (text kept)", func(string) (screen, tea.Msg) { return t.see(), nil }, "esc"))
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
