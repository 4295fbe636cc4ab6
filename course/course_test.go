package course

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"hearten/course/source"
	"hearten/modules"
)

func sample(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{"course.yaml": {Data: []byte("format: 1\nid: c\ntitle: C\nmodules: [m]\nsources:\n  shared-1: {cite: Shared., kind: theory}\n")}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func build(t *testing.T, files map[string]string) *Course {
	t.Helper()
	tree, problems := source.Read(sample(files))
	c, more := Build(tree)
	for _, p := range append(problems, more...) {
		t.Errorf("problem: %s", p.Cause)
	}
	return c
}

const sampleModule = `format: 1
id: m
title: M
sources:
  own-1: {cite: Own., kind: review, doi: 10.1/x}
activities:
  - lesson: one
    title: One
    minutes: 2
    file: one.md
  - lesson: two
    title: Two
    minutes: 3
    file: gone.md
  - reflection: back
    title: Back
    minutes: 2
    prompts:
      - What was it?
      - {id: then, ask: And then?, was: [before]}
`

func TestOpenReadsOnlyWhatIsAskedFor(t *testing.T) {
	c := build(t, map[string]string{"m/module.yaml": sampleModule, "m/one.md": "First [@own-1].\n\nSecond [@shared-1; @own-1].\n"})
	if got := c.Modules[0].Minutes(); got != 7 {
		t.Errorf("the module takes %d minutes, want 7", got)
	}
	content, err := c.Take("m", "one")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range content.Lesson.Blocks() {
		got = append(got, b.Plain)
	}
	if want := "First [1].|Second [2, 1]."; strings.Join(got, "|") != want {
		t.Errorf("the lesson is %q, want %q", strings.Join(got, "|"), want)
	}
	if len(content.Cited) != 2 || content.Cited[0].ID != "own-1" || content.Cited[1].Cite != "Shared." {
		t.Errorf("cited: %+v", content.Cited)
	}
}

func TestTakeSaysWhoCanMendIt(t *testing.T) {
	c := build(t, map[string]string{"m/module.yaml": sampleModule})
	_, err := c.Take("m", "two")
	if want := "“Two” cannot be shown, because there is a mistake in it. Its author can run hearten lint to see more"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %q", err, want)
	}
	if _, err := c.Take("m", "nobody"); err == nil {
		t.Error("an activity that does not exist can be taken")
	}
}

func TestPromptsWithoutAnID(t *testing.T) {
	c := build(t, map[string]string{"m/module.yaml": sampleModule})
	content, err := c.Take("m", "back")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(content.Prompts), fmt.Sprintf("[{%s What was it?} {then And then?}]", source.HashID("What was it?")); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if content.Renames["prompts/before"] != "then" {
		t.Errorf("renames: %v", content.Renames)
	}
}

// TestHash: what a learner's answers hang on changes the hash, and nothing
// else does.
func TestHash(t *testing.T) {
	hash := func(edit func(string) string) string {
		content, err := build(t, map[string]string{"m/module.yaml": edit(sampleModule), "m/one.md": "First.\n"}).Take("m", "back")
		if err != nil {
			t.Fatal(err)
		}
		return content.Hash()
	}
	same := hash(func(s string) string { return s })
	if got := hash(func(s string) string { return strings.Replace(s, "title: Back", "title: Look back", 1) }); got != same {
		t.Error("a new title changes the hash")
	}
	if got := hash(func(s string) string { return strings.Replace(s, "What was it?", "What was that?", 1) }); got == same {
		t.Error("a reworded prompt does not change the hash")
	}
}

func TestBundledCourseOpens(t *testing.T) {
	tree, problems := source.Read(modules.FS)
	c, more := Build(tree)
	if n := len(problems) + len(more); n > 0 {
		t.Fatalf("%d problems", n)
	}
	for _, m := range c.Modules {
		for _, a := range m.Activities {
			if _, err := c.Take(m.ID, a.ID); err != nil {
				t.Errorf("%s/%s: %v", m.ID, a.ID, err)
			}
		}
	}
}

// tenModules is the bundled course with its first module ten times over.
func tenModules(tb testing.TB) fstest.MapFS {
	tb.Helper()
	const folder = "02-empathy-and-compassion"
	entries, err := modules.FS.ReadDir(folder)
	if err != nil {
		tb.Fatal(err)
	}
	fsys, list := fstest.MapFS{}, ""
	for i := range 10 {
		to := fmt.Sprintf("m%d", i)
		list += "\n  - " + to
		for _, e := range entries {
			raw, err := modules.FS.ReadFile(folder + "/" + e.Name())
			if err != nil {
				tb.Fatal(err)
			}
			text := strings.Replace(string(raw), "id: empathy-and-compassion", "id: "+to, 1)
			fsys[to+"/"+e.Name()] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	fsys["course.yaml"] = &fstest.MapFile{Data: []byte("format: 1\nid: ten\ntitle: Ten\nmodules:" + list + "\n")}
	return fsys
}

// BenchmarkOpenTenModules is what the program does before its first screen.
func BenchmarkOpenTenModules(b *testing.B) {
	fsys := tenModules(b)
	bytes := 0
	for name, f := range fsys {
		if strings.HasSuffix(name, "module.yaml") || name == "course.yaml" {
			bytes += len(f.Data)
		}
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		tree, problems := source.Read(fsys)
		if c, _ := Build(tree); len(problems) > 0 || len(c.Modules) != 10 {
			b.Fatal(problems)
		}
	}
}

// BenchmarkTake is what opening the scenario, the largest activity, costs.
func BenchmarkTake(b *testing.B) {
	tree, _ := source.Read(modules.FS)
	c, _ := Build(tree)
	for b.Loop() {
		if _, err := c.Take("empathy-and-compassion", "maya"); err != nil {
			b.Fatal(err)
		}
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[uint64]string{0: "0", 999: "999", 1000: "1,000", 34508: "34,508", 1234567: "1,234,567", 1<<64 - 1: "18,446,744,073,709,551,615"} {
		if got := Thousands(n); got != want {
			t.Errorf("Thousands(%d) = %q, want %q", n, got, want)
		}
	}
}
