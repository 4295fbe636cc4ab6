package lint

import (
	"strings"
	"unicode/utf8"

	"hearten/course"
	"hearten/course/source"
)

// lostMark catches what was typed as in a word processor, and is not shown so.
func lostMark() Rule {
	return Rule{"lost-mark", "Bullets, tables, headings, links, stars and numbers show as they were meant.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, t := range m.Texts {
			for i, l := range source.LostMarks(t.Value) {
				if i == mostPerText {
					break
				}
				ps = append(ps, t.node.Problem(source.Warning, l.Offset, l.Width, "lost-mark", l.Cause, l.Fix))
			}
		}
		return append(ps, titleTwice(m)...)
	}}
}

// titleTwice warns of a lesson that begins with its own title: learners read
// that above it already.
func titleTwice(m Module) []source.Problem {
	var ps []source.Problem
	for _, c := range m.Contents {
		text := c.Written().Get("text")
		line, _, _ := strings.Cut(text.Text().Value, "\n")
		if words, is := strings.CutPrefix(line, "# "); is && c.Activity.Kind == course.KindLesson && strings.EqualFold(strings.TrimSpace(words), c.Activity.Title) {
			ps = append(ps, text.Problem(source.Warning, 0, utf8.RuneCountInString(line), "lost-mark", "the title stands above each lesson already, so learners read it twice", "take this line out"))
		}
	}
	return ps
}
