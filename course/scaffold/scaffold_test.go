package scaffold

import (
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"hearten/course"
	"hearten/course/lint"
	"hearten/course/source"
)

// whole is a course of all files there are, and its first module.
func whole(t *testing.T, kinds ...string) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range Course(Start{ID: "c-a1b2c3", Title: "Care: today", Folder: "01-m", Language: "en"}) {
		fsys[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	module := Module(Start{ID: "m", Title: "M & #1"}).Text
	for _, kind := range kinds {
		s := Start{ID: "a-" + kind, Title: `A "` + kind + `"`}
		for _, f := range Activity(kind, s) {
			fsys["01-m/"+f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
		}
		added, ok := Add(module, "activities", Step(kind, s))
		if !ok {
			t.Fatalf("the %s cannot be added to:\n%s", kind, module)
		}
		module = added
	}
	fsys["01-m/module.yaml"] = &fstest.MapFile{Data: []byte(module)}
	return fsys
}

// TestSound holds that there is no problem of any kind with what is begun, each
// by itself and all together.
func TestSound(t *testing.T) {
	sets := [][]string{nil, Kinds()}
	for _, kind := range Kinds() {
		sets = append(sets, []string{kind})
	}
	for _, kinds := range sets {
		t.Run(strings.Join(kinds, "+"), func(t *testing.T) {
			fsys := whole(t, kinds...)
			var got strings.Builder
			if err := source.Print(&got, lint.Check(fsys)); err != nil || got.Len() > 0 {
				t.Fatalf("%v\n%s", err, got.String())
			}
			tree, _ := source.Read(fsys)
			c, _ := course.Build(tree)
			if got, want := len(c.Modules[0].Activities), 3+len(kinds); got != want {
				t.Fatalf("the module has %d steps, want %d", got, want)
			}
			for _, a := range c.Modules[0].Activities {
				if _, err := c.Take("m", a.ID); err != nil {
					t.Errorf("%s cannot be taken: %v", a.ID, err)
				}
			}
		})
	}
}

// TestFirstLines holds that every YAML file names its schema.
func TestFirstLines(t *testing.T) {
	tests := []struct {
		file File
		want string
	}{
		{Course(Start{})[0], "course.schema.json"},
		{Module(Start{}), "../module.schema.json"},
		{Activity("quiz", Start{})[0], "../quiz.schema.json"},
		{Activity("scenario", Start{})[0], "../scenario.schema.json"},
	}
	for _, tt := range tests {
		got, _, _ := strings.Cut(tt.file.Text, "\n")
		if want := "# yaml-language-server: $schema=" + tt.want; got != want {
			t.Errorf("%s begins with %q, want %q", tt.file.Name, got, want)
		}
	}
}

func TestAdd(t *testing.T) {
	one, two := []string{"- new"}, []string{"- lesson: new", "  title: New"}
	tests := []struct {
		name, text string
		item       []string
		want       string // the text itself where nothing can be added
	}{
		{"at the end", "modules:\n  - a\n", one, "modules:\n  - a\n  - new\n"},
		{"without a last line end", "modules:\n  - a", one, "modules:\n  - a\n  - new\n"},
		{"not indented", "modules:\n- a\ntitle: T\n", one, "modules:\n- a\n- new\ntitle: T\n"},
		{"before what follows", "modules:\n    - a\n\ntitle: T\n", one, "modules:\n    - a\n    - new\n\ntitle: T\n"},
		{"before a comment", "modules: # in order\n  - a # first\n  # more to come\n", one, "modules: # in order\n  - a # first\n  - new\n  # more to come\n"},
		{"in brackets", "modules: [a, b]   # in order\n", one, "modules: [a, b, new]   # in order\n"},
		{"in empty brackets", "modules: []\n", one, "modules: [new]\n"},
		{"after a comma", "modules: [a, ]\n", one, "modules: [a, new]\n"},
		{"to nothing", "modules:\n", one, "modules:\n  - new\n"},
		{"keeps line ends", "modules:\r\n  - a\r\n", one, "modules:\r\n  - a\r\n  - new\r\n"},
		{"after a long text", "modules:\n  - lesson: a\n    text: |\n      # One\n\n      - two\n", two, "modules:\n  - lesson: a\n    text: |\n      # One\n\n      - two\n  - lesson: new\n    title: New\n"},
		{"with a blank line as between others", "modules:\n  - a: 1\n\n  - b: 2\n", two, "modules:\n  - a: 1\n\n  - b: 2\n\n  - lesson: new\n    title: New\n"},
		{"not to brackets over lines", "modules: [a,\n  b]\n", one, "modules: [a,\n  b]\n"},
		{"not to quoted words", "modules: ['a]', b]\n", one, "modules: ['a]', b]\n"},
		{"not more than a word to brackets", "modules: [a]\n", two, "modules: [a]\n"},
		{"not to one of two", "modules:\n  - a\nmodules:\n  - b\n", one, "modules:\n  - a\nmodules:\n  - b\n"},
		{"not where there is no list", "title: T\n", one, "title: T\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := Add(tt.text, "modules", tt.item)
			if got != tt.want || ok != (tt.want != tt.text) {
				t.Errorf("got %q, %t, want %q", got, ok, tt.want)
			}
		})
	}
}

// TestAddKeeps holds of any text that all its lines are still there, in order.
func TestAddKeeps(t *testing.T) {
	line := rapid.SampledFrom([]string{"modules:", "  - a", "- b", "    deeper", "", "# comment", "  # comment", "other: x", "\ttab"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(line).Draw(t, "lines"), "\n") + "\n"
		got, ok := Add(text, "modules", []string{"- new"})
		if !ok {
			return
		}
		var rest []string
		added := 0
		for l := range strings.SplitSeq(got, "\n") {
			if strings.TrimSpace(l) == "- new" {
				added++
				continue
			}
			rest = append(rest, l)
		}
		if before := strings.TrimRight(text, "\n") + "\n"; added != 1 || strings.Join(rest, "\n") != before {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

// TestQuoted holds that a title reads as it was typed, whatever it holds.
func TestQuoted(t *testing.T) {
	titles := rapid.OneOf(
		rapid.SampledFrom([]string{"yes", "No", "12", "1.5", "a: b", "a #b", `say "hi"`, `back\slash`, "'quoted'", "- dash", "[x]", "{y}", "& more", "null", "Ein Weg", "ends:", "日本語"}),
		rapid.StringMatching(`[a-zA-Z0-9:#"'\\{}\[\]&*!|>%@,.?-]([a-zA-Z0-9 :#"'\\{}\[\]&*!|>%@,.?-]{0,20}[a-zA-Z0-9:#"'\\{}\[\]&*!|>%@,.?-])?`),
	)
	rapid.Check(t, func(t *rapid.T) {
		title := titles.Draw(t, "title")
		fsys := fstest.MapFS{"m/module.yaml": {Data: []byte(Module(Start{ID: "m", Title: title}).Text)}}
		fsys["course.yaml"] = &fstest.MapFile{Data: []byte("format: 1\nid: c\ntitle: C\nmodules: [m]\n")}
		tree, problems := source.Read(fsys)
		if source.Errors(problems) > 0 {
			t.Fatalf("%q: %+v", title, problems)
		}
		if got := tree.Modules()[0].Node.Get("title").Text().Value; got != title {
			t.Fatalf("got %q, want %q", got, title)
		}
	})
}

// TestHolds: a text counts as the template's only as it stands there, and not
// where it is so short that two people may write it.
func TestHolds(t *testing.T) {
	for text, want := range map[string]bool{
		"What this module is about, in a sentence.":                                                    true,
		"This is a lesson. Replace these lines with yours.":                                            true,
		"- Say one thing in a lesson, and say it with an example.\n- Two or three minutes are enough.": true,
		`"Of course you may ask. What has happened?"`:                                                  true,
		"What this module is about, in a word.":                                                        false,
		"Where did it turn, and why?":                                                                  false,
		"":                                                                                             false,
	} {
		if got := Holds(text); got != want {
			t.Errorf("Holds(%q) = %v, want %v", text, got, want)
		}
	}
}
