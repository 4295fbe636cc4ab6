package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
)

// saving is what is being read or kept at the moment, one thing at a time.
// What it leads to is shown when it is done; keys wait until then.
type saving struct {
	running  bool
	waits    bool // for drafts that are being written
	save     saveMsg
	failure  error
	owed     study.Unsaved // what the learner went on without; it goes with the next save
	held     []tea.Msg
	thenQuit bool
}

func (s saving) busy() bool { return s.running || s.waits }

type (
	savedMsg struct {
		saved study.Saved
		err   error
	}
	openedMsg struct {
		opened study.Opened
		err    error
	}
)

// save keeps what a step did. Texts wait for their drafts to be written: a
// draft that came after them would look newer than they are.
func (a app) save(r saveMsg) (tea.Model, tea.Cmd) {
	if r.unsaved.Empty() {
		return a.keptTexts(r).proceed(r)
	}
	a.saving.save, a.saving.failure = r, nil
	if r.wrote && a.drafts.running {
		a.saving.waits = true
		return a, nil
	}
	a.saving.running, a.saving.waits = true, false
	all := a.saving.owed.And(r.unsaved)
	return a, func() tea.Msg {
		saved, err := a.keeper.Save(a.ctx, all)
		return savedMsg{saved, err}
	}
}

// saved goes on with what the save was for, or says why it failed.
func (a app) saved(msg savedMsg) (tea.Model, tea.Cmd) {
	a.saving.running = false
	if msg.err != nil {
		a.saving.failure, a.saving.held = msg.err, nil
		if a.saving.thenQuit {
			return a, tea.Quit
		}
		if a.saving.save.reads && !a.saving.owed.Empty() {
			return a.goOn()
		}
		return a.layout(), nil
	}
	if !a.saving.owed.Empty() {
		a.saving.owed = study.Unsaved{}
		a = a.layout()
	}
	a = a.keptTexts(a.saving.save)
	if a.saving.thenQuit {
		return a, tea.Quit
	}
	a.study = a.study.Saved(msg.saved)
	return a.proceed(a.saving.save)
}

// goOn does what a save was for before it is kept. What is owed waits for the
// next one, and the screen says so until then.
func (a app) goOn() (tea.Model, tea.Cmd) {
	a.saving.owed, a.saving.failure = a.saving.owed.And(a.saving.save.unsaved), nil
	return a.proceed(a.saving.save)
}

// proceed does what comes after a save, then what was typed meanwhile.
func (a app) proceed(r saveMsg) (tea.Model, tea.Cmd) {
	a.saving.save = saveMsg{}
	s, request := r.then()
	if s != nil {
		s = s.Layout(a.frame())
	}
	next, cmd := a.step(s, request)
	return next.(app).release(cmd)
}

// keptTexts notes that the texts in the fields need no draft any more.
func (a app) keptTexts(r saveMsg) app {
	if w, ok := a.top().(writer); ok && r.wrote {
		a.drafts = a.drafts.kept(w.Drafts())
	}
	return a
}

// hold keeps a key for later.
func (a app) hold(msg tea.Msg) app {
	a.saving.held = append(slices.Clip(a.saving.held), msg)
	return a
}

// release takes the keys that were held, in order, until one of them starts
// something that the rest has to wait for.
func (a app) release(cmd tea.Cmd) (tea.Model, tea.Cmd) {
	cmds := []tea.Cmd{cmd}
	for len(a.saving.held) > 0 && !a.saving.busy() && a.saving.failure == nil {
		msg := a.saving.held[0]
		a.saving.held = a.saving.held[1:]
		next, cmd := a.input(msg)
		a, cmds = next.(app), append(cmds, cmd)
	}
	next, cmd := a.noteDrafts()
	return next.(app).sayLeaving(), tea.Batch(append(cmds, cmd)...)
}

// failureActions are the ways on after a save that failed.
func (a app) failureActions() []action {
	again := func(string) (screen, tea.Msg) { return nil, a.saving.save }
	way := on("Esc", "leave it", func(string) (screen, tea.Msg) { return nil, dropMsg{} }, "esc")
	if a.saving.save.reads {
		way = on("Esc", "go on without saving", func(string) (screen, tea.Msg) { return nil, goOnMsg{} }, "esc")
	}
	return []action{on("r", "try again", again, "r", "enter"), way}
}

type (
	dropMsg struct{} // asks to give up a save that failed
	goOnMsg struct{} // asks to go on without it
)

// open reads an activity; opened shows it.
func (a app) open(r openMsg) (tea.Model, tea.Cmd) {
	a.saving.running = true
	c := a.study.Course()
	return a, func() tea.Msg {
		opened, err := a.keeper.Open(c, r.module, r.activity)
		return openedMsg{opened, err}
	}
}

func (a app) opened(msg openedMsg) (tea.Model, tea.Cmd) {
	a.saving.running = false
	switch {
	case a.saving.thenQuit:
		return a, tea.Quit
	case msg.err != nil:
		return a.say(refusal(a.study, msg.err)).release(nil)
	}
	now := a.moment()
	sitting, unsaved := a.study.Begin(msg.opened.Typed(a.drafts.all(), now.At), now)
	return a.save(saveMsg{unsaved: unsaved, reads: true, then: func() (screen, tea.Msg) {
		return nil, pushMsg{screenOf(sitting), a.noteOn(sitting)}
	}})
}

// screenOf is the screen that an activity is taken on.
func screenOf(s study.Sitting) screen {
	switch s := s.(type) {
	case study.Lesson:
		return newLesson(s)
	case study.Quiz:
		return newQuiz(s)
	case study.Scenario:
		return newScenario(s)
	case study.Reflection:
		return newReflection(s)
	case study.Tension:
		return newTension(s)
	default:
		return newPlan(s.(study.Plan))
	}
}
