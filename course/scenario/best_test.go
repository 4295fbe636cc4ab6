package scenario

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestOutlook(t *testing.T) {
	tests := []struct {
		name string
		play []string
		want []Outcome
	}{
		{"before anything", nil, []Outcome{Good}},
		{"good to its end", []string{"ask", "stay"}, []Outcome{Good, Good, Good}},
		{"lost at the last", []string{"ask", "go", "leave"}, []Outcome{Good, Good, Bad, Bad}},
		{"lost at once", []string{"deadline", "leave"}, []Outcome{Good, Bad, Bad}},
	}
	story := mustNew(t, maya())
	for _, tt := range tests {
		got, known := mustPlay(t, story.Begin(), tt.play...).Outlook()
		if !known || !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v (known %v), want %v", tt.name, got, known, tt.want)
		}
	}
}

// TestOutlookAtTheLimit: where not every state could be seen, nothing is said.
func TestOutlookAtTheLimit(t *testing.T) {
	play := mustPlay(t, mustNew(t, maya()).Begin(), "deadline", "leave")
	if got, known := play.outlook(2); known || got != nil {
		t.Errorf("with room for 2 states: %v (known %v), want nothing", got, known)
	}
	if _, known := play.outlook(100); !known {
		t.Error("with room for 100 states the outlook is not known")
	}
}

// bestOf is the outlook of a state as anybody would find it: by playing on
// in every way.
func bestOf(p Play, depth int) Outcome {
	if e, ended := p.Ending(); ended {
		return e.Outcome
	}
	best := Outcome("")
	for _, c := range p.Offered() {
		if depth == 0 {
			break
		}
		next, _ := p.Choose(c.ID)
		if o := bestOf(next, depth-1); best.Worse(o) {
			best = o
		}
	}
	return best
}

// layered is a random story without cycles: a choice leads to a later scene
// or to an ending, perhaps on a condition.
func layered(t *rapid.T) Spec {
	spec := Spec{
		Meters:  []Meter{{Name: "m", Start: 2, Min: 0, Max: 4}},
		Start:   "a",
		Endings: []Ending{{ID: "good", Outcome: Good}, {ID: "mixed", Outcome: Mixed}, {ID: "bad", Outcome: Bad}},
	}
	ids := []string{"a", "b", "c", "d", "e"}
	for i, id := range ids {
		beyond := append(slices.Clone(ids[i+1:]), "good", "mixed", "bad", "bad", "bad")
		scene := Scene{ID: id, Text: always("A scene.")}
		for _, choice := range []string{"x", "y", "z"} {
			where := func(n string) string { return rapid.SampledFrom(beyond).Draw(t, id+choice+n) }
			scene.Choices = append(scene.Choices, Choice{
				ID: choice, Say: choice, Because: "So.",
				Change: []Change{{"m", rapid.IntRange(-2, 2).Draw(t, id+choice)}},
				To:     []Branch{{"m >= 3", where("high")}, {"", where("low")}},
			})
		}
		scene.Choices[2].When = rapid.SampledFrom([]string{"m >= 2", "m == 0", "m < 4"}).Draw(t, id+"when")
		spec.Scenes = append(spec.Scenes, scene)
	}
	return spec
}

// TestOutlookIsWhatPlayingOnFinds compares random plays of random stories.
func TestOutlookIsWhatPlayingOnFinds(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		story, errs := New(layered(r))
		if len(errs) > 0 {
			r.Fatalf("the story is refused: %v", errs)
		}
		play := story.Begin()
		want := []Outcome{bestOf(play, 9)}
		for len(play.Offered()) > 0 {
			next, err := play.Choose(rapid.SampledFrom(play.Offered()).Draw(r, "choice").ID)
			if err != nil {
				r.Fatal(err)
			}
			play, want = next, append(want, bestOf(next, 9))
		}
		if got, known := play.Outlook(); !known || !slices.Equal(got, want) {
			r.Fatalf("%v (known %v), want %v", got, known, want)
		}
	})
}
