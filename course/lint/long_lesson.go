package lint

import (
	"fmt"

	"hearten/course"
	"hearten/course/source"
)

// longLesson catches a lesson that takes more than one sitting.
func longLesson() Rule {
	return Rule{"long-lesson", "No lesson is longer than 900 words.", func(m Module) []source.Problem {
		const most = 900
		var ps []source.Problem
		for _, c := range m.Contents {
			if c.Activity.Kind != course.KindLesson {
				continue
			}
			text := c.Written().Get("text")
			if n := words(source.Shown(text.Text().Value)); n > most {
				ps = append(ps, text.Problem(source.Warning, 0, 1, "long-lesson",
					fmt.Sprintf("this lesson has %d words; up to %d are read in one go", n, most), "make two lessons of it"))
			}
		}
		return ps
	}}
}
