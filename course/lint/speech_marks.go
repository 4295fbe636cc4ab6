package lint

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"hearten/course/source"
)

// speechMarks catches what is said in a scenario without the marks that the
// rest has, because YAML took them for its own.
func speechMarks() Rule {
	return Rule{"speech-marks", "What is said in a scenario has speech marks throughout, or nowhere.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, c := range m.Contents {
			marked, bare := says(c.Written().Get("scenes"))
			if marked == "" {
				continue
			}
			for i, say := range bare {
				if i == mostPerText {
					break
				}
				ps = append(ps, say.Problem(source.Warning, 0, 0, "speech-marks",
					"YAML takes these quotes away, so learners see no speech marks here, and they see some in other choices",
					fmt.Sprintf("put single quotes around the whole: %s; if nobody speaks here, put single quotes in place of these", source.Quoted(speech(say.Text().Value, marked)))))
			}
		}
		return ps
	}}
}

// says are the first mark that a choice of a story is said with, and the
// choices that stand between double quotes in YAML and have none.
func says(scenes source.Node) (mark string, bare []source.Node) {
	for _, id := range scenes.Names() {
		for _, c := range scenes.Value(id.Value).Get("choices").Items() {
			say := c.Get("say")
			text := say.Text().Value
			switch first, _ := utf8.DecodeRuneInString(text); {
			case strings.ContainsRune("\"“«„‘'", first):
				mark = cmp.Or(mark, string(first))
			case say.Quotes() == source.DoubleQuotes && !strings.ContainsAny(text, "\"“«„"):
				bare = append(bare, say)
			}
		}
	}
	return mark, bare
}

// speech is a text between marks as the rest has them; a long one is left out.
func speech(text, mark string) string {
	const longest = 100
	if utf8.RuneCountInString(text) > longest || strings.Contains(text, "\n") {
		text = "…"
	}
	closing := map[string]string{"“": "”", "«": "»", "„": "“", "‘": "’"}[mark]
	return mark + text + cmp.Or(closing, mark)
}
