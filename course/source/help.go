package source

import (
	"io/fs"
	"regexp"
	"strings"
)

// comment is what an author tells whoever edits the file, and nobody else.
var comment = regexp.MustCompile(`(?s)<!--.*?(?:-->|$)`)

// help reads the page that says whom a learner can turn to: as learners read
// it, and with each word in the place where it was written. It warns
// where the page was begun and never written: a learner in need would be sent
// to a blank. A course without the file needs none.
func help(fsys fs.FS) (page string, written Node, problems []Problem) {
	if _, err := fs.Stat(fsys, helpFile); err != nil {
		return "", Node{}, nil
	}
	f, problems := load(fsys, helpFile)
	if f == nil {
		return "", Node{}, problems
	}
	if len(f.text) > maxProse {
		return "", Node{}, []Problem{whole(helpFile, "too-large", proseTooLarge, "keep to whom a learner can turn to, and how")}
	}
	text := f.prose(uncommented(f.text))
	if p, bad := text.harmful(); bad {
		return "", Node{}, []Problem{p}
	}
	page = strings.TrimSpace(comment.ReplaceAllString(f.text, ""))
	for line := range strings.Lines(page) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return page, Node{text}, nil
		}
	}
	return "", Node{}, []Problem{{Warning, Pos{File: helpFile}, 0, "help-empty", "there is nothing to read in help.md", "write whom a learner can turn to, or take the file away", ""}}
}

const helpFile = "help.md"

// uncommented is a text without comments in which nothing has another line and
// column: blanks stand for a comment that more follows on its line.
func uncommented(text string) string {
	var b strings.Builder
	at := 0
	for _, m := range comment.FindAllStringIndex(text, -1) {
		b.WriteString(text[at:m[0]])
		at = m[1]
		lines := strings.Split(text[m[0]:at], "\n")
		b.WriteString(strings.Repeat("\n", len(lines)-1))
		if at < len(text) && text[at] != '\n' {
			b.WriteString(strings.Repeat(" ", runes(lines[len(lines)-1])))
		}
	}
	return b.String() + text[at:]
}
