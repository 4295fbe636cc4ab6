package lint

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"hearten/course"
	"hearten/course/source"
)

// hardReading catches a lesson that only a lawyer would finish. Its measure
// is LIX (Björnsson 1968), which needs no dictionary and works in many
// languages: words to a sentence, plus the percentage of words of more than
// six letters. Novels come to 30, newspapers to 45, statutes to 60.
func hardReading() Rule {
	return Rule{"hard-reading", "No lesson is as hard to read as a statute: its LIX is 60 at most.", func(m Module) []source.Problem {
		const most, fewest = 60, 100
		var ps []source.Problem
		for _, c := range m.Contents {
			if c.Activity.Kind != course.KindLesson {
				continue
			}
			text := c.Written().Get("text")
			words, lix := lix(source.Shown(text.Text().Value))
			if words >= fewest && lix > most {
				ps = append(ps, text.Problem(source.Warning, 0, 1, "hard-reading",
					fmt.Sprintf("this lesson is as hard to read as a statute: its LIX is %d, and newspapers have 45", lix), "part the long sentences, and look for shorter words"))
			}
		}
		return ps
	}}
}

func lix(text string) (words, measure int) {
	sentences, long := 0, 0
	for word := range strings.FieldsSeq(text) {
		if strings.HasPrefix(word, "[@") {
			continue
		}
		// Most words are short and begin with a letter: they are not looked at.
		if r, _ := utf8.DecodeRuneInString(word); len(word) > 6 || isMark(r) {
			letters := strings.TrimFunc(word, isMark)
			if letters == "" {
				continue
			}
			if utf8.RuneCountInString(letters) > 6 {
				long++
			}
		}
		words++
		if endsSentence(word[len(word)-1]) || len(word) > 1 && endsSentence(word[len(word)-2]) { // a quote may follow
			sentences++
		}
	}
	if words == 0 {
		return 0, 0
	}
	return words, words/max(1, sentences) + 100*long/words
}

func endsSentence(c byte) bool { return c == '.' || c == ':' || c == '!' || c == '?' }

// isMark says of a character that it stands beside words.
func isMark(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', '"', '\'', '(', ')', '[', ']', '*', '_', '“', '”', '‘', '’':
		return true
	}
	return false
}
