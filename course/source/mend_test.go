package source

import (
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"
)

// TestRequoted: whatever a line of text is, its quotes hold it.
func TestRequoted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z'"\\#:,\-\[\]{}&*!|>%@ ]{1,30}`).Draw(t, "text")
		var got string
		if err := yaml.Load([]byte("key: "+requoted(text)), &got, yaml.WithV3Defaults()); err == nil {
			t.Fatalf("%q is no mapping", text)
		}
		var in map[string]string
		if err := yaml.Load([]byte("key: "+requoted(text)), &in, yaml.WithV3Defaults()); err != nil || in["key"] != text {
			t.Fatalf("%q is read as %q, %v", requoted(text), in["key"], err)
		}
	})
}

// TestReadingOnEnds: a file of nothing but mistakes is told of in a bounded
// number of them, and is never taken for sound.
func TestReadingOnEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SampledFrom([]string{"title: a: b", "summary: 'it's'", "minutes:10", "-What", "  - x: y: z", "id: @m", "text: |", "   deep: in: it", "{", "’a’: b", "title: “a: b”", "• a", "  – b: c", "* c", "- d"})
		lines := rapid.SliceOfN(line, 1, 60).Draw(t, "lines")
		fsys := fstest.MapFS{"m.yaml": {Data: []byte(strings.Join(lines, "\n") + "\n")}}
		top, problems := readYAML(fsys, "m.yaml", &shapes().module)
		_, err := (&file{text: strings.Join(lines, "\n")}).load()
		if err != nil && top.OK() || Errors(problems) == 0 {
			t.Fatalf("taken for sound:\n%s", strings.Join(lines, "\n"))
		}
		faults := 0
		for _, p := range problems {
			if p.At.Line > len(lines)+1 {
				t.Errorf("a place beyond the file: %+v", p)
			}
			if p.Code != "unknown-key" && p.Code != "missing-key" {
				faults++
			}
		}
		if faults > 4*mostMended+len(lines) {
			t.Errorf("%d faults in %d lines", faults, len(lines))
		}
	})
}
