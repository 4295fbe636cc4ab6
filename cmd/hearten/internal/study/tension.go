package study

import (
	"errors"
	"fmt"

	"hearten/course"
	"hearten/course/tension"
	"hearten/progress"
)

// Tension is a tension map being filled in, and marked over time. It is about
// the learner's own team.
type Tension struct {
	seat
	texts  texts
	drafts map[string]Typing
	marks  []tension.Mark
	page   page
}

// TensionBox is a box of the map with what the learner wrote in it.
type TensionBox struct {
	tension.Box
	Field
}

// noteField is what is being typed beside a mark.
const noteField = "note"

func beginTension(o Opened, known progress.Activity, m Moment) (Tension, Unsaved) {
	t := Tension{seat: newSeat(o.Content, "", Fits), drafts: o.Drafts, page: pageOf(known)}
	t.texts = t.writtenIn(known)
	run, ok := latest(known)
	if !ok {
		t.run = m.ID
		return t, t.unsaved(m, progress.Started{Hash: o.Content.Hash()})
	}
	t.run = run.ID
	for _, r := range known.Runs {
		for _, e := range r.Steps {
			if d, ok := e.Data.(progress.Marked); ok {
				t.marks = append(t.marks, tension.Mark{At: e.At, Value: within(int(d.Value)), Note: d.Note})
			}
		}
	}
	return t, Unsaved{}
}

func within(value int) int { return min(max(value, -tension.Furthest), tension.Furthest) }

// writtenIn reads the texts out of the record, under the poles of today.
func (t Tension) writtenIn(known progress.Activity) texts {
	all := texts{}
	for id, heads := range known.Written {
		now := t.fieldToday(id)
		if len(heads) > 0 && all[now].ID < heads[len(heads)-1].ID {
			all[now] = heads[len(heads)-1]
		}
	}
	return all
}

// Map is the tension as its author laid it out.
func (t Tension) Map() tension.Map { return t.content.Tension }

// Finished says that the map was saved once.
func (t Tension) Finished() bool { return t.page.saved }

// Boxes are the boxes with what the learner wrote.
func (t Tension) Boxes() []TensionBox {
	var all []TensionBox
	for _, b := range t.Map().Boxes() {
		f := t.texts.field(course.Prompt{ID: b.ID, Ask: b.Ask}, t.drafts)
		all = append(all, TensionBox{b, f})
	}
	return all
}

// NoteTyped is what was being typed beside a mark when the learner left.
func (t Tension) NoteTyped() string { return t.drafts[noteField].Text }

// Write keeps the texts, by box. Boxes whose text has not changed are left
// alone.
func (t Tension) Write(texts map[string]string, m Moment) (Tension, Unsaved) {
	var data []progress.Data
	for _, b := range t.Boxes() {
		if text, ok := texts[b.Field.ID]; ok && text != b.Text {
			data = append(data, b.wrote(text))
			t.texts, t.drafts = t.texts.with(b.Field.ID, text), without(t.drafts, b.Field.ID)
		}
	}
	return t.finish("saved", data, m)
}

// Later puts the map off. What was typed stays as it is.
func (t Tension) Later(m Moment) (Tension, Unsaved) { return t.finish(progress.NotNow, nil, m) }

func (t Tension) finish(result string, data []progress.Data, m Moment) (Tension, Unsaved) {
	t.page, data = t.page.end(result, data)
	return t, t.unsaved(m, data...)
}

// Marks are where the team stood, oldest first, at most one a day.
func (t Tension) Marks() []tension.Mark {
	var all []tension.Mark
	for _, mark := range t.marks {
		if n := len(all); n > 0 && sameDay(all[n-1], mark) {
			all[n-1] = mark
			continue
		}
		all = append(all, mark)
	}
	return all
}

func sameDay(a, b tension.Mark) bool {
	return a.At.Format("2006-01-02") == b.At.Format("2006-01-02")
}

// Mark keeps where the team stands today, with a note. It fails where the
// value lies outside of the map, or the day before that of the last mark, as
// when a clock is wrong.
func (t Tension) Mark(value int, note string, m Moment) (Tension, Unsaved, error) {
	if value != within(value) {
		return t, Unsaved{}, fmt.Errorf("a mark lies between %d and %d", -tension.Furthest, tension.Furthest)
	}
	if n := len(t.marks); n > 0 && m.At.Before(t.marks[n-1].At) && !sameDay(t.marks[n-1], tension.Mark{At: m.At}) {
		return t, Unsaved{}, errors.New("the last mark is of a later day than today: check the computer's clock")
	}
	t.marks = append(t.marks[:len(t.marks):len(t.marks)], tension.Mark{At: m.At, Value: value, Note: note})
	t.drafts = without(t.drafts, noteField)
	return t, t.unsaved(m, progress.Marked{Field: "stand", Value: float64(value), Note: note}), nil
}
