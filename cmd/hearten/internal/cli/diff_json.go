package cli

import (
	"hearten/course/diff"
)

type diffJSON struct {
	Version  int          `json:"version"`
	Old      versionJSON  `json:"old"`
	New      versionJSON  `json:"new"`
	Orphaned int          `json:"orphaned"`
	Watch    int          `json:"watch"`
	Changes  []changeJSON `json:"changes"`
}

type versionJSON struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	// Mistakes in course.yaml and the module.yaml files, which hide parts.
	Mistakes int `json:"mistakes,omitempty"`
}

type changeJSON struct {
	In       []thingJSON `json:"in"`
	Thing    thingJSON   `json:"thing"`
	What     diff.What   `json:"what"`
	Before   string      `json:"before,omitempty"`
	Field    string      `json:"field,omitempty"`
	Old      string      `json:"old,omitempty"`
	New      string      `json:"new,omitempty"`
	Note     string      `json:"note,omitempty"`
	Effect   string      `json:"effect"`
	Weight   string      `json:"weight"`
	Sentence string      `json:"sentence,omitempty"`
	File     string      `json:"file,omitempty"`
	Line     int         `json:"line,omitempty"`
	Mend     *mendJSON   `json:"mend,omitempty"`
}

type thingJSON struct {
	Noun string `json:"noun"`
	ID   string `json:"id,omitempty"`
	Name string `json:"name,omitempty"`
}

type mendJSON struct {
	Thing thingJSON `json:"thing"`
	File  string    `json:"file"`
	Line  int       `json:"line"`
	Was   []string  `json:"was"`
	Alike bool      `json:"alike"`
}

func diffOf(old, now edition, r diff.Report) diffJSON {
	d := diffJSON{
		Version: 1, Old: versionJSON{old.ID, old.Version, old.mistakes}, New: versionJSON{now.ID, now.Version, now.mistakes},
		Orphaned: len(r.Of(diff.Orphaned)), Watch: len(r.Of(diff.Watch)), Changes: []changeJSON{},
	}
	for _, ch := range r.Changes {
		j := changeJSON{
			In: []thingJSON{}, Thing: thingOf(ch.Thing), What: ch.What, Before: ch.Before, Field: ch.Field,
			Old: ch.Old, New: ch.New, Note: ch.Note,
			Effect: ch.Effect.Code(), Weight: ch.Effect.Weight().String(), Sentence: ch.Effect.Sentence(),
			File: ch.At.File, Line: ch.At.Line,
		}
		for _, t := range ch.In {
			j.In = append(j.In, thingOf(t))
		}
		if m := ch.Mend; m != nil {
			j.Mend = &mendJSON{thingOf(m.Thing), m.At.File, m.At.Line, m.Was, m.Alike}
		}
		d.Changes = append(d.Changes, j)
	}
	return d
}

func thingOf(t diff.Thing) thingJSON { return thingJSON{t.Noun, t.ID, t.Name} }
