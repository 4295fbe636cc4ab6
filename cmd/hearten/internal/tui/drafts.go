package tui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
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
	failure error // why the last save failed; what is pending waits here
}

type draftKey struct{ module, activity, field string }

func keyOf(d study.Draft) draftKey { return draftKey{d.Module, d.Activity, d.Field} }

// draftDelay is how long typing may stay unsaved before a save begins.
const draftDelay = 300 * time.Millisecond

type (
	draftsDueMsg   struct{}
	draftsSavedMsg struct {
		drafts []study.Draft // those that are on disk now
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
	return a, func() tea.Msg {
		written, _, err := writeDrafts(a.keeper, all)
		return draftsSavedMsg{written, err}
	}
}

// writeDrafts keeps drafts, and says which are left and why the first of them
// is.
func writeDrafts(k keeper, all []study.Draft) (written, left []study.Draft, why error) {
	for _, d := range all {
		if err := k.SaveDraft(d); err != nil {
			left, why = append(left, d), cmp.Or(why, err)
			continue
		}
		written = append(written, d)
	}
	return written, left, why
}

func (a app) draftsSaved(msg draftsSavedMsg) (tea.Model, tea.Cmd) {
	before := a.drafts.failure
	a.drafts.running, a.drafts.failure = false, msg.err
	a.drafts = a.drafts.kept(msg.drafts)
	if before != nil || msg.err != nil {
		a = a.layout()
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

// flush writes what is not on disk when the program ends. A text that cannot be
// written is named by where it was typed, and not repeated: a terminal keeps
// what is printed on it.
func (a app) flush(ctx context.Context) error {
	failure := a.saving.failure
	if failure == nil && !a.saving.owed.Empty() {
		_, failure = a.keeper.Save(context.WithoutCancel(ctx), a.saving.owed)
	}
	return errors.Join(failure, a.flushDrafts())
}

func (a app) flushDrafts() error {
	_, left, err := writeDrafts(a.keeper, a.drafts.seen(a.top()).all())
	if err == nil {
		return nil
	}
	var where []string
	for _, d := range left {
		title := d.Activity
		if m, ok := a.study.Course().Module(d.Module); ok {
			if act, ok := m.Activity(d.Activity); ok {
				title = plain(act.Title)
			}
		}
		if !slices.Contains(where, title) {
			where = append(where, title)
		}
	}
	slices.Sort(where)
	return fmt.Errorf("this is not saved: what you typed last in %q. %s", strings.Join(where, ", "), sentence(err))
}
