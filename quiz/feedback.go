package quiz

import (
	"fmt"
	"math"
	"slices"
)

// Feedback is what to say to an answer.
type Feedback struct {
	Question       Question // its options in the order they were shown
	Mark           Mark
	Picked, Others []Option // in that order too
	N, Of          int      // the question's place in the draw, from 1
	Mend           bool     // wrong, and may be mended now: say no more than that
	Right          []string // what would have been right, in words; empty of a judgement
}

// Feedback is what to say to an answer of this attempt.
func (a Attempt) Feedback(m Mark) Feedback {
	d, _ := a.drawn(m.Question)
	f := Feedback{Question: d.shown, Mark: m, Of: len(a.draw)}
	f.N = 1 + slices.IndexFunc(a.draw, func(d asked) bool { return d.written.ID == m.Question })
	if !d.written.Judgement {
		f.Right = d.written.RightWords()
	}
	if len(a.marks) > 0 && a.marks[len(a.marks)-1].Question == m.Question {
		_, f.Mend = a.mending()
	}
	for _, o := range d.shown.Options {
		if slices.Contains(m.Picked, o.ID) {
			f.Picked = append(f.Picked, o)
		} else {
			f.Others = append(f.Others, o)
		}
	}
	return f
}

// OfOthers is the heading over what there is to say to the answers that were
// not picked. Only those of a judgement do something.
func (f Feedback) OfOthers() string {
	switch {
	case f.Question.Judgement:
		return "What the others would do"
	case len(f.Others) == 1:
		return "About the other answer"
	}
	return "About the other answers"
}

// Fitting says of an order and of a match how much of an answer fits; nothing
// of another kind.
func (f Feedback) Fitting() string {
	share := f.Mark.Score / max(f.Mark.Of, 1)
	part := func(n int) int { return int(math.Round(share * float64(n))) }
	switch f.Question.Kind {
	case KindOrder:
		n := len(f.Question.Items)
		if fit := part(n - 1); fit > 0 {
			return fmt.Sprintf("Counted from one to the next, %d of %d follow as they should.", fit, n-1)
		}
		return "No two of them follow each other as they should."
	case KindMatch:
		n := len(f.Question.Pairs)
		if fit := part(n); fit > 0 {
			return fmt.Sprintf("%d of %d pairs fit.", fit, n)
		}
		return "None of the pairs fit."
	}
	return ""
}

// Found says of choices how many of the options that fit were picked, and how
// many that do not.
func (f Feedback) Found() string {
	picked, wrong := 0, 0
	for _, o := range f.Picked {
		if o.Right {
			picked++
		} else {
			wrong++
		}
	}
	words := fmt.Sprintf("You picked %d of the %d that fit", picked, len(f.Right))
	switch wrong {
	case 0:
		return words + "."
	case 1:
		return words + ", and 1 that does not."
	}
	return fmt.Sprintf("%s, and %d that do not.", words, wrong)
}
