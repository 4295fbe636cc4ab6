package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearten/quiz"
)

// setTyped sets a field to answer in, and what comes of it.
func (a *asking) setTyped(s *sheet, height int) {
	a.setField(s, height)
	a.does = append(a.does, doing{"answer", asking.answer})
	s.gap()
	switch {
	case a.asked.Open():
		s.note("Write your answer first. Then you see a model answer, and weigh yours yourself.")
		a.item(s, "", "See a model answer", "see it", asking.answer)
	default:
		a.item(s, "", "Answer", "answer", asking.answer)
	}
}

func (a *asking) setField(s *sheet, height int) {
	a.field = a.field.sized(s.measure()-2, max(1, min(12, height-2)))
	prompt := s.dim.Render(s.prompt)
	if a.pane.focus == 0 {
		prompt = s.accent.Render(s.prompt)
	}
	x, y := a.field.cursor()
	at := item{line: len(s.lines), x: s.margin + 2 + x, dy: y}
	for i, line := range a.field.lines() {
		if i == 0 {
			s.add(0, prompt+" "+line)
			continue
		}
		s.add(2, line)
	}
	at.height = len(s.lines) - at.line
	s.items = append(s.items, at)
	if a.field.full() {
		s.hang(2, s.mixed.Render("!")+" ", "This field is full: it holds 10,000 characters. What comes after is not taken.")
	}
}

// setWeighing sets the learner's text beside a model answer, and asks them
// what they make of it.
func (a *asking) setWeighing(s *sheet) {
	s.add(0, s.strong.Render("Your answer"))
	for line := range strings.SplitSeq(strings.TrimSpace(clean(a.field.text())), "\n") {
		s.hang(2, "", line)
	}
	s.gap()
	s.add(0, s.strong.Render("A model answer"))
	s.add(2, s.look.remark(a.asked.Model, s.measure()-2)...)
	s.gap()
	s.add(0, s.strong.Render("How close were you?"))
	for _, w := range [...]struct{ lead, words, weighed string }{
		{"1  ", "Not yet", quiz.NotYet}, {"2  ", "Partly", quiz.Partly}, {"3  ", "Got it", quiz.GotIt},
	} {
		text := w.words
		if more := a.weight[w.weighed]; more != "" {
			text = pad(text, 10) + s.dim.Render(more)
		}
		a.item(s, w.lead, text, "choose", func(a asking, o owner) (screen, tea.Msg) { return a.goOn(o, w.weighed) })
	}
}

// inOneLine is text that is typed, without line ends.
func inOneLine(msg tea.Msg) tea.Msg {
	if paste, ok := msg.(tea.PasteMsg); ok {
		return tea.PasteMsg{Content: strings.Join(strings.Fields(paste.Content), " ")}
	}
	return msg
}
