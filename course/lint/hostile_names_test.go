package lint

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"hearten/course/source"
)

// misleading are courses that harm by what they name: folders and files that
// are not there, and one file again and again.
func misleading() map[string]fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	folders := fstest.MapFS{"course.yaml": file("format: 1\nid: c\ntitle: C\nmodules:\n" + numbered(20_000, "- folder-with-a-long-name-that-is-gone-%d\n"))}
	files := fstest.MapFS{"course.yaml": file(courseYAML), "m/module.yaml": file("format: 1\nid: m\ntitle: M\nactivities:\n" + numbered(4_000, "  - {lesson: a%d, title: T, minutes: 1, file: file-with-a-long-name-that-is-gone.md}\n"))}
	for i := range 1000 {
		folders[fmt.Sprintf("folder-with-a-long-name-that-is-here-%d/x", i)] = file("")
		files[fmt.Sprintf("m/file-with-a-long-name-that-is-here-%d.md", i)] = file("x")
	}
	again := fstest.MapFS{"course.yaml": file(courseYAML), "m/module.yaml": file("format: 1\nid: m\ntitle: M\nactivities:\n" + numbered(4_000, "  - {lesson: a%d, title: T, minutes: 1, file: sub/big.md}\n"))}
	again["m/sub/big.md"] = file(strings.Repeat("words and words\n\n", 7_000))
	return map[string]fstest.MapFS{"missing folders": folders, "missing files": files, "one file again and again": again}
}

// TestMisleading holds that few misspelt names are guessed at, because a guess
// looks at all there are, and that a file counts as often as it is named.
func TestMisleading(t *testing.T) {
	for name, fsys := range misleading() {
		found := Check(fsys)
		guesses, tooLarge := 0, 0
		for _, p := range found {
			if strings.HasPrefix(p.Fix, "did you mean") {
				guesses++
			}
			if p.Code == "too-large" {
				tooLarge++
			}
		}
		if again := strings.HasPrefix(name, "one file"); again != (tooLarge == 1) || !again && (guesses == 0 || guesses > 10) {
			t.Errorf("%s: %d guesses, %d times too large", name, guesses, tooLarge)
		}
	}
}

// TestOneCase: folders that differ by capitals alone are one on some systems.
func TestOneCase(t *testing.T) {
	module := &fstest.MapFile{Data: []byte("format: 1\nid: m\ntitle: M\nactivities:\n  - {plan: p, title: P, minutes: 1}\n")}
	found := Check(fstest.MapFS{"course.yaml": {Data: []byte("format: 1\nid: c\ntitle: C\nmodules: [m, M]\n")}, "m/module.yaml": module, "M/module.yaml": module})
	if len(found) != 1 || found[0].Code != "duplicate-module" {
		t.Errorf("found %v", found)
	}
}

// BenchmarkMisleading measures the slowest of them, on disk.
func BenchmarkMisleading(b *testing.B) {
	all := map[string]fs.FS{}
	for name, fsys := range misleading() {
		dir := b.TempDir()
		if err := os.CopyFS(dir, fsys); err != nil {
			b.Fatal(err)
		}
		all[name] = os.DirFS(dir)
	}
	var worst time.Duration
	for b.Loop() {
		for name, fsys := range all {
			took, memory := answer(fsys)
			b.Logf("%-28s %6.0f ms %6.1f MB", name, took.Seconds()*1000, float64(memory)/mega)
			worst = max(worst, took)
		}
	}
	b.ReportMetric(worst.Seconds()*1000, "ms-slowest")
}

// TestHiddenCharacters: each way to write a character that nobody sees is an
// error with its place.
func TestHiddenCharacters(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a code", `"a\e[2J"`, `m/module.yaml:8:11: error: a code in this text stands for the invisible character U+001B, which may not stand in a course [unsafe-character]`},
		{"a code for a mark of direction", `"a\u202eb"`, "U+202E"},
		{"an entity", `a &#27;[2J`, `m/module.yaml:8:13: error: &#27; stands for an invisible character, which may not stand in a course [unsafe-character]`},
		{"an entity in hex", `a &#x9B;`, "&#x9B; stands for"},
		{"an entity by name", `a &shy; b`, "&shy; stands for"},
		{"an entity without its end", `a &#27 b`, "&#27 stands for"},
		{"the character", "'a\u200bb'", "the invisible character U+200B may not stand in a course"},
	}
	for _, tt := range tests {
		var b strings.Builder
		module := "format: 1\nid: m\ntitle: M\nactivities:\n  - lesson: a\n    title: A\n    minutes: 1\n    text: " + tt.text + "\n"
		err := source.Print(&b, Check(fstest.MapFS{"course.yaml": {Data: []byte(courseYAML)}, "m/module.yaml": {Data: []byte(module)}}))
		if err != nil || !strings.Contains(b.String(), tt.want) {
			t.Errorf("%s: want %q in\n%s%v", tt.name, tt.want, b.String(), err)
		}
	}
	for _, fine := range []string{"a &amp; b", "R&D", "a &nbsp; b", "&eacute;", "AT&T; x"} {
		module := "format: 1\nid: m\ntitle: M\nactivities:\n  - lesson: a\n    title: A\n    minutes: 1\n    text: '" + fine + "'\n"
		if found := Check(fstest.MapFS{"course.yaml": {Data: []byte(courseYAML)}, "m/module.yaml": {Data: []byte(module)}}); source.Errors(found) > 0 {
			t.Errorf("%q: %v", fine, found)
		}
	}
}
