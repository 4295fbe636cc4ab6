package lint

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearten/course/source"
)

// longWord catches a word that a narrow window has to break in the middle.
func longWord() Rule {
	return Rule{"long-word", "No word is wider than a window of 40 columns.", func(m Module) []source.Problem {
		const most = 36
		var ps []source.Problem
		for _, t := range m.Texts {
			found := 0
			for _, w := range longerThan(t.Value, most) {
				if found == mostPerText {
					break
				}
				word := strings.Trim(w.text, "*_`[]")
				if strings.Contains(word, "://") || strings.Contains(word, "](") || strings.Contains(word, "@") || strings.HasPrefix(word, "|") || strings.Trim(word, "-=|:") == "" {
					continue
				}
				if width := ansi.StringWidth(word); width > most {
					found++
					ps = append(ps, t.warning(w.at, w.at+len(w.text), "long-word",
						fmt.Sprintf("this word is %d columns wide, and a narrow window has %d", width, most), "part it with a hyphen or a space"))
				}
			}
		}
		return ps
	}}
}

// longerThan are the words of more than so many bytes.
func longerThan(text string, bytes int) []part {
	var all []part
	begin := -1
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != ' ' && text[i] != '\n' && text[i] != '\t' {
			if begin < 0 {
				begin = i
			}
			continue
		}
		if begin >= 0 && i-begin > bytes {
			all = append(all, part{begin, text[begin:i]})
		}
		begin = -1
	}
	return all
}
