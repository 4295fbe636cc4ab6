package quiz_test

import (
	"reflect"
	"testing"

	"hearten/quiz"
)

func TestCheckFindsNothingInASoundQuiz(t *testing.T) {
	if got := quiz.Check(pool()); len(got) > 0 {
		t.Errorf("Check found %+v in a sound quiz", got)
	}
	both := quiz.Quiz{Questions: []quiz.Question{question("both", quiz.KindChoices, "+a", "+b")}}
	if got := quiz.Check(both); len(got) > 0 {
		t.Errorf("Check found %+v in choices that are all right", got)
	}
}

func TestCheck(t *testing.T) {
	judged := question("q", quiz.KindChoice, "+a", "b")
	judged.Judgement = true
	alike := question("q", quiz.KindChoice, "+a", "b")
	alike.Options[0].Text, alike.Options[1].Text = "Wait and  see.", "wait and\nsee."
	tests := []struct {
		name string
		quiz quiz.Quiz
		want quiz.Error
	}{
		{"no questions", quiz.Quiz{Draw: 3}, quiz.Error{
			Path: []string{"questions"}, Code: "no-questions",
			Cause: "the quiz asks nothing: it has no questions", Fix: "add a question",
		}},
		{"draw more than there are", quiz.Quiz{Draw: 2, Questions: one(question("q", quiz.KindChoice, "+a", "b"))}, quiz.Error{
			Path: []string{"draw"}, Code: "draw-too-large",
			Cause: "each attempt is to draw 2 questions, and the pool has 1", Fix: "write more questions, or draw 1 at most",
		}},
		{"draw less than nothing", quiz.Quiz{Draw: -1, Questions: one(question("q", quiz.KindChoice, "+a", "b"))}, quiz.Error{
			Path: []string{"draw"}, Code: "draw-negative",
			Cause: "no attempt can draw -1 questions", Fix: "write a number from 1 to 1, or leave draw out to ask them all",
		}},
		{"one option", quiz.Quiz{Questions: one(question("q", quiz.KindChoice, "+a"))}, quiz.Error{
			Path: []string{"questions", "q", "options"}, Code: "too-few-options",
			Cause: "there is nothing to choose between: the question has 1 option", Fix: "write two options at least",
		}},
		{"no options", quiz.Quiz{Questions: one(question("q", quiz.KindChoices))}, quiz.Error{
			Path: []string{"questions", "q", "options"}, Code: "too-few-options",
			Cause: "there is nothing to choose between: the question has 0 options", Fix: "write two options at least",
		}},
		{"true, false and neither", quiz.Quiz{Questions: one(question("q", quiz.KindTrueFalse, "+a", "b", "c"))}, quiz.Error{
			Path: []string{"questions", "q", "options"}, Code: "true-false-options",
			Cause: "a true-false has two options, and this one has 3", Fix: "keep two options, or make it a choice",
		}},
		{"none right", quiz.Quiz{Questions: one(question("q", quiz.KindChoices, "a", "b"))}, quiz.Error{
			Path: []string{"questions", "q", "options"}, Code: "no-right-option",
			Cause: "no option is marked right, so nobody can answer the question",
			Fix:   "write right: true under the right one, or judgement: true under the question if nothing is right or wrong",
		}},
		{"two right", quiz.Quiz{Questions: one(question("q", quiz.KindChoice, "+a", "b", "+c"))}, quiz.Error{
			Path: []string{"questions", "q", "options", "c"}, Code: "two-right-options",
			Cause: "a second option is right, and a choice has only one", Fix: "keep one of them right, or make the kind choices",
		}},
		{"true and false", quiz.Quiz{Questions: one(question("q", quiz.KindTrueFalse, "+a", "+b"))}, quiz.Error{
			Path: []string{"questions", "q", "options", "b"}, Code: "two-right-options",
			Cause: "a second option is right, and a true-false has only one", Fix: "keep one of them right, or make the kind choices",
		}},
		{"a judgement with a right option", quiz.Quiz{Questions: one(judged)}, quiz.Error{
			Path: []string{"questions", "q", "options", "a"}, Code: "judgement-with-right",
			Cause: "an option is marked right, and the question is a judgement, where nothing is",
			Fix:   "take right away from the option, or judgement from the question",
		}},
		{"options alike", quiz.Quiz{Questions: one(alike)}, quiz.Error{
			Path: []string{"questions", "q", "options", "b"}, Code: "options-alike",
			Cause: "the option “wait and see.” is there twice", Fix: "reword one of them, or take it out",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, want := quiz.Check(tt.quiz), []quiz.Error{tt.want}; !reflect.DeepEqual(got, want) {
				t.Errorf("Check found\n%+v\nwant\n%+v", got, want)
			}
		})
	}
}

func TestCheckGoesOnAfterAMistake(t *testing.T) {
	bad := quiz.Quiz{Draw: 9, Questions: []quiz.Question{
		question("lonely", quiz.KindChoice, "a"),
		question("twice", quiz.KindChoice, "+a", "+b"),
	}}
	var got []string
	for _, e := range quiz.Check(bad) {
		got = append(got, e.Code)
	}
	if want := []string{"draw-too-large", "too-few-options", "no-right-option", "two-right-options"}; !reflect.DeepEqual(got, want) {
		t.Errorf("Check found %v, want %v", got, want)
	}
}
