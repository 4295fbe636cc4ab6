package source

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"hearten/modules"
)

// TestSoundLines: no line of a sound file is odd.
func TestSoundLines(t *testing.T) {
	for _, from := range []fs.FS{modules.FS, os.DirFS("../../docs")} {
		err := fs.WalkDir(from, ".", func(name string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".yaml") {
				return err
			}
			f, problems := load(from, name)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			if o, is := f.firstOdd(len(f.lines)); is {
				t.Errorf("%s: %+v", name, o.Problem)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestSoundWays: nor is one of a file in which things are written in any of
// the ways that YAML has.
func TestSoundWays(t *testing.T) {
	ways := []string{
		"title: plain text\n  that goes on\n\n  and on", "title: \"a\n  b\"", "title: 'it''s\n  - so'", "title: >-\n  a\n\n   - b: c\n  d",
		"title: |2\n    a\n  b # c", "sources: {a: {cite: \"x # y\"},\n  b: {cite: 'z'}}", "objectives: [a,\n  b,\n]", "objectives:\n- a\n- b", "objectives:\n  -\n    a\n  - - b\n    - c", "title:\n  a text\n  of two lines",
		"\"title\": \"a\" # why", "title: a#b", "title: a # - b\nsummary: c", "# title: b\nsummary: |\n\n  a\n\nmore: x", "glossary:\n  # two: x\n  a b: c\n  'd: e': f", "summary: \"a \\\" b: \\\\\"",
	}
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for i, way := range rapid.SliceOfN(rapid.SampledFrom(ways), 1, 5).Draw(t, "ways") {
			lines := strings.ReplaceAll(way, "\n", "\n  ")
			b.WriteString("k" + string(rune('a'+i)) + ":\n  " + lines + "\n")
		}
		f := &file{text: b.String()}
		f.lines = strings.Split(f.text, "\n")
		if _, err := f.load(); err != nil {
			t.Fatalf("%v in\n%s", err, f.text)
		}
		if o, is := f.firstOdd(len(f.lines)); is {
			t.Fatalf("%+v in\n%s", o.Problem, f.text)
		}
	})
}

// TestOddLines: whatever the lines of a file are, what is said of them has a
// place in it.
func TestOddLines(t *testing.T) {
	part := rapid.SampledFrom([]string{" ", "  ", "- ", "-", "a", "title", ": ", ":", "|", ">", "\"", "'", "{", "}", "[", "]", ",", " #", "# a: b", "```", "<<<<<<< ", "---", "...", "\t", "\u00a0", "*", "“", "é", "\n", "\n", "\n"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(part, 1, 80).Draw(t, "parts"), "")
		f := &file{text: text, lines: strings.Split(text, "\n")}
		o, is := f.firstOdd(len(f.lines))
		if is && (o.At.Line < 1 || o.At.Line-1+len(o.meant) > len(f.lines) || o.At.Column < 1 || o.Cause == "" || o.Fix == "") {
			t.Fatalf("%+v in %q", o, text)
		}
		readYAML(fstest.MapFS{"m.yaml": {Data: []byte(text)}}, "m.yaml", &shapes().module)
	})
}
