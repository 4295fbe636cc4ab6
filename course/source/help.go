package source

import (
	"io/fs"
	"regexp"
	"strings"
)

// comment is what an author tells whoever edits the file, and nobody else.
var comment = regexp.MustCompile(`(?s)<!--.*?(?:-->|$)`)

// help reads the page that says whom a learner can turn to, without comments,
// and warns where it was begun and never written: a learner in need would be
// sent to a blank. A course without the file needs none.
func help(fsys fs.FS) (page string, problems []Problem) {
	if _, err := fs.Stat(fsys, "help.md"); err != nil {
		if name := misnamed(fsys, ".", "help.md"); name != "" {
			return "", []Problem{{Warning, Pos{File: name}, 0, "help-name", "learners do not see this page: what they reach by the key w is help.md", "rename it help.md", ""}}
		}
		return "", nil
	}
	f, problems := load(fsys, "help.md")
	if f == nil {
		return "", problems
	}
	if len(f.text) > maxProse {
		return "", []Problem{whole("help.md", "too-large", proseTooLarge, "keep to whom a learner can turn to, and how")}
	}
	page = strings.TrimSpace(comment.ReplaceAllString(f.text, ""))
	for line := range strings.Lines(page) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return page, nil
		}
	}
	return "", []Problem{{Warning, Pos{File: "help.md"}, 0, "help-empty", "there is nothing to read in help.md", "write whom a learner can turn to, or take the file away", ""}}
}
