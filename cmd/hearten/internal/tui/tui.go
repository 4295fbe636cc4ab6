// Package tui is the full-screen front end: it shows a course and asks the
// learner, and leaves every decision about the course to study.
package tui

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

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
	Review  bool // open with what is due to be asked again
	Preview Preview
	Version string // of the program, for a report of a mistake in it
}

// keeper is the reading and writing that the screens need.
type keeper interface {
	Save(context.Context, study.Unsaved) (study.Saved, error)
	SaveDraft(study.Draft) error
	Open(c *course.Course, module, activity string) (study.Opened, error)
	Notes() []string
	Crash(report string, at time.Time) (string, error)
}

// Run shows the course until the learner leaves. What they typed until then
// is kept when it returns. A mistake in the program ends it with an error
// that says where the report is.
func Run(ctx context.Context, c Config) error {
	return run(ctx, c, newApp(ctx, c, c.Keeper))
}

func run(ctx context.Context, c Config, a app, more ...tea.ProgramOption) error {
	last, err := tea.NewProgram(newGuard(a), append(options(ctx, c), more...)...).Run()
	if errors.Is(err, tea.ErrInterrupted) || ctx.Err() != nil {
		err = context.Canceled
	}
	g, ok := last.(guard)
	if !ok {
		return err
	}
	if a, ok := g.model.(app); ok {
		var lost error
		if report := protect(func() { lost = a.flush(ctx) }); g.report == "" {
			g.report = report
		}
		if lost != nil {
			err = lost // weighs more than how the program came to end
		}
	}
	if g.report != "" {
		return crashed(c, a.keeper, g.report)
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
