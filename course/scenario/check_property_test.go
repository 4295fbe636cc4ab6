package scenario

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawSpec draws a small story. Half of them only ever go forward, so that
// many are without loops.
func drawSpec(t *rapid.T) Spec {
	s := Spec{Start: "s0"}
	for i := range rapid.IntRange(0, 2).Draw(t, "meters") {
		low := rapid.IntRange(-1, 1).Draw(t, "min")
		high := low + rapid.IntRange(1, 3).Draw(t, "span")
		s.Meters = append(s.Meters, Meter{
			Name: fmt.Sprintf("m%d", i), Min: low, Max: high, Start: rapid.IntRange(low, high).Draw(t, "start"),
			Better: rapid.SampledFrom([]Better{BetterUp, BetterDown, BetterNone}).Draw(t, "better"),
		})
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "flags") {
		s.Flags = append(s.Flags, fmt.Sprintf("f%d", i))
	}
	s.Endings = []Ending{{ID: "e0", Title: "One two", Text: "three", Outcome: Good}, {ID: "e1", Text: "four five six", Outcome: Bad}}[:rapid.IntRange(1, 2).Draw(t, "endings")]
	scenes := rapid.IntRange(1, 4).Draw(t, "scenes")
	forward := rapid.Bool().Draw(t, "forward")
	for i := range scenes {
		var targets []string
		for j := range scenes {
			if j > i || !forward {
				targets = append(targets, fmt.Sprintf("s%d", j))
			}
		}
		for _, e := range s.Endings {
			targets = append(targets, e.ID)
		}
		s.Scenes = append(s.Scenes, drawScene(t, s, i, targets))
	}
	return s
}

func drawScene(t *rapid.T, s Spec, i int, targets []string) Scene {
	sc := Scene{ID: fmt.Sprintf("s%d", i)}
	if when := drawWhen(t, s); when != "" {
		sc.Text = append(sc.Text, Variant{when, strings.Repeat("word ", rapid.IntRange(0, 9).Draw(t, "words"))})
	}
	sc.Text = append(sc.Text, Variant{"", "a b c"})
	for j := range rapid.IntRange(1, 3).Draw(t, "choices") {
		c := Choice{ID: fmt.Sprintf("c%d", j), Say: strings.Repeat("say ", j), When: drawWhen(t, s)}
		for _, m := range s.Meters {
			if rapid.Bool().Draw(t, "changes") {
				c.Change = append(c.Change, Change{m.Name, rapid.SampledFrom([]int{-2, -1, 1, 2}).Draw(t, "by")})
			}
		}
		for _, f := range s.Flags {
			if rapid.Bool().Draw(t, "sets") {
				c.Set = append(c.Set, Set{f, rapid.Bool().Draw(t, "to")})
			}
		}
		for range rapid.IntRange(0, 2).Draw(t, "branches") {
			if when := drawWhen(t, s); when != "" {
				c.To = append(c.To, Branch{when, rapid.SampledFrom(targets).Draw(t, "target")})
			}
		}
		c.To = append(c.To, Branch{"", rapid.SampledFrom(targets).Draw(t, "target")})
		sc.Choices = append(sc.Choices, c)
	}
	return sc
}

func drawWhen(t *rapid.T, s Spec) string {
	all := []string{"", ""}
	for _, f := range s.Flags {
		all = append(all, f, "not "+f)
	}
	for _, m := range s.Meters {
		all = append(all, fmt.Sprintf("%s > %d", m.Name, m.Min), fmt.Sprintf("%s < %d", m.Name, m.Max), fmt.Sprintf("%s == %d", m.Name, m.Max))
	}
	return rapid.SampledFrom(all).Draw(t, "when")
}

func TestCheckAgreesWithTheNaivePlayer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Most stories are small, so many of them make one round.
		for range 20 {
			compare(t, drawSpec(t))
		}
	})
}

func compare(t *rapid.T, spec Spec) {
	story, errs := New(spec)
	if len(errs) > 0 {
		t.Fatalf("the story is refused: %v", errs)
	}
	n, report := playAll(story), story.Check(0)
	if !report.Complete || report.States != len(n.play) {
		t.Fatalf("%d states explored, complete: %v; there are %d", report.States, report.Complete, len(n.play))
	}
	got, want := said{}, n.findings()
	for _, f := range report.Findings {
		got.add(len(f.Witness), f.Code, n.pathOf(f)...)
		if fault := n.replay(f); fault != "" {
			t.Fatalf("the witness %v of %s %v: %s", f.Witness, f.Code, f.Path, fault)
		}
	}
	if !maps.Equal(got, want) {
		t.Fatalf("findings\n got: %v\nwant: %v\n%+v", got, want, spec)
	}
	compareFigures(t, n, report.Figures, want)
}

// pathOf is a finding's path; of a loop, the scenes of its group.
func (n naive) pathOf(f Finding) []string {
	if f.Code == Endless {
		for _, group := range n.groups() {
			if group[f.Path[1]] {
				return slices.Sorted(maps.Keys(group))
			}
		}
	}
	return f.Path
}

// replay says what a finding's witness fails to show.
func (n naive) replay(f Finding) string {
	p := n.story.Begin()
	seen := []int{0}
	for _, id := range f.Witness {
		next, err := p.Choose(id)
		if err != nil {
			return err.Error()
		}
		p = next
		seen = append(seen, n.number[situationOf(p)])
	}
	last := seen[len(seen)-1]
	switch f.Code {
	case Stuck:
		if !n.stuckAt(last) || p.Scene().ID != f.Path[1] {
			return "it does not get stuck there"
		}
	case Endless:
		if !slices.Contains(seen[:len(seen)-1], last) {
			return "it does not come back"
		}
	case Trap:
		if !n.lost(last) {
			return "an ending can be reached after it"
		}
	case Unreachable, Unread:
		if f.Witness != nil {
			return "nothing can show it"
		}
	default:
		if p.Scene().ID != f.Path[1] {
			return "it does not come to the scene"
		}
	}
	return ""
}

func compareFigures(t *rapid.T, n naive, got Figures, wrong said) {
	for finding := range wrong {
		if strings.HasPrefix(finding, Stuck) || strings.HasPrefix(finding, Endless) {
			if got.Known {
				t.Fatalf("figures are given in spite of %q", finding)
			}
			return
		}
	}
	known := map[int]outlook{}
	want := n.ahead(0, known)
	if !got.Known || float64(got.Plays) != want.plays || got.MorePlays {
		t.Fatalf("plays: got %+v, want %v", got, want.plays)
	}
	if got.ShortestDecisions != want.shortest || got.LongestDecisions != want.longest {
		t.Fatalf("decisions: got %d to %d, want %d to %d", got.ShortestDecisions, got.LongestDecisions, want.shortest, want.longest)
	}
	if got.ShortestMinutes != float64(want.fewest)/WordsPerMinute || got.LongestMinutes != float64(want.most)/WordsPerMinute {
		t.Fatalf("minutes: got %v to %v, want %d to %d words", got.ShortestMinutes, got.LongestMinutes, want.fewest, want.most)
	}
	for _, e := range got.Endings {
		if math.Abs(e.Share-want.share[e.Ending]) > 1e-9 {
			t.Fatalf("share of %s: got %v, want %v", e.Ending, e.Share, want.share[e.Ending])
		}
	}
	var lost []string
	for i, c := range n.play[0].Offered() {
		if known[n.next[0][i]].share["e0"] == 0 {
			lost = append(lost, c.ID)
		}
	}
	if !slices.Equal(got.Lost, lost) {
		t.Fatalf("lost: got %v, want %v", got.Lost, lost)
	}
	for _, r := range got.Meters {
		values := make([]int, 0, len(n.play))
		for _, p := range n.play {
			values = append(values, p.Meter(r.Meter))
		}
		if r.Min != slices.Min(values) || r.Max != slices.Max(values) {
			t.Fatalf("range of %s: got %d to %d, want %d to %d", r.Meter, r.Min, r.Max, slices.Min(values), slices.Max(values))
		}
	}
}
