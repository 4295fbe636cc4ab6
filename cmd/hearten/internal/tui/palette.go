package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearten/cmd/hearten/internal/study"
)

// paletteScreen lists all that can be done on another screen, by what it
// does. Typing leaves what the letters fit.
type paletteScreen struct {
	title string
	all   []command
	typed string
	frame frame
	pane  pane
}

// command is an action with one of its keys.
type command struct {
	action       action
	press        string
	label, words string
}

func newPalette(of screen, actions []action) paletteScreen {
	title, _ := of.Title()
	p := paletteScreen{title: title}
	leave := func(string) (screen, tea.Msg) { return nil, leaveMsg{} }
	for _, a := range append(slices.Clip(actions), on("Ctrl+C", "leave; everything is saved", leave, "ctrl+c")) {
		if a.do != nil && !slices.Contains(a.Keys(), "ctrl+p") {
			p.all = append(p.all, commandsOf(a)...)
		}
	}
	return p
}

// commandsOf is an action as one line, or one for each of the numbers that
// it takes.
func commandsOf(a action) []command {
	h := a.Help()
	if !strings.HasPrefix(h.Key, "1-") {
		return []command{{a, a.Keys()[0], h.Key, h.Desc}}
	}
	var all []command
	for _, key := range a.Keys() {
		number := key
		if key == "0" {
			number = "10"
		}
		if key >= "0" && key <= "9" {
			all = append(all, command{a, key, key, h.Desc + ", number " + number})
		}
	}
	return all
}

func (paletteScreen) overlays() {}

// Layout sets what was typed, and the actions that it fits.
func (p paletteScreen) Layout(f frame) screen {
	p.frame = f
	s := f.sheet()
	s.add(0, f.accent.Render(f.prompt)+" "+p.typed)
	s.gap()
	fitting := p.fitting()
	widest := 0
	for _, c := range p.all {
		widest = max(widest, ansi.StringWidth(f.words.Replace(c.label)))
	}
	for _, c := range fitting {
		s.item("", plain(c.words), f.dim.Render("  "+pad(f.words.Replace(c.label), widest)))
	}
	if len(fitting) == 0 {
		s.note("Nothing here goes by these letters. Backspace takes the last one back; Esc closes.")
	}
	p.pane = s.list(0).from(p.pane, f.Height)
	return p
}

// fitting are the actions that have every typed word in their names.
func (p paletteScreen) fitting() []command {
	var all []command
	for _, c := range p.all {
		name, fits := strings.ToLower(c.words+" "+c.label), true
		for _, word := range strings.Fields(strings.ToLower(p.typed)) {
			fits = fits && strings.Contains(name, word)
		}
		if fits {
			all = append(all, c)
		}
	}
	return all
}

// Title names the screen that the actions are of.
func (p paletteScreen) Title() (left, right string) { return "All actions: " + p.title, "" }

// Body is the list.
func (p paletteScreen) Body() body { return p.pane.body() }

// Typing says that letters are text.
func (p paletteScreen) Typing() bool { return true }

// Type narrows the list down, or widens it again.
func (p paletteScreen) Type(msg tea.Msg) screen {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		p.typed += plain(msg.Content)
	case tea.KeyPressMsg:
		if letters := []rune(p.typed); msg.String() == "backspace" && len(letters) > 0 {
			p.typed = string(letters[:len(letters)-1])
		} else {
			p.typed += clean(msg.Text)
		}
	}
	const enough = 30
	p.typed = string([]rune(p.typed)[:min(enough, len([]rune(p.typed)))])
	p.pane = pane{}
	return p.Layout(p.frame)
}

// Drafts are none: what is typed here is not written down.
func (p paletteScreen) Drafts() []study.Draft { return nil }

// Actions are moving, doing and closing.
func (p paletteScreen) Actions() []action {
	with := func(to pane) screen { p.pane = to; return p }
	do := func(string) (screen, tea.Msg) {
		if i := p.pane.focus; i >= 0 {
			c := p.fitting()[i]
			return p, doMsg{c.action, c.press}
		}
		return with(p.pane.page()), nil
	}
	return []action{
		on("letters", "find by name", nil),
		moving("move", p.pane, with),
		on("Enter", "do it", do, "enter"),
		quietly("PgUp PgDn", "read on", func(press string) (screen, tea.Msg) { return with(p.pane.press(press)), nil }, "pgup", "pgdown"),
		on("Esc", "close", func(string) (screen, tea.Msg) { return p, backMsg{} }, "esc", "ctrl+p"),
	}
}

// do closes the palette and does what was chosen in it, as its key would.
func (a app) do(r doMsg) (tea.Model, tea.Cmd) {
	a.stack = slices.Clone(a.stack[:len(a.stack)-1])
	return a.layout().step(r.action.do(r.press))
}
