package plain

import (
	"fmt"
	"time"

	"hearten/cmd/hearten/internal/study"
)

// review brings back what is due, one card after another: it asks first and
// says after. Stopping costs nothing.
func (s *session) review() error {
	r := s.study.Review(s.moment().At)
	s.gap()
	if len(r.Cards) == 0 {
		s.say("Nothing is due today. " + s.nextDue(r))
		return nil
	}
	s.sayf("Review: %s from before, %s. You are asked first and told after. Stop whenever you like: nothing is lost, and what you leave waits.",
		count(len(r.Cards), "question"), minutes(study.ReviewMinutes(len(r.Cards))))
	if r.Waiting > 0 {
		s.sayf("%d more wait for another day.", r.Waiting)
	}
	asksSure, answered := false, 0
	for i, card := range r.Cards {
		put, err := s.card(card, i+1, len(r.Cards), &asksSure)
		if err != nil {
			return err
		}
		if put {
			answered++
		}
	}
	s.gap()
	s.sayf("That was all. You looked at %s again. %s", count(answered, "question"), s.nextDue(s.study.Review(s.moment().At)))
	return nil
}

// nextDue says when something comes back.
func (s *session) nextDue(r study.Review) string {
	switch n := len(r.Cards) + r.Waiting; {
	case n > 0:
		return fmt.Sprintf("%d more can wait, or come when you ask for them.", n)
	case r.NextDue.IsZero():
		return "Questions and decisions come back here a few days after you have met them in a quiz or a scenario."
	}
	return "The next question comes back on " + date(r.NextDue) + "."
}

// card puts one card. One that its author has taken away, or broken, is
// passed over.
func (s *session) card(card study.Card, n, of int, asksSure *bool) (put bool, err error) {
	opened, err := s.keeper.Open(s.study.Course(), card.Module, card.Activity)
	if err != nil {
		s.say(sentence(err.Error()))
		return false, nil
	}
	asked, ok := s.study.Ask(card, opened, s.moment())
	if !ok {
		return false, nil
	}
	s.gap()
	s.sayf("%d of %d. From: %s, %s.", n, of, asked.Content().Module.Title, study.Ago(asked.Since, s.moment().At))
	if asked.Decision {
		return true, s.decision(asked)
	}
	return true, s.askAgain(asked, asksSure)
}

// askAgain asks a question that came back, and says what there is to say to
// the answer.
func (s *session) askAgain(asked study.Asked, asksSure *bool) error {
	picked, sure, err := s.answer(asking{
		asked: asked.Question, back: "home", asksSure: asksSure,
		check: func(picked []string) error {
			_, _, err := asked.Answer(picked, "", study.Moment{})
			return err
		},
		weight: func(picked []string) string {
			reviewed, _, err := asked.Answer(picked, "", s.moment())
			if err != nil {
				return ""
			}
			return again(reviewed.Days)
		},
	})
	if err != nil {
		return err
	}
	reviewed, unsaved, err := asked.Answer(picked, sure, s.moment())
	if err != nil {
		return err
	}
	if err := s.save(unsaved); err != nil {
		return err
	}
	s.gap()
	s.weigh(reviewed.Feedback)
	if reviewed.Days > 0 {
		s.say(again(reviewed.Days))
	}
	return s.readFeedback(asked.Content(), reviewed.Feedback, "to go on", "home")
}

func again(days int) string { return "Again in " + count(days, "day") + "." }

// decision asks what the learner would do now, then says what they did then,
// and the expert's view to whoever wants it.
func (s *session) decision(asked study.Asked) error {
	if n := len(asked.Scene.Text); n > 0 {
		s.prose(asked.Scene.Text[n-1].Text)
	}
	var items []item
	now, why, then := "", "", ""
	for _, c := range asked.Scene.Choices {
		if c.Say == asked.Then {
			then = c.Because
		}
		if c.When == "" || c.Say == asked.Then {
			items = append(items, item{flat(c.Say), func() error { now, why = c.Say, c.Because; return nil }})
		}
	}
	if len(items) > 0 {
		s.gap()
		s.say("What would you do now?")
		if err := s.menu(prompt{ask: "Your choice", back: "home"}, items, 0); err != nil {
			return err
		}
	}
	if err := s.save(asked.Seen(s.moment())); err != nil {
		return err
	}
	s.gap()
	if now != "" {
		s.sayf("Now: %s %s", flat(now), flat(why))
	}
	if asked.Then != "" {
		text := "Then: " + flat(asked.Then)
		if then != why {
			text += " " + flat(then)
		}
		s.say(text)
	}
	return s.expertAgain(asked)
}

// expertAgain waits, and says the expert's view to whoever wants it.
func (s *session) expertAgain(asked study.Asked) error {
	p := prompt{enter: "to go on", back: "home"}
	if asked.Expert != "" {
		p.keys = []key{{"e", "to hear the expert's view"}}
		s.say("With e you hear the expert's view.")
	}
	r, err := s.ask(p)
	if err != nil || r.key != "e" {
		return err
	}
	s.gap()
	s.say("The expert's view.")
	s.prose(asked.Expert)
	s.sources(asked.Content(), nil, asked.Expert)
	_, err = s.ask(prompt{enter: "to go on", back: "home"})
	return err
}

// reviewItem is how home offers what is due; false where nothing is.
func (s *session) reviewItem(now time.Time) (item, bool) {
	n := len(s.study.Review(now).Cards)
	label := fmt.Sprintf("Review: %s, %s.", count(n, "question"), minutes(study.ReviewMinutes(n)))
	return item{label, s.review}, n > 0
}
