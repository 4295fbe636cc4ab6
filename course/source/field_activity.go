package source

// ActivityKinds are the kinds of activity; the key that names an activity's
// kind holds its id.
func ActivityKinds() []string {
	return []string{"lesson", "quiz", "scenario", "reflection", "plan", "tension"}
}

// ActivityShape is the table of an activity as a module lists it, without its
// content.
func ActivityShape(activity string) []Field {
	return []Field{
		{activity, kind(ID), true, "What the activity is, and its id.", "the-fork"},
		{"title", kind(Words), true, "What the activity is called.", "The fork"},
		{"minutes", Value{Kind: Number, Count: true}, true, "How long it takes.", "4"},
		{"file", name(), false, "The file in the module's folder that holds the content.", "the-fork.md"},
		was(), allow(),
	}
}

// ContentShape is the table of an activity's content: the top of its own
// file, or keys beside its title.
func ContentShape(activity string) []Field {
	switch activity {
	case "lesson":
		return []Field{{"text", kind(Prose), true, "The lesson, in Markdown.", "Daniel has asked Mei Ling to read it."}}
	case "quiz":
		return quizFields()
	case "scenario":
		return scenarioFields()
	case "reflection":
		prompt := group(
			Field{"id", kind(ID), false, "Kept when the prompt is reworded.", "last-time"},
			Field{"ask", kind(Prose), true, "What the learner is asked.", "Think of a time …"},
			was(),
		)
		prompt.Short = "ask"
		return []Field{about(), {"prompts", listOf(prompt), true, "What the learner writes about.", "- Think of a time …"}}
	case "plan":
		return []Field{about()}
	case "tension":
		return []Field{about(), {"poles", listOf(pole()), true, "The two sides that are both needed.", "- name: Standards"}}
	}
	return nil
}

func pole() Value {
	entries := listOf(kind(Words))
	return group(
		Field{"id", kind(ID), false, "Kept when the pole is renamed.", "standards"},
		Field{"name", kind(Words), true, "What the pole is called.", "Standards"},
		Field{"gives", entries, false, "What it gives.", "- people know what good is"},
		Field{"too-much", entries, false, "What too much of it does.", "- nobody admits a mistake"},
		Field{"signs", entries, false, "Early signs of too much.", "- questions stop"},
		Field{"will", entries, false, "What one can do then.", "- ask for two options"},
		was(),
	)
}

func about() Field {
	return Field{"about", kind(Prose), false, "What this is for.", "One thing for this week."}
}

func scenarioFields() []Field {
	meter := group(
		Field{"label", kind(Words), true, "What the learner sees.", "Days left"},
		Field{"start", kind(Number), true, "Where it starts.", "4"},
		Field{"min", kind(Number), true, "The lowest it can be.", "0"},
		Field{"max", kind(Number), true, "The highest it can be.", "6"},
		Field{"seen", oneOf("play", "debrief"), false, "When it shows; play unless said.", "debrief"},
		Field{"better", oneOf("up", "down", "none"), false, "Which way is better; up unless said.", "up"},
	)
	ending := group(
		Field{"title", kind(Words), true, "What the ending is called.", "Late, and stronger"},
		Field{"outcome", oneOf("good", "mixed", "bad"), true, "How it came out.", "good"},
		Field{"text", kind(Prose), true, "What happens.", "The ferry floats out on Friday."},
		was(),
	)
	test := group(
		Field{"name", kind(Words), true, "What the test shows.", "asking first keeps her"},
		Field{"play", listOf(kind(ID)), true, "Choices, in order.", "[ask, wait]"},
		Field{"expect", kind(Condition), true, "What must hold then.", "trust >= 4"},
	)
	names := mapOf(meter)
	names.Names = Words
	return []Field{
		{"meters", names, false, "At most four bounded numbers.", "trust: {…}"},
		{"flags", Value{Kind: List, Of: &Value{Kind: Words, Name: true}, Empty: true}, false, "At most sixteen yes or no that nobody sees.", "[asked_first]"},
		{"start", Value{Kind: ID, Target: true}, true, "The first scene.", "corridor"},
		{"scenes", mapOf(sceneShape()), true, "What happens, by id.", "corridor: {…}"},
		{"endings", mapOf(ending), true, "How it can end, by id.", "late: {…}"},
		{"debrief", debriefShape(), false, "What follows an ending.", "ask: …"},
		{"tests", listOf(test), false, "Plays that must come out as expected.", "- {name: …}"},
	}
}

func debriefShape() Value {
	return group(
		Field{"ask", Value{Kind: List, Of: &Value{Kind: Prose}, Lone: true}, true, "What the learner is asked before the expert speaks.", "- Where did it turn?"},
		Field{"expert", kind(Prose), true, "The expert view, in Markdown.", "No choice here was free of a price."},
	)
}

func sceneShape() Value {
	variant := group(
		Field{"when", kind(Condition), false, "When this text is shown; the last has none.", "asked_first"},
		Field{"text", kind(Prose), true, "What happens.", "She looks up."},
	)
	variant.Short = "text"
	branch := group(
		Field{"when", kind(Condition), false, "When the story goes this way; the last has none.", "trust <= 1"},
		Field{"to", Value{Kind: ID, Target: true}, true, "A scene or an ending.", "door"},
	)
	branch.Short = "to"
	numbers := Value{Kind: Map, Names: Words, Of: &Value{Kind: Number}}
	switches := Value{Kind: Map, Names: Words, Of: &Value{Kind: YesNo}}
	choice := group(
		Field{"id", kind(ID), true, "The choice's identity in the scene.", "ask"},
		Field{"say", kind(Prose), true, "What the learner says or does.", "\"How are you?\""},
		Field{"when", kind(Condition), false, "When it is offered; always unless said.", "trust >= 3"},
		Field{"change", numbers, false, "What it adds to meters.", "{trust: 1}"},
		Field{"set", switches, false, "Flags it sets.", "{asked_first: true}"},
		Field{"because", kind(Prose), true, "What it protects, then what it costs.", "You said what you saw; it cost the estimate."},
		Field{"to", Value{Kind: List, Of: &branch, Lone: true}, true, "Where the story goes.", "bench"},
		was(),
	)
	return group(
		Field{"text", Value{Kind: List, Of: &variant, Lone: true}, true, "What happens.", "The ferry floats out on Friday."},
		Field{"inside", kind(Prose), false, "What the other person thinks; shown in the debrief only.", "She thinks you have decided."},
		Field{"coach", kind(Prose), false, "Help on demand.", "What do you know, and what are you guessing?"},
		Field{"choices", listOf(choice), true, "What the learner can do.", "- id: ask"},
		was(),
	)
}
