package study

import (
	"fmt"
	"slices"

	"hearten/course"
	"hearten/course/scenario"
	"hearten/progress"
)

// Stage is how far a scenario has come: the play, then what follows it.
type Stage int

// The stages, in order. The learner explains before the expert does.
const (
	Playing Stage = iota
	Ended         // the ending is read
	Asking        // the learner says what turned
	Path          // own path and the roads not taken
	Expert        // the expert view
)

// Scenario is a scenario being played, or its debrief being read.
type Scenario struct {
	seat
	play   scenario.Play
	stage  Stage
	known  progress.Activity
	texts  texts
	drafts map[string]Typing
}

// beginScenario takes a play up again. Of one that no longer fits, what still
// does can be kept; else it begins anew.
func beginScenario(o Opened, known progress.Activity, m Moment, keeps bool) (Scenario, Unsaved) {
	s := Scenario{seat: newSeat(o.Content, "", Fits), play: o.Content.Story.Begin(), known: known, drafts: o.Drafts}
	s.texts = s.written(known)
	run, ok := latest(known)
	if !ok {
		return s.start(m, progress.Started{}, Fits)
	}
	play, err := s.replay(run)
	if err != nil && keeps && len(play.Steps()) > 0 {
		return s.from(play, run, m)
	}
	if err != nil {
		return s.start(m, progress.Started{}, FitsNot)
	}
	s.run, s.fit, s.play = run.ID, fit(run, o.Content), play
	s.stage = s.stageOf(run)
	return s, Unsaved{}
}

// from goes on with as much of a run as a play could take up.
func (s Scenario) from(play scenario.Play, run progress.Run, m Moment) (Scenario, Unsaved) {
	s.play = play
	s, unsaved := s.start(m, progress.Started{From: run.ID, FromStep: len(play.Steps())}, FitsPartly)
	s.stage = s.stageOf(progress.Run{})
	return s, unsaved
}

func (s Scenario) start(m Moment, from progress.Started, fit Fit) (Scenario, Unsaved) {
	s.run, s.fit, s.stage = m.ID, fit, Playing
	from.Hash = s.content.Hash()
	s.known.Runs = append(slices.Clip(s.known.Runs), progress.Run{ID: m.ID, Started: from})
	return s, s.unsaved(m, from)
}

// did adds to what is known of the run that is being played.
func (s Scenario) did(m Moment, chosen progress.Chose, end *progress.Finished) Scenario {
	s.known.Runs = slices.Clone(s.known.Runs)
	run := &s.known.Runs[len(s.known.Runs)-1]
	run.Steps = append(slices.Clip(run.Steps), progress.Event{Entry: s.entry(m, chosen)})
	if end != nil {
		run.Finished = end
	}
	return s
}

// replay walks a recorded run again by ids: first the decisions it took over
// from the run it began in, then its own.
func (s Scenario) replay(run progress.Run) (scenario.Play, error) {
	play := s.content.Story.Begin()
	for _, step := range s.decisions(run) {
		scene := s.renamed("scenes", step.Scene)
		if got := play.Scene().ID; got != scene {
			return play, fmt.Errorf("the story stands in scene %q now, not in %q", got, scene)
		}
		next, err := play.Choose(s.renamed("scenes/"+scene+"/choices", step.Choice))
		if err != nil {
			return play, err
		}
		play = next
	}
	return play, nil
}

// renamed is the id that an older id of the activity has today.
func (s seat) renamed(path, id string) string {
	if now, ok := s.content.Renames[path+"/"+id]; ok {
		return now
	}
	return id
}

// decisions lists every decision that leads to where a run stands.
func (s Scenario) decisions(run progress.Run) []progress.Chose {
	var all []progress.Chose
	for _, earlier := range s.known.Runs {
		if earlier.ID == run.Started.From && earlier.ID < run.ID {
			before := s.decisions(earlier)
			all = append(all, before[:min(run.Started.FromStep, len(before))]...)
		}
	}
	for _, e := range run.Steps {
		if c, ok := e.Data.(progress.Chose); ok {
			all = append(all, c)
		}
	}
	return all
}

func (s Scenario) stageOf(run progress.Run) Stage {
	if _, ended := s.play.Ending(); !ended {
		return Playing
	}
	return min(max(Stage(lastReached(run)), Ended), Expert)
}

// midDebrief says that a run has come to its end, and never yet to that of the
// debrief.
func midDebrief(run progress.Run) bool {
	reached := Playing
	if run.Finished != nil {
		reached = Ended
	}
	for _, e := range run.Steps {
		if r, ok := e.Data.(progress.Reached); ok {
			reached = max(reached, Stage(r.Block))
		}
	}
	return reached >= Ended && reached < Expert
}

// Play is the walk through the story as it stands.
func (s Scenario) Play() scenario.Play { return s.play }

// Stage is how far the scenario has come.
func (s Scenario) Stage() Stage { return s.stage }

// Decision is the number of the decision now being made, from 1.
func (s Scenario) Decision() int { return len(s.play.Steps()) + 1 }

// Last is the decision that led here; false at the start.
func (s Scenario) Last() (scenario.Step, bool) {
	steps := s.play.Steps()
	if len(steps) == 0 {
		return scenario.Step{}, false
	}
	return steps[len(steps)-1], true
}

// Choose takes a choice of the scene by its id. It fails where the choice is
// not offered.
func (s Scenario) Choose(id string, m Moment) (Scenario, Unsaved, error) {
	play, err := s.play.Choose(id)
	if err != nil {
		return s, Unsaved{}, err
	}
	s.play, s.fit = play, Fits
	chosen := chose(play)
	end, ended := play.Ending()
	if !ended {
		return s.did(m, chosen, nil), s.unsaved(m, chosen), nil
	}
	finished := progress.Finished{Result: end.ID}
	s.stage = Ended
	return s.did(m, chosen, &finished), s.unsaved(m, chosen, finished), nil
}

// chose is the event of a play's last step.
func chose(play scenario.Play) progress.Chose {
	steps := play.Steps()
	step := steps[len(steps)-1]
	story := play.Story()
	c := progress.Chose{Scene: step.Scene, Choice: step.Choice, Words: course.Clean(step.Say), To: step.To, Meters: map[string]int{}}
	for _, meter := range story.Meters() {
		c.Meters[meter.Name] = play.Meter(meter.Name)
	}
	for _, flag := range story.Spec().Flags {
		if play.Flag(flag) {
			c.Flags = append(c.Flags, flag)
		}
	}
	return c
}

// To is the debrief at another stage; a play that has not ended stays where
// it is.
func (s Scenario) To(stage Stage, m Moment) (Scenario, Unsaved) {
	if s.stage == Playing || stage == s.stage {
		return s, Unsaved{}
	}
	return s.at(min(max(stage, Ended), Expert), m)
}

// replayed is the run of which this one plays a part again, and its play; false
// where this one is no replay, or the other no longer fits.
func (s Scenario) replayed() (progress.Run, scenario.Play, bool) {
	run, _ := latest(s.known)
	for from := run.Started.From; from != ""; {
		i := slices.IndexFunc(s.known.Runs, func(r progress.Run) bool { return r.ID == from })
		if i < 0 || s.known.Runs[i].Started.From == from {
			break
		}
		play, err := s.replay(s.known.Runs[i])
		if _, ended := play.Ending(); err == nil && ended {
			return s.known.Runs[i], play, true
		}
		from = s.known.Runs[i].Started.From
	}
	return progress.Run{}, scenario.Play{}, false
}

// Replaying says that the play is of a part of one that has ended, so that
// there is a debrief to go back to.
func (s Scenario) Replaying() bool {
	_, _, ok := s.replayed()
	return ok && s.stage == Playing
}

// Drop goes back to the debrief of the play that is being replayed, as far as
// it had come. What was done in the replay stays recorded.
func (s Scenario) Drop(m Moment) (Scenario, Unsaved) {
	run, play, ok := s.replayed()
	if !ok {
		return s, Unsaved{}
	}
	s.play = play
	stage := s.stageOf(run)
	s, begun := s.start(m, progress.Started{From: run.ID, FromStep: len(play.Steps())}, Fits)
	next, reached := s.at(stage, m)
	return next, begun.And(reached)
}

func (s Scenario) at(stage Stage, m Moment) (Scenario, Unsaved) {
	s.stage = stage
	return s, s.unsaved(m, progress.Reached{Block: int(stage)})
}

// Replay goes back to before a decision, counted from 1, and plays on from
// there in a run of its own. What was recorded stays.
func (s Scenario) Replay(decision int, m Moment) (Scenario, Unsaved) {
	from := progress.Started{From: s.run, FromStep: decision - 1}
	s.play = s.play.Back(decision)
	return s.start(m, from, Fits)
}
