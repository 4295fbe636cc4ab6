package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearten/cmd/hearten/internal/study"
	"hearten/course/scenario"
)

// path sets the learner's own way through the story, decision by decision:
// what they did, how the meters stood after it, why, and what else they
// could have done.
func (d *debriefScreen) path(s *sheet) {
	meters := d.scenario.Play().Story().Meters()
	widths := meterColumns(meters)
	inColumns := !d.words && len(meters) > 0 && sum(widths)+2*len(widths) <= s.width-40
	d.pathHead(s, meters, widths, inColumns)
	for i, step := range d.debrief.Steps {
		s.gap()
		d.decision(s, i, step, meters, inColumns)
	}
	s.gap()
	s.hang(0, s.strong.Render("End  "), plainMarkdown(d.debrief.Ending.Title)+s.dim.Render(fmt.Sprintf("  (%d of %s seen)", d.debrief.EndingsSeen, count(d.debrief.Endings, "ending", "endings"))))
	s.gap()
	s.note("Enter on a decision, or its number, plays on from there. What you did stays recorded.")
	s.gap()
	d.way(s, "On to the expert's view", debriefScreen.forward)
}

func (d *debriefScreen) decision(s *sheet, i int, step study.DebriefStep, meters []scenario.Meter, inColumns bool) {
	lead := fmt.Sprintf("%d  %s ", i+1, s.accent.Render(s.begun))
	if inColumns {
		s.rowBeside(lead, bold(s.strong, s.md.line(step.Said)), s.dim.Render(values(meterColumns(meters), step.After)))
	} else {
		s.item(lead, bold(s.strong, s.md.line(step.Said)), "")
		s.styled(s.dim, 7, inWords(meters, step))
	}
	d.does = append(d.does, func(d debriefScreen) (screen, tea.Msg) { return d.replay(i + 1) })
	indent := 7
	if step.Because != "" {
		s.hang(indent, "", s.md.line(step.Because))
	}
	if step.Inside != "" {
		s.hang(indent, s.dim.Render("Unsaid: "), s.md.line(step.Inside))
	}
	for _, road := range step.Not {
		s.hang(indent-2, s.dim.Render(s.open)+" ", s.md.line(road.Say)+s.dim.Render("  "+tried(road, d.frame)))
		if road.Because != "" {
			s.hang(indent, "", s.dim.Render(plainMarkdown(road.Because)))
		}
	}
}

func tried(r study.Road, f frame) string {
	if r.Tried.IsZero() {
		return "not tried"
	}
	return "tried " + day(r.Tried, f.moment().At)
}

// rowBeside is an item with a column to its right that its text stays clear of.
func (s *sheet) rowBeside(lead, text, right string) {
	width := s.width - ansi.StringWidth(right)
	start := len(s.lines)
	s.itemWithin(min(width-2, s.measure()), lead, text, "")
	at := &s.items[len(s.items)-1]
	s.lines[start] = pad(s.lines[start], s.margin+width) + right
	at.focused[0] = pad(at.focused[0], s.margin+width) + right
}

// pathHead sets the title, and over the columns the names of the meters.
func (d *debriefScreen) pathHead(s *sheet, meters []scenario.Meter, widths []int, inColumns bool) {
	title := s.look.title.Render("Your path, and the roads not taken")
	if !inColumns {
		s.add(0, title)
		return
	}
	var names []string
	for _, m := range meters {
		names = append(names, label(m))
	}
	lines := tableRow(names, widths)
	for i, line := range lines {
		left := ""
		if i == len(lines)-1 {
			left = title
		}
		s.add(0, apartLine(left, s.dim.Render(pad(line, sum(widths)+2*(len(widths)-1))), s.width))
	}
}

// meterColumns is how wide each meter's column is: its name is broken into
// words where that saves room.
func meterColumns(meters []scenario.Meter) []int {
	var widths []int
	for _, m := range meters {
		widest := 3
		for _, word := range strings.Fields(label(m)) {
			widest = max(widest, ansi.StringWidth(word))
		}
		widths = append(widths, widest)
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
func inWords(meters []scenario.Meter, step study.DebriefStep) string {
	var all []string
	for i, m := range meters {
		r := scenario.Reading{Meter: m, Value: step.After[i], Change: step.After[i] - step.Before[i]}
		all = append(all, label(m)+" "+amount(r)+", "+change(r))
	}
	return strings.Join(all, "; ")
}
