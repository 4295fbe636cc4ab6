package cli

import (
	"hearten/course"
	"hearten/course/source"
)

// workshop is a course as its author works on it: what can be built of it,
// and what is wrong with the rest.
type workshop struct {
	course   *course.Course
	stories  []course.Content // the scenarios without errors
	broken   int              // how many scenarios have some
	problems []source.Problem
}

// openWorkshop reads a course and opens all of its scenarios.
func openWorkshop(dir string) (workshop, error) {
	fsys, err := courseFolder(dir)
	if err != nil {
		return workshop{}, err
	}
	tree, problems := source.Read(fsys)
	c, more := course.Build(tree)
	w := workshop{course: c, problems: append(problems, more...)}
	for _, m := range c.Modules {
		for _, a := range m.Activities {
			if a.Kind != course.KindScenario {
				continue
			}
			content, found := c.Open(m.ID, a.ID)
			w.problems = append(w.problems, found...)
			if content.Story != nil && content.Written().OK() && source.Errors(found) == 0 {
				w.stories = append(w.stories, content)
			} else {
				w.broken++
			}
		}
	}
	source.Sort(w.problems)
	return w, nil
}

// errors are the problems that keep a part of the course from a learner.
func (w workshop) errors() []source.Problem {
	var errs []source.Problem
	for _, p := range w.problems {
		if p.Severity == source.Error {
			errs = append(errs, p)
		}
	}
	return errs
}

// placeOf is how a scenario is named on the command line.
func placeOf(c course.Content) string { return c.Module.ID + "/" + c.Activity.ID }

// headOf is a scenario as the head of what is said about it.
func headOf(c course.Content) string { return placeOf(c) + ": " + c.Activity.Title }
