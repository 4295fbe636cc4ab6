package quiz

import (
	"fmt"
	"strings"
)

// Error is a mistake of an author's in a quiz.
type Error struct {
	Path       []string // keys and ids that lead to it, as {"questions", "leave-the-room", "options"}
	Code       string   // stable, as "no-right-option"
	Cause, Fix string   // clauses, in the author's words
}

// Check finds every mistake in a quiz that no single field shows. An attempt
// at a quiz without mistakes can always be finished.
func Check(q Quiz) []Error {
	errs := append(checkDraw(q), checkMarks(q)...)
	for _, question := range q.Questions {
		errs = append(errs, checkFields(question)...)
		switch question.Kind {
		case KindOrder, KindMatch:
			errs = append(errs, checkItems(question)...)
		case KindNumber, KindText:
			errs = append(errs, checkTyped(question)...)
		default:
			errs = append(errs, checkOptions(question)...)
			errs = append(errs, checkRight(question)...)
			errs = append(errs, checkAlike(question)...)
		}
	}
	return errs
}

func checkDraw(q Quiz) []Error {
	pool := len(q.Questions)
	switch {
	case pool == 0:
		return []Error{{[]string{"questions"}, "no-questions",
			"the quiz asks nothing: it has no questions", "add a question"}}
	case q.Draw < 0:
		return []Error{{[]string{"draw"}, "draw-negative",
			fmt.Sprintf("no attempt can draw %d questions", q.Draw),
			fmt.Sprintf("write a number from 1 to %d, or leave draw out to ask them all", pool)}}
	case q.Draw > pool:
		return []Error{{[]string{"draw"}, "draw-too-large",
			fmt.Sprintf("each attempt is to draw %s, and the pool has %d", count(q.Draw, "question"), pool),
			fmt.Sprintf("write more questions, or draw %d at most", pool)}}
	}
	return nil
}

func checkOptions(q Question) []Error {
	n := len(q.Options)
	path := []string{"questions", q.ID, "options"}
	switch {
	case q.Kind == KindTrueFalse && n != 2:
		return []Error{{path, "true-false-options",
			fmt.Sprintf("a true-false has two options, and this one has %d", n),
			"keep two options, or make it a choice"}}
	case n < 2:
		return []Error{{path, "too-few-options",
			fmt.Sprintf("there is nothing to choose between: the question has %s", count(n, "option")),
			"write two options at least"}}
	}
	return nil
}

func checkRight(q Question) []Error {
	path := []string{"questions", q.ID, "options"}
	var errs []Error
	seen := 0
	for _, o := range q.Options {
		at := append(path[:len(path):len(path)], o.ID)
		switch {
		case !o.Right:
			continue
		case q.Judgement:
			errs = append(errs, Error{at, "judgement-with-right",
				"an option is marked right, and the question is a judgement, where nothing is",
				"take right away from the option, or judgement from the question"})
		case seen > 0 && (q.Kind == KindChoice || q.Kind == KindTrueFalse):
			errs = append(errs, Error{at, "two-right-options",
				fmt.Sprintf("a second option is right, and a %s has only one", q.Kind),
				"keep one of them right, or make the kind choices"})
		}
		seen++
	}
	if seen == 0 && !q.Judgement && len(q.Options) > 0 {
		errs = append(errs, Error{path, "no-right-option",
			"no option is marked right, so nobody can answer the question",
			"write right: true under the right one, or judgement: true under the question if nothing is right or wrong"})
	}
	return errs
}

// checkAlike finds options that a learner could not tell apart.
func checkAlike(q Question) []Error {
	var errs []Error
	seen := map[string]bool{}
	for _, o := range q.Options {
		text := fold(o.Text)
		if seen[text] {
			errs = append(errs, Error{[]string{"questions", q.ID, "options", o.ID}, "options-alike",
				fmt.Sprintf("the option “%s” is there twice", strings.Join(strings.Fields(o.Text), " ")),
				"reword one of them, or take it out"})
		}
		seen[text] = true
	}
	return errs
}

// fold is a text as a reader compares it: without regard to capitals, spaces
// and line ends.
func fold(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(text), " "))
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
