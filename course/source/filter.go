package source

import (
	"net/url"
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

// CleanStyled is Clean for rendered text: it lets pass the escapes that set
// colours and weights, and those that make a safe link.
func CleanStyled(s string) string {
	if safe(s) {
		return s
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "\x1b")
		b.WriteString(Clean(before))
		if !found {
			return b.String()
		}
		keep, n := escape(rest)
		b.WriteString(keep)
		s = rest[n:]
	}
}

// escape reads what follows an ESC: what of it may pass, and how many bytes
// it takes.
func escape(s string) (keep string, n int) {
	switch {
	case strings.HasPrefix(s, "["):
		n = 1
		for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == ';' || s[n] == ':') {
			n++
		}
		if n < len(s) && s[n] == 'm' {
			return "\x1b" + s[:n+1], n + 1
		}
		for n < len(s) && s[n] >= 0x20 && s[n] < 0x40 {
			n++
		}
		return "", min(n+1, len(s))
	case strings.HasPrefix(s, "]8;"):
		return link(s)
	case s != "" && strings.ContainsRune("]PX^_", rune(s[0])): // strings run to their end
		return "", ends(s)
	}
	return "", 0
}

// link reads a hyperlink, from the bracket that opens it. It may pass where
// it closes a link or leads to a safe place.
func link(s string) (keep string, n int) {
	n = ends(s)
	body := strings.TrimSuffix(strings.TrimSuffix(s[:n], "\x07"), "\x1b\\")
	parts := strings.SplitN(body, ";", 3)
	if len(parts) == 3 && parts[1] == "" && safe(parts[2]) && (parts[2] == "" || SafeLink(parts[2])) {
		return "\x1b]8;;" + parts[2] + "\x1b\\", n
	}
	return "", n
}

// ends is the length of a control string with its terminator. A string
// without one runs to the end of the line: the text after it is not lost.
func ends(s string) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\x07':
			return i + 1
		case s[i] == '\x1b' && i+1 < len(s) && s[i+1] == '\\':
			return i + 2
		case s[i] == '\n' || s[i] == '\x1b':
			return i
		}
	}
	return len(s)
}

// SafeLink says of an address that it leads to a web page or opens a mail.
func SafeLink(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return u.Opaque != ""
	}
	return false
}
