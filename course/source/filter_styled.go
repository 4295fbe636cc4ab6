package source

import (
	"net/url"
	"strconv"
	"strings"
)

// CleanStyled is Clean for rendered text: it lets pass the escapes that set
// colours and weights, and those that make a safe link. What hides a text or
// lets it blink is no colour.
func CleanStyled(s string) string {
	if safe(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for {
		before, rest, found := strings.Cut(s, "\x1b")
		b.WriteString(Clean(before))
		if !found {
			return b.String()
		}
		keep, n := escape(rest)
		if keep != "" {
			b.WriteByte('\x1b')
			b.WriteString(keep)
		}
		s = rest[n:]
	}
}

// escape reads what follows an ESC: what of it may pass behind one, and how
// many bytes it takes.
func escape(s string) (keep string, n int) {
	switch {
	case strings.HasPrefix(s, "["):
		n = 1
		for n < len(s) && (s[n] >= '0' && s[n] <= '9' || s[n] == ';') {
			n++
		}
		if n < len(s) && s[n] == 'm' && colours(s[1:n]) {
			return s[:n+1], n + 1
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

// colours says of the numbers of a style that they set weights and colours
// alone.
func colours(numbers string) bool {
	var list [16]int
	n := 0
	for one := range strings.SplitSeq(numbers, ";") {
		number, err := strconv.Atoi("0" + one)
		if err != nil || n == len(list) {
			return false
		}
		list[n] = number
		n++
	}
	for rest := list[:n]; len(rest) > 0; {
		takes := setting(rest)
		if takes == 0 || takes > len(rest) {
			return false
		}
		rest = rest[takes:]
	}
	return true
}

// setting is how many numbers the first of a list takes with it: 38 and 48 go
// before a colour of a palette or of three parts. It is 0 for what sets
// anything but a weight or a colour.
func setting(list []int) int {
	switch n := list[0]; {
	case n == 38 || n == 48:
		if len(list) > 1 {
			return map[int]int{5: 3, 2: 5}[list[1]]
		}
		return 0
	case n <= 4, n == 7, n == 9, n >= 21 && n <= 24, n == 27, n == 29, n >= 30 && n <= 49, n >= 90 && n <= 107:
		return 1
	}
	return 0
}

// link reads a hyperlink, from the bracket that opens it. It may pass where
// it closes a link or leads to a safe place.
func link(s string) (keep string, n int) {
	n = ends(s)
	body := strings.TrimSuffix(strings.TrimSuffix(s[:n], "\x07"), "\x1b\\")
	parts := strings.SplitN(body, ";", 3)
	if len(parts) == 3 && parts[1] == "" && safe(parts[2]) && (parts[2] == "" || SafeLink(parts[2])) {
		return "]8;;" + parts[2] + "\x1b\\", n
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
