package cli

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"hearten/cmd/hearten/internal/plain"
	"hearten/cmd/hearten/internal/study"
	"hearten/cmd/hearten/internal/tui"
	"hearten/course"
	"hearten/course/source"
)

func newPreview(w World, o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "preview [FILE]",
		Short: "Show what a learner will see, again at each save, beside what is wrong",
		Long: "Shows a course to its author while they write: the screen that a learner will see, as the\n" +
			"last save left it, and below it what hearten lint finds. Each save shows the same place\n" +
			"again. FILE is a file in a course folder, the folder of a module or of a course, or\n" +
			"MODULE/ACTIVITY; without it, it is the course in this folder. Nothing that you do in it\n" +
			"becomes progress. On the screens, p lists what is wrong, F8 begins an activity anew, and F5\n" +
			"reads the course again where a save was not noticed, as on some network drives.",
		Example: "  hearten preview my-course/02-care/maya.scenario.yaml\n" +
			"  hearten preview my-course\n" +
			"  hearten preview --course my-course care/maya --plain",
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return preview(cmd.Context(), w, *o, pick(args, ""))
		},
	}
}

// preview shows a course to its author, with progress that is thrown away.
func preview(ctx context.Context, w World, o options, name string) (err error) {
	theme, inLines, err := face(w, o)
	if err != nil {
		return err
	}
	s, err := subjectOf(o.course, name)
	if err != nil {
		return err
	}
	first := s.read(w.Now())
	if first.Missing != "" && source.Errors(first.Problems) == 0 {
		return usage("%s", first.Missing)
	}
	ctx, stop := untilClosed(ctx)
	defer stop()
	dir, err := os.MkdirTemp("", "hearten-preview-") // for its owner alone
	if err != nil {
		return fmt.Errorf("make a folder for what you try out: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	keeper, learner, err := trial(w, o, dir)
	if err != nil {
		return err
	}
	again := make(chan struct{}, 1)
	editions, err := s.editions(ctx, first, w.Now, again)
	if err != nil {
		return fmt.Errorf("watch the course: %w", err)
	}
	if inLines {
		return plain.Run(ctx, plain.Config{In: w.In, Out: w.Out, Study: learner, Keeper: keeper, Moment: w.moment, Editions: editions})
	}
	return tui.Run(ctx, tui.Config{
		In: w.In, Out: w.screen, Environ: w.Environ, Study: learner, Keeper: keeper, Moment: w.moment, Theme: theme, ASCII: o.ascii,
		Preview: tui.Preview{Editions: editions, Again: func() { ask(again) }},
		Version: version(),
	})
}

// trial keeps what an author does in a preview in a folder of its own. Only
// the report of a mistake in the program goes where those of a learner do, to
// be there afterwards.
func trial(w World, o options, dir string) (*study.Keeper, study.Study, error) {
	keeper, learner, err := study.Keep(dir, &course.Course{ID: "preview"})
	if err != nil {
		return nil, learner, err
	}
	if data, err := dataDir(w, o); err == nil {
		keeper = keeper.ReportingTo(data)
	}
	return keeper, learner, nil
}

// ask has the course read again, unless that is asked already.
func ask(again chan<- struct{}) {
	select {
	case again <- struct{}{}:
	default:
	}
}
