package diff

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"hearten/course"
	"hearten/course/source"
)

// hostile is an activity as large as one can be, all of whose ids are other
// ones in the other version.
type hostile struct{ kind, text string }

func hostiles(version string) []hostile {
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(strings.ReplaceAll(format, "N", fmt.Sprint(i)), "V", version))
		}
		return b.String()
	}
	return []hostile{
		{"quiz", "questions:\n" + many(3_000, "  - {id: qN-V, kind: number, ask: 'How many N V are there in the world of V?', answer: N, why: V}\n")},
		{"quiz", "questions:\n  - id: a\n    kind: choice\n    judgement: true\n    ask: A\n    options:\n" + many(7_000, "      - {text: 'It is N or V', why: V}\n")},
		{"quiz", "questions:\n  - id: a\n    kind: order\n    why: A\n    ask: A\n    items:\n" + many(15_000, "      - It is N or V\n")},
		{"reflection", "prompts:\n" + many(15_000, "  - What is N to V, and what is V to N?\n")},
		{"scenario", "start: s0\nscenes:\n" + many(1_800, "  sN: {text: N of V, choices: [{id: a-V, say: V, because: V, to: e}, {id: b, say: W, because: V, to: sN}]}\n") + "endings: {e: {title: E, outcome: good, text: T}}\n"},
		{"scenario", "start: s0\nmeters: {a: {label: A, start: 0, min: -100, max: 100}, b: {label: B, start: 0, min: -100, max: 100}}\nscenes:\n" +
			"  s0: {text: 'V', choices: [{id: a, say: A, change: {a: 1}, because: B, to: s0}, {id: b, say: B, change: {b: 1}, because: V, to: s0}, {id: c, say: C, because: C, to: e}]}\nendings: {e: {title: E, outcome: good, text: V}}\n"},
		{"lesson", many(12_000, "N V\n\n")},
		{"lesson", strings.Repeat(strings.Repeat("a ", 5_000)+"\n", 12) + version},
	}
}

func hostileCourse(version string) fstest.MapFS {
	fsys := fstest.MapFS{"course.yaml": {Data: []byte("format: 1\nid: c\ntitle: C\nmodules: [m, n]\n")}}
	list := "format: 1\nid: m\ntitle: M\nactivities:\n"
	for i, h := range hostiles(version) {
		ext := ".yaml"
		if h.kind == "lesson" {
			ext = ".md"
		}
		list += fmt.Sprintf("  - {%s: a%d, title: A, minutes: 1, file: f%d%s}\n", h.kind, i, i, ext)
		fsys[fmt.Sprintf("m/f%d%s", i, ext)] = &fstest.MapFile{Data: []byte(h.text)}
	}
	fsys["m/module.yaml"] = &fstest.MapFile{Data: []byte(list)}
	plans := "format: 1\nid: n\ntitle: N\nactivities:\n"
	for i := range 4_000 {
		plans += fmt.Sprintf("  - {plan: p%d-%s, title: P %d, minutes: 1, was: [x%d]}\n", i, version, i*7, i)
	}
	fsys["n/module.yaml"] = &fstest.MapFile{Data: []byte(plans)}
	return fsys
}

// TestHostile holds that two courses as large as they can be, with no id in
// common, are compared whole.
func TestHostile(t *testing.T) {
	open := func(fsys fstest.MapFS) *course.Course {
		tree, _ := source.Read(fsys)
		c, _ := course.Build(tree)
		return c
	}
	report := Compare(open(hostileCourse("v")), open(hostileCourse("w")))
	for _, what := range report.That(Unread) {
		t.Errorf("not read: %+v", what)
	}
	seen := map[string]bool{}
	for _, f := range report.Fates {
		if seen[f.Old] {
			t.Fatalf("%q is accounted for twice", f.Old)
		}
		seen[f.Old] = true
	}
	if len(seen) < 40_000 || len(report.Changes) > 3*len(seen) {
		t.Errorf("%d ids are accounted for, with %d changes", len(seen), len(report.Changes))
	}
}

// TestLikenessIsBounded holds that only so many things are compared by their
// words, however many are alike. Equal words are found among any number.
func TestLikenessIsBounded(t *testing.T) {
	const many = 5_000
	text := strings.Repeat("what everybody says about the weather, ", 5)
	m := match{}
	for i := range many {
		m.old = append(m.old, node{text: fmt.Sprint(text, i)})
		m.now = append(m.now, node{text: fmt.Sprint(text, many-i)})
		m.to, m.from = append(m.to, -1), append(m.from, -1)
	}
	compared := alike(m, m.gone()[:mostCompared], m.added()[:mostCompared])
	if len(compared) != mostCompared*mostCompared {
		t.Fatalf("%d pairs are alike, of %d", len(compared), mostCompared*mostCompared)
	}
	equal, alike := 0, 0
	for _, g := range guesses(m) {
		switch {
		case g.likeness == 1 && m.old[g.gone].text == m.now[g.added].text:
			equal++
		case g.likeness > 0:
			alike++
		}
	}
	if equal != many-1 || alike > mostCompared {
		t.Errorf("%d of %d have equal words, %d are alike", equal, many, alike)
	}
}
