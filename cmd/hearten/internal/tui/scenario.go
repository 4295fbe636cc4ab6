package tui

import (
	"fmt"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/course/scenario"
)

// scenarioScreen is a scenario being played: what happened, the scene, how
// things stand, and what the learner can do.
type scenarioScreen struct {
	scenario study.Scenario
	coach    bool // the coach has been asked in this scene
	coachAt  int  // the line that the answer begins on
	words    bool // meters in words, without bars
	frame    frame
	pane     pane
	side     []string // the second column of a wide window
}

// newScenario is the play, or the debrief of one that has ended.
func newScenario(s study.Scenario) screen {
	if s.Stage() == study.Playing {
		return scenarioScreen{scenario: s}
	}
	return newDebrief(s)
}

// Where the second column of a wide window begins, and how wide it is.
const (
	sideColumn = 76
	sideWidth  = 42
)

// Layout sets the scene.
func (s scenarioScreen) Layout(f frame) screen {
	s.frame, s.side = f, nil
	sh := f.sheet()
	if f.Wide {
		sh = &sheet{look: f.look, margin: 2, width: measure}
		s.side = s.standing(f)
	}
	s.happened(sh)
	sh.prose(s.scenario.Play().Text())
	sh.gap()
	if readings := s.scenario.Play().Readings(); !f.Wide && len(readings) > 0 {
		if s.words {
			sh.styled(f.dim, 2, plain(s.scenario.MetersNote()))
		}
		sh.add(2, f.meters(readings, s.how(), sh.measure()-2)...)
		sh.gap()
	}
	scene := s.scenario.Play().Scene()
	if s.coachAt = len(sh.lines); s.coach {
		sh.hang(0, f.title.Render("Coach  "), f.md.line(scene.Coach))
		sh.gap()
	}
	sh.add(0, f.strong.Render("What do you do?"))
	for i, c := range s.scenario.Play().Offered() {
		sh.item(fmt.Sprintf("%d  ", i+1), f.md.line(c.Say), "")
	}
	sh.gap()
	if scene.Coach != "" && !s.coach {
		sh.item("", f.dim.Render("Ask the coach"), "")
	}
	sh.item("", f.dim.Render("See the map so far"), "")
	if s.scenario.Replaying() {
		sh.item("", f.dim.Render("Drop this replay: back to the debrief"), "")
	}
	s.pane = sh.pane(reading).from(s.pane, f.Height)
	return s
}

// happened repeats what the learner did, so that what follows is its
// consequence.
func (s scenarioScreen) happened(sh *sheet) {
	if last, ok := s.scenario.Last(); ok {
		sh.echo(last.Say, s.frame)
	}
}

// echo repeats what the learner chose: as speech where somebody speaks in it,
// and whole where the window is no small one.
func (s *sheet) echo(say string, f frame) {
	lead, said := "", plainMarkdown(say)
	if strings.ContainsFunc(said, func(r rune) bool { return r == '"' || unicode.Is(unicode.Pi, r) }) {
		lead = "You: "
	}
	lines := hang(lead, said, s.measure())
	if f.Height < 18 {
		lines = []string{cut(lead+said, s.measure())}
	}
	for _, line := range lines {
		s.add(0, s.dim.Render(line))
	}
	s.gap()
}

func (s scenarioScreen) how() metersHow {
	return metersHow{inWords: s.words, untouched: s.scenario.Decision() == 1}
}

// standing is the second column: the meters, and the decisions so far.
func (s scenarioScreen) standing(f frame) []string {
	var lines []string
	if readings := s.scenario.Play().Readings(); len(readings) > 0 {
		lines = append(lines, f.look.title.Render("How things stand"), "")
		if s.words {
			lines = append(lines, wrap(plain(s.scenario.MetersNote()), sideWidth)...)
			lines = append(lines, "")
		}
		lines = append(lines, f.meters(readings, s.how(), sideWidth)...)
		lines = append(lines, "")
	}
	lines = append(lines, f.look.title.Render("So far"), "")
	for i, step := range s.scenario.Play().Steps() {
		lines = append(lines, f.dim.Render(fmt.Sprintf("%d  ", i+1)+cut(plainMarkdown(step.Say), sideWidth-4)))
	}
	return append(lines, fmt.Sprintf("%d  ", s.scenario.Decision())+f.strong.Render("you are here"))
}

// Title names the scenario and the decision.
func (s scenarioScreen) Title() (left, right string) {
	return "Scenario: " + s.scenario.Content().Activity.Title, fmt.Sprintf("decision %d", s.scenario.Decision())
}

// Body is the scene, and beside it how things stand.
func (s scenarioScreen) Body() body {
	b := s.pane.body()
	if s.side == nil {
		return b
	}
	b.lines = beside(b.lines, s.side[:min(len(s.side), s.frame.Height)], sideColumn)
	return b
}

// Actions are choosing, and asking the coach.
func (s scenarioScreen) Actions() []action {
	with := func(p pane) screen { s.pane = p; return s }
	all := []action{moving("choose", s.pane, with), entering("decide", s.pane, s.enter)}
	if s.scenario.Play().Scene().Coach != "" && !s.coach {
		all = append(all, on("c", "coach", s.ask, "c"))
	}
	if s.scenario.Replaying() {
		all = append(all, on("b", "back to the debrief", s.drop, "b"))
	}
	all = append(all, on("m", "map", s.showMap, "m"))
	if len(s.scenario.Play().Readings()) > 0 {
		all = append(all, on("l", "meters in words", func(string) (screen, tea.Msg) {
			s.words = !s.words
			return s.Layout(s.frame), nil
		}, "l"))
	}
	n := min(9, len(s.scenario.Play().Offered()))
	digits := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}[:n]
	goTo := func(press string) (screen, tea.Msg) { return with(s.pane.on(int(press[0] - '1'))), nil }
	return append(all, quietly(fmt.Sprintf("1-%d", n), "go to a choice", goTo, digits...), paging(s.pane, with), back(s, "leave (saved)"))
}

func (s scenarioScreen) ask(string) (screen, tea.Msg) {
	s.coach = true
	if s.pane.focus >= len(s.scenario.Play().Offered()) {
		s.pane.focus = reading
	}
	next := s.Layout(s.frame).(scenarioScreen)
	next.pane = next.pane.reveal(next.coachAt, next.coachAt+next.pane.height)
	return next, nil
}

func (s scenarioScreen) enter(press string) (screen, tea.Msg) {
	offered := s.scenario.Play().Offered()
	i := s.pane.focus
	switch {
	case i == reading:
		return undecided(s.pane, func(p pane) screen { s.pane = p; return s })
	case i < len(offered):
		return s.choose(offered[i])
	case i == s.last():
		return s.showMap(press)
	case i > s.last():
		return s.drop(press)
	}
	return s.ask(press)
}

// last is the item of the map: only the way out of a replay comes after it.
func (s scenarioScreen) last() int {
	if s.scenario.Replaying() {
		return len(s.pane.items) - 2
	}
	return len(s.pane.items) - 1
}

// drop leaves a replay for the debrief that it began in.
func (s scenarioScreen) drop(string) (screen, tea.Msg) {
	next, unsaved := s.scenario.Drop(s.frame.moment())
	return s, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) {
		return newScenario(next), noticeMsg("The replay is dropped. What you did in it stays recorded.")
	}}
}

func (s scenarioScreen) showMap(string) (screen, tea.Msg) {
	return s, pushMsg{screen: newMap(s.scenario)}
}

func (s scenarioScreen) choose(c scenario.Choice) (screen, tea.Msg) {
	next, unsaved, err := s.scenario.Choose(c.ID, s.frame.moment())
	if err != nil {
		return s, noticeMsg(sentence(err))
	}
	words := s.words
	return s, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) {
		if next.Stage() != study.Playing {
			return newDebrief(next), nil
		}
		return scenarioScreen{scenario: next, words: words}, nil
	}}
}
