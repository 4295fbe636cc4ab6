package plain

import (
	"errors"
	"fmt"
	"strings"

	"hearten/quiz"
)

// asking is a question being asked: what may be done beside answering it, and
// what happens to the answer.
type asking struct {
	asked     quiz.Question
	back      string // where b goes, as a prompt says it
	hint      func()
	asksSure  *bool // the learner wants to be asked how sure they are
	certainty bool  // the marks hang on it, so it is asked anyway
	check     func(picked []string) error
	typed     string                       // of an open text: what was typed before
	draft     func(text string)            // keeps an open text being typed; may be nil
	weight    func(picked []string) string // what follows from a way of weighing; nil where nothing does
}

// answer asks until there is an answer that can be one, how sure the learner
// is of it, and of an open text what they make of it. Going back from these
// two leads to the answer.
func (s *session) answer(a asking) (picked []string, sure string, err error) {
	s.remark(a.asked.Ask)
	s.introduceKind(a.asked)
	for {
		if picked, err = s.pickAnswer(a); err != nil {
			return nil, "", err
		}
		sure, err = s.howSure(a)
		if err == nil && a.asked.Open() {
			picked, err = s.weighOpen(a, picked[0])
		}
		if !errors.Is(err, errBack) {
			return picked, sure, err
		}
	}
}

// pickAnswer asks until there is an answer that can be one.
func (s *session) pickAnswer(a asking) (picked []string, err error) {
	for picked == nil {
		switch a.asked.Kind {
		case quiz.KindOrder:
			picked, err = s.order(a)
		case quiz.KindMatch:
			picked, err = s.match(a)
		case quiz.KindNumber, quiz.KindText:
			picked, err = s.typed(a)
		default:
			picked, err = s.options(a)
		}
		if err != nil {
			return nil, err
		}
		if wrong := a.check(a.whole(picked)); picked != nil && wrong != nil {
			s.say(sentence(wrong.Error()))
			picked = nil
		}
	}
	return picked, nil
}

// whole is an answer as it can be checked: an open text weighed somehow.
func (a asking) whole(picked []string) []string {
	if a.asked.Open() && len(picked) == 1 {
		return []string{picked[0], quiz.NotYet}
	}
	return picked
}

// introduceKind says how a question is answered, and lists what there is to
// answer with.
func (s *session) introduceKind(q quiz.Question) {
	switch q.Kind {
	case quiz.KindOrder:
		for i, item := range q.Items {
			s.hang(fmt.Sprintf("%d. ", i+1), flat(item.Text))
		}
		s.say("Type all the numbers in the order that you think right, with spaces between them.")
	case quiz.KindMatch:
		s.say("There is to match with:")
		for i, right := range q.Rights {
			s.hang(fmt.Sprintf("%d. ", i+1), flat(right.Text))
		}
		s.say("Type, for each of the following, the number of what belongs to it.")
	case quiz.KindNumber, quiz.KindText:
	default:
		for i, o := range q.Options {
			s.hang(fmt.Sprintf("%d. ", i+1), flat(o.Text))
		}
		if q.Kind == quiz.KindChoices {
			s.say("More than one may fit. Type their numbers with spaces between them.")
		}
	}
}

// keys are what can be typed beside an answer.
func (a asking) keys() []key {
	var all []key
	switch {
	case a.hint != nil && len(a.asked.Hints) > 0:
		all = append(all, key{"h", "for a hint"})
	case a.hint != nil:
		all = append(all, key{"h", ""}) // taken for no answer, and not offered
	}
	if a.mayAskSure() {
		all = append(all, key{"s", "to be asked how sure you are, or no longer"})
	}
	return all
}

// beside does what was typed beside an answer; false where it was an answer.
func (s *session) beside(a asking, r reply) bool {
	switch r.key {
	case "h":
		a.hint()
	case "s":
		s.switchSure(a)
	default:
		return false
	}
	return true
}

func (s *session) options(a asking) ([]string, error) {
	p := prompt{ask: "Your choice", of: len(a.asked.Options), keys: a.keys(), back: a.back}
	if a.asked.Kind == quiz.KindChoices {
		p.ask, p.several = "Your choices", true
	}
	r, err := s.ask(p)
	if err != nil || s.beside(a, r) {
		return nil, err
	}
	var picked []string
	for _, n := range r.numbers {
		picked = append(picked, a.asked.Options[n-1].ID)
	}
	return picked, nil
}

func (s *session) order(a asking) ([]string, error) {
	r, err := s.ask(prompt{ask: "Your order", of: len(a.asked.Items), several: true, all: true, keys: a.keys(), back: a.back})
	if err != nil || s.beside(a, r) {
		return nil, err
	}
	var picked []string
	for _, n := range r.numbers {
		picked = append(picked, a.asked.Items[n-1].ID)
	}
	return picked, nil
}

// match asks for the right side of each left side in turn. Going back goes to
// the one before.
func (s *session) match(a asking) ([]string, error) {
	var picked []string
	for len(picked) < len(a.asked.Pairs) {
		p := prompt{ask: strings.TrimRight(flat(a.asked.Pairs[len(picked)].Left), ".:"), of: len(a.asked.Rights), keys: a.keys(), back: a.back}
		if len(picked) > 0 {
			p.back, p.deaf = "to the one before", true
		}
		r, err := s.ask(p)
		switch {
		case errors.Is(err, errBack) && len(picked) > 0:
			picked = picked[:len(picked)-1]
		case err != nil:
			return nil, err
		case !s.beside(a, r):
			picked = append(picked, a.asked.Rights[r.numbers[0]-1].ID)
		}
	}
	return picked, nil
}
