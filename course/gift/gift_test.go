package gift

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"hearten/course"
	"hearten/course/source"
	"hearten/quiz"
)

// TestBanks imports every question bank in testdata and compares the quiz and
// everything that is said of it. UPDATE=1 rewrites what is expected.
func TestBanks(t *testing.T) {
	for _, name := range banks(t) {
		base := strings.TrimSuffix(strings.TrimSuffix(name, ".gift"), ".aiken")
		t.Run(filepath.Base(base), func(t *testing.T) {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			yaml, said := tell(string(src))
			compare(t, base+".lost", said)
			compare(t, base+".yaml", yaml)
			if yaml == "" {
				return
			}
			for _, p := range problems(yaml) {
				t.Errorf("the quiz cannot be read: %s:%d: %s", p.At.File, p.At.Line, p.Cause)
			}
		})
	}
}

func banks(t testing.TB) []string {
	t.Helper()
	all, err := filepath.Glob("testdata/*.gift")
	if err != nil {
		t.Fatal(err)
	}
	aiken, err := filepath.Glob("testdata/*.aiken")
	if err != nil || len(all)*len(aiken) == 0 {
		t.Fatalf("no question banks: %v", err)
	}
	return append(all, aiken...)
}

// tell is the quiz of a question bank, and all that is said to whoever imports
// it.
func tell(src string) (yaml, said string) {
	yaml, lost, err := Import(src, Options{})
	if err != nil {
		said = fmt.Sprintln("refused:", err)
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

// problems is what the reader and the builder of courses say of a quiz.
func problems(yaml string) []source.Problem {
	_, problems := open(yaml)
	return problems
}

func open(yaml string) (quiz.Quiz, []source.Problem) {
	tree, problems := source.Read(fstest.MapFS{
		"course.yaml":   {Data: []byte("format: 1\nid: c\ntitle: C\nmodules: [m]\n")},
		"m/module.yaml": {Data: []byte("format: 1\nid: m\ntitle: M\nactivities:\n  - {quiz: q, title: Q, minutes: 1, file: q.quiz.yaml}\n")},
		"m/q.quiz.yaml": {Data: []byte(yaml)},
	})
	c, more := course.Build(tree)
	content, last := c.Open("m", "q")
	return content.Quiz, append(append(problems, more...), last...)
}

// FuzzGift holds that no text makes the import panic, and that what is
// imported can be read.
func FuzzGift(f *testing.F) {
	for _, name := range banks(f) {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, format := range []Format{"", GIFT, Aiken} {
			yaml, lost, err := Import(src, Options{Format: format})
			if err != nil {
				continue
			}
			for _, l := range lost {
				if l.Line < 1 || l.Line > strings.Count(src, "\n")+strings.Count(src, "\r")+1 || l.What == "" || l.Why == "" {
					t.Errorf("a loss without a place: %+v", l)
				}
			}
			for _, p := range problems(yaml) {
				t.Errorf("%d:%d: %s\n%s", p.At.Line, p.At.Column, p.Cause, yaml)
			}
		}
	})
}

// TestFormats holds that a file is read as what it is said to be, and
// otherwise as what it looks like.
func TestFormats(t *testing.T) {
	const src = "Is it {so}?\nA) Yes\nB) No\nANSWER: B\n"
	tests := []struct {
		name   string
		src    string
		format Format
		kind   string
	}{
		{"looks like Aiken", strings.NewReplacer("{", "", "}", "").Replace(src), "", "choice"},
		{"looks like GIFT", src, "", "text"},
		{"said to be Aiken", src, Aiken, "choice"},
		{"said to be GIFT", src, GIFT, "text"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			yaml, _, err := Import(tt.src, Options{Format: tt.format})
			if err != nil || !strings.Contains(yaml, "kind: "+tt.kind+"\n") {
				t.Errorf("got %v and\n%s\nwant the kind %s", err, yaml, tt.kind)
			}
		})
	}
}
