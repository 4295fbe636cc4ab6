package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearten/cmd/hearten/internal/study"
	"hearten/course/tension"
)

// grid sets the boxes: two columns, a pole each, or one box under the other
// where that is asked for or the window is narrow.
func (t tensionScreen) grid(s *sheet) {
	boxes := t.tension.Boxes()
	const apart = 3
	column := (s.width - apart) / 2
	if t.list || column < 30 {
		for _, b := range boxes {
			s.add(0, t.box(s, b, s.measure())...)
			s.gap()
		}
		return
	}
	for i := 0; i+1 < len(boxes); i += 2 {
		s.add(0, beside(t.box(s, boxes[i], column), t.box(s, boxes[i+1], column), column+apart)...)
		s.gap()
	}
}

// box sets one box: its heading, the author's entries, and the learner's own.
func (t tensionScreen) box(s *sheet, b study.TensionBox, width int) []string {
	var lines []string
	for _, line := range wrap(plain(b.Box.Ask), width) {
		lines = append(lines, s.look.title.Render(line))
	}
	for _, given := range b.Given {
		lines = append(lines, hang(s.dim.Render(s.bullet)+" ", plain(given), width)...)
	}
	own := strings.TrimSpace(clean(b.Typed()))
	if own == "" {
		return append(lines, s.dim.Render(s.open+" yours to write"))
	}
	for line := range strings.Lines(own) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, hang(s.accent.Render(s.begun)+" ", line, width)...)
		}
	}
	return lines
}

// drift sets the marks over time, in a sentence and as a line each.
func (t tensionScreen) drift(s *sheet) {
	marks := t.tension.Marks()
	s.title("Where your team stands")
	if len(marks) == 0 {
		s.note("Not marked yet. A mark now and then shows the drift.")
		s.gap()
		return
	}
	if sentence := t.tension.Map().Drift(marks); sentence != "" {
		s.text(plain(sentence))
	}
	s.gap()
	const most = 12
	for _, m := range marks[max(0, len(marks)-most):] {
		s.add(0, t.marked(s, m)...)
	}
	s.gap()
}

// marked is one mark: its day, its place, and its note.
func (t tensionScreen) marked(s *sheet, m tension.Mark) []string {
	date := pad(day(m.At, t.frame.moment().At), 17)
	words := plain(t.tension.Map().Words(m.Value))
	if t.list || s.measure() < 60 {
		return append(hang(date, words, s.measure()), note(s, m, 2)...)
	}
	line := date + s.rail(m.Value) + "  " + words
	return append([]string{line}, note(s, m, 17)...)
}

func note(s *sheet, m tension.Mark, indent int) []string {
	if m.Note == "" {
		return nil
	}
	var lines []string
	for _, line := range wrap(plain(m.Note), s.measure()-indent) {
		lines = append(lines, strings.Repeat(" ", indent)+s.dim.Render(line))
	}
	return lines
}

// rail draws a place between the poles.
func (s *sheet) rail(value int) string {
	var b strings.Builder
	for v := -tension.Furthest; v <= tension.Furthest; v++ {
		switch {
		case v == value:
			b.WriteString(s.accent.Render(s.begun))
		case v == 0:
			b.WriteString(s.dim.Render(s.middle))
		default:
			b.WriteString(s.dim.Render(s.rule))
		}
	}
	return b.String()
}

// track is the rail with the poles at its ends, and where that is in words.
func (t tensionScreen) track(s *sheet, value, width int) []string {
	poles := t.tension.Map().Poles
	left, right := plain(poles[0].Name), plain(poles[1].Name)
	words := s.strong.Render(plain(t.tension.Map().Words(value)))
	line := left + "  " + s.rail(value) + "  " + right
	if ansi.StringWidth(line) > width {
		return []string{words}
	}
	return []string{line, "", words}
}
