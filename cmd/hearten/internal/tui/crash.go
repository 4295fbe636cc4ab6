package tui

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// guard stands around the app. A mistake in the program ends it in good
// order, with a report: the terminal is given back as it was.
type guard struct {
	model  tea.Model
	view   tea.View
	report string // of a panic; empty while all is well
}

// crashMsg is a panic in a command.
type crashMsg struct{ report string }

func newGuard(m tea.Model) guard {
	g := guard{model: m}
	g.report = protect(func() { g.view = m.View() })
	return g
}

// Init starts the app.
func (g guard) Init() tea.Cmd {
	var cmd tea.Cmd
	report := g.report
	if report == "" {
		report = protect(func() { cmd = g.model.Init() })
	}
	if report != "" {
		return func() tea.Msg { return crashMsg{report} }
	}
	return guarded(cmd)
}

// Update passes a message on, and draws at once: a View that fails must be
// known while there is still something to do about it.
func (g guard) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if crash, ok := msg.(crashMsg); ok {
		g.report = crash.report
		return g, tea.Quit
	}
	next := g
	var cmd tea.Cmd
	g.report = protect(func() {
		next.model, cmd = g.model.Update(msg)
		next.view = next.model.View()
	})
	if g.report != "" {
		return g, tea.Quit
	}
	return next, guarded(cmd)
}

// View is what was drawn last.
func (g guard) View() tea.View { return g.view }

// guarded is a command whose panic becomes a message.
func guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		if report := protect(func() { msg = cmd() }); report != "" {
			return crashMsg{report}
		}
		if batch, ok := msg.(tea.BatchMsg); ok {
			all := make(tea.BatchMsg, len(batch))
			for i, cmd := range batch {
				all[i] = guarded(cmd)
			}
			return all
		}
		return msg
	}
}

// protect does something that may panic, and returns a report if it did.
func protect(do func()) (report string) {
	defer func() {
		if cause := recover(); cause != nil {
			report = reportOf(cause, debug.Stack())
		}
	}()
	do()
	return ""
}

// reportOf says where a panic came from. Its cause is left out unless the
// runtime put it in words: anything else may quote what a learner wrote.
func reportOf(cause any, stack []byte) string {
	var b strings.Builder
	if err, ok := cause.(runtime.Error); ok {
		fmt.Fprintf(&b, "%s\n\n", err.Error())
	}
	b.Write(stack)
	return b.String()
}

// crashed keeps a report, and says in a sentence what the learner should know.
func crashed(c Config, k keeper, report string) error {
	const what = "a mistake in the program ended it; everything that was saved is safe"
	head := fmt.Sprintf("hearten %s, %s, %s/%s\n\n", c.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	name, err := k.Crash(head+report, c.Moment().At)
	if err != nil {
		return fmt.Errorf("%s, but there is no report of it: %w", what, err)
	}
	return fmt.Errorf("%s, and a report with none of your words in it is in %s", what, name)
}
