package study

import (
	"context"
	"path/filepath"
	"strings"

	"hearten/course"
	"hearten/progress"
)

// Draft is text being typed into a field of an activity.
type Draft struct{ Module, Activity, Field, Text string }

// Keeper does the reading and writing that a study needs: the journal, the
// drafts and the files of activities. It is safe for concurrent use.
type Keeper struct {
	journal *progress.Journal
	drafts  progress.Drafts
	reports string // the folder for reports of mistakes in the program
}

// Keep opens the journal of a course in a folder, and the study of it.
func Keep(dir string, c *course.Course) (*Keeper, Study, error) {
	journal, err := progress.Open(dir, c.ID)
	if err != nil {
		return nil, Study{}, err
	}
	return &Keeper{journal, progress.OpenDrafts(dir, c.ID), filepath.Dir(journal.Path())}, New(c, journal.Events()), nil
}

// Save keeps what an input did. It returns when that is on disk; on an error
// nothing of it was kept, and it may be tried again.
func (k *Keeper) Save(ctx context.Context, u Unsaved) (Saved, error) {
	if u.Empty() {
		return Saved{}, nil
	}
	events, err := k.journal.Append(ctx, u.entries...)
	if err != nil {
		return Saved{}, err
	}
	k.dropDrafts(events)
	return Saved{events}, nil
}

// dropDrafts removes the drafts of what has become durable. One that cannot
// be removed is older than what was kept, and hidden by it.
func (k *Keeper) dropDrafts(events []progress.Event) {
	for _, e := range events {
		switch d := e.Data.(type) {
		case progress.Wrote:
			k.dropDraft(e, d.Field)
		case progress.Planned:
			for _, field := range planFields() {
				k.dropDraft(e, field)
			}
		case progress.Answered:
			k.dropDraft(e, openField(d.Question))
		case progress.Marked:
			k.dropDraft(e, noteField)
		}
	}
}

func (k *Keeper) dropDraft(e progress.Event, field string) {
	if found, err := k.drafts.Find(e.Module, e.Activity, field); err == nil && len(found) > 0 {
		_ = k.drafts.Remove(found[0])
	}
}

// SaveDraft keeps text being typed.
func (k *Keeper) SaveDraft(d Draft) error {
	return k.drafts.Save(progress.Draft{Module: d.Module, Activity: d.Activity, Field: d.Field, Text: d.Text})
}

// Open reads an activity and what was being typed in it.
func (k *Keeper) Open(c *course.Course, module, activity string) (Opened, error) {
	content, err := c.Take(module, activity)
	if err != nil {
		return Opened{}, err
	}
	k.carry(c, content)
	drafts := map[string]Typing{}
	for _, field := range fields(content) {
		if found, err := k.drafts.Find(module, activity, field); err == nil && len(found) > 0 {
			drafts[field] = Typing{course.Clean(found[0].Text), found[0].At}
		}
	}
	return Opened{content, drafts}, nil
}

// carry puts drafts of what was renamed since under the names of today. Where
// nothing was, as in most courses, none has to be read for that.
func (k *Keeper) carry(c *course.Course, content course.Content) {
	if len(c.Renames) == 0 && len(content.Renames) == 0 {
		return
	}
	all, here := renames(c), newSeat(content, "", Fits)
	k.drafts.Carry(func(d progress.Draft) progress.Draft {
		at := all.Today(progress.Place{Module: d.Module, Activity: d.Activity})
		d.Module, d.Activity = at.Module, at.Activity
		if at == here.place {
			d.Field = here.fieldToday(d.Field)
		}
		return d
	})
}

// fieldToday is a field under the id that its prompt, question or pole has
// today.
func (s seat) fieldToday(field string) string {
	if question, open := strings.CutPrefix(field, openField("")); open {
		return openField(s.renamed("questions", question))
	}
	if pole, part, box := strings.Cut(field, "/"); box {
		return s.renamed("poles", pole) + "/" + part
	}
	return s.renamed("prompts", field)
}

// fields lists what a learner can write in an activity.
func fields(c course.Content) []string {
	var all []string
	for _, p := range append(c.Prompts[:len(c.Prompts):len(c.Prompts)], c.Asks...) {
		all = append(all, p.ID)
	}
	switch c.Activity.Kind {
	case course.KindQuiz:
		for _, q := range c.Quiz.Questions {
			if q.Open() {
				all = append(all, openField(q.ID))
			}
		}
	case course.KindPlan:
		all = append(all, planFields()...)
	case course.KindTension:
		all = append(all, noteField)
		for _, b := range c.Tension.Boxes() {
			all = append(all, b.ID)
		}
	}
	return all
}

func planFields() []string { return []string{"when", "will", "obstacle", "then", "ask-on"} }

// Notes are sentences to show once, such as that a line of the journal is
// damaged.
func (k *Keeper) Notes() []string { return k.journal.Notes() }
