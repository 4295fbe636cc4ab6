package scenario

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestPlay(t *testing.T) {
	story := mustNew(t, maya())
	p := story.Begin()
	if got, want := p.Scene().ID, "corridor"; got != want {
		t.Errorf("the first scene: got %q, want %q", got, want)
	}
	if got, want := p.Text(), "Maya used to argue with you."; got != want {
		t.Errorf("its text: got %q, want %q", got, want)
	}
	p = mustPlay(t, p, "ask")
	if got, want := p.Text(), "She looks up."; got != want {
		t.Errorf("the text after asking: got %q, want %q", got, want)
	}
	if got := []any{p.Meter("trust"), p.Meter("days"), p.Flag("asked_first")}; !reflect.DeepEqual(got, []any{4, 3, true}) {
		t.Errorf("the state after asking: got %v, want 4, 3, true", got)
	}
	want := []Reading{{Meter: story.Meters()[1], Value: 3, Change: -1}}
	if got := p.Readings(); !reflect.DeepEqual(got, want) {
		t.Errorf("what a learner sees: got %+v, want %+v", got, want)
	}
	p = mustPlay(t, p, "stay")
	ending, ok := p.Ending()
	if !ok || ending.ID != "late" || p.Text() != "You ship on Friday." {
		t.Errorf("the ending: got %v %q with %q, want late", ok, ending.ID, p.Text())
	}
	if got := p.Offered(); len(got) != 0 || p.Scene().ID != "" {
		t.Errorf("an ending offers %v in the scene %q, want nothing", got, p.Scene().ID)
	}
	steps := []Step{
		{"corridor", "ask", "How are you?", "bench", []int{3, 4}, []int{4, 3}},
		{"bench", "stay", "I have time.", "late", []int{4, 3}, []int{6, 2}},
	}
	if got := p.Steps(); !reflect.DeepEqual(got, steps) {
		t.Errorf("the steps: got %+v, want %+v", got, steps)
	}
}

func TestPlayOffersWhatHolds(t *testing.T) {
	story := mustNew(t, maya())
	tests := []struct {
		play, want []string
		text       string
	}{
		{nil, []string{"ask", "deadline", "wait"}, "Maya used to argue with you."},
		{[]string{"ask"}, []string{"stay", "go"}, "She looks up."},
		{[]string{"wait"}, []string{"stay", "go"}, "She goes on reading."},
		{[]string{"deadline"}, []string{"knock", "leave"}, "It closes."},
		{[]string{"wait", "go"}, []string{"leave"}, "It closes."},
	}
	for _, tt := range tests {
		p := mustPlay(t, story.Begin(), tt.play...)
		var got []string
		for _, c := range p.Offered() {
			got = append(got, c.ID)
		}
		if !reflect.DeepEqual(got, tt.want) || p.Text() != tt.text {
			t.Errorf("after %v: got %v and %q, want %v and %q", tt.play, got, p.Text(), tt.want, tt.text)
		}
	}
}

func TestChooseRefuses(t *testing.T) {
	story := mustNew(t, maya())
	tests := []struct {
		play []string
		id   string
		want string
	}{
		{nil, "asc", `the choice "asc" is not offered in the scene "corridor"; "ask", "deadline" and "wait" are`},
		{[]string{"wait", "go"}, "knock", `the choice "knock" is not offered in the scene "door"; only "leave" is`},
		{[]string{"ask", "stay"}, "go", `the story has ended with "late"; nothing is left to choose`},
	}
	for _, tt := range tests {
		p := mustPlay(t, story.Begin(), tt.play...)
		after, err := p.Choose(tt.id)
		if err == nil || err.Error() != tt.want {
			t.Errorf("after %v: got %v, want %s", tt.play, err, tt.want)
		}
		if !reflect.DeepEqual(after, p) {
			t.Errorf("after %v: a choice that failed changed the play to %+v", tt.play, after)
		}
	}
}

func TestWhatIsNotThere(t *testing.T) {
	story := mustNew(t, maya())
	p := story.Begin()
	if got := p.Meter("asked_first"); got != 0 {
		t.Errorf("a flag as a meter: got %d, want 0", got)
	}
	if p.Flag("trust") || p.Flag("nothing") {
		t.Error("a name that is no flag is set")
	}
	if _, ok := story.Ending("corridor"); ok {
		t.Error("a scene was found among the endings")
	}
	if e, ok := story.Ending("alone"); !ok || e.Title != "On time, alone" {
		t.Errorf("the ending alone: got %+v, %v", e, ok)
	}
}

func TestTwoBranchesOfOnePlay(t *testing.T) {
	p := mustNew(t, windmill()).Begin()
	for range 9 {
		before := p.Steps()
		first, second := mustPlay(t, p, "a"), mustPlay(t, p, "b")
		if got := first.Steps()[len(before)].Choice; got != "a" {
			t.Errorf("after %d steps the first branch became %q, want a", len(before), got)
		}
		if got := second.Steps()[len(before)].Choice; got != "b" {
			t.Errorf("after %d steps the second branch became %q, want b", len(before), got)
		}
		if got := p.Steps(); !reflect.DeepEqual(got, before) {
			t.Errorf("the play both began in became %+v, want %+v", got, before)
		}
		p = mustPlay(t, p, "a")
		if p.Scene().ID == "south" {
			p = mustPlay(t, p, "c")
		}
	}
}

func TestChoicesChangeTheState(t *testing.T) {
	story := mustNew(t, windmill())
	tests := []struct {
		play       []string
		wind, rain int
		wet        bool
		at         string
	}{
		{nil, 0, 7, false, "north"},
		{[]string{"a"}, 77, 6, true, "north"},
		{[]string{"a", "a"}, 100, 5, true, "north"},
		{[]string{"a", "b"}, -73, 9, false, "south"},
		{[]string{"b", "e"}, -100, 9, true, "south"},
		{[]string{"b", "e", "c"}, -99, 5, false, "north"},
	}
	for _, tt := range tests {
		p := mustPlay(t, story.Begin(), tt.play...)
		if p.Meter("wind") != tt.wind || p.Meter("rain") != tt.rain || p.Flag("wet") != tt.wet || p.Scene().ID != tt.at {
			t.Errorf("after %v: got %s in %s, want wind %d, rain %d, wet %v in %s", tt.play, p.situation(), p.Scene().ID, tt.wind, tt.rain, tt.wet, tt.at)
		}
	}
}

// drawPlay plays at random, at most some steps.
func drawPlay(t *rapid.T, story *Story) (Play, []string) {
	p := story.Begin()
	var ids []string
	for range rapid.IntRange(0, 12).Draw(t, "steps") {
		open := p.Offered()
		if len(open) == 0 {
			break
		}
		id := open[rapid.IntRange(0, len(open)-1).Draw(t, "choice")].ID
		next, err := p.Choose(id)
		if err != nil {
			t.Fatalf("the choice %q was offered: %v", id, err)
		}
		p, ids = next, append(ids, id)
	}
	return p, ids
}

func TestPlaysStayWithinBounds(t *testing.T) {
	story := mustNew(t, windmill())
	rapid.Check(t, func(t *rapid.T) {
		p, ids := drawPlay(t, story)
		for _, m := range story.Meters() {
			if got := p.Meter(m.Name); got < m.Min || got > m.Max {
				t.Fatalf("after %v: %s is %d, outside of %d to %d", ids, m.Name, got, m.Min, m.Max)
			}
		}
	})
}

func TestBackIsReplay(t *testing.T) {
	story := mustNew(t, windmill())
	rapid.Check(t, func(t *rapid.T) {
		p, ids := drawPlay(t, story)
		decision := rapid.IntRange(-1, len(ids)+2).Draw(t, "decision")
		want := story.Begin()
		for _, id := range ids[:min(max(decision-1, 0), len(ids))] {
			want, _ = want.Choose(id)
		}
		got := p.Back(decision)
		if !reflect.DeepEqual(got.Steps(), want.Steps()) || got.Scene().ID != want.Scene().ID || got.now != want.now {
			t.Fatalf("back to before decision %d of %v: got %+v, want %+v", decision, ids, got, want)
		}
	})
}

// windmill goes round and round and pushes every meter against its bounds.
func windmill() Spec {
	turn := func(id string, a, b int, flag bool, to ...Branch) Choice {
		return Choice{ID: id, Change: []Change{{"wind", a}, {"rain", b}}, Set: []Set{{"wet", flag}}, To: to}
	}
	return Spec{
		Meters: []Meter{{Name: "wind", Start: 0, Min: -100, Max: 100, Better: BetterNone}, {Name: "rain", Start: 7, Min: 5, Max: 9, Better: BetterDown}},
		Flags:  []string{"wet"},
		Start:  "north",
		Scenes: []Scene{
			{ID: "north", Text: always("n"), Choices: []Choice{
				turn("a", 77, -1, true, Branch{"rain > 6 and wet", "south"}, Branch{"", "north"}),
				turn("b", -150, 3, false, Branch{"wind < 0", "south"}, Branch{"", "north"})}},
			{ID: "south", Text: always("s"), Choices: []Choice{
				turn("c", 1, -9, false, Branch{"", "north"}),
				{ID: "d", When: "wet or wind == 1", To: to("still")},
				turn("e", -33, 9, true, Branch{"", "south"})}},
		},
		Endings: []Ending{{ID: "still", Outcome: Mixed}},
	}
}
