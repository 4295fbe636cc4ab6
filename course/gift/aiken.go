package gift

import (
	"strings"

	"hearten/course/foreign"
)

// aiken reads an Aiken file: a question, its answers with letters, and the
// letter of the right one.
func (b *bank) aiken(text string) {
	a := aikenQuestion{}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if a.line == 0 {
			a.line = i + 1
		}
		a.raw = append(a.raw, line)
		letter, isAnswer := strings.CutPrefix(line, "ANSWER:")
		m := aikenOption.FindStringSubmatch(line)
		switch {
		case isAnswer:
			b.answered(a, strings.TrimSpace(letter))
			a = aikenQuestion{}
		case m != nil:
			a.letters, a.answers = append(a.letters, m[1]), append(a.answers, m[2])
		case len(a.answers) > 0:
			last := len(a.answers) - 1
			a.answers[last] += " " + line
		default:
			a.ask = append(a.ask, line)
		}
	}
	if a.line > 0 {
		b.leave(a.line, "the question "+foreign.Quote(strings.Join(a.raw, " ")), strings.Join(a.raw, "\n"), "no line ANSWER: says which answer is right")
	}
}

type aikenQuestion struct {
	line             int
	raw, ask         []string
	letters, answers []string
}

// answered makes a question of what stands before its line ANSWER.
func (b *bank) answered(a aikenQuestion, letter string) {
	q := question{line: a.line, kind: "choice", ask: markdownOf(strings.Join(a.ask, " "))}
	c := b.converter(&q)
	c.format = plain
	found := false
	var all []answer
	for i, text := range a.answers {
		one := answer{text: strings.ReplaceAll(text, `\`, "\x10")}
		if a.letters[i] == strings.ToUpper(letter) && !found {
			found, one.weight = true, 100
		}
		all = append(all, one)
	}
	c.options(&q, all, true)
	unable := ""
	switch {
	case len(a.ask) == 0:
		unable = "no question stands before its answers"
	case len(q.options) < 2:
		unable = "it has fewer than two answers to choose between"
	case !found:
		unable = "its line ANSWER: names none of its answers"
	}
	if unable != "" {
		b.leave(a.line, "the question "+foreign.Quote(strings.Join(a.raw, " ")), strings.Join(a.raw, "\n"), unable)
		return
	}
	c.whys(&q)
	b.add(q)
}
