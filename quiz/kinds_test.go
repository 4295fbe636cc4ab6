package quiz_test

import (
	"strings"
	"testing"

	"hearten/quiz"
)

func steps() quiz.Question {
	return quiz.Question{ID: "q", Kind: quiz.KindOrder, Why: "So.", Items: []quiz.Item{{ID: "a", Text: "Notice"}, {ID: "b", Text: "Make sense"}, {ID: "c", Text: "Feel"}, {ID: "d", Text: "Act"}}}
}

func pairs() quiz.Question {
	return quiz.Question{ID: "q", Kind: quiz.KindMatch, Why: "So.",
		Pairs: []quiz.Pair{{ID: "a", Left: "Distress", Right: "away"}, {ID: "b", Left: "Concern", Right: "nearer"}, {ID: "c", Left: "Fear", Right: "away"}},
		Extra: []quiz.Item{{ID: "x", Text: "nowhere"}}}
}

func typed(kind quiz.Kind) quiz.Question {
	return quiz.Question{ID: "q", Kind: kind, Ask: "How many people?", Why: "So.", Range: quiz.Range{}, Accept: nil}
}

func TestMarkingOfTheOtherKinds(t *testing.T) {
	about, words, open := typed(quiz.KindNumber), typed(quiz.KindText), typed(quiz.KindText)
	about.Range = quiz.Range{From: 9.5, To: 10.5}
	words.Accept, words.Typos = []string{"empathic distress", "Fürsorge"}, 2
	strict := words
	strict.Typos = 0
	open.Model, open.Points = "A good answer.", 2
	tests := []struct {
		name      string
		question  quiz.Question
		picked    string // parts by |
		score, of float64
		done      bool
	}{
		{"in order", steps(), "a|b|c|d", 1, 1, true},
		{"one step round", steps(), "b|c|d|a", 2.0 / 3, 1, false},
		{"two swapped", steps(), "b|a|c|d", 1.0 / 3, 1, false},
		{"backwards", steps(), "d|c|b|a", 0, 1, false},
		{"all pairs", pairs(), "a|b|c", 1, 1, true},
		{"right sides that read the same", pairs(), "c|b|a", 1, 1, true},
		{"one wrong pair", pairs(), "a|x|c", 2.0 / 3, 1, false},
		{"no pair", pairs(), "x|x|x", 0, 1, false},
		{"a number inside", about, "10", 1, 1, true},
		{"a number in per cent", about, "10%", 1, 1, true},
		{"a number in per cent, set apart", about, "10,0 %", 1, 1, true},
		{"a number and a word for it", about, "10 per cent", 1, 1, true},
		{"a number of what is asked for", about, "10 people", 1, 1, true},
		{"at its end", about, "9.5", 1, 1, true},
		{"with a comma", about, " 10,5 ", 1, 1, true},
		{"outside", about, "10.6", 0, 1, false},
		{"a minus of print", about, "−10", 0, 1, false},
		{"the words", words, "empathic distress", 1, 1, true},
		{"capitals, spaces and a full stop", words, "  Empathic   Distress. ", 1, 1, true},
		{"accents", words, "fursorge", 1, 1, true},
		{"two slips", words, "emphatic distress", 1, 1, true},
		{"three slips", words, "emphatic distres", 0, 1, false},
		{"a slip where none is forgiven", strict, "empathic distres", 0, 1, false},
		{"other words", words, "compassion", 0, 1, false},
		{"got it", open, "Words.|got it", 2, 2, true},
		{"partly", open, "Words.|partly", 1, 2, true},
		{"not yet", open, "Words.|not yet", 0, 2, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			next, got, err := ask(t, tt.question).Answer("q", quiz.Response{Picked: strings.Split(tt.picked, "|"), Sure: quiz.Sure})
			if err != nil {
				t.Fatal(err)
			}
			if got.Score != tt.score || got.Of != tt.of || got.Sure != quiz.Sure || next.Done() != tt.done {
				t.Errorf("marked %g of %g (%s), done %v; want %g of %g, done %v", got.Score, got.Of, got.Sure, next.Done(), tt.score, tt.of, tt.done)
			}
		})
	}
}

func TestAnswersThatAreNone(t *testing.T) {
	open := typed(quiz.KindText)
	open.Model = "A good answer."
	tests := []struct {
		name     string
		question quiz.Question
		response quiz.Response
		want     string
	}{
		{"too few to order", steps(), quiz.Response{Picked: []string{"a", "b"}}, "every one of the 4 things has one place; put them all in order"},
		{"one twice", steps(), quiz.Response{Picked: []string{"a", "a", "b", "c"}}, "every one of the 4 things has one place; put them all in order"},
		{"a gap", pairs(), quiz.Response{Picked: []string{"a", "", "b"}}, "there are 3 to match; give each of them something"},
		{"a stranger", pairs(), quiz.Response{Picked: []string{"a", "b", "z"}}, `"z" is not among the things to match with; pick from those shown`},
		{"no number", typed(quiz.KindNumber), quiz.Response{Picked: []string{"ten"}}, `"ten" is no number; type it in digits`},
		{"a number of something else", typed(quiz.KindNumber), quiz.Response{Picked: []string{"10 thousand"}}, `"10 thousand" is no number; type it in digits`},
		{"a word of the question alone", typed(quiz.KindNumber), quiz.Response{Picked: []string{"people"}}, `"people" is no number; type it in digits`},
		{"nothing typed", typed(quiz.KindNumber), quiz.Response{Picked: []string{"  "}}, "you have typed nothing yet; type your answer"},
		{"not weighed", open, quiz.Response{Picked: []string{"Words."}}, "say how close you were: got it, partly or not yet"},
		{"too much", open, quiz.Response{Picked: []string{strings.Repeat("x", 10_001), quiz.GotIt}}, "that is longer than an answer may be; 10,000 characters are the most"},
		{"certain of what", steps(), quiz.Response{Picked: []string{"a", "b", "c", "d"}, Sure: "quite"}, `"quite" is no way of being sure; say guess, think so or sure, or leave it out`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := ask(t, tt.question).Answer("q", tt.response)
			if err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// TestRetry: a wrong answer may be mended once, at once; both are kept.
func TestRetry(t *testing.T) {
	q := question("q", quiz.KindChoice, "+a", "b", "c")
	q.Retry = true
	other := question("r", quiz.KindChoice, "+a", "b")
	a, err := quiz.Start(quiz.Quiz{Questions: []quiz.Question{q, other}}, quiz.Run{Draw: []string{"q", "r"}})
	if err != nil {
		t.Fatal(err)
	}
	answer := func(id, pick string) {
		t.Helper()
		next, mark, err := a.Answer(id, quiz.Response{Picked: []string{pick}})
		if err != nil {
			t.Fatal(err)
		}
		if want := id == "q" && pick == "b"; next.Feedback(mark).Mend != want {
			t.Errorf("after %s for %s, mending is %v, want %v", pick, id, !want, want)
		}
		a = next
	}
	answer("q", "b")
	answer("q", "c") // wrong again: it waits behind the other
	answer("r", "a")
	answer("q", "a")
	if right, of := a.Score(); !a.Done() || right != 1 || of != 2 {
		t.Errorf("done %v, %d of %d at the first try; want done, 1 of 2", a.Done(), right, of)
	}
}

// TestPassMark: with a pass mark each question is asked once, and the mark is
// only said.
func TestPassMark(t *testing.T) {
	q := quiz.Quiz{Pass: 50, Questions: []quiz.Question{question("a", quiz.KindChoice, "+a", "b"), question("b", quiz.KindChoice, "+a", "b")}}
	for _, tt := range []struct {
		picks  string
		passed bool
		score  float64
	}{{"a b", true, 1}, {"b b", false, 0}, {"a a", true, 2}} {
		a, err := quiz.Start(q, quiz.Run{Draw: []string{"a", "b"}})
		if err != nil {
			t.Fatal(err)
		}
		for i, pick := range strings.Fields(tt.picks) {
			if _, can := a.Passed(); can {
				t.Error("passed before the end")
			}
			if a, _, err = a.Answer([]string{"a", "b"}[i], quiz.Response{Picked: []string{pick}}); err != nil {
				t.Fatal(err)
			}
		}
		passed, can := a.Passed()
		score, of := a.Points()
		if !a.Done() || !can || passed != tt.passed || score != tt.score || of != 2 {
			t.Errorf("%s: done %v, passed %v (%v), %g of %g; want %v, %g of 2", tt.picks, a.Done(), passed, can, score, of, tt.passed, tt.score)
		}
	}
}

// TestCertaintyMarks: 1, 2, 3 when right; 0, −2, −6 when wrong.
func TestCertaintyMarks(t *testing.T) {
	q := quiz.Quiz{Certainty: true, Pass: 1, Questions: []quiz.Question{question("a", quiz.KindChoice, "+a", "b")}}
	for _, tt := range []struct {
		pick, sure string
		want       float64
	}{{"a", quiz.Guess, 1}, {"a", quiz.ThinkSo, 2}, {"a", quiz.Sure, 3}, {"b", quiz.Guess, 0}, {"b", quiz.ThinkSo, -2}, {"b", quiz.Sure, -6}, {"a", "", 1}} {
		a, err := quiz.Start(q, quiz.Run{Draw: []string{"a"}})
		if err != nil {
			t.Fatal(err)
		}
		if a, _, err = a.Answer("a", quiz.Response{Picked: []string{tt.pick}, Sure: tt.sure}); err != nil {
			t.Fatal(err)
		}
		if score, of := a.Points(); score != tt.want || of != 3 {
			t.Errorf("%s, %q: %g of %g, want %g of 3", tt.pick, tt.sure, score, of, tt.want)
		}
	}
}

func TestCheckOfTheOtherKinds(t *testing.T) {
	order, match, number, text := steps(), pairs(), typed(quiz.KindNumber), typed(quiz.KindText)
	order.Items = order.Items[:1]
	match.Extra = append(match.Extra, quiz.Item{ID: "y", Text: "Nearer"})
	number.Range = quiz.Range{From: 3, To: 2}
	twice, mixed, silent, slippery := steps(), question("q", quiz.KindChoice, "+a", "b"), steps(), typed(quiz.KindText)
	twice.Items[1].Text = "notice"
	mixed.Items = steps().Items
	silent.Why = ""
	slippery.Accept, slippery.Typos = []string{"care"}, 2
	tests := []struct {
		name string
		quiz quiz.Quiz
		want string // code and cause of the first error
	}{
		{"an order of one", quiz.Quiz{Questions: one(order)}, "too-few-items: there is nothing to put together: the question has 1 item"},
		{"an item twice", quiz.Quiz{Questions: one(twice)}, "items-alike: “notice” is there twice"},
		{"an extra that fits", quiz.Quiz{Questions: one(match)}, "extra-fits: “Nearer” is extra, and it fits a pair"},
		{"a range without numbers", quiz.Quiz{Questions: one(number)}, "empty-range: no number lies between 3 and 2"},
		{"a text without an answer", quiz.Quiz{Questions: one(text)}, "no-answer: there is no answer to this question"},
		{"too many slips", quiz.Quiz{Questions: one(slippery)}, "typos: 2 slips in “care” make another word of it"},
		{"items of a choice", quiz.Quiz{Questions: one(mixed)}, `wrong-field: "items" is not for a question of the kind choice`},
		{"no word on why", quiz.Quiz{Questions: one(silent)}, "missing-why: nothing explains the answer"},
		{"a pass mark of 120", quiz.Quiz{Pass: 120, Questions: one(steps())}, "pass-mark: nobody can reach a pass mark of 120 per cent"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			errs := quiz.Check(tt.quiz)
			if len(errs) == 0 || errs[0].Code+": "+errs[0].Cause != tt.want || errs[0].Fix == "" {
				t.Errorf("got %+v, want %s", errs, tt.want)
			}
		})
	}
}

func TestFound(t *testing.T) {
	q := question("q", quiz.KindChoices, "+a", "+b", "c", "d")
	for picked, want := range map[string]string{
		"a":     "You picked 1 of the 2 that fit.",
		"a b c": "You picked 2 of the 2 that fit, and 1 that does not.",
		"c d":   "You picked 0 of the 2 that fit, and 2 that do not.",
	} {
		a, mark, err := ask(t, q).Answer("q", quiz.Response{Picked: strings.Fields(picked)})
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Feedback(mark).Found(); got != want {
			t.Errorf("%s: %q, want %q", picked, got, want)
		}
	}
}
