package quiz_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hearten/quiz"
)

// anyQuiz draws a sound quiz.
func anyQuiz(t *rapid.T) quiz.Quiz {
	var q quiz.Quiz
	for i := range rapid.IntRange(1, 6).Draw(t, "questions") {
		q.Questions = append(q.Questions, anyQuestion(t, fmt.Sprint("q", i)))
	}
	q.Draw = rapid.IntRange(0, len(q.Questions)).Draw(t, "draw")
	if errs := quiz.Check(q); len(errs) > 0 {
		t.Fatalf("the quiz drawn is not sound: %+v", errs)
	}
	return q
}

func anyQuestion(t *rapid.T, id string) quiz.Question {
	kinds := []quiz.Kind{
		quiz.KindChoice, quiz.KindChoices, quiz.KindTrueFalse,
		quiz.KindOrder, quiz.KindMatch, quiz.KindNumber, quiz.KindText,
	}
	q := quiz.Question{ID: id, Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Points: rapid.IntRange(0, 3).Draw(t, "points")}
	n := rapid.IntRange(2, 6).Draw(t, "parts")
	switch q.Kind {
	case quiz.KindOrder:
		q.Items, q.Why = someItems("i", n), "So."
	case quiz.KindMatch:
		for i := range n {
			q.Pairs = append(q.Pairs, quiz.Pair{ID: fmt.Sprint("p", i), Left: fmt.Sprint("Left ", i), Right: fmt.Sprint("Right ", i/2)})
		}
		q.Extra, q.Why = someItems("x", rapid.IntRange(0, 2).Draw(t, "extra")), "So."
	case quiz.KindNumber:
		q.Range, q.Why = quiz.Range{From: 2, To: 3.5}, "So."
	case quiz.KindText:
		q.Why, q.Model = "So.", "A good one."
		if rapid.Bool().Draw(t, "closed") {
			q.Accept = []string{"Mitgefühl"}
		}
	default:
		return anyOptions(t, q, n)
	}
	return q
}

func someItems(prefix string, n int) []quiz.Item {
	var all []quiz.Item
	for i := range n {
		all = append(all, quiz.Item{ID: fmt.Sprint(prefix, i), Text: fmt.Sprint("Item ", prefix, i)})
	}
	return all
}

func anyOptions(t *rapid.T, q quiz.Question, n int) quiz.Question {
	q.Judgement, q.Fixed = rapid.Bool().Draw(t, "judgement"), rapid.Bool().Draw(t, "fixed")
	if q.Kind == quiz.KindTrueFalse {
		n = 2
	}
	first := rapid.IntRange(0, n-1).Draw(t, "right")
	for i := range n {
		right := i == first || q.Kind == quiz.KindChoices && rapid.Bool().Draw(t, "also right")
		q.Options = append(q.Options, quiz.Option{ID: fmt.Sprint("o", i), Text: fmt.Sprint("Option ", i), Right: right && !q.Judgement})
	}
	return q
}

// anyAnswer draws an answer that can be one, in any order.
func anyAnswer(t *rapid.T, q quiz.Question) []string {
	switch q.Kind {
	case quiz.KindOrder:
		return rapid.Permutation(idsOf(q.Items)).Draw(t, "order")
	case quiz.KindMatch:
		var picked []string
		for range q.Pairs {
			picked = append(picked, rapid.SampledFrom(append(idsOf(q.Extra), q.Pairs[0].ID, q.Pairs[1].ID)).Draw(t, "right side"))
		}
		return picked
	case quiz.KindNumber:
		return []string{rapid.SampledFrom([]string{"2", "3,5", " 3.1 ", "4", "-1e3"}).Draw(t, "typed")}
	case quiz.KindText:
		typed := rapid.SampledFrom([]string{"mitgefuhl", "Mitgefühl!", "Mitleid"}).Draw(t, "typed")
		if !q.Open() {
			return []string{typed}
		}
		return []string{typed, rapid.SampledFrom([]string{quiz.GotIt, quiz.Partly, quiz.NotYet}).Draw(t, "weighed")}
	}
	var ids []string
	for _, o := range q.Options {
		ids = append(ids, o.ID)
	}
	ids = rapid.Permutation(ids).Draw(t, "order")
	if q.Kind != quiz.KindChoices {
		return ids[:1]
	}
	return ids[:rapid.IntRange(1, len(ids)).Draw(t, "picked")]
}

func idsOf(items []quiz.Item) []string {
	var ids []string
	for _, item := range items {
		ids = append(ids, item.ID)
	}
	return ids
}

func begin(t *rapid.T, q quiz.Quiz, seed uint64) (quiz.Attempt, quiz.Run) {
	run := quiz.Run{Seed: seed, Draw: q.Sample(seed)}
	a, err := quiz.Start(q, run)
	if err != nil {
		t.Fatalf("Start with a sample: %v", err)
	}
	return a, run
}

func step(t *rapid.T, a quiz.Attempt, picked []string) (quiz.Attempt, quiz.Mark) {
	q, _ := a.Current()
	next, mark, err := a.Answer(q.ID, quiz.Response{Picked: picked, Hints: rapid.IntRange(0, 3).Draw(t, "hints")})
	if err != nil {
		t.Fatalf("Answer(%s, %v): %v", q.ID, picked, err)
	}
	return next, mark
}

func TestASampleIsADrawOfThePool(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := anyQuiz(t)
		sample := q.Sample(rapid.Uint64().Draw(t, "seed"))
		want := q.Draw
		if want == 0 {
			want = len(q.Questions)
		}
		unique := slices.Compact(slices.Sorted(slices.Values(sample)))
		if len(sample) != want || len(unique) != want {
			t.Errorf("drew %v, want %d different ones", sample, want)
		}
	})
}

func TestShufflingNeverChangesAMark(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		question := anyQuestion(t, "q")
		shuffled := question
		if len(question.Options) > 0 {
			shuffled.Options = rapid.Permutation(question.Options).Draw(t, "author's order")
		}
		picked := anyAnswer(t, question)
		var scores []float64
		for _, q := range []quiz.Question{question, question, shuffled} {
			a, _ := begin(t, quiz.Quiz{Questions: one(q)}, rapid.Uint64().Draw(t, "seed"))
			if len(question.Options) > 0 {
				picked = rapid.Permutation(picked).Draw(t, "picked in order")
			}
			_, mark := step(t, a, picked)
			scores = append(scores, mark.Score, mark.Of)
		}
		if !slices.Equal(scores[:2], scores[2:4]) || !slices.Equal(scores[:2], scores[4:]) {
			t.Errorf("%v of %+v scores %v", picked, question, scores)
		}
	})
}

func TestEveryOptionIsShownOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		question := anyQuestion(t, "q")
		a, _ := begin(t, quiz.Quiz{Questions: one(question)}, rapid.Uint64().Draw(t, "seed"))
		shown, _ := a.Current()
		if got := slices.Sorted(slices.Values(idsOf(shown.Items))); !slices.Equal(got, idsOf(question.Items)) {
			t.Errorf("shown are the items %v, want all of %v", got, idsOf(question.Items))
		}
		if len(question.Items) > 0 && slices.Equal(shown.Items, question.Items) {
			t.Error("an order is shown in its right order")
		}
		for _, pair := range question.Pairs {
			if n := slices.IndexFunc(shown.Rights, func(i quiz.Item) bool { return i.Text == pair.Right }); n < 0 {
				t.Errorf("%q is not shown among the right sides %v", pair.Right, shown.Rights)
			}
		}
		if len(question.Options) > 0 && (question.Fixed || question.Kind == quiz.KindTrueFalse) && !reflect.DeepEqual(shown, question) {
			t.Errorf("shown as %+v, want the author's order of %+v", shown, question)
		}
		byID := func(a, b quiz.Option) int { return len(a.ID) - len(b.ID) + slices.Compare([]byte(a.ID), []byte(b.ID)) }
		if got := slices.SortedFunc(slices.Values(shown.Options), byID); len(got) > 0 && !reflect.DeepEqual(got, question.Options) {
			t.Errorf("shown are %+v, want all of %+v", got, question.Options)
		}
	})
}

// TestMarksAndValues walks an attempt with any answers: marks stay within
// their bounds, earlier attempts stay as they were, and the marks alone
// restore every one of them.
func TestMarksAndValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := anyQuiz(t)
		a, run := begin(t, q, rapid.Uint64().Draw(t, "seed"))
		before, places, given := []quiz.Attempt{a}, []string{where(a)}, []quiz.Mark{}
		for range rapid.IntRange(0, 12).Draw(t, "steps") {
			now, open := a.Current()
			if !open {
				break
			}
			next, mark := step(t, a, anyAnswer(t, now))
			step(t, a, anyAnswer(t, now)) // a way not taken, which must leave next alone
			if mark.Score < 0 || mark.Score > mark.Of || mark.Of > 3 || now.Judgement != (mark.Of == 0) {
				t.Errorf("%+v was marked %+v", now, mark)
			}
			a = next
			before, places, given = append(before, a), append(places, where(a)), append(given, mark)
		}
		for i, earlier := range before {
			if where(earlier) != places[i] {
				t.Errorf("after later steps attempt %d asks %s, want %s", i, where(earlier), places[i])
			}
			if got := restored(t, q, run, given[:i]); !reflect.DeepEqual(got, earlier) {
				t.Errorf("restored\n%+v\nwant\n%+v", got, earlier)
			}
		}
	})
}

func restored(t *rapid.T, q quiz.Quiz, run quiz.Run, marks []quiz.Mark) quiz.Attempt {
	a, err := quiz.Start(q, run)
	for _, m := range marks {
		if err == nil {
			a, err = a.Restore(m)
		}
	}
	if err != nil {
		t.Fatalf("restore %+v: %v", marks, err)
	}
	return a
}

func TestAnsweredRightlyAnAttemptEndsAfterTheDraw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, run := begin(t, anyQuiz(t), rapid.Uint64().Draw(t, "seed"))
		for i := range run.Draw {
			now, open := a.Current()
			if !open || now.ID != run.Draw[i] || a.Again() {
				t.Fatalf("question %d is %s, want %s for the first time", i+1, where(a), run.Draw[i])
			}
			a, _ = step(t, a, rightly(now))
		}
		right, of := a.Score()
		if !a.Done() || right != of {
			t.Errorf("after the draw, rightly answered: done %v, %d of %d right", a.Done(), right, of)
		}
	})
}

// TestEveryAttemptCanBeFinished answers at random for a while and then
// rightly: no more than one answer a question is needed.
func TestEveryAttemptCanBeFinished(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, run := begin(t, anyQuiz(t), rapid.Uint64().Draw(t, "seed"))
		for range rapid.IntRange(0, 12).Draw(t, "steps") {
			if now, open := a.Current(); open {
				a, _ = step(t, a, anyAnswer(t, now))
			}
		}
		for range run.Draw {
			if now, open := a.Current(); open {
				a, _ = step(t, a, rightly(now))
			}
		}
		if !a.Done() {
			t.Errorf("still asks %s after a right answer to each of %d questions", where(a), len(run.Draw))
		}
	})
}
