package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/course/scenario"
)

// debriefScreen is what follows a scenario: the ending, what the learner
// says to it, their own path with the roads not taken, and only then the
// expert.
type debriefScreen struct {
	scenario study.Scenario
	debrief  study.Debrief
	form     form // of the questions to the learner
	words    bool // meters in words, and the path as a list
	open     int  // the decision of the path whose details are shown
	frame    frame
	pane     pane
	side     []string // beside the path in a wide window: the open decision
	does     []debriefStep
}

// debriefStep is what Enter does on an item.
type debriefStep func(debriefScreen) (screen, tea.Msg)

func newDebrief(s study.Scenario) debriefScreen {
	d := debriefScreen{scenario: s, debrief: s.Debrief(), form: form{buttons: []string{"Continue"}}}
	for _, f := range d.debrief.Asks {
		d.form.fields = append(d.form.fields, newField(f.ID, f.Ask, f.Typed()))
	}
	d.form = d.form.to(0)
	return d
}

// Layout sets the stage the debrief is at.
func (d debriefScreen) Layout(f frame) screen {
	d.frame = f
	if d.scenario.Stage() == study.Asking {
		return d.set(d.form)
	}
	d.does, d.side = nil, nil
	if d.scenario.Stage() == study.Path {
		return d.layPath(f)
	}
	s := f.sheet()
	if d.scenario.Stage() == study.Ended {
		d.ending(s)
	} else {
		d.expert(s)
	}
	d.pane = s.pane(len(s.items)-1).from(d.pane, f.Height)
	return d
}

// way adds something to do at the end of a stage.
func (d *debriefScreen) way(s *sheet, words string, do debriefStep) {
	s.item("", words, "")
	d.does = append(d.does, do)
}

func (d *debriefScreen) ending(s *sheet) {
	if last, ok := d.scenario.Last(); ok {
		s.echo(last.Say, d.frame)
	}
	end := d.debrief.Ending
	s.title(plain(end.Title))
	s.prose(end.Text)
	s.gap()
	s.add(0, outcome(s.look, end.Outcome)+s.dim.Render("  "+endingsSeen(d.debrief.EndingsSeen, d.debrief.Endings)))
	s.gap()
	if readings := d.scenario.Play().Readings(); len(readings) > 0 {
		if d.words {
			s.note(plain(d.scenario.MetersNote()))
		}
		s.add(2, d.frame.meters(readings, metersHow{inWords: d.words}, s.measure()-2)...)
		s.gap()
	}
	d.way(s, "Look back at it", debriefScreen.forward)
}

func endingsSeen(n, of int) string {
	return fmt.Sprintf("%d of %s seen", n, count(of, "ending", "endings"))
}

// outcome is how a story ended, in a sign and in words.
func outcome(l *look, o scenario.Outcome) string {
	return outcomeSign(l, o) + " " + l.strong.Render(outcomeWords(o))
}

func outcomeSign(l *look, o scenario.Outcome) string {
	switch o {
	case scenario.Good:
		return l.good.Render(l.done)
	case scenario.Bad:
		return l.bad.Render(l.wrong)
	}
	return l.mixed.Render(l.begun)
}

func outcomeWords(o scenario.Outcome) string {
	switch o {
	case scenario.Good:
		return "A good ending"
	case scenario.Bad:
		return "A hard ending"
	}
	return "A mixed ending"
}

// set sets the questions to the learner, who speaks before the expert does.
func (d debriefScreen) set(changed form) screen {
	top := d.pane.top
	s := d.frame.sheet()
	s.text("Before you see the expert's view: what do you make of it?")
	s.note(privacyNote)
	s.gap()
	d.form, d.pane = changed.set(s, d.frame.Height)
	d.pane.top = min(top, d.pane.last())
	d.pane = d.pane.seen()
	return d
}

func (d *debriefScreen) expert(s *sheet) {
	s.title("The expert's view")
	s.gap()
	if d.debrief.Expert == "" {
		s.note("The author of this scenario gives none.")
	}
	s.prose(d.debrief.Expert)
	s.sourcesOf(d.scenario.Content().Cited, d.debrief.Expert)
	s.gap()
	d.transfer(s)
	d.way(s, "Your path again", debriefScreen.backward)
	d.way(s, "The map of the story", debriefScreen.showMap)
	d.way(s, "Play it again from the start", func(d debriefScreen) (screen, tea.Msg) { return d.replay(1) })
	d.way(s, "Done: back to the course", func(d debriefScreen) (screen, tea.Msg) { return d, backMsg{} })
}

// transfer leads from the story to the learner's own work.
func (d *debriefScreen) transfer(s *sheet) {
	to := d.debrief.Plan
	if to.ID == "" {
		return
	}
	s.text("What of this would you do at work? This module has a page for one plan.")
	s.gap()
	module := d.scenario.Content().Module.ID
	d.way(s, "To that page: "+plain(to.Title), func(d debriefScreen) (screen, tea.Msg) { return d, openMsg{module, to.ID} })
}

func (d debriefScreen) showMap() (screen, tea.Msg) {
	return d, pushMsg{screen: newMap(d.scenario)}
}

// stages are those of this debrief: without questions, nobody is asked.
func (d debriefScreen) stages() []study.Stage {
	if len(d.form.fields) == 0 {
		return []study.Stage{study.Ended, study.Path, study.Expert}
	}
	return []study.Stage{study.Ended, study.Asking, study.Path, study.Expert}
}

// step is the place of the stage in the debrief, from 0.
func (d debriefScreen) step() int {
	for i, s := range d.stages() {
		if s >= d.scenario.Stage() {
			return i
		}
	}
	return len(d.stages()) - 1
}

func (d debriefScreen) forward() (screen, tea.Msg) {
	return d.stage(min(d.step()+1, len(d.stages())-1))
}

func (d debriefScreen) backward() (screen, tea.Msg) { return d.stage(max(0, d.step()-1)) }

func (d debriefScreen) stage(step int) (screen, tea.Msg) {
	next, unsaved := d.scenario.To(d.stages()[step], d.frame.moment())
	return d, saveMsg{unsaved: unsaved, reads: true, then: func() (screen, tea.Msg) {
		d.scenario, d.debrief, d.pane, d.open = next, next.Debrief(), pane{}, 0
		return d, nil
	}}
}

// explain keeps what the learner says, one question after the other, and
// then goes on.
func (d debriefScreen) explain(i int) (screen, tea.Msg) {
	if i == len(d.form.fields) {
		return d.forward()
	}
	f := d.form.fields[i]
	next, unsaved := d.scenario.Explain(f.id, f.text(), d.frame.moment())
	return d, saveMsg{unsaved: unsaved, wrote: true, then: func() (screen, tea.Msg) {
		d.scenario = next
		return d.explain(i + 1)
	}}
}

func (d debriefScreen) replay(decision int) (screen, tea.Msg) {
	next, unsaved := d.scenario.Replay(decision, d.frame.moment())
	return d, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) { return newScenario(next), nil }}
}

// Title names the scenario and the step of the debrief.
func (d debriefScreen) Title() (left, right string) {
	return "Debrief: " + d.scenario.Content().Activity.Title, fmt.Sprintf("step %d of %d", d.step()+1, len(d.stages()))
}

// Body is the stage, and in a wide window what belongs to the open decision.
func (d debriefScreen) Body() body {
	b := d.pane.body()
	if d.side != nil {
		b.lines = beside(b.lines, d.side, pathColumn)
	}
	return b
}

// Typing says that letters are text.
func (d debriefScreen) Typing() bool {
	return d.scenario.Stage() == study.Asking && d.form.typing()
}

// Type puts text into the field that has the focus.
func (d debriefScreen) Type(msg tea.Msg) screen { return d.set(d.form.typed(msg)) }

// Drafts is what stands in the fields.
func (d debriefScreen) Drafts() []study.Draft {
	c := d.scenario.Content()
	return d.form.drafts(c.Module.ID, c.Activity.ID)
}

// Actions are those of the form, or of the stage.
func (d debriefScreen) Actions() []action {
	if d.scenario.Stage() == study.Asking {
		with := func(p pane) screen { d.pane = p; return d }
		press := func(int) (screen, tea.Msg) { return d.explain(0) }
		return append(d.form.actions(d.set, press), scrolling(d.pane, with), back(d, d.frame.textKept("leave")))
	}
	all := []action{moving("move", d.pane, d.with), d.entering()}
	if d.scenario.Stage() == study.Path {
		all = append(all, d.replays()...)
	}
	if d.scenario.Stage() < study.Expert {
		all = append(all, on("l", d.listed(), func(string) (screen, tea.Msg) {
			d.words = !d.words
			return d.Layout(d.frame), nil
		}, "l"))
	}
	all = append(all, on("m", "map", func(string) (screen, tea.Msg) { return d.showMap() }, "m"))
	if d.step() > 0 {
		all = append(all, on("←", "step back", func(string) (screen, tea.Msg) { return d.backward() }, "left"))
	}
	return append(all, paging(d.pane, d.with), back(d, "leave (saved)"))
}

// entering is Enter: it reads on through the path, and does what stands on
// any other item.
func (d debriefScreen) entering() action {
	if d.onDecision() {
		return on("Enter", "read on", d.enter, "enter")
	}
	return entering("choose", d.pane, d.enter)
}

// listed says what the list view is of.
func (d debriefScreen) listed() string {
	if d.scenario.Stage() == study.Path {
		return "as a list"
	}
	return "meters in words"
}

func (d debriefScreen) enter(string) (screen, tea.Msg) {
	switch i := d.pane.focus; {
	case d.onDecision():
		return d.with(d.pane.press("down")), nil
	case i >= 0:
		return d.does[i](d)
	}
	return d.with(d.pane.page()), nil
}
