package twee

import (
	"encoding/json"
	"regexp"
	"strings"

	"hearten/course/foreign"
)

// passage is a part of a story as its file has it.
type passage struct {
	name string
	tags []string
	meta string // JSON
	line int    // of the header
	text string
}

// passages splits a file into its passages. Trailing spaces of lines are
// dropped, as are blank lines at the end of a passage.
func passages(text string, r *foreign.Report) []passage {
	var all []passage
	var body []string
	flush := func() {
		if len(all) > 0 {
			all[len(all)-1].text = strings.TrimRight(strings.Join(body, "\n"), "\n")
		}
		body = nil
	}
	for i, line := range strings.Split(text, "\n") {
		header, is := strings.CutPrefix(line, "::")
		switch {
		case is:
			flush()
			all = append(all, readHeader(header, i+1, r))
		case len(all) == 0 && strings.TrimSpace(line) != "":
			r.Add(i+1, "the text "+foreign.Quote(line), "it stands before the first passage, and belongs to none")
		default:
			body = append(body, strings.TrimRight(line, " \t"))
		}
	}
	flush()
	return all
}

// readHeader reads what follows the two colons: a name, tags in brackets and
// metadata in braces. A backslash makes the character after it a plain one.
func readHeader(header string, line int, r *foreign.Report) passage {
	p := passage{line: line}
	name, rest := until(header, "[{")
	p.name = placed(name)
	if strings.HasPrefix(rest, "[") {
		tags, after := until(rest[1:], "]")
		if after == "" {
			r.Add(line, "the end of the header of "+foreign.Quote(p.name), "its tags are not closed with a ]")
		}
		p.tags, rest = strings.Fields(tags), strings.TrimSpace(strings.TrimPrefix(after, "]"))
	}
	switch {
	case strings.HasPrefix(rest, "{"):
		p.meta = rest
	case rest != "":
		r.Add(line, "the text "+foreign.Quote(rest)+" in the header of "+foreign.Quote(p.name), "after the tags only metadata in braces may stand")
	}
	if p.meta != "" && !json.Valid([]byte(p.meta)) {
		r.Add(line, "the metadata of "+foreign.Quote(p.name), "they are no JSON that can be read")
	}
	if p.name == "" {
		p.name = "Untitled Passage"
		r.Add(line, "the name of a passage", "it has none; it was called as Twine calls such a one, “Untitled Passage”")
	}
	return p
}

// until is a text up to the first of some signs, with its backslashes
// resolved, and the rest.
func until(s, signs string) (before, rest string) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		case strings.IndexByte(signs, s[i]) >= 0:
			return b.String(), s[i:]
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), ""
}

// coordinates are what Twee 2 writes behind a name.
var coordinates = regexp.MustCompile(`\s*<\d+,\s*\d+>$`)

func placed(name string) string {
	return strings.TrimSpace(coordinates.ReplaceAllString(strings.TrimSpace(name), ""))
}
