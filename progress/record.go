package progress

import (
	"slices"
	"time"
)

// Record is what a learner's events amount to.
type Record struct {
	Places map[Place]Activity // those with something recorded
	Last   Place              // where the learner was last, at something they had not finished before
	Here   Place              // where they were last of all
	LastAt time.Time          // when they last did anything
	Plans  []Plan             // in the order in which they were first made
}

// NotNow is the result of what was put off: it is no end.
const NotNow = "not now"

// Place is an activity in a module, by their ids.
type Place struct{ Module, Activity string }

// Activity is what is recorded of one place.
type Activity struct {
	Runs       []Run // in the order in which they began
	Finished   bool
	FinishedAt time.Time // for the first time
	PutOff     bool      // for later, and not finished since
	// Written is what the learner wrote, by field: the versions that no other
	// version edited, ascending by id. More than one means that the text was
	// edited in two places at once; the last is the one to show.
	Written map[string][]Writing
}

// Run is one attempt, play or reading.
type Run struct {
	ID       string
	Started  Started
	Steps    []Event // what came between start and finish, and after
	Finished *Finished
	Last     time.Time // when something was last done in it
}

// Writing is one version of a text; its id is that of its event.
type Writing struct {
	ID, Text string
	At       time.Time
}

// Plan is an if-then plan in its latest version.
type Plan struct {
	ID    string // of its first version
	Place Place
	Planned
	MadeAt  time.Time // its first version
	Head    string    // the id of its latest version
	At      time.Time // when that was made
	How     string    // the last answer to how this version went; may be empty
	AskedAt time.Time // when it was given
}

// Open says that the plan is neither done nor parked.
func (p Plan) Open() bool { return p.ID != "" && p.How != "done" && p.How != "parked" }

type runKey struct {
	place Place
	run   string
}

// folder is a record in the making.
type folder struct {
	record Record
	places map[Place]*Activity
	runs   map[runKey]int // where a run stands among its activity's
	plans  map[string]int // where a plan stands, by the id of any version
}

func (f *folder) fold(e Event) {
	place := Place{e.Module, e.Activity}
	switch d := e.Data.(type) {
	case Erased, Unknown:
		return
	case Asked:
		if i, ok := f.plans[d.Plan]; ok {
			f.record.Plans[i].How, f.record.Plans[i].AskedAt = d.How, e.At
		}
	case Reviewed:
		// of a card, not of a place
	default:
		f.record.Here = place
		if !f.activity(place).Finished { // else it is only looked at again
			f.record.Last = place
		}
		f.activity(place).add(e)
		if e.Run != "" {
			f.run(place, e.Run).add(e)
		}
		if p, ok := d.(Planned); ok {
			f.plan(e, p)
		}
	}
	f.record.LastAt = e.At
}

func (f *folder) activity(p Place) *Activity {
	if f.places[p] == nil {
		f.places[p] = &Activity{}
	}
	return f.places[p]
}

func (f *folder) run(p Place, id string) *Run {
	a := f.activity(p)
	i, ok := f.runs[runKey{p, id}]
	if !ok {
		i = len(a.Runs)
		a.Runs = append(a.Runs, Run{ID: id})
		f.runs[runKey{p, id}] = i
	}
	return &a.Runs[i]
}

func (f *folder) plan(e Event, d Planned) {
	i, ok := f.plans[d.After]
	if !ok {
		i = len(f.record.Plans)
		f.record.Plans = append(f.record.Plans, Plan{ID: e.ID, MadeAt: e.At})
	}
	p := &f.record.Plans[i]
	*p = Plan{ID: p.ID, Place: Place{e.Module, e.Activity}, Planned: d, MadeAt: p.MadeAt, Head: e.ID}
	f.plans[e.ID] = i
}

func (a *Activity) add(e Event) {
	switch d := e.Data.(type) {
	case Finished:
		if d.Result == NotNow {
			a.PutOff = !a.Finished
			return
		}
		a.finish(e.At)
	case Wrote:
		a.write(d, Writing{e.ID, d.Text, e.At})
		a.wroteAfterAll(e.At)
	case Planned:
		a.wroteAfterAll(e.At)
	}
}

func (a *Activity) finish(at time.Time) {
	if !a.Finished {
		a.Finished, a.FinishedAt, a.PutOff = true, at, false
	}
}

// wroteAfterAll finishes what was put off. Older journals hold no other sign of
// that.
func (a *Activity) wroteAfterAll(at time.Time) {
	if a.PutOff {
		a.finish(at)
	}
}

// write puts a version in the place of the one it edited. That may stand
// under the field's earlier id.
func (a *Activity) write(d Wrote, w Writing) {
	if a.Written == nil {
		a.Written = map[string][]Writing{}
	}
	for field, heads := range a.Written {
		heads = slices.DeleteFunc(heads, func(h Writing) bool { return h.ID == d.After })
		a.Written[field] = heads
		if len(heads) == 0 {
			delete(a.Written, field)
		}
	}
	a.Written[d.Field] = append(a.Written[d.Field], w)
}

func (r *Run) add(e Event) {
	r.Last = e.At
	switch d := e.Data.(type) {
	case Started:
		r.Started = d
	case Finished:
		if r.Finished == nil || r.Finished.Result == NotNow {
			r.Finished = &d
		}
	default:
		r.Steps = append(r.Steps, e)
	}
}
