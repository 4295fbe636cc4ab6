package graph

import (
	"regexp"
	"strings"
	"unicode"
)

// plain is an author's words on one line: without Markdown's stars, and
// without a character that is not seen.
func plain(s string) string {
	s = emphasis.ReplaceAllString(visible(s), "$1")
	return strings.Join(strings.Fields(s), " ")
}

var emphasis = regexp.MustCompile(`\*{1,3}([^*\s](?:[^*]*[^*\s])?)\*{1,3}`)

// visible drops what steers or hides; line ends and tabs become blanks.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case r == '\u200c' || r == '\u200d': // some scripts need the joiners
			return r
		case !unicode.IsGraphic(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// shorten cuts a text to so many characters, at a word if it can.
func shorten(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := strings.TrimRight(string(r[:most-1]), " ")
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.–—-") + "…"
}

// em is how wide a character of the page's typeface is taken to be, as a part
// of the size it is set in. It is rather too much than too little.
func em(r rune) float64 {
	switch {
	case unicode.Is(unicode.Mn, r) || r == '\u200c' || r == '\u200d':
		return 0
	case strings.ContainsRune("iljtfrI.,:;'’|!()[]- ", r):
		return 0.4
	case strings.ContainsRune("mwMW@%—…", r):
		return 1
	case r >= 0x1100:
		return 1.1
	case unicode.IsUpper(r):
		return 0.74
	case r < 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r):
		return 0.84
	}
	return 0.6
}

func width(s string, size float64) float64 {
	sum := 0.0
	for _, r := range s {
		sum += em(r)
	}
	return sum * size
}

// fit cuts a text to a width, at a word if it can.
func fit(s string, size, room float64) string {
	if width(s, size) <= room {
		return s
	}
	room -= width("…", size)
	sum, cut, blank := 0.0, len(s), 0
	for i, r := range s {
		if sum += em(r) * size; sum > room {
			cut = i
			break
		}
		if r == ' ' {
			blank = i
		}
	}
	if blank > cut*2/3 {
		cut = blank
	}
	return strings.TrimRight(s[:cut], " ,;:.–—-") + "…"
}

// wrap breaks a text into at most so many lines of a width.
func wrap(s string, size, room float64, most int) []string {
	var lines []string
	line := ""
	words := strings.Fields(s)
	for i, word := range words {
		longer := strings.TrimLeft(line+" "+word, " ")
		if width(longer, size) <= room || line == "" {
			line = longer
			continue
		}
		if len(lines) == most-1 {
			return append(lines, fit(line+" "+strings.Join(words[i:], " "), size, room))
		}
		lines = append(lines, fit(line, size, room))
		line = word
	}
	if line == "" {
		return lines
	}
	return append(lines, fit(line, size, room))
}
