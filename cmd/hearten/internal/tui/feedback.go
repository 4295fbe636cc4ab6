package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"hearten/course"
	"hearten/quiz"
)

// feedback sets what there is to say to the last answer, and the ways on.
func (q *quizScreen) feedback(s *sheet) {
	f, _ := q.quiz.Feedback()
	c := q.quiz.Content()
	s.feedback(c, f, q.quiz.ComesBack())
	s.gap()
	on := "Next question"
	_, done := q.quiz.Result()
	switch {
	case f.Mend:
		on = "Try again"
	case done:
		on = "See how it went"
	}
	s.item("", on, "")
	q.does = append(q.does, quizScreen.next)
	if a, ok := lessonOf(c, f); ok {
		s.item("", "Read again: "+plain(a.Title), "")
		q.does = append(q.does, func(q quizScreen) (screen, tea.Msg) { return q, openMsg{c.Module.ID, a.ID} })
	}
	s.basis(c, f)
}

// lessonOf is the lesson that a question rests on. While an answer may be
// mended, it is not named: it would give too much away.
func lessonOf(c course.Content, f quiz.Feedback) (course.Activity, bool) {
	a, ok := c.Module.Activity(f.Question.Read)
	return a, ok && a.Kind == course.KindLesson && !f.Mend
}

// feedback sets a question, the answer to it, whether it fits, why, and
// whether it comes back. Of an answer that may be mended it says only that, and
// the next hint.
func (s *sheet) feedback(c course.Content, f quiz.Feedback, back string) {
	s.remark(f.Question.Ask)
	s.gap()
	if len(f.Question.Options) > 0 {
		s.shown(f)
	} else {
		s.given(f)
	}
	s.gap()
	if f.Mend {
		s.add(0, s.bad.Render(s.wrong)+" "+s.strong.Render("Not yet."))
		if n := f.Mark.Hints; n < len(f.Question.Hints) {
			s.hang(0, s.look.title.Render("Hint  "), s.md.line(f.Question.Hints[n]))
		}
		return
	}
	s.verdict(f, back)
	if len(f.Question.Options) == 0 {
		s.right(f)
		return
	}
	for _, o := range f.Picked {
		s.text(s.md.line(o.Why))
	}
	if f.Question.Why != "" {
		s.gap()
		s.remark(f.Question.Why)
	}
	if len(f.Others) > 0 {
		s.gap()
		s.add(0, s.strong.Render(f.OfOthers()))
	}
	for _, o := range f.Others {
		s.other(f, o)
	}
}

// shown sets the options as they were shown, with those that were picked.
func (s *sheet) shown(f quiz.Feedback) {
	for i, o := range f.Question.Options {
		lead := fmt.Sprintf("  %d  ", i+1)
		text := s.md.line(o.Text)
		if slices.Contains(f.Mark.Picked, o.ID) {
			s.hang(0, s.accent.Render(s.pointer)+lead[1:], text+s.dim.Render("  your answer"+howSure(f.Mark.Sure)))
			continue
		}
		s.hang(0, lead, text)
	}
}

func (s *sheet) other(f quiz.Feedback, o quiz.Option) {
	n := slices.IndexFunc(f.Question.Options, func(shown quiz.Option) bool { return shown.ID == o.ID })
	missed := ""
	if o.Right && f.Mark.Of > 0 && f.Question.Kind == quiz.KindChoices {
		missed = s.strong.Render("This one fits too.") + " "
	}
	s.hang(0, fmt.Sprintf("  %d  ", n+1), missed+s.md.line(o.Why))
}

// verdict says in a sign and in words whether an answer fits, and how much
// of it.
func (s *sheet) verdict(f quiz.Feedback, back string) {
	sign, words := s.bad.Render(s.wrong), "Not yet."
	switch {
	case f.Mark.Of == 0:
		sign, words = s.accent.Render(s.begun), "Nothing here is right or wrong. This is what your answer does:"
	case f.Question.Open():
		sign, words = s.weighedSign(f.Mark), "You say: "+f.Mark.Picked[len(f.Mark.Picked)-1]+"."
	case f.Mark.Right() && len(f.Question.Options) > 0:
		sign, words = s.good.Render(s.done), "Good choice."
	case f.Mark.Right():
		sign, words = s.good.Render(s.done), "Yes, that is right."
	case f.Mark.Score > 0:
		sign, words = s.mixed.Render(s.begun), "Partly."
	}
	if some := someOf(f); some != "" {
		words += " " + some
	}
	if back != "" {
		words += " " + back
	}
	lines := hang(sign+" ", words, s.measure())
	for i := range lines {
		lines[i] = bold(s.strong, lines[i])
	}
	s.add(0, lines...)
}

func (s *sheet) weighedSign(m quiz.Mark) string {
	switch {
	case m.Right():
		return s.good.Render(s.done)
	case m.Score > 0:
		return s.mixed.Render(s.begun)
	}
	return s.dim.Render(s.open)
}

// basis lists the works that a question rests on.
func (s *sheet) basis(c course.Content, f quiz.Feedback) {
	if f.Mend {
		return
	}
	s.worksOf(c, f.Question.Sources, textsOf(f)...)
}

// textsOf is all that was said about a question.
func textsOf(f quiz.Feedback) []string {
	texts := []string{f.Question.Ask, f.Question.Why, f.Question.Model}
	for _, o := range f.Question.Options {
		texts = append(texts, o.Text, o.Why)
	}
	for _, i := range append(slices.Clip(f.Question.Items), f.Question.Rights...) {
		texts = append(texts, i.Text)
	}
	for _, p := range f.Question.Pairs {
		texts = append(texts, p.Left)
	}
	return texts
}
