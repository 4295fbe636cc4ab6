package study

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"hearten/progress"
)

// did is the events of a learner who opened (+) or finished activities, or
// looked at finished ones again (=), one after another.
func did(places string) []progress.Event {
	var all []progress.Event
	add := func(place string, d progress.Data) {
		module, activity, _ := strings.Cut(place, "/")
		all = append(all, progress.Event{ID: fmt.Sprintf("%026d", len(all)+1), Entry: progress.Entry{Module: module, Activity: activity, Run: place, Data: d}})
	}
	for _, p := range strings.Fields(places) {
		switch place := strings.TrimLeft(p, "+="); p[0] {
		case '+':
			add(place, progress.Started{})
		case '=':
			add(place, progress.Reached{Block: 1})
		default:
			add(place, progress.Started{})
			add(place, progress.Finished{})
		}
	}
	return all
}

// TestNext holds the one rule for what comes next, at home and in each module.
func TestNext(t *testing.T) {
	const allOfM, allOfB = "m/one m/check m/walk m/back m/next ", "b/one b/check b/walk b/back b/next "
	tests := []struct{ name, did, next, m, b string }{
		{"nothing", "", "m/one", "one", "one"},
		{"the first", "m/one", "m/check", "check", "one"},
		{"one that was opened", "m/one +m/walk", "m/walk", "walk", "one"},
		{"one was passed over", "m/one m/walk", "m/back", "back", "one"},
		{"the last, with others open", "m/one m/next", "m/check", "check", "one"},
		{"a done one is looked at again", "b/one b/walk m/one b/back =m/one", "b/next", "check", "next"},
		{"the other module was done before", "m/one b/one b/walk =m/one", "b/back", "check", "back"},
		{"a whole module", allOfM, "b/one", "", "one"},
		{"the last module, with the first open", allOfB, "m/one", "one", ""},
		{"all", allOfM + allOfB, "", "", ""},
	}
	c := sampleCourse(t, sampleModule, strings.Replace(sampleModule, "id: m\n", "id: b\n", 1))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := New(c, did(tt.did))
			next := ""
			if up := s.Home(time.Time{}).Next; up.OK() {
				next = up.Module.ID + "/" + up.Activity.ID
			}
			if next != tt.next {
				t.Errorf("home goes on with %q, want %q", next, tt.next)
			}
			for module, want := range map[string]string{"m": tt.m, "b": tt.b} {
				o, _ := s.Outline(module)
				got := ""
				if o.Next >= 0 {
					got = o.Lines[o.Next].Activity.ID
				}
				if got != want {
					t.Errorf("the module %s goes on with %q, want %q", module, got, want)
				}
				if onward := want == "" && tt.next != ""; o.After.OK() != onward {
					t.Errorf("a way on from the module %s: %v, want %v", module, o.After.OK(), onward)
				}
			}
		})
	}
}
