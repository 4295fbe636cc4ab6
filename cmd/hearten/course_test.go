package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hearten/cmd/hearten/internal/cli"
	"hearten/course"
	"hearten/course/source"
	"hearten/modules"
)

// run runs a command and returns what it printed and its exit code.
func run(args ...string) (printed string, code int) {
	var out bytes.Buffer
	code = cli.Main(args, world(strings.NewReader(""), &out, false))
	return out.String(), code
}

// TestCoursePage holds that the figures of docs/course.md are what hearten
// table prints. UPDATE=1 rewrites them.
func TestCoursePage(t *testing.T) {
	table, code := run("table")
	if code != 0 {
		t.Fatalf("hearten table ended with %d:\n%s", code, table)
	}
	holds(t, "course.md", "hearten table", table)
}

// TestGlossaryPage holds that docs/glossary.md has what the modules say of
// their words.
func TestGlossaryPage(t *testing.T) {
	entries := map[string]string{}
	for _, m := range bundled(t).Modules {
		for _, term := range m.Glossary {
			entries[strings.ToLower(term.Name)+"\x00"+m.ID] = fmt.Sprintf("**%s.** %s (*%s*)\n", term.Name, term.Meaning, m.Title)
		}
	}
	var sorted []string
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		sorted = append(sorted, entries[name])
	}
	holds(t, "glossary.md", "the glossary of the modules", strings.Join(sorted, "\n"))
}

// holds compares a part of a page, between two comments that name it, with
// what it has to be. UPDATE=1 rewrites the part.
func holds(t *testing.T, page, name, want string) {
	t.Helper()
	file := "../../docs/" + page
	begin, end := "<!-- "+name+" -->\n\n", "\n<!-- end of "+name+" -->"
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, begun := strings.Cut(string(raw), begin)
	got, tail, ended := strings.Cut(rest, end)
	if !begun || !ended {
		t.Fatalf("docs/%s has no place for its part, between %q and %q", page, begin, end)
	}
	if got == want {
		return
	}
	if os.Getenv("UPDATE") == "" {
		t.Fatalf("docs/%s is behind the modules; rewrite it with UPDATE=1.\nIt lacks:\n%sand should not have:\n%s", page, lacks(got, want), lacks(want, got))
	}
	if err := os.WriteFile(file, []byte(head+begin+want+end+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}

// lacks are the lines of one text that are not in another.
func lacks(text, other string) string {
	have := strings.Split(text, "\n")
	var b strings.Builder
	for line := range strings.SplitSeq(other, "\n") {
		if !slices.Contains(have, line) {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// TestReadingList holds that docs/reading.md has, under each module, every
// work that it cites, and no DOI that no module has.
func TestReadingList(t *testing.T) {
	list := page(t, "reading.md")
	dois := map[string]bool{}
	for _, m := range bundled(t).Modules {
		_, rest, found := strings.Cut(list, "\n## "+m.Title+"\n")
		if !found {
			t.Errorf("docs/reading.md has no chapter %q", m.Title)
		}
		chapter, _, _ := strings.Cut(rest, "\n## ")
		for _, s := range m.Sources {
			entry := "\n- " + s.Cite
			if s.DOI != "" {
				entry += fmt.Sprintf(" [%s](https://doi.org/%[1]s)", s.DOI)
				dois[s.DOI] = true
			}
			entry += fmt.Sprintf("\n  **%s.** ", strings.ToUpper(s.Kind[:1])+s.Kind[1:])
			if !strings.Contains(chapter, entry) {
				t.Errorf("in docs/reading.md, %q lacks the entry:%s", m.Title, entry)
			}
		}
	}
	for _, m := range regexp.MustCompile(`https://doi\.org/([^)\s]+)`).FindAllStringSubmatch(list, -1) {
		if !dois[m[1]] {
			t.Errorf("docs/reading.md has %s, which no module cites", m[1])
		}
	}
}

// TestVoicePage holds that what docs/voice.md shows as the course's text is.
func TestVoicePage(t *testing.T) {
	var all strings.Builder
	err := fs.WalkDir(modules.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(modules.FS, name)
		all.Write(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	texts := oneLine(all.String())
	shown := regexp.MustCompile(`\*\*After\*\*\n\n((?:> .*\n)+)`).FindAllStringSubmatch(page(t, "voice.md"), -1)
	if len(shown) != 3 {
		t.Fatalf("docs/voice.md shows %d texts after a draft, want 3", len(shown))
	}
	for _, m := range shown {
		if text := oneLine(strings.ReplaceAll(m[1], "\n> ", " ")[2:]); !strings.Contains(texts, text) {
			t.Errorf("docs/voice.md shows a text that no module has:\n%s", text)
		}
	}
}

func page(t *testing.T, name string) string {
	t.Helper()
	raw, err := os.ReadFile("../../docs/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// oneLine is a text with single blanks for all that parts its words.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func bundled(t *testing.T) *course.Course {
	t.Helper()
	tree, problems := source.Read(modules.FS)
	c, more := course.Build(tree)
	if len(problems)+len(more) > 0 {
		t.Fatal("the bundled course has problems; hearten lint says which")
	}
	return c
}

// TestCourseIsSilent holds that the checks a trainer is asked to run have
// nothing to say about the bundled course.
func TestCourseIsSilent(t *testing.T) {
	if printed, code := run("lint", "--strict"); code != 0 || printed != "No problems found in the bundled course.\n" {
		t.Errorf("hearten lint --strict ended with %d:\n%s", code, printed)
	}
	printed, code := run("test")
	if code != 0 || strings.Contains(printed, "FAIL") {
		t.Errorf("hearten test ended with %d:\n%s", code, printed)
	}
}

// TestAllowsHaveReasons holds that whoever silenced a warning said why, on
// the line or on the one above it.
func TestAllowsHaveReasons(t *testing.T) {
	err := fs.WalkDir(modules.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".yaml" {
			return err
		}
		raw, err := fs.ReadFile(modules.FS, name)
		for _, n := range unexplained(string(raw)) {
			t.Errorf("modules/%s:%d: this allow: has no comment with its reason, on its line or above it", name, n)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// unexplained are the lines, from 1, with an allow: and no reason for it.
func unexplained(text string) []int {
	var (
		allow   = regexp.MustCompile(`(^|[\s{,-])allow:`)
		comment = regexp.MustCompile(`(^|\s)#\s*\pL`)
		bad     []int
	)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		code, _, _ := strings.Cut(line, " #")
		if !allow.MatchString(code) || strings.HasPrefix(strings.TrimSpace(line), "#") {
			continue
		}
		above := i > 0 && strings.HasPrefix(strings.TrimSpace(lines[i-1]), "#") && comment.MatchString(lines[i-1])
		if !comment.MatchString(line) && !above {
			bad = append(bad, i+1)
		}
	}
	return bad
}

func TestUnexplained(t *testing.T) {
	tests := []struct {
		name, text string
		want       []int
	}{
		{"none", "a: b\nc: d", nil},
		{"bare", "a: b\nallow: [no-dilemma]", []int{2}},
		{"on its line", "allow: [no-dilemma] # the mercy is meant", nil},
		{"above it", "# the mercy is meant\nallow: [no-dilemma]", nil},
		{"an empty comment", "#\nallow: [no-dilemma] #", []int{2}},
		{"in a list", "  - {id: x, allow: [unread]}", []int{1}},
		{"a comment of another line", "# why\na: b\n- allow: [unread]", []int{3}},
		{"the end of a word", "shallow: x", nil},
		{"in a comment", "# allow: [unread]", nil},
	}
	for _, tt := range tests {
		if got := unexplained(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s: unexplained(%q) = %v, want %v", tt.name, tt.text, got, tt.want)
		}
	}
}
