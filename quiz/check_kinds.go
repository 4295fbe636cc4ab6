package quiz

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// checkMarks finds numbers of a quiz that cannot be meant.
func checkMarks(q Quiz) []Error {
	var errs []Error
	if q.Pass < 0 || q.Pass > 100 {
		errs = append(errs, Error{[]string{"pass"}, "pass-mark",
			fmt.Sprintf("nobody can reach a pass mark of %d per cent", q.Pass), "write a number from 1 to 100, or leave pass out"})
	}
	if q.Attempts < 0 {
		errs = append(errs, Error{[]string{"attempts"}, "attempts-negative",
			fmt.Sprintf("there cannot be %d attempts", q.Attempts), "write 1 or more, or leave attempts out for any number"})
	}
	for _, question := range q.Questions {
		if question.Points < 0 {
			errs = append(errs, Error{[]string{"questions", question.ID, "points"}, "points-negative",
				fmt.Sprintf("a right answer cannot be worth %d", question.Points), "write 1 or more, or leave points out for 1"})
		}
	}
	return errs
}

// checkFields finds what belongs to another kind of question, and what a kind
// cannot do without.
func checkFields(q Question) []Error {
	hasOptions := q.Kind == KindChoice || q.Kind == KindChoices || q.Kind == KindTrueFalse
	fields := []struct {
		name  string
		there bool
		fits  bool
	}{
		{"options", len(q.Options) > 0, hasOptions},
		{"items", len(q.Items) > 0, q.Kind == KindOrder},
		{"pairs", len(q.Pairs) > 0, q.Kind == KindMatch},
		{"extra", len(q.Extra) > 0, q.Kind == KindMatch},
		{"answer", q.Range != Range{}, q.Kind == KindNumber},
		{"accept", len(q.Accept) > 0, q.Kind == KindText},
		{"model", q.Model != "", q.Kind == KindText},
		{"typos", q.Typos != 0, q.Kind == KindText},
		{"judgement", q.Judgement, hasOptions},
	}
	var errs []Error
	for _, f := range fields {
		if f.there && !f.fits {
			errs = append(errs, Error{[]string{"questions", q.ID, f.name}, "wrong-field",
				fmt.Sprintf("%q is not for a question of the kind %s", f.name, q.Kind), "take it out, or change the kind"})
		}
	}
	if !hasOptions && q.Why == "" {
		errs = append(errs, Error{[]string{"questions", q.ID}, "missing-why",
			"nothing explains the answer", "write why: what to say to whoever answered, right or wrong"})
	}
	return errs
}

// checkItems finds orders and matches that are none.
func checkItems(q Question) []Error {
	key, n := "items", len(q.Items)
	if q.Kind == KindMatch {
		key, n = "pairs", len(q.Pairs)
	}
	path := []string{"questions", q.ID, key}
	if n < 2 {
		return []Error{{path, "too-few-" + key,
			fmt.Sprintf("there is nothing to put together: the question has %s", count(n, strings.TrimSuffix(key, "s"))), "write two at least"}}
	}
	var errs []Error
	seen := map[string]bool{}
	alike := func(key, id, text string) {
		if folded := fold(text); seen[key+folded] {
			errs = append(errs, Error{[]string{"questions", q.ID, key, id}, "items-alike",
				fmt.Sprintf("“%s” is there twice", text), "reword one of them, or take it out"})
		} else {
			seen[key+folded] = true
		}
	}
	for _, item := range q.Items {
		alike("items", item.ID, item.Text)
	}
	for _, pair := range q.Pairs {
		alike("pairs", pair.ID, pair.Left)
	}
	for _, item := range q.Extra {
		alike("extra", item.ID, item.Text)
		if slices.ContainsFunc(q.Pairs, func(p Pair) bool { return fold(p.Right) == fold(item.Text) }) {
			errs = append(errs, Error{[]string{"questions", q.ID, "extra", item.ID}, "extra-fits",
				fmt.Sprintf("“%s” is extra, and it fits a pair", item.Text), "extra things fit nothing; take it out"})
		}
	}
	return errs
}

// checkTyped finds answers that nobody can type.
func checkTyped(q Question) []Error {
	path := []string{"questions", q.ID}
	switch {
	case q.Kind == KindNumber && !(q.Range.From <= q.Range.To) || math.IsNaN(q.Range.From):
		return []Error{{append(path, "answer"), "empty-range",
			fmt.Sprintf("no number lies between %g and %g", q.Range.From, q.Range.To), "write the smaller one under from"}}
	case q.Kind == KindText && len(q.Accept) == 0 && q.Model == "":
		return []Error{{path, "no-answer",
			"there is no answer to this question", "write accept: with the answers that are right, or model: with a good answer that learners weigh theirs by"}}
	}
	for _, want := range q.Accept {
		if n := len([]rune(bare(want))); q.Typos < 0 || q.Typos*3 > n {
			return []Error{{append(path, "typos"), "typos",
				fmt.Sprintf("%d slips in “%s” make another word of it", q.Typos, want), fmt.Sprintf("allow %d at most", n/3)}}
		}
	}
	return nil
}
