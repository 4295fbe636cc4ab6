package quiz

import "slices"

// Feedback is what to say to an answer.
type Feedback struct {
	Question       Question // its options in the order they were shown
	Mark           Mark
	Picked, Others []Option // in that order too
	N, Of          int      // the question's place in the draw, from 1
}

// Feedback is what to say to an answer of this attempt.
func (a Attempt) Feedback(m Mark) Feedback {
	d, _ := a.drawn(m.Question)
	f := Feedback{Question: d.shown, Mark: m, Of: len(a.draw)}
	f.N = 1 + slices.IndexFunc(a.draw, func(d asked) bool { return d.written.ID == m.Question })
	for _, o := range d.shown.Options {
		if slices.Contains(m.Picked, o.ID) {
			f.Picked = append(f.Picked, o)
		} else {
			f.Others = append(f.Others, o)
		}
	}
	return f
}
