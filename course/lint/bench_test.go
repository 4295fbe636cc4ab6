package lint

import (
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"go.yaml.in/yaml/v4"
)

// manyModules is a course of so many modules of about 20 KB each: lessons, a
// quiz and a scenario, as they come.
func manyModules(n int) (fstest.MapFS, int) {
	fsys := fstest.MapFS{}
	size := 0
	add := func(name, text string) {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		size += len(text)
	}
	var list strings.Builder
	for i := range n {
		folder := fmt.Sprintf("m%04d", i)
		fmt.Fprintf(&list, "  - %s\n", folder)
		add(folder+"/module.yaml", moduleText(folder))
		add(folder+"/check.quiz.yaml", quizText())
		add(folder+"/gate.scenario.yaml", storyText())
	}
	add("course.yaml", "format: 1\nid: many-a1b2c3\ntitle: Many\nmodules:\n"+list.String())
	return fsys, size
}

func moduleText(id string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "format: 1\nid: %s\ntitle: A module\nsources:\n  smith-2020:\n    cite: Smith (2020).\n    kind: review\nactivities:\n", id)
	for i := range 3 {
		fmt.Fprintf(&b, "  - lesson: lesson-%d\n    title: A lesson\n    minutes: 3\n    text: |\n", i)
		for range 8 {
			b.WriteString("      Half past four in a kitchen in Marseille. Nadia has sixty people booked for dinner, and a crate of sea bream to fillet.\n")
			b.WriteString("      “We have lost the flat,” he says. *They* sold it to somebody else; in one review it was so too [@smith-2020].\n\n")
		}
	}
	b.WriteString("  - quiz: check\n    title: Check\n    minutes: 5\n    file: check.quiz.yaml\n  - scenario: gate\n    title: The gate\n    minutes: 5\n    file: gate.scenario.yaml\n")
	return b.String()
}

func quizText() string {
	var b strings.Builder
	b.WriteString("draw: 5\nquestions:\n")
	for i := range 12 {
		fmt.Fprintf(&b, "  - id: question-%d\n    kind: choice\n    ask: A colleague tells you bad news, and you badly want the conversation to end. What is that feeling most likely to be?\n    options:\n", i)
		for j, text := range []string{"Compassion, held in for now", "Empathic distress", "Respect for their privacy"} {
			fmt.Fprintf(&b, "      - text: %s\n        right: %t\n        why: There may well be real care underneath. It moves closer to the person, and this wish moves off.\n", text, j == i%3)
		}
		b.WriteString("    read: lesson-1\n    sources: [smith-2020]\n")
	}
	return b.String()
}

func storyText() string {
	var b strings.Builder
	b.WriteString("meters:\n  trust: {label: Trust, start: 3, min: 0, max: 6}\n  days: {label: Days, start: 6, min: 0, max: 6}\nstart: scene-0\nscenes:\n")
	const scenes = 6
	for i := range scenes {
		to := fmt.Sprintf("scene-%d", i+1)
		if i == scenes-1 {
			to = "late"
		}
		fmt.Fprintf(&b, "  scene-%d:\n    text: |\n      The ferry floats out on the tide of Friday. For three weeks the islands have had one small boat.\n\n      “Ramp hinge, sixteen hours,” you read off the board. Maya nods from the stool by the door.\n    choices:\n", i)
		fmt.Fprintf(&b, "      - id: ask\n        say: Which line on this board do you trust least?\n        change: {days: -1, trust: 1}\n        because: You asked what could still be mended; it cost a day.\n        to: %s\n", to)
		fmt.Fprintf(&b, "      - id: push\n        say: By noon, then.\n        change: {trust: -1}\n        because: You kept the day; she went quiet.\n        to:\n")
		if i%2 == 1 {
			b.WriteString("          - {when: trust < 2, to: alone}\n")
		}
		fmt.Fprintf(&b, "          - %s\n", to)
	}
	b.WriteString("endings:\n  late: {title: Late, outcome: good, text: It holds.}\n  alone: {title: Alone, outcome: bad, text: She leaves.}\n")
	return b.String()
}

// BenchmarkLint measures checking a thousand modules of 20 KB against parsing
// the same files to nodes on one core. Checking runs with the collector's
// target of the command, parsing with the usual one.
func BenchmarkLint(b *testing.B) {
	written, size := manyModules(1000)
	dir := b.TempDir()
	if err := os.CopyFS(dir, written); err != nil {
		b.Fatal(err)
	}
	fsys := os.DirFS(dir)
	if found := Check(fsys); len(found) > 0 {
		b.Fatalf("the sample has problems: %v", found[0])
	}
	b.ReportMetric(float64(size)/1e6, "MB")
	var floor, ours time.Duration
	for b.Loop() {
		start := time.Now()
		parseAll(b, fsys)
		floor += time.Since(start)
		usual := debug.SetGCPercent(CollectorTarget)
		start = time.Now()
		Check(fsys)
		ours += time.Since(start)
		debug.SetGCPercent(usual)
	}
	b.ReportMetric(floor.Seconds()/ours.Seconds(), "×parse-speed")
	b.ReportMetric(float64(size)*float64(b.N)/1e6/ours.Seconds(), "MB/s")
	b.ReportMetric(float64(runtime.GOMAXPROCS(0)), "cores")
}

func parseAll(b *testing.B, fsys fs.FS) {
	b.Helper()
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		var doc yaml.Node
		return yaml.Load(raw, &doc, yaml.WithV3Defaults())
	})
	if err != nil {
		b.Fatal(err)
	}
}
