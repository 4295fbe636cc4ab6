package plain

import (
	"errors"
	"fmt"
	"slices"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// plan asks for an if-then plan, part by part, and keeps it.
func (s *session) plan(p study.Plan) error {
	c := p.Content()
	s.opening(c.Activity)
	s.introduce(c)
	s.tellWriting()
	i := p.Intent()
	for again := p.Made(); ; {
		var err error
		if i, err = s.intent(c, i, again); err != nil {
			return err
		}
		again = false
		s.gap()
		err = s.menu(prompt{ask: "Your choice", back: "to the module", deaf: true}, []item{
			{"Save the plan.", func() (err error) { again, err = s.makePlan(p, i, ""); return err }},
			{"Not now. What you have typed stays as a draft.", func() error { return s.putOff(p) }},
		}, 1)
		if err != nil || !again {
			return err
		}
	}
}

// intent asks for the parts of a plan; what is there already stays where
// nothing is typed. Asked again, that goes for no day to be asked on as well.
func (s *session) intent(c course.Content, i study.Intent, again bool) (study.Intent, error) {
	for n, part := range []struct {
		field, ask string
		text       *string
	}{
		{"when", "When will it happen? If or when …", &i.When},
		{"will", "What will you do? … then I will …", &i.Will},
		{"obstacle", "What may stop you? It may fail because …", &i.Obstacle},
		{"then", "What will you do about that? … so I will …", &i.Then},
	} {
		if s.skips(n) {
			continue
		}
		s.gap()
		s.say(part.ask)
		text, err := s.write(c, part.field, *part.text)
		if err != nil {
			return i, err
		}
		*part.text = text
	}
	var err error
	i.AskOn, err = s.askOn(c, i.AskOn, again)
	return i, err
}

// askOn asks on which day the learner wants to be asked about the plan.
func (s *session) askOn(c course.Content, before string, again bool) (string, error) {
	days := study.Days(s.moment().At)
	if before != "" && !slices.Contains(days, before) {
		days = slices.Insert(days, 0, before)
	}
	chosen := before
	var items []item
	for _, d := range append(days, "") {
		label := "Do not ask me."
		if d != "" {
			label = day(d) + "."
		}
		items = append(items, item{label, func() error { chosen = d; return nil }})
	}
	s.gap()
	s.say("On which day do you want to be asked how it went?")
	standard := max(0, slices.Index(days, before)) + 1
	if before == "" && again {
		standard = len(items)
	}
	if err := s.menu(prompt{ask: "Your choice", back: "to the module", deaf: true}, items, standard); err != nil {
		return before, err
	}
	s.draft(c, "ask-on", chosen)
	return chosen, nil
}

// makePlan keeps the plan, after asking which other plan to park where two
// are open. It says whether the plan has to be worded again.
func (s *session) makePlan(p study.Plan, i study.Intent, park string) (again bool, err error) {
	_, unsaved, err := p.Make(i, park, s.moment())
	switch {
	case errors.Is(err, study.ErrTwoOpen):
		return s.park(p, i)
	case err != nil:
		s.say(sentence(err.Error()))
		return true, nil
	}
	return false, s.done(unsaved, "Saved: "+intended(i))
}

// park asks which of the open plans gives way to a new one.
func (s *session) park(p study.Plan, i study.Intent) (again bool, err error) {
	s.gap()
	s.sayf("%d plans are open already, and more would crowd each other out. A parked plan is out of the way and not lost.", len(p.Others()))
	var items []item
	for _, other := range p.Others() {
		label := fmt.Sprintf("Park the plan of %s: %s", date(other.MadeAt), intended(other.Intent))
		items = append(items, item{label, func() error { again, err = s.makePlan(p, i, other.ID); return err }})
	}
	items = append(items, item{"Keep them, and put this one off. It stays as a draft.", func() error { return s.putOff(p) }})
	err = s.menu(prompt{ask: "Your choice", back: "to the module", deaf: true}, items, 0)
	return again, err
}

func (s *session) putOff(p study.Plan) error {
	_, unsaved := p.Later(s.moment())
	return s.done(unsaved, "Put off. You can come back to it whenever you like.")
}

// intended is a plan in one sentence or two.
func intended(i study.Intent) string {
	text := stop(fmt.Sprintf("When %s, I will %s", oneLine(i.When), oneLine(i.Will)))
	if i.Obstacle != "" && i.Then != "" {
		text += stop(fmt.Sprintf(" It may fail because %s, so I will %s", oneLine(i.Obstacle), oneLine(i.Then)))
	}
	return text
}

// checkIn asks how a plan went. Each answer is as good as the others.
func (s *session) checkIn(plan study.PlanLine) error {
	s.gap()
	s.sayf("Your plan of %s: %s", date(plan.MadeAt), intended(plan.Intent))
	s.say("How did it go?")
	var items []item
	for _, how := range []study.How{study.AskDone, study.AskPartly, study.AskNotYet} {
		items = append(items, item{sentence(string(how)), func() error {
			return s.done(s.study.CheckIn(plan.ID, how, s.moment()), "Saved.")
		}})
	}
	return s.menu(prompt{ask: "Your choice", back: "home"}, items, 0)
}
