package scenario

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// limits reports what there is too much, or nothing, of.
func (b *builder) limits() {
	for _, l := range []struct {
		key, code  string
		have, most int
		fix        string
	}{
		{"meters", "too-many-meters", len(b.spec.Meters), MaxMeters, "make a flag of one that is only ever high or low"},
		{"flags", "too-many-flags", len(b.spec.Flags), MaxFlags, "keep those that a condition reads"},
		{"scenes", "too-many-scenes", len(b.spec.Scenes), MaxScenes, "make several scenarios of it"},
		{"endings", "too-many-endings", len(b.spec.Endings), MaxScenes, "let several ways lead to one ending"},
	} {
		if l.have > l.most {
			b.report([]string{l.key}, l.code, fmt.Sprintf("this scenario has %d %s; %d is the most", l.have, l.key, l.most), l.fix)
		}
	}
	if len(b.spec.Endings) == 0 {
		b.report([]string{"endings"}, "no-endings", "this scenario has no ending", "write one, so that a play can end")
	}
}

// checkNames sees to it that every meter and flag can be named in a condition
// and means one thing.
func (b *builder) checkNames() {
	shape := regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	seen := map[string]bool{}
	check := func(path []string, what, name string) {
		switch {
		case !shape.MatchString(name):
			b.report(path, "bad-name", fmt.Sprintf("%s cannot be the name of a %s", quote(name), what),
				"begin with a small letter, and go on with small letters, digits and _, as in "+example(name, shape))
		case reserved(name):
			b.report(path, "bad-name", fmt.Sprintf("%s cannot be the name of a %s: conditions use the word themselves", quote(name), what), "choose another name")
		case seen[name]:
			b.report(path, "duplicate-name", fmt.Sprintf("the name %s is given twice", quote(name)), "give one of them another name")
		}
		seen[name] = true
	}
	for _, m := range b.spec.Meters {
		check([]string{"meters", m.Name}, "meter", m.Name)
	}
	for i, f := range b.spec.Flags {
		check([]string{"flags", strconv.Itoa(i)}, "flag", f)
	}
}

// example is a name as it can be, made of one that cannot, or else any.
func example(name string, shape *regexp.Regexp) string {
	if meant := strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(name)); shape.MatchString(meant) {
		return meant
	}
	return "asked_first"
}

func (b *builder) meter(m Meter) {
	path := []string{"meters", m.Name}
	inside := true
	for _, bound := range []struct {
		key   string
		value int
	}{{"min", m.Min}, {"max", m.Max}} {
		if bound.value < LowestMin || bound.value > HighestMax {
			inside = false
			b.report(under(path, bound.key), "bounds-too-wide", fmt.Sprintf("%s cannot have the bound %d", quote(m.Name), bound.value),
				fmt.Sprintf("stay within %d and %d; a meter of few steps is easier to feel", LowestMin, HighestMax))
		}
	}
	switch {
	case m.Min >= m.Max:
		b.report(under(path, "max"), "empty-bounds", fmt.Sprintf("%s cannot move: its max %d is not above its min %d", quote(m.Name), m.Max, m.Min), "set max above min")
	case inside && (m.Start < m.Min || m.Start > m.Max):
		b.report(under(path, "start"), "start-out-of-bounds", fmt.Sprintf("%s starts at %d, outside of its bounds %d to %d", quote(m.Name), m.Start, m.Min, m.Max),
			"start it within its bounds, or widen them")
	}
	b.oneOf(under(path, "seen"), string(m.Seen), string(SeenPlay), string(SeenDebrief))
	b.oneOf(under(path, "better"), string(m.Better), string(BetterUp), string(BetterDown), string(BetterNone))
}

func (b *builder) oneOf(path []string, value string, allowed ...string) {
	if slices.Contains(allowed, value) {
		return
	}
	b.report(path, "unknown-value", fmt.Sprintf("%s is no value of %q", quote(value), path[len(path)-1]),
		b.names.hints.didYouMean(value, allowed, "write one of "+among(allowed, fewNames)))
}

func (b *builder) ending(i int, e Ending) {
	path := []string{"endings", e.ID}
	switch first := b.targets[e.ID]; {
	case first < len(b.spec.Scenes):
		b.report(path, "duplicate-id", fmt.Sprintf("%s is both a scene and an ending", quote(e.ID)), "give one of them another id")
	case first != len(b.spec.Scenes)+i:
		b.report(path, "duplicate-id", "two endings have the id "+quote(e.ID), "give one of them another id")
	}
	b.oneOf(under(path, "outcome"), string(e.Outcome), string(Good), string(Mixed), string(Bad))
}
