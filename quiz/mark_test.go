package quiz_test

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"hearten/quiz"
)

// ask starts an attempt at one question alone.
func ask(t *testing.T, q quiz.Question) quiz.Attempt {
	t.Helper()
	a, err := quiz.Start(quiz.Quiz{Questions: one(q)}, quiz.Run{Seed: 1, Draw: []string{q.ID}})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestMarking(t *testing.T) {
	choice := question("q", quiz.KindChoice, "+a", "b", "c")
	truth := question("q", quiz.KindTrueFalse, "true", "+false")
	two := question("q", quiz.KindChoices, "+a", "+b", "c", "d")
	three := question("q", quiz.KindChoices, "+a", "+b", "+c", "d")
	all := question("q", quiz.KindChoices, "+a", "+b")
	judged, judgedMany := question("q", quiz.KindChoice, "a", "b"), question("q", quiz.KindChoices, "a", "b")
	judged.Judgement, judgedMany.Judgement = true, true
	tests := []struct {
		name      string
		question  quiz.Question
		picked    string
		want      string // as marked, in the author's order
		score, of float64
		done      bool
	}{
		{"the right one", choice, "a", "a", 1, 1, true},
		{"a wrong one", choice, "b", "b", 0, 1, false},
		{"the same one twice", choice, "a a", "a", 1, 1, true},
		{"false, rightly", truth, "false", "false", 1, 1, true},
		{"true, wrongly", truth, "true", "true", 0, 1, false},
		{"both of two", two, "b a", "a b", 1, 1, true},
		{"one of two", two, "b", "b", 0.5, 1, false},
		{"both and a wrong one", two, "a b c", "a b c", 0.5, 1, false},
		{"one and a wrong one", two, "d a", "a d", 0, 1, false},
		{"every option", two, "a b c d", "a b c d", 0, 1, false},
		{"more wrong than right", two, "a c d", "a c d", 0, 1, false},
		{"wrong ones alone", two, "c d", "c d", 0, 1, false},
		{"all three", three, "c b a", "a b c", 1, 1, true},
		{"two of three", three, "a c", "a c", 2.0 / 3, 1, false},
		{"every option, all right", all, "a b", "a b", 1, 1, true},
		{"half of all right", all, "a", "a", 0.5, 1, false},
		{"a judgement", judged, "b", "b", 0, 0, true},
		{"a judgement of several", judgedMany, "b a", "a b", 0, 0, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			next, got, err := ask(t, tt.question).Answer("q", quiz.Response{Picked: strings.Fields(tt.picked), Hints: 2})
			if err != nil {
				t.Fatalf("Answer(%s): %v", tt.picked, err)
			}
			want := quiz.Mark{Question: "q", Picked: strings.Fields(tt.want), Score: tt.score, Of: tt.of, Hints: 2}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("Answer(%s) marked %+v, want %+v", tt.picked, got, want)
			}
			if next.Done() != tt.done {
				t.Errorf("after Answer(%s), Done() = %v, want %v", tt.picked, next.Done(), tt.done)
			}
			if got.Right() != (tt.score == 1) {
				t.Errorf("%+v: Right() = %v", got, got.Right())
			}
		})
	}
}

func TestAnswersThatCannotBe(t *testing.T) {
	choice := question("q", quiz.KindChoice, "+a", "b", "c")
	truth := question("q", quiz.KindTrueFalse, "+true", "false")
	choices := question("q", quiz.KindChoices, "+a", "+b", "c")
	tests := []struct {
		name     string
		question quiz.Question
		to       string
		picked   string
		want     string
	}{
		{"nothing", choice, "q", "", "you have picked nothing yet; pick one answer"},
		{"nothing of several", choices, "q", "", "you have picked nothing yet; pick every answer that fits, one at least"},
		{"two of a choice", choice, "q", "a c", "you have picked 2 answers, and this question takes one; pick the one that fits best"},
		{"true and false", truth, "q", "true false", "you have picked 2 answers, and this question takes one; pick the one that fits best"},
		{"no such option", choices, "q", "a z", `"z" is not one of the answers to this question; pick from those shown`},
		{"another question", choice, "p", "a", "that answer is to another question than the one being asked; answer this one first"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := ask(t, tt.question)
			after, mark, err := before.Answer(tt.to, quiz.Response{Picked: strings.Fields(tt.picked)})
			if err == nil || err.Error() != tt.want {
				t.Errorf("Answer(%q, %q): got error %v, want %s", tt.to, tt.picked, err, tt.want)
			}
			if !reflect.DeepEqual(after, before) || !reflect.DeepEqual(mark, quiz.Mark{}) {
				t.Errorf("Answer(%q, %q) went on to %+v with %+v", tt.to, tt.picked, after, mark)
			}
		})
	}
}

func TestAnswerAfterTheEnd(t *testing.T) {
	done, _, err := ask(t, question("q", quiz.KindTrueFalse, "+true", "false")).Answer("q", quiz.Response{Picked: []string{"true"}})
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = done.Answer("q", quiz.Response{Picked: []string{"true"}})
	want := "every question has been answered; start the quiz again for another draw"
	if err == nil || err.Error() != want {
		t.Errorf("Answer after the end: got error %v, want %s", err, want)
	}
}

func TestRestoreKeepsTheMarkItWasGiven(t *testing.T) {
	q := question("q", quiz.KindChoice, "a", "+b")
	recorded := quiz.Mark{Question: "q", Picked: []string{"a"}, Score: 1, Of: 1, Hints: 1}
	a, err := ask(t, q).Restore(recorded)
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Marks(); !reflect.DeepEqual(got, []quiz.Mark{recorded}) || !a.Done() {
		t.Errorf("restored %+v, done %v; want %+v, done, although %q is wrong today", got, a.Done(), recorded, "a")
	}
}

func TestRestoreRefusesWhatDoesNotFit(t *testing.T) {
	q := question("q", quiz.KindChoice, "+a", "b")
	const badScore = `the score recorded for "q" does not fit: `
	tests := []struct {
		name string
		mark quiz.Mark
		want string
	}{
		{"not drawn", quiz.Mark{Question: "p", Picked: []string{"a"}}, `the question "p" is not in this draw, so the answer to it does not fit`},
		{"no such option", quiz.Mark{Question: "q", Picked: []string{"z"}, Of: 1},
			`the answer recorded for "q" does not fit: "z" is not one of the answers to this question; pick from those shown`},
		{"nothing picked", quiz.Mark{Question: "q", Of: 1}, `the answer recorded for "q" does not fit: you have picked nothing yet; pick one answer`},
		{"two of a choice", quiz.Mark{Question: "q", Picked: []string{"a", "b"}, Of: 1},
			`the answer recorded for "q" does not fit: you have picked 2 answers, and this question takes one; pick the one that fits best`},
		{"above full", quiz.Mark{Question: "q", Picked: []string{"a"}, Score: 2, Of: 1}, badScore + "2 of 1 with 0 hints"},
		{"below zero", quiz.Mark{Question: "q", Picked: []string{"a"}, Score: -1, Of: 1}, badScore + "-1 of 1 with 0 hints"},
		{"no number", quiz.Mark{Question: "q", Picked: []string{"a"}, Score: math.NaN(), Of: 1}, badScore + "NaN of 1 with 0 hints"},
		{"fewer hints than none", quiz.Mark{Question: "q", Picked: []string{"a"}, Score: 1, Of: 1, Hints: -2}, badScore + "1 of 1 with -2 hints"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := ask(t, q)
			after, err := before.Restore(tt.mark)
			if err == nil || err.Error() != tt.want {
				t.Errorf("Restore(%+v): got error %v, want %s", tt.mark, err, tt.want)
			}
			if !reflect.DeepEqual(after, before) {
				t.Errorf("Restore(%+v) changed the attempt to %+v", tt.mark, after)
			}
		})
	}
}
