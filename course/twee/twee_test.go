package twee

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"hearten/course"
	"hearten/course/source"
)

// TestStories imports every story in testdata and compares the scenario and
// everything that is said of it. A story with macros is refused, and then
// taken in part. UPDATE=1 rewrites what is expected.
func TestStories(t *testing.T) {
	names, err := filepath.Glob("testdata/*.twee")
	if err != nil || len(names) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, name := range names {
		base := strings.TrimSuffix(name, ".twee")
		t.Run(filepath.Base(base), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			yaml, said := tell(string(src))
			compare(t, base+".lost", said)
			compare(t, base+".yaml", yaml)
			for _, p := range problems(yaml) {
				if yaml != "" {
					t.Errorf("the scenario cannot be read: %s:%d: %s", p.At.File, p.At.Line, p.Cause)
				}
			}
		})
	}
}

// tell is the scenario of a story, and all that is said to whoever imports it.
func tell(src string) (yaml, said string) {
	yaml, lost, err := Import(src, Options{})
	var macro *MacroError
	if errors.As(err, &macro) {
		said = fmt.Sprintln("refused:", err)
		yaml, lost, err = Import(src, Options{Partial: true})
	}
	if err != nil {
		return "", said + fmt.Sprintln("refused:", err)
	}
	for _, l := range lost {
		said += fmt.Sprintf("%d: %s: %s\n", l.Line, l.What, l.Why)
	}
	return yaml, said
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	want, err := os.ReadFile(name)
	if err == nil && string(want) == got {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Errorf("%s: got:\n%s\nwant:\n%s", name, got, want)
		return
	}
	if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
}

// problems is what the reader and the builder of courses say of a scenario.
func problems(yaml string) []source.Problem {
	_, problems := open(yaml)
	return problems
}

func open(yaml string) (course.Content, []source.Problem) {
	tree, problems := source.Read(fstest.MapFS{
		"course.yaml":       {Data: []byte("format: 1\nid: c\ntitle: C\nmodules: [m]\n")},
		"m/module.yaml":     {Data: []byte("format: 1\nid: m\ntitle: M\nactivities:\n  - {scenario: s, title: S, minutes: 1, file: s.scenario.yaml}\n")},
		"m/s.scenario.yaml": {Data: []byte(yaml)},
	})
	c, more := course.Build(tree)
	content, last := c.Open("m", "s")
	return content, append(append(problems, more...), last...)
}
