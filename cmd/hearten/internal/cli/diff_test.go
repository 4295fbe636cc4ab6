package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"hearten/course"
	"hearten/course/diff"
	"hearten/course/source"
)

// edit replaces words in a file of the sample; without old words the file is
// new, without new ones they are gone.
type edit struct{ file, old, now string }

// diffEdits is one edit for each kind of change.
func diffEdits() []struct {
	name  string
	edits []edit
} {
	const (
		top, one, two     = "course.yaml", "one/module.yaml", "two/module.yaml"
		quiz, story, map_ = "one/check.quiz.yaml", "one/talk.scenario.yaml", "two/sides.tension.yaml"
	)
	return []struct {
		name  string
		edits []edit
	}{
		{"nothing", nil},
		{"layout-only", []edit{{one, "prompts:\n      - ", "prompts:\n      # a remark\n      -   "}}},
		{"course-id", []edit{{top, "id: sample-a1b2c3", "id: sample-d4e5f6"}}},
		{"course-title-and-version", []edit{{top, "title: Sample", "title: The sample"}, {top, "version: 1.0.0", "version: 1.1.0"}}},
		{"module-added", []edit{{top, "[one, two]", "[one, two, three]"}, {"three/module.yaml", "", "format: 1\nid: three\ntitle: Three\nactivities:\n  - {plan: p, title: P, minutes: 1}\n"}}},
		{"module-removed", []edit{{top, "[one, two]", "[one]"}}},
		{"module-renamed", []edit{{two, "id: two\n", "id: zwei\nwas: [two]\n"}}},
		{"module-renamed-without-was", []edit{{two, "id: two\n", "id: zwei\n"}}},
		{"module-order", []edit{{top, "[one, two]", "[two, one]"}}},
		{"module-broken", []edit{{two, "title: Two\n", "titel: Two\n"}, {two, "activities:", "activities: {"}}},
		{"activity-added", []edit{{two, "activities:\n", "activities:\n  - {plan: extra, title: One more, minutes: 2}\n"}}},
		{"activity-removed", []edit{{two, "  - {plan: monday, title: One plan, minutes: 3}\n", ""}}},
		{"activity-renamed", []edit{{one, "lesson: open\n", "lesson: opening\n    was: open\n"}}},
		{"activity-renamed-without-was", []edit{{one, "lesson: open\n", "lesson: opening\n"}}},
		{"activity-moved", []edit{{two, "  - {plan: monday, title: One plan, minutes: 3}\n", ""}, {one, "activities:\n", "activities:\n  - {plan: monday, title: One plan, minutes: 3, was: two/monday}\n"}}},
		{"activity-moved-without-was", []edit{{two, "  - {plan: monday, title: One plan, minutes: 3}\n", ""}, {one, "activities:\n", "activities:\n  - {plan: monday, title: One plan, minutes: 3}\n"}}},
		{"activity-title-and-minutes", []edit{{one, "title: How do you open?", "title: How do you begin?"}, {one, "minutes: 4", "minutes: 6"}}},
		{"activity-kind", []edit{{two, "plan: monday", "reflection: monday"}, {two, "minutes: 3}", "minutes: 3, prompts: [What next?]}"}}},
		{"activity-broken", []edit{{quiz, "right: true", "right: perhaps"}}},
		{"activity-unreadable", []edit{{two, "  - {plan: monday, title: One plan, minutes: 3}\n", "  - plan monday\n"}}},
		{"activity-order", []edit{{two, "  - {plan: monday, title: One plan, minutes: 3}\n", ""}, {two, "activities:\n", "activities:\n  - {plan: monday, title: One plan, minutes: 3}\n"}}},
		{"lesson-text", []edit{{"one/open.md", "one question", "one honest question"}, {"one/open.md", "", "\nA paragraph at the end.\n"}}},
		{"question-added", []edit{{quiz, "questions:\n", "questions:\n  - {id: more, kind: number, ask: How many?, answer: 3, why: Three.}\n"}}},
		{"question-renamed", []edit{{quiz, "id: why-wait\n", "id: why-silence\n    was: [why-wait]\n"}}},
		{"question-renamed-without-was", []edit{{quiz, "id: why-wait\n", "id: why-silence\n"}}},
		{"question-replaced", []edit{{quiz, "id: why-wait\n", "id: budget\n"}, {quiz, "ask: Why do you wait after you have asked?", "ask: Who pays?"}, {quiz, "text: So that the other can think", "text: The firm"}, {quiz, "text: So that it gets awkward", "text: Nobody"}}},
		{"question-reworded", []edit{{quiz, "Why do you wait after you have asked?", "Why do you wait after having asked?"}}},
		{"question-joined", []edit{{quiz, "  - id: steps\n    kind: order\n", "  - id: steps\n    was: [why-wait]\n    kind: order\n"}, {quiz, whyWait, ""}, {quiz, "draw: 2\n", ""}}},
		{"right-answer", []edit{{quiz, "right: true\n        why: Silence", "why: Silence"}, {quiz, "text: So that it gets awkward\n", "text: So that it gets awkward\n        right: true\n"}}},
		{"right-order", []edit{{quiz, "      - Notice\n      - Ask\n", "      - Ask\n      - Notice\n"}}},
		{"option-reworded", []edit{{quiz, "So that it gets awkward", "Because it gets awkward"}}},
		{"option-reworded-with-was", []edit{{quiz, "text: So that it gets awkward\n", "text: Because it gets awkward\n        was: [" + source.HashID("So that it gets awkward") + "]\n"}}},
		{"option-given-an-id", []edit{{quiz, "- text: So that it gets awkward\n", "- id: awkward\n        text: So that it gets awkward\n        was: [" + source.HashID("So that it gets awkward") + "]\n"}}},
		{"option-removed", []edit{{quiz, "      - text: To look calm\n        why: It may look so.\n", ""}}},
		{"item-added", []edit{{quiz, "      - Ask\n", "      - Breathe\n      - Ask\n"}}},
		{"quiz-rules", []edit{{quiz, "draw: 2", "draw: 1\npass: 60\nattempts: 3"}}},
		{"choice-renamed", []edit{{story, "- id: ask\n", "- id: question\n        was: [ask]\n"}}},
		{"choice-renamed-without-was", []edit{{story, "- id: ask\n", "- id: question\n"}}},
		{"scene-renamed-without-was", []edit{{story, "  bench:\n", "  seat:\n"}, {story, "to: bench", "to: seat"}}},
		{"scene-text", []edit{{story, "Maya nods.", "Maya nods slowly."}}},
		{"story-leads-elsewhere", []edit{{story, "to: bench", "to: door"}}},
		{"story-condition", []edit{{story, "when: trust >= 3", "when: trust >= 5"}}},
		{"story-meter", []edit{{story, "start: 3", "start: 4"}}},
		{"ending-renamed-without-was", []edit{{story, "  late:\n", "  later:\n"}, {story, "to: late\n", "to: later\n"}}},
		{"debrief-question-reworded", []edit{{story, "Where did it turn?", "Where did it turn, and why?"}}},
		{"prompt-reworded", []edit{{one, "What did you do with your own discomfort?", "What did you do with the discomfort?"}}},
		{"prompt-reworded-with-was", []edit{{one, "- What did you do with your own discomfort?", "- ask: What did you do with the discomfort?\n        was: [" + source.HashID("What did you do with your own discomfort?") + "]"}}},
		{"prompt-replaced", []edit{{one, "What did you do with your own discomfort?", "Who was there?"}}},
		{"pole-renamed", []edit{{map_, "name: Standards", "name: High standards"}}},
		{"poles-swapped", []edit{{map_, "  - name: Support\n    gives: [Mistakes are told early.]\n", ""}, {map_, "poles:\n", "poles:\n  - name: Support\n    gives: [Mistakes are told early.]\n"}}},
		{"sources-and-terms", []edit{{one, "title: One\n", "title: One\nsources:\n  new-1: {cite: A new work., kind: review}\nglossary:\n  pause: A silence that is meant.\n"}}},
		{"was-of-nothing", []edit{{quiz, "id: why-wait\n", "id: why-wait\n    was: [why-weight]\n"}}},
		{"hostile-words", []edit{{one, "title: How do you open?", "title: \"How \\e[31m do you open?\""}}},
	}
}

const whyWait = `  - id: why-wait
    kind: choice
    ask: Why do you wait after you have asked?
    options:
      - text: So that the other can think
        right: true
        why: Silence is where thinking happens.
      - text: So that it gets awkward
        why: It may, and that is not what it is for.
      - text: To look calm
        why: It may look so.
`

// diffSample is a small course with one activity of every kind.
func diffSample() map[string]string {
	return map[string]string{
		"course.yaml": "format: 1\nid: sample-a1b2c3\ntitle: Sample\nversion: 1.0.0\nlanguage: en\nmodules: [one, two]\n",
		"one/module.yaml": `format: 1
id: one
title: One
activities:
  - lesson: open
    title: How do you open?
    minutes: 4
    file: open.md
  - quiz: check
    title: Check yourself
    minutes: 5
    file: check.quiz.yaml
  - scenario: talk
    title: The talk
    minutes: 12
    file: talk.scenario.yaml
  - reflection: last-time
    title: The last time
    minutes: 3
    prompts:
      - What did you do with your own discomfort?
`,
		"one/open.md": "On Monday, ask one question.\n\nThen wait.\n",
		"one/check.quiz.yaml": "draw: 2\nquestions:\n" + whyWait + `  - id: steps
    kind: order
    ask: In which order?
    why: Seeing comes first.
    items:
      - Notice
      - Ask
      - Wait
`,
		"one/talk.scenario.yaml": `meters:
  trust: {label: Trust, start: 3, min: 0, max: 6}
start: hall
scenes:
  hall:
    text: Maya nods.
    choices:
      - id: ask
        say: '"How are you?"'
        because: You asked; it cost a minute.
        to: bench
      - id: push
        say: '"We need it by four."'
        change: {trust: -2}
        because: You kept the date; it cost her trust.
        to: door
  bench:
    text: You sit down.
    choices:
      - id: wait
        say: Say nothing.
        when: trust >= 3
        because: You left her room; it cost you an answer.
        to: late
      - id: tell
        say: Tell her what you see.
        because: You were plain; it cost her ease.
        to: door
  door:
    text: She stands at the door.
    choices:
      - id: leave
        say: Let her go.
        because: You kept the peace; it cost the talk.
        to: late
      - id: call
        say: Call her back.
        because: You held on; it cost her a moment.
        to: soon
endings:
  late:
    title: Late
    outcome: mixed
    text: It is late.
  soon:
    title: Soon
    outcome: good
    text: It is soon.
debrief:
  ask: Where did it turn?
  expert: No choice was free.
`,
		"two/module.yaml": `format: 1
id: two
title: Two
activities:
  - tension: sides
    title: Two sides
    minutes: 8
    file: sides.tension.yaml
  - {plan: monday, title: One plan, minutes: 3}
`,
		"two/sides.tension.yaml": `poles:
  - name: Standards
    gives: [People know what good is.]
  - name: Support
    gives: [Mistakes are told early.]
`,
	}
}

func readSample(dir string, files map[string]string) edition {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, problems := source.Read(fsys)
	c, more := course.Build(tree)
	return edition{c, dir, source.Errors(append(problems, more...))}
}

func edited(t *testing.T, edits []edit) map[string]string {
	t.Helper()
	files := diffSample()
	for _, e := range edits {
		if !strings.Contains(files[e.file], e.old) {
			t.Fatalf("%s has no %q", e.file, e.old)
		}
		if e.old == "" {
			files[e.file] += e.now
			continue
		}
		files[e.file] = strings.ReplaceAll(files[e.file], e.old, e.now)
	}
	return files
}

// TestDiffPrints holds what a trainer reads of each kind of change, word for
// word. UPDATE=1 rewrites it.
func TestDiffPrints(t *testing.T) {
	for _, tt := range diffEdits() {
		t.Run(tt.name, func(t *testing.T) {
			old, now := readSample("old", diffSample()), readSample("new", edited(t, tt.edits))
			var got strings.Builder
			if err := printDiff(&got, old, now, diff.Compare(old.Course, now.Course)); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(got.String()) {
				if words := strings.Fields(line); len([]rune(line)) > lineWidth+1 && len(words) > 1 {
					t.Errorf("a line is longer than %d: %s", lineWidth, line)
				}
			}
			if strings.ContainsFunc(got.String(), source.Unsafe) {
				t.Errorf("unsafe: %q", got.String())
			}
			name := filepath.Join("testdata", "diff", tt.name+".txt")
			want, err := os.ReadFile(name)
			if err == nil && string(want) == got.String() {
				return
			}
			if os.Getenv("UPDATE") == "" {
				t.Fatalf("got:\n%s\nwant (%v):\n%s", got.String(), err, want)
			}
			if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}
