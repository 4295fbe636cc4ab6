package study

import (
	"fmt"
	"time"

	"hearten/course"
	"hearten/progress"
	"hearten/quiz"
)

// Quiz is an attempt at a quiz.
type Quiz struct {
	seat
	attempt  quiz.Attempt
	hints    int  // shown for the current question
	unread   bool // the last answer's feedback has not been left yet
	finished time.Time
	taken    int    // attempts begun, this one included
	before   *Tally // of the diagnostic that this quiz is compared with
	drafts   map[string]Typing
}

// Result is how a finished attempt went. It counts first answers, which later
// ones do not change.
type Result struct {
	Right, Of     int     // fully right, of the questions that are marked
	Points, Worth float64 // earned, of what could have been
	Passed        bool
	PassMark      int // per cent; 0 where nothing is passed
	At            time.Time
	// Before is how the diagnostic went that the quiz is compared with; false
	// where there is none, or it was not taken.
	Before    Tally
	HasBefore bool
	Again     bool // there may be another attempt
	Drawn     bool // and it would have other questions
	Unmarked  int  // questions of which nothing is right or wrong
}

// Retake is what to call another attempt.
func (r Result) Retake() string {
	if r.Drawn {
		return "Take it again, with a fresh draw of questions"
	}
	return "Take it again"
}

// Aside says of the questions that do not count that they do not; empty where
// all or none of them count.
func (r Result) Aside() string {
	switch {
	case r.Of == 0 || r.Unmarked == 0:
		return ""
	case r.Unmarked == 1:
		return "One more question was not marked: nothing about it is right or wrong."
	}
	return fmt.Sprintf("%d more questions were not marked: nothing about them is right or wrong.", r.Unmarked)
}

// Tally counts answers.
type Tally struct{ Right, Of int }

func (s Study) beginQuiz(o Opened, known progress.Activity, m Moment) (Quiz, Unsaved) {
	c := o.Content
	q := Quiz{seat: newSeat(c, "", Fits), taken: len(known.Runs), before: s.diagnostic(c), drafts: o.Drafts}
	run, ok := latest(known)
	if !ok {
		return q.start(m, Fits)
	}
	attempt, err := q.replay(run)
	if err != nil {
		return q.start(m, FitsNot)
	}
	q.run, q.fit, q.attempt = run.ID, fit(run, c), attempt
	q.unread = lastReached(run) < len(attempt.Marks())
	q.hints = q.mendingHints()
	if run.Finished != nil {
		q.finished = run.Last
	}
	return q, Unsaved{}
}

func (q Quiz) start(m Moment, fit Fit) (Quiz, Unsaved) {
	return q.startWith(quiz.Run{Seed: m.seed(), Draw: q.content.Quiz.Sample(m.seed())}, m, fit)
}

func (q Quiz) startWith(run quiz.Run, m Moment, fit Fit) (Quiz, Unsaved) {
	attempt, err := quiz.Start(q.content.Quiz, run)
	if err != nil { // a sample is of the pool
		panic(err)
	}
	q = Quiz{seat: newSeat(q.content, m.ID, fit), attempt: attempt, taken: q.taken + 1, before: q.before, drafts: q.drafts}
	return q, q.unsaved(m, progress.Started{Hash: q.content.Hash(), Seed: run.Seed, Draw: run.Draw})
}

// replay walks a recorded run again with the marks that were given then.
func (q Quiz) replay(run progress.Run) (quiz.Attempt, error) {
	var draw []string
	for _, id := range run.Started.Draw {
		draw = append(draw, q.renamed("questions", id))
	}
	attempt, err := quiz.Start(q.content.Quiz, quiz.Run{Seed: run.Started.Seed, Draw: draw})
	for _, e := range run.Steps {
		a, ok := e.Data.(progress.Answered)
		if !ok || err != nil {
			continue
		}
		attempt, err = attempt.Restore(q.mark(a))
	}
	return attempt, err
}

func (q Quiz) mark(a progress.Answered) quiz.Mark {
	m := quiz.Mark{Question: q.renamed("questions", a.Question), Score: a.Score, Of: a.Of, Hints: a.Hints, Sure: a.Sure}
	for _, id := range a.Picked {
		for _, parts := range []string{"options", "items", "pairs"} {
			id = q.renamed("questions/"+m.Question+"/"+parts, id)
		}
		m.Picked = append(m.Picked, id)
	}
	return m
}

// mendingHints is how many hints show for an answer that may be mended: one
// more than before it.
func (q Quiz) mendingHints() int {
	if m, ok := q.attempt.Mending(); ok && !q.unread {
		return m.Hints + 1
	}
	return 0
}

// Question is the question being asked, its options in the order to show.
func (q Quiz) Question() (quiz.Question, bool) { return q.attempt.Current() }

// Position is the current question's place in the draw, from 1.
func (q Quiz) Position() (n, of int) { return q.attempt.Position() }

// Again says that the current question was answered before and has come back.
func (q Quiz) Again() bool { return q.attempt.Again() }

// openField names the text being typed for an open question.
func openField(question string) string { return "open/" + question }

// Typing is the text being typed for the current question, to be kept as a
// draft: where it goes, and what stood there when the learner left.
func (q Quiz) Typing() Draft {
	now, _ := q.attempt.Current()
	field := openField(now.ID)
	return Draft{q.place.Module, q.place.Activity, field, q.drafts[field].Text}
}

// Hints are those shown so far for the current question.
func (q Quiz) Hints() []string {
	now, _ := q.attempt.Current()
	return now.Hints[:min(q.hints, len(now.Hints))]
}

// Hint shows one more; false where there is none left.
func (q Quiz) Hint() (Quiz, bool) {
	now, ok := q.attempt.Current()
	if !ok || q.unread || q.hints >= len(now.Hints) {
		return q, false
	}
	q.hints++
	return q, true
}

// Answer marks an answer, with how sure the learner was of it, if they said.
// It fails where the answer cannot be one; the error says why in the learner's
// words. What is picked is as quiz.Response has it.
func (q Quiz) Answer(picked []string, sure string, m Moment) (Quiz, Unsaved, error) {
	now, _ := q.attempt.Current()
	attempt, mark, err := q.attempt.Answer(now.ID, quiz.Response{Picked: picked, Hints: q.hints, Sure: sure})
	if err != nil {
		return q, Unsaved{}, err
	}
	q.attempt, q.hints, q.unread, q.fit = attempt, 0, true, Fits
	q.drafts = without(q.drafts, openField(now.ID))
	data := []progress.Data{answered(now, mark)}
	if attempt.Done() {
		score, of := attempt.Points()
		q.finished = m.At
		data = append(data, progress.Finished{Result: "done", Score: score, Of: of})
	}
	return q, q.unsaved(m, data...), nil
}

// answered is the event of an answer. It reads without the course.
func answered(asked quiz.Question, mark quiz.Mark) progress.Answered {
	return progress.Answered{
		Question: mark.Question, Asked: course.Clean(asked.Ask), Picked: mark.Picked, Words: cleaned(asked.Words(mark.Picked)),
		Score: mark.Score, Of: mark.Of, Sure: mark.Sure, Hints: mark.Hints,
	}
}

// Feedback is what to say to the last answer, until Next.
func (q Quiz) Feedback() (quiz.Feedback, bool) {
	marks := q.attempt.Marks()
	if !q.unread || len(marks) == 0 {
		return quiz.Feedback{}, false
	}
	return q.attempt.Feedback(marks[len(marks)-1]), true
}

// ComesBack says when the question that was answered is asked once more in
// this attempt; empty where it is not.
func (q Quiz) ComesBack() string {
	f, unread := q.Feedback()
	pool := q.content.Quiz
	if !unread || f.Mend || f.Mark.Of == 0 || f.Mark.Right() || f.Question.Open() || pool.Pass > 0 || pool.Diagnostic {
		return ""
	}
	if next, _ := q.attempt.Current(); next.ID == f.Mark.Question {
		return "This one comes once more now."
	}
	return "This one comes back later."
}

// Next leaves the feedback for the next question or the result.
func (q Quiz) Next(m Moment) (Quiz, Unsaved) {
	if !q.unread {
		return q, Unsaved{}
	}
	q.unread = false
	q.hints = q.mendingHints()
	return q, q.unsaved(m, progress.Reached{Block: len(q.attempt.Marks())})
}

// Result is how the attempt went, once it is finished.
func (q Quiz) Result() (Result, bool) {
	right, of := q.attempt.Score()
	points, worth := q.attempt.Points()
	passed, _ := q.attempt.Passed()
	pool := q.content.Quiz
	r := Result{
		Right: right, Of: of, Points: points, Worth: worth, Passed: passed, PassMark: pool.Pass, At: q.finished,
		Again: pool.Attempts == 0 || q.taken < pool.Attempts,
		Drawn: pool.Draw > 0 && pool.Draw < len(pool.Questions),
	}
	_, drawn := q.attempt.Position()
	r.Unmarked = drawn - of
	if q.before != nil {
		r.Before, r.HasBefore = *q.before, true
	}
	return r, q.attempt.Done()
}

// Answers are the first answers of the attempt, with what to say to each, to
// be looked at again. Looking changes nothing.
func (q Quiz) Answers() []quiz.Feedback {
	var all []quiz.Feedback
	seen := map[string]bool{}
	for _, m := range q.attempt.Marks() {
		if !seen[m.Question] {
			seen[m.Question] = true
			f := q.attempt.Feedback(m)
			f.Mend = false
			all = append(all, f)
		}
	}
	return all
}

// Retake starts another attempt with a fresh draw; the same attempt where the
// author allows no further one.
func (q Quiz) Retake(m Moment) (Quiz, Unsaved) {
	if r, _ := q.Result(); !r.Again {
		return q, Unsaved{}
	}
	return q.start(m, Fits)
}

// diagnostic is how the first attempt at the diagnostic went that a quiz is
// compared with; nil where there is none.
func (s Study) diagnostic(c course.Content) *Tally {
	known := s.record.Places[progress.Place{Module: c.Module.ID, Activity: c.After}]
	if c.After == "" || len(known.Runs) == 0 || known.Runs[0].Finished == nil {
		return nil
	}
	t, seen := Tally{}, map[string]bool{}
	for _, e := range known.Runs[0].Steps {
		a, ok := e.Data.(progress.Answered)
		if !ok || a.Of == 0 || seen[a.Question] {
			continue
		}
		seen[a.Question] = true
		t.Of++
		if a.Score >= a.Of {
			t.Right++
		}
	}
	return &t
}
