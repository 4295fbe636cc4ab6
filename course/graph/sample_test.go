package graph

import (
	"os"
	"path/filepath"
	"testing"

	"hearten/course/scenario"
)

// maya is a small story with something of everything: conditions, branches, a
// way back, all outcomes, and mistakes.
func maya() scenario.Spec {
	to := func(ids ...string) []scenario.Branch {
		if len(ids) == 1 {
			return []scenario.Branch{{To: ids[0]}}
		}
		return []scenario.Branch{{When: ids[0], To: ids[1]}, {To: ids[2]}}
	}
	says := func(text string) []scenario.Variant { return []scenario.Variant{{Text: text}} }
	trust := func(by int) []scenario.Change { return []scenario.Change{{Meter: "trust", By: by}} }
	return scenario.Spec{
		Meters: []scenario.Meter{{Name: "trust", Label: "Maya's trust", Start: 3, Min: 0, Max: 6}},
		Flags:  []string{"asked", "idle"},
		Start:  "corridor",
		Scenes: []scenario.Scene{
			{ID: "corridor", Text: says("Maya used to *argue* with you.\n\nFor two weeks she has only nodded, and nobody else seems to have noticed anything."), Choices: []scenario.Choice{
				{ID: "ask", Say: `"How are you?"`, Change: trust(1), Set: []scenario.Set{{Flag: "asked", To: true}}, To: to("bench")},
				{ID: "deadline", Say: `"Can you get it there by four? The yard wants it in writing today."`, Change: trust(-1), To: to("trust <= 1", "door", "bench")},
				{ID: "hurry", Say: "Four. Not later.", Change: trust(-1), To: to("trust <= 1", "door", "bench")},
			}},
			{ID: "bench", Text: []scenario.Variant{{When: "asked", Text: "She looks up."}, {Text: "She reads on."}}, Choices: []scenario.Choice{
				{ID: "stay", Say: "I have time.", When: "asked", Change: trust(1), To: to("late")},
				{ID: "again", Say: "Once more.", When: "not asked and trust > 1", Change: trust(-1), To: to("corridor")},
				{ID: "go", Say: "Later, then.", When: "trust > 1", To: to("trust > 3", "apart", "alone")},
			}},
			{ID: "door", Text: says("It closes."), Choices: []scenario.Choice{
				{ID: "knock", Say: "Maya?", When: "trust > 5", To: to("late")},
			}},
			{ID: "roof", Text: says("Nobody is up here."), Choices: []scenario.Choice{
				{ID: "down", Say: "Down again.", To: to("corridor")},
			}},
		},
		Endings: []scenario.Ending{
			{ID: "late", Title: "Late, and stronger", Outcome: scenario.Good, Text: "You ship on Friday."},
			{ID: "apart", Title: "Each for themselves", Outcome: scenario.Mixed, Text: "You ship."},
			{ID: "alone", Title: "On time, alone", Outcome: scenario.Bad, Text: "You ship today."},
		},
	}
}

func mustMap(t testing.TB, spec scenario.Spec, path ...string) Map {
	t.Helper()
	story, errs := scenario.New(spec)
	if story == nil {
		t.Fatalf("the spec is refused: %v", errs)
	}
	m, err := New(story, Config{Title: "Maya has gone quiet", Report: story.Check(0), Path: path})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func mustHTML(t testing.TB, m Map) string {
	t.Helper()
	text, err := m.HTML()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// golden compares a text with a file; UPDATE=1 rewrites the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got:\n%s\nwant, as in %s:\n%s", got, file, want)
	}
}
