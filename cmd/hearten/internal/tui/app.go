package tui

import (
	"context"
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
)

// app is the root: the window, the colours, a stack of screens, and what is
// being kept. It alone starts commands and makes a tea.View.
type app struct {
	ctx    context.Context
	keeper keeper
	moment func() study.Moment
	after  func(time.Duration, func(time.Time) tea.Msg) tea.Cmd

	theme         ThemeName
	ascii         bool
	look          *look
	width, height int

	study   study.Study
	stack   []screen // never empty; the last one is shown
	notices []string // until the next key
	inRule  bool     // they stand in the rule above the footer
	leaving bool     // Ctrl+C was pressed once
	saving  saving
	drafts  drafts
	preview preview
}

func newApp(ctx context.Context, c Config, k keeper) app {
	a := app{
		ctx: ctx, keeper: k, moment: c.Moment, after: tea.Tick,
		theme: c.Theme, ascii: c.ASCII, look: newLook(c.Theme, unknown, c.ASCII),
		study: c.Study, stack: []screen{newHome(c.Study)},
	}
	if c.Review {
		a.stack = append(a.stack, newReview(c.Study.Review(c.Moment().At)))
	}
	if a.preview.Preview = c.Preview; a.preview.on() {
		a.stack = []screen{waitingScreen{}}
	}
	for _, note := range k.Notes() {
		a.notices = append(a.notices, clean(note))
	}
	return a
}

// Init asks for the background; the first frame does not wait for the answer.
func (a app) Init() tea.Cmd {
	if a.theme == ThemeAuto || a.theme == ThemeContrast {
		return tea.Batch(tea.RequestBackgroundColor, a.preview.next(a.ctx))
	}
	return a.preview.next(a.ctx)
}

// Update takes what happened. It reads and writes nothing.
func (a app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := a.happened(msg)
	return next.(app).followed(cmd)
}

func (a app) happened(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
		return a.layout(), nil
	case tea.BackgroundColorMsg:
		behind := light
		if msg.IsDark() {
			behind = dark
		}
		a.look = newLook(a.theme, behind, a.ascii)
		return a.layout(), nil
	case tea.KeyPressMsg, tea.PasteMsg:
		return a.input(msg)
	case openedMsg:
		return a.opened(msg)
	case askedMsg:
		return a.asked(msg)
	case savedMsg:
		return a.saved(msg)
	case draftsDueMsg:
		return a.saveDrafts()
	case draftsSavedMsg:
		return a.draftsSaved(msg)
	case editionMsg:
		return a.came(study.Edition(msg))
	case reopenedMsg:
		return a.reopened(msg)
	}
	return a, nil
}

func (a app) top() screen { return a.stack[len(a.stack)-1] }

// with is the app with another screen instead of the top one.
func (a app) with(s screen) app {
	a.stack = append(slices.Clone(a.stack[:len(a.stack)-1]), s)
	return a
}

// layout lays the top screen out in what the notices and the band leave of the
// window.
func (a app) layout() app {
	a.preview.band = a.band()
	if a.inRule = a.fitsRule(); a.inRule {
		b := a.with(a.top().Layout(a.frame())).top().Body()
		a.inRule = b.above || b.below || written(b.lines)+len(a.notices)+1 > a.frame().Height
	}
	return a.with(a.top().Layout(a.frame()))
}

func (a app) say(sentences ...string) app {
	for _, s := range sentences {
		if s != "" {
			a.notices = append(slices.Clip(a.notices), a.look.words.Replace(clean(s)))
		}
	}
	return a.layout()
}

// input takes a key or a paste, or holds it while something is being kept.
func (a app) input(msg tea.Msg) (tea.Model, tea.Cmd) {
	press, isKey := msg.(tea.KeyPressMsg)
	if isKey && press.String() == "ctrl+c" {
		return a.interrupt()
	}
	if isKey && press.String() == "ctrl+z" {
		return a.suspend()
	}
	if a.saving.busy() {
		return a.hold(msg), nil
	}
	wasLeaving := a.leaving
	a.leaving = false
	if len(a.notices) > 0 {
		a.notices = nil
		a = a.layout()
	}
	if !isKey {
		return a.typed(msg)
	}
	if wasLeaving && press.String() == "esc" && len(a.stack) == 1 {
		return a, tea.Quit
	}
	for _, act := range a.actions() {
		if act.do != nil && key.Matches(press, act.Binding) {
			return a.step(act.do(press.String()))
		}
	}
	return a.typed(msg)
}

// actions is what keys do now: those of the screen, or the ways on after a
// save that failed; and help.
func (a app) actions() []action {
	return a.ownActions(a.top())
}

// ownActions is what keys do on a screen.
func (a app) ownActions(s screen) []action {
	if _, over := s.(overlay); over {
		return s.Actions()
	}
	own := a.withPages(s, s.Actions())
	if a.saving.failure != nil {
		own = a.failureActions()
	}
	own = a.previewActions(s, own)
	help := func(string) (screen, tea.Msg) { return nil, pushMsg{screen: newHelp(s, own)} }
	names := func(string) (screen, tea.Msg) { return nil, pushMsg{screen: newPalette(s, a.ownActions(s))} }
	return append(slices.Clip(own), quietly("Ctrl+P", "all actions by name", names, "ctrl+p"), a.lettered(s, "?", "F1", "help", help))
}

// lettered is an action by a letter or a function key; where letters are text,
// by the function key alone.
func (a app) lettered(s screen, letter, function, does string, do func(press string) (screen, tea.Msg)) action {
	if a.typing(s) {
		return on(function, does, do, strings.ToLower(function))
	}
	return on(letter, does, do, letter, strings.ToLower(function))
}

// typing says that letters are text on a screen, and not keys.
func (a app) typing(s screen) bool {
	w, ok := s.(writer)
	return ok && w.Typing() && a.saving.failure == nil
}

// typed gives a field what was typed.
func (a app) typed(msg tea.Msg) (tea.Model, tea.Cmd) {
	w, ok := a.top().(writer)
	_, over := a.top().(overlay)
	if !ok || !w.Typing() || a.saving.failure != nil && !over {
		return a, nil
	}
	a = a.with(w.Type(msg))
	return a.noteDrafts()
}

// step takes what an action gave: the screen after it, and a request.
func (a app) step(s screen, request tea.Msg) (tea.Model, tea.Cmd) {
	if s != nil {
		a = a.with(s)
	}
	switch r := request.(type) {
	case openMsg:
		return a.open(r)
	case askMsg:
		return a.ask(r)
	case pushMsg:
		return a.push(r)
	case renewMsg:
		return a.renew(r)
	case anewMsg:
		return a.beginAnew(study.Spot(r))
	case begunAnewMsg:
		a.preview.due, a.preview.anew = true, true
		return a, nil
	case againMsg:
		return a, func() tea.Msg { a.preview.Again(); return nil }
	case backMsg:
		return a.back(r)
	case doMsg:
		return a.do(r)
	case noticeMsg:
		return a.say(string(r)), nil
	case leaveMsg:
		if r.sure && a.amiss() == nil {
			return a, tea.Quit
		}
		return a.interrupt()
	case saveMsg:
		return a.save(r)
	case dropMsg:
		a.saving = saving{owed: a.saving.owed}
		return a.layout(), nil
	case goOnMsg:
		return a.goOn()
	}
	return a.noteDrafts()
}

func (a app) push(r pushMsg) (tea.Model, tea.Cmd) {
	a.stack = append(slices.Clip(a.stack), r.screen)
	a = a.say(r.notice)
	if w, ok := a.top().(writer); ok {
		a.drafts = a.drafts.opened(w.Drafts())
	}
	return a, nil
}

// back shows the screen below, as it is now. What was typed is kept.
func (a app) back(r backMsg) (tea.Model, tea.Cmd) {
	a.drafts = a.drafts.seen(a.top())
	_, over := a.top().(overlay)
	if len(a.stack) > 1 {
		a.stack = slices.Clone(a.stack[:len(a.stack)-1])
	}
	if s, ok := a.top().(informed); ok && !over {
		a = a.with(s.Know(a.study))
	}
	return a.say(r.notice).saveDrafts()
}

// interrupt is the first Ctrl+C, which keeps everything, or the second.
func (a app) interrupt() (tea.Model, tea.Cmd) {
	if !a.leaving {
		a.leaving = true
		a.drafts = a.drafts.seen(a.top())
		next, cmd := a.saveDrafts()
		return next.(app).sayLeaving().layout(), cmd
	}
	if a.saving.running {
		a.saving.thenQuit = true
		return a, nil
	}
	return a, tea.Quit
}

// sayLeaving says that all is saved, once it is.
func (a app) sayLeaving() app {
	if !a.leaving || a.amiss() != nil || a.saving.busy() || a.drafts.busy() {
		return a
	}
	a.notices = nil
	or := ""
	if len(a.stack) == 1 {
		or = ", or Esc"
	}
	return a.say(authors(a.study, "Saved.", "Nothing that you did here is kept.") + " Press Ctrl+C again to leave" + or + ".")
}
