package lint

import (
	"fmt"
	"strings"
)

const out = "endings: {e: {title: E, outcome: good, text: T}}\n"

// hostileStories are stories that take long to explore, each for a reason of
// its own.
func hostileStories() []hostile {
	story := func(name, text string) hostile { return hostile{name, "s.scenario.yaml", text} }
	return []hostile{
		story("meters in every direction", wide("", 0)+out),
		story("meters and flags in every direction", wide("", 16)+out),
		story("meters that only fall", falling(4, 100, "", "")+out),
		story("sound, and just too large", falling(4, 21, "", "")+out),
		story("sound, large and hashed", falling(4, 14, flags(16), "")+out),
		story("long conditions", wide(conditionOf(40), 16)+out),
		story("a list of 3,000 branches", branchy(3_000)+out),
		story("64 choices alike", choicesAlike(64)+out),
		story("3,000 texts of one scene", texted(3_000)+out),
		story("a chain of scenes", chain(2_600, "to: %s")+out),
		story("a chain that goes back", chain(1_800, "to: [{when: m0 > 50, to: s0}, {to: %s}]")+out),
		story("a ring of scenes", ring(3_000)+out),
		story("rings in rings", rings(1_000)+out),
		story("traps", traps(800)+out),
		story("3,000 endings", "start: a\nscenes:\n  a: {text: T, choices: [{id: a, say: S, because: B, to: e0}]}\nendings:\n"+numbered(3_500, "  e%d: {title: E, outcome: good, text: T}\n")),
		story("5,000 tests", "flags: [f]\nstart: a\nscenes:\n  a: {text: T, choices: [{id: a, say: S, because: B, to: e}]}\n"+out+"tests:\n"+numbered(5_000, "  - {name: t%d, play: [a], expect: ending == 'e'}\n")),
		story("tests of endings that are none", "start: a\nscenes:\n  a: {text: T, choices: [{id: a, say: S, because: B, to: e0}]}\nendings:\n"+numbered(3_000, "  e%d: {title: E, outcome: good, text: T}\n")+"tests:\n"+numbered(2_000, "  - {name: t%d, play: [a], expect: ending == 'x'}\n")),
		story("a long play", "start: a\nscenes:\n  a: {text: T, choices: [{id: a, say: S, because: B, to: a}]}\n"+out+"tests:\n  - {name: t, play: ["+strings.Repeat("a, ", 6_000)+"a], expect: ending == 'e'}\n"),
		story("findings everywhere", "flags: [f]\nstart: s0\nscenes:\n"+neverOffered(1_000)+out),
	}
}

func meters(n, max int) string {
	var b strings.Builder
	b.WriteString("meters:\n")
	for i := range n {
		fmt.Fprintf(&b, "  m%d: {label: M, start: %d, min: %d, max: %d}\n", i, max/2, max-200, max)
	}
	return b.String()
}

func flags(n int) string {
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("f%d", i))
	}
	return "flags: [" + strings.Join(names, ", ") + "]\n"
}

// conditionOf is a condition of so many parts, all of which must be read.
func conditionOf(parts int) string {
	var all []string
	for i := range parts {
		all = append(all, fmt.Sprintf("m%d != 1", i%4))
	}
	return "when: " + strings.Join(all, " and ") + ", "
}

// wide is one scene from which every meter goes up and down and every flag
// on and off.
func wide(when string, n int) string {
	var b strings.Builder
	b.WriteString(meters(4, 100) + flags(n) + "start: a\nscenes:\n  a:\n    text: T\n    choices:\n")
	for i := range 4 {
		for _, by := range []int{-1, 1} {
			fmt.Fprintf(&b, "      - {id: m%d-%d, say: S, %sbecause: B, change: {m%d: %d}, to: a}\n", i, by+1, when, i, by)
		}
	}
	for i := range n {
		for _, on := range []bool{false, true} {
			fmt.Fprintf(&b, "      - {id: f%d-%t, say: S, because: B, set: {f%d: %t}, to: a}\n", i, on, i, on)
		}
	}
	b.WriteString("      - {id: z, say: S, because: B, to: e}\n")
	return b.String()
}

// falling is one scene from which each meter can only fall, so that every
// play ends.
func falling(n, span int, declared, more string) string {
	var b strings.Builder
	b.WriteString("meters:\n")
	for i := range n {
		fmt.Fprintf(&b, "  m%d: {label: M, start: %d, min: 0, max: %d}\n", i, span, span)
	}
	b.WriteString(declared + "start: a\nscenes:\n  a:\n    text: T\n    choices:\n")
	for i := range n {
		fmt.Fprintf(&b, "      - {id: m%d, when: m%d > 0, say: S, because: B, change: {m%d: -1}, to: a}\n", i, i, i)
	}
	return b.String() + more + "      - {id: z, say: S, because: B, to: e}\n"
}

func branchy(n int) string {
	var b strings.Builder
	b.WriteString(meters(4, 100) + "start: a\nscenes:\n  a:\n    text: T\n    choices:\n")
	for i := range 4 {
		fmt.Fprintf(&b, "      - {id: u%d, say: S, because: B, change: {m%d: 1}, to: a}\n", i, i)
	}
	b.WriteString("      - id: a\n        say: S\n        because: B\n        change: {m0: -1}\n        to:\n")
	for range n {
		b.WriteString("          - {when: m0 == 0 and m1 == 1 and m2 == 2 and m3 == 3, to: e}\n")
	}
	return b.String() + "          - a\n"
}

func choicesAlike(n int) string {
	return meters(4, 100) + "start: a\nscenes:\n  a:\n    text: T\n    choices:\n" +
		numbered(n-4, "      - {id: a%d, say: S, because: B, to: a}\n") +
		numbered(4, "      - {id: b%[1]d, say: S, because: B, change: {m%[1]d: 1}, to: a}\n")
}

func texted(n int) string {
	return meters(4, 100) + "start: a\nscenes:\n  a:\n    text:\n" +
		strings.Repeat("      - {when: m0 == 0 and m1 == 1 and m2 == 2 and m3 == 3, text: T}\n", n) +
		"      - T\n    choices:\n" +
		numbered(4, "      - {id: b%[1]d, say: S, because: B, change: {m%[1]d: 1}, to: a}\n") + "      - {id: z, say: S, because: B, to: e}\n"
}

// chain is scenes in a row, from each of which one goes on or loses something.
func chain(n int, to string) string {
	var b strings.Builder
	b.WriteString(meters(2, 100) + "start: s0\nscenes:\n")
	for i := range n {
		next := "e"
		if i+1 < n {
			next = fmt.Sprintf("s%d", i+1)
		}
		fmt.Fprintf(&b, "  s%d: {text: T, choices: [{id: a, say: S, because: B, change: {m0: 1}, "+to+"}]}\n", i, next)
	}
	return b.String()
}

func ring(n int) string {
	var b strings.Builder
	b.WriteString("start: s0\nscenes:\n")
	for i := range n {
		fmt.Fprintf(&b, "  s%d: {text: T, choices: [{id: a, say: S, because: B, to: s%d}]}\n", i, (i+1)%n)
	}
	return b.String()
}

// rings are many loops of many lengths, each of which can be left.
func rings(n int) string {
	var b strings.Builder
	b.WriteString(meters(2, 100) + "start: s0\nscenes:\n")
	for i := range n {
		fmt.Fprintf(&b, "  s%d: {text: T, choices: [{id: a, say: S, because: B, to: s%d}, {id: b, say: S, because: B, change: {m0: 1, m1: -1}, to: s%d}, {id: z, say: S, because: B, to: e}]}\n", i, (i+1)%n, i*i%n)
	}
	return b.String()
}

// traps are scenes from each of which a choice leads nowhere.
func traps(n int) string {
	var b strings.Builder
	b.WriteString("flags: [f]\nstart: s0\nscenes:\n")
	for i := range n {
		to := fmt.Sprintf("s%d", i+1)
		if i+1 == n {
			to = "e"
		}
		fmt.Fprintf(&b, "  s%d: {text: T, choices: [{id: a, say: S, because: B, to: %s}, {id: b, say: S, because: B, to: t%d}]}\n", i, to, i)
		fmt.Fprintf(&b, "  t%d: {text: T, choices: [{id: a, say: S, because: B, to: u%d}]}\n  u%d: {text: T, choices: [{id: a, when: f, say: S, because: B, to: e}]}\n", i, i, i)
	}
	return b.String()
}

// neverOffered are scenes of which much is never so.
func neverOffered(n int) string {
	var b strings.Builder
	for i := range n {
		to := fmt.Sprintf("s%d", i+1)
		if i+1 == n {
			to = "e"
		}
		fmt.Fprintf(&b, "  s%d: {text: [{when: f, text: T}, T], choices: [{id: a, say: S, because: B, to: [{when: f, to: e}, %s]}, {id: b, when: f, say: S, because: B, to: e}, {id: c, say: S, because: B, to: %s}]}\n", i, to, to)
	}
	return b.String()
}
