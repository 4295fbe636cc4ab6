package lint

import (
	"fmt"

	"hearten/course/source"
)

// enough is how many questions it takes to speak of a habit.
const enough = 4

// longestRight catches the habit of explaining in the right option itself,
// which lets a learner pick it unread.
func longestRight() Rule {
	return Rule{"longest-right", "The right option is not the longest in nearly every question.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, c := range m.Contents {
			of, hits := 0, 0
			for _, q := range c.Quiz.Questions {
				if !plain(q) {
					continue
				}
				of++
				if _, longest := spread(q); longest == rightAt(q) {
					hits++
				}
			}
			if of >= enough && hits*5 >= of*4 {
				ps = append(ps, c.Written().Get("questions").Problem(source.Warning, 0, 1, "longest-right",
					fmt.Sprintf("the right option is the longest in %d of %d questions, so it can be picked unread", hits, of),
					"move what explains it to why:, or say more in the other options"))
			}
		}
		return ps
	}}
}
