package tui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/quiz"
)

// result sets how a finished attempt went.
func (q *quizScreen) result(s *sheet) {
	r, _ := q.quiz.Result()
	pool := q.quiz.Content().Quiz
	s.add(0, s.good.Render(s.done)+" "+s.strong.Render("Finished "+day(r.At, q.frame.moment().At)+"."))
	s.gap()
	s.text(strings.TrimSpace(firstTry(r, pool) + " " + r.Aside()))
	if words := earned(r, pool); words != "" {
		s.text(words)
	}
	if words := passing(r); words != "" {
		s.text(words)
	}
	if r.HasBefore {
		s.gap()
		s.text(fmt.Sprintf("Before the module you had %d of %d. Now you have %d of %d.", r.Before.Right, r.Before.Of, r.Right, r.Of))
	}
	s.gap()
	calibration, known := q.frame.study.Calibration()
	if known {
		s.sureWords(calibration)
		s.gap()
	}
	q.ways(s, r)
	if known {
		s.item("", "How sure you are, and how right", "")
		q.does = append(q.does, func(q quizScreen) (screen, tea.Msg) {
			return q, pushMsg{screen: newCalibration(calibration)}
		})
	}
}

// ways are the ways on from the result.
func (q *quizScreen) ways(s *sheet, r study.Result) {
	s.item("", "Done: back to the course", "")
	q.does = append(q.does, func(q quizScreen) (screen, tea.Msg) { return q, backMsg{} })
	if r.Again {
		s.item("", r.Retake(), "")
		q.does = append(q.does, quizScreen.retake)
	}
	s.item("", "Look back at your answers", "")
	q.does = append(q.does, func(q quizScreen) (screen, tea.Msg) {
		return q, pushMsg{screen: newLookBack(q.quiz)}
	})
}

func (q quizScreen) retake() (screen, tea.Msg) {
	next, unsaved := q.quiz.Retake(q.frame.moment())
	return q, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) { return q.fresh(next, nil), nil }}
}

// firstTry counts the answers that were right at once.
func firstTry(r study.Result, pool quiz.Quiz) string {
	switch {
	case r.Of == 0:
		return "Nothing here was right or wrong; you weighed every question."
	case r.Right == r.Of:
		return fmt.Sprintf("You answered all %d at the first try.", r.Of)
	case pool.Pass > 0 || pool.Diagnostic:
		return fmt.Sprintf("You answered %d of %d at the first try.", r.Right, r.Of)
	}
	return fmt.Sprintf("You answered %d of %d at the first try. The others came back until you had them.", r.Right, r.Of)
}

// earned says the points, where they say more than the count.
func earned(r study.Result, pool quiz.Quiz) string {
	switch {
	case pool.Certainty && r.Worth > 0:
		return fmt.Sprintf("By how sure you were, that is %s of %s points.", number(r.Points), number(r.Worth))
	case r.Worth != float64(r.Of) || r.Points != float64(r.Right):
		return fmt.Sprintf("That is %s of %s points.", number(r.Points), number(r.Worth))
	}
	return ""
}

// number is a count of points, to a tenth.
func number(f float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0")
}

// passing says where the pass mark lies. It is only a label.
func passing(r study.Result) string {
	switch {
	case r.PassMark == 0 || r.Of == 0:
		return ""
	case r.Passed:
		return fmt.Sprintf("That reaches the pass mark of %d per cent.", r.PassMark)
	}
	return fmt.Sprintf("The pass mark is %d per cent. Nothing hangs on it; everything stays open.", r.PassMark)
}
