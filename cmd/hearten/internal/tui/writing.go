package tui

import (
	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
)

// privacy is said wherever a learner writes about people.
const (
	privacyTitle = "only on this computer"
	privacyNote  = "Use roles or initials, not names."
)

// The buttons of a page to write on.
const (
	buttonSave = iota
	buttonLater
)

// reflectionScreen is a page of prompts to write about.
type reflectionScreen struct {
	reflection study.Reflection
	form       form
	frame      frame
	pane       pane
}

func newReflection(r study.Reflection) reflectionScreen {
	s := reflectionScreen{reflection: r, form: form{buttons: []string{"Save", "Not now"}}}
	for _, f := range r.Fields() {
		s.form.fields = append(s.form.fields, newField(f.ID, f.Ask, f.Typed()))
	}
	s.form = s.form.to(0)
	return s
}

// Layout sets the page.
func (r reflectionScreen) Layout(f frame) screen {
	r.frame = f
	return r.set(r.form)
}

func (r reflectionScreen) set(changed form) screen {
	top := r.pane.top
	s := r.frame.sheet()
	if about := r.reflection.Content().About; about != "" {
		s.prose(about)
		s.gap()
	}
	s.note(privacyNote)
	s.gap()
	r.form, r.pane = changed.set(s, r.frame.Height)
	s.sourcesOf(r.reflection.Content().Cited, r.texts()...)
	r.pane.lines = s.lines
	r.pane.top = min(top, r.pane.last())
	r.pane = r.pane.seen()
	return r
}

// texts is what the page says, by which its sources are known.
func (r reflectionScreen) texts() []string {
	all := []string{r.reflection.Content().About}
	for _, f := range r.form.fields {
		all = append(all, f.ask)
	}
	return all
}

// Title names the page, and says who can read it.
func (r reflectionScreen) Title() (left, right string) {
	c := r.reflection.Content()
	return c.Module.Title + " / " + c.Activity.Title, privacyTitle
}

// Body is the page.
func (r reflectionScreen) Body() body { return r.pane.body() }

// Typing says that letters are text.
func (r reflectionScreen) Typing() bool { return r.form.typing() }

// Type puts text into the field that has the focus.
func (r reflectionScreen) Type(msg tea.Msg) screen { return r.set(r.form.typed(msg)) }

// Drafts is what stands in the fields.
func (r reflectionScreen) Drafts() []study.Draft {
	c := r.reflection.Content()
	return r.form.drafts(c.Module.ID, c.Activity.ID)
}

// Actions are the form's.
func (r reflectionScreen) Actions() []action {
	return append(r.form.actions(r.set, r.press), scrolling(r.pane, func(p pane) screen { r.pane = p; return r }), back(r, r.frame.textKept("back")))
}

func (r reflectionScreen) press(button int) (screen, tea.Msg) {
	if button == buttonLater {
		_, unsaved := r.reflection.Later(r.frame.moment())
		return r, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) {
			return nil, backMsg{"Put off. What you typed is kept."}
		}}
	}
	_, unsaved := r.reflection.Write(r.form.texts(), r.frame.moment())
	return r, saveMsg{unsaved: unsaved, wrote: true, then: func() (screen, tea.Msg) { return nil, backMsg{"Saved."} }}
}
