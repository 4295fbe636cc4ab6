package quiz_test

import (
	"fmt"
	"slices"
	"strings"

	"hearten/quiz"
)

// question makes a question of options by id; a plus marks a right one.
func question(id string, kind quiz.Kind, options ...string) quiz.Question {
	q := quiz.Question{ID: id, Kind: kind, Ask: "What about " + id + "?"}
	for _, o := range options {
		name, right := strings.CutPrefix(o, "+")
		q.Options = append(q.Options, quiz.Option{ID: name, Text: "Answer " + name, Right: right, Why: "Because of " + name + "."})
	}
	return q
}

func one(q quiz.Question) []quiz.Question { return []quiz.Question{q} }

// pool has a question of every kind.
func pool() quiz.Quiz {
	judged := question("judged", quiz.KindChoice, "stay", "go", "ask")
	judged.Judgement = true
	fixed := question("fixed", quiz.KindChoice, "never", "+often", "always")
	fixed.Fixed = true
	return quiz.Quiz{Questions: []quiz.Question{
		question("one", quiz.KindChoice, "+a", "b", "c", "d"),
		question("some", quiz.KindChoices, "+a", "+b", "c", "d"),
		question("truth", quiz.KindTrueFalse, "+true", "false"),
		judged,
		fixed,
	}}
}

// rightly is the answer that has everything a question asks for.
func rightly(q quiz.Question) []string {
	var ids []string
	switch q.Kind {
	case quiz.KindOrder: // ids are in order, as they belong
		for _, i := range q.Items {
			ids = append(ids, i.ID)
		}
		return slices.Sorted(slices.Values(ids))
	case quiz.KindMatch:
		for _, p := range q.Pairs {
			ids = append(ids, p.ID)
		}
		return ids
	case quiz.KindNumber:
		return []string{fmt.Sprint(q.Range.From)}
	case quiz.KindText:
		if q.Open() {
			return []string{"Words.", quiz.GotIt}
		}
		return q.Accept[:1]
	}
	for _, o := range q.Options {
		if o.Right {
			ids = append(ids, o.ID)
		}
	}
	if q.Judgement {
		ids = append(ids, q.Options[0].ID)
	}
	return ids
}

// wrongly is an answer that a marked question gives nothing for.
func wrongly(q quiz.Question) []string {
	for _, o := range q.Options {
		if !o.Right {
			return []string{o.ID}
		}
	}
	return nil
}
