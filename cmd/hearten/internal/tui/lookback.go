package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/quiz"
)

// lookBackScreen lists the first answers of an attempt. Looking changes
// nothing.
type lookBackScreen struct {
	quiz study.Quiz
	all  []quiz.Feedback
	pane pane
}

func newLookBack(q study.Quiz) lookBackScreen { return lookBackScreen{quiz: q, all: q.Answers()} }

// Layout sets the list.
func (l lookBackScreen) Layout(f frame) screen {
	s := f.sheet()
	s.note("Your first answers. Looking at them changes nothing.")
	s.gap()
	for i, answer := range l.all {
		sign := s.weighedSign(answer.Mark)
		if answer.Mark.Of > 0 && answer.Mark.Score == 0 && !answer.Question.Open() {
			sign = s.bad.Render(s.wrong)
		}
		s.item(sign+fmt.Sprintf(" %d  ", i+1), s.md.line(answer.Question.Ask), s.dim.Render("  "+pad(study.Verdict(answer), 8)))
	}
	l.pane = s.list(0).from(l.pane, f.Height)
	return l
}

// Title names the quiz.
func (l lookBackScreen) Title() (left, right string) {
	c := l.quiz.Content()
	return c.Module.Title + " / " + c.Activity.Title, "your answers"
}

// Body is the list.
func (l lookBackScreen) Body() body { return l.pane.body() }

// Actions open an answer.
func (l lookBackScreen) Actions() []action {
	with := func(p pane) screen { l.pane = p; return l }
	enter := func(string) (screen, tea.Msg) {
		if l.pane.focus == reading {
			return with(l.pane.page()), nil
		}
		return l, pushMsg{screen: answerScreen{lookBack: l, at: l.pane.focus}}
	}
	return []action{moving("move", l.pane, with), entering("open", l.pane, enter), numbered(l.pane, len(l.all), func(n int) int { return n - 1 }, with), paging(l.pane, with), back(l, "back")}
}

// answerScreen is one answer, looked at again.
type answerScreen struct {
	lookBack lookBackScreen
	at       int
	frame    frame
	pane     pane
}

func (a answerScreen) feedback() quiz.Feedback { return a.lookBack.all[a.at] }

// Layout sets the feedback.
func (a answerScreen) Layout(f frame) screen {
	a.frame = f
	s := f.sheet()
	c := a.lookBack.quiz.Content()
	s.feedback(c, a.feedback(), "")
	s.gap()
	s.item("", "Back to your answers", "")
	if lesson, ok := lessonOf(c, a.feedback()); ok {
		s.item("", "Read again: "+plain(lesson.Title), "")
	}
	s.basis(c, a.feedback())
	a.pane = s.pane(0).from(a.pane, f.Height)
	return a
}

// Title says which answer it is.
func (a answerScreen) Title() (left, right string) {
	left, _ = a.lookBack.Title()
	return left, fmt.Sprintf("answer %d of %d", a.at+1, len(a.lookBack.all))
}

// Body is the feedback.
func (a answerScreen) Body() body { return a.pane.body() }

// Actions turn to other answers, and back.
func (a answerScreen) Actions() []action {
	c := a.lookBack.quiz.Content()
	with := func(p pane) screen { a.pane = p; return a }
	lesson, ok := lessonOf(c, a.feedback())
	open := func(string) (screen, tea.Msg) { return a, openMsg{c.Module.ID, lesson.ID} }
	enter := func(press string) (screen, tea.Msg) {
		switch a.pane.focus {
		case reading:
			return with(a.pane.page()), nil
		case 0:
			return a, backMsg{}
		}
		return open(press)
	}
	all := []action{entering("choose", a.pane, enter), moving("move", a.pane, with), on("←→", "other answers", a.turn, "left", "right")}
	if ok {
		all = append(all, on("l", "open the lesson", open, "l"))
	}
	return append(all, paging(a.pane, with), back(a, "back"))
}

func (a answerScreen) turn(press string) (screen, tea.Msg) {
	to := a.at - 1
	if press == "right" {
		to = a.at + 1
	}
	if to < 0 || to >= len(a.lookBack.all) {
		return a, nil
	}
	a.at, a.pane = to, pane{}
	return a.Layout(a.frame), nil
}
