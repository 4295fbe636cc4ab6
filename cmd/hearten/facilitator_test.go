package main

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hearten/course/scenario"
	"hearten/modules"
)

// TestFacilitatorsWay holds that the page for whoever plays Maya with a group
// leads from each first vote to the scene of the second, and that each of the
// second can still end well or badly, as it says.
func TestFacilitatorsWay(t *testing.T) {
	content, err := bundled(t).Take("empathy-and-compassion", "maya")
	if err != nil {
		t.Fatal(err)
	}
	for _, way := range [][]string{{"linger", "flask"}, {"round", "share"}, {"walk", "arms"}} {
		play := content.Story.Begin()
		for _, id := range slices.Concat(way, []string{"hold", "pour"}) {
			if play, err = play.Choose(id); err != nil {
				t.Fatalf("on the way %v: %v", way, err)
			}
		}
		if got := play.Scene().ID; got != "ear" || len(play.Offered()) != 4 {
			t.Errorf("the way %v leads to %q with %d choices, want \"ear\" with 4", way, got, len(play.Offered()))
		}
		for _, c := range play.Offered() {
			ends := map[scenario.Outcome]bool{}
			outcomes(t, play, c.ID, ends)
			if !ends[scenario.Good] || !ends[scenario.Bad] {
				t.Errorf("on the way %v, %q can only end in %v", way, c.ID, ends)
			}
		}
	}
}

// outcomes notes how a play can come out after a choice.
func outcomes(t *testing.T, play scenario.Play, id string, ends map[scenario.Outcome]bool) {
	t.Helper()
	next, err := play.Choose(id)
	if err != nil {
		t.Fatal(err)
	}
	if e, over := next.Ending(); over {
		ends[e.Outcome] = true
		return
	}
	for _, c := range next.Offered() {
		outcomes(t, next, c.ID, ends)
	}
}

// TestFacilitatorsWords holds that what the same page quotes is what the
// scenario says.
func TestFacilitatorsWords(t *testing.T) {
	const folder = "02-empathy-and-compassion/"
	guide, err := fs.ReadFile(modules.FS, folder+"facilitator.md")
	if err != nil {
		t.Fatal(err)
	}
	story, err := fs.ReadFile(modules.FS, folder+"maya.scenario.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, votes, _ := strings.Cut(string(guide), "\n## One scenario, two votes\n")
	votes, _, _ = strings.Cut(votes, "\n## ")
	quotes := regexp.MustCompile(`"([^"]+?)[.]?"`).FindAllStringSubmatch(oneLine(votes), -1)
	if len(quotes) != 3 {
		t.Errorf("the page quotes the scenario %d times, want 3", len(quotes))
	}
	for _, q := range quotes {
		if !strings.Contains(oneLine(string(story)), q[1]) {
			t.Errorf("the page quotes %q, which the scenario does not say", q[1])
		}
	}
}
