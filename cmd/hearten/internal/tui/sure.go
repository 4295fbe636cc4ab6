package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"hearten/quiz"
)

// mayAskSure says that the learner can choose whether they are asked how sure
// they are. About a judgement nobody is right or wrong.
func (a asking) mayAskSure() bool { return !a.certainty && !a.asked.Judgement }

func (a asking) wantsSure() bool { return (a.certainty || a.asksSure) && !a.asked.Judgement }

func (a asking) sureSwitch() string {
	if a.asksSure {
		return "Do not ask how sure I am"
	}
	return "Ask me how sure I am"
}

func (a asking) sureKey() string {
	if a.asksSure {
		return "stop asking how sure"
	}
	return "ask how sure"
}

func (a asking) switchSure(o owner) (screen, tea.Msg) {
	a.asksSure = !a.asksSure
	return o.with(a), nil
}

// certaintyRule is how marks hang on sureness.
const certaintyRule = "Marks hang on how sure you are here. Right, a guess is worth 1, think so 2 and sure 3. Wrong, they cost 0, 2 and 6. Saying nothing counts as a guess."

// setSure asks how sure the learner is of the answer that stands above.
func (a *asking) setSure(s *sheet) {
	s.add(0, s.strong.Render("Your answer"))
	for _, words := range a.asked.Words(a.answered(quiz.NotYet))[:a.worded()] {
		s.hang(2, "", s.md.line(words))
	}
	s.gap()
	if a.explains {
		s.note(certaintyRule)
		s.gap()
	}
	s.add(0, s.strong.Render("How sure are you?"))
	for i, level := range [...]struct{ words, sure string }{{"Guess", quiz.Guess}, {"Think so", quiz.ThinkSo}, {"Sure", quiz.Sure}} {
		a.item(s, fmt.Sprintf("%d  ", i+1), level.words, "say", func(a asking, o owner) (screen, tea.Msg) {
			a.sure = level.sure
			return a.goOn(o, quiz.NotYet)
		})
	}
	a.item(s, "   ", s.dim.Render("Say nothing"), "skip", func(a asking, o owner) (screen, tea.Msg) { return a.goOn(o, quiz.NotYet) })
}

// worded is how many words of an answer are the learner's.
func (a asking) worded() int {
	if a.isTyped() {
		return 1
	}
	return len(a.asked.Words(a.picked))
}

// howSure says of an answer how sure the learner was.
func howSure(sure string) string {
	switch sure {
	case quiz.Guess:
		return ", a guess"
	case quiz.ThinkSo:
		return ", you thought so"
	case quiz.Sure:
		return ", you were sure"
	}
	return ""
}
