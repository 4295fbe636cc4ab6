package plain

import (
	"fmt"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/quiz"
)

// feedback says what to think of an answer, and waits until it is read.
func (s *session) feedback(q study.Quiz, f quiz.Feedback) (study.Quiz, error) {
	s.gap()
	s.weigh(f)
	if back := q.ComesBack(); back != "" {
		s.say(back)
	}
	enter := "to go on"
	if f.Mend {
		enter = "to try again"
	}
	if err := s.readFeedback(q.Content(), f, enter, "to the module"); err != nil {
		return q, err
	}
	next, unsaved := q.Next(s.moment())
	return next, s.save(unsaved)
}

// readFeedback says what an answer rests on, and waits. The lesson to read
// again is one key away and back.
func (s *session) readFeedback(c course.Content, f quiz.Feedback, enter, back string) error {
	lesson := s.basis(c, f)
	p := prompt{enter: enter, back: back}
	if lesson != "" {
		p.keys = []key{{"l", "to read that lesson now"}}
	}
	for {
		r, err := s.ask(p)
		if err != nil || r.key != "l" {
			return err
		}
		editions := s.preview.count
		if err := unlessBack(s.take(c.Module.ID, lesson)); err != nil {
			return err
		}
		if s.preview.count != editions {
			return errEdited // what is shown here has been edited meanwhile
		}
		s.gap()
		s.weigh(f)
		s.basis(c, f)
	}
}

// weigh says of what was picked, and then of the rest, whether it fits and
// why. Of an answer that may be mended it says only that, and the next hint.
func (s *session) weigh(f quiz.Feedback) {
	switch {
	case f.Mend:
		s.say("Not yet.")
		if n := f.Mark.Hints; n < len(f.Question.Hints) {
			s.sayf("Hint %d: %s", n+1, flat(f.Question.Hints[n]))
		}
		return
	case len(f.Question.Options) == 0:
		s.weighGiven(f)
		return
	}
	for i, o := range f.Picked {
		sure := ""
		if i == len(f.Picked)-1 {
			sure = wasSure(f.Mark.Sure)
		}
		s.sayf("You chose: %s%s%s", stop(flat(o.Text)), fits(f.Question, o), sure)
		s.say(flat(o.Why))
	}
	if f.Question.Kind == quiz.KindChoices && !f.Question.Judgement {
		s.say(f.Found())
	}
	if f.Question.Judgement {
		s.say("Nothing is right or wrong here; each answer protects something and costs something.")
	}
	s.remark(f.Question.Why)
	if len(f.Others) > 0 {
		s.gap()
		s.say(f.OfOthers() + ":")
	}
	for _, o := range f.Others {
		s.hang("- ", fmt.Sprintf("%s%s %s", stop(flat(o.Text)), fits(f.Question, o), flat(o.Why)))
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

// basis says what an answer rests on and where to read about it. It returns
// the id of that lesson, or nothing. While an answer may be mended it says
// neither, for that would give too much away.
func (s *session) basis(c course.Content, f quiz.Feedback) (lesson string) {
	if f.Mend {
		return ""
	}
	texts := []string{f.Question.Ask, f.Question.Why, f.Question.Model}
	for _, o := range f.Question.Options {
		texts = append(texts, o.Text, o.Why)
	}
	for _, i := range append(f.Question.Items[:len(f.Question.Items):len(f.Question.Items)], f.Question.Rights...) {
		texts = append(texts, i.Text)
	}
	for _, p := range f.Question.Pairs {
		texts = append(texts, p.Left)
	}
	s.sources(c, f.Question.Sources, texts...)
	a, ok := c.Module.Activity(f.Question.Read)
	if !ok || a.Kind != course.KindLesson {
		return ""
	}
	s.gap()
	s.sayf("To read again, with l: %s", stop(a.Title))
	return a.ID
}
