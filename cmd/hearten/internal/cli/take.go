package cli

import (
	"bufio"
	"context"
	"fmt"
	"os/signal"
	"strings"
	"syscall"

	"hearten/cmd/hearten/internal/plain"
	"hearten/cmd/hearten/internal/study"
	"hearten/cmd/hearten/internal/tui"
	"hearten/course"
)

// take opens the course for a learner, in the front end that suits.
func take(ctx context.Context, w World, o options) error {
	theme, inLines, unfit := face(w, o)
	if unfit != nil && w.Terminal {
		return unfit
	}
	c, err := openCourse(o)
	if err != nil {
		return err
	}
	keeper, s, err := keep(w, o, c)
	if err != nil {
		return err
	}
	if unfit != nil { // it is seen at least where the learner is
		sayStatus(w, o, s, "hearten --plain")
		return unfit
	}
	if err := agree(w, s); err != nil {
		return err
	}
	ctx, stop := untilClosed(ctx)
	defer stop()
	if inLines {
		return plain.Run(ctx, plain.Config{In: w.In, Out: w.Out, Study: s, Keeper: keeper, Moment: w.moment, Review: o.review})
	}
	return tui.Run(ctx, tui.Config{
		In: w.In, Out: w.screen, Environ: w.Environ, Study: s, Keeper: keeper,
		Moment: w.moment, Theme: theme, ASCII: o.ascii, Review: o.review, Version: version(),
	})
}

// untilClosed is a context that ends as well when the terminal's window is
// closed, or the program is told to end: what is being typed is then kept, and
// the screen given back, as on every other way out.
func untilClosed(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, syscall.SIGTERM, syscall.SIGHUP)
}

// face says how a course is shown: with which colours, or line by line. It fails
// where neither is possible.
func face(w World, o options) (theme tui.ThemeName, inLines bool, err error) {
	if theme, err = themeOf(w, o); err != nil {
		return theme, false, err
	}
	inLines = o.plain || on(w.Env("ACCESSIBLE")) || w.Env("TERM") == "dumb"
	if !inLines && !w.Terminal {
		return theme, false, usage("this is not a terminal, so the screens cannot be shown. hearten --plain works here, line by line; hearten status says where you are")
	}
	return theme, inLines, nil
}

func (w World) moment() study.Moment {
	now := w.Now().Round(0) // without the part that only this process can compare
	return study.Moment{At: now, ID: w.NewID(now)}
}

// agree asks before progress of a course is added to a journal that seems to
// be another course's.
func agree(w World, s study.Study) error {
	if !s.Foreign() {
		return nil
	}
	const way = "use --data to keep this course's progress elsewhere"
	of, mend := kept(s.Recorded())
	if !w.Terminal {
		return fmt.Errorf("the progress kept under this course's id is of other modules%s; %s. %s", of, way, mend)
	}
	fmt.Fprintf(w.Out, "The progress kept under this course's id is of other modules%s.\n%s\nAdd to it all the same? (To keep it apart, %s.) [y/N] ", of, mend, way)
	line, _ := bufio.NewReader(w.In).ReadString('\n')
	if !strings.HasPrefix(strings.ToLower(strings.TrimSpace(line)), "y") {
		return exit{code: exitOK}
	}
	return nil
}

// kept names modules of old progress, and says to whoever wrote the course
// how a renamed one keeps it.
func kept(modules []string) (of, mend string) {
	const enough = 5
	for i, id := range modules {
		modules[i] = course.Clean(strings.Join(strings.Fields(id), " "))
	}
	old := modules[0]
	if n := len(modules) - enough; n > 0 {
		modules = append(modules[:enough:enough], fmt.Sprintf("%d more", n))
	}
	return " (" + strings.Join(modules, ", ") + ")",
		fmt.Sprintf("If a module was only renamed, its author keeps the progress by giving the old id in its module.yaml: was: [%s]", old)
}

// themeOf is the theme to show, by flag, then by what the environment says of
// colours: any NO_COLOR that is not empty, CLICOLOR=0.
func themeOf(w World, o options) (tui.ThemeName, error) {
	theme, err := tui.ParseTheme(o.theme)
	if err != nil {
		return theme, usage("%w", err)
	}
	if o.noColor || w.Env("NO_COLOR") != "" || w.Env("CLICOLOR") == "0" {
		return tui.ThemeNone, nil
	}
	return theme, nil
}

// on reads a yes from the environment: anything but nothing, 0 and false.
func on(value string) bool {
	switch strings.ToLower(value) {
	case "", "0", "false", "no":
		return false
	}
	return true
}
