package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/quiz"
)

// reviewScreen brings back what was answered and decided before, one card
// after another: it asks first and shows after. Stopping costs nothing.
type reviewScreen struct {
	review   study.Review
	at       int // the card that is asked; before the first, -1
	asked    study.Asked
	asking   asking
	reviewed *study.Reviewed // of a question: what its answer came to
	chosen   string          // of a decision: what the learner would do now, by id
	expert   bool            // and the expert's view is shown
	answered int
	frame    frame
	pane     pane
	does     []reviewStep // what Enter does on each item
}

type reviewStep func(reviewScreen) (screen, tea.Msg)

func newReview(r study.Review) reviewScreen { return reviewScreen{review: r, at: -1} }

// asks says that a question waits for its answer.
func (r reviewScreen) asks() bool {
	return r.at >= 0 && r.at < len(r.review.Cards) && !r.asked.Decision && r.reviewed == nil
}

// Layout sets the card, what there is to say to it, or how the session went.
func (r reviewScreen) Layout(f frame) screen {
	r.frame, r.does = f, nil
	s := f.sheet()
	switch {
	case r.at < 0:
		r.opening(s)
	case r.at >= len(r.review.Cards):
		r.ending(s)
	case r.asked.Decision:
		r.decision(s)
	case r.reviewed != nil:
		r.told(s)
	default:
		r.from(s)
		r.asking.weight = r.returns()
		r.asking = r.asking.set(s, f.Height)
		r.pane = r.asking.pane
		return r
	}
	home := 0
	if r.deciding() {
		home = reading
	}
	r.pane = s.pane(home).from(r.pane, f.Height)
	return r
}

func (r *reviewScreen) way(s *sheet, words string, do reviewStep) {
	s.item("", words, "")
	r.does = append(r.does, do)
}

// opening says what is due, or when something is.
func (r *reviewScreen) opening(s *sheet) {
	n := len(r.review.Cards)
	if n == 0 {
		s.title("Nothing is due today.")
		s.gap()
		r.nextDue(s)
		s.gap()
		r.way(s, "Back", func(r reviewScreen) (screen, tea.Msg) { return r, backMsg{} })
		return
	}
	s.title(fmt.Sprintf("%s from before, %s", count(n, "question", "questions"), about(study.ReviewMinutes(n))))
	s.gap()
	s.text("You are asked first, and shown after. Stop whenever you like: nothing is lost, and what you leave waits.")
	if r.review.Waiting > 0 {
		s.text(fmt.Sprintf("%d more wait for another day.", r.review.Waiting))
	}
	s.gap()
	r.way(s, "Begin", func(r reviewScreen) (screen, tea.Msg) { return r.next() })
}

func (r *reviewScreen) nextDue(s *sheet) {
	if r.review.NextDue.IsZero() {
		s.text("Questions and decisions come back here a few days after you have met them in a quiz or a scenario.")
		return
	}
	s.text("The next question comes back on " + day(r.review.NextDue, r.frame.moment().At) + ".")
}

// ending says how the session went.
func (r *reviewScreen) ending(s *sheet) {
	s.add(0, s.good.Render(s.done)+" "+s.strong.Render("That was all for today."))
	s.gap()
	s.text(fmt.Sprintf("You looked at %s again.", count(r.answered, "question", "questions")))
	left := r.frame.study.Review(r.frame.moment().At)
	switch n := len(left.Cards); {
	case n > 0:
		s.text(fmt.Sprintf("%d more can wait, or come now.", n+left.Waiting))
	default:
		r.review.NextDue = left.NextDue
		r.nextDue(s)
	}
	s.gap()
	r.way(s, "Done", func(r reviewScreen) (screen, tea.Msg) { return r, backMsg{} })
	if len(left.Cards) > 0 {
		r.way(s, "Go on with more", func(r reviewScreen) (screen, tea.Msg) { return newReview(left).next() })
	}
}

// from says where a card comes from.
func (r reviewScreen) from(s *sheet) {
	c := r.asked.Content()
	s.note("From: " + plain(c.Module.Title) + ", " + study.Ago(r.asked.Since, r.frame.moment().At))
	s.gap()
}

// returns says when the card comes back, for each way of weighing an answer.
func (r reviewScreen) returns() map[string]string {
	if r.asking.part != weighing {
		return nil
	}
	all := map[string]string{}
	for _, w := range []string{quiz.NotYet, quiz.Partly, quiz.GotIt} {
		reviewed, _, err := r.asked.Answer(r.asking.answered(w), r.asking.sure, r.frame.moment())
		if err == nil {
			all[w] = "again in " + count(reviewed.Days, "day", "days")
		}
	}
	return all
}

// told sets what there is to say to an answer, and when the card comes back.
func (r *reviewScreen) told(s *sheet) {
	c, f := r.asked.Content(), r.reviewed.Feedback
	s.feedback(c, f, "")
	s.gap()
	if r.reviewed.Days > 0 {
		s.note("Again in " + count(r.reviewed.Days, "day", "days") + ".")
		s.gap()
	}
	r.onward(s)
	if a, ok := lessonOf(c, f); ok {
		r.way(s, "Read again: "+plain(a.Title), func(r reviewScreen) (screen, tea.Msg) { return r, openMsg{c.Module.ID, a.ID} })
	}
	s.basis(c, f)
}

// onward is the way to the next card, or to the end.
func (r *reviewScreen) onward(s *sheet) {
	words := "Next question"
	if r.at+1 >= len(r.review.Cards) {
		words = "Finish"
	}
	r.way(s, words, func(r reviewScreen) (screen, tea.Msg) { return r.next() })
}
