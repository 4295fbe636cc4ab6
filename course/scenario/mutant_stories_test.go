package scenario_test

import "hearten/course/scenario"

// writtenStories are small sound stories that use all that a story can have.
func writtenStories() []scenario.Spec {
	return []scenario.Spec{shed(), ward(), ferry(), crossing()}
}

func always(text string) []scenario.Variant { return []scenario.Variant{{Text: text}} }

func to(id string) []scenario.Branch { return []scenario.Branch{{To: id}} }

func adding(meter string, by int) scenario.Change { return scenario.Change{Meter: meter, By: by} }

func setting(flag string, to bool) []scenario.Set { return []scenario.Set{{Flag: flag, To: to}} }

// shed has two scenes, two meters and a flag.
func shed() scenario.Spec {
	return scenario.Spec{
		Meters: []scenario.Meter{{Name: "days", Start: 2, Min: 0, Max: 3}, {Name: "trust", Start: 2, Min: 0, Max: 4}},
		Flags:  []string{"told"},
		Start:  "gate",
		Scenes: []scenario.Scene{
			{ID: "gate", Text: always("He waits at the gate."), Choices: []scenario.Choice{
				{ID: "ask", Change: []scenario.Change{adding("days", -1), adding("trust", 1)}, Set: setting("told", true), To: to("shed")},
				{ID: "order", Change: []scenario.Change{adding("trust", -1)}, To: to("shed")},
			}},
			{ID: "shed", Text: []scenario.Variant{{When: "told", Text: "He shows you."}, {Text: "He says nothing."}}, Choices: []scenario.Choice{
				{ID: "wait", When: "told", Change: []scenario.Change{adding("days", -1), adding("trust", 1)}, To: to("late")},
				{ID: "push", Change: []scenario.Change{adding("trust", -1)}, To: []scenario.Branch{{When: "trust < 1", To: "alone"}, {To: "late"}}},
			}},
		},
		Endings: []scenario.Ending{{ID: "late", Outcome: scenario.Good}, {ID: "alone", Outcome: scenario.Bad}},
	}
}

// ward comes back to its first scene until the hours are gone.
func ward() scenario.Spec {
	return scenario.Spec{
		Meters: []scenario.Meter{
			{Name: "hours", Start: 3, Min: 0, Max: 3, Better: scenario.BetterNone},
			{Name: "pain", Start: 2, Min: -1, Max: 4, Better: scenario.BetterDown},
		},
		Flags: []string{"asked"},
		Start: "bed",
		Scenes: []scenario.Scene{
			{ID: "bed", Text: []scenario.Variant{{When: "hours + pain > 4", Text: "Long."}, {When: "pain > 2", Text: "Hard."}, {Text: "Quiet."}}, Choices: []scenario.Choice{
				{ID: "sit", When: "hours >= 1", Change: []scenario.Change{adding("hours", -1), adding("pain", -1)}, Set: setting("asked", true), To: to("bed")},
				{ID: "round", When: "hours >= 2", Change: []scenario.Change{adding("hours", -2), adding("pain", 1)}, Set: setting("asked", false), To: to("bed")},
				{ID: "leave", To: []scenario.Branch{{When: "pain <= 0 and asked", To: "eased"}, {When: "pain >= 3 or not asked", To: "worn"}, {To: "plain"}}},
			}},
		},
		Endings: []scenario.Ending{{ID: "eased", Outcome: scenario.Good}, {ID: "plain", Outcome: scenario.Mixed}, {ID: "worn", Outcome: scenario.Bad}},
	}
}

// ferry has no meters and three flags.
func ferry() scenario.Spec {
	return scenario.Spec{
		Flags: []string{"paid", "seen", "late"},
		Start: "quay",
		Scenes: []scenario.Scene{
			{ID: "quay", Text: always("The quay."), Choices: []scenario.Choice{
				{ID: "pay", Set: setting("paid", true), To: to("ramp")},
				{ID: "slip", Set: setting("seen", true), To: to("ramp")},
				{ID: "linger", Set: setting("late", true), To: to("ramp")},
			}},
			{ID: "ramp", Text: []scenario.Variant{{When: "late", Text: "It moves."}, {Text: "It waits."}}, Choices: []scenario.Choice{
				{ID: "board", When: "not late", To: []scenario.Branch{{When: "seen", To: "cabin"}, {To: "deck"}}},
				{ID: "jump", When: "late", Set: setting("late", false), To: to("water")},
				{ID: "call", To: to("cabin")},
			}},
			{ID: "cabin", Text: always("The mate looks up."), Choices: []scenario.Choice{
				{ID: "own-up", To: []scenario.Branch{{When: "paid or late", To: "deck"}, {To: "ashore"}}},
				{ID: "hide", When: "not paid", To: to("ashore")},
				{ID: "swim", When: "seen or late", To: to("water")},
			}},
		},
		Endings: []scenario.Ending{{ID: "deck", Outcome: scenario.Good}, {ID: "ashore", Outcome: scenario.Mixed}, {ID: "water", Outcome: scenario.Bad}},
	}
}

// crossing is four scenes long, and every way through it costs something.
func crossing() scenario.Spec {
	walk := func(id, next string, more ...scenario.Choice) scenario.Scene {
		return scenario.Scene{ID: id, Text: always(id), Choices: append([]scenario.Choice{
			{ID: "fast", Change: []scenario.Change{adding("breath", -2), adding("light", 1)}, To: to(next)},
			{ID: "slow", Change: []scenario.Change{adding("light", -1)}, To: to(next)},
		}, more...)}
	}
	rest := func(next string) scenario.Choice {
		return scenario.Choice{ID: "rest", When: "breath < 3", Change: []scenario.Change{adding("light", -2), adding("breath", 2)}, To: to(next)}
	}
	return scenario.Spec{
		Meters: []scenario.Meter{{Name: "breath", Start: 4, Min: 0, Max: 6}, {Name: "light", Start: 3, Min: -2, Max: 5}},
		Start:  "field",
		Scenes: []scenario.Scene{walk("field", "wood"), walk("wood", "ridge", rest("ridge")), walk("ridge", "house", rest("house")),
			{ID: "house", Text: []scenario.Variant{{When: "light > breath", Text: "A lamp."}, {Text: "No lamp."}}, Choices: []scenario.Choice{
				{ID: "knock", To: []scenario.Branch{{When: "breath < 1", To: "ditch"}, {When: "light - breath > 1 or light == 1", To: "early"}, {To: "warm"}}},
				{ID: "sleep", When: "light < 1", Change: []scenario.Change{adding("breath", 1), adding("light", -1)}, To: to("warm")},
			}},
		},
		Endings: []scenario.Ending{{ID: "early", Outcome: scenario.Good}, {ID: "warm", Outcome: scenario.Mixed}, {ID: "ditch", Outcome: scenario.Bad}},
	}
}
