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
)

// Quiz is a pool of questions, of which each attempt draws some.
type Quiz struct {
	Draw      int // how many each attempt asks; 0 for all
	Questions []Question
}

// Question is one item of the pool. Its texts are Markdown.
type Question struct {
	ID        string
	Kind      Kind
	Ask       string
	Options   []Option
	Judgement bool // nothing is right or wrong; feedback weighs each answer
	Fixed     bool // the options keep the author's order
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
