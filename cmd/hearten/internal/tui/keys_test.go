package tui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// everyKey is what a keyboard has, by the names that bindings use.
func everyKey() map[string]tea.KeyPressMsg {
	all := map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "space": {Code: tea.KeySpace, Text: " "},
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
		"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"backspace": {Code: tea.KeyBackspace}, "f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3}, "f4": {Code: tea.KeyF4}, "f5": {Code: tea.KeyF5}, "f8": {Code: tea.KeyF8}, "ctrl+p": {Code: 'p', Mod: tea.ModCtrl},
	}
	for r := ' ' + 1; r <= '~'; r++ {
		all[string(r)] = tea.KeyPressMsg{Code: r, Text: string(r)}
	}
	return all
}

// TestHelpListsEveryKey presses every key on every screen: one that does
// something is in the list that the help and the footer are made of.
func TestHelpListsEveryKey(t *testing.T) {
	for _, s := range seats(t) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			d := s.sit(80, 24)
			helpListsEveryKey(t, d)
		})
	}
}

// helpListsEveryKey presses every key on a screen.
func helpListsEveryKey(t *testing.T, d *desk) {
	t.Helper()
	before, seen := d.app, d.text()
	d.slow = true // what a key starts is left alone
	for name, press := range everyKey() {
		if w, ok := before.top().(writer); ok && w.Typing() {
			if press.Text != "" || editing(name) {
				continue
			}
		}
		d.app, d.waits = before, nil
		d.send(press)
		did := d.text() != seen && len(before.notices) == 0 || len(d.waits) > 0
		listed := func(a action) bool { return key.Matches(press, a.Binding) }
		if did && !slices.ContainsFunc(before.actions(), listed) {
			t.Errorf("%s does something that the help does not say:\n%s", name, d.text())
		}
	}
}

// editing says that a key moves or deletes in a field, as it does everywhere.
func editing(name string) bool {
	return slices.Contains([]string{"up", "down", "left", "right", "home", "end", "backspace", "enter"}, name)
}

// TestHelpShowsEveryAction: each action of a screen stands in its help.
func TestHelpShowsEveryAction(t *testing.T) {
	for _, s := range seats(t) {
		d := s.sit(80, 60)
		if _, over := d.app.top().(overlay); over {
			continue
		}
		actions := d.app.actions()
		d.press("f1")
		text := d.text()
		for _, a := range actions[:len(actions)-1] {
			if h := a.Help(); !strings.Contains(text, h.Key) || !strings.Contains(text, h.Desc) {
				t.Errorf("%s: %q (%s) is missing in\n%s", s.name, h.Key, h.Desc, text)
			}
		}
	}
}

// TestFooter: at most six keys, eight from 120 columns, with the way back
// and the help always among them; but what lies over a screen has nothing to
// explain beyond the keys it names.
func TestFooter(t *testing.T) {
	for _, s := range seats(t) {
		for _, width := range []int{40, 80, 120} {
			d := s.sit(width, 30)
			lines := strings.Split(strings.TrimSpace(d.text()), "\n")
			footer := lines[len(lines)-1]
			most := fewKeys
			if width >= wideWidth {
				most = manyKeys
			}
			if n := len(strings.Split(strings.TrimSpace(footer), d.app.keyGap())); n > most {
				t.Errorf("%s at %d: %d keys in %q, want at most %d", s.name, width, n, footer, most)
			}
			_, plain := d.app.top().(overlay)
			if !strings.Contains(footer, "Esc ") || !strings.Contains(footer, " help") && !plain {
				t.Errorf("%s at %d: %q names no way back or no help", s.name, width, footer)
			}
		}
	}
}

// TestFooterKeepsWhatMoves: in the smallest window too the footer says how to
// move and what Enter does, wherever they do something; letters go first.
func TestFooterKeepsWhatMoves(t *testing.T) {
	for _, s := range seats(t) {
		d := s.sit(80, 24)
		for _, width := range []int{40, 80, 120} {
			d.send(tea.WindowSizeMsg{Width: width, Height: 24})
			lines := strings.Split(strings.TrimSpace(d.text()), "\n")
			footer := lines[len(lines)-1]
			typing := d.app.typing(d.app.top())
			for _, a := range d.app.actions() {
				if a.quiet || !a.moves() || typing && a.Help().Key == "Enter" {
					continue // in a field Enter does what everybody knows
				}
				if !strings.Contains(footer, a.Help().Key) {
					t.Errorf("%s at %d: %q does not name %s", s.name, width, footer, a.Help().Key)
				}
			}
		}
	}
}

// TestLettersAreShortcuts: whatever a letter does can be done by an arrow,
// Enter, Esc, Tab, Space or a digit as well. Those that only save a way are
// listed here.
func TestLettersAreShortcuts(t *testing.T) {
	elsewhere := []string{"leave at once", "coach", "hint", "open the lesson", "meters in words", "as a list", "as a map", "map", "replay from this decision", "expert's view", "help", "try again", "review", "ask how sure", "stop asking how sure"}
	for _, s := range seats(t) {
		d := s.sit(80, 24)
		for _, a := range d.app.actions() {
			letters := slices.ContainsFunc(a.Keys(), func(k string) bool { return len(k) == 1 && (k[0] < '0' || k[0] > '9') })
			others := slices.ContainsFunc(a.Keys(), func(k string) bool { return len(k) > 1 || k[0] >= '0' && k[0] <= '9' })
			if letters && !others && !slices.Contains(elsewhere, a.Help().Desc) {
				t.Errorf("%s: only %v does %q", s.name, a.Keys(), a.Help().Desc)
			}
		}
	}
}
