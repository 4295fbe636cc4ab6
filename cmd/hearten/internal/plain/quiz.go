package plain

import (
	"hearten/cmd/hearten/internal/study"
)

// quiz goes through an attempt: questions, what to say to each answer, and
// the result.
func (s *session) quiz(q study.Quiz) error {
	s.opening(q.Content().Activity)
	s.tell("Type the number of your answer, or your answer itself where there is nothing to choose from. h gives a hint where there is one.")
	if pool := q.Content().Quiz; pool.Pass == 0 && !pool.Diagnostic {
		s.tell("A question answered wrongly comes back at the end.")
	}
	if !q.Content().Quiz.Certainty {
		s.tell("Type s if you want to be asked how sure you are.")
	}
	asksSure := false
	for {
		s.preview.stood = q
		var err error
		if f, unread := q.Feedback(); unread {
			q, err = s.feedback(q, f)
		} else if r, done := q.Result(); done {
			q, err = s.result(q, r)
		} else {
			q, err = s.question(q, &asksSure)
		}
		if err != nil {
			return err
		}
	}
}

// question asks the current question until it is answered.
func (s *session) question(q study.Quiz, asksSure *bool) (study.Quiz, error) {
	now, _ := q.Question()
	n, of := q.Position()
	s.gap()
	if q.Again() {
		s.sayf("Question %d of %d, once more.", n, of)
	} else {
		s.sayf("Question %d of %d.", n, of)
	}
	for i, hint := range q.Hints() {
		s.sayf("Hint %d: %s", i+1, flat(hint))
	}
	picked, sure, err := s.answer(asking{
		asked: now, back: "to the module", hint: func() { q = s.hint(q) },
		asksSure: asksSure, certainty: q.Content().Quiz.Certainty,
		typed: q.Typing().Text, draft: func(text string) { s.draft(q.Content(), q.Typing().Field, text) },
		check: func(picked []string) error {
			_, _, err := q.Answer(picked, "", study.Moment{})
			return err
		},
	})
	if err != nil {
		return q, err
	}
	next, unsaved, err := q.Answer(picked, sure, s.moment())
	if err != nil {
		s.say(sentence(err.Error()))
		return q, nil
	}
	return next, s.save(unsaved)
}

func (s *session) hint(q study.Quiz) study.Quiz {
	more, ok := q.Hint()
	s.preview.stood = more
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
