package lint

import (
	"fmt"

	"hearten/course"
	"hearten/course/source"
)

// unknownLesson catches a question that sends the learner back to a lesson
// the module does not have.
func unknownLesson() Rule {
	return Rule{"unknown-lesson", "Every read: names a lesson of the module.", func(m Module) []source.Problem {
		if m.Written().Misread("activities") {
			return nil // the lesson may be there
		}
		var h hints
		var lessons []string
		known := map[string]bool{}
		for _, a := range m.Activities {
			if a.Kind == course.KindLesson {
				lessons, known[a.ID] = append(lessons, a.ID), true
			}
		}
		var ps []source.Problem
		for _, c := range m.Contents {
			for _, q := range c.Written().Get("questions").Items() {
				read := q.Get("read")
				if id := read.Text().Value; read.OK() && !known[id] {
					ps = append(ps, read.Problem(source.Error, 0, 0, "unknown-lesson",
						fmt.Sprintf("this module has no lesson %q", id), h.didYouMean(id, lessons, "name a lesson of this module")))
				}
			}
		}
		return ps
	}}
}
