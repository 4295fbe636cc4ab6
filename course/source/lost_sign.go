package source

import "strings"

// mayLose says whether a text has any of the signs, in a small part of the time
// that looking for them in Markdown takes.
func mayLose(text string) bool {
	for _, sign := range []string{"\t", "|", "·", "•", "▪", "◦", "‣"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	for at := 0; ; at++ { // a star within a word
		i := strings.IndexByte(text[at:], '*')
		if i < 0 {
			break
		}
		if at += i; at > 0 && at+1 < len(text) && wordy(text[at-1]) && wordy(text[at+1]) {
			return true
		}
	}
	if strings.HasPrefix(text, "    ") || strings.Contains(text, "\n\n    ") {
		return true
	}
	for line := range strings.Lines(text) {
		if line = strings.TrimLeft(line, " >"); line != "" && startsAsList(line) {
			return true
		}
	}
	return false
}

// wordy is a byte that letters and digits are made of.
func wordy(b byte) bool {
	return b >= 0x80 || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// startsAsList says of a line that it may be a heading, a number of a list, a
// bullet or a line of hyphens.
func startsAsList(line string) bool {
	switch rest := strings.TrimLeft(line, "0123456789"); {
	case line[0] == '#', strings.HasPrefix(line, "–"):
		return true
	case line[0] == '-':
		return strings.TrimSpace(strings.TrimLeft(line, "-")) == ""
	case len(rest) < len(line):
		return strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")
	}
	return false
}
