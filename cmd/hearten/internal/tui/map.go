package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearten/cmd/hearten/internal/study"
)

// mapScreen is a story as far as the learner has seen it.
type mapScreen struct {
	scenario study.Scenario
	title    string
	story    study.Map
	words    bool // as a list: whole sentences, without lines
	frame    frame
	pane     pane
}

func newMap(s study.Scenario) mapScreen {
	return mapScreen{scenario: s, title: s.Content().Activity.Title, story: s.Map()}
}

// Layout sets the scenes in the order in which they were seen.
func (m mapScreen) Layout(f frame) screen {
	fresh := m.pane.height == 0
	m.frame = f
	s := f.sheet()
	s.title("The story as far as you have seen it")
	for i, scene := range m.story.Scenes {
		s.gap()
		m.scene(s, i+1, scene)
	}
	s.gap()
	m.endings(s)
	m.pane = s.list(0).from(m.pane, f.Height)
	if fresh {
		m.pane = m.pane.on(max(0, m.story.Here-1))
	}
	return m
}

func (m mapScreen) scene(s *sheet, n int, scene study.MapScene) {
	lead := fmt.Sprintf("%-3d", n)
	width, tail := s.measure(), ""
	if n == m.story.Here {
		tail = "  " + s.accent.Render(s.begun) + " you are here"
		width -= ansi.StringWidth(tail)
	}
	name := plain(scene.Name())
	if !m.words {
		name = s.cutWords(name, width-5)
	}
	s.item(lead, bold(s.strong, name), tail)
	start := len(s.lines)
	for i, c := range scene.Choices {
		m.choice(s, c, i == len(scene.Choices)-1)
	}
	s.items[len(s.items)-1].height += len(s.lines) - start
}

func (m mapScreen) choice(s *sheet, c study.MapChoice, last bool) {
	sign := s.dim.Render(s.open)
	if c.Now {
		sign = s.accent.Render(s.begun)
	}
	if m.words {
		s.hang(5, sign+" ", s.md.line(c.Say)+s.dim.Render("  "+ledInWords(c)))
		return
	}
	line := s.branch
	if last {
		line = s.corner
	}
	to := pad(s.led(c), m.targets(s))
	words := s.cutWords(plainMarkdown(c.Say), s.width-5-4-2-ansi.StringWidth(to))
	left := s.dim.Render(line+s.rule) + sign + " " + words
	s.add(5, apartLine(left, to, s.width-5))
}

// targets is how wide the column is that says where choices led.
func (m mapScreen) targets(s *sheet) int {
	widest := 0
	for _, scene := range m.story.Scenes {
		for _, c := range scene.Choices {
			widest = max(widest, ansi.StringWidth(s.led(c)))
		}
	}
	return widest
}

// led is where a choice led, as a sign: a scene's number, an ending, or a
// question mark for what was not tried.
func (l *look) led(c study.MapChoice) string {
	if !c.Tried() {
		return l.dim.Render("?")
	}
	var all []string
	for _, to := range c.Led {
		if to.Scene > 0 {
			all = append(all, fmt.Sprint(to.Scene))
			continue
		}
		all = append(all, "the end")
	}
	return l.dim.Render(l.pointer) + " " + strings.Join(all, " or ")
}

// ledInWords is the same in words.
func ledInWords(c study.MapChoice) string {
	if !c.Tried() {
		return "not tried"
	}
	var all []string
	for _, to := range c.Led {
		if to.Scene > 0 {
			all = append(all, fmt.Sprintf("to scene %d", to.Scene))
			continue
		}
		all = append(all, fmt.Sprintf("to the ending %q", plain(to.Ending.Title)))
	}
	words := "led " + strings.Join(all, " or ")
	if c.Now {
		return words + ", this time"
	}
	return words
}

func (m mapScreen) endings(s *sheet) {
	s.title(upper(endingsSeen(len(m.story.Seen), m.story.Endings)))
	for _, e := range m.story.Seen {
		lead := "  " + outcomeSign(s.look, e.Outcome) + " "
		tail := ""
		if e.ID == m.story.Ending {
			tail = s.dim.Render("  this time")
		}
		s.hang(0, lead, plain(e.Title)+s.dim.Render("  "+strings.ToLower(outcomeWords(e.Outcome)))+tail)
	}
}

// Title names the scenario.
func (m mapScreen) Title() (left, right string) {
	return "Map: " + m.title, endingsSeen(len(m.story.Seen), m.story.Endings)
}

// Body is the map.
func (m mapScreen) Body() body { return m.pane.body() }

// Actions are moving from scene to scene, the list view, and closing.
func (m mapScreen) Actions() []action {
	with := func(p pane) screen { m.pane = p; return m }
	list := func(string) (screen, tea.Msg) {
		m.words = !m.words
		return m.Layout(m.frame), nil
	}
	next := func(string) (screen, tea.Msg) { return with(m.pane.press("down")), nil }
	return []action{
		moving("move", m.pane, with), on("Enter", "read on", next, "enter"),
		on("l", "as a list", list, "l"),
		numbered(m.pane, len(m.story.Scenes), func(n int) int { return n - 1 }, with),
		paging(m.pane, with),
		on("Esc", "close", func(string) (screen, tea.Msg) { return m, backMsg{} }, "esc", "m"),
	}
}
