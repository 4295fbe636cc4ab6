package source

func quizFields() []Field {
	return []Field{
		{"draw", kind(Number), false, "How many of the pool each attempt asks; all unless said.", "7"},
		{"pass", kind(Number), false, "Per cent of the points that pass. It is only said; with it each question is asked once.", "60"},
		{"attempts", kind(Number), false, "How many attempts there may be; any number unless said.", "3"},
		{"certainty", kind(YesNo), false, "Marks hang on how sure the learner is: 1, 2, 3 when right; 0, -2, -6 when wrong.", "true"},
		{"diagnostic", kind(YesNo), false, "Asked before the module, each question once, to see what moves.", "true"},
		{"after", kind(ID), false, "The diagnostic of this module that this quiz is compared with.", "before"},
		{"questions", listOf(question()), true, "The pool.", "- id: …"},
	}
}

func question() Value {
	return group(append(questionFields(),
		Field{"options", listOf(option()), false, "Of choice, choices and true-false: the answers one can pick.", "- text: …"},
		Field{"items", listOf(item()), false, "Of order: the things to put in order, as they belong.", "- Notice"},
		Field{"pairs", listOf(pair()), false, "Of match: what belongs together.", "- left: …"},
		Field{"extra", listOf(item()), false, "Of match: right sides that fit nothing.", "- Being fair"},
		Field{"answer", rangeOf(), false, "Of number: what is right, by value and tolerance or from and to.", "{value: 12, tolerance: 1}"},
		Field{"accept", listOf(kind(Words)), false, "Of text: what is taken for right; capitals and accents do not count.", "- empathic distress"},
		Field{"typos", kind(Number), false, "Of text: how many slips are forgiven; none unless said.", "1"},
		Field{"model", kind(Prose), false, "Of text: a good answer, by which learners weigh theirs.", "People agree at once."},
		Field{"why", kind(Prose), false, "What to say to any answer; needed where there are no options.", "Acting comes last."},
		was(),
	)...)
}

func questionFields() []Field {
	return []Field{
		{"id", kind(ID), true, "The question's identity.", "leave-the-room"},
		{"kind", oneOf("choice", "choices", "true-false", "order", "match", "number", "text"), true, "How it is answered.", "choice"},
		{"ask", kind(Prose), true, "The question.", "What is that?"},
		{"judgement", kind(YesNo), false, "Nothing is right or wrong here; feedback weighs each answer.", "true"},
		{"fixed", kind(YesNo), false, "Options keep the author's order.", "true"},
		{"points", kind(Number), false, "What a right answer is worth; 1 unless said.", "2"},
		{"retry", kind(YesNo), false, "A wrong answer may be mended once, after a hint.", "true"},
		{"hints", listOf(kind(Prose)), false, "Help, one step at a time.", "- Ask who the feeling is about."},
		{"read", kind(ID), false, "The lesson to send the learner back to.", "the-fork"},
		{"sources", listOf(kind(ID)), false, "Sources the answer rests on.", "[singer-klimecki-2014]"},
	}
}

func option() Value {
	return group(
		Field{"id", kind(ID), false, "Kept when the option is reworded.", "distress"},
		Field{"text", kind(Prose), true, "The answer one can pick.", "Empathic distress"},
		Field{"right", kind(YesNo), false, "Whether it is right; no unless said.", "true"},
		Field{"why", kind(Prose), true, "What to say to whoever picked it.", "The pull is away."},
		was(),
	)
}

func item() Value {
	v := group(
		Field{"id", kind(ID), false, "Kept when it is reworded.", "notice"},
		Field{"text", kind(Prose), true, "What it says.", "Notice"},
		was(),
	)
	v.Short = "text"
	return v
}

func pair() Value {
	return group(
		Field{"id", kind(ID), false, "Kept when it is reworded.", "distress"},
		Field{"left", kind(Prose), true, "What is given.", "Empathic distress"},
		Field{"right", kind(Prose), true, "What belongs to it.", "away from the person"},
		was(),
	)
}

func rangeOf() Value {
	v := group(
		Field{"value", kind(Decimal), false, "The right number.", "12"},
		Field{"tolerance", kind(Decimal), false, "How far from it is still right; nothing unless said.", "1"},
		Field{"from", kind(Decimal), false, "Or the smallest number that is right.", "10"},
		Field{"to", kind(Decimal), false, "And the largest.", "14"},
	)
	v.Short = "value"
	return v
}
