package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"hearten/cmd/hearten/internal/study"
)

// reviewJSON is what is due to be asked again.
type reviewJSON struct {
	Due     int    `json:"due"`
	NextDue string `json:"nextDue,omitempty"` // a day
}

// sureJSON is how sure the learner was, and how often they were right.
type sureJSON struct {
	Answers int         `json:"answers"`
	Brier   float64     `json:"brier"` // 0 is the best, 1 the worst
	Tallies []tallyJSON `json:"tallies"`
}

type tallyJSON struct {
	Sure  string `json:"sure"`
	Right int    `json:"right"`
	Of    int    `json:"of"`
}

func reviewOf(s study.Study, now time.Time) reviewJSON {
	r := s.Review(now)
	due := reviewJSON{Due: len(r.Cards) + r.Waiting}
	if !r.NextDue.IsZero() {
		due.NextDue = r.NextDue.Format(time.DateOnly)
	}
	return due
}

func sureOf(s study.Study) *sureJSON {
	c, known := s.Calibration()
	if !known {
		return nil
	}
	out := sureJSON{Answers: c.Of, Brier: c.Brier}
	for _, t := range c.Tallies {
		out.Tallies = append(out.Tallies, tallyJSON{t.Sure, t.Right, t.Of})
	}
	return &out
}

// printReview says what is due, and how well the learner knows what they
// know, where there is something to say.
func printReview(out io.Writer, s study.Study, now time.Time, again string) {
	if due := reviewOf(s, now).Due; due > 0 {
		fmt.Fprintf(out, "To review: %s. Run %s.\n", count(due, "question"), again)
	}
	c, known := s.Calibration()
	if !known {
		return
	}
	var all []string
	for _, t := range c.Tallies {
		all = append(all, t.String())
	}
	fmt.Fprintf(out, "How sure you were of your first answers: %s.\n", strings.Join(all, "; "))
}
