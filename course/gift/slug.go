package gift

import (
	"fmt"
	"strings"
)

// maxID is the longest id the format takes, less room for a number behind it.
const maxID = 56

// ids gives out names, each once. It holds the last number behind each.
type ids map[string]int

// take is an id made from a text. The fallback stands in for a text without
// Latin letters or digits.
func (taken ids) take(text, fallback string) string {
	base := slug(text)
	if base == "" {
		base = fallback
	}
	id := base
	for taken[id] > 0 {
		taken[base]++
		id = fmt.Sprintf("%s-%d", base, taken[base])
	}
	taken[id] = 1
	return id
}

// slug is a text in small letters, digits and single hyphens.
func slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(text) {
		plain := plainLetters(r)
		switch {
		case r == '\'' || r == '’':
		case plain == "":
			gap = b.Len() > 0
		case b.Len() >= maxID:
			return whole(b.String())
		default:
			if gap {
				b.WriteByte('-')
			}
			gap = false
			b.WriteString(plain)
		}
	}
	return b.String()
}

// whole is an id without its last word, of which a part is missing.
func whole(id string) string {
	if i := strings.LastIndexByte(id, '-'); i > 0 {
		return id[:i]
	}
	return id
}

// plainLetters is a letter or digit without its accents; empty for a sign.
func plainLetters(r rune) string {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return string(r)
	}
	for _, row := range []struct{ accented, plain string }{
		{"àáâãåāăą", "a"}, {"äæ", "ae"}, {"çćĉċč", "c"}, {"ďđð", "d"}, {"èéêëēĕėęě", "e"},
		{"ĝğġģ", "g"}, {"ìíîïĩīĭįı", "i"}, {"ķ", "k"}, {"ĺļľł", "l"}, {"ñńņň", "n"},
		{"òóôõøōŏő", "o"}, {"öœ", "oe"}, {"ŕŗř", "r"}, {"śŝşšș", "s"}, {"ß", "ss"}, {"ţťț", "t"},
		{"ùúûũūŭůűų", "u"}, {"ü", "ue"}, {"ýÿ", "y"}, {"źżž", "z"}, {"þ", "th"},
	} {
		if strings.ContainsRune(row.accented, r) {
			return row.plain
		}
	}
	return ""
}
