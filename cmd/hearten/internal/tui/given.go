package tui

import (
	"fmt"
	"strings"

	"hearten/quiz"
)

// given sets an answer to a question without options, as it reads.
func (s *sheet) given(f quiz.Feedback) {
	s.add(0, s.strong.Render("Your answer")+s.dim.Render(howSure(f.Mark.Sure)))
	words := f.Question.Words(f.Mark.Picked)
	if f.Question.Open() && len(words) > 1 {
		words = words[:len(words)-1]
	}
	for i, line := range words {
		switch {
		case f.Question.Kind == quiz.KindMatch && !f.Mend:
			s.hang(2, s.fit(i < len(f.Right) && line == f.Right[i])+" ", s.md.line(line))
		case f.Question.Kind == quiz.KindOrder:
			s.hang(2, fmt.Sprintf("%d  ", i+1), s.md.line(line))
		case f.Question.Open():
			s.written(line)
		default:
			s.hang(2, "", plain(line))
		}
	}
}

// written sets a text that the learner wrote, in its own lines.
func (s *sheet) written(text string) {
	for line := range strings.SplitSeq(strings.TrimSpace(clean(text)), "\n") {
		s.hang(2, "", line)
	}
}

func (s *sheet) fit(fits bool) string {
	if fits {
		return s.good.Render(s.done)
	}
	return s.bad.Render(s.wrong)
}

// right sets what would have been right, unless the answer was just that,
// and why.
func (s *sheet) right(f quiz.Feedback) {
	if f.Question.Open() {
		s.gap()
		s.add(0, s.strong.Render("A model answer"))
		s.add(2, s.look.remark(f.Question.Model, s.measure()-2)...)
		s.gap()
	} else if !f.Mark.Right() {
		s.gap()
		s.add(0, s.strong.Render("Right would be"))
		for i, line := range f.Right {
			lead := ""
			if f.Question.Kind == quiz.KindOrder {
				lead = fmt.Sprintf("%d  ", i+1)
			}
			if f.Question.Kind == quiz.KindText {
				s.hang(2, lead, plain(line))
				continue
			}
			s.hang(2, lead, s.md.line(line))
		}
		s.gap()
	}
	s.remark(f.Question.Why)
}

// someOf says how much of an answer fits, where part of it can.
func someOf(f quiz.Feedback) string {
	if f.Mark.Right() || f.Mark.Of == 0 {
		return ""
	}
	if f.Question.Kind == quiz.KindChoices {
		return f.Found()
	}
	return f.Fitting()
}
