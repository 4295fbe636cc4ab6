package plain

import (
	"errors"
	"fmt"

	"hearten/cmd/hearten/internal/study"
)

// module opens a module, and an activity of it first where one is named. It
// lists the activities until the learner goes back home.
func (s *session) module(module, first string) error {
	next := first
	if next == "" {
		s.about(module)
	}
	for {
		if next != "" {
			if err := s.take(module, next); err != nil && !errors.Is(err, errBack) {
				return err
			}
		}
		chosen, err := s.pick(module)
		switch {
		case err == nil && chosen.Module != module:
			module, chosen.Activity = chosen.Module, ""
			s.about(module)
		case errors.Is(err, errEdited):
			s.takeUp()
			module, chosen.Activity = s.study.Now(study.Spot{Module: module}).Module, ""
		case err != nil:
			return err
		}
		next = chosen.Activity
	}
}

// about says what a module is for, before its list.
func (s *session) about(module string) {
	m, _ := s.study.Course().Module(module)
	s.gap()
	if m.Summary != "" {
		s.say(flat(m.Summary))
	}
	if len(m.Objectives) > 0 {
		s.say("After it you can:")
	}
	for _, objective := range m.Objectives {
		s.hang("- ", flat(objective))
	}
}

// pick lists a module's activities and returns the one chosen; or another
// module, where this one is done and that is chosen.
func (s *session) pick(module string) (study.Spot, error) {
	o, ok := s.study.Outline(module)
	s.within(o.Module)
	s.gap()
	if ok {
		s.sayf("Module: %s %s", stop(o.Module.Title), s.standing(o.ModuleLine))
	} else {
		s.say("This module cannot be shown as it stands; " + s.authors("its author can run hearten lint.", "type p to hear why."))
	}
	var items []item
	chosen, standard := study.Spot{Module: module}, 0
	for i, line := range o.Lines {
		shut := line.Activity.Broken || s.shut[module+"/"+line.Activity.ID]
		items = append(items, item{s.activityLabel(line, shut), func() error { chosen.Activity = line.Activity.ID; return nil }})
		if standard == 0 && o.Next >= 0 && i >= o.Next && line.State != study.Done && !shut {
			standard = i + 1
		}
	}
	if up := o.After; up.OK() && len(items) > 0 {
		items = append(items, item{"Next module: " + stop(up.Module.Title), func() error { chosen.Module = up.Module.ID; return nil }})
		standard = len(items)
	}
	p := prompt{ask: "Your choice", back: "home"}
	if standard == 0 {
		p.enter = "to go back home"
	}
	if len(items) == 0 {
		p.ask = ""
	}
	err := s.menu(p, items, standard)
	return chosen, err
}

func (s *session) activityLabel(line study.ActivityLine, shut bool) string {
	a := line.Activity
	label := fmt.Sprintf("%s: %s %s", kindWord(a.Kind), stop(a.Title), sentence(minutes(a.Minutes)))
	switch {
	case shut:
		return label + " It cannot be shown; " + s.authors("its author can run hearten lint.", "type p to hear why.")
	case line.State == study.Done:
		return label + fmt.Sprintf(" Done on %s.", date(line.FinishedAt))
	case line.State == study.Begun:
		return label + " Begun."
	case line.State == study.PutOff:
		return label + " Put off."
	}
	return label
}
