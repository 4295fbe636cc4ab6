package scenario

import "testing"

// maya is a small story that is sound: it uses all that a story can.
func maya() Spec {
	return Spec{
		Meters: []Meter{
			{Name: "trust", Label: "Maya's trust", Start: 3, Min: 0, Max: 6, Seen: SeenDebrief},
			{Name: "days", Label: "Days left", Start: 4, Min: -1, Max: 6},
		},
		Flags: []string{"asked_first"},
		Start: "corridor",
		Scenes: []Scene{
			{ID: "corridor", Text: always("Maya used to argue with you."), Inside: "You have already decided.", Coach: "What do you know?", Choices: []Choice{
				{ID: "ask", Say: "How are you?", Because: "You said what you saw.", Change: []Change{{"trust", 1}, {"days", -1}}, Set: []Set{{"asked_first", true}}, To: to("bench")},
				{ID: "deadline", Say: "Can you get it there?", Change: []Change{{"trust", -3}}, To: []Branch{{"trust <= 1 and not asked_first", "door"}, {"", "bench"}}},
				{ID: "wait", Say: "Nothing.", Change: []Change{{"days", -2}}, To: to("bench")},
			}},
			{ID: "bench", Text: []Variant{{"asked_first", "She looks up."}, {"", "She goes on reading."}}, Choices: []Choice{
				{ID: "stay", Say: "I have time.", When: "asked_first or trust == 3", Change: []Change{{"days", -1}, {"trust", 9}}, To: to("late")},
				{ID: "go", Say: "Later, then.", Change: []Change{{"trust", -1}}, To: to("door")},
			}},
			{ID: "door", Text: always("It closes."), Choices: []Choice{
				{ID: "knock", Say: "Maya?", When: "days >= 4", Change: []Change{{"days", -1}}, To: to("alone")},
				{ID: "leave", Say: "Tomorrow.", To: to("alone")},
			}},
		},
		Endings: []Ending{
			{ID: "late", Title: "Late, and stronger", Outcome: Good, Text: "You ship on Friday."},
			{ID: "alone", Title: "On time, alone", Outcome: Bad, Text: "You ship today."},
		},
		Debrief: Debrief{Ask: []string{"Where did it turn?"}, Expert: "Ask first."},
		Tests: []Test{
			{"asking first keeps her", []string{"ask", "stay"}, "ending == 'late' and trust >= 4"},
			{"haste", []string{"deadline", "leave"}, "ending == 'alone'"},
		},
	}
}

func always(text string) []Variant { return []Variant{{Text: text}} }

func to(id string) []Branch { return []Branch{{To: id}} }

func mustNew(t testing.TB, spec Spec) *Story {
	t.Helper()
	story, errs := New(spec)
	for _, e := range errs {
		t.Errorf("the spec is refused: %v", e)
	}
	if story == nil {
		t.FailNow()
	}
	return story
}

// mustPlay takes choices by their ids.
func mustPlay(t testing.TB, p Play, ids ...string) Play {
	t.Helper()
	for _, id := range ids {
		next, err := p.Choose(id)
		if err != nil {
			t.Fatalf("play %v: %v", ids, err)
		}
		p = next
	}
	return p
}
