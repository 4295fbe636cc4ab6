package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hearten/course"
	"hearten/quiz"
)

// feedback sets what there is to say to the last answer: the options with
// the one that was picked, whether it fits, why, and what the others do.
func (q *quizScreen) feedback(s *sheet, f quiz.Feedback) {
	s.prose(f.Question.Ask)
	s.gap()
	for i, o := range f.Question.Options {
		lead := fmt.Sprintf("  %d  ", i+1)
		text := s.md.line(o.Text)
		if slices.Contains(f.Mark.Picked, o.ID) {
			s.hang(0, s.accent.Render(s.pointer)+lead[1:], text+s.dim.Render("  your answer"))
			continue
		}
		s.hang(0, lead, text)
	}
	s.gap()
	s.add(0, verdict(s.look, f.Mark))
	for _, o := range f.Picked {
		s.text(s.md.line(o.Why))
	}
	if len(f.Others) > 0 {
		s.gap()
		s.add(0, s.strong.Render("What the others would do"))
	}
	for _, o := range f.Others {
		q.other(s, f, o)
	}
	s.gap()
	q.ways(s, f)
	s.sourcesOf(q.quiz.Content().Cited, textsOf(f)...)
}

func (q *quizScreen) other(s *sheet, f quiz.Feedback, o quiz.Option) {
	n := slices.IndexFunc(f.Question.Options, func(shown quiz.Option) bool { return shown.ID == o.ID })
	missed := ""
	if o.Right && f.Mark.Of > 0 && f.Question.Kind == quiz.KindChoices {
		missed = s.strong.Render("This one fits too.") + " "
	}
	s.hang(0, fmt.Sprintf("  %d  ", n+1), missed+s.md.line(o.Why))
}

// ways are the ways on from the feedback.
func (q *quizScreen) ways(s *sheet, f quiz.Feedback) {
	on := "Next question"
	if _, done := q.quiz.Result(); done {
		on = "See how it went"
	}
	s.item("", on, "")
	q.does = append(q.does, quizScreen.next)
	if a, ok := q.lesson(f); ok {
		s.item("", "Read again: "+plain(a.Title), "")
		q.does = append(q.does, func(q quizScreen) (screen, tea.Msg) { return q.read(f) })
	}
}

// lesson is the lesson that a question rests on.
func (q quizScreen) lesson(f quiz.Feedback) (course.Activity, bool) {
	a, ok := q.quiz.Content().Module.Activity(f.Question.Read)
	return a, ok && a.Kind == course.KindLesson
}

func (q quizScreen) read(f quiz.Feedback) (screen, tea.Msg) {
	a, _ := q.lesson(f)
	return q, activityRequest(q.quiz.Content().Module, a)
}

// verdict says in a sign and in words whether an answer fits.
func verdict(l *look, m quiz.Mark) string {
	switch {
	case m.Of == 0:
		return l.accent.Render(l.begun) + " " + l.strong.Render("Nothing here is right or wrong. This is what your answer does:")
	case m.Score >= m.Of:
		return l.good.Render(l.done) + " " + l.strong.Render("Good choice.")
	case m.Score > 0:
		return l.mixed.Render(l.begun) + " " + l.strong.Render("Partly.") + l.dim.Render(" This one comes back later.")
	}
	return l.bad.Render(l.wrong) + " " + l.strong.Render("Not yet.") + l.dim.Render(" This one comes back later.")
}

func textsOf(f quiz.Feedback) []string {
	texts := []string{f.Question.Ask}
	for _, o := range f.Question.Options {
		texts = append(texts, o.Text, o.Why)
	}
	return texts
}

// result sets how a finished attempt went.
func (q *quizScreen) result(s *sheet) {
	r, _ := q.quiz.Result()
	s.add(0, s.good.Render(s.done)+" "+s.strong.Render("Finished "+day(r.At, q.frame.moment().At)+"."))
	s.gap()
	switch {
	case r.Of == 0:
		s.text("Nothing here was right or wrong; you weighed every question.")
	case r.Right == r.Of:
		s.text(fmt.Sprintf("You answered all %d at the first try.", r.Of))
	default:
		s.text(fmt.Sprintf("You answered %d of %d at the first try. The others came back until you had them.", r.Right, r.Of))
	}
	s.gap()
	s.item("", "Done: back to the course", "")
	s.item("", "Take it again, with a fresh draw of questions", "")
	q.does = append(q.does, func(q quizScreen) (screen, tea.Msg) { return q, backMsg{} }, quizScreen.retake)
}
