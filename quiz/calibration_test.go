package quiz_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"hearten/quiz"
)

func TestCertainty(t *testing.T) {
	tests := []struct {
		sure         string
		right, wrong int
	}{
		{"", 1, 0},
		{quiz.Guess, 1, 0},
		{quiz.ThinkSo, 2, -2},
		{quiz.Sure, 3, -6},
		{"a word from a later program", 1, 0},
	}
	for _, tt := range tests {
		if right, wrong := quiz.Certainty(true, tt.sure), quiz.Certainty(false, tt.sure); right != tt.right || wrong != tt.wrong {
			t.Errorf("Certainty of %q is %d when right and %d when wrong, want %d and %d", tt.sure, right, wrong, tt.right, tt.wrong)
		}
	}
}

func TestItPaysToSayWhatOneBelieves(t *testing.T) {
	tests := []struct {
		percent int
		best    string
	}{
		{0, quiz.Guess}, {50, quiz.Guess}, {66, quiz.Guess},
		{67, quiz.ThinkSo}, {75, quiz.ThinkSo}, {79, quiz.ThinkSo},
		{81, quiz.Sure}, {90, quiz.Sure}, {100, quiz.Sure},
	}
	for _, tt := range tests {
		best, most := "", -601
		for _, sure := range []string{quiz.Guess, quiz.ThinkSo, quiz.Sure} {
			if pays := tt.percent*quiz.Certainty(true, sure) + (100-tt.percent)*quiz.Certainty(false, sure); pays > most {
				best, most = sure, pays
			}
		}
		if best != tt.best {
			t.Errorf("with %d chances in 100 of being right, %q pays most, want %q", tt.percent, best, tt.best)
		}
	}
}

// said is so many answers at one level, the first of them right.
func said(sure string, right, of int) []quiz.Forecast {
	answers := make([]quiz.Forecast, of)
	for i := range answers {
		answers[i] = quiz.Forecast{Sure: sure, Right: i < right}
	}
	return answers
}

func TestCalibrate(t *testing.T) {
	tests := []struct {
		name    string
		answers [][]quiz.Forecast
		tallies string
		of      int
		brier   float64
	}{
		{"all levels", [][]quiz.Forecast{said(quiz.Sure, 14, 17), said(quiz.Guess, 3, 5), said(quiz.ThinkSo, 6, 8)},
			"[when you guessed, 3 of 5 right when you thought so, 6 of 8 right when sure, 14 of 17 right]", 30, (5*.25 + 6*.0625 + 2*.5625 + 14*.01 + 3*.81) / 30},
		{"a level never used is left out", [][]quiz.Forecast{said(quiz.Sure, 10, 10)},
			"[when sure, 10 of 10 right]", 10, .01},
		{"sure and always wrong", [][]quiz.Forecast{said(quiz.Sure, 0, 10)},
			"[when sure, 0 of 10 right]", 10, .81},
		{"guesses say nothing", [][]quiz.Forecast{said(quiz.Guess, 2, 10)},
			"[when you guessed, 2 of 10 right]", 10, .25},
		{"answers without a level are passed over", [][]quiz.Forecast{said("", 5, 9), said(quiz.ThinkSo, 9, 10), said("certain", 1, 1)},
			"[when you thought so, 9 of 10 right]", 10, (9*.0625 + .5625) / 10},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, enough := quiz.Calibrate(slices.Concat(tt.answers...))
			if words := fmt.Sprint(got.Tallies); !enough || words != tt.tallies || got.Of != tt.of || !near(got.Brier, tt.brier) {
				t.Errorf("got %v of %d, Brier %v, enough %v\nwant %s of %d, Brier %v", words, got.Of, got.Brier, enough, tt.tallies, tt.of, tt.brier)
			}
		})
	}
}

func TestCalibrateTakesTenAnswers(t *testing.T) {
	few := slices.Concat(said(quiz.Sure, 4, 4), said(quiz.Guess, 1, 5), said("", 20, 30))
	if got, enough := quiz.Calibrate(few); enough || got.Of != 0 || got.Tallies != nil {
		t.Errorf("nine answers with a level give %+v, %v; want nothing yet", got, enough)
	}
	if _, enough := quiz.Calibrate(append(few, quiz.Forecast{Sure: quiz.ThinkSo})); !enough {
		t.Error("ten answers with a level are not enough, want a calibration")
	}
}

func TestCalibrateCountsEveryAnswerOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		level := rapid.SampledFrom([]string{quiz.Guess, quiz.ThinkSo, quiz.Sure})
		answers := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) quiz.Forecast {
			return quiz.Forecast{Sure: level.Draw(t, "sure"), Right: rapid.Bool().Draw(t, "right")}
		}), 10, 60).Draw(t, "answers")
		c, _ := quiz.Calibrate(answers)
		of := 0
		for _, tally := range c.Tallies {
			of += tally.Of
			if tally.Of == 0 || tally.Right < 0 || tally.Right > tally.Of {
				t.Errorf("got %+v, want some answers and no more right than there are", tally)
			}
		}
		if of != len(answers) || c.Of != of {
			t.Errorf("%d answers give tallies of %d and a count of %d", len(answers), of, c.Of)
		}
		if !(c.Brier >= 0 && c.Brier <= 1) {
			t.Errorf("got a Brier score of %v, want 0 to 1", c.Brier)
		}
		slices.Reverse(answers)
		if back, _ := quiz.Calibrate(answers); fmt.Sprint(back.Tallies) != fmt.Sprint(c.Tallies) || !near(back.Brier, c.Brier) {
			t.Errorf("backwards the same answers give %+v, want %+v", back, c)
		}
	})
}
