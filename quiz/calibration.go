package quiz

import (
	"fmt"
	"slices"
)

// What a learner can say before the reveal about how sure they are. Saying
// nothing is the empty word.
const (
	Guess   = "guess"
	ThinkSo = "think so"
	Sure    = "sure"
)

// Certainty is the mark of an answer under certainty-based marking: 1, 2 or 3
// when right, and 0, −2 or −6 when wrong, for a guess, a "think so" and a
// "sure". Under these marks it pays to say what one believes: a guess below
// two chances in three of being right, sure above four in five. Saying
// nothing is marked as a guess, so that passing the question costs nothing.
//
// The scheme and its two thresholds are Gardner-Medwin's: Gardner-Medwin, A.
// R. (2005). Confidence-based marking: encouraging rigour through assessment.
// Physiological Society Teaching Workshop, Bristol,
// https://tmedwin.net/~ucgbarg/tea/bristol_05.htm.
func Certainty(right bool, sure string) int {
	switch {
	case sure == Sure && right:
		return 3
	case sure == Sure:
		return -6
	case sure == ThinkSo && right:
		return 2
	case sure == ThinkSo:
		return -2
	case right:
		return 1
	}
	return 0
}

// Forecast is an answer with how sure the learner was of it.
type Forecast struct {
	Sure  string
	Right bool
}

// Tally counts the answers of one level of sureness.
type Tally struct {
	Sure      string
	Right, Of int
}

// String is the tally in words: when sure, 14 of 17 right.
func (t Tally) String() string {
	when := map[string]string{Guess: "when you guessed", ThinkSo: "when you thought so", Sure: "when sure"}
	return fmt.Sprintf("%s, %d of %d right", when[t.Sure], t.Right, t.Of)
}

// Calibration is how well a learner knows what they know.
type Calibration struct {
	Tallies []Tally // guess, think so, sure; a level never used is left out
	Of      int     // answers counted
	Brier   float64 // Brier, G. W. (1950), Monthly Weather Review, 78(1), 1–3; 0 is the best, 1 the worst
}

// Enough is how many answers a calibration takes: with fewer, chance says
// more than the learner.
const Enough = 10

// Calibrate counts the answers given with a level of sureness; it is false if
// there are fewer than Enough. Answers without a level are passed over. Those
// to a judgement should not be among them: they are neither right nor wrong.
func Calibrate(answers []Forecast) (Calibration, bool) {
	c := Calibration{Tallies: []Tally{{Sure: Guess}, {Sure: ThinkSo}, {Sure: Sure}}}
	distance := 0.0
	for _, a := range answers {
		i := slices.IndexFunc(c.Tallies, func(t Tally) bool { return t.Sure == a.Sure })
		if i < 0 {
			continue
		}
		c.Of++
		c.Tallies[i].Of++
		outcome := 0.0
		if a.Right {
			c.Tallies[i].Right++
			outcome = 1
		}
		distance += (chance(a.Sure) - outcome) * (chance(a.Sure) - outcome)
	}
	if c.Of < Enough {
		return Calibration{}, false
	}
	c.Brier = distance / float64(c.Of)
	c.Tallies = slices.DeleteFunc(c.Tallies, func(t Tally) bool { return t.Of == 0 })
	return c, true
}

// chance is the probability of being right that a level stands for in the
// Brier score. Each lies where certainty-based marking rewards its level:
// below 2/3 for a guess, 4/5 and above for sure, between them for think so.
// Sure is the middle of its band, think so a round number near the middle of
// its own, and a guess is even odds, the forecast that says nothing.
func chance(sure string) float64 {
	switch sure {
	case Sure:
		return 0.9
	case ThinkSo:
		return 0.75
	}
	return 0.5
}
