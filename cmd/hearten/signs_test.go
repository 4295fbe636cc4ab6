package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hearten/cmd/hearten/internal/cli"
)

const signsModule = `format: 1
id: signs
title: Signs
summary: "> 50 people, at 5 * 3 a_b_c"
activities:
  - quiz: check
    title: "1. A check"
    minutes: 5
    questions:
      - id: when
        kind: choice
        ask: "1. April, or when?"
        options:
          - {id: a, text: "31. March, no earlier", right: true, why: "31. March is the last day"}
          - {id: b, text: "> 50 people", why: "1) first"}
          - {id: c, text: "# of beds", why: "* star"}
          - {id: d, text: "+ 30% sick leave", why: "- none"}
          - {id: e, text: "- none of it &amp; \\* “more”", why: "# no"}
  - scenario: story
    title: Story
    minutes: 5
    start: begin
    scenes:
      begin:
        text: Go.
        choices:
          - {id: on, say: "31. March, no earlier.", because: "- it costs", to: end}
          - {id: off, say: "# of beds", because: "+ it helps", to: end}
    endings:
      end: {title: "1. *April*", outcome: good, text: Done.}
`

// TestSignsStandInBothFrontEnds: a sign at the start of a short text is one,
// on the screens as line by line.
func TestSignsStandInBothFrontEnds(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "my-course")
	for name, text := range map[string]string{
		"course.yaml": "format: 1\nid: signs-a1b2c3\ntitle: Signs\nversion: 1.0.0\nlanguage: en\nmodules: [01-signs]\n", "01-signs/module.yaml": signsModule,
	} {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		place, before string
		typed, words  []string
	}{
		{"signs", "", nil, []string{"> 50 people, at 5 * 3 a_b_c", "1. A check"}},
		{"signs/check", "", nil, []string{"1. April, or when?", "31. March, no earlier", "> 50 people", "# of beds", "+ 30% sick leave", "- none of it & * “more”"}},
		{"signs/check", "1. April", []string{"1"}, []string{"31. March is the last day"}},
		{"signs/story", "", nil, []string{"31. March, no earlier.", "# of beds"}},
		{"signs/story", "31. March", []string{"1"}, []string{"1. *April*"}},
	} {
		var out bytes.Buffer
		args := []string{"preview", "--course", dir, tt.place}
		code := cli.Main(append(args, "--plain"), world(strings.NewReader(strings.Join(append(tt.typed, "q"), "\n")+"\n"), &out, false))
		for _, words := range tt.words {
			if !strings.Contains(out.String(), words) {
				t.Errorf("line by line, %s lacks %q (exit %d):\n%s", tt.place, words, code, &out)
			}
		}
		term := start(t, 100, 40, false, t.TempDir(), args...)
		if tt.typed != nil {
			term.see(tt.before)
			term.press(tt.typed...)
			term.press("enter")
		}
		term.see(tt.words...)
	}
}
