package study

import (
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
}

// Result is how a finished attempt went: first answers that were right, of
// the questions that are marked.
type Result struct {
	Right, Of int
	At        time.Time
}

func beginQuiz(c course.Content, known progress.Activity, m Moment) (Quiz, Unsaved) {
	q := Quiz{seat: newSeat(c, "", "")}
	run, ok := latest(known)
	if !ok {
		return q.start(m, "")
	}
	attempt, err := q.replay(run)
	if err != nil {
		return q.start(m, noteStartOver)
	}
	q.run, q.note, q.attempt = run.ID, editedNote(run, c), attempt
	q.unread = lastReached(run) < len(attempt.Marks())
	if run.Finished != nil {
		q.finished = run.Last
	}
	return q, Unsaved{}
}

func (q Quiz) start(m Moment, note string) (Quiz, Unsaved) {
	pool := q.content.Quiz
	run := quiz.Run{Seed: m.seed(), Draw: pool.Sample(m.seed())}
	attempt, err := quiz.Start(pool, run)
	if err != nil { // a sample is of the pool
		panic(err)
	}
	q = Quiz{seat: newSeat(q.content, m.ID, note), attempt: attempt}
	return q, q.unsaved(m, progress.Started{Hash: q.content.Hash, Seed: run.Seed, Draw: run.Draw})
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
	m := quiz.Mark{Question: q.renamed("questions", a.Question), Score: a.Score, Of: a.Of, Hints: a.Hints}
	for _, id := range a.Picked {
		m.Picked = append(m.Picked, q.renamed("questions/"+m.Question+"/options", id))
	}
	return m
}

// Question is the question being asked, its options in the order to show.
func (q Quiz) Question() (quiz.Question, bool) { return q.attempt.Current() }

// Position is the current question's place in the draw, from 1.
func (q Quiz) Position() (n, of int) { return q.attempt.Position() }

// Again says that the current question was answered before and has come back.
func (q Quiz) Again() bool { return q.attempt.Again() }

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

// Answer marks an answer, given as option ids. It fails where the answer
// cannot be one; the error says why in the learner's words.
func (q Quiz) Answer(picked []string, m Moment) (Quiz, Unsaved, error) {
	now, _ := q.attempt.Current()
	attempt, mark, err := q.attempt.Answer(now.ID, picked, q.hints)
	if err != nil {
		return q, Unsaved{}, err
	}
	q.attempt, q.hints, q.unread, q.note = attempt, 0, true, ""
	data := []progress.Data{answered(now, mark)}
	if attempt.Done() {
		right, of := attempt.Score()
		q.finished = m.At
		data = append(data, progress.Finished{Result: "done", Score: float64(right), Of: float64(of)})
	}
	return q, q.unsaved(m, data...), nil
}

func answered(asked quiz.Question, mark quiz.Mark) progress.Answered {
	a := progress.Answered{Question: mark.Question, Asked: asked.Ask, Picked: mark.Picked, Score: mark.Score, Of: mark.Of, Hints: mark.Hints}
	for _, o := range asked.Options {
		for _, id := range mark.Picked {
			if o.ID == id {
				a.Words = append(a.Words, o.Text)
			}
		}
	}
	return a
}

// Feedback is what to say to the last answer, until Next.
func (q Quiz) Feedback() (quiz.Feedback, bool) {
	marks := q.attempt.Marks()
	if !q.unread || len(marks) == 0 {
		return quiz.Feedback{}, false
	}
	return q.attempt.Feedback(marks[len(marks)-1]), true
}

// Next leaves the feedback for the next question or the result.
func (q Quiz) Next(m Moment) (Quiz, Unsaved) {
	if !q.unread {
		return q, Unsaved{}
	}
	q.unread = false
	return q, q.unsaved(m, progress.Reached{Block: len(q.attempt.Marks())})
}

// Result is how the attempt went, once it is finished.
func (q Quiz) Result() (Result, bool) {
	right, of := q.attempt.Score()
	return Result{right, of, q.finished}, q.attempt.Done()
}

// Retake starts another attempt with a fresh draw.
func (q Quiz) Retake(m Moment) (Quiz, Unsaved) { return q.start(m, "") }
