package tui

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"hearten/course"
)

func TestProse(t *testing.T) {
	table := "| You say | It is |\n|---|---|\n| \"You are late again\" | a verdict about somebody |\n| \"It is ten past\" | an observation |\n"
	tests := []struct {
		name, markdown string
		width          int
		want           string
	}{
		{"words", "one two three", 8, "one two\nthree"},
		{"blocks stand apart", "one\n\ntwo", 20, "one\n\ntwo"},
		{"items hang from their marker", "- one two three\n- four", 12, "  • one two\n    three\n  • four"},
		{"numbers too", "9. one two\n10. three four", 12, "  9. one two\n  10. three\n      four"},
		{"deeper items", "- one\n  - two", 20, "  • one\n    • two"},
		{"a hard break", "one\\\ntwo", 20, "one\ntwo"},
		{"marks are gone", "**one** _two_ `three`", 30, "one two three"},
		{"a list in a paragraph's clothes", "1986\\. A year", 30, "1986. A year"},
		{"a tab is as wide as it is drawn", "# one two\tthree\n\nx", 14, "one two\nthree\n\nx"},
		{"a quote", "> one two three", 12, "    one two\n    three"},
		{"code", "    a  b", 20, "    a  b"},
		{"a long word", "abcdefghij", 4, "abcd\nefgh\nij"},
		{"a link says where it leads", "[here](https://example.org)", 60, "here https://example.org"},
		{"one that is not safe is words alone", "[here](javascript:alert)", 60, "here javascript:alert"},
		{"a wide table", table, 60, "You say               It is\n──────────────────────────────────────────────\n\"You are late again\"  a verdict about somebody\n\"It is ten past\"      an observation"},
		{"a narrow table", table, 22, "You say: \"You are late\nagain\"\n  It is: a verdict\n  about somebody\n\nYou say: \"It is ten\npast\"\n  It is: an\n  observation"},
	}
	for _, tt := range tests {
		l := newLook(ThemeDark, unknown, false)
		got := ansi.Strip(strings.Join(l.prose(tt.markdown, tt.width), "\n"))
		if got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestProseIsSafe: no text of a course reaches the terminal as anything but
// words, colours and safe links, however it is wrapped up in Markdown.
func TestProseIsSafe(t *testing.T) {
	for _, hostile := range []string{
		"&#27;[2J", "*&#27;*[2J", "\x1b]52;c;aGk=\x07", "a\u009b2Jb", "a\u202eb", "a\rb", "\x1bP$q\x1b\\", "`&#27;[2J`", "[x](\x1b]8;;http://e\x07)",
		"![&#27;[6n](http://e)", "| &#27;[2J |\n|---|\n| \u200bx |", "&#x9b;6n", "<b>\x1b[5n</b>", "- &#7;",
	} {
		safe(t, hostile)
	}
}

func FuzzProse(f *testing.F) {
	for _, seed := range []string{
		"**a** &#27;[2J", "| a |\n|---|\n| b |", "> - 1. x", "[a](b)", "```\nx\n```", "&#27;[1mbold", "`&#27;[1mbold`", "~~&#27;[1mx~~", "&amp;#27;[1m", "&\\#27;[1m", "*&#27;*[1m",
		"<a href=\"&#27;[1m\">&#27;[1m</a>", "[&#27;[1ma](https://e.example \"&#27;[1m\")", "![&#27;[1m](https://e.example/&#27;[1m)", "<https://e.example/&#27;[1m>", "[https://good.example](https://evil.example)",
		"[a][b]\n\n[b]: https://e.example '&#27;[1m'", "&#27;]8;;https://evil.example&#27;\\\\good&#27;]8;;&#27;\\\\", "https://e.example/?a=1&b=2", "<a@b.example>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { safe(t, text) })
}

type failer interface{ Errorf(string, ...any) }

var (
	styles      = regexp.MustCompile("\x1b\\[[0-9;]*m")
	linkTargets = regexp.MustCompile("\x1b\\]8;;([^\x1b\x07]+)\x1b")
)

// safe holds that a text is set within a width, in styles and links that end
// where they should, and that each link tells where it leads.
func safe(t failer, markdown string) {
	l := newLook(ThemeDark, unknown, false)
	told := strings.Join(l.prose(markdown, 10_000), " ")
	for _, link := range linkTargets.FindAllStringSubmatch(told, -1) {
		if to := strings.TrimPrefix(strings.ToLower(link[1]), "mailto:"); !strings.Contains(strings.ToLower(ansi.Strip(told)), to) {
			t.Errorf("%q leads to %q, which is not told: %q", markdown, link[1], told)
		}
	}
	if balanced := strings.Count(told, "\x1b]8;;\x1b"); len(linkTargets.FindAllString(told, -1)) > balanced {
		t.Errorf("%q leaves a link open: %q", markdown, told)
	}
	if all := styles.FindAllString(told, -1); len(all) > 0 && all[len(all)-1] != "\x1b[m" && all[len(all)-1] != "\x1b[0m" {
		t.Errorf("%q leaves a style open: %q", markdown, told)
	}
	for _, width := range []int{7, 40} {
		for _, line := range l.prose(markdown, width) {
			if got := course.CleanStyled(line); got != line {
				t.Errorf("%q is set as %q", markdown, line)
			}
			if w := ansi.StringWidth(line); w > width && width > 20 {
				t.Errorf("%q is set %d wide in %d: %q", markdown, w, width, line)
			}
		}
	}
}

// TestWrapLosesNothing: wrapping changes blanks alone.
func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zé日]{1,12}`), 1, 30).Draw(t, "words")
		width := rapid.IntRange(2, 80).Draw(t, "width")
		text := strings.Join(words, " ")
		lines := wrap(text, width)
		if got := strings.Join(lines, ""); strings.ReplaceAll(got, " ", "") != strings.Join(words, "") {
			t.Fatalf("%q becomes %q", text, lines)
		}
		for _, line := range lines {
			if ansi.StringWidth(line) > width {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
	})
}

// TestTermsAreUnderlined: the words of a term stand out without any colour,
// on every line they are wrapped to, and what is around them is left alone.
func TestTermsAreUnderlined(t *testing.T) {
	term := course.TermOpens + "empathic distress" + course.TermCloses
	for _, theme := range themeNames() {
		l := newLook(theme, unknown, false)
		if got, want := l.md.inline("Some "+term+" here"), "Some \x1b[4mempathic distress\x1b[24m here"; got != want {
			t.Errorf("%s: got %q, want %q", theme, got, want)
		}
		bold := l.md.inline("**Some " + term + " here**")
		if got := ansi.Strip(bold); got != "Some empathic distress here" {
			t.Errorf("%s: got %q", theme, got)
		}
		if !strings.Contains(bold, "\x1b[4m") {
			t.Errorf("%s: %q has no line under the term", theme, bold)
		}
		lines := l.prose("Some "+term+" here", 14)
		if len(lines) != 2 || !strings.Contains(lines[1], "4m") || strings.Contains(ansi.Strip(lines[1]), "\x1b") {
			t.Errorf("%s: wrapped to %q", theme, lines)
		}
	}
}

// TestInlineIsAlike: a screen shows of an inline text the words that plain
// mode says, whatever signs are in it.
func TestInlineIsAlike(t *testing.T) {
	look := newLook(ThemeDark, unknown, false)
	alike := func(t rapid.TB, text string) {
		said, shown := course.Inline(text), strings.Join(strings.Fields(ansi.Strip(look.md.line(text))), " ")
		if said != shown {
			t.Errorf("%q is shown as %q and said as %q", text, shown, said)
		}
	}
	for _, text := range []string{
		"31. March is the last day", `"31. March, no earlier."`, "1. April", "1) first", "* star", "> 50 people", "# of beds", "+ 30% sick leave", "- none of it",
		"5 * 3", "a_b_c", "&amp; more", `\* star`, `\~20 \"x\" \$5 \@a`, "one\ntwo", "“quoted…”", "\u2062a *term*\u2063 here", "as found [1, 2]", "**Stay**: *then* `ask`", "~~not~~ this", "no ~~not this~~", "~20 or ~30",
		"- [ ] open", "[x] done", "x | y", "mail a@b.example", "<b>x</b>", "A :) B :smile:", "What\n: a definition", "[^1] note",
	} {
		alike(t, text)
	}
	part := rapid.SampledFrom([]string{"a", "b c", "*", "**", "_", "\\*", "\\_", "\\~", "\\\"", "\\:", "&", "#", "-", "+", ">", "<", "<b>", "1.", "(", ")", "[", "]", "|", "!", ":", "“", "\n", " ", "\u2062t\u2063", "é"})
	rapid.Check(t, func(t *rapid.T) { alike(t, strings.Join(rapid.SliceOfN(part, 0, 10).Draw(t, "parts"), "")) })
}
