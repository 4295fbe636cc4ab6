// Package quiz asks questions, marks the answers and says what to think of
// them, without knowing a screen, a file or a clock.
package quiz

// Kind is how a question is answered.
type Kind string

// The kinds of question.
const (
	KindChoice    Kind = "choice"     // one of the options
	KindChoices   Kind = "choices"    // one or more of them
	KindTrueFalse Kind = "true-false" // one of two, in the author's order
	KindOrder     Kind = "order"      // items, put in their order
	KindMatch     Kind = "match"      // each left side with its right side
	KindNumber    Kind = "number"     // a number, typed
	KindText      Kind = "text"       // words, typed: marked, or weighed by the learner
)

// Quiz is a pool of questions, of which each attempt draws some.
type Quiz struct {
	Draw       int  // how many each attempt asks; 0 for all
	Pass       int  // per cent of the points that pass; 0 where nothing is passed
	Attempts   int  // how many there may be; 0 for any number
	Certainty  bool // marks hang on how sure the learner was
	Diagnostic bool // asked once, before the module, to see what moves
	Questions  []Question
}

// once says that an attempt asks each question once, right or wrong.
func (q Quiz) once() bool { return q.Pass > 0 || q.Diagnostic }

// Question is one item of the pool. Its texts are Markdown.
type Question struct {
	ID        string
	Kind      Kind
	Ask       string
	Options   []Option // of a choice, choices and a true-false
	Items     []Item   // of an order, as they belong; as shown, shuffled
	Pairs     []Pair   // of a match
	Extra     []Item   // of a match: right sides that fit nothing
	Rights    []Item   // of a match as shown: all right sides, shuffled
	Range     Range    // of a number
	Accept    []string // of a text: what is taken for right
	Typos     int      // of a text: how many slips are forgiven
	Model     string   // of an open text: what a good answer holds
	Why       string   // what to say to any answer; all without options have it
	Points    int      // what it is worth; 0 for 1
	Retry     bool     // a wrong answer may be mended once, after a hint
	Judgement bool     // nothing is right or wrong; feedback weighs each answer
	Fixed     bool     // the options keep the author's order
	Hints     []string
	Read      string   // the lesson to go back to, by id
	Sources   []string // what the answer rests on, by id
}

// Option is one answer that can be picked.
type Option struct {
	ID, Text string
	Right    bool
	Why      string // what to say to whoever picked it
}

// Item is something to put in order, or a right side of a match.
type Item struct{ ID, Text string }

// Pair is two things that belong together. Its id is also its right side's.
type Pair struct{ ID, Left, Right string }

// Range is the numbers that are right, both ends included.
type Range struct{ From, To float64 }

// Open says of a text that nobody but the learner can weigh it.
func (q Question) Open() bool { return q.Kind == KindText && len(q.Accept) == 0 }

// worth is the points that a right answer gets.
func (q Question) worth() float64 {
	if q.Judgement {
		return 0
	}
	return float64(max(1, q.Points))
}

// question finds a question of the pool by its id.
func (q Quiz) question(id string) (Question, bool) {
	for _, question := range q.Questions {
		if question.ID == id {
			return question, true
		}
	}
	return Question{}, false
}

// right counts the options that are right.
func (q Question) right() int {
	n := 0
	for _, o := range q.Options {
		if o.Right {
			n++
		}
	}
	return n
}

// single says that exactly one option can be picked.
func (q Question) single() bool { return q.Kind != KindChoices }
