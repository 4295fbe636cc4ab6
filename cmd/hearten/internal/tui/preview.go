package tui

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// Preview is what shows a course to its author while they write.
type Preview struct {
	Editions <-chan study.Edition // each one is shown, until there are no more; nil for a learner
	Again    func()               // asks for an edition
}

// preview is what the author sees beside the learner's screens.
type preview struct {
	Preview
	edition study.Edition // the last one that came
	came    bool          // there is one
	due     bool          // it is not on the screens yet
	anew    bool          // what is on top begins anew with it
	place   study.Spot    // of what is previewed, when it was shown last
	band    []string      // its problems, as many as fit
}

func (p preview) on() bool { return p.Editions != nil }

type (
	// editionMsg is a course that its author has saved.
	editionMsg study.Edition
	// reopenedMsg is what the screens of the stack show, read from an edition.
	reopenedMsg []reopened // by place in the stack
	// begunAnewMsg asks to show what was put aside from its start.
	begunAnewMsg struct{}
	// againMsg asks for the course to be read again.
	againMsg struct{}
	// anewMsg asks to put aside what was done in an activity, and to begin it.
	anewMsg study.Spot
	// renewMsg asks to show other screens in the place of the stack.
	renewMsg struct {
		stack  []screen
		notice string
	}
)

// reopened is the activity of a screen; not ok where it has none, or it could
// not be opened.
type reopened struct {
	opened study.Opened
	ok     bool
}

// next waits for the next edition. Nothing happens until there is one.
func (p preview) next(ctx context.Context) tea.Cmd {
	if !p.on() {
		return nil
	}
	return func() tea.Msg {
		select {
		case e, more := <-p.Editions:
			if !more {
				return nil
			}
			return editionMsg(e)
		case <-ctx.Done():
			return nil
		}
	}
}

// came takes a new edition: what is wrong is said at once, and the screens
// follow as soon as nothing else is going on.
func (a app) came(e study.Edition) (tea.Model, tea.Cmd) {
	a.preview.edition, a.preview.came = e, true
	a.preview.due = true
	return a.layout(), a.preview.next(a.ctx)
}

// followed is the app once its screens show the last edition, if they can now.
func (a app) followed(cmd tea.Cmd) (tea.Model, tea.Cmd) {
	if !a.preview.due || a.saving.busy() || a.saving.failure != nil {
		return a, cmd
	}
	a.preview.due = false
	next, reopen := a.follow()
	return next, tea.Batch(cmd, reopen)
}

// follow reads anew what the screens show.
func (a app) follow() (app, tea.Cmd) {
	e := a.preview.edition
	if e.Course != nil {
		a.study = a.study.Edited(e.Course)
	}
	a = a.known()
	if e.Course == nil && !a.preview.anew {
		return a.layout(), nil
	}
	spots := a.spots()
	a.saving.running = true
	keeper, course := a.keeper, a.study.Course()
	return a, func() tea.Msg {
		all := make([]reopened, len(spots))
		for i, at := range spots {
			if at.Activity == "" {
				continue
			}
			opened, err := keeper.Open(course, at.Module, at.Activity)
			all[i] = reopened{opened, err == nil}
		}
		return reopenedMsg(all)
	}
}

// known is the app whose screens have been told what the last edition says of
// the course, and of what is wrong with it.
func (a app) known() app {
	var stack []screen
	for i, s := range a.stack {
		switch s := s.(type) {
		case waitingScreen:
			stack = append(stack, s.arrived(a.study, a.preview.edition, i)...)
		case editable:
			stack = append(stack, s.Edited(a.study, a.preview.edition))
		default:
			stack = append(stack, s)
		}
	}
	a.stack = stack
	return a
}

// spots are where in the course each screen of the stack stands now.
func (a app) spots() []study.Spot {
	all := make([]study.Spot, len(a.stack))
	for i, s := range a.stack {
		switch s := s.(type) {
		case waitingScreen:
			all[i] = a.preview.edition.Place
		case staged:
			c := s.Sitting().Content()
			old := study.Spot{Module: c.Module.ID, Activity: c.Activity.ID}
			all[i] = a.study.Now(old)
			m, _ := a.study.Course().Module(all[i].Module)
			if _, still := m.Activity(all[i].Activity); !still && old == a.preview.place {
				all[i] = a.preview.edition.Place // its file is called something else now
			}
		}
	}
	return all
}

// reopened shows what was read, each screen at its place. A screen whose
// activity cannot be shown stays as it was.
func (a app) reopened(msg reopenedMsg) (tea.Model, tea.Cmd) {
	a.saving.running = false
	if a.saving.thenQuit {
		return a, tea.Quit
	}
	if a.preview.edition.Missing == "" {
		a.preview.place = a.preview.edition.Place
	}
	var unsaved study.Unsaved
	renew := renewMsg{stack: slices.Clone(a.stack)}
	for i := range a.stack {
		next, did, notice := a.resumed(i, msg[i])
		renew.stack[i], unsaved = next, unsaved.And(did)
		if i == len(a.stack)-1 {
			renew.notice = notice
		}
	}
	a.preview.anew = false
	for i, s := range renew.stack {
		renew.stack[i] = s.Layout(a.frame()) // also those below, which keys may act on through a palette
	}
	renew.stack = over(renew.stack, a.ownActions)
	return a.save(saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) { return nil, renew }})
}

// noteOn is what there is to say of an activity that is opened.
func (a app) noteOn(s study.Sitting) string {
	if a.preview.on() {
		return study.Unfit(s)
	}
	return s.Note()
}

// authors is what there is to say to the author in a preview, in the place of
// what a learner is told.
func authors(s study.Study, learner, author string) string {
	if s.Preview() {
		return author
	}
	return learner
}

// refusal says why something cannot be shown, and what whoever reads it can do.
func refusal(s study.Study, err error) string {
	var broken *course.BrokenError
	if errors.As(err, &broken) && s.Preview() {
		err = errors.New(broken.Why + ". Press p to see what is wrong")
	}
	return sentence(err)
}

// resumed is a screen of the stack with what was read for it, what taking that
// up did, and what there is to say of it.
func (a app) resumed(i int, r reopened) (screen, study.Unsaved, string) {
	s := a.stack[i]
	if !r.ok {
		if w, ok := s.(waitingScreen); ok {
			w.tried = true
			return w, study.Unsaved{}, ""
		}
		return s, study.Unsaved{}, ""
	}
	was, taken := s.(staged)
	if !taken || a.preview.anew && i == len(a.stack)-1 {
		sitting, did := a.study.Begin(r.opened, a.moment())
		return screenOf(sitting), did, ""
	}
	sitting, did := a.study.Resume(r.opened, was.Sitting(), a.moment())
	return again(was, sitting), did, study.Unfit(sitting)
}

// beginAnew puts aside what the author did in an activity, and shows it from
// its start.
func (a app) beginAnew(at study.Spot) (tea.Model, tea.Cmd) {
	return a.save(saveMsg{unsaved: a.study.Afresh(at, a.moment()), then: func() (screen, tea.Msg) { return nil, begunAnewMsg{} }})
}

// renew shows the screens of an edition.
func (a app) renew(r renewMsg) (tea.Model, tea.Cmd) {
	a.stack = r.stack
	return a.say(r.notice).noteDrafts()
}
