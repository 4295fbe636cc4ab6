package study

import (
	"strings"
	"unicode/utf8"

	"hearten/course"
	"hearten/course/scenario"
	"hearten/progress"
)

// Map is a story as far as the learner has seen it, in this run or in an
// earlier one. What they have not seen is not in it, not even as a number;
// but how many endings there are has never been a secret.
type Map struct {
	Scenes  []MapScene // in the order in which they were first seen
	Here    int        // the scene where the play stands, from 1; 0 once it has ended
	Ending  string     // the id of the ending it came to, or empty
	Seen    []scenario.Ending
	Endings int
}

// MapScene is a scene that was seen.
type MapScene struct {
	ID      string
	Text    string // as it was first shown
	Choices []MapChoice
}

// MapChoice is a choice that was offered in a scene.
type MapChoice struct {
	ID, Say string
	Now     bool // it is on the way of this play
	Led     []MapTarget
}

// Tried says that the choice was taken at least once.
func (c MapChoice) Tried() bool { return len(c.Led) > 0 }

// MapTarget is where a choice led: to a scene, from 1, or to an ending.
type MapTarget struct {
	Scene  int
	Ending scenario.Ending
}

// Map is the story as far as it has been seen.
func (s Scenario) Map() Map {
	d := drawing{places: map[string]int{}}
	for _, run := range s.known.Runs {
		d.walk(s.retrace(run), false)
	}
	d.walk(s.play, true)
	m := Map{Scenes: d.scenes, Endings: len(s.play.Story().Spec().Endings)}
	end, ended := s.play.Ending()
	if ended {
		m.Ending = end.ID
	} else {
		m.Here = d.places[s.play.Scene().ID]
	}
	m.Seen = s.seenEndings(m.Ending)
	return m
}

// retrace walks a recorded run as far as the story still goes that way.
func (s Scenario) retrace(run progress.Run) scenario.Play {
	play, _ := s.replay(run)
	return play
}

// drawing is a map in the making.
type drawing struct {
	scenes []MapScene
	places map[string]int // of scenes, from 1
}

// walk adds what was seen on a play's way.
func (d *drawing) walk(play scenario.Play, now bool) {
	steps := play.Steps()
	for i := range steps {
		d.see(play.Back(i + 1))
	}
	if _, ended := play.Ending(); !ended {
		d.see(play)
	}
	for _, step := range steps {
		target := MapTarget{Scene: d.places[step.To]}
		if target.Scene == 0 {
			target.Ending, _ = play.Story().Ending(step.To)
		}
		d.led(step, target, now)
	}
}

// see adds the scene that a play stands in, and what it offers there.
func (d *drawing) see(play scenario.Play) {
	id := play.Scene().ID
	if d.places[id] == 0 {
		d.scenes = append(d.scenes, MapScene{ID: id, Text: play.Text()})
		d.places[id] = len(d.scenes)
	}
	scene := &d.scenes[d.places[id]-1]
	for _, c := range play.Offered() {
		if scene.choice(c.ID) == nil {
			scene.Choices = append(scene.Choices, MapChoice{ID: c.ID, Say: c.Say})
		}
	}
}

func (d *drawing) led(step scenario.Step, to MapTarget, now bool) {
	c := d.scenes[d.places[step.Scene]-1].choice(step.Choice)
	c.Now = c.Now || now
	for _, known := range c.Led {
		if known == to {
			return
		}
	}
	c.Led = append(c.Led, to)
}

func (s MapScene) choice(id string) *MapChoice {
	for i := range s.Choices {
		if s.Choices[i].ID == id {
			return &s.Choices[i]
		}
	}
	return nil
}

// Name is what a scene goes by: its first words. Authors give scenes no
// names that a learner could read.
func (s MapScene) Name() string {
	text := strings.Join(strings.Fields(plainWords(s.Text)), " ")
	const enough = 12 // letters: "Hm." says nothing
	for i, r := range text {
		end := i + utf8.RuneLen(r)
		if strings.ContainsRune(".?!…", r) && i > enough && strings.HasPrefix(text[end:], " ") {
			return text[:end]
		}
	}
	return text
}

// plainWords is the first block of a Markdown text, as words.
func plainWords(markdown string) string {
	for _, b := range course.Prose(markdown) {
		if b.Plain != "" {
			return b.Plain
		}
	}
	return ""
}
