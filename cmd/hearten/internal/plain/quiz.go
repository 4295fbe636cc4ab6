package plain

import (
	"fmt"

	"hearten/cmd/hearten/internal/study"
	"hearten/quiz"
)

// quiz goes through an attempt: questions, what to say to each answer, and
// the result.
func (s *session) quiz(q study.Quiz) error {
	s.opening(q.Content().Activity)
	s.tell("Type the number of your answer. h gives a hint where there is one. A question answered wrongly comes back at the end.")
	for {
		var err error
		if f, unread := q.Feedback(); unread {
			q, err = s.feedback(q, f)
		} else if r, done := q.Result(); done {
			q, err = s.result(q, r)
		} else {
			q, err = s.question(q)
		}
		if err != nil {
			return err
		}
	}
}

// question asks the current question until it is answered.
func (s *session) question(q study.Quiz) (study.Quiz, error) {
	now, _ := q.Question()
	n, of := q.Position()
	s.gap()
	if q.Again() {
		s.sayf("Question %d of %d, once more.", n, of)
	} else {
		s.sayf("Question %d of %d.", n, of)
	}
	s.prose(now.Ask)
	for i, o := range now.Options {
		s.hang(fmt.Sprintf("%d. ", i+1), flat(o.Text))
	}
	p := prompt{ask: "Your choice", of: len(now.Options), keys: []key{{"h", "for a hint"}}, back: "to the module"}
	if now.Kind == quiz.KindChoices {
		s.say("More than one may fit. Type their numbers with spaces between them.")
		p.ask, p.several = "Your choices", true
	}
	for {
		r, err := s.ask(p)
		if err != nil {
			return q, err
		}
		if r.key == "h" {
			q = s.hint(q)
			continue
		}
		return s.answer(q, now, r.numbers)
	}
}

func (s *session) hint(q study.Quiz) study.Quiz {
	more, ok := q.Hint()
	hints := more.Hints()
	switch {
	case ok:
		s.sayf("Hint %d: %s", len(hints), flat(hints[len(hints)-1]))
	case len(hints) > 0:
		s.say("There is no further hint.")
	default:
		s.say("There is no hint for this question.")
	}
	return more
}

func (s *session) answer(q study.Quiz, now quiz.Question, numbers []int) (study.Quiz, error) {
	var picked []string
	for _, n := range numbers {
		picked = append(picked, now.Options[n-1].ID)
	}
	next, unsaved, err := q.Answer(picked, "", s.moment())
	if err != nil {
		s.say(sentence(err.Error()))
		return q, nil
	}
	return next, s.save(unsaved)
}
