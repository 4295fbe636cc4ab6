package scenario

import (
	"fmt"
	"strings"
)

// Run plays a test. The error, if the story does not do what the test
// expects, says at which choice it went another way, and what the state was.
func (s *Story) Run(t Test) error {
	expected, errs := parseCondition(t.Expect, s.names.inTest(s.spec.Endings))
	if len(errs) > 0 {
		return fmt.Errorf("the test %s cannot be run: %s; %s", quote(t.Name), errs[0].Cause, errs[0].Fix)
	}
	play := s.Begin()
	for i, id := range t.Play {
		next, err := play.Choose(id)
		if err != nil {
			return fmt.Errorf("the test %s fails at choice %d of %d: %w (%s)", quote(t.Name), i+1, len(t.Play), err, play.situation())
		}
		play = next
	}
	if expected.holds(play.now, play.ending()) {
		return nil
	}
	return fmt.Errorf("the test %s expects %s, but %s (%s; the way was %s)",
		quote(t.Name), t.Expect, play.outcome(), play.situation(), play.way())
}

func (p Play) outcome() string {
	if ending, ok := p.Ending(); ok {
		return "the play ended with " + quote(ending.ID)
	}
	return fmt.Sprintf("the play stopped in the scene %s, where %s offered", quote(p.Scene().ID), p.offers())
}

// situation is the state in words.
func (p Play) situation() string {
	var parts []string
	for i, m := range p.story.spec.Meters {
		parts = append(parts, fmt.Sprintf("%s %d", m.Name, p.story.value(i, p.now)))
	}
	for i, f := range p.story.spec.Flags {
		if p.now.flag(i) {
			parts = append(parts, f)
		}
	}
	if len(parts) == 0 {
		return "with nothing set"
	}
	return "with " + listed(parts)
}

// way is the play as the scenes it came through.
func (p Play) way() string {
	if len(p.steps) == 0 {
		return "no choice at all"
	}
	var b strings.Builder
	for _, s := range p.Steps() {
		fmt.Fprintf(&b, "%s: %s → ", s.Scene, s.Choice)
	}
	return b.String() + p.story.idOf(p.at)
}
