package gift

import (
	"strings"

	"hearten/course/foreign"
)

// gift reads a GIFT file: questions with blank lines between them.
func (b *bank) gift(text string) {
	var lines []string
	start := 0
	for i, line := range strings.Split(text+"\n\n", "\n") {
		switch {
		case strings.TrimSpace(line) != "":
			if len(lines) == 0 {
				start = i + 1
			}
			lines = append(lines, line)
		case len(lines) > 0:
			b.lines(lines, start)
			lines = nil
		}
	}
}

// lines reads the lines of one question. Comments among them become comments
// of the quiz.
func (b *bank) lines(lines []string, start int) {
	var text []string
	first := 0
	for i, line := range lines {
		bare := strings.TrimSpace(line)
		category, isCategory := strings.CutPrefix(bare, "$CATEGORY:")
		comment, isComment := strings.CutPrefix(bare, "//")
		switch {
		case isComment:
			b.notes = append(b.notes, strings.TrimSpace(comment))
		case isCategory && len(text) == 0:
			b.r.Add(start+i, "the category "+foreign.Quote(category), "a quiz has none; it was kept as a comment")
			b.notes = append(b.notes, "Category: "+strings.TrimSpace(category))
			continue
		}
		switch {
		case isComment && len(text) > 0:
			text = append(text, "")
		case isComment:
		case len(text) == 0:
			first = start + i
			text = append(text, bare)
		default:
			text = append(text, line) // with its indent, which Markdown reads
		}
	}
	if len(text) > 0 {
		b.question(strings.Join(text, "\n"), first)
	}
}

// The signs that a backslash makes plain. While a question is read, signs that
// no course may hold stand for them.
func hide(text string) string {
	return strings.NewReplacer(`\\`, "\x10", `\:`, "\x11", `\#`, "\x12", `\=`, "\x13", `\{`, "\x14", `\}`, "\x15", `\~`, "\x16", `\n`, "\x17").Replace(text)
}

// show gives hidden signs back; a line break as it is asked for.
func show(text, lineBreak string) string {
	return strings.NewReplacer("\x10", `\`, "\x11", ":", "\x12", "#", "\x13", "=", "\x14", "{", "\x15", "}", "\x16", "~", "\x17", lineBreak).Replace(text)
}

// question reads one question: its title, its text, and its answers in braces.
func (b *bank) question(raw string, line int) {
	text := hide(raw)
	q := question{line: line}
	if rest, ok := strings.CutPrefix(text, "::"); ok {
		if title, after, ok := strings.Cut(rest, "::"); ok {
			q.title, text = foreign.OneLine(show(title, " ")), strings.TrimSpace(after)
		}
	}
	open := strings.IndexByte(text, '{')
	end := strings.IndexByte(text, '}')
	switch {
	case open < 0 && end < 0:
		b.leave(line, "the description "+foreign.Quote(orElse(q.title, show(text, " "))), raw, "a quiz only asks; a lesson is the place for it")
		return
	case open < 0 || end < open:
		b.leave(line, "the question "+foreign.Quote(orElse(q.title, show(text, " "))), raw, "one of the braces around its answers is missing; write \\{ or \\} for a brace that is only text")
		return
	}
	answers := strings.TrimSpace(text[open+1 : end])
	before, after := text[:open], text[end+1:]
	if strings.TrimSpace(after) != "" {
		before += "_____"
	}
	q.text = strings.TrimSpace(before + after)
	if i := strings.LastIndex(answers, "####"); i >= 0 {
		answers, q.general = strings.TrimSpace(answers[:i]), strings.TrimSpace(answers[i+4:])
	}
	b.asked(q, answers, raw)
}

// asked converts a question's text and reads its answers by their kind.
func (b *bank) asked(q question, answers, raw string) {
	c := b.converter(&q)
	q.ask = c.text(q.text)
	if c.format = formatOf(q.text, c.format); q.ask == "" {
		b.r.Add(q.line, strings.TrimSpace("the text of the question "+q.title), "there is none: write what it asks")
		q.ask = orElse(markdownOf(q.title), notWritten)
	}
	q.general = c.text(q.general)
	why := ""
	switch {
	case answers == "":
		why = c.essay(&q)
	case answers[0] == '#':
		why = c.number(&q, answers[1:])
	case strings.Contains(answers, "~"):
		why = c.choice(&q, answers)
	case strings.Contains(answers, "=") && strings.Contains(answers, "->"):
		why = c.match(&q, answers)
	case truth(answers) != "":
		why = c.trueFalse(&q, answers)
	default:
		why = c.short(&q, answers)
	}
	if why != "" {
		b.leave(q.line, "the question "+foreign.Quote(orElse(q.title, bare(q.ask))), raw, why)
		return
	}
	if q.title != "" {
		b.notes = append(b.notes, q.title)
	}
	b.add(q)
}
