package scaffold

import (
	"regexp"
	"strings"
)

// Add puts an item at the end of a list at the top of a YAML file, and leaves
// every other line as it is, comments and line ends included. It says false
// where the list is written in a way that it does not know.
func Add(text, list string, item []string) (string, bool) {
	end := "\n"
	if strings.Contains(text, "\r\n") {
		end = "\r\n"
	}
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(text, "\r\n", "\n"), "\n"), "\n")
	at := listLine(lines, list)
	if at < 0 {
		return text, false
	}
	if short, ok := addShort(lines[at], item); ok {
		lines[at] = short
		return strings.Join(lines, end) + end, true
	}
	if !opensList(lines[at], list) {
		return text, false
	}
	last, indent := lastItem(lines, at)
	var added []string
	if len(item) > 1 && last > at {
		added = append(added, gap(lines[at:last+1], indent)...)
	}
	for _, line := range item {
		added = append(added, indent+line)
	}
	lines = append(lines[:last+1:last+1], append(added, lines[last+1:]...)...)
	return strings.Join(lines, end) + end, true
}

// gap is the blank line between items, where their author leaves one.
func gap(lines []string, indent string) []string {
	for i, line := range lines[1:] {
		if strings.HasPrefix(line, indent+"- ") && strings.TrimSpace(lines[i]) == "" {
			return []string{""}
		}
	}
	return nil
}

// listLine is the one line that begins with the list's name; -1 where there is
// none, or more than one.
func listLine(lines []string, list string) int {
	at := -1
	for i, line := range lines {
		if strings.HasPrefix(line, list+":") {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

func opensList(line, list string) bool {
	rest := strings.TrimSpace(strings.TrimPrefix(line, list+":"))
	return rest == "" || strings.HasPrefix(rest, "#")
}

// brackets is a list on one line, of words without signs, perhaps with a
// comment behind it.
var brackets = regexp.MustCompile(`^([a-z]+: *\[)([^][{}"'#]*)(\] *(?:#.*)?)$`)

func addShort(line string, item []string) (string, bool) {
	m := brackets.FindStringSubmatch(line)
	if m == nil || len(item) != 1 {
		return line, false
	}
	word, held := strings.TrimPrefix(item[0], "- "), strings.TrimRight(m[2], " ,")
	if strings.TrimSpace(held) != "" {
		word = ", " + word
	}
	return m[1] + held + word + m[3], true
}

// lastItem is the last line of the list that begins after a line, and how far
// its items are indented.
func lastItem(lines []string, at int) (last int, indent string) {
	last, indent = at, "  "
	begun := false
	for i := at + 1; i < len(lines); i++ {
		words := strings.TrimLeft(lines[i], " ")
		depth := len(lines[i]) - len(words)
		dash := words == "-" || strings.HasPrefix(words, "- ")
		switch {
		case strings.TrimSpace(words) == "":
			continue
		case dash && !begun:
			begun, indent = true, lines[i][:depth]
		case dash && depth >= len(indent), begun && depth > len(indent):
		case strings.HasPrefix(words, "#"): // a comment between items, or after them
			continue
		default:
			return last, indent
		}
		last = i
	}
	return last, indent
}
