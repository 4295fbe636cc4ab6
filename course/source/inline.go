package source

import "strings"

// What the texts of a course are, wherever they are shown:
//
//   - titles, labels and what stands on a tension map are words. They are no Markdown.
//   - options, items, pairs, what is said, because, inside, coach, hints, the
//     why of an option, summaries and objectives are inline Markdown, on one
//     line: a sign at the start is a sign (Inline, Setting.Line).
//   - questions, prompts, models, whys of a question and meanings are that
//     too where they are one line, and blocks where they are more (Remark).
//   - lessons, scenes, endings, abouts and what an expert says are blocks
//     (Blocks, Setting.Set).

// lead keeps a text that begins like a list or a heading from becoming one.
const lead = "x "

// Inline is the words of an inline text, on one line and safe to print.
func Inline(markdown string) string { return inlined(markdown).Plain }

// Remark is Blocks for a text that is inline if it is one line.
func Remark(markdown string) []Block {
	if text := strings.TrimSpace(markdown); text != "" && !strings.Contains(text, "\n") {
		return []Block{inlined(text)}
	}
	return Blocks(markdown)
}

func inlined(markdown string) Block {
	b := Block{Kind: Paragraph, Text: oneSpace(markdown)}
	for _, led := range Blocks(lead + b.Text) {
		b.Plain = oneSpace(strings.TrimPrefix(led.Plain+" ", lead))
	}
	return b
}

// Line is Set for an inline text.
func (s Setting) Line(markdown string) string {
	line := oneSpace(markdown)
	if line == "" {
		return ""
	}
	return "<p>" + strings.TrimPrefix(s.Set(lead+line), "<p>"+lead)
}

// Remark is Set for a text that is inline if it is one line.
func (s Setting) Remark(markdown string) string {
	if strings.Contains(strings.TrimSpace(markdown), "\n") {
		return s.Set(markdown)
	}
	return s.Line(markdown)
}
