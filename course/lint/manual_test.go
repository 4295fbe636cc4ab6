package lint

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

const manual = "../../docs/problems.md"

const manualHead = `# Problems and what to do about them

` + "`hearten lint DIR`" + ` says what is wrong with a course: the place, the cause, a code
in brackets, and what to do. An **error** keeps an activity from learners, a
**warning** does not. A warning that is meant is silenced where it stands by
` + "`allow: [code]`" + ` on the thing around it; on an activity it holds for its file too.

A course folder may have a ` + "`help.md`" + `, whom a learner can turn to: the program
shows it on the key ` + "`w`" + `. One with nothing to read in it is a warning; a course
without the file needs none.

This page is made from the examples that the program is tested with.

`

// TestManual holds that docs/problems.md is what the rules and the fixtures
// say. UPDATE=1 rewrites it.
func TestManual(t *testing.T) {
	want := manualHead + ruleManual(t) + trapManual(t)
	got, err := os.ReadFile(manual)
	if err == nil && string(got) == want {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatalf("%s is not what the examples say (%v); rewrite it with UPDATE=1", manual, err)
	}
	if err := os.MkdirAll(filepath.Dir(manual), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(manual, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// ruleManual is a chapter for each rule.
func ruleManual(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("## Rules\n")
	for _, rule := range Rules() {
		bad, good := archive(t, "testdata/"+rule.Code+".txtar"), archive(t, passing(rule.Code))
		_, want := fixture(bad)
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n```diff\n%s```\n\n```text\n%s```\n", rule.Code, rule.Doc, difference(bad, good), first(want, "["+rule.Code+"]"))
	}
	return b.String()
}

func archive(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// difference is the lines that one example has and the other has not: those
// that fail, then those that pass.
func difference(bad, good *txtar.Archive) string {
	a, b := authored(bad), authored(good)
	var out strings.Builder
	for _, side := range []struct {
		mark        string
		lines, lack []string
	}{{"-", a, b}, {"+", b, a}} {
		shown, before := 0, ""
		for _, line := range side.lines {
			if slices.Contains(side.lack, line) || strings.TrimSpace(line) == "" || line == before {
				continue
			}
			before = line
			if shown++; shown > 6 {
				fmt.Fprintf(&out, "%s …\n", side.mark)
				break
			}
			runes := []rune(strings.TrimSpace(line))
			if len(runes) > 90 {
				runes = append(runes[:89], '…')
			}
			fmt.Fprintf(&out, "%s %s\n", side.mark, string(runes))
		}
	}
	return out.String()
}

// authored are the lines of all files of an example.
func authored(a *txtar.Archive) []string {
	var lines []string
	for _, f := range a.Files {
		if f.Name != "want" {
			lines = append(lines, strings.Split(string(f.Data), "\n")...)
		}
	}
	return lines
}

// first is the first problem of a printed list that has a mark.
func first(want, mark string) string {
	var block strings.Builder
	for line := range strings.Lines(want) {
		if !strings.HasPrefix(line, " ") {
			if strings.Contains(block.String(), mark) {
				break
			}
			block.Reset()
		}
		block.WriteString(line)
	}
	return block.String()
}

// trapManual is the table of everything else: trap, message, fix.
func trapManual(t *testing.T) string {
	t.Helper()
	rules := map[string]bool{}
	for _, rule := range Rules() {
		rules[rule.Code] = true
	}
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, name := range names {
		a := archive(t, name)
		_, want := fixture(a)
		p, found := worst(want)
		if !found || rules[p.code] {
			continue
		}
		rows = append(rows, fmt.Sprintf("| %s | `%s` | %s: %s | %s |\n", cell(strings.TrimSuffix(strings.TrimSpace(string(a.Comment)), ".")), p.code, p.severity, cell(p.cause), cell(p.fix)))
	}
	slices.Sort(rows)
	return "\n## Traps\n\n| what was written | code | what is said | what to do |\n|---|---|---|---|\n" + strings.Join(rows, "")
}

// printed is a problem as it was printed.
type printed struct{ severity, cause, code, fix string }

var heading = regexp.MustCompile(`(?m)^\S+: (error|warning): (.*) \[([a-z0-9-]+)\]\n(?: .*\n)*?      = (.*)$`)

// worst is the first error of what was printed, or else the first warning.
func worst(want string) (printed, bool) {
	var all []printed
	for _, m := range heading.FindAllStringSubmatch(want, -1) {
		all = append(all, printed{m[1], m[2], m[3], m[4]})
	}
	slices.SortStableFunc(all, func(a, b printed) int { return cmp.Compare(a.severity, b.severity) })
	if len(all) == 0 {
		return printed{}, false
	}
	return all[0], true
}

// cell is a text as a cell of a table.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;", ">", "&gt;", "*", `\*`, "[", `\[`, "_", `\_`).Replace(s)
}
