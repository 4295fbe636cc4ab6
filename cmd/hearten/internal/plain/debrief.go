package plain

import (
	"errors"
	"fmt"
	"strings"

	"hearten/cmd/hearten/internal/study"
	"hearten/course/scenario"
)

// ending says how the story came out.
func (s *session) ending(sc study.Scenario) (study.Scenario, error) {
	d := sc.Debrief()
	s.gap()
	if last, ok := sc.Last(); ok {
		s.sayf("You decided: %s", flat(last.Say))
		s.gap()
	}
	s.prose(d.Ending.Text)
	s.readings(sc)
	s.gap()
	s.sayf("The story ends here: %s %s You have seen %d of its %s.", stop(words(d.Ending.Title)), outcome(d.Ending), d.EndingsSeen, count(d.Endings, "ending"))
	next := study.Path
	if len(d.Asks) > 0 {
		next = study.Asking
	}
	if _, err := s.ask(prompt{enter: "to look back on it", back: "to the module"}); err != nil {
		return sc, err
	}
	return s.stage(sc, next)
}

func (s *session) stage(sc study.Scenario, to study.Stage) (study.Scenario, error) {
	sc, unsaved := sc.To(to, s.moment())
	return sc, s.save(unsaved)
}

// explain lets the learner say what happened before anybody else does.
func (s *session) explain(sc study.Scenario) (study.Scenario, error) {
	s.gap()
	s.say("Before anybody else says what they think: what do you say?")
	s.tellWriting()
	for i, f := range sc.Debrief().Asks {
		if s.skips(i) {
			continue
		}
		s.gap()
		s.remark(f.Ask)
		text, err := s.write(sc.Content(), f.ID, f.Typed())
		if err != nil {
			return sc, err
		}
		next, unsaved := sc.Explain(f.ID, text, s.moment())
		if err := s.save(unsaved); err != nil {
			return sc, err
		}
		if !unsaved.Empty() {
			s.say("Saved.")
		}
		sc = next
	}
	return s.stage(sc, study.Path)
}

// path looks back on every decision: what it protected and cost, what could
// not be seen, and the roads not taken.
func (s *session) path(sc study.Scenario) (study.Scenario, error) {
	d := sc.Debrief()
	all := sc.Play().Story().Meters()
	s.gap()
	s.sayf("Your path, in %s.", count(len(d.Steps), "decision"))
	if note := sc.AllMetersNote(); note != "" {
		s.tell(words(note))
	}
	for i, step := range d.Steps {
		s.gap()
		s.sayf("Decision %d of %d: %s", i+1, len(d.Steps), flat(step.Said))
		s.step(step, all)
	}
	s.gap()
	s.sayf("It ended with: %s %s", stop(words(d.Ending.Title)), outcome(d.Ending))
	s.endings(d)
	enter := "for the expert view"
	if d.Expert == "" {
		enter = "to finish"
	}
	decision, err := s.lookBack(sc, enter, "to the module")
	switch {
	case err != nil:
		return sc, err
	case decision > 0:
		return s.replay(sc, decision)
	case d.Expert == "":
		return sc, errBack
	}
	return s.stage(sc, study.Expert)
}

// step says what belongs to a decision.
func (s *session) step(step study.DebriefStep, all []scenario.Meter) {
	if step.Because != "" {
		s.say(flat(step.Because))
	}
	if step.Inside != "" {
		s.sayf("What you could not see: %s", flat(step.Inside))
	}
	if len(all) > 0 {
		s.say(meters(all, step.Before, step.After))
	}
	if reach := step.Reach(); reach != "" {
		s.say(reach)
	}
	for _, road := range step.Not {
		s.hang("- ", fmt.Sprintf("Not taken, %s: %s %s", tried(road), stop(flat(road.Say)), flat(road.Because)))
	}
}

// outcome says how a story came out.
func outcome(e scenario.Ending) string {
	switch e.Outcome {
	case scenario.Good:
		return "It is a good ending."
	case scenario.Bad:
		return "It is a hard ending."
	}
	return "It is a mixed ending."
}

// endings names the endings seen.
func (s *session) endings(d study.Debrief) {
	var titles []string
	for _, e := range d.Seen {
		titles = append(titles, words(e.Title))
	}
	s.sayf("Endings seen, %d of %d: %s", d.EndingsSeen, d.Endings, stop(strings.Join(titles, "; ")))
}

func tried(road study.Road) string {
	if road.Tried.IsZero() {
		return "never tried"
	}
	return fmt.Sprintf("tried on %s", date(road.Tried))
}

// expert gives the view of somebody who knows the field.
func (s *session) expert(sc study.Scenario) (study.Scenario, error) {
	d := sc.Debrief()
	s.gap()
	s.say("The expert view.")
	s.gap()
	s.prose(d.Expert)
	s.sources(sc.Content(), nil, d.Expert)
	s.gap()
	if d.Plan.ID != "" {
		s.sayf("What of this would you do at work? This module has a page for one plan: %s", stop(words(d.Plan.Title)))
		s.gap()
	}
	decision, err := s.lookBack(sc, "to finish", "to your path")
	switch {
	case errors.Is(err, errBack):
		return s.stage(sc, study.Path)
	case err != nil:
		return sc, err
	case decision > 0:
		return s.replay(sc, decision)
	}
	return sc, errBack
}

// lookBack asks for a decision to play on from, counted from 1; 0 is to go on
// instead.
func (s *session) lookBack(sc study.Scenario, enter, back string) (int, error) {
	p := prompt{ask: "A decision to play again from", of: len(sc.Play().Steps()), keys: []key{mapKey()}, enter: enter, back: back}
	for {
		r, err := s.ask(p)
		if err != nil || r.key != "m" {
			return r.number(0), err
		}
		s.storyMap(sc.Map())
	}
}

func (s *session) replay(sc study.Scenario, decision int) (study.Scenario, error) {
	sc, unsaved := sc.Replay(decision, s.moment())
	return sc, s.save(unsaved)
}
