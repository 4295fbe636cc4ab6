package source

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hearten/modules"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"words stay", "Zoë said “no” — twice.\n\tOK", "Zoë said “no” — twice.\n\tOK"},
		{"escape", "a\x1b[2Jb", "a[2Jb"},
		{"carriage return", "good\rbad", "goodbad"},
		{"C1", "a\u009b2Jb", "a2Jb"},
		{"delete", "a\x7fb", "ab"},
		{"bidi override", "abc\u202edef", "abcdef"},
		{"isolate", "a\u2066b\u2069", "ab"},
		{"zero width space", "pay\u200bpal", "paypal"},
		{"the joiners of scripts stay", "\u0646\u200c\u0647 \U0001F469\u200d\U0001F4BB", "\u0646\u200c\u0647 \U0001F469\u200d\U0001F4BB"},
		{"tags", "a\U000E0041b", "ab"},
		{"broken bytes", "a\xffb", "ab"},
		{"a real replacement character stays", "a\uFFFDb", "a\uFFFDb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Clean(tt.in); got != tt.want {
				t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCleanStyled(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"colours stay", "\x1b[1;38;2;1;2;3mbold\x1b[0m", "\x1b[1;38;2;1;2;3mbold\x1b[0m"},
		{"palette colours stay", "\x1b[38;5;8;48;5;5m\x1b[m", "\x1b[38;5;8;48;5;5m\x1b[m"},
		{"hidden text is shown", "a\x1b[8mb\x1b[1;8mc", "abc"},
		{"nothing blinks", "a\x1b[5mb\x1b[0;6mc", "abc"},
		{"a colour that is none", "a\x1b[38;5mb\x1b[38;8mc\x1b[38:2::1:2:3md", "abcd"},
		{"a screen wipe goes", "a\x1b[2Jb", "ab"},
		{"a query goes", "a\x1b[6nb\x1b[>cc", "abc"},
		{"a title goes", "a\x1b]0;title\x07b", "ab"},
		{"the clipboard goes", "a\x1b]52;c;aGk=\x1b\\b", "ab"},
		{"a device string goes", "a\x1bP$qm\x1b\\b", "ab"},
		{"a safe link stays", "\x1b]8;;https://doi.org/x\x1b\\doi\x1b]8;;\x1b\\", "\x1b]8;;https://doi.org/x\x1b\\doi\x1b]8;;\x1b\\"},
		{"a script link goes, its words stay", "\x1b]8;;javascript:x\x07click\x1b]8;;\x07", "click\x1b]8;;\x1b\\"},
		{"a file link goes", "\x1b]8;;file:///etc/passwd\x07x", "x"},
		{"link parameters go with it", "\x1b]8;id=1;https://x.org\x07x", "x"},
		{"an open string takes no more than its line", "a\x1b]0;title\nb", "a\nb"},
		{"a lone escape goes", "a\x1bcb", "acb"},
		{"an escape at the end", "a\x1b", "a"},
		{"a cut colour", "a\x1b[38;5", "a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := CleanStyled(tt.in); got != tt.want {
				t.Errorf("CleanStyled(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestSafeLink(t *testing.T) {
	tests := map[string]bool{
		"https://doi.org/10.1/x": true, "http://a.b": true, "mailto:a@b.c": true, "HTTPS://A.B": true,
		"javascript:alert(1)": false, "file:///etc/passwd": false, "": false, "https:": false, "//a.b": false, "data:text/html,x": false,
	}
	for address, want := range tests {
		if got := SafeLink(address); got != want {
			t.Errorf("SafeLink(%q) = %v, want %v", address, got, want)
		}
	}
}

// steering are texts that would steer a terminal, or hide what they say.
func steering() []string {
	return []string{
		"\x1b[2J", "\x1b", "[2J", "\x1b]0;t\x07", "\x1b]52;c;aGk=\x1b\\", "\x1bP$qm\x1b\\", "\x1b[5;8mx", "\u009b6n", "\xc2", "\x9b2J", "\r", "\b", "\u202ex\u2066", "\u200b", "\x00",
		"a\x1b]8;;https://x.org\x07y\x1b]8;;\x07", "\x1b]8;;file:///x\x1b\\", "\x1b]8;;https://x.org;\x1b[2J\x07", "\x1b\x1b[1m\x1b]8;;\x1b]8;;mailto:x@y\x1b\\", "\x1b[1;38;2;1;2;3m", "\x1b[38;5", "&#27;[2J", "&amp;#27;", "&\\#27;", "&#2&#27;7;",
	}
}

// passes is what may pass CleanStyled and is no text: a style of weights and
// colours, or a link.
var passes = regexp.MustCompile("\x1b\\[([0-9;]*)m|\x1b\\]8;;([^\x07\x1b]*)\x1b\\\\")

// FuzzFilter: whatever goes in, in one piece or two, nothing unsafe comes out,
// and what has been cleaned stays as it is.
func FuzzFilter(f *testing.F) {
	bundled(f, func(text string) { f.Add(text, "") })
	for _, a := range steering() {
		for _, b := range steering() {
			f.Add(a, b)
		}
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		isCleaned(t, a+b, Clean(a+b), Clean)
		isCleaned(t, a+b, Clean(a)+Clean(b), Clean)
		isCleaned(t, a+b, written(t, a, b), Clean)
		if whole := Clean(a + b); utf8.ValidString(a+b) && written(t, a, b) != whole {
			t.Errorf("in two parts %q and %q become %q, and %q in one", a, b, written(t, a, b), whole)
		}
		isCleaned(t, a+b, CleanMarkdown(a+b), CleanMarkdown)
		for rendered := CleanMarkdown(a + b); ; {
			isCleaned(t, a+b, rendered, Clean)
			after := resolved(rendered)
			if len(after) >= len(rendered) {
				break
			}
			rendered = after
		}
		isStyled(t, CleanStyled(a+b))
		isStyled(t, CleanStyled(a)+CleanStyled(b))
	})
}

func isCleaned(t *testing.T, s, clean string, filter func(string) string) {
	t.Helper()
	if strings.ContainsFunc(clean, Unsafe) || !utf8.ValidString(clean) || filter(clean) != clean {
		t.Errorf("%q is cleaned to %q", s, clean)
	}
}

// written is two texts as they come through the filter that commands print by.
func written(t *testing.T, a, b string) string {
	t.Helper()
	var out strings.Builder
	w := NewCleanWriter(&out)
	for _, part := range []string{a, b} {
		if n, err := w.Write([]byte(part)); n != len(part) || err != nil {
			t.Errorf("%d of %d bytes were written, %v", n, len(part), err)
		}
	}
	return out.String()
}

func isStyled(t *testing.T, styled string) {
	t.Helper()
	if again := CleanStyled(styled); again != styled {
		t.Errorf("it is not settled: %q, then %q", styled, again)
	}
	isCleaned(t, styled, passes.ReplaceAllString(styled, ""), Clean)
	for _, m := range passes.FindAllStringSubmatch(styled, -1) {
		if m[2] != "" && !SafeLink(m[2]) {
			t.Errorf("a link leads to %q", m[2])
		}
		for _, n := range strings.Split(m[1], ";") {
			if !strings.Contains(m[1], "8;") && slices.Contains([]string{"5", "6", "8"}, n) {
				t.Errorf("a style hides or blinks: %q", m[1])
			}
		}
	}
}

// bundled gives each file of the bundled course as a seed.
func bundled(tb testing.TB, add func(text string)) {
	err := fs.WalkDir(modules.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(modules.FS, name)
		add(string(raw))
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
}
