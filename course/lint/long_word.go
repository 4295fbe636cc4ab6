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

// longerThan are the words of more than so many bytes. Such a word has no gap
// in any row of so many, so that most of a text need not be looked at.
func longerThan(text string, bytes int) []part {
	var all []part
	for begin := 0; begin+bytes < len(text); {
		end := begin + bytes
		for end >= begin && !gap(text[end]) {
			end--
		}
		if end >= begin {
			begin = end + 1
			continue
		}
		for end = begin + bytes; end < len(text) && !gap(text[end]); {
			end++
		}
		all = append(all, part{begin, text[begin:end]})
		begin = end + 1
	}
	return all
}

func gap(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }
