package study

import (
	"slices"

	"hearten/progress"
	"hearten/quiz"
)

// oneOfAStory keeps, of the decisions of a scenario that are due, the one that
// was met first: a story makes no sense backwards, nor all of it at once.
func oneOfAStory(due []quiz.Card, all []returning) []quiz.Card {
	isDue, first := map[string]bool{}, map[progress.Place]string{}
	for _, d := range due {
		isDue[d.ID] = true
	}
	later := map[string]bool{}
	for _, c := range all {
		story := progress.Place{Module: c.what.Module, Activity: c.what.Activity}
		switch {
		case !c.what.Decision || !isDue[c.ID]:
		case first[story] == "":
			first[story] = c.ID
		default:
			later[c.ID] = true
		}
	}
	return slices.DeleteFunc(due, func(d quiz.Card) bool { return later[d.ID] })
}
