package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"hearten/course/lint"
	"hearten/course/source"
)

func newLint(w World, o *options) *cobra.Command {
	var strict bool
	cmd := &cobra.Command{
		Use:     "lint [DIR]",
		Short:   "Check a course and say what is wrong, where, and how to mend it",
		Example: "  hearten lint my-course\n  hearten lint my-course --strict --json",
		Args:    atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			fsys, err := courseFolder(pick(args, o.course))
			if err != nil {
				return err
			}
			found := lint.Check(fsys)
			if o.json {
				err = source.PrintJSON(w.Out, found)
			} else {
				err = source.Print(w.Out, found)
			}
			errs := source.Errors(found)
			if !o.json && err == nil {
				err = printCount(w, errs, len(found)-errs)
			}
			if err == nil && (errs > 0 || strict && len(found) > 0) {
				err = exit{code: exitProblems}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&strict, "strict", false, "end with code 3 for warnings too")
	o.addJSON(cmd)
	return cmd
}

// pick is the folder an argument or else a flag names.
func pick(args []string, flag string) string {
	if len(args) > 0 {
		return args[0]
	}
	return flag
}

func printCount(w World, errs, warnings int) error {
	if errs+warnings == 0 {
		_, err := fmt.Fprintln(w.Out, "No problems found.")
		return err
	}
	_, err := fmt.Fprintf(w.Out, "%s, %s\n", count(errs, "error"), count(warnings, "warning"))
	return err
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
