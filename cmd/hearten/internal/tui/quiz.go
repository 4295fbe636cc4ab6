package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
)

// quizScreen asks the questions of a quiz, stays on the feedback until a
// key, and ends with how it went.
type quizScreen struct {
	quiz      study.Quiz
	asking    asking
	explained bool // how marks hang on sureness
	frame     frame
	pane      pane
	does      []quizStep // what Enter does on each item
}

type quizStep func(quizScreen) (screen, tea.Msg)

func newQuiz(q study.Quiz) quizScreen { return quizScreen{}.fresh(q, nil) }

// fresh is the screen after a step, read from its top. What was answered
// before is there again where it may be mended.
func (q quizScreen) fresh(next study.Quiz, before []string) quizScreen {
	asked, _ := next.Question()
	a := newAsking(asked, before)
	if asked.Open() {
		a.field = newField(asked.ID, "", next.Typing().Text).focused(true)
		a.kept = true
	}
	a.hints, a.asksSure = next.Hints(), q.asking.asksSure
	a.certainty = next.Content().Quiz.Certainty
	a.explains = a.certainty && !q.explained
	return quizScreen{quiz: next, asking: a, explained: q.explained}
}

// due says what is on the screen: an answer's feedback, a question, or else
// the result.
func (q quizScreen) due() (feedback, question bool) {
	_, feedback = q.quiz.Feedback()
	_, question = q.quiz.Question()
	return feedback, question && !feedback
}

// Layout sets the feedback, the result or the question, whichever is due.
func (q quizScreen) Layout(f frame) screen {
	q.frame, q.does = f, nil
	s := f.sheet()
	feedback, question := q.due()
	if question {
		if q.quiz.Again() {
			s.note("Here it is once more.")
			s.gap()
		}
		q.asking = q.asking.set(s, f.Height)
		q.pane = q.asking.pane
		return q
	}
	if feedback {
		q.feedback(s)
	} else {
		q.result(s)
	}
	q.pane = s.pane(0).from(q.pane, f.Height)
	return q
}

// owner is what the quiz does with an answer.
func (q quizScreen) owner() owner {
	return owner{
		as: func(a asking) screen { q.asking, q.pane = a, a.pane; return q },
		with: func(a asking) screen {
			q.asking, q.pane = a, a.pane
			return q.Layout(q.frame)
		},
		check: func(picked []string) error {
			_, _, err := q.quiz.Answer(picked, "", study.Moment{})
			return err
		},
		give: q.answer, hint: q.hint, leave: q.leave(),
	}
}

// leave is what Esc does. A text that is being typed may be nowhere but here.
func (q quizScreen) leave() string {
	if q.frame.unkept && q.asking.asked.Open() {
		return q.frame.textKept("leave")
	}
	return "leave (saved)"
}

func (q quizScreen) answer(a asking, picked []string) (screen, tea.Msg) {
	next, unsaved, err := q.quiz.Answer(picked, a.sure, q.frame.moment())
	if err != nil {
		a.said = sentence(err)
		return q.owner().with(a), nil
	}
	q.explained = q.explained || a.wantsSure()
	return q, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) { return q.fresh(next, nil), nil }}
}

func (q quizScreen) hint() (screen, tea.Msg) {
	q.quiz, _ = q.quiz.Hint()
	q.asking = q.asking.told(q.quiz.Hints())
	next := q.Layout(q.frame).(quizScreen)
	next.asking.pane = next.asking.pane.reveal(next.asking.hintsAt, next.asking.hintsAt+next.asking.pane.height/2)
	next.pane = next.asking.pane
	return next, nil
}

// next leaves the feedback.
func (q quizScreen) next() (screen, tea.Msg) {
	var before []string
	if f, _ := q.quiz.Feedback(); f.Mend {
		before = f.Mark.Picked
	}
	next, unsaved := q.quiz.Next(q.frame.moment())
	return q, saveMsg{unsaved: unsaved, reads: true, then: func() (screen, tea.Msg) { return q.fresh(next, before), nil }}
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

// Typing says that letters are text.
func (q quizScreen) Typing() bool {
	_, question := q.due()
	return question && q.asking.typing()
}

// Type puts text into the field.
func (q quizScreen) Type(msg tea.Msg) screen { return q.owner().with(q.asking.typed(msg)) }

// Drafts is an open text being typed. Other answers are kept when given.
func (q quizScreen) Drafts() []study.Draft {
	if _, question := q.due(); !question || !q.asking.asked.Open() {
		return nil
	}
	draft := q.quiz.Typing()
	draft.Text = q.asking.field.text()
	return []study.Draft{draft}
}

// Actions choose and answer, or read on.
func (q quizScreen) Actions() []action {
	with := func(p pane) screen { q.pane = p; return q }
	feedback, question := q.due()
	switch {
	case question:
		return q.asking.actions(q.owner())
	case !feedback:
		return []action{moving("move", q.pane, with), entering("choose", q.pane, q.enter), paging(q.pane, with), back(q, "back")}
	}
	f, _ := q.quiz.Feedback()
	does := "next"
	switch {
	case q.pane.focus > 0:
		does = "open"
	case f.Mend:
		does = "try again"
	}
	all := []action{entering(does, q.pane, q.enter), moving("move", q.pane, with)}
	if a, ok := lessonOf(q.quiz.Content(), f); ok {
		all = append(all, on("l", "open the lesson", func(string) (screen, tea.Msg) { return q, openMsg{q.quiz.Content().Module.ID, a.ID} }, "l"))
	}
	return append(all, paging(q.pane, with), back(q, "leave (saved)"))
}
