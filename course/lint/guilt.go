package lint

import (
	"fmt"
	"regexp"

	"hearten/course"
	"hearten/course/source"
)

// blame is what a course that cares does not say to its learner.
var blame = regexp.MustCompile(`(?i)\b(?:streaks?|don['’]t lose|lazy|laziness|shame on you|no excuses?|you (?:have )?failed|failed to|you should (?:know|have known) better|disappoint(?:ed|ing) (?:in|us)|wrong again)\b`)

// blameSigns are what blame cannot do without, found faster.
var blameSigns = []string{"treak", "t lose", "azy", "aziness", "hame on", "o excuse", "ailed", "now better", "nown better", "isappoint", "rong again"}

// guilt catches words that make a learner feel guilty where the course itself
// speaks to them. People in a story may say what they like.
func guilt() Rule {
	return Rule{"guilt", "Nothing said to the learner plays on guilt.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, t := range m.Texts {
			if t.Activity < 0 || !addressed(m.Contents[t.Activity].Activity.Kind, t.Field) || !hasAny(t.Value, blameSigns) {
				continue
			}
			for _, at := range blame.FindAllStringIndex(unspoken(t.Value), mostPerText) {
				ps = append(ps, t.warning(at[0], at[1], "guilt",
					fmt.Sprintf("“%s” plays on guilt, which makes people leave and does not make them learn", t.Value[at[0]:at[1]]), "say what happened, and what to try next"))
			}
		}
		return ps
	}}
}

// addressed says of a text that the course speaks to the learner in it.
func addressed(kind course.Kind, field string) bool {
	switch field {
	case "why", "hints", "prompts", "about", "because", "coach":
		return true
	case "ask":
		return kind != course.KindQuiz
	}
	return false
}
