package lint

import (
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"hearten/course/source"
)

const (
	mega = 1 << 20
	page = 128 << 10 // the largest lesson that is read
)

// hostile is a course with one file that means harm, of up to 1 MB unless its
// size is the harm.
type hostile struct{ name, file, text string }

func hostiles() []hostile {
	head := "format: 1\nid: m\ntitle: M\n"
	quiz := func(items string) string { return "questions:\n" + items }
	return []hostile{
		{"50,000 keys", "module.yaml", numbered(50_000, "key%d: 1\n")},
		{"24,000 unknown keys", "module.yaml", numbered(24_000, "key%d: 1\n")},
		{"24,000 equal keys", "module.yaml", strings.Repeat("title: 1\n", 24_000)},
		{"a million brackets", "module.yaml", "title: " + strings.Repeat("[", mega-100)},
		{"a million closed brackets", "module.yaml", "title: " + strings.Repeat("[]", mega/2-100)},
		{"alias bomb", "module.yaml", aliasBomb()},
		{"merge bomb", "module.yaml", "a: &a {x: 1}\n" + numbered(4_000, "b%d: {<<: [*a, *a, *a, *a]}\n")},
		{"20 MB", "module.yaml", strings.Repeat("a", 20*mega)},
		{"a list on one line", "module.yaml", head + "objectives: [" + strings.Repeat("a, ", 24_000) + "b] #" + strings.Repeat("x", 900_000)},
		{"sentences on one line", "module.yaml", head + "objectives: [" + strings.Repeat("one two three four five six seven eight, ", 24_000) + "b]"},
		{"ids twice on one line", "module.yaml", head + "activities: [" + strings.Repeat("{plan: a},", 16_000) + strings.Repeat(" ", 800_000) + "]"},
		{"equal questions", "q.quiz.yaml", quiz(strings.Repeat("  - {id: a, kind: choice, ask: A, options: [{text: B, why: C}]}\n", 3_000))},
		{"questions without an answer", "q.quiz.yaml", quiz(numbered(3_000, "  - {id: a%d, kind: choice, ask: A, options: [{text: B, why: C}, {text: B, why: C}]}\n"))},
		{"options alike", "q.quiz.yaml", quiz("  - id: a\n    kind: choice\n    ask: A\n    options:\n" + strings.Repeat("      - {text: B, why: C}\n", 9_000))},
		{"targets that are none", "s.scenario.yaml", "start: a\nscenes:\n" + numbered(2_500, "  s%d: {text: T, choices: [{id: a, say: S, because: B, to: nowhere}]}\n") + "endings: {e: {title: E, outcome: good, text: T}}\n"},
		{"conditions that are none", "s.scenario.yaml", "start: a\nscenes:\n" + numbered(2_500, "  s%d: {text: T, choices: [{id: a, when: x >> 1, say: S, because: B, to: e}]}\n") + "endings: {e: {title: E, outcome: good, text: T}}\n"},
	}
}

// hostileModules are files with too much of what is looked up in each other.
func hostileModules() []hostile {
	head := "format: 1\nid: m\ntitle: M\n"
	activity := "  - {lesson: l%d, title: T, minutes: 1, text: T}\n"
	return []hostile{
		{"modules that are none", "course.yaml", "format: 1\nid: c\ntitle: C\nmodules:\n" + numbered(24_000, "  - folder-number-%d\n")},
		{"files that are none", "module.yaml", head + "activities:\n" + numbered(3_000, "  - {lesson: l%d, title: T, minutes: 1, file: l.md}\n")},
		{"activities without a kind", "module.yaml", head + "activities:\n" + numbered(4_000, "  - {title: T%d, minutes: 1}\n")},
		{"lessons that are none", "module.yaml", head + "activities:\n" + numbered(2_000, activity) +
			"  - quiz: q\n    title: Q\n    minutes: 1\n    questions:\n" + numbered(1_000, "      - {id: q%[1]d, kind: text, ask: A, accept: [a], why: W, read: k%[1]d}\n")},
		{"sources that are none", "module.yaml", head + "sources:\n" + numbered(3_000, "  source-%d: {cite: C, kind: theory}\n") + "activities:\n" +
			"  - quiz: q\n    title: Q\n    minutes: 1\n    questions:\n" + numbered(1_000, "      - {id: q%[1]d, kind: text, ask: A, accept: [a], why: W, sources: [sorcue-%[1]d]}\n")},
		{"citations of many sources", "module.yaml", head + "sources:\n" + numbered(3_000, "  s%d: {cite: C, kind: theory}\n") + "activities:\n" +
			strings.ReplaceAll(numbered(5, "  - {lesson: l%d, title: T, minutes: 1, text: '[CITED]'}\n"), "CITED", strings.Repeat("@s2999 @nobody ", 1_200))},
		{"many stories in one file", "module.yaml", head + "activities:\n" + storiesInline(150)},
		{"terms", "module.yaml", head + "glossary:\n" + numbered(24_000, "  term%d: T\n")},
		{"allowed in vain", "module.yaml", head + "activities:\n" + numbered(2_500, "  - {lesson: l%d, title: T, minutes: 1, text: T, allow: [a, b, c]}\n")},
	}
}

// storiesInline are stories that each have more states than can be explored.
func storiesInline(n int) string {
	story := "    " + strings.ReplaceAll(strings.TrimSpace(wide("", 0)+out), "\n", "\n    ")
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "  - scenario: s%d\n    title: S\n    minutes: 1\n%s\n", i, story)
	}
	return b.String()
}

// hostileLessons are lessons as large as one may be.
func hostileLessons() []hostile {
	return []hostile{
		{"a lesson of 1 MB", "l.md", strings.Repeat("Words.\n\n", mega/8-1)},
		{"citations", "l.md", strings.Repeat("[@nobody] ", page/10-1)},
		{"HTML", "l.md", strings.Repeat("<b>", page/3-1)},
		{"images", "l.md", strings.Repeat("![](x)", page/6-1)},
		{"open links", "l.md", strings.Repeat("[", page-1)},
		{"open images", "l.md", strings.Repeat("![", page/2-1)},
		{"emphasis", "l.md", strings.Repeat("*a **a ", page/7-1)},
		{"quotes in quotes", "l.md", strings.Repeat(">", page-1)},
		{"lists in lists", "l.md", strings.Repeat("- ", page/2-1)},
		{"back quotes", "l.md", backQuotes()},
		{"tables", "l.md", strings.Repeat("|a|b|c|d|\n|-|-|-|-|\n\n", page/22)},
		{"a wide table", "l.md", strings.Repeat("|a", page/4-1) + "\n" + strings.Repeat("|-", page/4-1) + "\n"},
		{"joined emoji", "l.md", strings.Repeat("\U0001F468\u200d", page/7-1)},
		{"long words", "l.md", strings.Repeat(strings.Repeat("w", 40)+" ", page/41-1)},
		{"one long word", "l.md", strings.Repeat("w", page-1)},
		{"figures", "l.md", strings.Repeat("9 % of\n\n", page/8-1)},
		{"quotation marks", "l.md", strings.Repeat("\" 9 % ", page/6-1)},
		{"escapes", "l.md", strings.Repeat("\x1b[2J", page/4-1)},
		{"no UTF-8", "l.md", strings.Repeat("\xff", page-1)},
		{"references", "l.md", numbered(14_000, "[a%d]: x\n")},
		{"entities", "l.md", strings.Repeat("&#27;", page/5-1)},
	}
}

func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func aliasBomb() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x]\n")
	for i := range 30 {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), ", "))
	}
	return b.String()
}

// backQuotes are runs of growing length, none of which closes another.
func backQuotes() string {
	var b strings.Builder
	for i := 1; b.Len()+i+1 < page; i++ {
		b.WriteString(strings.Repeat("`", i) + " ")
	}
	return b.String()
}

func (h hostile) course() fstest.MapFS {
	if h.file == "course.yaml" {
		return fstest.MapFS{"course.yaml": {Data: []byte(h.text)}, "m/module.yaml": {Data: []byte("format: 1\nid: m\ntitle: M\n")}}
	}
	fsys := fstest.MapFS{"course.yaml": {Data: []byte(courseYAML)}, "m/" + h.file: {Data: []byte(h.text)}}
	if h.file != "module.yaml" {
		kind := map[string]string{"q.quiz.yaml": "quiz", "s.scenario.yaml": "scenario", "l.md": "lesson"}[h.file]
		fsys["m/module.yaml"] = &fstest.MapFile{Data: []byte("format: 1\nid: m\ntitle: M\nactivities:\n  - " + kind + ": a\n    title: A\n    minutes: 1\n    file: " + h.file + "\n")}
	}
	return fsys
}

func allHostiles() []hostile {
	return slices.Concat(hostiles(), hostileModules(), hostileLessons(), hostileStories())
}

// TestHostile holds that whatever a file holds, it is answered in a bounded
// number of sentences that are safe to print.
func TestHostile(t *testing.T) {
	for _, h := range allHostiles() {
		t.Run(h.name, func(t *testing.T) {
			found := Check(h.course())
			var b strings.Builder
			if err := source.Print(&b, found); err != nil || strings.ContainsFunc(b.String(), source.Unsafe) {
				t.Errorf("printed unsafely, %v", err)
			}
			if len(found) == 0 || len(found) > 2*mostPerFile+2 || b.Len() > mega/2 {
				t.Errorf("%d problems in %d bytes", len(found), b.Len())
			}
		})
	}
}

// BenchmarkHostile measures the slowest and the hungriest hostile file,
// printing included.
func BenchmarkHostile(b *testing.B) {
	var worst time.Duration
	most := uint64(0)
	for b.Loop() {
		for _, h := range allHostiles() {
			took, memory := answer(h.course())
			if took > 100*time.Millisecond || memory > 32*mega {
				b.Logf("%-28s %6.0f ms %6.1f MB", h.name, took.Seconds()*1000, float64(memory)/mega)
			}
			worst, most = max(worst, took), max(most, memory)
		}
	}
	b.ReportMetric(worst.Seconds()*1000, "ms-slowest")
	b.ReportMetric(float64(most)/mega, "MB-hungriest")
}

// answer is how long a course takes to check and to print, and how much
// memory is asked for on the way: more than is ever held at once.
func answer(fsys fs.FS) (time.Duration, uint64) {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	found := Check(fsys)
	var b strings.Builder
	_ = source.Print(&b, found)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc
}
