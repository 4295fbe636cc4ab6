package tui

import (
	"runtime"

	tea "charm.land/bubbletea/v2"
)

// canSuspend says that the system can stop a program and go on with it.
func canSuspend() bool { return runtime.GOOS != "windows" }

// suspend is Ctrl+Z: what is typed is kept, and the shell has the terminal until
// fg gives it back.
func (a app) suspend() (tea.Model, tea.Cmd) {
	if !canSuspend() {
		return a, nil
	}
	a.drafts = a.drafts.seen(a.top())
	next, cmd := a.saveDrafts()
	return next, tea.Batch(cmd, tea.Suspend)
}
