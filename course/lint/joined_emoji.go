package lint

import (
	"strings"

	"hearten/course/source"
)

// joinedEmoji catches emoji made of several, which terminals draw in
// different widths, so that lines no longer end where they should.
func joinedEmoji() Rule {
	return Rule{"joined-emoji", "No emoji is joined out of several.", func(m Module) []source.Problem {
		return spans(m, joined, "joined-emoji", "this emoji is joined out of several, and terminals disagree about its width", "use a plain emoji, or a word")
	}}
}

// joined finds pictures held together by U+200D, which belongs in the words
// of some scripts.
func joined(text string) []source.Span {
	const joiner, dress = '\u200d', '\ufe0f'
	if !strings.ContainsRune(text, joiner) {
		return nil
	}
	var all []source.Span
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		end := i
		for picture(runes[end]) {
			next := end + 1
			for next < len(runes) && (runes[next] == dress || runes[next] >= 0x1f3fb && runes[next] <= 0x1f3ff) {
				next++
			}
			if next+1 >= len(runes) || runes[next] != joiner {
				end = next
				break
			}
			end = next + 1
		}
		if strings.ContainsRune(string(runes[i:end]), joiner) {
			all = append(all, source.Span{Offset: i, Width: end - i})
		}
		i = max(i, end-1)
	}
	return all
}

func picture(r rune) bool { return r >= 0x2190 && r <= 0x2bff || r >= 0x1f000 }
