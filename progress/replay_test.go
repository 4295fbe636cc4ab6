package progress

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// told is the nth event of a test, a minute after the one before.
func told(n int, module, activity, run string, d Data) Event {
	at := morning().Add(time.Duration(n) * time.Minute)
	return Event{Entry{at, module, activity, run, d}, id(n), course}
}

func minute(n int) time.Time { return morning().Add(time.Duration(n) * time.Minute) }

func TestReplayRuns(t *testing.T) {
	first, again := Started{Hash: "h", Seed: 7, Draw: []string{"q1", "q2"}}, Started{Hash: "h2"}
	events := []Event{
		told(1, "m", "check", "r1", first),
		told(2, "m", "check", "r1", Answered{Question: "q1"}),
		told(3, "m", "check", "r1", Reached{1}),
		told(4, "m", "check", "r1", Finished{Result: "done", Score: 1, Of: 2}),
		told(5, "m", "fork", "r2", Reached{4}),
		told(6, "m", "check", "r3", again),
		told(7, "m", "check", "r3", Finished{Result: "done", Score: 2, Of: 2}),
		told(8, "m", "check", "r1", Reached{2}),
	}
	got := Replay(events, nil)
	check := Activity{
		Finished: true, FinishedAt: minute(4),
		Runs: []Run{
			{ID: "r1", Started: first, Steps: []Event{events[1], events[2], events[7]}, Finished: &Finished{Result: "done", Score: 1, Of: 2}, Last: minute(8)},
			{ID: "r3", Started: again, Finished: &Finished{Result: "done", Score: 2, Of: 2}, Last: minute(7)},
		},
	}
	want := Record{
		Places: map[Place]Activity{
			{"m", "check"}: check,
			{"m", "fork"}:  {Runs: []Run{{ID: "r2", Steps: []Event{events[4]}, Last: minute(5)}}},
		},
		Last: Place{"m", "fork"},
		Here: Place{"m", "check"}, LastAt: minute(8),
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestReplayOfNothing(t *testing.T) {
	for _, events := range [][]Event{nil, {
		told(1, "m", "a", "r", Erased{}), told(2, "m", "a", "r", Unknown{"sang", "{}"}),
		told(3, "m", "a", "", Reset{}), told(4, "m", "a", "", Undone{"nothing"}), told(5, "m", "a", "", Undone{id(5)}),
	}} {
		got := Replay(events, nil)
		if want := (Record{Places: map[Place]Activity{}}); !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want nothing", got)
		}
	}
}

func TestReplayWriting(t *testing.T) {
	write := func(n int, field, text string, after int) Event {
		d := Wrote{Field: field, Text: text}
		if after > 0 {
			d.After = id(after)
		}
		return told(n, "m", "a", "r", d)
	}
	tests := []struct {
		name   string
		events []Event
		want   map[string][]int // heads
	}{
		{"edited twice", []Event{write(1, "f", "a", 0), write(2, "f", "b", 1), write(3, "f", "c", 2)}, map[string][]int{"f": {3}}},
		{"two fields", []Event{write(1, "f", "a", 0), write(2, "g", "b", 0)}, map[string][]int{"f": {1}, "g": {2}}},
		{"edited in two places", []Event{write(1, "f", "a", 0), write(2, "f", "b", 1), write(3, "f", "c", 1)}, map[string][]int{"f": {2, 3}}},
		{"and the lesser on", []Event{write(1, "f", "a", 0), write(2, "f", "b", 1), write(3, "f", "c", 1), write(4, "f", "d", 2)}, map[string][]int{"f": {3, 4}}},
		{"under a new name", []Event{write(1, "old", "a", 0), write(2, "new", "b", 1)}, map[string][]int{"new": {2}}},
		{"an edit taken back", []Event{write(1, "f", "a", 0), write(2, "f", "b", 1), told(3, "m", "a", "", Undone{id(2)})}, map[string][]int{"f": {1}}},
		{"cleared", []Event{write(1, "f", "a", 0), write(2, "f", "", 1)}, map[string][]int{"f": {2}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := map[string][]Writing{}
			for field, heads := range tt.want {
				for _, n := range heads {
					want[field] = append(want[field], Writing{id(n), tt.events[n-1].Data.(Wrote).Text, minute(n)})
				}
			}
			if got := Replay(tt.events, nil).Places[Place{"m", "a"}].Written; !reflect.DeepEqual(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

// planned is the nth event of a test: a plan, or another version of one.
func planned(n int, activity, when string, after int) Event {
	d := Planned{When: when, Will: "ask", AskOn: "2026-03-09"}
	if after > 0 {
		d.After = id(after)
	}
	return told(n, "m", activity, "r", d)
}

func asked(n, plan int, how string) Event { return told(n, "m", "a", "", Asked{id(plan), how}) }

func TestReplayPlans(t *testing.T) {
	tests := []struct {
		name   string
		events []Event
		want   []string // id of the first version, words, last answer, open
	}{
		{"made", []Event{planned(1, "a", "mon", 0)}, []string{id(1) + " mon . open"}},
		{"reworded", []Event{planned(1, "a", "mon", 0), planned(2, "a", "tue", 1)}, []string{id(1) + " tue . open"}},
		{"reworded in two places", []Event{planned(1, "a", "mon", 0), planned(2, "a", "tue", 1), planned(3, "a", "wed", 1)}, []string{id(1) + " wed . open"}},
		{"two", []Event{planned(1, "a", "mon", 0), planned(2, "b", "tue", 0)}, []string{id(1) + " mon . open", id(2) + " tue . open"}},
		{"partly", []Event{planned(1, "a", "mon", 0), asked(2, 1, "partly")}, []string{id(1) + " mon .partly open"}},
		{"done, by the id of a later version", []Event{planned(1, "a", "mon", 0), planned(2, "a", "tue", 1), asked(3, 2, "done")}, []string{id(1) + " tue .done closed"}},
		{"parked", []Event{planned(1, "a", "mon", 0), asked(2, 1, "parked")}, []string{id(1) + " mon .parked closed"}},
		{"made again once parked", []Event{planned(1, "a", "mon", 0), asked(2, 1, "parked"), planned(3, "a", "tue", 1)}, []string{id(1) + " tue . open"}},
		{"an answer about no plan", []Event{asked(2, 1, "done")}, nil},
		{"reset, and made from what is gone", []Event{planned(1, "a", "mon", 0), told(2, "", "", "", Reset{"m"}), planned(3, "a", "tue", 1)}, []string{id(3) + " tue . open"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range Replay(tt.events, nil).Plans {
				open := map[bool]string{true: " open", false: " closed"}[p.Open()]
				got = append(got, p.ID+" "+p.When+" ."+p.How+open)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPlanVersions(t *testing.T) {
	answered := Replay([]Event{planned(1, "a", "mon", 0), asked(2, 1, "not yet")}, nil).Plans[0]
	if !answered.AskedAt.Equal(minute(2)) {
		t.Errorf("asked at %v, want %v", answered.AskedAt, minute(2))
	}
	if (Plan{}).Open() {
		t.Error("no plan at all is open")
	}
	made := Replay([]Event{planned(1, "a", "mon", 0), planned(5, "b", "tue", 1)}, nil).Plans[0]
	if want := (Plan{ID: id(1), Place: Place{"m", "b"}, Planned: Planned{When: "tue", Will: "ask", AskOn: "2026-03-09", After: id(1)}, MadeAt: minute(1), Head: id(5)}); made != want {
		t.Errorf("got %+v, want %+v", made, want)
	}
}

func TestReplayResets(t *testing.T) {
	did := []Event{told(1, "m", "a", "r1", Reached{1}), told(2, "m", "b", "r2", Reached{1}), told(3, "n", "a", "r3", Reached{1})}
	tests := []struct {
		name   string
		events []Event
		want   []string
	}{
		{"all", []Event{told(4, "", "", "", Reset{})}, nil},
		{"a module", []Event{told(4, "m", "", "", Reset{"m"})}, []string{"n/a"}},
		{"an activity", []Event{told(4, "m", "a", "", Reset{"m/a"})}, []string{"m/b", "n/a"}},
		{"under its old name", []Event{told(4, "old", "", "", Reset{"old"})}, []string{"n/a"}},
		{"and on", []Event{told(4, "", "", "", Reset{}), told(5, "n", "b", "r4", Reached{1})}, []string{"n/b"}},
		{"undone", []Event{told(4, "", "", "", Reset{}), told(5, "", "", "", Undone{id(4)})}, []string{"m/a", "m/b", "n/a"}},
		{"undone, and that undone", []Event{told(4, "", "", "", Reset{"m"}), told(5, "", "", "", Undone{id(4)}), told(6, "", "", "", Undone{id(5)})}, []string{"n/a"}},
		{"undone, then a part reset", []Event{told(4, "", "", "", Reset{}), told(5, "m", "a", "", Undone{id(4)}), told(6, "", "", "", Reset{"m/a"})}, []string{"m/b", "n/a"}},
		{"one event undone", []Event{told(4, "", "", "", Undone{id(1)})}, []string{"m/b", "n/a"}},
		{"undone before it was done", []Event{told(0, "", "", "", Undone{id(1)})}, []string{"m/a", "m/b", "n/a"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Replay(append(slices.Clone(did), tt.events...), Renames{{"old", ""}: {"m", ""}})
			var got []string
			for p := range r.Places {
				got = append(got, p.Module+"/"+p.Activity)
			}
			slices.Sort(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if fresh := r.LastAt.IsZero() && r.Last == (Place{}); fresh != (tt.want == nil) {
				t.Errorf("last at %v in %v, with %d places left", r.LastAt, r.Last, len(tt.want))
			}
		})
	}
}

func TestRenames(t *testing.T) {
	r := Renames{
		{"old", ""}:     {"new", ""},
		{"new", "was"}:  {"new", "is"},
		{"from", "act"}: {"to", "deed"},
		{"m", "a"}:      {"m", "b"},
		{"m", "b"}:      {"m", "a"},
	}
	tests := []struct{ old, want Place }{
		{Place{"old", "x"}, Place{"new", "x"}},
		{Place{"old", ""}, Place{"new", ""}},
		{Place{"old", "was"}, Place{"new", "is"}},
		{Place{"new", "was"}, Place{"new", "is"}},
		{Place{"from", "act"}, Place{"to", "deed"}},
		{Place{"from", "other"}, Place{"from", "other"}},
		{Place{"m", "a"}, Place{"m", "b"}},
		{Place{"m", "b"}, Place{"m", "a"}},
		{Place{}, Place{}},
	}
	for _, tt := range tests {
		if got := r.Today(tt.old); got != tt.want {
			t.Errorf("%v is %v today, want %v", tt.old, got, tt.want)
		}
		record := Replay([]Event{told(1, tt.old.Module, tt.old.Activity, "r", Reached{1})}, r)
		if _, ok := record.Places[tt.want]; !ok || record.Last != tt.want {
			t.Errorf("of %v is recorded %+v, want it at %v", tt.old, record, tt.want)
		}
	}
}

// TestReplayKnowsNoOrder holds that neither the order in which events arrive
// nor one that arrives twice matters, and that dates never run backwards.
func TestReplayKnowsNoOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var events []Event
		for n, entry := range rapid.SliceOfN(anyEntry(), 0, 12).Draw(t, "entries") {
			place := func(s string) string { return string([]rune(s + "a")[:1]) }
			entry.Module, entry.Activity, entry.Run = place(entry.Module), place(entry.Activity), place(entry.Run)
			events = append(events, Event{entry, id(n), course})
		}
		want := Replay(events, nil)
		mixed := append(slices.Clone(events), events[:len(events)/2]...)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "order"), 0))
		random.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		given := slices.Clone(mixed)
		if got := Replay(mixed, nil); !reflect.DeepEqual(got, want) {
			t.Fatalf("got\n%+v\nwant\n%+v", got, want)
		}
		if !reflect.DeepEqual(mixed, given) {
			t.Fatal("the events it was given were changed")
		}
		neverBackwards(t, want)
	})
}

func neverBackwards(t *rapid.T, r Record) {
	for _, a := range r.Places {
		for _, run := range a.Runs {
			for i, e := range run.Steps {
				if i > 0 && (e.ID <= run.Steps[i-1].ID || e.At.Before(run.Steps[i-1].At)) {
					t.Fatalf("%v comes after %v", e, run.Steps[i-1])
				}
				if run.Last.Before(e.At) || r.LastAt.Before(run.Last) {
					t.Fatalf("at %v, but last in the run at %v and in all at %v", e.At, run.Last, r.LastAt)
				}
			}
		}
	}
}

// TestClockSetBack appends with a clock that jumps, and finds everything in
// the order in which it was done.
func TestClockSetBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		now := morning()
		d := swift()
		d.now = func() time.Time { return now }
		j, err := open(t.TempDir(), course, d)
		if err != nil {
			rt.Fatal(err)
		}
		jumps := rapid.SliceOfN(rapid.IntRange(-1e6, 1e6), 1, 8).Draw(rt, "jumps")
		for n, jump := range jumps {
			now = now.Add(time.Duration(jump) * time.Second)
			mustAppend(t, j, Entry{now, "m", "a", "r", Reached{n}})
		}
		r := Replay(opened(t, j.dir).Events(), nil)
		neverBackwards(rt, r)
		for n, e := range r.Places[Place{"m", "a"}].Runs[0].Steps {
			if e.Data != (Reached{n}) {
				rt.Fatalf("step %d is %v", n, e.Data)
			}
		}
	})
}

// TestPutOff: what was put off is not finished until something is written
// there, also in a journal that says no more than that.
func TestPutOff(t *testing.T) {
	at := func(n int, d Data) Event { return Event{Entry{morning(), "m", "a", "r", d}, id(n), course} }
	notNow, saved := Finished{Result: NotNow}, Finished{Result: "saved"}
	tests := []struct {
		name             string
		events           []Data
		finished, putOff bool
	}{
		{"put off", []Data{notNow}, false, true},
		{"put off twice", []Data{notNow, notNow}, false, true},
		{"then saved", []Data{notNow, saved}, true, false},
		{"then written, as older journals have it", []Data{notNow, Wrote{Field: "f", Text: "So."}}, true, false},
		{"then planned", []Data{notNow, Planned{When: "Monday"}}, true, false},
		{"written before", []Data{Wrote{Field: "f", Text: "So."}, notNow}, false, true},
		{"saved before", []Data{saved, notNow}, true, false},
	}
	for _, tt := range tests {
		var events []Event
		for n, d := range tt.events {
			events = append(events, at(n, d))
		}
		got := Replay(events, nil).Places[Place{"m", "a"}]
		if got.Finished != tt.finished || got.PutOff != tt.putOff {
			t.Errorf("%s: finished %v, put off %v", tt.name, got.Finished, got.PutOff)
		}
	}
}
