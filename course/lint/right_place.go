package lint

import (
	"fmt"

	"hearten/course/source"
	"hearten/quiz"
)

// rightPlace catches quizzes in which the right option always stands in one
// place. Options are shuffled but where fixed: says otherwise, and in
// true-false, so only these are looked at.
func rightPlace() Rule {
	return Rule{"right-place", "Where options keep their order, the right one does not always stand in one place.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, c := range m.Contents {
			var fixed, trueFalse []int
			for _, q := range c.Quiz.Questions {
				switch at := rightAt(q); {
				case at < 0 || q.Judgement:
				case q.Kind == quiz.KindTrueFalse:
					trueFalse = append(trueFalse, at)
				case q.Kind == quiz.KindChoice && q.Fixed:
					fixed = append(fixed, at)
				}
			}
			for _, places := range [][]int{fixed, trueFalse} {
				if !alike(places) {
					continue
				}
				ps = append(ps, c.Written().Get("questions").Problem(source.Warning, 0, 1, "right-place",
					fmt.Sprintf("the right option is number %d in all %d questions that keep their order, so it can be picked unread", places[0]+1, len(places)),
					"put it in another place in some of them, or take fixed: out"))
			}
		}
		return ps
	}}
}

// alike says that enough questions have their right option in one place.
func alike(places []int) bool {
	for _, p := range places {
		if p != places[0] {
			return false
		}
	}
	return len(places) >= enough
}
