package diff

// shape is what a kind of thing is made of: what to compare, in a trainer's
// words, and what in it has ids of its own.
type shape struct {
	noun   string
	words  string // the field that it is known by
	named  bool   // it stands under its id, and not in a list
	free   bool   // nothing of a learner's hangs on the id
	order  Effect // what another order of its siblings means
	sorted bool   // their order means something
	lost   Effect // what it means when it is gone
	more   Effect // what one more of it means
	fields []field
	parts  []part
}

// field is a key that is compared as a whole. One without a name of its own
// holds the words that the thing is known by.
type field struct {
	key, words string
	prose      bool   // a text, which may be reworded
	yesNo      bool   // no unless said
	unset      string // what nothing there means, in words
	effect     Effect
}

// part is a list of things that lie in another. Renames know it by its path.
type part struct {
	key, path string
	of        shape
}

func prose(key, words string) field { return field{key: key, words: words, prose: true} }

func plain(key, words string) field { return field{key: key, words: words} }

func yesNo(key, words string) field { return field{key: key, words: words, yesNo: true} }

// that is a field whose change means something to learners.
func (f field) that(e Effect) field {
	f.effect = e
	return f
}

// or is a field that means something where it is left out.
func (f field) or(unset string) field {
	f.unset = unset
	return f
}

func sourceShape() shape {
	return shape{noun: "source", named: true, free: true, words: "cite", fields: []field{prose("cite", ""), plain("doi", "DOI"), plain("kind", "kind of evidence")}}
}

func termShape() shape {
	return shape{noun: "term", named: true, free: true, fields: []field{prose("", "")}}
}

func works() []part {
	return []part{{"sources", "sources", sourceShape()}, {"glossary", "glossary", termShape()}}
}

func courseShape() shape {
	return shape{noun: "course", parts: works(), fields: []field{
		prose("title", "title"), plain("version", "version"), plain("language", "language")}}
}

func moduleShape() shape {
	return shape{noun: "module", words: "title", sorted: true, lost: LostModule, more: None, parts: works(), fields: []field{
		prose("title", "title"), prose("summary", "summary"), prose("objectives", "objectives")}}
}

// activityShape is what module.yaml says of an activity.
func activityShape() shape {
	return shape{words: "title", sorted: true, lost: LostActivity, more: MoreToDo, fields: []field{
		prose("title", "title"), plain("minutes", "minutes"), plain("file", "file")}}
}

func reflectionShape() shape {
	prompt := shape{noun: "prompt", words: "ask", sorted: true, lost: LostPrompt, fields: []field{prose("ask", "").that(Kept)}}
	return shape{fields: []field{prose("about", "introduction")}, parts: []part{{"prompts", "prompts", prompt}}}
}

func planShape() shape { return shape{fields: []field{prose("about", "introduction")}} }

func tensionShape() shape {
	pole := shape{noun: "pole", words: "name", sorted: true, order: OtherSide, lost: LostPole, fields: []field{
		prose("name", "").that(Kept), prose("gives", "what it gives"), prose("too-much", "what too much of it does"),
		prose("signs", "early signs"), prose("will", "what one can do then")}}
	return shape{fields: []field{prose("about", "introduction")}, parts: []part{{"poles", "poles", pole}}}
}

func quizShape() shape {
	return shape{fields: []field{
		plain("draw", "questions each attempt draws").or("all").that(DrawKept), plain("pass", "pass mark").that(NewRule),
		plain("attempts", "attempts allowed").or("any number").that(NewRule), yesNo("certainty", "marking by certainty").that(NewRule),
		yesNo("diagnostic", "diagnostic").that(NewRule), plain("after", "diagnostic it is compared with"),
	}, parts: []part{{"questions", "questions", questionShape()}}}
}

func questionShape() shape {
	option := shape{noun: "option", words: "text", lost: LostOption, fields: []field{
		prose("text", "").that(Kept), yesNo("right", "counts as right").that(MarksStay), prose("why", "explanation")}}
	item := shape{noun: "item", words: "text", sorted: true, order: MarksStay, lost: LostOption, more: AnswersMayNotFit,
		fields: []field{prose("text", "").that(Kept)}}
	pair := shape{noun: "pair", words: "left", lost: LostOption, more: AnswersMayNotFit, fields: []field{
		prose("left", "").that(Kept), prose("right", "right side").that(MarksStay)}}
	extra := shape{noun: "right side", words: "text", lost: LostOption, fields: []field{prose("text", "").that(Kept)}}
	return shape{noun: "question", words: "ask", lost: LostQuestion, fields: []field{
		plain("kind", "kind").that(AnswersMayNotFit), prose("ask", ""), plain("answer", "right answer").that(MarksStay),
		plain("accept", "accepted answers").that(MarksStay), plain("typos", "typing slips forgiven").that(MarksStay),
		yesNo("judgement", "judgement").that(MarksStay), plain("points", "points").or("1").that(MarksStay), yesNo("retry", "second try"),
		prose("model", "good answer"), prose("why", "explanation"), plain("hints", "hints"),
		yesNo("fixed", "fixed order"), plain("read", "lesson to go back to"), plain("sources", "sources"),
	}, parts: []part{{"options", "options", option}, {"items", "items", item}, {"pairs", "pairs", pair}, {"extra", "pairs", extra}}}
}

func scenarioShape() shape {
	meter := shape{noun: "meter", named: true, free: true, words: "label", fields: []field{
		prose("label", "label"), plain("start", "start"), plain("min", "lowest"), plain("max", "highest"),
		plain("seen", "when it is seen"), plain("better", "better way")}}
	choice := shape{noun: "choice", words: "say", lost: LostChoice, fields: []field{
		prose("say", ""), plain("when", "condition"), plain("change", "change of meters"), plain("set", "flags it sets"),
		prose("because", "reason"), plain("to", "next scene")}}
	scene := shape{noun: "scene", named: true, words: "text", lost: LostScene, fields: []field{
		prose("text", "text"), prose("inside", "thoughts"), prose("coach", "coaching")},
		parts: []part{{"choices", "choices", choice}}}
	ending := shape{noun: "ending", named: true, words: "title", lost: LostEnding, fields: []field{
		prose("title", "title"), plain("outcome", "outcome"), prose("text", "text")}}
	return shape{fields: []field{plain("flags", "flags"), plain("start", "first scene")}, parts: []part{
		{"meters", "meters", meter}, {"scenes", "scenes", scene}, {"endings", "endings", ending}}}
}

func debriefShape() shape {
	ask := shape{noun: "debrief question", sorted: true, lost: LostAsk, fields: []field{prose("", "")}}
	return shape{fields: []field{prose("expert", "expert view")}, parts: []part{{"ask", "ask", ask}}}
}
