package plain

import (
	"fmt"
	"strings"

	"hearten/quiz"
)

// weighGiven says of an answer to a question without options what it was,
// how much of it fits, what would have been right, and why.
func (s *session) weighGiven(f quiz.Feedback) {
	words := f.Question.Words(f.Mark.Picked)
	switch f.Question.Kind {
	case quiz.KindOrder:
		s.say("Your order:" + wasSure(f.Mark.Sure))
		s.numbered(words)
	case quiz.KindMatch:
		s.say("Your pairs:" + wasSure(f.Mark.Sure))
		for i, pair := range words {
			verdict := " It does not fit."
			if i < len(f.Right) && pair == f.Right[i] {
				verdict = " It fits."
			}
			s.hang("- ", stop(flat(pair))+verdict)
		}
	default:
		s.say("Your answer: " + stop(strings.Join(strings.Fields(words[0]), " ")) + wasSure(f.Mark.Sure))
	}
	s.say(verdict(f))
	if f.Question.Open() {
		s.gap()
		s.say("A model answer:")
		s.remark(f.Question.Model)
		s.gap()
	} else if !f.Mark.Right() {
		s.rightOne(f)
	}
	s.remark(f.Question.Why)
}

func (s *session) numbered(all []string) {
	for i, words := range all {
		s.hang(fmt.Sprintf("%d. ", i+1), flat(words))
	}
}

// rightOne says what would have been right.
func (s *session) rightOne(f quiz.Feedback) {
	switch f.Question.Kind {
	case quiz.KindOrder:
		s.say("The right order:")
		s.numbered(f.Right)
	case quiz.KindMatch:
		s.say("The right pairs:")
		for _, pair := range f.Right {
			s.hang("- ", flat(pair))
		}
	default:
		s.say("Right would be: " + stop(strings.Join(f.Right, ", ")))
	}
}

// verdict says whether an answer fits, and how much of it.
func verdict(f quiz.Feedback) string {
	switch {
	case f.Question.Open():
		return "You say: " + f.Mark.Picked[len(f.Mark.Picked)-1] + "."
	case f.Mark.Right():
		return "Yes, that is right."
	case f.Mark.Score > 0:
		return strings.TrimSpace("Partly. " + f.Fitting())
	}
	return strings.TrimSpace("Not yet. " + f.Fitting())
}
