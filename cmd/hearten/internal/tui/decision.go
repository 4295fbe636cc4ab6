package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearten/course/scenario"
)

// offered are the choices of a decision that comes back: those that anybody
// had, and the one that was taken.
func (r reviewScreen) offered() []scenario.Choice {
	var all []scenario.Choice
	for _, c := range r.asked.Scene.Choices {
		if c.When == "" || c.Say == r.asked.Then {
			all = append(all, c)
		}
	}
	return all
}

// deciding says that the learner is to choose what they would do now.
func (r reviewScreen) deciding() bool {
	return r.at >= 0 && r.asked.Decision && r.chosen == "" && len(r.offered()) > 0
}

// decision asks what the learner would do now; then it shows what they did
// then, and the expert's view to whoever wants it.
func (r *reviewScreen) decision(s *sheet) {
	r.from(s)
	if n := len(r.asked.Scene.Text); n > 0 {
		s.prose(r.asked.Scene.Text[n-1].Text)
		s.gap()
	}
	if r.chosen != "" {
		r.compared(s)
		return
	}
	s.add(0, s.strong.Render("What would you do now?"))
	for i, c := range r.offered() {
		s.item(fmt.Sprintf("%d  ", i+1), s.md.line(c.Say), "")
		r.does = append(r.does, func(r reviewScreen) (screen, tea.Msg) { return r.choose(c.ID) })
	}
	if len(r.does) == 0 { // all of them hang on what happened before
		r.way(s, "See what you did then", func(r reviewScreen) (screen, tea.Msg) { return r.choose("-") })
	}
}

// mayHearExpert says that there is more on a decision than what it was for.
func (r reviewScreen) mayHearExpert() bool {
	return r.asked.Decision && r.chosen != "" && r.asked.Expert != "" && !r.expert
}

func (r reviewScreen) hearExpert() (screen, tea.Msg) {
	r.expert = true
	return r.Layout(r.frame), nil
}

// choose keeps that the decision was looked at, and shows the rest.
func (r reviewScreen) choose(id string) (screen, tea.Msg) {
	unsaved := r.asked.Seen(r.frame.moment())
	return r, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) {
		r.chosen, r.pane = id, pane{}
		r.answered++
		return r, nil
	}}
}

func (r *reviewScreen) compared(s *sheet) {
	now, then := "", ""
	for _, c := range r.asked.Scene.Choices {
		if c.ID == r.chosen {
			now = c.Because
			s.hang(0, s.strong.Render("Now   "), s.md.line(c.Say))
			s.hang(6, "", s.md.line(c.Because))
		}
		if c.Say == r.asked.Then {
			then = c.Because
		}
	}
	s.gap()
	if r.asked.Then != "" {
		s.hang(0, s.strong.Render("Then  "), s.md.line(r.asked.Then))
		if then != now {
			s.hang(6, "", s.md.line(then))
		}
		s.gap()
	}
	texts := []string{now, then}
	if r.asked.Expert != "" && r.expert {
		s.add(0, s.strong.Render("The expert's view"))
		s.prose(r.asked.Expert)
		s.gap()
		texts = append(texts, r.asked.Expert)
	}
	r.onward(s)
	if r.mayHearExpert() {
		r.way(s, "The expert's view", reviewScreen.hearExpert)
	}
	s.sourcesOf(r.asked.Content().Cited, texts...)
}
