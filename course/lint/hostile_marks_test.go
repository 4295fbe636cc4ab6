package lint

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"hearten/course/source"
)

// marked are lessons whose marks take the square of their number to render.
// Each would be let through by what is asked of the lines of a file.
func marked() map[string]fstest.MapFS {
	lesson := func(text string) fstest.MapFS { return hostile{"", "l.md", text}.course() }
	inYAML := func(text string) fstest.MapFS {
		return hostile{"", "module.yaml", "format: 1\nid: m\ntitle: M\nactivities:\n  - lesson: a\n    title: A\n    minutes: 1\n    text: " + text}.course()
	}
	lines := func(unit string) fstest.MapFS {
		line := strings.Repeat(unit, 4_000/len(unit)) + "\n"
		return lesson(strings.Repeat(line, page/len(line)-1))
	}
	return map[string]fstest.MapFS{
		"links without an end": lines("[a]("), "addresses without an end": lines("[a](<b"), "titles without an end": lines(`[a](b "`),
		"emphasis within words": lines("_a_b"), "brackets": lines("["), "references": lines("[a][b]"),
		"numbered lists in lists":       lesson(strings.Repeat("1. ", 6_000) + "x\n"),
		"quotes that folding makes one": inYAML(">\n" + strings.Repeat("      "+strings.Repeat(">", 50)+"\n", 500)),
		"quotes in codes":               inYAML(`"` + strings.Repeat(`\x3e`, 4_000) + `"` + "\n"),
	}
}

// TestMarked holds that they are refused before anything is rendered.
func TestMarked(t *testing.T) {
	for name, fsys := range marked() {
		found := Check(fsys)
		if len(found) != 1 || found[0].Severity != source.Error || found[0].Code != "too-many-marks" && found[0].Code != "too-deep" {
			t.Errorf("%s: %+v", name, found)
		}
	}
	rows := strings.Repeat("| [a word](https://e.example/a) | *one* | `two` | [@nobody] |\n", 100)
	for name, text := range map[string]string{"a table of links": "| a | b | c | d |\n|---|---|---|---|\n" + rows, "a long paragraph": strings.Repeat("Some *words* and a [link](https://e.example). ", 60), "a year": "1990. 12. That was it."} {
		for _, p := range Check(hostile{"", "l.md", text}.course()) {
			if p.Code == "too-many-marks" || p.Code == "too-deep" {
				t.Errorf("%s: %s", name, p.Cause)
			}
		}
	}
}

// BenchmarkMarked measures the slowest of them.
func BenchmarkMarked(b *testing.B) {
	var worst time.Duration
	for b.Loop() {
		for _, fsys := range marked() {
			took, _ := answer(fsys)
			worst = max(worst, took)
		}
	}
	b.ReportMetric(worst.Seconds()*1000, "ms-slowest")
}
