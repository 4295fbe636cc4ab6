package lint

import (
	"fmt"
	"regexp"

	"hearten/course"
	"hearten/course/source"
)

// blame is what a course that cares does not say to its learner.
var blame = regexp.MustCompile(`(?i)\b(?:streaks?|don['’]t lose|lazy|laziness|shame on you|no excuses?|you (?:have )?failed|failed to|you should (?:know|have known) better|disappoint(?:ed|ing) (?:in|us)|wrong again)\b`)

// blameYou is that part of it which means the learner wherever it is said, as
// in a lesson, where a word such as lazy may be somebody's in a story.
var blameYou = regexp.MustCompile(`(?i)\b(?:shame on you|you (?:have )?failed|don['’]t lose your|you should (?:know|have known) better|disappoint(?:ed|ing) in you|you have no excuse)\b`)

// blameSigns and blameYouSigns are what the two cannot do without, found faster.
var (
	blameSigns    = signsOf("treak", "azy", "azi", "rong again", "me on", "ailed", "t lose", "better", "ppoint", "xcuse")
	blameYouSigns = signsOf("me on", "ailed", "t lose", "better", "ppoint", "xcuse")
)

// guilt catches words that make a learner feel guilty where the course itself
// speaks to them. People in a story may say what they like.
func guilt() Rule {
	return Rule{"guilt", "Nothing said to the learner plays on guilt.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, t := range m.Texts {
			if t.Activity < 0 {
				continue
			}
			words, signs := addressed(m.Contents[t.Activity].Activity.Kind, t.Field)
			if words == nil || !signs.in(t.Value) {
				continue
			}
			for _, at := range words.FindAllStringIndex(unspoken(t.Value), mostPerText) {
				ps = append(ps, t.warning(at[0], at[1], "guilt",
					fmt.Sprintf("“%s” plays on guilt, which makes people leave and does not make them learn", t.Value[at[0]:at[1]]), "say what happened, and what to try next"))
			}
		}
		return ps
	}}
}

// addressed is what would blame the learner in a text that the course speaks
// to them in, and what it cannot do without; nil where others speak.
func addressed(kind course.Kind, field string) (words *regexp.Regexp, signs *signs) {
	switch field {
	case "why", "hints", "prompts", "about", "because", "coach":
		return blame, blameSigns
	case "ask":
		if kind != course.KindQuiz {
			return blame, blameSigns
		}
	case "text":
		if kind == course.KindLesson {
			return blameYou, blameYouSigns
		}
	case "expert":
		return blameYou, blameYouSigns
	}
	return nil, nil
}
