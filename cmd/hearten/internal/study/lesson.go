package study

import (
	"hearten/course"
	"hearten/progress"
)

// Lesson is a lesson being read. The place in it is a block.
type Lesson struct {
	seat
	blocks   []course.Block
	block    int
	finished bool
}

func beginLesson(c course.Content, known progress.Activity, m Moment) (Lesson, Unsaved) {
	blocks := c.Lesson.Blocks()
	run, ok := latest(known)
	if !ok {
		l := Lesson{seat: newSeat(c, m.ID, Fits), blocks: blocks}
		return l, l.unsaved(m, progress.Started{Hash: c.Hash()})
	}
	last := max(0, len(blocks)-1)
	block := min(lastReached(run), last)
	if run.Finished != nil && block == last {
		block = 0 // read to its end before: from the top again
	}
	return Lesson{newSeat(c, run.ID, fit(run, c)), blocks, block, known.Finished}, Unsaved{}
}

// Blocks are the pieces of the lesson.
func (l Lesson) Blocks() []course.Block { return l.blocks }

// Block is the block at the top of the page.
func (l Lesson) Block() int { return l.block }

// Finished says that the lesson has been read to its end once.
func (l Lesson) Finished() bool { return l.finished }

// At is the lesson with another block at the top of the page.
func (l Lesson) At(block int, m Moment) (Lesson, Unsaved) {
	if block == l.block {
		return l, Unsaved{}
	}
	l.block = block
	return l, l.unsaved(m, progress.Reached{Block: block})
}

// Finish is the lesson read to its end.
func (l Lesson) Finish(m Moment) (Lesson, Unsaved) {
	l.block = max(0, len(l.blocks)-1)
	reached := progress.Reached{Block: l.block}
	if l.finished {
		return l, l.unsaved(m, reached)
	}
	l.finished = true
	return l, l.unsaved(m, reached, progress.Finished{Result: "read"})
}

// lastReached is the block, page or stage a run was left at; 0 at its start.
func lastReached(run progress.Run) int {
	for i := len(run.Steps) - 1; i >= 0; i-- {
		if r, ok := run.Steps[i].Data.(progress.Reached); ok {
			return r.Block
		}
	}
	return 0
}
