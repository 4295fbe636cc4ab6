package plain_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hearten/cmd/hearten/internal/plain"
	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/course/source"
)

// build builds the course in a folder.
func build(t testing.TB, folder string) (*course.Course, []source.Problem) {
	t.Helper()
	tree, problems := source.Read(os.DirFS(folder))
	c, more := course.Build(tree)
	problems = append(problems, more...)
	for _, m := range c.Modules {
		for _, a := range m.Activities {
			_, inside := c.Open(m.ID, a.ID)
			problems = append(problems, inside...)
		}
	}
	return c, problems
}

func TestTheSampleIsSound(t *testing.T) {
	if _, problems := build(t, "testdata/course"); len(problems) > 0 {
		t.Errorf("the sample has problems: %+v", problems)
	}
}

// learner is somebody with a folder for progress and a clock that moves with
// every input.
type learner struct {
	t      testing.TB
	course *course.Course
	dir    string
	clock  time.Time
	inputs int
}

func newLearner(t testing.TB) *learner { return newLearnerOf(t, "testdata/course") }

func newLearnerOf(t testing.TB, folder string) *learner {
	t.Helper()
	c, _ := build(t, folder)
	l := &learner{t: t, course: c, dir: filepath.Join(t.TempDir(), "progress"), clock: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	if err := os.Mkdir(l.dir, 0o700); err != nil {
		t.Fatal(err)
	}
	return l
}

func (l *learner) moment() study.Moment {
	l.inputs++
	l.clock = l.clock.Add(time.Second)
	return study.Moment{At: l.clock, ID: fmt.Sprintf("01M%04d", l.inputs)}
}

// types is a session in which the learner types lines until there are no
// more. It returns all that was shown.
func (l *learner) types(lines ...string) string {
	l.t.Helper()
	out, err := l.run(strings.NewReader(strings.Join(lines, "\n") + "\n"))
	if err != nil {
		l.t.Fatalf("after typing %q: %v\n%s", lines, err, out)
	}
	return out
}

func (l *learner) run(in io.Reader) (string, error) {
	l.t.Helper()
	var out strings.Builder
	err := l.runTo(&out, in)
	return out.String(), err
}

func (l *learner) runTo(out io.Writer, in io.Reader) error {
	l.t.Helper()
	return run(l.config(in, out))
}

func run(c plain.Config) error { return plain.Run(context.Background(), c) }

// config is a fresh start of the program.
func (l *learner) config(in io.Reader, out io.Writer) plain.Config {
	l.t.Helper()
	keeper, s, err := study.Keep(l.dir, l.course)
	if err != nil {
		l.t.Fatal(err)
	}
	return plain.Config{In: in, Out: out, Study: s, Keeper: keeper, Moment: l.moment}
}

// journal is what is kept of the learner.
func (l *learner) journal() string {
	l.t.Helper()
	raw, err := os.ReadFile(filepath.Join(l.dir, l.course.ID+".jsonl"))
	if err != nil && !os.IsNotExist(err) {
		l.t.Fatal(err)
	}
	return string(raw)
}

// golden compares a text with the one expected under a name; UPDATE=1 writes
// it instead.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("shown was\n%s\nwant, from %s,\n%s", got, path, want)
	}
}
