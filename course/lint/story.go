package lint

import (
	"fmt"
	"strings"

	"hearten/course/scenario"
	"hearten/course/source"
)

// storyRules are the findings about stories, a rule for each. What they say
// was found by playing every story of the module in every way there is.
func storyRules() []Rule {
	docs := []struct{ code, doc string }{
		{scenario.Stuck, "Every scene offers a choice whenever a play comes to it."},
		{scenario.Endless, "Every play of a scenario comes to an end."},
		{scenario.Trap, "After every decision some way leads to an ending."},
		{scenario.Unreachable, "Some play comes to each scene and to each ending."},
		{scenario.NeverOffered, "Every choice is offered in some play."},
		{scenario.NeverTaken, "Every branch of a choice is taken in some play."},
		{scenario.AlwaysSo, "Every condition holds on some plays and fails on others."},
		{scenario.AlwaysClipped, "No change always goes beyond the bounds of its meter."},
		{scenario.SameResult, "No two choices always have the same result."},
		{scenario.NoDilemma, "No choice is at no price better than all others."},
		{scenario.Unread, "Every flag is read by some condition."},
	}
	rules := []Rule{tooManyStates()}
	for _, d := range docs {
		rules = append(rules, Rule{d.code, d.doc, func(m Module) []source.Problem { return findings(m, d.code) }})
	}
	return rules
}

// reports plays the stories of a module in every way. Those in one file share
// the states that may be explored: a file can hold hundreds.
func reports(m Module) map[string]scenario.Report {
	all, explored := map[string]scenario.Report{}, map[string]int{}
	for _, c := range m.Contents {
		if c.Story != nil {
			file := c.Written().At().File
			r := c.Story.Check(max(1, m.States-explored[file]))
			all[c.Activity.ID] = r
			explored[file] += r.Spent
		}
	}
	return all
}

func findings(m Module, code string) []source.Problem {
	var ps []source.Problem
	for _, c := range m.Contents {
		for _, f := range m.Reports[c.Activity.ID].Findings {
			if f.Code != code {
				continue
			}
			severity := source.Error
			if f.Warning {
				severity = source.Warning
			}
			ps = append(ps, c.Written().Find(f.Path...).Problem(severity, 0, 0, f.Code, f.Cause, f.Fix+shownBy(f.Witness)))
		}
	}
	return ps
}

// longestWitness is how many choices of a witness are printed.
const longestWitness = 50

// shownBy tells the choices that show a finding, as an author can play them.
func shownBy(witness []string) string {
	switch n := len(witness); {
	case witness == nil:
		return ""
	case n == 0:
		return "; it is so from the start"
	case n > longestWitness:
		return fmt.Sprintf("; to see it, play: %s and %d choices more", strings.Join(witness[:longestWitness], ", "), n-longestWitness)
	}
	return "; to see it, play: " + strings.Join(witness, ", ")
}

// tooManyStates says of a story that it could not be explored whole, so that
// silence about the rest of it proves nothing.
func tooManyStates() Rule {
	return Rule{"too-many-states", "Every scenario is small enough to be explored whole.", func(m Module) []source.Problem {
		fix := "take out a meter or a flag, or narrow the bounds of a meter"
		if m.States < scenario.DefaultLimit {
			fix = fmt.Sprintf("take out a meter or a flag, narrow the bounds of a meter, or look further with hearten lint --states %d", scenario.DefaultLimit)
		}
		var ps []source.Problem
		for _, c := range m.Contents {
			if r, checked := m.Reports[c.Activity.ID]; checked && !r.Complete {
				ps = append(ps, c.Written().Get("scenes").Problem(source.Warning, 0, 0, "too-many-states",
					fmt.Sprintf("the checker gave up on this scenario after %d states: nothing is proved of what it did not come to", r.States),
					fix))
			}
		}
		return ps
	}}
}
