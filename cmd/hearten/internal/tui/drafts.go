package tui

import (
	"errors"
	"maps"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
)

// drafts is what is being typed, and what of it is kept already.
type drafts struct {
	saved   map[draftKey]string
	pending map[draftKey]study.Draft
	due     bool // a save is on its way
	running bool
}

type draftKey struct{ module, activity, field string }

func keyOf(d study.Draft) draftKey { return draftKey{d.Module, d.Activity, d.Field} }

// draftDelay is how long typing may stay unsaved before a save begins.
const draftDelay = 300 * time.Millisecond

type (
	draftsDueMsg   struct{}
	draftsSavedMsg struct {
		drafts []study.Draft
		err    error
	}
)

func (d drafts) busy() bool { return d.running || len(d.pending) > 0 }

// kept notes that texts are on disk as they stand.
func (d drafts) kept(texts []study.Draft) drafts {
	d.saved, d.pending = maps.Clone(d.saved), maps.Clone(d.pending)
	if d.saved == nil {
		d.saved = map[draftKey]string{}
	}
	for _, text := range texts {
		d.saved[keyOf(text)] = text.Text
		if d.pending[keyOf(text)].Text == text.Text {
			delete(d.pending, keyOf(text))
		}
	}
	return d
}

// opened notes what a screen opens with: what is not pending stands on disk.
func (d drafts) opened(texts []study.Draft) drafts {
	return d.kept(slices.DeleteFunc(texts, func(text study.Draft) bool {
		_, newer := d.pending[keyOf(text)]
		return newer
	}))
}

// all is what is pending.
func (d drafts) all() []study.Draft { return slices.Collect(maps.Values(d.pending)) }

// seen notes what a screen holds that is not on disk.
func (d drafts) seen(s screen) drafts {
	w, ok := s.(writer)
	if !ok {
		return d
	}
	d.pending = maps.Clone(d.pending)
	for _, text := range w.Drafts() {
		if d.saved[keyOf(text)] == text.Text {
			delete(d.pending, keyOf(text))
			continue
		}
		if d.pending == nil {
			d.pending = map[draftKey]study.Draft{}
		}
		d.pending[keyOf(text)] = text
	}
	return d
}

// noteDrafts has what was typed saved in a moment.
func (a app) noteDrafts() (tea.Model, tea.Cmd) {
	a.drafts = a.drafts.seen(a.top())
	if len(a.drafts.pending) == 0 || a.drafts.due || a.drafts.running {
		return a, nil
	}
	a.drafts.due = true
	return a, a.after(draftDelay, func(time.Time) tea.Msg { return draftsDueMsg{} })
}

// saveDrafts writes what is pending, unless that is going on already or the
// texts themselves are being kept.
func (a app) saveDrafts() (tea.Model, tea.Cmd) {
	a.drafts.due = false
	if len(a.drafts.pending) == 0 || a.drafts.running || a.saving.running {
		return a, nil
	}
	a.drafts.running = true
	all := a.drafts.all()
	return a, func() tea.Msg { return draftsSavedMsg{all, writeDrafts(a.keeper, all)} }
}

func writeDrafts(k keeper, all []study.Draft) error {
	var errs []error
	for _, d := range all {
		errs = append(errs, k.SaveDraft(d))
	}
	return errors.Join(errs...)
}

func (a app) draftsSaved(msg draftsSavedMsg) (tea.Model, tea.Cmd) {
	a.drafts.running = false
	if msg.err != nil {
		a.leaving = false
		a = a.say(sentence(msg.err))
	} else {
		a.drafts = a.drafts.kept(msg.drafts)
	}
	if a.saving.waits {
		return a.save(a.saving.save)
	}
	if msg.err != nil {
		return a, nil
	}
	next, cmd := a.noteDrafts()
	return next.(app).sayLeaving(), cmd
}

// flush writes what is not on disk when the program ends.
func (a app) flush() error {
	return writeDrafts(a.keeper, a.drafts.seen(a.top()).all())
}
