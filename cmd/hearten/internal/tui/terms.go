package tui

import (
	"slices"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/quiz"
)

// wordsOf is the glossary of a module, if it has one.
func wordsOf(m course.Module) []course.Glossary {
	g := m.Words()
	if len(g.Terms) == 0 {
		return nil
	}
	return []course.Glossary{g}
}

// Words are those of the whole course.
func (h homeScreen) Words() []course.Glossary { return h.study.Course().Words() }

// Here are none: home shows no text that refers to any.
func (h homeScreen) Here() []course.Term { return nil }

// Words are those of the module.
func (o outlineScreen) Words() []course.Glossary { return wordsOf(o.outline.Module) }

// Here are none: nor does an outline.
func (o outlineScreen) Here() []course.Term { return nil }

// Words are those of the module.
func (l lessonScreen) Words() []course.Glossary { return wordsOf(l.lesson.Content().Module) }

// Here are the terms of the page.
func (l lessonScreen) Here() []course.Term {
	_, end := l.page()
	end = min(end, l.top+l.frame.Height)
	var texts []string
	for i, b := range l.blocks() {
		if next := i + 1; l.starts[i] < end && (next == len(l.starts) || l.starts[next] > l.top) {
			texts = append(texts, b.Text)
			texts = append(texts, slices.Concat(b.Rows...)...)
		}
	}
	return l.lesson.Content().Terms(texts...)
}

// Words are those of the module.
func (q quizScreen) Words() []course.Glossary { return wordsOf(q.quiz.Content().Module) }

// Here are the terms of the question or the feedback.
func (q quizScreen) Here() []course.Term {
	feedback, question := q.due()
	var texts []string
	switch {
	case question:
		texts = append(asks(q.asking.asked), q.asking.hints...)
	case feedback:
		f, _ := q.quiz.Feedback()
		texts = tells(f)
	}
	return q.quiz.Content().Terms(texts...)
}

// asks are the texts of a question that stand on the screen with it.
func asks(q quiz.Question) []string {
	texts := []string{q.Ask}
	for _, o := range q.Options {
		texts = append(texts, o.Text)
	}
	for _, i := range slices.Concat(q.Items, q.Rights) {
		texts = append(texts, i.Text)
	}
	for _, p := range q.Pairs {
		texts = append(texts, p.Left, p.Right)
	}
	return texts
}

// tells are the texts of a question and of what there is to say to an answer.
func tells(f quiz.Feedback) []string {
	texts := asks(f.Question)
	if f.Mend {
		return texts
	}
	for _, o := range f.Question.Options {
		texts = append(texts, o.Why)
	}
	return append(texts, f.Question.Why, f.Question.Model)
}

// Words are those of the module.
func (s scenarioScreen) Words() []course.Glossary { return wordsOf(s.scenario.Content().Module) }

// Here are the terms of the scene.
func (s scenarioScreen) Here() []course.Term {
	play := s.scenario.Play()
	texts := []string{play.Text()}
	if s.coach {
		texts = append(texts, play.Scene().Coach)
	}
	for _, c := range play.Offered() {
		texts = append(texts, c.Say)
	}
	return s.scenario.Content().Terms(texts...)
}

// Words are those of the module.
func (d debriefScreen) Words() []course.Glossary { return wordsOf(d.scenario.Content().Module) }

// Here are the terms of the stage.
func (d debriefScreen) Here() []course.Term {
	var texts []string
	switch d.scenario.Stage() {
	case study.Ended:
		texts = []string{d.debrief.Ending.Text}
	case study.Asking:
		for _, f := range d.form.fields {
			texts = append(texts, f.ask)
		}
	case study.Path:
		for _, step := range d.debrief.Steps {
			texts = append(texts, step.Because, step.Inside)
		}
	default:
		texts = []string{d.debrief.Expert}
	}
	return d.scenario.Content().Terms(texts...)
}

// Words are those of the module.
func (r reflectionScreen) Words() []course.Glossary { return wordsOf(r.reflection.Content().Module) }

// Here are the terms of the page.
func (r reflectionScreen) Here() []course.Term {
	return r.reflection.Content().Terms(r.texts()...)
}

// Words are those of the module.
func (p planScreen) Words() []course.Glossary { return wordsOf(p.plan.Content().Module) }

// Here are the terms of the page.
func (p planScreen) Here() []course.Term {
	return p.plan.Content().Terms(p.plan.Content().About)
}

// Words are those of the module.
func (t tensionScreen) Words() []course.Glossary { return wordsOf(t.tension.Content().Module) }

// Here are the terms of the page.
func (t tensionScreen) Here() []course.Term {
	return t.tension.Content().Terms(t.tension.Content().About)
}

// Words are those of the module that the card is from.
func (r reviewScreen) Words() []course.Glossary {
	if r.at < 0 || r.at >= len(r.review.Cards) {
		return nil
	}
	return wordsOf(r.asked.Content().Module)
}

// Here are the terms of the card, as far as it is shown.
func (r reviewScreen) Here() []course.Term {
	switch {
	case r.at < 0 || r.at >= len(r.review.Cards):
		return nil
	case r.reviewed != nil:
		return r.asked.Content().Terms(tells(r.reviewed.Feedback)...)
	case !r.asked.Decision:
		return r.asked.Content().Terms(asks(r.asking.asked)...)
	}
	return r.asked.Content().Terms(r.asked.Expert)
}
