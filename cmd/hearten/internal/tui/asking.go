package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"hearten/quiz"
)

// asking is an answer to one question being put together, whatever its kind:
// first the answer, then how sure the learner is of it, and of an open text
// what they think of it beside a model answer. Nothing of it is kept until it
// is given.
type asking struct {
	asked     quiz.Question
	hints     []string // shown so far
	hintsAt   int      // the line that they begin on
	picked    []string // what is ticked; the order as it stands; the right side of each pair
	field     field    // what is typed
	held      bool     // of an order: what has the focus moves with the arrows
	part      part
	sure      string
	asksSure  bool              // the learner wants to be asked how sure they are
	certainty bool              // the marks hang on it, so it is asked anyway
	explains  bool              // and this is where that is explained
	weight    map[string]string // what follows from each way of weighing an open text
	said      string            // why the answer could not be taken
	kept      bool              // what is typed is kept as a draft
	warned    bool              // that leaving now loses a text
	pane      pane
	does      []doing // what Enter does on each item
}

// part is what of an answer is due.
type part uint8

const (
	giving   part = iota
	saying        // how sure
	weighing      // an open text
)

// doing is what Enter does on an item, and how the footer calls it.
type doing struct {
	says string
	do   func(asking, owner) (screen, tea.Msg)
}

// owner is the screen that asks, by what it does with an answer.
type owner struct {
	as    func(asking) screen // the screen with it, as it is laid out
	with  func(asking) screen // the screen with it, laid out again
	check func(picked []string) error
	give  func(a asking, picked []string) (screen, tea.Msg)
	hint  func() (screen, tea.Msg)
	leave string // what Esc does
}

// newAsking is a question with nothing answered yet, or with what was
// answered before and may be mended.
func newAsking(q quiz.Question, before []string) asking {
	a := asking{asked: q}
	switch q.Kind {
	case quiz.KindOrder:
		for _, item := range q.Items {
			a.picked = append(a.picked, item.ID)
		}
	case quiz.KindMatch:
		a.picked = make([]string, len(q.Pairs))
	case quiz.KindNumber, quiz.KindText:
		a.field = newField(q.ID, "", "").focused(true)
		if !q.Open() {
			a.field = a.field.ofOneLine()
		}
		return a
	}
	if len(before) == len(a.picked) {
		a.picked = slices.Clone(before)
	}
	return a
}

// set puts the question on a sheet, and whatever of the answer is due.
func (a asking) set(s *sheet, height int) asking {
	a.does = nil
	s.remark(a.asked.Ask)
	s.gap()
	switch a.part {
	case saying:
		a.setSure(s)
	case weighing:
		a.setWeighing(s)
	default:
		a.setAnswer(s, height)
	}
	said := len(s.lines)
	if a.said != "" {
		s.gap()
		s.hang(0, s.mixed.Render("!")+" ", a.said)
	}
	end := len(s.lines)
	if a.part == giving {
		a.setHelp(s)
	}
	now := s.pane(a.home())
	now.list = a.part == giving
	if a.pane = now.from(a.pane, height); a.said != "" {
		a.pane = a.pane.reveal(said, end)
	}
	return a
}

// home is the item to stand on once the question has been read. What decides
// something, the learner chooses.
func (a asking) home() int {
	switch {
	case a.part == saying:
		return len(a.does) - 1 // say nothing
	case a.part == weighing, len(a.asked.Options) > 0:
		return reading
	}
	return 0
}

func (a *asking) setAnswer(s *sheet, height int) {
	switch a.asked.Kind {
	case quiz.KindOrder:
		a.setOrder(s)
	case quiz.KindMatch:
		a.setMatch(s)
	case quiz.KindNumber, quiz.KindText:
		a.setTyped(s, height)
	default:
		a.setOptions(s)
	}
}

// item sets something to focus, and what Enter does on it.
func (a *asking) item(s *sheet, lead, text, says string, do func(asking, owner) (screen, tea.Msg)) {
	s.item(lead, text, "")
	a.does = append(a.does, doing{says, do})
}

// setHelp sets the hints, and the way to be asked how sure one is.
func (a *asking) setHelp(s *sheet) {
	s.gap()
	a.hintsAt = len(s.lines)
	for _, hint := range a.hints {
		s.hang(0, s.look.title.Render("Hint  "), s.md.line(hint))
	}
	s.gap()
	if len(a.hints) < len(a.asked.Hints) {
		words := "Show a hint"
		if len(a.hints) > 0 {
			words = "Show another hint"
		}
		a.item(s, "", s.dim.Render(words), hintSays, func(_ asking, o owner) (screen, tea.Msg) { return o.hint() })
	}
	if a.mayAskSure() {
		a.item(s, "", s.dim.Render(a.sureSwitch()), sureSays, asking.switchSure)
	}
}

// told is the question with more hints, back at the answer.
func (a asking) told(hints []string) asking {
	a.hints = hints
	if i := a.pane.focus; i >= 0 && i < len(a.does) && (a.does[i].says == hintSays || a.does[i].says == sureSays) {
		a.pane.focus = a.home()
	}
	return a
}

// What Enter does on the two items after the answer.
const (
	hintSays = "show"
	sureSays = "choose"
)

// answered is the answer as it would be given, an open text weighed so.
func (a asking) answered(weighed string) []string {
	switch {
	case a.asked.Open():
		return []string{a.field.text(), weighed}
	case a.asked.Kind == quiz.KindNumber || a.asked.Kind == quiz.KindText:
		return []string{a.field.text()}
	}
	return a.picked
}

// answer takes the answer as it stands, if it can be one.
func (a asking) answer(o owner) (screen, tea.Msg) {
	if err := o.check(a.answered(quiz.NotYet)); err != nil {
		a.said = sentence(err)
		return o.with(a), nil
	}
	return a.goOn(o, quiz.NotYet)
}

// goOn asks for what is still due, or gives the answer.
func (a asking) goOn(o owner, weighed string) (screen, tea.Msg) {
	a.said, a.warned = "", false
	switch {
	case a.part < saying && a.wantsSure():
		a.part = saying
	case a.part < weighing && a.asked.Open():
		a.part = weighing
	default:
		return o.give(a, a.answered(weighed))
	}
	a.pane = pane{}
	return o.with(a), nil
}

// back is the answer again, before anything is shown of what is right.
func (a asking) back(o owner) (screen, tea.Msg) {
	a.part, a.sure, a.pane = giving, "", pane{}
	return o.with(a), nil
}

// leave goes back one level. An open text that is nowhere but here takes two.
func (a asking) leave(o owner) (screen, tea.Msg) {
	if !a.kept && a.asked.Open() && a.field.text() != "" && !a.warned {
		a.warned, a.said = true, "Your text is kept once you have weighed it. Esc again leaves without it."
		return o.with(a), nil
	}
	return o.as(a), backMsg{}
}

func (a asking) enter(o owner) (screen, tea.Msg) {
	if i := a.pane.focus; i >= 0 {
		return a.does[i].do(a, o)
	}
	return undecided(a.pane, func(p pane) screen { return a.moved(o, p) })
}

// moved is the question after a key that moves in it.
func (a asking) moved(o owner, p pane) screen {
	said := a.said
	a.pane, a.said = p, ""
	if said == "" && (len(a.asked.Options) > 0 || a.part != giving) {
		return o.as(a)
	}
	return o.with(a)
}

// typed is the question after text was typed.
func (a asking) typed(msg tea.Msg) asking {
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case ok && (press.String() == "down" || press.String() == "up") && a.field.atEdge(press.String()):
		a.pane, a.said = a.pane.press(press.String()), ""
		return a
	case !a.asked.Open():
		msg = inOneLine(msg)
	}
	a.said, a.warned = "", false
	a.field = a.field.typed(msg)
	return a
}

// typing says that letters are text.
func (a asking) typing() bool { return a.part == giving && a.isTyped() && a.pane.focus == 0 }

func (a asking) isTyped() bool {
	return a.asked.Kind == quiz.KindNumber || a.asked.Kind == quiz.KindText
}
