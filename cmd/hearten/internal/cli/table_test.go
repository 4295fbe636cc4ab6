package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestReading(t *testing.T) {
	tests := []struct {
		name, text string
		want       reading
	}{
		{"nothing", "", reading{}},
		{"one", "She waits.", reading{words: 2, inside: 2, sentences: 1, longest: 2}},
		{"two", "She waits. He counts the lemons again.", reading{words: 7, inside: 7, sentences: 2, longest: 5}},
		{"long words", "Kindness matters, and seven is enough.", reading{words: 6, inside: 6, long: 2, sentences: 1, longest: 6}},
		{"no stop", "Work, then rest", reading{words: 3, inside: 3, sentences: 1, longest: 3}},
		{"speech goes on", `"Sorry?" she says.`, reading{words: 3, inside: 3, sentences: 1, longest: 3}},
		{"speech ends", `"Sorry?" Maya waits.`, reading{words: 3, inside: 3, sentences: 2, longest: 2}},
		{"a numeral begins", "It is late. 14 wait.", reading{words: 5, inside: 5, sentences: 2, longest: 3}},
		{"a decimal", "It took 3.5 hours.", reading{words: 4, inside: 4, sentences: 1, longest: 4}},
		{"a citation", "They wrote of a fork [1]. It is short [2, 3].", reading{words: 8, inside: 8, sentences: 2, longest: 5}},
		{"a dash is no word", "Late – and right.", reading{words: 3, inside: 3, sentences: 1, longest: 3}},
		{"points of a list", "- one thing\n- another", reading{words: 3, inside: 3, long: 1, sentences: 2, longest: 2}},
		{"a heading is no sentence", "## At once\n\nShe waits.", reading{words: 4, inside: 2, sentences: 1, longest: 2}},
		{"nor is a table", "| a | b |\n|---|---|\n| c | d |", reading{words: 4}},
		{"emphasis", "*She* waits. **He** too.", reading{words: 4, inside: 4, sentences: 2, longest: 2}},
		{"not Latin", "Аня ждёт. Она считает лимоны.", reading{words: 5, inside: 5, long: 1, sentences: 2, longest: 3}},
	}
	for _, tt := range tests {
		if got := proseIn(tt.text); got != tt.want {
			t.Errorf("%s: proseIn(%q) = %+v, want %+v", tt.name, tt.text, got, tt.want)
		}
	}
}

// TestReadingOfAnything: no text has more sentences than words, or a sentence
// longer than itself, and two paragraphs are what each of them is.
func TestReadingOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab Z.!?\"“”[]1*_-|#\n"), unicode.Letter)).Draw(t, "text")
		p := proseIn(text)
		if p.sentences > p.inside || p.inside > p.words || p.longest > p.inside || p.long > p.inside {
			t.Fatalf("proseIn(%q) = %+v, which cannot be", text, p)
		}
		if (p.inside > 0) != (p.sentences > 0) {
			t.Fatalf("proseIn(%q) = %+v: words are in sentences or they are not", text, p)
		}
		if twice := proseIn(text, text); twice != p.add(p) {
			t.Fatalf("twice %q is %+v, want %+v", text, twice, p.add(p))
		}
	})
}

func TestLix(t *testing.T) {
	tests := []struct {
		reading reading
		want    float64
	}{
		{reading{}, 0},
		{reading{inside: 20, sentences: 2, long: 5, longest: 12}, 35},
		{reading{words: 90, inside: 10, sentences: 1}, 10},
	}
	for _, tt := range tests {
		if got := tt.reading.lix(); got != tt.want {
			t.Errorf("%+v has a LIX of %v, want %v", tt.reading, got, tt.want)
		}
	}
}

const tableCourse = `format: 1
id: sample-a1b2c3
title: Sample
modules: [m]
`

const tableModule = `format: 1
id: m
title: "Yes | no"
sources:
  one: {cite: Someone (2020), kind: survey}
activities:
  - lesson: a
    title: A
    minutes: 3
    text: |
      Someone asked 40 people once [@one]. They waited.
  - quiz: q
    title: Q
    minutes: 2
    questions:
      - id: first
        kind: true-false
        ask: Did they wait?
        options:
          - {text: "True", right: true, why: They did.}
          - {text: "False", why: They did wait.}
  - scenario: s
    title: S
    minutes: 1
    start: gate
    scenes:
      gate:
        text: He waits.
        choices:
          - {id: ask, say: What is it?, because: You asked., to: told}
          - {id: go, say: Go on., because: You left it., to: left}
    endings:
      told: {title: Told, outcome: good, text: He tells you.}
      left: {title: Left, outcome: bad, text: He goes.}
`

const wantTables = `### Modules

| Module | Words | Minutes | Lessons | Scenarios | Questions | Sources cited |
| --- | --: | --: | --: | --: | --: | --: |
| Yes \| no | 34 | 6 | 1 | 1 | 1 | 1 |
| All | 34 | 6 | 1 | 1 | 1 | 1 |

### Questions by kind

| Module | Pool | Drawn | choice | choices | true-false | order | match | number | text | weighed, with no right answer |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
| Yes \| no | 1 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |

### Scenarios

| Module | Scenario | Scenes | Endings | Plays | Decisions | Minutes to read |
| --- | --- | --: | --: | --: | --: | --: |
| Yes \| no | S | 1 | 2 | 2 | 1 | 0.0 to 0.1 |

### Endings, where every choice is left to chance

| Scenario | Ending | Outcome | Share |
| --- | --- | --- | --: |
| S | Told | good | 50.0 % |
| S | Left | bad | 50.0 % |

### Prose

| Module | Of | Words | Words to a sentence | Longest sentence | LIX |
| --- | --- | --: | --: | --: | --: |
| Yes \| no | lesson | 7 | 3.5 | 5 | 18 |
| Yes \| no | quiz | 10 | 2.7 | 3 | 3 |
| Yes \| no | scenario | 17 | 2.4 | 3 | 2 |
| Yes \| no | all | 34 | 2.7 | 5 | 6 |
`

// tableOf runs hearten table on a course with one module.
func tableOf(t *testing.T, module string) (out, complaint string, code int) {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "m"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"course.yaml": tableCourse, "m/module.yaml": module} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var printed, complained bytes.Buffer
	code = Main([]string{"table", dir}, World{Out: &printed, Err: &complained})
	return printed.String(), complained.String(), code
}

func TestTable(t *testing.T) {
	out, complaint, code := tableOf(t, tableModule)
	if code != 0 || complaint != "" || out != wantTables {
		t.Errorf("hearten table ended with %d, said %q and printed:\n%s\nwant:\n%s", code, complaint, out, wantTables)
	}
}

// TestTableOfMistakes: what cannot be built is left out, and the command says
// so and fails.
func TestTableOfMistakes(t *testing.T) {
	const want = "hearten: what has mistakes in it was left out of the tables; run hearten lint to see where\n"
	out, complaint, code := tableOf(t, strings.Replace(tableModule, "to: told}", "to: nowhere}", 1))
	if code != exitProblems || complaint != want {
		t.Errorf("hearten table ended with %d and said %q, want %d and %q", code, complaint, exitProblems, want)
	}
	if !strings.Contains(out, "| All | 17 | 5 | 1 | 0 | 1 | 1 |") {
		t.Errorf("the rest was not counted:\n%s", out)
	}
}
