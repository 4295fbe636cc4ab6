package plain

import (
	"strings"

	"hearten/quiz"
)

// typed asks for a number or words, and of an open text for as many lines as
// it takes.
func (s *session) typed(a asking) ([]string, error) {
	if a.asked.Open() {
		return s.openText(a)
	}
	ask := "Your answer"
	if a.asked.Kind == quiz.KindNumber {
		ask = "Your answer, a number"
	}
	r, err := s.ask(prompt{ask: ask, words: true, keys: a.keys(), back: a.back})
	if err != nil || s.beside(a, r) {
		return nil, err
	}
	return []string{r.words}, nil
}

// openText asks for a text of several lines. It is kept once it is weighed.
func (s *session) openText(a asking) ([]string, error) {
	lines := s.openTextHead(a)
	for {
		typed, err := s.line()
		if err != nil {
			s.interrupted(err, lines)
			s.gap()
			return nil, err
		}
		switch strings.TrimRight(typed, " ") {
		case ".":
			if len(lines) == 0 {
				return []string{a.typed}, nil
			}
			return []string{strings.TrimSpace(strings.Join(lines, "\n"))}, nil
		case "q":
			return nil, errQuit
		case "b":
			return nil, errBack
		case "?":
			s.say("Type your text, line by line. A line with only a full stop ends it. A line with only b goes back " + a.back + ", and one with only q " + s.authors("quits"+a.fate()+".", endsIt))
			s.sayAsides()
			continue
		case "g", "w", "p":
			if s.aside(strings.TrimSpace(typed)) {
				continue
			}
		}
		if r := (reply{key: strings.TrimSpace(typed)}); len(lines) == 0 && a.isKey(r.key) {
			s.beside(a, r)
			continue
		}
		lines = append(lines, typed)
		if a.draft != nil {
			a.draft(strings.Join(lines, "\n"))
		}
	}
}

// openTextHead says how a text is typed and what stands there already, and
// returns the lines to go on with.
func (s *session) openTextHead(a asking) []string {
	s.tell("Write as many lines as you like, then a line with only a full stop. Then you hear a model answer and weigh yours yourself. A full stop at once keeps what you typed before.")
	lines := s.begun()
	if a.typed != "" && len(lines) == 0 {
		s.say("You have typed:")
		s.repeat(strings.Split(strings.TrimRight(a.typed, "\n"), "\n"))
	}
	s.say("Your text:")
	return lines
}

// fate says what becomes of a text that is left.
func (a asking) fate() string {
	if a.draft != nil {
		return "; your text is kept as a draft in both cases"
	}
	return "; your text is kept in neither case"
}

func (a asking) isKey(word string) bool {
	for _, k := range a.keys() {
		if k.letter == word {
			return true
		}
	}
	return false
}

// weighOpen gives the model answer and asks the learner what they make of
// their own beside it.
func (s *session) weighOpen(a asking, text string) (picked []string, err error) {
	s.gap()
	s.say("A model answer:")
	s.remark(a.asked.Model)
	s.gap()
	s.say("How close were you?")
	var items []item
	for _, w := range []string{quiz.NotYet, quiz.Partly, quiz.GotIt} {
		label := sentence(w)
		if a.weight != nil {
			label += " " + a.weight([]string{text, w})
		}
		items = append(items, item{label, func() error { picked = []string{text, w}; return nil }})
	}
	err = s.menu(prompt{ask: "Your choice", back: "to your text", deaf: true}, items, 0)
	return picked, err
}
