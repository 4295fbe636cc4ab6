package scenario

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// shed is a small story in which the checker finds nothing.
func shed() Spec {
	return Spec{
		Meters: []Meter{{Name: "days", Start: 2, Min: 0, Max: 3}, {Name: "trust", Start: 2, Min: 0, Max: 4}},
		Flags:  []string{"told"},
		Start:  "gate",
		Scenes: []Scene{
			{ID: "gate", Text: always("He waits at the gate."), Choices: []Choice{
				{ID: "ask", Say: "What is it?", Change: []Change{{"days", -1}, {"trust", 1}}, Set: []Set{{"told", true}}, To: to("shed")},
				{ID: "order", Say: "Back to work, please.", Change: []Change{{"trust", -1}}, To: to("shed")},
			}},
			{ID: "shed", Text: []Variant{{"told", "He shows you."}, {"", "He says nothing."}}, Choices: []Choice{
				{ID: "wait", Say: "Go on.", When: "told", Change: []Change{{"days", -1}, {"trust", 1}}, To: to("late")},
				{ID: "push", Say: "By noon.", Change: []Change{{"trust", -1}}, To: []Branch{{"trust < 1", "alone"}, {"", "late"}}},
			}},
		},
		Endings: []Ending{{ID: "late", Title: "Late", Outcome: Good, Text: "It holds."}, {ID: "alone", Title: "Alone", Outcome: Bad, Text: "He leaves you."}},
	}
}

func TestCheckIsSilentOnASoundStory(t *testing.T) {
	got := mustNew(t, shed()).Check(0)
	want := Report{States: 6, Spent: 6, Complete: true, Figures: Figures{
		Known: true, Plays: 3, ShortestDecisions: 2, LongestDecisions: 2,
		ShortestMinutes: 21.0 / 220, LongestMinutes: 22.0 / 220,
		Endings: []Share{{"late", 0.5}, {"alone", 0.5}},
		Meters:  []Range{{"days", 0, 2}, {"trust", 0, 4}},
		Lost:    []string{"order"},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\n got: %+v\nwant: %+v", got, want)
	}
}

// toldFindings writes findings as the tests expect them.
func toldFindings(r Report) string {
	var lines []string
	for _, f := range r.Findings {
		severity := "error"
		if f.Warning {
			severity = "warning"
		}
		lines = append(lines, fmt.Sprintf("%s %s: %s [%s] %v: %s", strings.Join(f.Path, "/"), severity, f.Cause, f.Code, f.Witness, f.Fix))
	}
	return strings.Join(lines, "\n")
}

func TestCheckFinds(t *testing.T) {
	for _, tt := range append(brokenWays(), brokenClaims()...) {
		t.Run(tt.name, func(t *testing.T) {
			spec := shed()
			tt.change(&spec)
			r := mustNew(t, spec).Check(0)
			if got := toldFindings(r); got != tt.want {
				t.Errorf("\n got: %s\nwant: %s", got, tt.want)
			}
		})
	}
}

func TestCheckSaysOnlyWhatItSaw(t *testing.T) {
	spec := shed()
	spec.Flags = append(spec.Flags, "unused")
	at(&spec, 1).Choices[1].When = "told"
	slices.Reverse(at(&spec, 0).Choices)
	story := mustNew(t, spec)
	tests := []struct {
		limit    int
		complete bool
		want     string
	}{
		{1, false, `flags/1 unread`},
		{2, false, `flags/1 unread`},
		{3, false, "scenes/shed stuck\nflags/1 unread"},
		{5, true, "scenes/shed stuck\nscenes/shed/choices/push/to/0/when never-taken\nendings/alone unreachable\nflags/1 unread"},
	}
	for _, tt := range tests {
		r := story.Check(tt.limit)
		var lines []string
		for _, f := range r.Findings {
			lines = append(lines, strings.Join(f.Path, "/")+" "+f.Code)
		}
		if got := strings.Join(lines, "\n"); got != tt.want || r.Complete != tt.complete || r.Figures.Known {
			t.Errorf("with a limit of %d, complete: %v, figures: %v\n got: %s\nwant: %s", tt.limit, r.Complete, r.Figures, got, tt.want)
		}
	}
}

// TestCheckHopesForWhatItDidNotExplore: a way on that was not explored may
// lead to an ending, so nothing is called a trap for its sake.
func TestCheckHopesForWhatItDidNotExplore(t *testing.T) {
	spec := corridorOf(20)
	spec.Flags = []string{"never"}
	at(&spec, 0).Choices[0].To = to("pit")
	spec.Scenes = append(spec.Scenes, Scene{ID: "pit", Choices: []Choice{{ID: "climb", When: "never", To: to("out")}}})
	r := mustNew(t, spec).Check(6)
	want := `scenes/pit error: a play gets stuck in the scene "pit": with nothing set it offers no choice [stuck] [a]: add a choice without a condition, or one that is open then`
	if got := toldFindings(r); got != want || r.Complete {
		t.Errorf("complete: %v\n got: %s\nwant: %s", r.Complete, got, want)
	}
}

func TestCheckGivesUpOnTooManyDecisions(t *testing.T) {
	spec := corridorOf(10)
	for i := range spec.Scenes {
		for j := range MaxChoices - 2 {
			c := at(&spec, i).Choices[0]
			c.ID = fmt.Sprintf("c%d", j)
			at(&spec, i).Choices = append(at(&spec, i).Choices, c)
		}
	}
	if r := mustNew(t, spec).Check(20); r.Complete || len(r.Findings) != 0 {
		t.Errorf("complete: %v, findings: %s", r.Complete, toldFindings(r))
	}
}

// TestCheckEndsItsWitnesses: each of many rooms has a mistake, and the way to
// it grows from room to room.
func TestCheckEndsItsWitnesses(t *testing.T) {
	r := mustNew(t, corridorOf(2000)).Check(0)
	told, silent := 0, 0
	for _, f := range r.Findings {
		told += len(f.Witness)
		if f.Witness == nil {
			silent++
		}
	}
	if told > mostTold || silent == 0 || len(r.Findings) != 2000 || len(r.Findings[900].Witness) != 900 {
		t.Errorf("%d findings tell %d choices, %d none", len(r.Findings), told, silent)
	}
}

// TestCheckFindsTheShortestRound: the round found first, from the start, takes
// one decision more than the way to another one and round it.
func TestCheckFindsTheShortestRound(t *testing.T) {
	spec := corridorOf(3)
	at(&spec, 2).Choices[1].To = to("r0")
	at(&spec, 1).Choices[0].To = to("r1")
	r := mustNew(t, spec).Check(0)
	if len(r.Findings) == 0 || r.Findings[0].Code != Endless || !slices.Equal(r.Findings[0].Witness, []string{"a", "a"}) {
		t.Errorf("got %s, want a witness [a a]", toldFindings(r))
	}
}

// TestFiguresOfWaysThatMeet: a short and wordy way, and a long one of few
// words, come together before the ending.
func TestFiguresOfWaysThatMeet(t *testing.T) {
	for _, turned := range []bool{false, true} {
		spec := corridorOf(4)
		at(&spec, 0).Choices = []Choice{{ID: "short", To: to("r3")}, {ID: "long", To: to("r1")}}
		at(&spec, 1).Choices = []Choice{{ID: "on", To: to("r2")}, {ID: "talk", Say: strings.Repeat("word ", 218), To: to("r3")}}
		at(&spec, 2).Text = always("two words")
		if turned {
			slices.Reverse(at(&spec, 0).Choices)
			slices.Reverse(at(&spec, 1).Choices)
		}
		got := mustNew(t, spec).Check(0).Figures
		want := Figures{Known: true, Plays: 8, ShortestDecisions: 2, LongestDecisions: 4, LongestMinutes: 1, Endings: []Share{{"out", 1}}}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("turned: %v\n got: %+v\nwant: %+v", turned, got, want)
		}
	}
}

// corridorOf is a row of rooms with two ways from each to the next.
func corridorOf(rooms int) Spec {
	s := Spec{Start: "r0", Endings: []Ending{{ID: "out", Outcome: Good}}}
	for i := range rooms {
		next := to("out")
		if i < rooms-1 {
			next = to(fmt.Sprintf("r%d", i+1))
		}
		s.Scenes = append(s.Scenes, Scene{ID: fmt.Sprintf("r%d", i), Choices: []Choice{{ID: "a", To: next}, {ID: "b", To: next}}})
	}
	return s
}

func TestCheckCountsPlays(t *testing.T) {
	tests := []struct {
		rooms int
		plays uint64
		more  bool
	}{{1, 2, false}, {10, 1024, false}, {63, 1 << 63, false}, {64, 1<<64 - 1, true}, {1000, 1<<64 - 1, true}}
	for _, tt := range tests {
		f := mustNew(t, corridorOf(tt.rooms)).Check(0).Figures
		if f.Plays != tt.plays || f.MorePlays != tt.more || f.LongestDecisions != tt.rooms {
			t.Errorf("%d rooms: got %d plays, more: %v, of %d decisions; want %d, %v, %d", tt.rooms, f.Plays, f.MorePlays, f.LongestDecisions, tt.plays, tt.more, tt.rooms)
		}
	}
}

func TestCheckReachesTheLimit(t *testing.T) {
	spec := wheels(4, 200)
	r := mustNew(t, spec).Check(20_000)
	if r.Complete || r.States < 20_000 || r.States > 20_000+MaxChoices || r.Figures.Known || len(r.Findings) != 0 {
		t.Errorf("got %d states, complete: %v, figures: %v and %s", r.States, r.Complete, r.Figures.Known, toldFindings(r))
	}
}

// wheels is a story of one scene in which every choice turns one of its
// meters up. Who has the first one at its top can leave.
func wheels(meters, span int) Spec {
	s := Spec{Start: "hub", Endings: []Ending{{ID: "out", Outcome: Good}}}
	hub := Scene{ID: "hub", Text: always("Round and round.")}
	for i := range meters {
		name := fmt.Sprintf("m%d", i)
		s.Meters = append(s.Meters, Meter{Name: name, Max: span / 2, Min: span/2 - span, Start: span/2 - span})
		hub.Choices = append(hub.Choices, Choice{ID: name, When: fmt.Sprintf("%s < %d", name, span/2), Change: []Change{{name, 1}}, To: to("hub")})
	}
	hub.Choices = append(hub.Choices, Choice{ID: "leave", When: fmt.Sprintf("m0 == %d", span/2), To: to("out")})
	s.Scenes = []Scene{hub}
	return s
}

func TestBothSetsExploreAlike(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		story, _ := New(drawSpec(t))
		dense, hashed := story.explore(DefaultLimit, newStateSet(story)), story.explore(DefaultLimit, newHashSet(story))
		if !slices.Equal(dense.keys, hashed.keys) || !slices.Equal(dense.next, hashed.next) {
			t.Fatalf("states: %v and %v, successors: %v and %v", dense.keys, hashed.keys, dense.next, hashed.next)
		}
	})
}
