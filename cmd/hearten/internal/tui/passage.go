package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// passage is a paragraph of a pane, or one of its items: the line that it
// begins on, and its words, by which it is known however it is wrapped.
type passage struct {
	line  int
	words string
}

func wordsIn(line string) string { return strings.Join(strings.Fields(ansi.Strip(line)), " ") }

func (p pane) passages() []passage {
	var all []passage
	apart := true
	for i, line := range p.lines {
		begins := slices.ContainsFunc(p.items, func(it item) bool { return it.line == i })
		switch words := wordsIn(line); {
		case words == "":
			apart = true
		case apart || begins:
			all, apart = append(all, passage{i, words}), false
		default:
			all[len(all)-1].words += " " + words
		}
	}
	return all
}

// lineOf is the line for the top of the window where another width was shown
// from its top before: the same passage, as far into it. Where that is shown
// no more, it is what came after the last one that still is.
func (p pane) lineOf(old pane) int {
	if p.width == old.width || old.top == 0 {
		return old.top
	}
	was, now := old.passages(), p.passages()
	at := len(was) - 1
	for at > 0 && was[at].line > old.top {
		at--
	}
	for i := at; i >= 0; i-- {
		k := slices.IndexFunc(now, func(o passage) bool { return o.words == was[i].words })
		switch {
		case k >= 0 && i == at:
			return p.within(now[k].line, old.lines[was[at].line:max(was[at].line, old.top)])
		case k >= 0:
			return now[min(k+1, len(now)-1)].line
		}
	}
	return 0
}

// within is the line of a passage that begins with the word after those that
// other lines hold, or the one that has it.
func (p pane) within(line int, before []string) int {
	gone := 0
	for _, l := range before {
		gone += len(strings.Fields(ansi.Strip(l)))
	}
	for ; line+1 < len(p.lines) && p.lines[line+1] != ""; line++ {
		if gone -= len(strings.Fields(ansi.Strip(p.lines[line]))); gone < 0 {
			break
		}
	}
	return line
}
