package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"hearten/course/lint"
	"hearten/course/source"
)

// TestReadme holds that the module in the README is one, and that the file is
// not out of step with the program.
func TestReadme(t *testing.T) {
	raw, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	var samples []string
	for _, m := range regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(text, -1) {
		samples = append(samples, m[1])
	}
	if len(samples) != 2 {
		t.Fatalf("the README has %d samples of YAML, want a course and a module", len(samples))
	}
	if lines := strings.Count(samples[1], "\n"); lines > 10 {
		t.Errorf("the module takes %d lines, want 10 at most", lines)
	}
	var problems strings.Builder
	err = source.Print(&problems, lint.Check(fstest.MapFS{
		"course.yaml":       {Data: []byte(samples[0])},
		"first/module.yaml": {Data: []byte(samples[1])},
	}))
	if err != nil || problems.Len() > 0 {
		t.Errorf("the README's course has problems: %v\n%s", err, problems.String())
	}
	for _, command := range []string{"go run ./cmd/hearten", "go test ./..."} {
		if !strings.Contains(text, command) {
			t.Errorf("the README does not say %q", command)
		}
	}
}
