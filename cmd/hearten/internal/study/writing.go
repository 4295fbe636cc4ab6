package study

import (
	"maps"

	"hearten/course"
	"hearten/progress"
)

// Field is something the learner writes.
type Field struct {
	ID    string
	Ask   string // Markdown
	Text  string // as last saved
	Draft string // what was being typed when the learner left, if it is newer

	version string // the event that Text comes from
}

// Typed is what to put into the field: the draft, or else the saved text.
func (f Field) Typed() string {
	if f.Draft != "" {
		return f.Draft
	}
	return f.Text
}

// texts is what a learner wrote in an activity, by field: of several
// versions the greatest.
type texts map[string]progress.Writing

// written reads the texts out of the record, under the ids of today.
func (s seat) written(known progress.Activity) texts {
	all := texts{}
	for id, heads := range known.Written {
		if now := s.renamed("prompts", id); len(heads) > 0 && all[now].ID < heads[len(heads)-1].ID {
			all[now] = heads[len(heads)-1]
		}
	}
	return all
}

// with is the texts with one of them changed.
func (t texts) with(field, text string) texts {
	all := maps.Clone(t)
	head := all[field]
	head.Text = text
	all[field] = head
	return all
}

func (t texts) field(p course.Prompt, drafts map[string]Typing) Field {
	f := Field{ID: p.ID, Ask: p.Ask, Text: t[p.ID].Text, version: t[p.ID].ID}
	if d := drafts[p.ID]; d.At.After(t[p.ID].At) {
		f.Draft = d.Text
	}
	return f
}

func (f Field) wrote(text string) progress.Wrote {
	return progress.Wrote{Field: f.ID, Asked: course.Clean(f.Ask), Text: text, After: f.version}
}

// Reflection is a page of prompts to write about.
type Reflection struct {
	seat
	texts  texts
	drafts map[string]Typing
	page   page
}

// page is how far something to write on has come.
type page struct{ saved, putOff bool }

func pageOf(known progress.Activity) page { return page{known.Finished, known.PutOff} }

// end saves the page, or puts it off, and adds the event of that where it
// changes anything.
func (p page) end(result string, data []progress.Data) (page, []progress.Data) {
	later := result == progress.NotNow
	if p.saved || later && p.putOff {
		return p, data
	}
	return page{saved: !later, putOff: later}, append(data, progress.Finished{Result: result})
}

func beginReflection(o Opened, known progress.Activity, m Moment) (Reflection, Unsaved) {
	r := Reflection{seat: newSeat(o.Content, "", Fits), drafts: o.Drafts, page: pageOf(known)}
	r.texts = r.written(known)
	if run, ok := latest(known); ok {
		r.run = run.ID
		return r, Unsaved{}
	}
	r.run = m.ID
	return r, r.unsaved(m, progress.Started{Hash: o.Content.Hash()})
}

// Finished says that the page was saved once.
func (r Reflection) Finished() bool { return r.page.saved }

// Fields are the prompts with what the learner wrote.
func (r Reflection) Fields() []Field {
	var all []Field
	for _, p := range r.content.Prompts {
		all = append(all, r.texts.field(p, r.drafts))
	}
	return all
}

// Write keeps the texts, by field. Fields whose text has not changed are left
// alone.
func (r Reflection) Write(texts map[string]string, m Moment) (Reflection, Unsaved) {
	var data []progress.Data
	for _, f := range r.Fields() {
		if text, ok := texts[f.ID]; ok && text != f.Text {
			data = append(data, f.wrote(text))
			r.texts, r.drafts = r.texts.with(f.ID, text), without(r.drafts, f.ID)
		}
	}
	return r.finish("saved", data, m)
}

// Later puts the page off. What was typed stays as it is.
func (r Reflection) Later(m Moment) (Reflection, Unsaved) { return r.finish(progress.NotNow, nil, m) }

func (r Reflection) finish(result string, data []progress.Data, m Moment) (Reflection, Unsaved) {
	r.page, data = r.page.end(result, data)
	return r, r.unsaved(m, data...)
}
