package lint

import "hearten/course/source"

// wasTwice catches two things that both say to have been a third: only the
// last of them gets what learners did in it.
func wasTwice() Rule {
	return Rule{"was-twice", "No two things were the same one before.", func(m Module) []source.Problem { return clashesWithin(m, false) }}
}
