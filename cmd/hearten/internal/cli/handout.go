package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"hearten/course"
	"hearten/course/handout"
	"hearten/course/source"
)

type handoutFlags struct {
	facilitator bool
	out         string
}

func newHandout(w World, o *options) *cobra.Command {
	var f handoutFlags
	cmd := &cobra.Command{
		Use:   "handout MODULE",
		Short: "Print a module: a handout for those who learn, or an edition for whoever leads them",
		Long: "Makes one page of a module, to read in a browser and to print from there. MODULE is the\n" +
			"folder of a module, or the id of one of the course. The learner's edition gives away\n" +
			"nothing of the stories; the facilitator's has the timetable, the maps and the endings.",
		Example: "  hearten handout empathy-and-compassion -o care.html\n" +
			"  hearten handout empathy-and-compassion --facilitator -o care-lead.html\n" +
			"  hearten handout my-course/02-care -o care.html",
		Args: exactlyOne("MODULE: a module's folder, or its id"),
		RunE: func(_ *cobra.Command, args []string) error { return printHandout(w, *o, f, args[0]) },
	}
	cmd.Flags().BoolVar(&f.facilitator, "facilitator", false, "the edition for whoever leads the session")
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "write to this file")
	return cmd
}

func printHandout(w World, o options, f handoutFlags, name string) error {
	if isCourseFile(f.out) {
		return usage("%s looks like a course file, and a handout would take its place; write to a file that ends in .html", f.out)
	}
	h, err := openHandout(w, o, name)
	if err != nil {
		return err
	}
	edition := h.Learner
	if f.facilitator {
		edition = h.Facilitator
	}
	text, err := edition()
	if err != nil {
		return err
	}
	return writeOut(w, f.out, text, "the handout", " Open it in a browser, and print it from there.")
}

// openHandout opens a whole module. What keeps a part of it from being opened
// is printed as hearten lint does.
func openHandout(w World, o options, name string) (handout.Handout, error) {
	s, err := locateModule(o.course, name)
	if err != nil {
		return handout.Handout{}, err
	}
	in, m, err := openNamed(w, s, findModule)
	if err != nil {
		return handout.Handout{}, err
	}
	h, found := contentsOf(in.course, m)
	h.Own = in.dir != ""
	if found = append(found, ofModule(in.problems, m)...); source.Errors(found) > 0 {
		return handout.Handout{}, in.refuse(w, found, errors.New("a module with mistakes cannot be printed; mend them first"))
	}
	return h, nil
}

// contentsOf is a module with all its contents and the pages beside them.
func contentsOf(c *course.Course, m course.Module) (handout.Handout, []source.Problem) {
	h := handout.Handout{Course: c.Title, Language: c.Language, Module: m, Help: c.Help}
	var found []source.Problem
	for _, a := range m.Activities {
		content, problems := c.Open(m.ID, a.ID)
		h.Contents, found = append(h.Contents, content), append(found, problems...)
	}
	page := func(name string) string {
		text, problems := c.Page(m, name)
		found = append(found, problems...)
		return text
	}
	h.Guide, h.Card = page("facilitator.md"), page("peer-card.md")
	return h, found
}

// ofModule are the problems of a module's own folder.
func ofModule(problems []source.Problem, m course.Module) []source.Problem {
	var all []source.Problem
	for _, p := range problems {
		if strings.HasPrefix(p.At.File, m.Folder+"/") {
			all = append(all, p)
		}
	}
	return all
}

// findModule is the module that a name means: by its id or by its folder.
func findModule(c *course.Course, s subject) (course.Module, error) {
	var ids []string
	for _, m := range c.Modules {
		if s.inside == m.ID || s.inside == m.Folder || s.inside == "." && len(c.Modules) == 1 {
			return m, nil
		}
		ids = append(ids, m.ID)
	}
	known := "It has no modules"
	if len(ids) > 0 {
		known = "Its modules are " + strings.Join(ids, ", ")
	}
	if s.inside == "." {
		return course.Module{}, usage("%s is a course with %s, and a handout is of one; name it. %s", s.typed, count(len(ids), "module"), known)
	}
	return course.Module{}, usage("there is no module %q in the course. %s", s.typed, known)
}
