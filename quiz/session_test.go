package quiz_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hearten/quiz"
)

func TestDecision(t *testing.T) {
	tests := []struct {
		name        string
		taken, last quiz.Day
		due         quiz.Day
		more        bool
	}{
		{"never looked at again", 100, 100, 107, true},
		{"looked at after 7 days", 100, 107, 130, true},
		{"looked at after 30 days", 100, 130, 190, true},
		{"looked at after 90 days", 100, 190, 0, false},
		{"looked at before it was due", 100, 102, 109, true},
		{"the first look comes late", 100, 120, 130, true},
		{"two returns are not two days in a row", 100, 129, 136, true},
		{"what was missed is not made up for", 100, 150, 190, true},
		{"late for the last", 100, 189, 196, true},
		{"everything is over", 100, 600, 0, false},
		{"the clock was set back", 100, 20, 107, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, more := quiz.Decision(tt.taken, tt.last)
			if m.Due != tt.due || more != tt.more {
				t.Fatalf("Decision(%d, %d) is due on day %d, %v; want %d, %v", tt.taken, tt.last, m.Due, more, tt.due, tt.more)
			}
			if more && m.Last != max(tt.taken, tt.last) {
				t.Errorf("it counts as last looked at on day %d, want %d", m.Last, max(tt.taken, tt.last))
			}
			if more && !near(m.Retrievability(m.Due), 0.9) {
				t.Errorf("on the day it is due it ranks as remembered with a chance of %v, want 0.9 as for a question", m.Retrievability(m.Due))
			}
		})
	}
}

// stable is a card last seen on day 0 and due when its chance is 0.9.
func stable(id string, days int) quiz.Card {
	return quiz.Card{ID: id, Memory: quiz.Memory{Stability: float64(days), Difficulty: 5, Due: quiz.Day(days)}}
}

func ids(cards []quiz.Card) []string {
	got := []string{}
	for _, c := range cards {
		got = append(got, c.ID)
	}
	return got
}

func TestSession(t *testing.T) {
	sureWrong := stable("sure", 40)
	sureWrong.SureWrong = true
	sooner := stable("a-sooner", 30)
	sooner.Memory.Due = 20
	tests := []struct {
		name  string
		cards []quiz.Card
		today quiz.Day
		most  int
		want  []string
	}{
		{"nothing to ask", nil, 50, 10, []string{}},
		{"only what is due", []quiz.Card{stable("later", 51), stable("today", 50), {ID: "never"}}, 50, 10, []string{"today"}},
		{"the most forgotten first", []quiz.Card{stable("b", 30), stable("c", 10), stable("a", 20)}, 50, 10, []string{"c", "a", "b"}},
		{"sure and wrong before those", []quiz.Card{stable("b", 30), sureWrong, stable("c", 10)}, 50, 10, []string{"sure", "c", "b"}},
		{"sure and wrong waits until it is due", []quiz.Card{sureWrong, stable("c", 10)}, 39, 10, []string{"c"}},
		{"no more than asked for", []quiz.Card{stable("b", 30), sureWrong, stable("c", 10)}, 50, 2, []string{"sure", "c"}},
		{"then what has waited longest", []quiz.Card{stable("a", 30), sooner}, 50, 10, []string{"a-sooner", "a"}},
		{"then by id", []quiz.Card{stable("b", 30), stable("a", 30)}, 50, 10, []string{"a", "b"}},
		{"none wanted", []quiz.Card{stable("a", 30)}, 50, 0, []string{}},
		{"fewer than none wanted", []quiz.Card{stable("a", 30)}, 50, -3, []string{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(quiz.Session(tt.cards, tt.today, tt.most)); !slices.Equal(got, tt.want) {
				t.Errorf("asks %v, want %v", got, tt.want)
			}
		})
	}
}

func TestSessionDoesNotDependOnTheOrderOfCards(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cards []quiz.Card
		for i := range rapid.IntRange(0, 20).Draw(t, "cards") {
			card := stable(fmt.Sprint("c", i), rapid.IntRange(1, 9).Draw(t, "stability"))
			card.SureWrong = rapid.Bool().Draw(t, "sure and wrong")
			cards = append(cards, card)
		}
		today := quiz.Day(rapid.IntRange(0, 12).Draw(t, "today"))
		before := slices.Clone(cards)
		want := quiz.Session(cards, today, quiz.PerSession)
		if !slices.Equal(cards, before) {
			t.Fatalf("picking a session moved the cards given from %v to %v", ids(before), ids(cards))
		}
		due := 0
		for _, c := range cards {
			if c.Memory.Due <= today {
				due++
			}
		}
		if len(want) != min(due, 10) {
			t.Fatalf("asks %d of %d due, want at most 10 and no fewer than there are", len(want), due)
		}
		if got := quiz.Session(rapid.Permutation(cards).Draw(t, "order"), today, quiz.PerSession); !slices.Equal(got, want) {
			t.Errorf("in another order asks %v, want %v", ids(got), ids(want))
		}
	})
}
