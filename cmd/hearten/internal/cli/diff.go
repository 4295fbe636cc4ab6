package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"hearten/course"
	"hearten/course/diff"
	"hearten/course/source"
)

func newDiff(w World, o *options) *cobra.Command {
	var strict bool
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what changed between two versions of a course, and who loses anything by it",
		Long: "Compares two folders: the course as learners have it, and as they are to have it.\n" +
			"It says module by module what changed, and what that means for a learner in the\n" +
			"middle: what stays, what starts over, and what is orphaned because an id is gone.\n" +
			"Where an id seems to have been renamed, it prints the was: that keeps everything.\n\n" +
			"With --strict it ends with code 3 where anything is orphaned.",
		Example: "  hearten diff my-course-1 my-course-2\n  hearten diff my-course-1 my-course-2 --strict\n  hearten diff my-course-1 my-course-2 --json",
		Args:    twoFolders,
		RunE: func(_ *cobra.Command, args []string) error {
			old, err := openEdition(args[0])
			if err != nil {
				return err
			}
			now, err := openEdition(args[1])
			if err != nil {
				return err
			}
			report := diff.Compare(old.Course, now.Course)
			if o.json {
				err = writeJSON(w.Out, diffOf(old, now, report))
			} else {
				err = printDiff(w.Out, old, now, report)
			}
			if err == nil && strict && report.Worst() == diff.Orphaned {
				err = exit{code: exitProblems}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&strict, "strict", false, "end with code 3 where anything is orphaned")
	o.addJSON(cmd)
	return cmd
}

// twoFolders refuses anything but an old version and a new one.
func twoFolders(cmd *cobra.Command, args []string) error {
	if len(args) == 2 {
		return nil
	}
	return usage("%s takes two folders, the old version of the course and the new one, and %s given. See %s --help", cmd.CommandPath(), wereGiven(len(args)), cmd.CommandPath())
}

// edition is one of the two versions: its folder, what could be read of it,
// and how many mistakes hid the rest.
type edition struct {
	*course.Course
	dir      string
	mistakes int
}

// openEdition reads a version. Of one with mistakes the rest is compared.
func openEdition(dir string) (edition, error) {
	if dir == "" {
		return edition{}, usage("a folder has no name; name the folder that holds course.yaml")
	}
	in, err := readCourse(dir)
	return edition{in.course, dir, source.Errors(in.problems)}, err
}

// place is a place in the version, as seen from where the command was run.
func (v edition) place(at source.Pos) string {
	return fmt.Sprintf("%s:%d", filepath.Join(v.dir, at.File), at.Line)
}

func wereGiven(n int) string {
	if n == 1 {
		return "1 was"
	}
	return fmt.Sprintf("%d were", n)
}
