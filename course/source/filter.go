package source

import (
	"strings"
	"unicode/utf8"
)

// Unsafe says of a character that it could steer a terminal or hide what a
// text says: control characters but newline and tab, bidirectional controls,
// zero-width characters but the two joiners that some scripts need, and tag
// characters.
func Unsafe(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f: // C0, DEL, C1
		return true
	case r < 0x061c:
		return r == 0xad // the soft hyphen is invisible
	case r == 0x061c, r == 0x200b, r == 0x200e, r == 0x200f, // marks of direction, zero-width space
		r >= 0x2028 && r <= 0x202e, // separators, embeddings and overrides
		r >= 0x2060 && r <= 0x206f, // word joiner, isolates
		r == 0xfeff, r >= 0xfff9 && r <= 0xfffb,
		r >= 0xe0000 && r <= 0xe007f: // tags
		return true
	}
	return false
}

// Clean drops from a text every unsafe character, and what is no UTF-8.
func Clean(s string) string {
	if safe(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if Unsafe(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

func safe(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if Unsafe(r) || r == utf8.RuneError && size == 1 {
			return false
		}
		i += size
	}
	return true
}
