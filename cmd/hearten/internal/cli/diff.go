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
		Long: "Compares two folders, the course as learners have it and as they are to have it. It says\n" +
			"module by module what changed, and what that means for a learner in the middle: what\n" +
			"stays, what starts over, and what is orphaned because an id is gone. Where an id seems to\n" +
			"have been renamed, it prints the was: to write so that nothing is lost.\n\n" +
			"With --strict it ends with code 3 where anything is orphaned.",
		Example: "  hearten diff my-course-1 my-course-2\n  hearten diff my-course-1 my-course-2 --strict\n  hearten diff my-course-1 my-course-2 --json",
		Args:    twoFolders,
		RunE: func(_ *cobra.Command, args []string) error {
			v := versions{old: args[0], now: args[1]}
			old, err := v.open(v.old)
			if err != nil {
				return err
			}
			now, err := v.open(v.now)
			if err != nil {
				return err
			}
			report := diff.Compare(old, now)
			if o.json {
				err = writeJSON(w.Out, diffOf(old, now, report))
			} else {
				err = printDiff(w.Out, v, old, now, report)
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

// versions are the folders of the two versions.
type versions struct{ old, now string }

// open reads one of them. Of a version with mistakes the rest is compared.
func (v versions) open(dir string) (*course.Course, error) {
	if dir == "" {
		return nil, usage("a folder has no name; name the folder that holds course.yaml")
	}
	return openCourse(options{course: dir})
}

// place is a place in the new version, as seen from where the command was run.
func (v versions) place(at source.Pos) string {
	return fmt.Sprintf("%s:%d", course.Clean(filepath.Join(v.now, at.File)), at.Line)
}

func wereGiven(n int) string {
	if n == 1 {
		return "1 was"
	}
	return fmt.Sprintf("%d were", n)
}
