package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// said is what the root has to say above the footer, under a blank line.
func (a app) said() []string {
	var lines []string
	add := func(lead string, sentences []string) {
		for _, s := range sentences {
			lines = append(lines, hang(" "+lead+" ", s, min(a.width-1, column+2))...)
		}
	}
	add(a.look.bad.Render("!"), a.amiss())
	if a.saving.failure == nil && !a.inRule {
		add(a.look.accent.Render(a.look.notice), a.notices)
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]string{""}, lines[:min(len(lines), max(1, a.height-chrome-3-a.bandHeight()))]...)
}

// amiss says what could not be kept, for as long as it is not.
func (a app) amiss() []string {
	var all []string
	switch {
	case a.saving.failure != nil:
		all = append(all, sentence(a.saving.failure))
	case a.drafts.failure != nil:
		all = append(all, sentence(a.drafts.failure)+" What you typed stays here for as long as hearten runs.")
	case !a.saving.owed.Empty():
		all = append(all, "Your place is not saved for now. hearten tries again at each step.")
	default:
		return nil
	}
	if a.leaving {
		all = append(all, "Press Ctrl+C again to leave without it.")
	}
	return all
}

// written is how many lines of a text there are, up to its last word.
func written(lines []string) int {
	n := len(lines)
	for n > 0 && strings.TrimSpace(ansi.Strip(lines[n-1])) == "" {
		n--
	}
	return n
}

// moreWidth is the room that a rule keeps for the word that there is more.
const moreWidth = 32

// fitsRule says that one short notice is all there is to say, so that it can
// stand in the rule above the footer and covers no text.
func (a app) fitsRule() bool {
	return len(a.notices) == 1 && a.amiss() == nil && ansi.StringWidth(a.notices[0])+moreWidth <= a.width
}

// ruleSaid is the rule above the footer, with a notice in it where that would
// cover text anywhere else.
func (a app) ruleSaid(more string) string {
	if !a.inRule {
		return a.bandRule(more)
	}
	left := a.look.dim.Render(strings.Repeat(a.look.rule, 2)) + " " + a.look.strong.Render(a.notices[0]) + " "
	rest := a
	rest.width -= ansi.StringWidth(left)
	return left + rest.rule(more)
}
