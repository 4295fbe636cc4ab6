package course

import (
	"fmt"

	"hearten/course/source"
)

// wasProblems warns of every was: of a module or an activity that cannot be
// right: it names what is still there, or what another one names too. It may
// lie in another module, so no single file shows it.
func wasProblems(c *Course) []source.Problem {
	if len(c.Renames) == 0 {
		return nil
	}
	there := map[Rename]bool{}
	for _, m := range c.Modules {
		there[Rename{OldModule: m.ID}] = true
		for _, a := range m.Activities {
			there[Rename{OldModule: m.ID, OldActivity: a.ID}] = true
		}
	}
	var problems []source.Problem
	first := map[Rename]source.Pos{}
	for _, m := range c.Modules {
		for _, w := range wasOf(m) {
			old := Rename{OldModule: w.OldModule, OldActivity: w.OldActivity}
			at, twice := first[old]
			switch {
			case there[old] && old != (Rename{OldModule: w.Module, OldActivity: w.Activity}):
				problems = append(problems, w.node.Problem(source.Warning, 0, 0, "was-in-use",
					fmt.Sprintf("%q is still there, and what learners do in it would be counted here", w.node.Text().Value),
					"take it out of was:, or give the other one a new id"))
			case twice:
				problems = append(problems, w.node.Problem(source.Warning, 0, 0, "was-twice",
					fmt.Sprintf("%q is named in %s:%d already, and what learners did can go to one place only", w.node.Text().Value, at.File, at.Line),
					"keep it where the rest of it went, and take the other one out"))
			default:
				first[old] = w.node.At()
			}
		}
	}
	return problems
}
