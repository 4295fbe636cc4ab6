package tui

import (
	"slices"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/quiz"
)

// wordsOf is the glossary that an activity stands under, and the terms that
// texts of it refer to.
func wordsOf(c course.Content, texts ...string) (all []course.Glossary, here []course.Term) {
	return glossaries(c.Module.Words()), c.Terms(texts...)
}

func glossaries(g course.Glossary) []course.Glossary {
	if len(g.Terms) == 0 {
		return nil
	}
	return []course.Glossary{g}
}

// Words are those of the whole course.
func (h homeScreen) Words() (all []course.Glossary, here []course.Term) {
	return h.study.Course().Words(), nil
}

// Words are those of the module.
func (o outlineScreen) Words() (all []course.Glossary, here []course.Term) {
	return glossaries(o.outline.Module.Words()), nil
}

// Words are those of the module, and of the page.
func (l lessonScreen) Words() (all []course.Glossary, here []course.Term) {
	_, end := l.page()
	end = min(end, l.top+l.frame.Height)
	var texts []string
	for i, b := range l.blocks() {
		if next := i + 1; l.starts[i] < end && (next == len(l.starts) || l.starts[next] > l.top) {
			texts = append(texts, b.Text)
			texts = append(texts, slices.Concat(b.Rows...)...)
		}
	}
	return wordsOf(l.lesson.Content(), texts...)
}

// Words are those of the module, and of the question or the feedback.
func (q quizScreen) Words() (all []course.Glossary, here []course.Term) {
	feedback, question := q.due()
	var texts []string
	switch {
	case question:
		texts = append(asks(q.asking.asked), q.asking.hints...)
	case feedback:
		f, _ := q.quiz.Feedback()
		texts = tells(f)
	}
	return wordsOf(q.quiz.Content(), texts...)
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

// Words are those of the module, and of the scene.
func (s scenarioScreen) Words() (all []course.Glossary, here []course.Term) {
	play := s.scenario.Play()
	texts := []string{play.Text()}
	if s.coach {
		texts = append(texts, play.Scene().Coach)
	}
	for _, c := range play.Offered() {
		texts = append(texts, c.Say)
	}
	return wordsOf(s.scenario.Content(), texts...)
}

// Words are those of the module, and of the stage.
func (d debriefScreen) Words() (all []course.Glossary, here []course.Term) {
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
	return wordsOf(d.scenario.Content(), texts...)
}

// Words are those of the module, and of the page.
func (r reflectionScreen) Words() (all []course.Glossary, here []course.Term) {
	return wordsOf(r.reflection.Content(), r.texts()...)
}

// Words are those of the module, and of the page.
func (p planScreen) Words() (all []course.Glossary, here []course.Term) {
	return wordsOf(p.plan.Content(), p.plan.Content().About)
}

// Words are those of the module, and of the page.
func (t tensionScreen) Words() (all []course.Glossary, here []course.Term) {
	return wordsOf(t.tension.Content(), t.tension.Content().About)
}

// Words are those of the module that the card is from.
func (r reviewScreen) Words() (all []course.Glossary, here []course.Term) {
	switch {
	case r.at < 0 || r.at >= len(r.review.Cards):
		return nil, nil
	case r.reviewed != nil:
		return wordsOf(r.asked.Content(), tells(r.reviewed.Feedback)...)
	case !r.asked.Decision:
		return wordsOf(r.asked.Content(), asks(r.asking.asked)...)
	}
	return wordsOf(r.asked.Content(), r.asked.Expert)
}
