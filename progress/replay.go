package progress

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Replay folds events into the record of what they amount to, in the order of
// their ids, whatever order they are given in. Places that were renamed since
// appear under the ids of today.
func Replay(events []Event, r Renames) Record {
	events = visible(ordered(events, r))
	f := folder{runs: map[runKey]int{}, plans: map[string]int{}, places: map[Place]*Activity{}}
	for _, e := range events {
		f.fold(e)
	}
	f.record.Places = make(map[Place]Activity, len(f.places))
	for place, a := range f.places {
		f.record.Places[place] = *a
	}
	return f.record
}

// Shown is the events that count: in the order of their ids, once each,
// without what was undone, reset or erased, under the ids of today.
func Shown(events []Event, r Renames) []Event { return visible(ordered(events, r)) }

// ordered is the events once each, by id, under the places of today, with
// dates that never run backwards.
func ordered(events []Event, r Renames) []Event {
	events = slices.Clone(events)
	byID := func(a, b Event) int { return cmp.Compare(a.ID, b.ID) }
	if !slices.IsSortedFunc(events, byID) {
		slices.SortStableFunc(events, byID)
	}
	events = slices.CompactFunc(events, func(a, b Event) bool { return a.ID == b.ID })
	var last time.Time
	for i := range events {
		e := &events[i]
		if e.At.Before(last) {
			e.At = last
		}
		last = e.At
		p := r.Today(Place{e.Module, e.Activity})
		e.Module, e.Activity = p.Module, p.Activity
		if reset, ok := e.Data.(Reset); ok {
			e.Data = Reset{r.scope(reset.Scope)}
		}
	}
	return events
}

// visible leaves out what was undone or reset. It looks from the last event
// to the first, because an undoing can be undone itself.
func visible(events []Event) []Event {
	if !slices.ContainsFunc(events, hides) {
		return events
	}
	undone, reset := map[string]bool{}, map[string]bool{}
	shown := make([]Event, 0, len(events))
	for _, e := range slices.Backward(events) {
		if undone[e.ID] {
			continue
		}
		switch d := e.Data.(type) {
		case Undone:
			undone[d.Event] = true
		case Reset:
			reset[d.Scope] = true
		default:
			if !reset[""] && !reset[e.Module] && !reset[e.Module+"/"+e.Activity] {
				shown = append(shown, e)
			}
		}
	}
	slices.Reverse(shown)
	return shown
}

func hides(e Event) bool {
	switch e.Data.(type) {
	case Undone, Reset:
		return true
	}
	return false
}

// Renames says where what was recorded of a place belongs today. With an
// empty activity on both sides it renames a whole module.
type Renames map[Place]Place

// Today is where what was recorded of a place belongs now.
func (r Renames) Today(p Place) Place {
	if now, ok := r[p]; ok {
		return now
	}
	if m, ok := r[Place{Module: p.Module}]; ok && p.Activity != "" {
		p.Module = m.Module
		if now, ok := r[p]; ok {
			return now
		}
	}
	return p
}

func (r Renames) scope(scope string) string {
	module, activity, _ := strings.Cut(scope, "/")
	p := r.Today(Place{module, activity})
	if p.Activity == "" {
		return p.Module
	}
	return p.Module + "/" + p.Activity
}
