package lint

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"hearten/course/source"
)

// TestTooManyScenes: a story of 10,001 scenes is refused by one sentence, as
// its file is too much to read already.
func TestTooManyScenes(t *testing.T) {
	var b strings.Builder
	b.WriteString("start: s0\nscenes:\n")
	for i := range 10_001 {
		fmt.Fprintf(&b, "  s%d: {text: A., choices: [{id: a, say: A., because: A., to: out}]}\n", i)
	}
	b.WriteString("endings:\n  out: {title: Out, outcome: good, text: Out.}\n")
	fsys := fstest.MapFS{
		"course.yaml":       {Data: []byte(courseYAML)},
		"m/module.yaml":     {Data: []byte("format: 1\nid: m\ntitle: M\nactivities:\n  - scenario: s\n    title: S\n    minutes: 2\n    file: s.scenario.yaml\n")},
		"m/s.scenario.yaml": {Data: []byte(b.String())},
	}
	want := `m/s.scenario.yaml: error: the file has more than 50,000 lines, commas, colons and brackets [too-many-parts]
      = split it up: activities may lie in files of their own
`
	var got strings.Builder
	if err := source.Print(&got, Check(fsys)); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

func TestShownBy(t *testing.T) {
	long := make([]string, longestWitness+3)
	for i := range long {
		long[i] = "on"
	}
	tests := []struct {
		name    string
		witness []string
		want    string
	}{
		{"nothing to show", nil, ""},
		{"from the start", []string{}, "; it is so from the start"},
		{"a play", []string{"ask", "wait"}, "; to see it, play: ask, wait"},
		{"a long one", long, "; to see it, play: " + strings.Repeat("on, ", longestWitness-1) + "on and 3 choices more"},
	}
	for _, tt := range tests {
		if got := shownBy(tt.witness); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
