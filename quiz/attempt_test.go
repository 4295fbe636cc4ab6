package quiz_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hearten/quiz"
)

func start(t *testing.T, q quiz.Quiz, draw ...string) quiz.Attempt {
	t.Helper()
	a, err := quiz.Start(q, quiz.Run{Seed: 7, Draw: draw})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func answer(t *testing.T, a quiz.Attempt, with func(quiz.Question) []string) quiz.Attempt {
	t.Helper()
	q, _ := a.Current()
	next, _, err := a.Answer(q.ID, quiz.Response{Picked: with(q)})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// where tells the place of an attempt: what is asked, as which of how many,
// and whether it has come back.
func where(a quiz.Attempt) string {
	q, ok := a.Current()
	n, of := a.Position()
	if !ok {
		return fmt.Sprintf("done %d/%d", n, of)
	}
	place := fmt.Sprintf("%s %d/%d", q.ID, n, of)
	if a.Again() {
		place += " again"
	}
	return place
}

func TestWrongAnswersComeBackBehindTheOthers(t *testing.T) {
	// Each letter is the answer to the question that is asked then: r right,
	// w wrong.
	tests := []struct {
		answers string
		want    []string
		score   string
	}{
		{"rrrr", []string{"one 1/4", "judged 2/4", "truth 3/4", "some 4/4", "done 4/4"}, "3 of 3"},
		{"wrrrr", []string{"one 1/4", "judged 2/4", "truth 3/4", "some 4/4", "one 1/4 again", "done 4/4"}, "2 of 3"},
		{"wrwrwrr", []string{"one 1/4", "judged 2/4", "truth 3/4", "some 4/4",
			"one 1/4 again", "truth 3/4 again", "one 1/4 again", "done 4/4"}, "1 of 3"},
		{"rrrwwr", []string{"one 1/4", "judged 2/4", "truth 3/4", "some 4/4", "some 4/4 again", "some 4/4 again", "done 4/4"}, "2 of 3"},
	}
	for _, tt := range tests {
		t.Run(tt.answers, func(t *testing.T) {
			a := start(t, pool(), "one", "judged", "truth", "some")
			got := []string{where(a)}
			for _, letter := range tt.answers {
				a = answer(t, a, map[rune]func(quiz.Question) []string{'r': rightly, 'w': wrongly}[letter])
				got = append(got, where(a))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("asked\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			right, of := a.Score()
			if score := fmt.Sprintf("%d of %d", right, of); score != tt.score {
				t.Errorf("Score() = %s, want %s", score, tt.score)
			}
		})
	}
}

func TestScoreCountsWhatWasAnswered(t *testing.T) {
	a := start(t, pool(), "judged", "one", "truth")
	for i, want := range [][2]int{{0, 0}, {0, 0}, {0, 1}, {1, 2}, {1, 2}} {
		if right, of := a.Score(); [2]int{right, of} != want {
			t.Errorf("after %d answers Score() = %d, %d, want %v", i, right, of, want)
		}
		if q, open := a.Current(); open {
			with := rightly
			if q.ID == "one" && !a.Again() {
				with = wrongly
			}
			a = answer(t, a, with)
		}
	}
}

func TestStartRefuses(t *testing.T) {
	tests := []struct {
		name string
		draw []string
		want string
	}{
		{"nothing drawn", nil, "no question was drawn for this attempt"},
		{"a question that is gone", []string{"one", "gone"}, `the question "gone" was drawn, and it is not in the quiz any more`},
		{"a question twice", []string{"one", "some", "one"}, `the question "one" was drawn twice`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := quiz.Start(pool(), quiz.Run{Draw: tt.draw})
			if err == nil || err.Error() != tt.want {
				t.Errorf("Start(%v): got error %v, want %s", tt.draw, err, tt.want)
			}
		})
	}
}

func TestFeedback(t *testing.T) {
	a := start(t, pool(), "some")
	shown, _ := a.Current()
	_, mark, err := a.Answer("some", quiz.Response{Picked: []string{"d", "a"}, Hints: 1})
	if err != nil {
		t.Fatal(err)
	}
	got := a.Feedback(mark)
	want := quiz.Feedback{Question: shown, Mark: mark, N: 1, Of: 1, Right: []string{"Answer a", "Answer b"}}
	for _, o := range shown.Options {
		if o.ID == "a" || o.ID == "d" {
			want.Picked = append(want.Picked, o)
		} else {
			want.Others = append(want.Others, o)
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Feedback(%+v) =\n%+v\nwant\n%+v", mark, got, want)
	}
}

// TestOrderNeverChanges holds the order that recorded attempts depend on.
func TestOrderNeverChanges(t *testing.T) {
	var got []string
	for _, seed := range []uint64{0, 1, 1 << 63} {
		sample := pool().Sample(seed)
		got = append(got, strings.Join(sample, " "))
		a, err := quiz.Start(pool(), quiz.Run{Seed: seed, Draw: sample})
		if err != nil {
			t.Fatal(err)
		}
		for !a.Done() {
			q, _ := a.Current()
			var ids []string
			for _, o := range q.Options {
				ids = append(ids, o.ID)
			}
			got = append(got, "  "+q.ID+": "+strings.Join(ids, " "))
			a = answer(t, a, rightly)
		}
	}
	want := `one some fixed truth judged
  one: d b c a
  some: c a b d
  fixed: never often always
  truth: true false
  judged: ask stay go
one fixed some judged truth
  one: c b a d
  fixed: never often always
  some: c d b a
  judged: stay ask go
  truth: true false
one some judged fixed truth
  one: d a c b
  some: b d c a
  judged: stay go ask
  fixed: never often always
  truth: true false`
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("the order is\n%s\nwant\n%s", text, want)
	}
}
