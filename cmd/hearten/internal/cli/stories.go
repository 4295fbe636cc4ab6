package cli

import (
	"hearten/course"
	"hearten/course/source"
)

// workshop is a course as its author works on it, with all its scenarios.
type workshop struct {
	opened
	stories []course.Content // the scenarios without errors
	broken  int              // how many have some
}

// openWorkshop reads a course and opens all of its scenarios.
func openWorkshop(dir string) (workshop, error) {
	in, err := openFolder(dir)
	if err != nil {
		return workshop{}, err
	}
	return in.workshop(), nil
}

func (o opened) workshop() workshop {
	w := workshop{opened: o}
	for _, m := range w.course.Modules {
		for _, a := range m.Activities {
			if a.Kind != course.KindScenario {
				continue
			}
			content, found := w.course.Open(m.ID, a.ID)
			w.problems = append(w.problems, found...)
			if content.Story != nil && content.Written().OK() && source.Errors(found) == 0 {
				w.stories = append(w.stories, content)
			} else {
				w.broken++
			}
		}
	}
	source.Sort(w.problems)
	return w
}

// placeOf is how a scenario is named on the command line.
func placeOf(c course.Content) string { return c.Module.ID + "/" + c.Activity.ID }

// headOf is a scenario as the head of what is said about it.
func headOf(c course.Content) string { return placeOf(c) + ": " + c.Activity.Title }
