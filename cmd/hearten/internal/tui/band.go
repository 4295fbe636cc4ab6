package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearten/course"
)

// The band says to an author what is wrong, between the learner's screen and
// the footer. Its first line is the footer's own rule, so that a screen without
// problems has as much room as it has for a learner.

// bandRoom is how many lines the problems may take.
func (a app) bandRoom() int {
	if a.height < roomyHeight {
		return 0
	}
	return max(2, 4+(a.height-24)/2)
}

// band is the problems nearest to what is previewed, as many as fit, under
// whatever hinders the preview itself. A screen that lists them needs none.
func (a app) band() []string {
	e := a.preview.edition
	switch a.top().(type) {
	case waitingScreen, problemsScreen:
		return nil
	}
	room := a.bandRoom()
	if !a.preview.came || room == 0 {
		return nil
	}
	var lines []string
	for _, said := range []string{e.Missing, e.Blind} {
		if said != "" {
			why, _, _ := strings.Cut(said, ". ")
			lines = append(lines, hang(" "+a.look.mixed.Render("!")+" ", sentence(errors.New(why)), a.width-1)...)
		}
	}
	lines = lines[:min(len(lines), room)]
	return append(lines, a.problems(e.Problems[:e.Here+e.Near], room-len(lines))...)
}

// bandHeight is how many lines the band takes from the screen: its own, and a
// rule below them.
func (a app) bandHeight() int {
	if n := len(a.preview.band); n > 0 {
		return n + 1
	}
	return 0
}

// problems are the first of them whole and the others in a line each, as far
// as there is room.
func (a app) problems(all []course.Problem, room int) []string {
	var lines []string
	for i, p := range all {
		left := len(all) - i
		if room-len(lines) < 1 || room-len(lines) == 1 && left > 1 {
			if room > len(lines) {
				lines = append(lines, a.look.dim.Render(cut(fmt.Sprintf("   and %d more, with %s", left, a.allProblems(a.top()).Help().Key), a.width)))
			}
			break
		}
		head, mark, fix := a.look.problem(a.near(p), a.width-2)
		text := slices.Concat(head, mark, fix)
		if len(text) > room-len(lines) { // the editor beside it shows the line
			text = slices.Concat(head, fix)
		}
		if i > 0 {
			text, _, _ = a.look.problem(a.near(p), oneLine)
		}
		for _, line := range text[:min(len(text), room-len(lines))] {
			lines = append(lines, cut(" "+line, a.width))
		}
	}
	return lines
}

// oneLine is wider than any problem.
const oneLine = 1 << 16

// near is a problem whose file is named without its folder, where what is
// previewed says which that is.
func (a app) near(p course.Problem) course.Problem {
	if e := a.preview.edition; e.Place.Module == "" && e.Missing == "" {
		return p
	}
	p.At.File = p.At.File[strings.LastIndexByte(p.At.File, '/')+1:]
	return p
}

// problem is a problem as hearten lint prints it, in lines that fit: what it
// is, the line of the file with a mark under it, which are cut and not wrapped,
// and the fix.
func (l *look) problem(p course.Problem, width int) (head, mark, fix []string) {
	first, excerpt, last := p.Parts()
	word, style := p.Severity.String(), l.mixed
	if course.Errors([]course.Problem{p}) > 0 {
		style = l.bad
	}
	head = wrap(first, width)
	head[0] = strings.Replace(head[0], ": "+word+": ", ": "+style.Render(word)+": ", 1)
	for i, line := range around(excerpt, width) {
		margin, rest, _ := strings.Cut(line, "| ")
		if i > 0 {
			rest = l.accent.Render(rest)
		}
		mark = append(mark, cut(l.dim.Render(margin+"| ")+rest, width))
	}
	if last != "" {
		fix = hang(course.FixLead, last, width)
	}
	return head, mark, fix
}

// bandRule is the footer's rule with what is previewed, what was found, and
// whether the screen goes on, each as far as there is room.
func (a app) bandRule(more string) string {
	if !a.preview.came {
		return a.rule(more)
	}
	e := a.preview.edition
	subject, when, found := plain(e.Subject), " at "+e.At.Format("15:04:05"), e.Found()
	if e.Missing != "" {
		found = "in no module; " + found
	}
	for _, words := range []string{subject + when + ": " + found, subject + ": " + found, found} {
		rest := a.width - ansi.StringWidth(words) - ansi.StringWidth(more) - 8
		if rest < 0 && words != found {
			continue
		}
		words = cut(words, max(1, a.width-ansi.StringWidth(more)-8))
		left := a.look.dim.Render(strings.Repeat(a.look.rule, 2)+" ") + a.foundStyled(words) + " "
		if more == "" {
			return cut(left+a.look.dim.Render(strings.Repeat(a.look.rule, max(0, a.width-ansi.StringWidth(left)))), a.width)
		}
		rest = a.width - ansi.StringWidth(left) - ansi.StringWidth(more) - 4
		return cut(left+a.look.dim.Render(strings.Repeat(a.look.rule, max(0, rest))+" ")+a.look.accent.Render(more)+
			a.look.dim.Render(" "+strings.Repeat(a.look.rule, 2)), a.width)
	}
	return ""
}

// foundStyled colours what the rule says by the worst that was found.
func (a app) foundStyled(words string) string {
	switch near := a.preview.edition.Problems[:a.preview.edition.Here+a.preview.edition.Near]; {
	case course.Errors(near) > 0:
		return a.look.bad.Render(words)
	case len(near) > 0:
		return a.look.mixed.Render(words)
	}
	return a.look.good.Render(words)
}

// allProblems is the action that lists all problems.
func (a app) allProblems(s screen) action {
	return a.lettered(s, "p", "F4", "problems", func(string) (screen, tea.Msg) {
		return nil, pushMsg{screen: problemsScreen{edition: a.preview.edition}}
	})
}

// begins is a screen on which an activity begins; not one that looks at it.
func begins(s screen) (staged, bool) {
	switch s := s.(type) {
	case mapScreen, lookBackScreen, answerScreen:
		return nil, false
	case staged:
		return s, true
	}
	return nil, false
}

// previewActions are the keys of a screen with those that an author has beside
// them, before the way back. Where letters are text, a function key is left.
func (a app) previewActions(s screen, own []action) []action {
	if !a.preview.on() || len(own) == 0 {
		return own
	}
	reread := quietly("F5", "read the course again", func(string) (screen, tea.Msg) { return nil, againMsg{} }, "f5")
	last := len(own) - 1
	away := own[last] // what it promises a learner, in brackets, does not hold here
	does, _, _ := strings.Cut(away.Help().Desc, " (")
	away.SetHelp(away.Help().Key, does)
	more := []action{reread, a.allProblems(s), away}
	if taken, ok := begins(s); ok && a.saving.failure == nil {
		c := taken.Sitting().Content()
		anew := func(string) (screen, tea.Msg) { return nil, anewMsg{c.Module.ID, c.Activity.ID} }
		more = append([]action{quietly("F8", "begin this anew", anew, "f8")}, more...)
	}
	return append(own[:last:last], more...)
}
