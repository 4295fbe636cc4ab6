package handout

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"hearten/quiz"
)

// seed orders options and items the same way whenever a quiz is printed, so
// that both editions speak of the same letters.
const seed = 1

// quizView is a quiz on paper: the whole pool.
type quizView struct {
	Drawn     int // how many of them the program asks at a time; 0 for all
	Pass      int // per cent
	Questions []question
}

type question struct {
	Name      string
	Number    int
	Kind      quiz.Kind
	Ask, Why  template.HTML
	How       string // what to do with it
	Judgement bool
	Open      bool
	Options   []option
	Items     []option // of an order, or the left sides of a match; lettered, or numbered
	Rights    []option // of a match
	Lines     int      // to write on
	Right     string   // in short: the letters, or the numbers
	Answer    []template.HTML
	Hints     []template.HTML
	Read      reading
	RestsOn   []int
}

// option is something to tick, to number or to match.
type option struct {
	Sign  string // a letter, or a number
	Text  template.HTML
	Why   template.HTML
	Right bool
}

// reading is a lesson to go back to.
type reading struct{ Name, Title string }

func (p page) quiz(name string, q quiz.Quiz, set press) quizView {
	v := quizView{Drawn: drawn(q), Pass: q.Pass}
	for i, one := range q.Questions {
		set.Under = 3
		made := question{
			Name: fmt.Sprintf("%s-q%d", name, i+1), Number: i + 1, Kind: one.Kind, Ask: set.remark(one.Ask), Why: set.remark(one.Why),
			How: how(one), Judgement: one.Judgement, Open: one.Open(), Read: p.reading(one.Read),
		}
		for _, hint := range one.Hints {
			made.Hints = append(made.Hints, set.line(hint))
		}
		for _, id := range one.Sources {
			made.RestsOn = append(made.RestsOn, p.numbers[id])
		}
		slices.Sort(made.RestsOn)
		shown := one.Shown(seed)
		made.parts(shown, set)
		made.Right = strings.Join(append(signs(shown), ordered(one.Items, shown.Items)...), ", ")
		if !one.Judgement {
			made.answer(one, set)
		}
		v.Questions = append(v.Questions, made)
	}
	return v
}

// drawn says how many of its questions the program asks at a time; 0 for all.
func drawn(q quiz.Quiz) int {
	if q.Draw < len(q.Questions) {
		return q.Draw
	}
	return 0
}

func how(q quiz.Question) string {
	switch q.Kind {
	case quiz.KindChoices:
		return "Tick all that fit."
	case quiz.KindOrder:
		return fmt.Sprintf("Put them in order: number them from 1 to %d.", len(q.Items))
	case quiz.KindMatch:
		return "Match them: write a letter into each box."
	case quiz.KindNumber:
		return "Write a number."
	case quiz.KindText:
		return "Write your answer."
	}
	return "Tick one."
}

// parts lays out the question as it is shown.
func (v *question) parts(shown quiz.Question, set press) {
	for i, o := range shown.Options {
		v.Options = append(v.Options, option{letter(i), set.line(o.Text), set.line(o.Why), o.Right})
	}
	for i, item := range shown.Items {
		v.Items = append(v.Items, option{Sign: letter(i), Text: set.line(item.Text)})
	}
	for i, pair := range shown.Pairs {
		v.Items = append(v.Items, option{Sign: strconv.Itoa(i + 1), Text: set.line(pair.Left)})
	}
	for i, right := range shown.Rights {
		v.Rights = append(v.Rights, option{Sign: letter(i), Text: set.line(right.Text)})
	}
	switch {
	case shown.Open():
		v.Lines = 5
	case shown.Kind == quiz.KindText:
		v.Lines = 2
	case shown.Kind == quiz.KindNumber:
		v.Lines = 1
	}
}

// answer is what would have been right, in words.
func (v *question) answer(q quiz.Question, set press) {
	for _, words := range q.RightWords() {
		v.Answer = append(v.Answer, set.prose(words))
	}
	if len(q.Accept) > 1 {
		v.Answer = append(v.Answer, set.prose("Also taken: "+strings.Join(q.Accept[1:], ", ")))
	}
}

// signs are the letters of what is right, in the order that is right; of a
// match, beside the numbers of the left sides.
func signs(shown quiz.Question) []string {
	var all []string
	for i, o := range shown.Options {
		if o.Right && !shown.Judgement {
			all = append(all, letter(i))
		}
	}
	for i, p := range shown.Pairs {
		right := slices.IndexFunc(shown.Rights, func(r quiz.Item) bool { return r.Text == p.Right })
		all = append(all, fmt.Sprintf("%d\u00a0%s", i+1, letter(right)))
	}
	return all
}

// ordered are the letters of an order's items as they belong.
func ordered(written, shown []quiz.Item) []string {
	var all []string
	for _, item := range written {
		all = append(all, letter(slices.Index(shown, item)))
	}
	return all
}

// letter counts A, B … Z, then AA.
func letter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

// reading is the lesson with an id; the zero one where there is none.
func (p page) reading(id string) reading {
	for i, c := range p.contents {
		if id != "" && c.Activity.ID == id {
			return reading{fmt.Sprintf("a%d", i+1), cmp.Or(c.Activity.Title, id)}
		}
	}
	return reading{}
}
