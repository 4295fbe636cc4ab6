package plain

import (
	"fmt"
	"strings"

	"hearten/cmd/hearten/internal/study"
	"hearten/course/scenario"
)

// scenario plays a story and goes through what follows its ending.
func (s *session) scenario(sc study.Scenario) error {
	s.opening(sc.Content().Activity)
	s.tell("You are in the story. Type the number of what you do; c asks a coach for a hint where there is one, and m tells the map of the story so far. There is no going back on a decision until the end, when you can play on from any of them.")
	for {
		s.preview.stood = sc
		var err error
		switch sc.Stage() {
		case study.Playing:
			sc, err = s.decide(sc)
		case study.Ended:
			sc, err = s.ending(sc)
		case study.Asking:
			sc, err = s.explain(sc)
		case study.Path:
			sc, err = s.path(sc)
		default:
			sc, err = s.expert(sc)
		}
		if err != nil {
			return err
		}
	}
}

// decide shows where the story stands and takes one decision.
func (s *session) decide(sc study.Scenario) (study.Scenario, error) {
	play := sc.Play()
	s.gap()
	if last, ok := sc.Last(); ok {
		s.sayf("You decided: %s", flat(last.Say))
		s.gap()
	}
	s.prose(play.Text())
	s.readings(sc)
	s.gap()
	s.sayf("Decision %d.", sc.Decision())
	offered := play.Offered()
	for i, c := range offered {
		s.hang(fmt.Sprintf("%d. ", i+1), flat(c.Say))
	}
	p := prompt{ask: "What do you do", of: len(offered), keys: []key{{"c", "for a coach's hint"}, mapKey()}, back: "to the module"}
	for {
		r, err := s.ask(p)
		if err != nil {
			return sc, err
		}
		switch r.key {
		case "c":
			s.coach(play.Scene())
			continue
		case "m":
			s.storyMap(sc.Map())
			continue
		}
		next, unsaved, err := sc.Choose(offered[r.number(1)-1].ID, s.moment())
		if err != nil {
			return sc, err
		}
		return next, s.save(unsaved)
	}
}

func (s *session) coach(scene scenario.Scene) {
	if scene.Coach == "" {
		s.say("The coach has no hint for this one.")
		return
	}
	s.sayf("Coach: %s", flat(scene.Coach))
}

// readings says in words where the meters stand that a manager could read.
func (s *session) readings(sc study.Scenario) {
	play := sc.Play()
	readings := play.Readings()
	if len(readings) == 0 {
		return
	}
	s.gap()
	s.tell(words(sc.MetersNote()))
	for _, r := range readings {
		text := meter(r.Meter, r.Value)
		if len(play.Steps()) > 0 {
			text += ", " + change(r.Change)
		}
		s.say(text + ".")
	}
}

// meters says where all the meters stand after a step, and how far each moved.
func meters(all []scenario.Meter, before, after []int) string {
	var parts []string
	for i, m := range all {
		parts = append(parts, meter(m, after[i])+", "+change(after[i]-before[i])+".")
	}
	return strings.Join(parts, " ")
}
