// Package tui is the full-screen front end: it shows a course and asks the
// learner, and leaves every decision about the course to study.
package tui

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// Config is what the front end needs of the world.
type Config struct {
	In      io.Reader
	Out     io.Writer
	Environ []string
	Study   study.Study
	Keeper  *study.Keeper
	Moment  func() study.Moment
	Theme   ThemeName
	ASCII   bool // draw with ASCII alone
}

// keeper is the reading and writing that the screens need.
type keeper interface {
	Save(context.Context, study.Unsaved) (study.Saved, error)
	SaveDraft(study.Draft) error
	Open(c *course.Course, module, activity string) (study.Opened, error)
	Notes() []string
}

// Run shows the course until the learner leaves. What they typed until then
// is kept when it returns.
func Run(ctx context.Context, c Config) error {
	program := tea.NewProgram(newApp(ctx, c, c.Keeper), options(ctx, c)...)
	last, err := program.Run()
	switch {
	case errors.Is(err, tea.ErrInterrupted), ctx.Err() != nil:
		err = context.Canceled
	}
	if a, ok := last.(app); ok {
		err = errors.Join(err, a.flush())
	}
	return err
}

// options fix the colours where the terminal would be asked and answer
// wrongly: Apple's Terminal shows true colours as something else.
func options(ctx context.Context, c Config) []tea.ProgramOption {
	all := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithInput(c.In), tea.WithOutput(c.Out),
		tea.WithEnvironment(c.Environ), tea.WithFPS(120),
	}
	switch {
	case c.Theme == ThemeNone:
		all = append(all, tea.WithColorProfile(colorprofile.ASCII))
	case slices.Contains(c.Environ, "TERM_PROGRAM=Apple_Terminal") && !slices.ContainsFunc(c.Environ, setsTrueColor):
		all = append(all, tea.WithColorProfile(colorprofile.ANSI256))
	}
	return all
}

func setsTrueColor(variable string) bool {
	name, value, _ := strings.Cut(variable, "=")
	return name == "COLORTERM" && value != ""
}
