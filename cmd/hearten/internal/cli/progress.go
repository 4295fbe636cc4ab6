package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"hearten/progress"
)

func newProgress(w World, o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:        "progress",
		SuggestFor: []string{"export", "erase", "reset", "delete"},
		Short:      "Where your progress is kept; export it, erase it",
		Args:       noArgs,
		RunE:       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use:     "path",
		Short:   "Print the file that holds your progress in the course",
		Example: "  hearten progress path",
		Args:    atMost(0),
		RunE: func(*cobra.Command, []string) error {
			c, err := openCourse(*o)
			if err != nil {
				return err
			}
			dir, err := dataDir(w, *o)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(w.Out, progress.JournalPath(dir, c.ID))
			return err
		},
	})
	cmd.AddCommand(newExport(w, o), newErase(w, o))
	return cmd
}
