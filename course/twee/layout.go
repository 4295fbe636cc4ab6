package twee

import (
	"regexp"
	"strings"

	"hearten/course/foreign"
)

// lineKind is what a line of a converted text is.
type lineKind uint8

const (
	blank lineKind = iota
	sentence
	item
	quoted
	heading // or a rule
	coded
)

// layOut makes Markdown of the lines of a converted text: links that stand
// alone go, since they are choices, and what was a line stays one.
func layOut(marked string, f format) string {
	if f.markdown() {
		return asItIs(marked)
	}
	var out []string
	last := blank
	for _, line := range strings.Split(strings.ReplaceAll(marked, lineBreak, "\n"), "\n") {
		k := kindOf(line)
		switch {
		case onlyLinks(line), k == blank && last == blank:
			continue
		case k == sentence && last == sentence:
			out[len(out)-1] += `\`
		case last != blank && k != blank && (k != last || k == heading):
			out = append(out, "")
		}
		if k == sentence {
			line = harmless(foreign.OneLine(line))
		}
		out = append(out, line)
		last = k
	}
	return strings.TrimSpace(unmark(strings.Join(out, "\n")))
}

// A line break breaks nothing at the beginning and end of a paragraph.
var (
	brokenOn  = regexp.MustCompile(`(^|\n[ \t]*\n)(?:[ \t]*` + lineBreak + `\n?)+`)
	brokenOff = regexp.MustCompile(`[ \t]*` + lineBreak + `+(?:[ \t]*\n[ \t]*\n|\s*$)`)
	broken    = regexp.MustCompile(`[ \t]*` + lineBreak + `\n?`)
)

// asItIs lays out a text that was Markdown before.
func asItIs(marked string) string {
	var out []string
	gone := false // a line, just now
	marked = brokenOff.ReplaceAllString(brokenOn.ReplaceAllString(marked, "$1"), "\n\n")
	for _, line := range strings.Split(broken.ReplaceAllString(marked, "\\\n"), "\n") {
		switch {
		case onlyLinks(line):
			gone = true
			continue
		case gone && line == "" && len(out) > 0 && out[len(out)-1] == "":
		default:
			out = append(out, line)
		}
		gone = false
	}
	return strings.TrimSpace(unmark(strings.Join(out, "\n")))
}

func kindOf(line string) lineKind {
	text, marked := strings.CutPrefix(line, block)
	text = strings.TrimSpace(text)
	switch {
	case strings.HasPrefix(line, codeLine):
		return coded
	case text == "":
		return blank
	case !marked:
		return sentence
	case strings.HasPrefix(text, "#"), text == "---":
		return heading
	case strings.HasPrefix(text, ">"):
		return quoted
	}
	return item
}

// onlyLinks says that nothing stands in a line but links and what parts them.
func onlyLinks(line string) bool {
	found := false
	for {
		before, rest, opened := strings.Cut(line, linkFrom)
		if strings.Trim(before, " \t*-+>|.·•,;:/\\()#!0123456789"+block+strong+stress) != "" {
			return false
		}
		if !opened {
			return found
		}
		found = true
		_, line, _ = strings.Cut(rest, linkTo)
	}
}

// unmark puts Markdown's signs where marks stand.
func unmark(s string) string {
	s = strings.NewReplacer(strong, "**", stress, "*", linkFrom, "", linkTo, "", block, "", codeLine, "", lineBreak, " ").Replace(s)
	return strings.ReplaceAll(s, "[@", `[\@`) // it would be taken for a source
}
