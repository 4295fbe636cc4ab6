package study

import (
	"time"

	"hearten/course"
	"hearten/course/scenario"
	"hearten/progress"
)

// Debrief is what follows an ending.
type Debrief struct {
	Ending      scenario.Ending
	Asks        []Field // what the learner is asked before the expert speaks
	Steps       []DebriefStep
	Turned      int               // the decision, from 1, after which the best ending in reach was a lesser one; 0 for none
	Seen        []scenario.Ending // the endings seen so far, in story order
	EndingsSeen int
	Endings     int
	Expert      string          // Markdown
	Plan        course.Activity // where the module asks for a plan; zero where it does not
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
	// What the best ending still in reach was, before the decision and after
	// it; empty where that is not known.
	Best, BestAfter scenario.Outcome
	last            bool // it led to the ending
}

// Fell says that the decision put the best ending that was in reach out of it.
func (d DebriefStep) Fell() bool { return d.BestAfter.Worse(d.Best) }

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
	d.outlook(s.play)
	d.Seen = s.seenEndings(d.Ending.ID)
	d.EndingsSeen = len(d.Seen)
	d.Plan = s.planned()
	return d
}

// outlook says of each decision what it left in reach, and which one it was
// that turned the story.
func (d *Debrief) outlook(play scenario.Play) {
	best, known := play.Outlook()
	if !known {
		return
	}
	for i := range d.Steps {
		d.Steps[i].Best, d.Steps[i].BestAfter, d.Steps[i].last = best[i], best[i+1], i == len(d.Steps)-1
		if d.Turned == 0 && d.Steps[i].Fell() {
			d.Turned = i + 1
		}
	}
}

// planned is the activity of the module in which the learner makes a plan.
func (s Scenario) planned() course.Activity {
	for _, a := range s.content.Module.Activities {
		if a.Kind == course.KindPlan && !a.Broken {
			return a
		}
	}
	return course.Activity{}
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

// seenEndings are the endings that the learner has come to in any run.
func (s Scenario) seenEndings(now string) []scenario.Ending {
	seen := map[string]bool{now: true}
	for _, run := range s.known.Runs {
		if run.Finished != nil {
			seen[s.renamed("endings", run.Finished.Result)] = true
		}
	}
	var all []scenario.Ending
	for _, e := range s.play.Story().Spec().Endings {
		if seen[e.ID] {
			all = append(all, e)
		}
	}
	return all
}

// Explain keeps what the learner says to one of the debrief's questions.
func (s Scenario) Explain(field, text string, m Moment) (Scenario, Unsaved) {
	for _, f := range s.Debrief().Asks {
		if f.ID == field && f.Text != text {
			s.texts, s.drafts = s.texts.with(field, text), without(s.drafts, field)
			return s, s.unsaved(m, f.wrote(text))
		}
	}
	return s, Unsaved{}
}

// Reach says in a sentence what the decision left in reach; empty where that
// is not known.
func (d DebriefStep) Reach() string {
	switch {
	case d.Fell():
		return "After this, " + anEnding(d.Best) + " was out of reach."
	case d.BestAfter == "":
		return ""
	case d.last:
		return "It led to " + anEnding(d.BestAfter) + "."
	case d.BestAfter == scenario.Bad:
		return "After this, only " + anEnding(d.BestAfter) + " was in reach."
	}
	return "After this, " + anEnding(d.BestAfter) + " was still in reach."
}

func anEnding(o scenario.Outcome) string {
	if o == scenario.Bad {
		return "a hard ending"
	}
	return "a " + string(o) + " ending"
}
