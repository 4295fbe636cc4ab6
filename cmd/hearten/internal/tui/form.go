package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearten/cmd/hearten/internal/study"
)

// form is fields to fill in, perhaps one thing to pick, and buttons. The
// focus goes through them in this order.
type form struct {
	fields  []field
	pick    picker
	buttons []string
	focus   int
	said    string // what is amiss
}

// picker is a row of which one is picked.
type picker struct {
	ask     string
	options []string
	picked  int
	drawn   func(picked int) []string // instead of the options, where set
}

func (f form) stops() int {
	if len(f.pick.options) > 0 {
		return len(f.fields) + 1 + len(f.buttons)
	}
	return len(f.fields) + len(f.buttons)
}

func (f form) typing() bool { return f.focus < len(f.fields) }

func (f form) picking() bool { return len(f.pick.options) > 0 && f.focus == len(f.fields) }

// button is the button that has the focus, or -1.
func (f form) button() int {
	if f.typing() || f.picking() {
		return -1
	}
	return f.focus - (f.stops() - len(f.buttons))
}

// to is the form with the focus elsewhere.
func (f form) to(stop int) form {
	f.focus = (stop + f.stops()) % f.stops()
	f.fields = slices.Clone(f.fields)
	for i := range f.fields {
		f.fields[i] = f.fields[i].focused(i == f.focus)
	}
	return f
}

// typed is the form after a key or a paste. An arrow leaves a field where
// there is no further line.
func (f form) typed(msg tea.Msg) form {
	if !f.typing() {
		return f
	}
	if press, ok := msg.(tea.KeyPressMsg); ok {
		switch key := press.String(); {
		case key == "down" && f.fields[f.focus].atEdge(key):
			return f.to(f.focus + 1)
		case key == "up" && f.fields[f.focus].atEdge(key) && f.focus > 0:
			return f.to(f.focus - 1)
		}
	}
	f.said = ""
	f.fields = slices.Clone(f.fields)
	f.fields[f.focus] = f.fields[f.focus].typed(msg)
	return f
}

// arrow moves between the buttons, or picks.
func (f form) arrow(press string) form {
	switch {
	case f.picking() && press == "left":
		f.pick.picked = max(0, f.pick.picked-1)
	case f.picking() && press == "right":
		f.pick.picked = min(len(f.pick.options)-1, f.pick.picked+1)
	case press == "left", press == "up":
		return f.to(max(0, f.focus-1))
	default:
		return f.to(min(f.stops()-1, f.focus+1))
	}
	return f
}

// set puts the form on a sheet and shows the part that has the focus.
func (f form) set(s *sheet, height int) (form, pane) {
	f.fields = slices.Clone(f.fields)
	for i := range f.fields {
		f.field(s, i, height)
	}
	f.picks(s)
	if f.said != "" {
		s.gap()
		s.hang(0, s.mixed.Render("!")+" ", f.said)
	}
	s.gap()
	f.row(s)
	return f, pane{lines: s.lines, items: s.items, focus: f.focus, height: height}
}

// leadWidth is the column of the words before a text.
const leadWidth = 21

// ask sets what a field asks for, and what stands there already.
func (s *sheet) ask(f field) {
	s.remark(f.ask)
	for i, words := range f.told {
		if i == 0 {
			s.gap()
		}
		s.hang(0, "  "+s.marker("•")+" ", plain(words))
	}
}

func (f form) field(s *sheet, i, height int) {
	start := len(s.lines)
	lead, indent := "", 0
	switch now := f.fields[i]; {
	case now.lead != "" && s.width >= 60:
		lead, indent = pad(now.lead, leadWidth), leadWidth
	case now.lead != "":
		s.text(now.lead)
	default:
		s.ask(now)
	}
	asked := len(s.lines) - start
	f.fields[i] = f.fields[i].sized(s.measure()-2-indent, max(1, min(12, height-2)))
	lines := f.fields[i].lines()
	prompt := s.dim.Render(s.prompt)
	if i == f.focus {
		prompt, lead = s.accent.Render(s.prompt), bold(s.strong, lead)
	}
	for j, line := range lines {
		if j == 0 {
			s.add(0, lead+prompt+" "+line)
			continue
		}
		s.add(0, strings.Repeat(" ", indent+2)+line)
	}
	x, y := f.fields[i].cursor()
	at := item{line: start, height: asked + len(lines), x: s.margin + indent + 2 + x, dy: asked + y}
	if at.height > height {
		at.line, at.height, at.dy = start+asked, len(lines), y
	}
	if f.fields[i].full() {
		s.hang(2, s.mixed.Render("!")+" ", "This field is full: it holds 10,000 characters. What comes after is not taken.")
	}
	s.gap()
	s.items = append(s.items, at)
}

// picks sets the picker in a line, or one option to a line where that is too
// narrow.
func (f form) picks(s *sheet) {
	if len(f.pick.options) == 0 {
		return
	}
	at := item{line: len(s.lines), height: 1, x: s.margin}
	if f.pick.drawn != nil {
		f.drawn(s, at)
		return
	}
	lead := "  "
	if f.picking() {
		lead = s.accent.Render(s.pointer) + " "
	}
	line := lead + f.pick.ask + "  "
	var all []string
	for i, option := range f.pick.options {
		sign := s.dim.Render(s.open) + " " + option
		if i == f.pick.picked {
			sign = s.accent.Render(s.begun) + " " + bold(s.strong, option)
			at.x = s.margin + ansi.StringWidth(line+strings.Join(all, "   ")) + 3*min(i, 1)
		}
		all = append(all, sign)
	}
	line += strings.Join(all, "   ")
	if ansi.StringWidth(line) <= s.width {
		s.add(0, line)
		s.items = append(s.items, at)
		return
	}
	s.add(0, f.pick.ask)
	at.x, at.height, at.dy = s.margin+2, 1+len(all), 1+f.pick.picked
	s.add(2, all...)
	s.items = append(s.items, at)
}

// drawn sets a picker that draws itself.
func (f form) drawn(s *sheet, at item) {
	lines := f.pick.drawn(f.pick.picked)
	at.height, at.x = len(lines), s.margin+2
	for i, line := range lines {
		lead := "  "
		if i == 0 && f.picking() {
			lead = s.accent.Render(s.pointer) + " "
		}
		s.add(0, lead+line)
	}
	s.items = append(s.items, at)
}

// row sets the buttons.
func (f form) row(s *sheet) {
	line, x := "", s.margin
	for i, b := range f.buttons {
		lead, words := "  ", "[ "+b+" ]"
		if i == f.button() {
			lead, words = s.accent.Render(s.pointer)+" ", s.strong.Render(words)
		}
		s.items = append(s.items, item{line: len(s.lines), height: 1, x: x + 4})
		line += lead + words + "   "
		x += 2 + ansi.StringWidth(words) + 3
	}
	s.add(0, strings.TrimRight(line, " "))
}

// like is the form with what is typed and picked in another one: in the fields
// with the same ids, or else, where a question has been reworded, in the same
// places.
func (f form) like(old form) form {
	f.fields = slices.Clone(f.fields)
	for i := range f.fields {
		from := slices.IndexFunc(old.fields, func(o field) bool { return o.id == f.fields[i].id })
		if from < 0 && i < len(old.fields) && !f.has(old.fields[i].id) {
			from = i
		}
		if from >= 0 {
			f.fields[i].area = old.fields[from].area
		}
	}
	if len(f.pick.options) == len(old.pick.options) {
		f.pick.picked = old.pick.picked
	}
	return f.to(min(old.focus, f.stops()-1))
}

func (f form) has(id string) bool {
	return slices.ContainsFunc(f.fields, func(own field) bool { return own.id == id })
}

// drafts is what stands in the fields.
func (f form) drafts(module, activity string) []study.Draft {
	var all []study.Draft
	for _, field := range f.fields {
		all = append(all, study.Draft{Module: module, Activity: activity, Field: field.id, Text: field.text()})
	}
	return all
}

// texts is what stands in the fields, by field.
func (f form) texts() map[string]string {
	all := map[string]string{}
	for _, field := range f.fields {
		all[field.id] = field.text()
	}
	return all
}

// actions are the keys of a form. Where a field has the focus, all others
// are text.
func (f form) actions(with func(form) screen, press func(button int) (screen, tea.Msg)) []action {
	tab := func(string) (screen, tea.Msg) { return with(f.to(f.focus + 1)), nil }
	shiftTab := func(string) (screen, tea.Msg) { return with(f.to(f.focus - 1)), nil }
	all := []action{on("Tab", "next", tab, "tab"), on("Shift+Tab", "back", shiftTab, "shift+tab")}
	arrow := func(key string) (screen, tea.Msg) { return with(f.arrow(key)), nil }
	enter := func(string) (screen, tea.Msg) {
		if b := f.button(); b >= 0 {
			return press(b)
		}
		return with(f.to(f.focus + 1)), nil
	}
	switch {
	case f.typing():
		return append(all, on("Enter", "new line", nil))
	case f.picking():
		return append(all, on("←→", "pick", arrow, "left", "right"), on(arrows, "move", arrow, "up", "down"), on("Enter", "next", enter, "enter", "space"))
	}
	return append(all, on("Enter", "press", enter, "enter", "space"), on("←→", "move", arrow, "left", "right", "up", "down"))
}
