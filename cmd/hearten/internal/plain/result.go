package plain

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"hearten/cmd/hearten/internal/study"
	"hearten/quiz"
)

// result says how the attempt went, and offers another.
func (s *session) result(q study.Quiz, r study.Result) (study.Quiz, error) {
	s.gap()
	s.sayResult(q.Content().Quiz, r)
	next := q
	items := []item{{"Go on.", func() error { return errBack }}}
	if r.Again {
		items = append(items, item{stop(r.Retake()), func() error {
			var unsaved study.Unsaved
			next, unsaved = q.Retake(s.moment())
			return s.save(unsaved)
		}})
	}
	items = append(items, item{"Look back at your answers. That changes nothing.", func() error {
		return unlessBack(s.answers(q))
	}})
	err := s.menu(prompt{ask: "Your choice", back: "to the module"}, items, 1)
	return next, err
}

// unlessBack is an error, unless it says to go back to what is open here.
func unlessBack(err error) error {
	if errors.Is(err, errBack) {
		return nil
	}
	return err
}

func (s *session) sayResult(pool quiz.Quiz, r study.Result) {
	if r.Of == 0 {
		s.say("You have finished this quiz. Nothing in it was marked.")
	} else {
		s.say(strings.TrimSpace(fmt.Sprintf("You have finished this quiz. At the first go, %d of %d fitted. %s", r.Right, r.Of, r.Aside())))
	}
	switch {
	case pool.Certainty && r.Worth > 0:
		s.sayf("By how sure you were, that is %s of %s points.", number(r.Points), number(r.Worth))
	case r.Worth != float64(r.Of) || r.Points != float64(r.Right):
		s.sayf("That is %s of %s points.", number(r.Points), number(r.Worth))
	}
	switch {
	case r.PassMark == 0 || r.Of == 0:
	case r.Passed:
		s.sayf("The pass mark is %d per cent, and you reached it.", r.PassMark)
	default:
		s.sayf("The pass mark is %d per cent. Nothing hangs on it; everything stays open.", r.PassMark)
	}
	if r.HasBefore {
		s.sayf("Before the module you had %d of %d. Now you have %d of %d.", r.Before.Right, r.Before.Of, r.Right, r.Of)
	}
	s.calibration()
}

// calibration says how sure the learner was, and how often they were right,
// once there are answers enough.
func (s *session) calibration() {
	c, known := s.study.Calibration()
	if !known {
		return
	}
	s.gap()
	s.sayf("Over %s of which you said how sure you were:", count(c.Of, "answer"))
	for _, t := range c.Tallies {
		s.hang("- ", sentence(t.String()))
	}
	s.tell("Well judged, a guess is right about half of the time, and sure nine times in ten.")
	s.gap()
}

// number is a count of points, to a tenth.
func number(f float64) string {
	words := strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0")
	return strings.Replace(words, "-", "minus ", 1)
}

// answers lists the first answers of an attempt and says again what there
// was to say to each.
func (s *session) answers(q study.Quiz) error {
	all := q.Answers()
	for {
		s.gap()
		s.say("Your first answers:")
		var items []item
		for i, f := range all {
			items = append(items, item{fmt.Sprintf("%s %s", flat(f.Question.Ask), sentence(study.Verdict(f))), func() error {
				s.gap()
				s.sayf("Answer %d of %d.", i+1, len(all))
				s.remark(f.Question.Ask)
				s.weigh(f)
				return unlessBack(s.readFeedback(q.Content(), f, "to go on", "to your answers"))
			}})
		}
		p := prompt{ask: "An answer to look at", back: "to how it went", enter: "to go on"}
		if err := s.menu(p, items, 0); err != nil {
			return err
		}
	}
}
