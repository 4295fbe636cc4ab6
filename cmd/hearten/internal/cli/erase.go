package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"hearten/course"
	"hearten/progress"
)

// erasing is how progress is erased: all of it or a course's, and whether it
// is only shown or was agreed to already.
type erasing struct{ all, dryRun, confirm bool }

func newErase(w World, o *options) *cobra.Command {
	var e erasing
	cmd := &cobra.Command{
		Use:   "erase",
		Short: "Erase your progress for good, after showing what goes",
		Long: "Erases what is kept of a course on this computer: the journal of what you did and wrote, and\n" +
			"the drafts. With --all it erases that of every course. It shows first what goes, and asks.\n" +
			"Quit hearten in other windows before: one that is open would begin a new file.",
		Example: "  hearten progress erase --dry-run\n  hearten progress erase\n  hearten progress erase --course my-course\n  hearten progress erase --all --confirm",
		Args:    atMost(0),
		RunE:    func(cmd *cobra.Command, _ []string) error { return e.run(cmd.Context(), w, *o) },
	}
	cmd.Flags().BoolVar(&e.all, "all", false, "of every course, and the reports of mistakes in the program")
	cmd.Flags().BoolVar(&e.dryRun, "dry-run", false, "only show what would go")
	cmd.Flags().BoolVar(&e.confirm, "confirm", false, "do not ask")
	return cmd
}

// doomed is what goes: of courses, and reports that belong to none.
type doomed struct {
	holdings []progress.Holding
	reports  []string
}

func (e erasing) run(ctx context.Context, w World, o options) error {
	dir, err := dataDir(w, o)
	if err != nil {
		return err
	}
	goes, err := e.find(dir, o)
	if err != nil {
		return err
	}
	if len(goes.holdings)+len(goes.reports) == 0 {
		_, err := fmt.Fprintf(w.Out, "There is nothing to erase in %s.\n", dir)
		return err
	}
	goes.print(w.Out)
	if e.dryRun {
		_, err := fmt.Fprintln(w.Out, "\nNothing was erased: this only shows what would go.")
		return err
	}
	if !e.confirm {
		if err := e.agreed(w); err != nil {
			return err
		}
	}
	return goes.erase(ctx, w.Out, dir)
}

// find is what there is to erase.
func (e erasing) find(dir string, o options) (doomed, error) {
	if e.all {
		holdings, err := progress.Holdings(dir)
		reports, _ := filepath.Glob(filepath.Join(dir, "crash", "????-??-??-??????-*.txt"))
		return doomed{holdings, reports}, err
	}
	c, err := openCourse(o)
	if err != nil {
		return doomed{}, err
	}
	h, err := progress.HoldingOf(dir, c.ID)
	if err != nil || h.Empty() {
		return doomed{}, err
	}
	return doomed{holdings: []progress.Holding{h}}, nil
}

func (d doomed) print(out io.Writer) {
	fmt.Fprintln(out, "This goes for good:")
	for _, h := range d.holdings {
		fmt.Fprintf(out, "\n  %s: %s\n", h.Course, held(h))
		if h.Journal != "" {
			fmt.Fprintf(out, "    %s\n", course.Clean(h.Journal))
		}
		for _, draft := range h.Drafts {
			fmt.Fprintf(out, "    %s\n", course.Clean(draft))
		}
	}
	if len(d.reports) > 0 {
		fmt.Fprintf(out, "\n  %s\n", count(len(d.reports), "report")+" of mistakes in the program")
		for _, report := range d.reports {
			fmt.Fprintf(out, "    %s\n", course.Clean(report))
		}
	}
	fmt.Fprintln(out, "\nTo keep a copy to read, run hearten progress export FILE first.")
}

// held counts what is kept of a course, in a learner's words.
func held(h progress.Holding) string {
	r := progress.Replay(h.Events, nil)
	finished, texts := 0, 0
	for _, a := range r.Places {
		texts += len(a.Written)
		if a.Finished {
			finished++
		}
	}
	parts := []string{fmt.Sprintf("activities begun %d, finished %d", len(r.Places), finished)}
	for _, n := range []struct {
		of   int
		what string
	}{{texts, "text"}, {len(r.Plans), "plan"}, {len(h.Drafts), "draft"}} {
		if n.of > 0 {
			parts = append(parts, count(n.of, n.what))
		}
	}
	return strings.Join(parts, ", ")
}

// phrase is what has to be typed.
func (e erasing) phrase() string {
	if e.all {
		return "erase everything"
	}
	return "erase my progress"
}

// agreed asks for the phrase. Anything else erases nothing.
func (e erasing) agreed(w World) error {
	fmt.Fprintf(w.Out, "\nThis cannot be taken back. To erase it, type “%s” and press Enter: ", e.phrase())
	line, err := bufio.NewReader(w.In).ReadString('\n')
	fmt.Fprintln(w.Out)
	switch typed := strings.Trim(strings.TrimSpace(line), `"“”`); {
	case strings.EqualFold(typed, e.phrase()):
		return nil
	case err != nil && typed == "":
		return usage("nothing was erased: no answer came. Type the phrase, or give --confirm")
	}
	return exit{exitFailed, fmt.Errorf("nothing was erased: what was typed is not “%s”", e.phrase())}
}

// erase does it, course by course, and says where what was.
func (d doomed) erase(ctx context.Context, out io.Writer, dir string) error {
	for _, h := range d.holdings {
		if err := h.Erase(ctx); err != nil {
			return err
		}
		fmt.Fprintf(out, "Erased: %s in %s.\n", h.Course, dir)
	}
	for _, report := range d.reports {
		if err := os.Remove(report); err != nil {
			return fmt.Errorf("erase the report of a mistake: %w", err)
		}
	}
	if len(d.reports) > 0 {
		_ = os.Remove(filepath.Join(dir, "crash")) // once it is empty
		fmt.Fprintf(out, "Erased: %s in %s.\n", count(len(d.reports), "report"), filepath.Join(dir, "crash"))
	}
	return nil
}
