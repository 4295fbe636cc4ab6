package scenario

import "slices"

// names are the words that the conditions of a story may use.
type names struct {
	meters []Meter
	flags  []string
	// index has the meters, and after MaxMeters the flags. What is over the
	// limits is known and tooMany, so that only the limit is reported.
	index map[string]int
	// endings is nil outside of the expectation of a test.
	endings []string
	hints   *hints
}

func newNames(spec Spec) names {
	n := names{meters: spec.Meters, flags: spec.Flags, index: map[string]int{}, hints: &hints{}}
	for i, f := range spec.Flags {
		n.index[f] = within(i, MaxFlags, MaxMeters)
	}
	for i, m := range spec.Meters {
		n.index[m.Name] = within(i, MaxMeters, 0)
	}
	return n
}

const tooMany = -1

func within(i, limit, after int) int {
	if i >= limit {
		return tooMany
	}
	return after + i
}

// inTest are the names within the expectation of a test. Tests are read while
// a story is played too, so what is counted in reading them is their own.
func (n names) inTest(endings []Ending) names {
	n.hints = &hints{}
	n.endings = make([]string, 0, len(endings))
	for _, e := range endings {
		n.endings = append(n.endings, e.ID)
	}
	return n
}

func (n names) has(name string) bool {
	_, ok := n.index[name]
	return ok
}

func (n names) all() []string {
	all := make([]string, 0, len(n.meters)+len(n.flags))
	for _, m := range n.meters {
		all = append(all, m.Name)
	}
	return append(all, n.flags...)
}

func (n names) meter(name string) (int, bool) {
	i, ok := n.index[name]
	return i, ok && i >= 0 && i < MaxMeters
}

func (n names) flag(name string) (int, bool) {
	i, ok := n.index[name]
	return i - MaxMeters, ok && i >= MaxMeters
}

// example is a comparison this author could have written.
func (n names) example() string {
	for _, m := range n.meters {
		if sound(m) {
			return comparisonWith(m)
		}
	}
	if len(n.flags) > 0 {
		return n.flags[0]
	}
	return "trust >= 3"
}

// insteadOfNumber is the advice for a number that stands where a yes or no
// belongs.
func (n names) insteadOfNumber() string {
	if len(n.meters) == 0 {
		return "ask for a flag instead"
	}
	return "compare it, as in " + quote(n.example())
}

func unknownName(name string) string {
	return quote(name) + " is no meter or flag of this scenario"
}

// meant is the advice for a name that is neither meter nor flag.
func (n names) meant(wrong string) string {
	known := n.all()
	if len(known) == 0 {
		return "declare it under meters or flags"
	}
	return n.hints.didYouMean(wrong, known, "use one of "+among(known, fewNames)+", or declare it under meters or flags")
}

// reserved are the words that a meter or flag cannot be called.
func reserved(name string) bool {
	return slices.Contains([]string{"and", "or", "not", "ending", "true", "false"}, name)
}
