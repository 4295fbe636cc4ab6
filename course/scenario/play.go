package scenario

import (
	"fmt"
	"slices"
)

// Play is one run through a story. It is a value: Choose and Back return
// another play and leave this one as it is.
type Play struct {
	story *Story
	at    int // a scene, or an ending after the scenes
	now   state
	steps []step
}

// step is a choice that was taken, by its place in the story.
type step struct {
	scene, choice int
	before, after state
	to            int
}

// Begin is a play before its first decision.
func (s *Story) Begin() Play { return Play{story: s, at: s.start, now: s.begin} }

// Story is the story being played.
func (p Play) Story() *Story { return p.story }

// Scene is where the play stands; the zero Scene once it has ended.
func (p Play) Scene() Scene {
	if p.ended() {
		return Scene{}
	}
	return p.story.spec.Scenes[p.at]
}

// Ending is the ending the play has come to; false while it goes on.
func (p Play) Ending() (Ending, bool) {
	if !p.ended() {
		return Ending{}, false
	}
	return p.story.spec.Endings[p.at-len(p.story.scenes)], true
}

func (p Play) ended() bool { return p.at >= len(p.story.scenes) }

// ending is the number of the ending reached.
func (p Play) ending() int { return max(p.at-len(p.story.scenes), noEnding) }

// Text is the text of the scene in the state the play is in, or of the
// ending.
func (p Play) Text() string {
	if ending, ok := p.Ending(); ok {
		return ending.Text
	}
	i := p.story.scenes[p.at].shown(p.now)
	if i < 0 {
		return ""
	}
	return p.Scene().Text[i].Text
}

// Offered are the choices that are open now, in the author's order.
func (p Play) Offered() []Choice {
	if p.ended() {
		return nil
	}
	var open []Choice
	choices := p.story.scenes[p.at].choices
	for i := range choices {
		if choices[i].offered(p.now) {
			open = append(open, p.Scene().Choices[i])
		}
	}
	return open
}

// Choose takes the choice with an id and returns the play after it. It fails
// where that choice is not offered.
func (p Play) Choose(id string) (Play, error) {
	if ending, ok := p.Ending(); ok {
		return p, fmt.Errorf("the story has ended with %s; nothing is left to choose", quote(ending.ID))
	}
	i := slices.IndexFunc(p.Scene().Choices, func(c Choice) bool { return c.ID == id })
	if i < 0 || !p.story.scenes[p.at].choices[i].offered(p.now) {
		return p, fmt.Errorf("the choice %s is not offered in the scene %s; %s", quote(id), quote(p.Scene().ID), p.offers())
	}
	next := p
	c := &p.story.scenes[p.at].choices[i]
	now, branch := c.taken(p.now)
	next.now, next.at = now, c.to[branch].to
	next.steps = append(slices.Clip(p.steps), step{p.at, i, p.now, next.now, next.at})
	return next, nil
}

// offers says what could have been chosen.
func (p Play) offers() string {
	var ids []string
	for _, c := range p.Offered() {
		ids = append(ids, quote(c.ID))
	}
	switch len(ids) {
	case 0:
		return "nothing is"
	case 1:
		return "only " + ids[0] + " is"
	}
	return listed(ids) + " are"
}

// Meter is the value of a meter; 0 where there is none of that name.
func (p Play) Meter(name string) int {
	i, ok := p.story.names.meter(name)
	if !ok {
		return 0
	}
	return p.story.value(i, p.now)
}

// Flag says whether a flag is set; false where there is none of that name.
func (p Play) Flag(name string) bool {
	i, ok := p.story.names.flag(name)
	return ok && p.now.flag(i)
}

// Reading is what a meter shows, and how far the last step moved it.
type Reading struct {
	Meter         Meter
	Value, Change int
}

// Readings are the meters that a learner sees while playing.
func (p Play) Readings() []Reading {
	before := p.now
	if n := len(p.steps); n > 0 {
		before = p.steps[n-1].before
	}
	var all []Reading
	for i, m := range p.story.spec.Meters {
		if m.Seen == SeenPlay {
			all = append(all, Reading{m, p.story.value(i, p.now), p.now.height(i) - before.height(i)})
		}
	}
	return all
}

// Step is a decision that was made: where, what, and where it led. Before and
// After are all meters in the author's order.
type Step struct {
	Scene, Choice, Say, To string
	Before, After          []int
}

// Steps are the decisions of the play so far.
func (p Play) Steps() []Step {
	all := make([]Step, 0, len(p.steps))
	for _, t := range p.steps {
		scene := p.story.spec.Scenes[t.scene]
		taken := scene.Choices[t.choice]
		all = append(all, Step{
			Scene: scene.ID, Choice: taken.ID, Say: taken.Say, To: p.story.idOf(t.to),
			Before: p.story.values(t.before), After: p.story.values(t.after),
		})
	}
	return all
}

func (s *Story) values(now state) []int {
	all := make([]int, len(s.spec.Meters))
	for i := range all {
		all[i] = s.value(i, now)
	}
	return all
}

// Back is the play as it was before a decision, counted from 1. Before the
// first there is only the beginning; after the last, the play as it is.
func (p Play) Back(decision int) Play {
	keep := max(decision-1, 0)
	if keep >= len(p.steps) {
		return p
	}
	first := p.steps[keep]
	return Play{story: p.story, at: first.scene, now: first.before, steps: slices.Clip(p.steps[:keep])}
}
