package scenario

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// world is a state as a person thinks of it.
type world struct {
	meters map[string]int
	flags  map[string]bool
}

// saying is a condition, written out and worked out in the plainest way.
type saying struct {
	text string
	is   func(world) bool
}

// counting is a number within one.
type counting struct {
	text string
	is   func(world) int
}

func drawCounting(t *rapid.T, depth int) counting {
	if depth > 0 && rapid.Bool().Draw(t, "sum") {
		a, b := drawCounting(t, depth-1), drawCounting(t, depth-1)
		if rapid.Bool().Draw(t, "plus") {
			return counting{a.text + " + (" + b.text + ")", func(w world) int { return a.is(w) + b.is(w) }}
		}
		return counting{a.text + " - (" + b.text + ")", func(w world) int { return a.is(w) - b.is(w) }}
	}
	if name := rapid.SampledFrom([]string{"trust", "days", "debt", ""}).Draw(t, "meter"); name != "" {
		return counting{name, func(w world) int { return w.meters[name] }}
	}
	value := rapid.IntRange(-10, 10).Draw(t, "value")
	return counting{fmt.Sprint(value), func(world) int { return value }}
}

func drawComparison(t *rapid.T) (saying, string) {
	a, b := drawCounting(t, 2), drawCounting(t, 1)
	sign := rapid.SampledFrom([]string{"==", "!=", "<", "<=", ">", ">="}).Draw(t, "sign")
	return saying{a.text + " " + sign + " " + b.text, func(w world) bool {
		x, y := a.is(w), b.is(w)
		return map[string]bool{"==": x == y, "!=": x != y, "<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y}[sign]
	}}, sign
}

func drawSaying(t *rapid.T, depth int) saying {
	kinds := []string{"flag", "comparison", "not", "and", "or"}
	if depth == 0 {
		kinds = kinds[:2]
	}
	switch kind := rapid.SampledFrom(kinds).Draw(t, "kind"); kind {
	case "flag":
		name := rapid.SampledFrom([]string{"asked_first", "told"}).Draw(t, "flag")
		return saying{name, func(w world) bool { return w.flags[name] }}
	case "comparison":
		c, _ := drawComparison(t)
		if _, errs := parseCondition(c.text, testNames()); len(errs) > 0 {
			return saying{"told", func(w world) bool { return w.flags["told"] }}
		}
		return c
	case "not":
		a := drawSaying(t, depth-1)
		return saying{"not (" + a.text + ")", func(w world) bool { return !a.is(w) }}
	default:
		var parts []saying
		var texts []string
		for range rapid.IntRange(2, 3).Draw(t, "parts") {
			part := drawSaying(t, depth-1)
			parts, texts = append(parts, part), append(texts, "("+part.text+")")
		}
		return saying{strings.Join(texts, " "+kind+" "), func(w world) bool {
			stops := kind == "or"
			return slices.ContainsFunc(parts, func(p saying) bool { return p.is(w) == stops }) == stops
		}}
	}
}

// worlds calls a function with every state of testNames.
func worlds(visit func(world, state)) {
	for i := range 7 * 10 * 8 * 4 {
		trust, days, debt := i%7, i/7%10-3, i/70%8-9
		asked, told := i/560%2 == 1, i/1120 == 1
		w := world{map[string]int{"trust": trust, "days": days, "debt": debt}, map[string]bool{"asked_first": asked, "told": told}}
		visit(w, stateOf(trust, days, debt, asked, told))
	}
}

func TestConditionAgreesWithItsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSaying(t, 3)
		if len([]rune(s.text)) > longestCondition {
			s = drawSaying(t, 1)
		}
		c, errs := parseCondition(s.text, testNames())
		if len(errs) > 0 {
			t.Fatalf("%q is refused: %v", s.text, errs)
		}
		worlds(func(w world, now state) {
			if got, want := c.holds(now, noEnding), s.is(w); got != want {
				t.Fatalf("%q in %v: got %v, want %v", s.text, w, got, want)
			}
		})
	})
}

func TestConditionRefusesWhatIsDecided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, sign := drawComparison(t)
		seen := map[bool]bool{}
		worlds(func(w world, _ state) { seen[c.is(w)] = true })
		_, errs := parseCondition(c.text, testNames())
		refused := len(errs) > 0
		if refused && (len(seen) > 1 || errs[0].Code != "decided") {
			t.Fatalf("%q is refused, and should not be: %v", c.text, errs)
		}
		// Sums can also leave out a value between their bounds, which is
		// left to the checker of the story.
		if !refused && len(seen) == 1 && sign != "==" && sign != "!=" {
			t.Fatalf("%q comes out one way only, and is not refused", c.text)
		}
	})
}

func FuzzCondition(f *testing.F) {
	for _, r := range append(refusals(), endingRefusals()...) {
		f.Add(r.text)
	}
	f.Add("not (trust >= 3 and days - 1 < 2) or asked_first and ending == 'late'")
	f.Add(strings.Repeat("((((", 50))
	n := testNames()
	f.Fuzz(func(t *testing.T, text string) {
		for _, names := range []names{n, n.inTest([]Ending{{ID: "late"}})} {
			c, errs := parseCondition(text, names)
			for _, e := range errs {
				if e.Offset < 0 || e.Width < 0 || e.Offset+e.Width > len([]rune(text)) {
					t.Errorf("%q: %v stands at %d+%d, outside of the text", text, e, e.Offset, e.Width)
				}
				if e.Code == "" || e.Cause == "" || e.Fix == "" {
					t.Errorf("%q: an error says too little: %#v", text, e)
				}
			}
			c.holds(0, noEnding)
		}
	})
}
