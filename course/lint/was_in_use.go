package lint

import "hearten/course/source"

// wasInUse catches a was: that names something which is still there: what
// learners do in that would be counted for the other.
func wasInUse() Rule {
	return Rule{"was-in-use", "What a was: names is not there any more.", func(m Module) []source.Problem { return clashesWithin(m, true) }}
}
