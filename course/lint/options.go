package lint

import (
	"unicode/utf8"

	"hearten/quiz"
)

// plain says of a question that it has one right option among at least three,
// so that guessing it is worth a look.
func plain(q quiz.Question) bool {
	return q.Kind == quiz.KindChoice && !q.Judgement && len(q.Options) >= 3 && rightAt(q) >= 0
}

// rightAt is the place of the one right option; -1 where there is no one.
func rightAt(q quiz.Question) int {
	at := -1
	for i, o := range q.Options {
		if !o.Right {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

func length(o quiz.Option) int { return utf8.RuneCountInString(o.Text) }

// spread is the places of the shortest and the longest option.
func spread(q quiz.Question) (shortest, longest int) {
	for i, o := range q.Options {
		if length(o) < length(q.Options[shortest]) {
			shortest = i
		}
		if length(o) > length(q.Options[longest]) {
			longest = i
		}
	}
	return shortest, longest
}
