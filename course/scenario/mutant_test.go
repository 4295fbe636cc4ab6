package scenario_test

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hearten/course"
	"hearten/course/scenario"
	"hearten/course/source"
	"hearten/modules"
)

// bundledStories are the scenarios of the course that comes with the program.
func bundledStories(t *testing.T) []scenario.Spec {
	t.Helper()
	tree, _ := source.Read(modules.FS)
	c, _ := course.Build(tree)
	var all []scenario.Spec
	for _, m := range c.Modules {
		for _, a := range m.Activities {
			if a.Kind != course.KindScenario {
				continue
			}
			content, err := c.Take(m.ID, a.ID)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, content.Story.Spec())
		}
	}
	return all
}

// row counts what became of the mutants of a kind. Refused ones are no
// stories; of the others the naive player finds something broken, or nothing:
// then a learner meets the same as ever, or something else that is sound.
type row struct {
	made, refused, broken, found, same, sound int
	codes                                     []string // of what was found, once for each mutant
}

func (r *row) add(other row) {
	r.codes = append(r.codes, other.codes...)
	r.made, r.refused, r.broken, r.found = r.made+other.made, r.refused+other.refused, r.broken+other.broken, r.found+other.found
	r.same, r.sound = r.same+other.same, r.sound+other.sound
}

// judge lets the checker and the naive player look at a mutant. They must
// find the same, which is nothing where nothing is broken.
func judge(t *testing.T, kind, unbroken string, mutant scenario.Spec) row {
	t.Helper()
	story, errs := scenario.New(mutant)
	if len(errs) > 0 {
		return row{made: 1, refused: 1}
	}
	naive, found := scenario.Exhaust(story), scenario.Found(story)
	if !slices.Equal(naive.Wrong, found) {
		t.Errorf("%s: the checker finds\n%s\nwhere this is broken:\n%s", kind, strings.Join(found, "\n"), strings.Join(naive.Wrong, "\n"))
	}
	switch {
	case len(naive.Wrong) > 0 && slices.Equal(naive.Wrong, found):
		return row{made: 1, broken: 1, found: 1, codes: codesOf(found)}
	case len(naive.Wrong) > 0:
		return row{made: 1, broken: 1}
	case naive.Seen == unbroken:
		return row{made: 1, same: 1}
	}
	return row{made: 1, sound: 1}
}

// codesOf are the kinds among findings.
func codesOf(found []string) []string {
	var codes []string
	for _, f := range found {
		code, _, _ := strings.Cut(f, " ")
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// mostOfAKind is how many mutants of a kind are made of a bundled scenario.
// There are more of these with every module, and they are large: so the more
// states one has, the fewer, taken evenly from all of its parts.
func mostOfAKind(story *scenario.Story) int {
	const most, states = 3, 8_000
	return max(1, min(most, states/story.Check(0).States))
}

func evenly(all []scenario.Spec, most int) []scenario.Spec {
	if len(all) <= most {
		return all
	}
	var some []scenario.Spec
	for i := range most {
		some = append(some, all[i*len(all)/most])
	}
	return some
}

// TestMutants breaks stories in every way the table of findings names, and
// compares what came of it with docs/checker.md. UPDATE=1 rewrites it there.
func TestMutants(t *testing.T) {
	written, bundled := writtenStories(), bundledStories(t)
	rows := make([][]row, len(written)+len(bundled))
	t.Run("stories", func(t *testing.T) {
		for i, spec := range append(written, bundled...) {
			t.Run(strconv.Itoa(i), func(t *testing.T) {
				t.Parallel()
				story, errs := scenario.New(spec)
				if len(errs) > 0 {
					t.Fatalf("the story is refused: %v", errs)
				}
				most := math.MaxInt
				if i >= len(written) {
					most = mostOfAKind(story)
				}
				rows[i] = breakAll(t, story, most)
			})
		}
	})
	kinds, all := make([]row, len(mutators())), row{}
	for _, story := range rows {
		for k, r := range story {
			kinds[k].add(r)
			all.add(r)
		}
	}
	table := tableOf(kinds, all) + "\n" + findingsTable(t, all.codes)
	t.Log("\n" + table)
	holdTable(t, table)
}

// breakAll judges the mutants of a story, of each kind so many at most.
func breakAll(t *testing.T, story *scenario.Story, most int) []row {
	t.Helper()
	unbroken := scenario.Exhaust(story)
	if found := scenario.Found(story); len(found)+len(unbroken.Wrong) > 0 {
		t.Errorf("the story is broken as it is: %v, and the checker says %v", unbroken.Wrong, found)
	}
	var rows []row
	for _, kind := range mutators() {
		var r row
		for _, mutant := range evenly(kind.make(story.Spec()), most) {
			r.add(judge(t, kind.name, unbroken.Seen, mutant))
		}
		rows = append(rows, r)
	}
	return rows
}

func tableOf(kinds []row, all row) string {
	var b strings.Builder
	b.WriteString("| what is broken | made | refused | broken | found | sound | the same |\n|---|--:|--:|--:|--:|--:|--:|\n")
	write := func(name string, r row) {
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d | %d | %d |\n", name, r.made, r.refused, r.broken, r.found, r.sound, r.same)
	}
	for i, r := range kinds {
		write(mutators()[i].name, r)
	}
	write("**all**", all)
	return b.String()
}

// findingsTable says how many mutants showed each finding; each must be shown.
func findingsTable(t *testing.T, codes []string) string {
	t.Helper()
	counts := map[string]int{}
	for _, code := range codes {
		counts[code]++
	}
	var b strings.Builder
	b.WriteString("| finding | mutants that show it |\n|---|--:|\n")
	for _, code := range []string{
		scenario.Stuck, scenario.Endless, scenario.Trap, scenario.Unreachable, scenario.NeverOffered, scenario.NeverTaken,
		scenario.AlwaysSo, scenario.AlwaysClipped, scenario.SameResult, scenario.NoDilemma, scenario.Unread,
	} {
		fmt.Fprintf(&b, "| %s | %d |\n", code, counts[code])
		if counts[code] == 0 {
			t.Errorf("no mutant shows the finding %s", code)
		}
	}
	return b.String()
}

// holdTable compares the table with the one that the documents show.
func holdTable(t *testing.T, table string) {
	t.Helper()
	const file, begin, end = "../../docs/checker.md", "<!-- mutants: begin -->\n", "<!-- mutants: end -->"
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(raw), begin)
	old, tail, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no place for the table between %q and %q", file, begin, end)
	}
	if old == table {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatalf("%s shows another table; run UPDATE=1 go test ./course/scenario -run TestMutants", file)
	}
	if err := os.WriteFile(file, []byte(head+begin+table+end+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}
