package source

import (
	"fmt"
	"strings"
	"testing"
)

func TestBlocks(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"a paragraph on two lines", "one\ntwo **three**", "paragraph 0 | one two **three** | one two three"},
		{"a line break that was asked for", "one  \ntwo", "paragraph 0 | one⏎two | one⏎two"},
		{"a heading", "## Say *it*", "heading 2 | Say *it* | Say it"},
		{"a list", "- one\n- two\n  more", "item 1 • | one | one\nitem 1 • | two more | two more"},
		{"a numbered list that starts at 3", "3. one\n4. two", "item 1 3. | one | one\nitem 1 4. | two | two"},
		{"a list in a list", "- one\n  1. two", "item 1 • | one | one\nitem 2 1. | two | two"},
		{"an item of two paragraphs", "- one\n\n  two", "item 1 • | one | one\nitem 1 | two | two"},
		{"a quote", "> one\n> two", "quote 1 | one two | one two"},
		{"code", "```\na  b\n```", "code 0 | a  b | a  b"},
		{"a rule", "---", "rule 0 |  | "},
		{"entities cannot steer", "a &#27;[2J b &amp; c", "paragraph 0 | a &#27;[2J b &amp; c | a [2J b & c"},
		{"a link shows where it leads", "[one](https://a.b)", "paragraph 0 | [one](https://a.b) | one (https://a.b)"},
		{"an unsafe link is words", "[one](javascript:x)", "paragraph 0 | [one](javascript:x) | one"},
		{"HTML is shown, not obeyed", "<div>x</div>", "code 0 | <div>x</div> | <div>x</div>"},
	}
	names := []string{"paragraph", "heading", "item", "quote", "code", "rule", "table"}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, b := range Blocks(tt.in) {
				marker := ""
				if b.Marker != "" {
					marker = " " + b.Marker
				}
				line := fmt.Sprintf("%s %d%s | %s | %s", names[b.Kind], b.Level, marker, b.Text, b.Plain)
				got = append(got, strings.ReplaceAll(line, "\n", "⏎"))
			}
			if strings.Join(got, "\n") != tt.want {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), tt.want)
			}
		})
	}
}

func TestTable(t *testing.T) {
	blocks := Blocks("| a | **b** |\n|---|---|\n| 1 | 2 |\n")
	if len(blocks) != 1 || blocks[0].Kind != Table {
		t.Fatalf("got %+v", blocks)
	}
	if got, want := fmt.Sprint(blocks[0].Rows, blocks[0].PlainRows), "[[a **b**] [1 2]] [[a b] [1 2]]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBlockOffset(t *testing.T) {
	text := "Élan — one.\n\n## Two\n\n- three\n"
	for i, want := range []string{"Élan", "Two", "three"} {
		b := Blocks(text)[i]
		if got := string([]rune(text)[b.Offset:]); !strings.HasPrefix(got, want) {
			t.Errorf("block %d begins at %q, want %q", i, got, want)
		}
	}
}

func TestCite(t *testing.T) {
	tree, _ := Read(sample("format: 1\nid: m\ntitle: M\nactivities:\n  - lesson: one\n    title: One\n    minutes: 2\n    text: One [@b]; two [@a, @b]; none [@c]; not [this].\n"))
	n := tree.Modules()[0].Node.Find("activities", "0", "text")
	numbers := map[string]int{"a": 1, "b": 2}
	got, problems := Cite(n, func(id string) int { return numbers[id] }, func(string) string { return "" })
	if want := "One [2]; two [1, 2]; none [@c]; not [this]."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(problems) != 1 || problems[0].Cause != `there is no source "c" in this module` || problems[0].At.Column != 42 {
		t.Errorf("problems: %+v", problems)
	}
}

func TestDidYouMean(t *testing.T) {
	known := []string{"title", "minutes", "text", "file"}
	tests := []struct{ word, want string }{
		{"titel", `did you mean "title"?`},
		{"Text", `did you mean "text"?`},
		{"minuts", `did you mean "minutes"?`},
		{"xyzzy", "there are file, minutes, text and title"},
	}
	for _, tt := range tests {
		if got := DidYouMean(tt.word, known); got != tt.want {
			t.Errorf("DidYouMean(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}
