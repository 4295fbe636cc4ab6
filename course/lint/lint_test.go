package lint

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"hearten/course"
	"hearten/course/source"
	"hearten/modules"
)

// courseYAML is the course that a fixture without one of its own stands in.
const courseYAML = "format: 1\nid: sample-a1b2c3\ntitle: Sample\nmodules: [m]\n"

// TestProblems holds what an author reads, word for word: each fixture is a
// course with one mistake and, under want, all that is said of it. UPDATE=1
// rewrites them.
func TestProblems(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys, want := fixture(archive)
			var got strings.Builder
			if err := source.Print(&got, Check(fsys)); err != nil {
				t.Fatal(err)
			}
			if got.String() == want {
				return
			}
			if os.Getenv("UPDATE") == "" {
				t.Fatalf("got:\n%s\nwant:\n%s", got.String(), want)
			}
			rewrite(t, name, archive, got.String())
		})
	}
}

// fixture is the course of an archive and what is expected of it. A byte that
// no text file holds is written as \xNN.
func fixture(a *txtar.Archive) (fs.FS, string) {
	fsys := fstest.MapFS{}
	want := ""
	for _, f := range a.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		data := strings.NewReplacer(`\xff`, "\xff", `\u202e`, "\u202e", `\u00a0`, "\u00a0", `\t`, "\t").Replace(string(f.Data))
		fsys[f.Name] = &fstest.MapFile{Data: []byte(data)}
	}
	if _, own := fsys["m/module.yaml"]; own && fsys["course.yaml"] == nil {
		fsys["course.yaml"] = &fstest.MapFile{Data: []byte(courseYAML)}
	}
	return fsys, want
}

func rewrite(t *testing.T, name string, a *txtar.Archive, want string) {
	t.Helper()
	var files []txtar.File
	for _, f := range a.Files {
		if f.Name != "want" {
			files = append(files, f)
		}
	}
	a.Files = append(files, txtar.File{Name: "want", Data: []byte(want)})
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestBundled holds that the bundled course has no problem of any kind.
func TestBundled(t *testing.T) {
	var got strings.Builder
	if err := source.Print(&got, Check(modules.FS)); err != nil {
		t.Fatal(err)
	}
	if got.Len() > 0 {
		t.Errorf("the bundled course has problems:\n%s", got.String())
	}
}

// TestRulesHaveExamples holds that a fixture named after each rule shows it,
// and that another one passes in silence.
func TestRulesHaveExamples(t *testing.T) {
	for _, rule := range Rules() {
		raw, err := os.ReadFile("testdata/" + rule.Code + ".txtar")
		if err != nil {
			t.Errorf("rule %s has no example: %v", rule.Code, err)
			continue
		}
		if !strings.Contains(string(raw), "["+rule.Code+"]") {
			t.Errorf("the example of rule %s does not show it", rule.Code)
		}
		ok, err := txtar.ParseFile(passing(rule.Code))
		if err != nil {
			t.Errorf("rule %s has no example that passes: %v", rule.Code, err)
			continue
		}
		if _, want := fixture(ok); want != "" {
			t.Errorf("the example that rule %s passes is not silent", rule.Code)
		}
	}
}

// passing is the fixture that a rule has nothing to say about: one of its
// own, or the sound story that all broken ones are made from.
func passing(code string) string {
	name := "testdata/" + code + ".ok.txtar"
	if _, err := os.Stat(name); err != nil {
		return "testdata/story.txtar"
	}
	return name
}

// TestCheckRead: what is checked is the course as it was read, whatever its
// author has saved since.
func TestCheckRead(t *testing.T) {
	fsys := fstest.MapFS{
		"course.yaml":   {Data: []byte(courseYAML)},
		"m/module.yaml": {Data: []byte("format: 1\nid: m\ntitle: M\ncolour: red\nactivities:\n  - {plan: monday, title: Monday, minutes: 1}\n")},
	}
	want := Check(fsys)
	if source.Errors(want) != 1 {
		t.Fatalf("got %v, want one error", want)
	}
	tree, problems := source.Read(fsys)
	c, more := course.Build(tree)
	fsys["m/module.yaml"].Data, fsys["course.yaml"].Data = []byte("colour: blue"), []byte("format: 1")
	if got := CheckRead(tree, c, append(problems, more...), States); !slices.Equal(got, want) {
		t.Errorf("after a save, got:\n%v\nwant:\n%v", got, want)
	}
}
