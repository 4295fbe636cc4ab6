package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/quiz"
)

// quizScreen asks the questions of a quiz, stays on the feedback until a
// key, and ends with how it went.
type quizScreen struct {
	quiz   study.Quiz
	picked []string // of a question with several answers, what is ticked
	said   string   // why an answer could not be taken
	frame  frame
	pane   pane
	does   []quizStep // what Enter does on each item
}

type quizStep func(quizScreen) (screen, tea.Msg)

func newQuiz(q study.Quiz) quizScreen { return quizScreen{quiz: q} }

// fresh is the screen after a step, read from its top.
func (q quizScreen) fresh(next study.Quiz) quizScreen {
	return quizScreen{quiz: next}
}

// Layout sets the feedback, the result or the question, whichever is due.
func (q quizScreen) Layout(f frame) screen {
	q.frame, q.does = f, nil
	s := f.sheet()
	feedback, unread := q.quiz.Feedback()
	_, asking := q.quiz.Question()
	switch {
	case unread:
		q.feedback(s, feedback)
	case asking:
		q.question(s)
	default:
		q.result(s)
	}
	q.pane = s.pane(0).from(q.pane, f.Height)
	return q
}

func (q *quizScreen) question(s *sheet) {
	asked, _ := q.quiz.Question()
	if q.quiz.Again() {
		s.note("Here it is once more.")
		s.gap()
	}
	s.prose(asked.Ask)
	s.gap()
	for i, o := range asked.Options {
		s.item(q.tick(s, asked, o)+fmt.Sprintf("%d  ", i+1), s.md.line(o.Text), "")
		q.does = append(q.does, func(q quizScreen) (screen, tea.Msg) { return q.answer(o.ID) })
	}
	if asked.Kind == quiz.KindChoices {
		s.gap()
		s.note("Tick all that fit with Space, then answer with Enter.")
	}
	s.gap()
	q.hints(s, asked)
	if q.said != "" {
		s.gap()
		s.hang(0, s.mixed.Render("!")+" ", q.said)
	}
}

func (q quizScreen) tick(s *sheet, asked quiz.Question, o quiz.Option) string {
	switch {
	case asked.Kind != quiz.KindChoices:
		return ""
	case slices.Contains(q.picked, o.ID):
		return s.accent.Render(s.on) + " "
	}
	return s.dim.Render(s.off) + " "
}

func (q *quizScreen) hints(s *sheet, asked quiz.Question) {
	shown := q.quiz.Hints()
	for _, hint := range shown {
		s.hang(0, s.look.title.Render("Hint  "), s.md.line(hint))
	}
	if len(shown) < len(asked.Hints) {
		if len(shown) > 0 {
			s.gap()
		}
		s.item("", s.dim.Render(hintWords(len(shown))), "")
		q.does = append(q.does, func(q quizScreen) (screen, tea.Msg) { return q.hint("") })
	}
}

func hintWords(shown int) string {
	if shown == 0 {
		return "Show a hint"
	}
	return "Show another hint"
}

// answer takes the option that has the focus, or those that are ticked.
func (q quizScreen) answer(option string) (screen, tea.Msg) {
	asked, _ := q.quiz.Question()
	picked := []string{option}
	if asked.Kind == quiz.KindChoices {
		picked = q.picked
	}
	next, unsaved, err := q.quiz.Answer(picked, "", q.frame.moment())
	if err != nil {
		q.said = sentence(err)
		return q.Layout(q.frame), nil
	}
	return q, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) { return q.fresh(next), nil }}
}

func (q quizScreen) hint(string) (screen, tea.Msg) {
	q.quiz, _ = q.quiz.Hint()
	return q.Layout(q.frame), nil
}

// digit goes to an option, and ticks it where several can be.
func (q quizScreen) digit(press string) (screen, tea.Msg) {
	asked, _ := q.quiz.Question()
	i := int(press[0] - '1')
	if i >= len(asked.Options) {
		return q, nil
	}
	q.pane = q.pane.on(i)
	if asked.Kind == quiz.KindChoices {
		return q.toggle("")
	}
	return q, nil
}

// toggle ticks the option that has the focus, or takes the tick away.
func (q quizScreen) toggle(string) (screen, tea.Msg) {
	asked, _ := q.quiz.Question()
	i := q.pane.focus
	if i < 0 || i >= len(asked.Options) {
		q.pane = q.pane.page()
		return q, nil
	}
	id, had := asked.Options[i].ID, len(q.picked)
	q.picked = slices.DeleteFunc(slices.Clone(q.picked), func(p string) bool { return p == id })
	if len(q.picked) == had {
		q.picked = append(q.picked, id)
	}
	q.said = ""
	return q.Layout(q.frame), nil
}

// next leaves the feedback.
func (q quizScreen) next() (screen, tea.Msg) {
	next, unsaved := q.quiz.Next(q.frame.moment())
	return q, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) { return q.fresh(next), nil }}
}

func (q quizScreen) retake() (screen, tea.Msg) {
	next, unsaved := q.quiz.Retake(q.frame.moment())
	return q, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) { return q.fresh(next), nil }}
}

func (q quizScreen) enter(string) (screen, tea.Msg) {
	if i := q.pane.focus; i >= 0 {
		return q.does[i](q)
	}
	q.pane = q.pane.page()
	return q, nil
}

// Title names the quiz and the question.
func (q quizScreen) Title() (left, right string) {
	c := q.quiz.Content()
	return c.Module.Title + " / " + c.Activity.Title, q.number()
}

// number says which question is on the screen, or that none is.
func (q quizScreen) number() string {
	n, of := q.quiz.Position()
	feedback, unread := q.quiz.Feedback()
	_, done := q.quiz.Result()
	switch {
	case unread:
		n, of = feedback.N, feedback.Of
	case done:
		return "finished"
	}
	return fmt.Sprintf("question %d of %d", n, of)
}

// Body is what Layout set.
func (q quizScreen) Body() body { return q.pane.body() }

// Actions choose and answer, or read on.
func (q quizScreen) Actions() []action {
	with := func(p pane) screen { q.pane = p; return q }
	asked, asking := q.quiz.Question()
	feedback, unread := q.quiz.Feedback()
	switch {
	case unread:
		does := "next"
		if q.pane.focus > 0 {
			does = "open"
		}
		all := []action{entering(does, q.pane, q.enter), moving("move", q.pane, with)}
		if _, ok := q.lesson(feedback); ok {
			all = append(all, on("l", "open the lesson", func(string) (screen, tea.Msg) { return q.read(feedback) }, "l"))
		}
		return append(all, paging(q.pane, with), back(q, "leave (saved)"))
	case !asking:
		return []action{moving("move", q.pane, with), entering("choose", q.pane, q.enter), paging(q.pane, with), back(q, "back")}
	}
	digits := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}[:min(9, len(asked.Options))]
	all := []action{moving("choose", q.pane, with), entering("answer", q.pane, q.enter)}
	if asked.Kind == quiz.KindChoices {
		all = append(all, on("Space", "tick", q.toggle, "space"))
	}
	if len(q.quiz.Hints()) < len(asked.Hints) {
		all = append(all, on("h", "hint", q.hint, "h"))
	}
	return append(all, quietly("1-"+digits[len(digits)-1], "go to an option", q.digit, digits...), paging(q.pane, with), back(q, "leave (saved)"))
}
