package source

import (
	"html"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"hearten/modules"
)

const sampleCourse = "format: 1\nid: sample-a1b2c3\ntitle: Sample\nmodules: [m]\n"

func sample(module string) fstest.MapFS {
	return fstest.MapFS{"course.yaml": {Data: []byte(sampleCourse)}, "m/module.yaml": {Data: []byte(module)}}
}

// TestSameText: a byte order mark, CRLF and curly quotes change nothing.
func TestSameText(t *testing.T) {
	plain := "format: 1\nid: m\ntitle: “M” isn’t\nactivities:\n  - lesson: one\n    title: One\n    minutes: 2\n    text: |\n      A.\n\n      B.\n"
	want, problems := Read(sample(plain))
	if len(problems) > 0 {
		t.Fatalf("problems in the sample: %v", problems)
	}
	got, problems := Read(sample("\xef\xbb\xbf" + strings.ReplaceAll(plain, "\n", "\r\n")))
	if len(problems) > 0 {
		t.Fatalf("problems with CRLF and a byte order mark: %v", problems)
	}
	for _, path := range [][]string{{"title"}, {"activities", "0", "text"}} {
		a, b := want.Modules()[0].Node.Find(path...), got.Modules()[0].Node.Find(path...)
		if a.Text() != b.Text() {
			t.Errorf("%v: got %+v, want %+v", path, b.Text(), a.Text())
		}
	}
}

// TestInside: a character of a text has a place, in whatever style YAML has
// it.
func TestInside(t *testing.T) {
	tests := []struct{ name, yaml string }{
		{"plain", "text: some words here"},
		{"single quotes", "text: 'it''s some words here'"},
		{"double quotes", `text: "say \"some\" words here"`},
		{"block", "text: |\n  First — line.\n\n    deeper words here"},
		{"folded", "text: >-\n  first line\n  some words here"},
		{"plain on two lines", "text: first line\n  some words here"},
		{"block with trailing blank", "text: |\n  first  \n  some words here"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := sample("format: 1\nid: m\ntitle: M\nactivities:\n  - lesson: one\n    title: One\n    minutes: 2\n    " + strings.ReplaceAll(tt.yaml, "\n", "\n    ") + "\n")
			tree, problems := Read(f)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			n := tree.Modules()[0].Node.Find("activities", "0", "text")
			text := n.Text().Value
			p := n.Problem(Error, len([]rune(text[:strings.Index(text, "words")])), 5, "x", "x", "x")
			if got := string([]rune(p.Excerpt)[p.At.Column-1:]); !strings.HasPrefix(got, "words") {
				t.Errorf("the place %d:%d is of %q", p.At.Line, p.At.Column, got)
			}
		})
	}
}

func TestFind(t *testing.T) {
	tree, problems := Read(sample("format: 1\nid: m\ntitle: M\nactivities:\n  - quiz: q\n    title: Q\n    minutes: 2\n    questions:\n      - id: a\n        kind: choice\n        ask: Is it?\n        options:\n          - {text: Yes, why: So.}\n          - {id: no, text: No, why: No.}\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	q := tree.Modules()[0].Node.Find("activities", "0")
	tests := []struct {
		path []string
		want string
	}{
		{[]string{"questions", "a", "ask"}, "Is it?"},
		{[]string{"questions", "a", "options", "no", "why"}, "No."},
		{[]string{"questions", "a", "options", HashID("Yes"), "why"}, "So."},
		{[]string{"questions", "0", "options", "1", "text"}, "No"},
	}
	for _, tt := range tests {
		if got := q.Find(tt.path...).Text().Value; got != tt.want {
			t.Errorf("Find(%v) = %q, want %q", tt.path, got, tt.want)
		}
	}
	if got, want := q.Find("questions", "nobody").At(), q.Get("questions").At(); got != want {
		t.Errorf("a path that leads nowhere ends at %v, want its last step %v", got, want)
	}
}

// TestLimits: what no author means is refused unread, in one sentence.
func TestLimits(t *testing.T) {
	tests := []struct{ name, module, code string }{
		{"too many keys", strings.Repeat("a: 1\n", 30_000), "too-many-parts"},
		{"brackets", "a: " + strings.Repeat(strings.Repeat("[", 1_000)+"\n", 60), "too-many-parts"},
		{"brackets on one line", "a: " + strings.Repeat("[", 60_000), "long-line"},
		{"deep brackets", "a: " + strings.Repeat("[", 200) + strings.Repeat("]", 200), "too-deep"},
		{"deep indents", deepIndents(100), "too-deep"},
		{"too large", "a: " + strings.Repeat("x", 1<<20), "too-large"},
		{"aliases", "title: &a x\nsummary: *a\n", "anchor"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := Read(sample(tt.module))
			for _, p := range problems {
				if p.Code == tt.code {
					return
				}
			}
			t.Errorf("no %s among %v", tt.code, problems)
		})
	}
}

func deepIndents(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// FuzzRead: reading never panics, every problem has a sentence and a place
// that exists, and prints.
func FuzzRead(f *testing.F) {
	bundled(f, func(text string) { f.Add(text) })
	f.Add("a: [1\n")
	f.Add("title: 'It's'\n\tx: y")
	f.Add("title: &&amp;#27;;p7;\nactivities: [{lesson: a, text: \"&&amp;#27;;p7;\"}]")
	for _, text := range steering() {
		f.Add("title: " + strconv.QuoteToASCII(text) + "\nglossary: {" + strconv.QuoteToASCII(text) + ": a}\nactivities:\n  - {lesson: a, title: '" + text + "', minutes: 1, text: \"&#27;" + strconv.QuoteToASCII(text)[1:] + "}\n")
	}
	f.Fuzz(func(t *testing.T, module string) {
		fsys := sample(module)
		tree, problems := Read(fsys)
		for _, m := range tree.Modules() {
			isClean(t, m.Node)
			for _, a := range m.Node.Get("activities").Items() {
				content, more := tree.Open(m, a)
				problems = append(problems, more...)
				isClean(t, content)
			}
		}
		for _, p := range problems {
			if p.Cause == "" || p.Fix == "" || p.Code == "" || p.At.File == "" {
				t.Errorf("a problem says too little: %+v", p)
			}
			if p.At.Line < 0 || p.At.Column < 0 || p.At.Column > len([]rune(p.Excerpt))+1 && p.Excerpt != "" {
				t.Errorf("a problem lies outside of its line: %+v", p)
			}
		}
		var b strings.Builder
		if err := Print(&b, problems); err != nil || strings.ContainsFunc(b.String(), Unsafe) {
			t.Errorf("printed unsafely: %q, %v", b.String(), err)
		}
		for line := range strings.Lines(b.String()) {
			if strings.HasPrefix(strings.TrimSpace(line), "::") {
				t.Errorf("a line is a command to a code host: %q", line)
			}
		}
	})
}

// isClean holds that no text of a tree has an unsafe character, nor one that
// rendering it could make.
func isClean(t *testing.T, n Node) {
	t.Helper()
	text := n.Text().Value
	rendered := ""
	if n.n != nil && n.n.kind == Prose {
		rendered = html.UnescapeString(text) + string(words([]byte(text)))
	}
	if strings.ContainsFunc(text+rendered, Unsafe) {
		t.Errorf("a text came past the reader: %q", text)
	}
	for _, name := range n.Names() {
		if Clean(name.Value) != name.Value {
			t.Errorf("a name came past the reader: %q", name.Value)
		}
		isClean(t, n.Value(name.Value))
	}
	for _, item := range n.Items() {
		isClean(t, item)
	}
}

// BenchmarkRead measures reading the bundled course against bytes a second.
func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, problems := Read(modules.FS); Errors(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

// TestDamaged: an error is the matter of what it stands in, and of nothing
// above or below.
func TestDamaged(t *testing.T) {
	const head = "format: 1\nid: m\ntitle: M\nactivities:\n  - reflection: r\n    title: R\n    minutes: 2\n    prompts:\n"
	tests := []struct {
		name, prompts, want string
	}{
		{"none", "      - {id: a, ask: One?}\n      - {id: b, ask: Two?}\n", "--"},
		{"the second", "      - id: a\n        ask: One?\n      - id: B\n        ask: Two?\n      - id: c\n        ask: Three?\n", "-x-"},
		{"below a text of many lines", "      - id: a\n        ask: |\n          One?\n\n          Or?\n      - asks: Two?\n", "-x"},
		{"within a text of many lines", "      - ask: >\n          One,\n          or\n          two,\n        was: [a]\n        because: Three.\n      - Four?\n", "x-"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tree, _ := Read(sample(head + tt.prompts))
			got := ""
			for _, item := range tree.Modules()[0].Node.Find("activities", "r", "prompts").Items() {
				got += map[bool]string{true: "x", false: "-"}[item.Damaged()]
			}
			if got != tt.want {
				t.Errorf("damaged are %s, want %s", got, tt.want)
			}
		})
	}
}
