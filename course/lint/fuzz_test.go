package lint

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"pgregory.net/rapid"

	"hearten/course/source"
)

// FuzzCheck holds that no module breaks the rules' program, that every problem
// says what to do, and that all of it is safe to print.
func FuzzCheck(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		_, module, _ := strings.Cut(string(raw), "-- m/module.yaml --\n")
		module, _, _ = strings.Cut(module, "-- ")
		f.Add(module)
	}
	f.Fuzz(func(t *testing.T, module string) {
		found := Check(fstest.MapFS{"course.yaml": {Data: []byte(courseYAML)}, "m/module.yaml": {Data: []byte(module)}})
		for _, p := range found {
			if p.Cause == "" || p.Fix == "" || p.Code == "" || p.At.File == "" {
				t.Errorf("a problem says too little: %+v", p)
			}
		}
		for _, format := range source.Formats() {
			var b strings.Builder
			if err := source.PrintAs(&b, format, found); err != nil || strings.ContainsFunc(b.String(), source.Unsafe) {
				t.Errorf("%s: printed unsafely: %q, %v", format, b.String(), err)
			}
		}
	})
}

// TestSearches holds that what is looked for in a text lies within it, and
// that blanking out speech moves nothing.
func TestSearches(t *testing.T) {
	text := rapid.StringOf(rapid.SampledFrom([]rune("ab \n\"“”<>![]()-|*\u200d\ufe0f👨👩✓é9%")))
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		spans := append(append(source.HTML(s), source.WordlessImages(s)...), joined(s)...)
		for _, at := range spans {
			if at.Width < 1 || at.Offset < 0 || at.Offset+at.Width > utf8.RuneCountInString(s) {
				t.Errorf("%v lies outside of %q", at, s)
			}
		}
		if blanked := unspoken(s); len(blanked) != len(s) {
			t.Errorf("blanked %q to %q", s, blanked)
		}
		for _, p := range append(paragraphs(s), longerThan(s, 3)...) {
			if !strings.HasPrefix(s[p.at:], p.text) || p.text == "" {
				t.Errorf("%v is no part of %q", p, s)
			}
		}
	})
}

// TestFew holds that no error gives way to a warning, and that what is left
// out is counted.
func TestFew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		warnings, errs := rapid.IntRange(0, 2*mostPerFile).Draw(t, "warnings"), rapid.IntRange(0, 2*mostPerFile).Draw(t, "errors")
		var all []source.Problem
		for i := range warnings + errs {
			p := source.Problem{At: source.Pos{File: "f", Line: i + 1}, Code: "x"}
			if i >= warnings {
				p.Severity = source.Error
			}
			all = append(all, p)
		}
		got := few(all)
		want := min(warnings+errs, mostPerFile)
		if over := warnings+errs > mostPerFile; over {
			want++
		}
		if len(got) != want {
			t.Errorf("%d of %d warnings and %d errors are told, want %d", len(got), warnings, errs, want)
		}
		if told := source.Errors(got); told < min(errs, mostPerFile) {
			t.Errorf("only %d of %d errors are told", told, errs)
		}
	})
}
