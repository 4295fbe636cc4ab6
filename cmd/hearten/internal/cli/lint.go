package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"hearten/course"
	"hearten/course/lint"
	"hearten/course/scaffold"
	"hearten/course/scenario"
	"hearten/course/source"
)

// linting is what lint was asked for.
type linting struct {
	strict, figures bool
	format          string
	states          int
}

func newLint(w World, o *options) *cobra.Command {
	var l linting
	cmd := &cobra.Command{
		Use:     "lint [DIR]",
		Short:   "Check a course and say what is wrong, where, and how to mend it",
		Example: "  hearten lint my-course\n  hearten lint my-course --strict --format sarif\n  hearten lint my-course --figures",
		Args:    atMost(1),
		RunE:    func(_ *cobra.Command, args []string) error { return lintCourse(w, o, l, pick(args, o.course)) },
	}
	cmd.Flags().BoolVar(&l.strict, "strict", false, "end with code 3 for warnings too")
	cmd.Flags().BoolVar(&l.figures, "figures", false, "say how large each scenario is, too")
	cmd.Flags().StringVar(&l.format, "format", "text", strings.Join(source.Formats(), ", ")+": for a person, a program, a code host, a GitHub workflow")
	addStates(cmd, &l.states)
	o.addJSON(cmd)
	return cmd
}

func lintCourse(w World, o *options, l linting, dir string) error {
	format, err := lintFormat(l.format, o, l.figures)
	if err != nil {
		return err
	}
	states, err := statesOf(l.states)
	if err != nil {
		return err
	}
	debug.SetGCPercent(lint.CollectorTarget)
	if dir, err = courseOf(dir); err != nil {
		return err
	}
	in, err := openFolder(dir)
	if err != nil {
		return err
	}
	found, begun := lint.CheckBegun(in.tree, in.course, slices.Clip(in.problems), states, scaffold.Holds)
	var scenarios []figures
	if l.figures {
		scenarios = figuresOf(in.workshop().stories, states)
	}
	err = printLint(w, format, dir, l.figures, findings{found, begun, scenarios})
	if err == nil && (source.Errors(found) > 0 || l.strict && len(found) > 0) {
		err = exit{code: exitProblems}
	}
	return err
}

// courseOf is the folder of the course that a name means: a file of a course
// stands for all of it, because half of what may be wrong lies between files.
func courseOf(name string) (string, error) {
	if !isFile(name) || !courseFile(name) {
		return name, nil
	}
	s, err := within("", name, "Name the folder of a course")
	return s.dir, err
}

// checked is everything that is wrong with the course.
func (o opened) checked(states int) []source.Problem {
	return lint.CheckRead(o.tree, o.course, slices.Clip(o.problems), states)
}

// addStates adds the flag for how far scenarios are explored.
func addStates(cmd *cobra.Command, states *int) {
	cmd.Flags().IntVar(states, "states", lint.States, fmt.Sprintf("explore so many states of the scenarios of a file; 0 for %d", scenario.DefaultLimit))
}

// statesOf is how many states are meant. More of them take more memory than
// most computers have.
func statesOf(typed int) (int, error) {
	const most = 50_000_000
	if typed < 0 || typed > most {
		return 0, usage("--states takes a number from 0 to %d, and this is %d", most, typed)
	}
	if typed == 0 {
		return scenario.DefaultLimit, nil
	}
	return typed, nil
}

// lintFormat is the format asked for, of which --json is a short form.
func lintFormat(format string, o *options, withFigures bool) (string, error) {
	if !slices.Contains(source.Formats(), format) {
		return "", usage("there is no format %q; %s", format, source.DidYouMean(format, source.Formats()))
	}
	if o.json && format == "text" {
		format = "json"
	}
	o.json = o.json || format == "json"
	if withFigures && format != "text" && format != "json" {
		return "", usage("%s has no place for figures; leave out --figures, or print text or json", format)
	}
	return format, nil
}

// findings are what lint prints: problems, the texts that stand as a template
// has them, and the figures of scenarios.
type findings struct {
	problems  []source.Problem
	begun     []source.Pos
	scenarios []figures
}

func printLint(w World, format, dir string, withFigures bool, f findings) error {
	switch format {
	case "sarif", "github":
		return source.PrintAs(w.Out, format, from(dir, f.problems))
	case "json":
		return printLintJSON(w.Out, withFigures, f)
	}
	if err := source.Print(w.Out, f.problems); err != nil {
		return err
	}
	for _, of := range f.scenarios {
		printFigures(w.Out, of)
	}
	errs := source.Errors(f.problems)
	if err := printCount(w, dir, errs, len(f.problems)-errs); err != nil {
		return err
	}
	return printBegun(w.Out, f.begun)
}

// printBegun says which texts are still to be written.
func printBegun(out io.Writer, begun []source.Pos) error {
	const most = 5
	if len(begun) == 0 {
		return nil
	}
	var places []string
	for _, at := range begun[:min(most, len(begun))] {
		places = append(places, fmt.Sprintf("%s:%d", course.Clean(at.File), at.Line))
	}
	if len(begun) > most {
		places = append(places, "…")
	}
	still := "1 text still stands as the template has it: "
	if len(begun) > 1 {
		still = fmt.Sprintf("%d texts still stand as the templates have them: ", len(begun))
	}
	_, err := fmt.Fprintln(out, still+strings.Join(places, ", "))
	return err
}

// from names files as seen from where the command was run, as code hosts need
// them.
func from(dir string, found []source.Problem) []source.Problem {
	found = slices.Clone(found)
	for i := range found {
		found[i].At.File = filepath.ToSlash(filepath.Join(dir, found[i].At.File))
	}
	return found
}

// pick is the folder an argument or else a flag names.
func pick(args []string, flag string) string {
	if len(args) > 0 {
		return args[0]
	}
	return flag
}

// printCount says what there is, and of what: whoever stands in another folder
// than they think would take another course's silence for their own.
func printCount(w World, dir string, errs, warnings int) error {
	if errs+warnings == 0 {
		_, err := fmt.Fprintf(w.Out, "No problems found in %s.\n", nameOf(dir))
		return err
	}
	_, err := fmt.Fprintf(w.Out, "%s, %s in %s\n", count(errs, "error"), count(warnings, "warning"), nameOf(dir))
	return err
}

// nameOf is what a course's folder is called.
func nameOf(dir string) string {
	if dir == "" {
		return "the bundled course"
	}
	if full, err := filepath.Abs(dir); err == nil && !strings.ContainsFunc(dir, unicode.IsLetter) { // "." or ".."
		return filepath.Base(full)
	}
	return filepath.ToSlash(filepath.Clean(dir))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
