package main

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"hearten/quiz"
)

// marked are the questions of a kind, of the whole bundled course, that have
// right answers.
func marked(t *testing.T, kind quiz.Kind) []quiz.Question {
	t.Helper()
	var all []quiz.Question
	c := bundled(t)
	for _, m := range c.Modules {
		for _, a := range m.Activities {
			content, err := c.Take(m.ID, a.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, q := range content.Quiz.Questions {
				if q.Kind == kind && !q.Judgement {
					all = append(all, q)
				}
			}
		}
	}
	return all
}

// guess is a way to answer without having read: of the options, in the
// author's order, those between which it cannot choose.
type guess struct {
	name string
	pick func([]quiz.Option) []quiz.Option
}

// guesses are the ways of people in a hurry.
func guesses() []guess {
	random := rand.New(rand.NewPCG(20, 26))
	return []guess{
		{"the longest", func(all []quiz.Option) []quiz.Option {
			return foremost(all, func(o quiz.Option) int { return -length(o) })
		}},
		{"the shortest", func(all []quiz.Option) []quiz.Option { return foremost(all, length) }},
		{"the first", func(all []quiz.Option) []quiz.Option { return all[:1] }},
		{"the middle one", func(all []quiz.Option) []quiz.Option { return all[(len(all)-1)/2 : len(all)/2+1] }},
		{"the last", func(all []quiz.Option) []quiz.Option { return all[len(all)-1:] }},
		{"any, by chance", func(all []quiz.Option) []quiz.Option {
			i := random.IntN(len(all))
			return all[i : i+1]
		}},
	}
}

func length(o quiz.Option) int { return utf8.RuneCountInString(o.Text) }

// foremost are the options with the lowest rank.
func foremost(all []quiz.Option, rank func(quiz.Option) int) []quiz.Option {
	least := slices.MinFunc(all, func(a, b quiz.Option) int { return cmp.Compare(rank(a), rank(b)) })
	var out []quiz.Option
	for _, o := range all {
		if rank(o) == rank(least) {
			out = append(out, o)
		}
	}
	return out
}

// rightShare is how many per cent of the options are right.
func rightShare(options []quiz.Option) float64 {
	n := 0
	for _, o := range options {
		if o.Right {
			n++
		}
	}
	return 100 * float64(n) / float64(len(options))
}

// TestNoGuessPays holds that nobody gets far in the bundled quizzes by the
// look of the options. One question of the pool is four points.
func TestNoGuessPays(t *testing.T) {
	const few = 6.0 // points beside chance, in per cent
	for _, kind := range []quiz.Kind{quiz.KindChoice, quiz.KindTrueFalse} {
		pool := marked(t, kind)
		if len(pool) < 10 {
			t.Fatalf("a pool of %d questions of the kind %s is too small to judge", len(pool), kind)
		}
		chance := 0.0
		for _, q := range pool {
			chance += rightShare(q.Options) / float64(len(pool))
		}
		report := fmt.Sprintf("%s: %d questions, chance %.1f %%\n", kind, len(pool), chance)
		far := false
		for _, g := range guesses() {
			if kind == quiz.KindTrueFalse && !placed(g) {
				continue // their words are always the same
			}
			scored := score(pool, g)
			far = far || math.Abs(scored-chance) > few
			report += fmt.Sprintf("  %-15s %5.1f %%\n", g.name, scored)
		}
		if far {
			t.Errorf("a way to guess scores more than %.0f points beside chance\n%s", few, report)
		}
	}
}

// placed says that a guess goes by the place of an option.
func placed(g guess) bool { return g.name == "the first" || g.name == "the last" }

// score is how many per cent a guess gets of a pool, on average of many
// rounds.
func score(pool []quiz.Question, g guess) float64 {
	const rounds = 400
	sum := 0.0
	for range rounds {
		for _, q := range pool {
			sum += rightShare(g.pick(q.Options))
		}
	}
	return sum / float64(rounds*len(pool))
}

// TestGuessesAreSeen: quizzes that can be guessed are told from one that
// cannot.
func TestGuessesAreSeen(t *testing.T) {
	option := func(text string, right bool) quiz.Option { return quiz.Option{Text: text, Right: right} }
	pool := []quiz.Question{
		{Options: []quiz.Option{option("long enough", false), option("longest of all", true), option("short", false)}},
		{Options: []quiz.Option{option("the longest here", true), option("no", false), option("longer", false)}},
	}
	want := map[string]float64{"the longest": 100, "the shortest": 0, "the first": 50, "the middle one": 50, "the last": 0}
	for _, g := range guesses() {
		if share, told := want[g.name]; told && score(pool, g) != share {
			t.Errorf("%s scores %.1f %%, want %.1f %%", g.name, score(pool, g), share)
		}
	}
	even := []quiz.Option{option("alike", true), option("equal", false)}
	if got := foremost(even, length); len(got) != 2 {
		t.Errorf("of two options as long as one another, %d is taken for the longest", len(got))
	}
}
