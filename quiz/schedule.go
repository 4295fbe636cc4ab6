package quiz

import (
	"math"
	"time"
)

// The scheduler is FSRS-6, the Free Spaced Repetition Scheduler of the
// open-spaced-repetition project: its formulae are in "The Algorithm",
// https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm,
// which goes back to Ye, J., Su, J., & Cao, Y. (2022). A stochastic shortest
// path algorithm for optimizing spaced repetition scheduling. KDD '22,
// 4381–4390, doi:10.1145/3534678.3539081. The weights are the defaults of
// ts-fsrs 5.4.2, and the intervals are its intervals, to the day, with a
// retention goal of 0.9, whole days, no fuzz and no short-term steps.

// Grade is how well a card was remembered. Zero is no grade.
type Grade int

// The grades, from worst to best.
const (
	Again Grade = iota + 1
	Hard
	Good
	Easy
)

func (g Grade) given() bool { return g >= Again && g <= Easy }

// GradeOf is the grade of an answer, sure being the learner's word for it
// before the reveal, or empty: wrong, and that includes half right, is again;
// right with a hint or by a guess is hard; right is good; right and sure is
// easy. A judgement is neither right nor wrong and has no grade.
func GradeOf(mark Mark, sure string) Grade {
	switch {
	case mark.Of == 0:
		return 0
	case !mark.Right():
		return Again
	case mark.Hints > 0 || sure == Guess:
		return Hard
	case sure == Sure:
		return Easy
	}
	return Good
}

// Day is a calendar day, counted from 1 January 1970.
type Day int

// DayOf is the day on the calendar of a moment's own time zone: the day it
// was for the learner.
func DayOf(at time.Time) Day {
	year, month, day := at.Date()
	midnight := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Day(midnight.Unix() / int64(24*time.Hour/time.Second))
}

// String is the day as in 2026-03-02.
func (d Day) String() string {
	return time.Unix(0, 0).UTC().AddDate(0, 0, int(d)).Format(time.DateOnly)
}

// Reviewed is a card seen again, or answered for the first time.
type Reviewed struct {
	Day   Day
	Grade Grade
}

// Memory is what the scheduler holds of one card. The zero memory is of a
// card that was never reviewed.
type Memory struct {
	Stability  float64 // days until it is remembered with a chance of 0.9
	Difficulty float64 // 1 to 10
	Last, Due  Day
}

// Remember is the memory that reviews leave, taken in the order given. So a
// memory is never kept, only reckoned again from the events, and journals
// that were merged and sorted give the same one wherever that happened.
//
// Days never run backwards: a review dated before an earlier one counts as
// made on that one's day. Several reviews on one day each count, as in ts-fsrs
// without short-term steps: nothing has been forgotten, so hard, good and easy
// leave stability as it is and move difficulty alone, while again lowers
// stability as on any other day. A grade that is none is passed over.
func Remember(reviews []Reviewed) Memory {
	var m, before Memory
	var last Reviewed
	for _, r := range reviews {
		if r.Grade.given() {
			before, last = m, r
			m = m.seen(r)
		}
	}
	return before.After(last)
}

// After is the memory after one more review.
func (m Memory) After(r Reviewed) Memory {
	if !r.Grade.given() {
		return m
	}
	next := m.seen(r)
	next.Due = next.Last + Day(m.Interval(r.Day, r.Grade))
	return next
}

// seen is the memory after one more review, but for the day it is due: that
// takes the intervals of all four grades, and only the last review needs it.
func (m Memory) seen(r Reviewed) Memory {
	next := m.graded(m.Retrievability(r.Day), r.Grade)
	next.Last = r.Day
	if m.reviewed() {
		next.Last = max(m.Last, r.Day)
	}
	return next
}

func (m Memory) reviewed() bool { return m.Stability > 0 }

// Interval is how many days later the card returns if it is reviewed on a day
// with a grade: at least 1 and at most 36500, or 0 for what is no grade. It is
// never longer for a worse grade; hard, good and easy are each at least a day
// longer than the one before, until the longest is reached, which ts-fsrs lets
// them pass by a day or two.
func (m Memory) Interval(day Day, g Grade) int {
	if !g.given() {
		return 0
	}
	r := m.Retrievability(day)
	days := func(g Grade) int { return m.graded(r, g).interval() }
	interval := days(Again)
	for better := Hard; better <= g; better++ {
		interval = max(days(better), interval+1)
	}
	return min(interval, longest)
}

// interval is when the chance of remembering falls to the goal. The goal is
// 0.9, so that is what stability says.
func (m Memory) interval() int {
	return min(max(1, int(math.Floor(m.Stability+0.5))), longest)
}

// Retrievability is the chance that the card is remembered on a day: 1 up to
// the day of its last review, 0 if it never had one.
func (m Memory) Retrievability(day Day) float64 {
	if !m.reviewed() {
		return 0
	}
	elapsed := float64(max(0, day-m.Last))
	return rounded(math.Pow(1+factor*elapsed/m.Stability, -weights[20]))
}

// longest is the longest interval, in days, and the greatest stability.
const longest = 36500

// weights are w0 to w20 of FSRS-6. Three of them, w17 to w19, belong to the
// short-term steps that are off here. They never change.
var weights = [21]float64{
	0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
	0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
	1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
}

// factor makes the forgetting curve pass through 0.9 when the days elapsed are
// the stability: 0.9 to the power of -1/w20, less 1.
const factor = 0.98034649

// graded is stability and difficulty after a review at which the card was
// remembered with the chance r.
func (m Memory) graded(r float64, g Grade) Memory {
	if !m.reviewed() {
		return Memory{Stability: weights[g-1], Difficulty: min(max(firstDifficulty(g), 1), 10)}
	}
	next := Memory{Difficulty: m.harder(g)}
	if g == Again {
		next.Stability = min(m.Stability, m.forgotten(r))
	} else {
		next.Stability = m.recalled(r, g)
	}
	return next
}

// recalled is stability after a review that was not again.
func (m Memory) recalled(r float64, g Grade) float64 {
	w := weights
	gain := math.Exp(w[8]) * (11 - m.Difficulty) * math.Pow(m.Stability, -w[9]) * (math.Exp((1-r)*w[10]) - 1)
	switch g {
	case Hard:
		gain *= w[15]
	case Easy:
		gain *= w[16]
	}
	return within(m.Stability * (1 + gain))
}

// forgotten is stability after again, before it is kept from growing.
func (m Memory) forgotten(r float64) float64 {
	w := weights
	return within(w[11] * math.Pow(m.Difficulty, -w[12]) * (math.Pow(m.Stability+1, w[13]) - 1) * math.Exp((1-r)*w[14]))
}

// within keeps a stability positive and no greater than the longest interval.
func within(stability float64) float64 { return rounded(min(max(stability, 0.001), longest)) }

// harder is difficulty after a grade: moved by the grade, the less the nearer
// to 10, and drawn a little towards that of a first easy one.
func (m Memory) harder(g Grade) float64 {
	w := weights
	moved := m.Difficulty + rounded(-w[6]*float64(g-Good)*(10-m.Difficulty)/9)
	drawn := rounded(w[7]*firstDifficulty(Easy) + (1-w[7])*moved)
	return min(max(drawn, 1), 10)
}

// firstDifficulty is not kept within 1 to 10.
func firstDifficulty(g Grade) float64 {
	return rounded(weights[4] - math.Exp(float64(g-1)*weights[5]) + 1)
}

// rounded keeps eight decimals, as ts-fsrs does at the same places. Without
// it, processors that differ in the last bit could disagree about a day.
func rounded(x float64) float64 { return math.Floor(x*1e8+0.5) / 1e8 }
