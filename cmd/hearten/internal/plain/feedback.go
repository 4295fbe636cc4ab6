package plain

import (
	"errors"
	"fmt"

	"hearten/cmd/hearten/internal/study"
	"hearten/quiz"
)

// feedback says what to think of an answer, and waits until it is read.
func (s *session) feedback(q study.Quiz, f quiz.Feedback) (study.Quiz, error) {
	s.gap()
	s.weigh(f)
	read := s.basis(q, f)
	p := prompt{enter: "to go on", back: "to the module"}
	if read != "" {
		p.keys = []key{{"l", "to read that lesson now"}}
	}
	r, err := s.ask(p)
	switch {
	case err != nil:
		return q, err
	case r.key == "l":
		if err := s.take(q.Content().Module.ID, read); err != nil && !errors.Is(err, errBack) {
			return q, err
		}
		return q, nil
	}
	next, unsaved := q.Next(s.moment())
	return next, s.save(unsaved)
}

// weigh says of what was picked, and then of the rest, whether it fits and
// why.
func (s *session) weigh(f quiz.Feedback) {
	for _, o := range f.Picked {
		s.sayf("You chose: %s%s", stop(flat(o.Text)), fits(f.Question, o))
		s.say(flat(o.Why))
	}
	if f.Question.Kind == quiz.KindChoices && !f.Question.Judgement {
		s.say(found(f))
	}
	if f.Question.Judgement {
		s.say("Nothing is right or wrong here; each answer protects something and costs something.")
	}
	if len(f.Others) > 0 {
		s.gap()
		s.say("What the others would do:")
	}
	for _, o := range f.Others {
		s.hang("- ", fmt.Sprintf("%s%s %s", stop(flat(o.Text)), fits(f.Question, o), flat(o.Why)))
	}
	if f.Mark.Of > 0 && !f.Mark.Right() {
		s.say("This question comes back after the others.")
	}
}

func fits(q quiz.Question, o quiz.Option) string {
	switch {
	case q.Judgement:
		return ""
	case o.Right:
		return " It fits."
	}
	return " It does not fit."
}

// found says how much of what fits was picked.
func found(f quiz.Feedback) string {
	picked, all := 0, 0
	for _, o := range f.Picked {
		if o.Right {
			picked++
		}
	}
	for _, o := range f.Question.Options {
		if o.Right {
			all++
		}
	}
	return fmt.Sprintf("You picked %d of the %d that fit.", picked, all)
}

// basis says what an answer rests on and where to read about it. It returns
// the id of that lesson, or nothing.
func (s *session) basis(q study.Quiz, f quiz.Feedback) (lesson string) {
	c := q.Content()
	texts := []string{f.Question.Ask}
	for _, o := range f.Question.Options {
		texts = append(texts, o.Text, o.Why)
	}
	s.sources(c, f.Question.Sources, texts...)
	a, ok := c.Module.Activity(f.Question.Read)
	if ok {
		s.gap()
		s.sayf("To read again, with l: %s", stop(a.Title))
	}
	return a.ID
}

// result says how the attempt went, and offers another.
func (s *session) result(q study.Quiz, r study.Result) (study.Quiz, error) {
	s.gap()
	if r.Of == 0 {
		s.say("You have finished this quiz. Nothing in it was marked.")
	} else {
		s.sayf("You have finished this quiz. At the first go, %d of %d fitted.", r.Right, r.Of)
	}
	next := q
	err := s.menu(prompt{ask: "Your choice", back: "to the module"}, []item{
		{"Go on.", func() error { return errBack }},
		{"Take the quiz again, with a fresh draw of questions.", func() error {
			var unsaved study.Unsaved
			next, unsaved = q.Retake(s.moment())
			return s.save(unsaved)
		}},
	}, 1)
	return next, err
}
