package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearten/cmd/hearten/internal/study"
	"hearten/course/scenario"
)

// layPath sets the learner's own way through the story: a line for each
// decision with the meters after it, and the details of the one that is open.
func (d debriefScreen) layPath(f frame) screen {
	fresh := d.pane.height == 0
	s, set := f.sheet(), (*debriefScreen).decisionOpen
	switch {
	case d.words:
		set = (*debriefScreen).decisionInWords
	case f.Wide && d.besideFits(f, wholeRoads):
		d.side = d.details(f, d.open, wholeRoads)
	case f.Wide && d.besideFits(f, shortRoads):
		d.side = d.details(f, d.open, shortRoads)
	}
	if d.side != nil {
		s = &sheet{look: f.look, margin: 2, width: pathColumn - 4}
		set = (*debriefScreen).decisionTree
	}
	d.pathHead(s)
	for i, step := range d.debrief.Steps {
		set(&d, s, i, step)
		d.does = append(d.does, nil) // Enter reads on
	}
	d.pathEnd(s)
	d.pane = s.pane(len(d.debrief.Steps)).from(d.pane, f.Height)
	if fresh {
		d.pane.top, d.pane.focus = 0, 0 // under the title, however long the first is
	}
	return d
}

// with is the debrief at another place. A decision that comes to have the
// focus is opened.
func (d debriefScreen) with(p pane) screen {
	d.pane = p
	if d.onDecision() && p.focus != d.open {
		d.open = p.focus
		return d.Layout(d.frame)
	}
	return d
}

func (d debriefScreen) onDecision() bool {
	return d.scenario.Stage() == study.Path && d.pane.focus >= 0 && d.pane.focus < len(d.debrief.Steps)
}

// pathHead sets the title, and over the columns the names of the meters.
func (d *debriefScreen) pathHead(s *sheet) {
	title := s.look.title.Render("Your path, and the roads not taken")
	meters := d.scenario.Play().Story().Meters()
	if !d.columns(s) {
		s.add(0, title)
		if d.words && len(meters) > 0 {
			s.note(plain(d.scenario.AllMetersNote()))
		}
		s.gap()
		return
	}
	var names []string
	for _, m := range meters {
		names = append(names, label(m))
	}
	widths := meterColumns(meters)
	lines := tableRow(names, widths)
	for i, line := range lines {
		left := ""
		if i == len(lines)-1 {
			left = title
		}
		s.add(0, apartLine(left, s.dim.Render(pad(line, sum(widths)+2*(len(widths)-1))), s.width))
	}
	s.gap()
}

// columns says that there is room for the meters in columns.
func (d *debriefScreen) columns(s *sheet) bool {
	widths := meterColumns(d.scenario.Play().Story().Meters())
	return !d.words && len(widths) > 0 && sum(widths)+2*len(widths) <= s.width-40
}

// decisionOpen sets a decision in a line, or with all that belongs to it
// where it is the open one.
func (d *debriefScreen) decisionOpen(s *sheet, i int, step study.DebriefStep) {
	if i != d.open {
		d.decisionLine(s, i, step, s.cutWords)
		d.fell(s, step)
		return
	}
	if i > 0 {
		s.gap()
	}
	d.decisionLine(s, i, step, nil)
	if !d.columns(s) {
		d.inWords(s, step)
	}
	d.decisionDetails(s, step, shortRoads)
	if i < len(d.debrief.Steps)-1 {
		s.gap()
	}
}

// decisionInWords sets a decision of the list: all of it, without columns.
func (d *debriefScreen) decisionInWords(s *sheet, i int, step study.DebriefStep) {
	s.gap()
	d.decisionLine(s, i, step, nil)
	d.inWords(s, step)
	d.decisionDetails(s, step, wholeRoads)
}

// decisionLine sets what the learner did, whole or cut to a line, and how
// the meters stood after it.
func (d *debriefScreen) decisionLine(s *sheet, i int, step study.DebriefStep, shorten func(string, int) string) {
	lead := fmt.Sprintf("%-3d%s ", i+1, s.accent.Render(s.begun))
	right, width := "", s.measure()
	if d.columns(s) {
		right = s.dim.Render(values(meterColumns(d.scenario.Play().Story().Meters()), step.After))
		width = min(s.width-ansi.StringWidth(right)-2, s.measure())
	}
	said := s.md.line(step.Said)
	if shorten != nil {
		said = shorten(plainMarkdown(step.Said), width-7)
	} else {
		said = bold(s.strong, said)
	}
	start := len(s.lines)
	s.itemWithin(width, lead, said, "")
	if right == "" {
		return
	}
	at, column := &s.items[len(s.items)-1], s.margin+s.width-ansi.StringWidth(right)
	s.lines[start] = pad(s.lines[start], column) + right
	at.focused[0] = pad(at.focused[0], column) + right
}

// roads says how much is told of what was not done.
type roads bool

const (
	shortRoads roads = false // what it was, and whether it was ever tried
	wholeRoads roads = true  // and what it was for
)

// decisionDetails sets what the choice was for, what nobody said, and what
// else could have been done. They belong to the item before them.
func (d *debriefScreen) decisionDetails(s *sheet, step study.DebriefStep, how roads) {
	const indent = 7
	start := len(s.lines)
	if step.Because != "" {
		s.hang(indent, "", s.md.line(step.Because))
	}
	if step.Inside != "" {
		s.hang(indent, "", s.dim.Render("Unsaid: ")+s.md.line(step.Inside))
	}
	if reach := step.Reach(); reach != "" {
		s.styled(s.dim, indent, reach)
	}
	for _, road := range step.Not {
		d.road(s, indent, road, how)
	}
	s.items[len(s.items)-1].height += len(s.lines) - start
}

// road sets a road that was not taken.
func (d *debriefScreen) road(s *sheet, indent int, road study.Road, how roads) {
	s.hang(indent-2, s.dim.Render(s.open)+" ", s.md.line(road.Say)+s.dim.Render("  "+tried(road, d.frame)))
	if how == wholeRoads && road.Because != "" {
		s.styled(s.dim, indent, plainMarkdown(road.Because))
	}
}

// fell says of a decision that is not open that a better ending went out of
// reach by it.
func (d *debriefScreen) fell(s *sheet, step study.DebriefStep) {
	if step.Fell() {
		s.styled(s.dim, 7, step.Reach())
	}
}

func tried(r study.Road, f frame) string {
	if r.Tried.IsZero() {
		return "not tried"
	}
	return "tried " + day(r.Tried, f.moment().At)
}

// pathEnd sets the ending, the endings seen, and the ways on.
func (d *debriefScreen) pathEnd(s *sheet) {
	s.gap()
	end := d.debrief.Ending
	s.hang(0, s.strong.Render("End  "), bold(s.strong, plain(end.Title))+"  "+outcome(s.look, end.Outcome))
	s.styled(s.dim, 5, upper(endingsSeen(d.debrief.EndingsSeen, d.debrief.Endings))+d.seenBefore()+".")
	s.gap()
	s.note("A number plays on from that decision, r from the one you are at. What you did stays recorded.")
	s.gap()
	d.way(s, "On to the expert's view", debriefScreen.forward)
	d.way(s, "The map of the story", debriefScreen.showMap)
}

// seenBefore names the endings that other plays came to.
func (d *debriefScreen) seenBefore() string {
	var titles []string
	for _, e := range d.debrief.Seen {
		if e.ID != d.debrief.Ending.ID {
			titles = append(titles, plain(e.Title))
		}
	}
	if len(titles) == 0 {
		return ""
	}
	return "; before: " + strings.Join(titles, "; ")
}

// replays plays on from before a decision: by its number, or by a letter
// from the one that has the focus.
func (d debriefScreen) replays() []action {
	n := len(d.debrief.Steps)
	label, keys := fmt.Sprintf("1-%d", n), strings.Split("1234567890", "")[:min(10, n)]
	if n > 9 {
		label = "1-9 0"
	}
	byNumber := func(press string) (screen, tea.Msg) {
		if press == "0" {
			return d.replay(10)
		}
		return d.replay(int(press[0] - '0'))
	}
	here := func(string) (screen, tea.Msg) { return d.replay(d.open + 1) }
	return []action{on(label, "replay", byNumber, keys...), quietly("r", "replay from this decision", here, "r")}
}

// meterColumns is how wide each meter's column is: its name stands on two lines
// where that saves room.
func meterColumns(meters []scenario.Meter) []int {
	var widths []int
	for _, m := range meters {
		width := 3
		for _, word := range strings.Fields(label(m)) {
			width = max(width, ansi.StringWidth(word))
		}
		for len(wrap(label(m), width)) > 2 {
			width++
		}
		widths = append(widths, width)
	}
	return widths
}

// values are the meters in their columns.
func values(widths, now []int) string {
	var cells []string
	for i, width := range widths {
		cells = append(cells, fmt.Sprintf("%-*d", width, now[i]))
	}
	return strings.Join(cells, "  ")
}

// inWords says how the meters stood after a decision.
func (d *debriefScreen) inWords(s *sheet, step study.DebriefStep) {
	var all []string
	for i, m := range d.scenario.Play().Story().Meters() {
		r := scenario.Reading{Meter: m, Value: step.After[i], Change: step.After[i] - step.Before[i]}
		all = append(all, label(m)+" "+amount(r)+", "+change(r))
	}
	if len(all) > 0 {
		s.styled(s.dim, 7, strings.Join(all, "; ")+".")
	}
}
