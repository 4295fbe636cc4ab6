package source

import (
	"fmt"
	"strings"
)

// slugLength is the longest id the format takes, less room for a number behind it.
const slugLength = 56

// IDs gives out ids, each once. It holds the last number behind each.
type IDs map[string]int

// Take is an id made from a text. The fallback stands in for a text without
// Latin letters or digits.
func (taken IDs) Take(text, fallback string) string {
	base := Slug(text)
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

// Slug is a text in small letters, digits and single hyphens.
func Slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(text) {
		plain := plainLetters(r)
		switch {
		case r == '\'' || r == '’':
		case plain == "":
			gap = b.Len() > 0
		case b.Len() >= slugLength:
			return wholeWords(b.String())
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

// wholeWords is an id without its last word, of which a part is missing.
func wholeWords(id string) string {
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
