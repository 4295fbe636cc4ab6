package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
)

// askMsg asks to open the activity of a card and to put the card.
type askMsg struct {
	card study.Card
	then func(study.Asked, bool) (screen, tea.Msg)
}

// askedMsg is what opening it read.
type askedMsg struct {
	opened study.Opened
	err    error
	askMsg
}

// ask reads the activity of a card; asked puts the card.
func (a app) ask(r askMsg) (tea.Model, tea.Cmd) {
	a.saving.running = true
	c := a.study.Course()
	return a, func() tea.Msg {
		opened, err := a.keeper.Open(c, r.card.Module, r.card.Activity)
		return askedMsg{opened, err, r}
	}
}

func (a app) asked(msg askedMsg) (tea.Model, tea.Cmd) {
	a.saving.running = false
	if a.saving.thenQuit {
		return a, tea.Quit
	}
	if msg.err != nil {
		a = a.say(sentence(msg.err))
	}
	asked, ok := study.Asked{}, false
	if msg.err == nil {
		asked, ok = a.study.Ask(msg.card, msg.opened, a.moment())
	}
	s, request := msg.then(asked, ok)
	if s != nil {
		s = s.Layout(a.frame())
	}
	next, cmd := a.step(s, request)
	return next.(app).release(cmd)
}

// next puts the card after this one. One that its author has taken away, or
// broken, is passed over.
func (r reviewScreen) next() (screen, tea.Msg) {
	r.at++
	r.asked, r.reviewed, r.chosen, r.expert, r.pane = study.Asked{}, nil, "", false, pane{}
	if r.at >= len(r.review.Cards) {
		return r.Layout(r.frame), nil
	}
	return nil, askMsg{r.review.Cards[r.at], func(asked study.Asked, ok bool) (screen, tea.Msg) {
		if !ok {
			return r.next()
		}
		return r.put(asked), nil
	}}
}

// put is the screen with a card on it.
func (r reviewScreen) put(asked study.Asked) reviewScreen {
	asksSure := r.asking.asksSure
	r.asked, r.asking = asked, asking{}
	if !asked.Decision {
		question := asked.Question
		question.Hints = nil // a card is asked without help
		r.asking = newAsking(question, nil)
		r.asking.asksSure = asksSure
	}
	return r
}

func (r reviewScreen) owner() owner {
	return owner{
		as:   func(a asking) screen { r.asking, r.pane = a, a.pane; return r },
		with: func(a asking) screen { r.asking, r.pane = a, a.pane; return r.Layout(r.frame) },
		check: func(picked []string) error {
			_, _, err := r.asked.Answer(picked, "", study.Moment{})
			return err
		},
		give: r.answer, leave: r.stop(),
	}
}

func (r reviewScreen) answer(a asking, picked []string) (screen, tea.Msg) {
	reviewed, unsaved, err := r.asked.Answer(picked, a.sure, r.frame.moment())
	if err != nil {
		a.said = sentence(err)
		return r.owner().with(a), nil
	}
	return r, saveMsg{unsaved: unsaved, then: func() (screen, tea.Msg) {
		r.reviewed, r.pane = &reviewed, pane{}
		r.answered++
		return r, nil
	}}
}

// stop is what Esc does in the middle, in as many words as fit.
func (r reviewScreen) stop() string {
	if r.frame.Width < 60 {
		return "stop here"
	}
	return "stop here, nothing is lost"
}

// Title says which card it is, and how long the rest takes.
func (r reviewScreen) Title() (left, right string) {
	n := len(r.review.Cards)
	if r.at < 0 || r.at >= n {
		return "Review", ""
	}
	return "Review", fmt.Sprintf("item %d of %d, %s left", r.at+1, n, about(study.ReviewMinutes(n-r.at)))
}

// Body is what Layout set.
func (r reviewScreen) Body() body { return r.pane.body() }

// Typing says that letters are text.
func (r reviewScreen) Typing() bool { return r.asks() && r.asking.typing() }

// Type puts text into the field.
func (r reviewScreen) Type(msg tea.Msg) screen { return r.owner().with(r.asking.typed(msg)) }

// Drafts are none: an answer is kept when it is given.
func (r reviewScreen) Drafts() []study.Draft { return nil }

// Actions answer, or go on.
func (r reviewScreen) Actions() []action {
	if r.asks() {
		return r.asking.actions(r.owner())
	}
	with := func(p pane) screen { r.pane = p; return r }
	enter := func(string) (screen, tea.Msg) {
		if i := r.pane.focus; i >= 0 {
			return r.does[i](r)
		}
		return undecided(r.pane, with)
	}
	all := []action{moving("move", r.pane, with), entering("choose", r.pane, enter)}
	if r.deciding() {
		digit := func(press string) (screen, tea.Msg) { return with(r.pane.on(int(press[0] - '1'))), nil }
		most := min(9, len(r.does))
		all = append(all, quietly(fmt.Sprintf("1-%d", most), "go to a choice", digit, digitKeys(most)...))
	}
	if r.mayHearExpert() {
		all = append(all, on("e", "expert's view", func(string) (screen, tea.Msg) { return r.hearExpert() }, "e"))
	}
	if r.reviewed != nil {
		c := r.asked.Content()
		if a, ok := lessonOf(c, r.reviewed.Feedback); ok {
			open := func(string) (screen, tea.Msg) { return r, openMsg{c.Module.ID, a.ID} }
			all = append(all, on("l", "open the lesson", open, "l"))
		}
	}
	leave := r.stop()
	if r.at < 0 || r.at >= len(r.review.Cards) {
		leave = "back"
	}
	return append(all, paging(r.pane, with), back(r, leave))
}
