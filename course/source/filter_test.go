package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"hearten/modules"
	"io/fs"
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

// FuzzFilter: whatever goes in, nothing unsafe comes out, and what has been
// cleaned stays as it is.
func FuzzFilter(f *testing.F) {
	bundled(f, func(text string) { f.Add(text) })
	f.Add("a\x1b]8;;https://x\x07y\x1b[2J\u009b\u202e")
	f.Add("\x1b\x1b[1m\x1b]8;;\x1b]8;;mailto:x@y\x1b\\")
	f.Fuzz(func(t *testing.T, s string) {
		clean := Clean(s)
		if strings.ContainsFunc(clean, Unsafe) || !utf8.ValidString(clean) || Clean(clean) != clean {
			t.Errorf("Clean(%q) = %q", s, clean)
		}
		styled := CleanStyled(s)
		if again := CleanStyled(styled); again != styled {
			t.Errorf("CleanStyled is not settled on %q: %q, then %q", s, styled, again)
		}
		for i, part := range strings.Split(styled, "\x1b") {
			if i > 0 && !strings.HasPrefix(part, "[") && !strings.HasPrefix(part, "]8;;") && !strings.HasPrefix(part, `\`) {
				t.Errorf("CleanStyled(%q) lets pass %q", s, part)
			}
			if strings.ContainsFunc(part, Unsafe) {
				t.Errorf("CleanStyled(%q) lets pass an unsafe character in %q", s, part)
			}
		}
	})
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
