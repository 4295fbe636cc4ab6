package quiz

import (
	"fmt"
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
