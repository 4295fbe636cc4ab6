package source

import (
	"strings"
	"testing"
)

func TestInline(t *testing.T) {
	tests := []struct{ name, markdown, words, set string }{
		{"a date", "31. March is the last day", "31. March is the last day", "31. March is the last day"},
		{"more than", "> 50 people", "> 50 people", "&gt; 50 people"},
		{"a number of", "# of beds", "# of beds", "# of beds"},
		{"plus", "+ 30% sick leave", "+ 30% sick leave", "+ 30% sick leave"},
		{"minus", "- none of it", "- none of it", "- none of it"},
		{"a star", "* star", "* star", "* star"},
		{"a number with a bracket", "1) first", "1) first", "1) first"},
		{"a rule", "---", "---", "---"},
		{"a fence", "``` x", "``` x", "``` x"},
		{"a tag", "<b>x</b>", "x", "x"},
		{"an address that is defined nowhere else", "[a]: b", "[a]: b", "[a]: b"},
		{"emphasis", "**Ask** her *now*", "Ask her now", "<strong>Ask</strong> her <em>now</em>"},
		{"arithmetic", "5 * 3 * 2", "5 * 3 * 2", "5 * 3 * 2"},
		{"a name", "a_b_c", "a_b_c", "a_b_c"},
		{"an entity", "R &amp; D", "R & D", "R &amp; D"},
		{"a backslash", `\* star`, "* star", "* star"},
		{"lines", "- one\n- two", "- one - two", "- one - two"},
		{"paragraphs", "one\n\n    two", "one two", "one two"},
		{"nothing", " \n", "", ""},
	}
	for _, tt := range tests {
		if got := Inline(tt.markdown); got != tt.words {
			t.Errorf("%s: the words are %q, not %q", tt.name, got, tt.words)
		}
		got := strings.TrimSpace(Setting{}.Line(tt.markdown))
		if got = strings.TrimSuffix(strings.TrimPrefix(got, "<p>"), "</p>"); got != tt.set {
			t.Errorf("%s: it is set %q, not %q", tt.name, got, tt.set)
		}
	}
}

// TestRemark: one line is inline, and more are blocks.
func TestRemark(t *testing.T) {
	for markdown, want := range map[string]string{
		"31. March is the last day\n": "31. March is the last day",
		"> 50 people":                 "> 50 people",
		"Because:\n\n- one\n- two":    "Because:|one|two",
		"# One\n\ntwo":                "One|two",
		" ":                           "",
	} {
		var words []string
		for _, b := range Remark(markdown) {
			words = append(words, b.Plain)
		}
		if got := strings.Join(words, "|"); got != want {
			t.Errorf("%q: got %q, want %q", markdown, got, want)
		}
	}
}
