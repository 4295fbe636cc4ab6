package plain

import "hearten/quiz"

// mayAskSure says that the learner can choose whether they are asked how sure
// they are. About a judgement nobody is right or wrong.
func (a asking) mayAskSure() bool { return !a.certainty && !a.asked.Judgement }

func (s *session) switchSure(a asking) {
	*a.asksSure = !*a.asksSure
	if *a.asksSure {
		s.say("From now on you are asked how sure you are. Type s again to stop that.")
		return
	}
	s.say("You are no longer asked how sure you are.")
}

// howSure asks how sure the learner is of an answer, before anything is shown
// of what is right.
func (s *session) howSure(a asking) (sure string, err error) {
	if a.asked.Judgement || !a.certainty && !*a.asksSure {
		return "", nil
	}
	if a.certainty {
		s.tell("Marks hang on how sure you are here. Right, a guess is worth 1, think so 2 and sure 3. Wrong, they cost 0, 2 and 6. Saying nothing counts as a guess.")
	}
	r, err := s.ask(prompt{ask: "How sure are you? 1 guess, 2 think so, 3 sure", of: 3, named: true, enter: "to skip", back: "to your answer", deaf: true})
	if err != nil || len(r.numbers) == 0 {
		return "", err
	}
	return [...]string{quiz.Guess, quiz.ThinkSo, quiz.Sure}[r.numbers[0]-1], nil
}

// wasSure says of an answer how sure the learner was.
func wasSure(sure string) string {
	switch sure {
	case quiz.Guess:
		return " You guessed."
	case quiz.ThinkSo:
		return " You thought so."
	case quiz.Sure:
		return " You were sure."
	}
	return ""
}
