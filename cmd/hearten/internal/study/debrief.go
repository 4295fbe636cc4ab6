package study

import (
	"time"

	"hearten/course/scenario"
	"hearten/progress"
)

// Debrief is what follows an ending.
type Debrief struct {
	Ending      scenario.Ending
	Asks        []Field // what the learner is asked before the expert speaks
	Steps       []DebriefStep
	EndingsSeen int
	Endings     int
	Expert      string // Markdown
}

// DebriefStep is one decision of the learner's own path.
type DebriefStep struct {
	Scene   string
	Said    string
	Because string // what the choice protected, and what it cost
	Inside  string // what the other person thought; may be empty
	Before  []int  // the meters, in story order
	After   []int
	Not     []Road
}

// Road is a choice that was offered and not taken.
type Road struct {
	Say     string
	Because string
	Tried   time.Time // when an earlier run took it; zero for never
}

// Debrief is what follows the play's ending, as far as the play has come.
func (s Scenario) Debrief() Debrief {
	story := s.play.Story()
	spec := story.Spec()
	d := Debrief{Endings: len(spec.Endings), Expert: spec.Debrief.Expert}
	d.Ending, _ = s.play.Ending()
	for _, p := range s.content.Asks {
		d.Asks = append(d.Asks, s.texts.field(p, s.drafts))
	}
	tried := s.tried()
	for i, step := range s.play.Steps() {
		d.Steps = append(d.Steps, debriefStep(s.play.Back(i+1), step, tried))
	}
	d.EndingsSeen = s.endingsSeen(d.Ending.ID)
	return d
}

func debriefStep(before scenario.Play, step scenario.Step, tried map[[2]string]time.Time) DebriefStep {
	d := DebriefStep{Scene: step.Scene, Said: step.Say, Before: step.Before, After: step.After, Inside: before.Scene().Inside}
	for _, c := range before.Offered() {
		if c.ID == step.Choice {
			d.Because = c.Because
			continue
		}
		d.Not = append(d.Not, Road{c.Say, c.Because, tried[[2]string{step.Scene, c.ID}]})
	}
	return d
}

// tried says when each choice, by scene and id, was last taken in any run.
func (s Scenario) tried() map[[2]string]time.Time {
	at := map[[2]string]time.Time{}
	for _, run := range s.known.Runs {
		for _, e := range run.Steps {
			if c, ok := e.Data.(progress.Chose); ok {
				scene := s.renamed("scenes", c.Scene)
				at[[2]string{scene, s.renamed("scenes/"+scene+"/choices", c.Choice)}] = e.At
			}
		}
	}
	return at
}

func (s Scenario) endingsSeen(now string) int {
	seen := map[string]bool{now: true}
	for _, run := range s.known.Runs {
		if run.Finished == nil {
			continue
		}
		if id := s.renamed("endings", run.Finished.Result); s.hasEnding(id) {
			seen[id] = true
		}
	}
	return len(seen)
}

func (s Scenario) hasEnding(id string) bool {
	_, ok := s.play.Story().Ending(id)
	return ok
}

// Explain keeps what the learner says to one of the debrief's questions.
func (s Scenario) Explain(field, text string, m Moment) (Scenario, Unsaved) {
	for _, f := range s.Debrief().Asks {
		if f.ID == field && f.Text != text {
			s.texts = s.texts.with(field, text)
			return s, s.unsaved(m, f.wrote(text))
		}
	}
	return s, Unsaved{}
}
