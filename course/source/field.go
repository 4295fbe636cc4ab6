package source

// Version is the format that this program reads, and all before it.
const Version = 1

// Kind says how a value is written.
type Kind uint8

// The kinds of value.
const (
	Words     Kind = iota // text on one line
	Prose                 // Markdown
	Condition             // one line in the language of conditions
	ID                    // [a-z0-9]+(-[a-z0-9]+)*, unique among its siblings
	Ref                   // an id, or old-module/old
	Number                // a whole number
	YesNo                 // true or false
	OneOf                 // one of a few words
	List                  // things in order
	Map                   // things by name
	Group                 // fields
	Activity              // fields that depend on the activity's kind
	Decimal               // a number, perhaps with a decimal point
)

// Value says what may stand in a place.
type Value struct {
	Kind    Kind
	Choices []string // of OneOf
	Of      *Value   // of List and Map
	Fields  []Field  // of Group
	Names   Kind     // of a Map's names: ID, or Words for names with underscores
	Loose   bool     // of a Map: names are free, such as terms of a glossary
	Lone    bool     // of a List: one thing may stand for a list of one
	Short   string   // of a Group: text alone stands for this field
	Empty   bool     // of a List: may have nothing in it
	DOI     bool     // of Words: names a work, and a link is made from it
	Name    bool     // of Words: names a file or the like, and is no text that learners read
	Count   bool     // of a Number: of things that are counted, so not below 0
	Target  bool     // of an ID: it is looked for among those there are, and a wrong one told of then
}

// Field is a key of the format. The reader, the schema and the reference page
// are all made from the table of them.
type Field struct {
	Name     string
	Value    Value
	Required bool
	Doc      string
	Example  string
}

func listOf(v Value) Value        { return Value{Kind: List, Of: &v} }
func mapOf(v Value) Value         { return Value{Kind: Map, Names: ID, Of: &v} }
func group(fs ...Field) Value     { return Value{Kind: Group, Fields: append(fs, allow())} }
func kind(k Kind) Value           { return Value{Kind: k} }
func name() Value                 { return Value{Kind: Words, Name: true} }
func oneOf(words ...string) Value { return Value{Kind: OneOf, Choices: words} }

func allow() Field {
	return Field{Name: "allow", Value: listOf(name()), Doc: "Codes of warnings that are meant here, or in the file named here, and are not to be shown.", Example: "[flow-prose]"}
}

func was() Field {
	return Field{Name: "was", Value: Value{Kind: List, Of: &Value{Kind: Ref}, Lone: true}, Doc: "Ids this had before, so that learners keep what they did.", Example: "[old-id]"}
}

// CourseShape is the table of course.yaml.
func CourseShape() Value {
	return group(
		Field{"format", kind(Number), true, "The version of the format.", "1"},
		Field{"id", kind(ID), true, "The course's identity: progress is kept under it, wherever the folder lies.", "leading-with-care-x7k2m9"},
		Field{"title", kind(Words), true, "What the course is called.", "Leading with care"},
		Field{"version", name(), false, "The version of the course.", "1.0.0"},
		Field{"language", name(), false, "The language it is written in.", "en"},
		Field{"modules", listOf(name()), true, "The folders of the modules, in order.", "[01-two-ledgers]"},
		sources(), glossary(),
	)
}

// ModuleShape is the table of module.yaml.
func ModuleShape() Value {
	return group(
		Field{"format", kind(Number), true, "The version of the format.", "1"},
		Field{"id", kind(ID), true, "The module's identity within the course.", "empathy-and-compassion"},
		Field{"title", kind(Words), true, "What the module is called.", "Empathy and compassion"},
		Field{"summary", kind(Words), false, "What it is about, in a sentence.", "Two answers to someone else's pain."},
		Field{"objectives", listOf(kind(Words)), false, "What the learner can do afterwards.", "- Tell distress from compassion"},
		sources(), glossary(),
		Field{"activities", listOf(Value{Kind: Activity}), true, "The steps of the module, in order.", "- lesson: the-fork"},
		was(),
	)
}

func sources() Field {
	one := group(
		Field{"cite", kind(Words), true, "The work as a reading list names it.", "Singer, T., & Klimecki, O. M. (2014). …"},
		Field{"doi", Value{Kind: Words, Name: true, DOI: true}, false, "Its DOI, without https.", "10.1016/j.cub.2014.06.054"},
		Field{"kind", oneOf("trial", "meta-analysis", "survey", "interviews", "review", "theory", "model"), true, "What kind of evidence it is.", "review"},
	)
	return Field{"sources", mapOf(one), false, "Works that texts cite as [@id].", "singer-klimecki-2014: {…}"}
}

func glossary() Field {
	terms := Value{Kind: Map, Of: &Value{Kind: Prose}, Loose: true}
	return Field{"glossary", terms, false, "Terms and what they mean here; texts refer to them as [[term]] or [[term|words]].", "compassion: …"}
}
