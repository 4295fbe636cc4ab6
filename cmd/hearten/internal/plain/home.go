package plain

import (
	"errors"
	"fmt"
	"time"

	"hearten/cmd/hearten/internal/study"
)

// welcome explains the keys, once a session.
func (s *session) welcome() {
	s.say(s.study.Course().Title)
	s.gap()
	s.say("This is the course line by line. Type a number and press Enter to choose. At every prompt ? says what can be typed, b goes back, and q saves and quits. What you do is saved on this computer only.")
	s.words = s.study.Course().Words()
	for _, k := range s.asides() {
		s.sayf("At every prompt, type %s %s.", k.letter, k.does)
	}
	s.notes()
}

// home lists what there is to do until the learner leaves.
func (s *session) home() error {
	for {
		now := s.moment().At
		s.words = s.study.Course().Words()
		h := s.study.Home(now)
		s.gap()
		s.greet(h)
		items, standard := s.homeItems(h, now), 0
		if h.Next.OK() {
			standard = 1
		}
		p := prompt{ask: "Your choice"}
		if len(items) == 0 {
			s.say("There is nothing in this course yet. " + s.authors("Its author can run hearten lint to see why.", "Type p to hear why."))
			p.ask = "Type q to quit"
		}
		switch err := unlessBack(s.menu(p, items, standard)); {
		case errors.Is(err, errEdited):
			s.takeUp()
		case err != nil:
			return err
		}
	}
}

func (s *session) greet(h study.Home) {
	switch {
	case h.Fresh:
		s.tell("Welcome.")
	case h.Away:
		s.tell("Welcome back.")
	}
	switch {
	case h.Of == 0:
		s.say("Home.")
	case h.Done == h.Of:
		s.sayf("Home. You have been through all of it: %s.", activities(h.Of))
	default:
		s.sayf("Home. Done so far: %d of %s. Left: %s.", h.Done, activities(h.Of), minutes(h.MinutesLeft))
	}
}

// homeItems is what home offers: to go on, what is due to be asked again, the
// modules, and the plans whose day has come. What a plan says stays hidden until it is opened.
func (s *session) homeItems(h study.Home, now time.Time) []item {
	var items []item
	if up := h.Next; up.OK() {
		label := fmt.Sprintf("%s %s %s: %s Activity %d of %d, %s.", going(h), stop(up.Module.Title),
			kindWord(up.Activity.Kind), stop(up.Activity.Title), up.N, up.Of, minutes(up.Activity.Minutes))
		items = append(items, item{label, func() error { return s.module(up.Module.ID, up.Activity.ID) }})
	}
	if due, ok := s.reviewItem(now); ok {
		items = append(items, due)
	}
	for i, line := range h.Modules {
		label := fmt.Sprintf("Module %d: %s %s", i+1, stop(line.Module.Title), s.standing(line))
		items = append(items, item{label, func() error { return s.module(line.Module.ID, "") }})
	}
	for _, plan := range h.CheckIns {
		label := fmt.Sprintf("Your plan of %s: how did it go?", date(plan.MadeAt))
		items = append(items, item{label, func() error { return s.checkIn(plan) }})
	}
	if back := h.Looking; back.OK() {
		label := fmt.Sprintf("Go on looking back at %s", stop(back.Activity.Title))
		items = append(items, item{label, func() error { return s.module(back.Module.ID, back.Activity.ID) }})
	}
	return items
}

func going(h study.Home) string {
	if h.Fresh {
		return "Start:"
	}
	return "Continue:"
}

// standing says how far a module has come.
func (s *session) standing(line study.ModuleLine) string {
	switch {
	case line.Module.Broken:
		return "It cannot be read; " + s.authors("its author can run hearten lint.", "type p to hear why.")
	case line.State == study.Done:
		return fmt.Sprintf("Finished on %s.", date(line.FinishedAt))
	case line.State == study.NotBegun:
		return fmt.Sprintf("Not begun, %s.", minutes(line.MinutesLeft))
	}
	return fmt.Sprintf("%d of %d done, %s left.", line.Done, line.Of, minutes(line.MinutesLeft))
}

func activities(n int) string {
	if n == 1 {
		return "1 activity"
	}
	return fmt.Sprintf("%d activities", n)
}

func minutes(n int) string { return "about " + count(n, "minute") }
