package course

import (
	"strconv"

	"hearten/course/source"
	"hearten/quiz"
)

// quiz reads a quiz. A question that could not be read whole has had that said
// of it: what the engine would find beside follows from it.
func (b *builder) quiz(n source.Node) quiz.Quiz {
	q := quiz.Quiz{
		Draw: n.Get("draw").Int(), Pass: n.Get("pass").Int(), Attempts: n.Get("attempts").Int(),
		Certainty: n.Get("certainty").Bool(), Diagnostic: n.Get("diagnostic").Bool(),
	}
	checked := q
	all := n.Get("questions").Items()
	q.Questions, checked.Questions = make([]quiz.Question, 0, len(all)), make([]quiz.Question, 0, len(all))
	for _, node := range all {
		question := b.question(node)
		q.Questions = append(q.Questions, question)
		if node.OK() && !node.Damaged() {
			checked.Questions = append(checked.Questions, question)
		}
	}
	if len(checked.Questions) < len(q.Questions) || n.Misread("questions") {
		checked.Draw = 0 // of how many, nobody knows yet
	}
	for _, e := range quiz.Check(checked) {
		b.report(n, e.Path, e.Code, e.Cause, e.Fix, 0, 0)
	}
	return q
}

func (b *builder) question(n source.Node) quiz.Question {
	q := quiz.Question{
		ID:        b.id("questions", n),
		Kind:      quiz.Kind(n.Get("kind").Text().Value),
		Ask:       b.prose(n.Get("ask")),
		Judgement: n.Get("judgement").Bool(),
		Fixed:     n.Get("fixed").Bool(),
		Points:    n.Get("points").Int(),
		Retry:     n.Get("retry").Bool(),
		Hints:     b.proses(n.Get("hints")),
		Read:      n.Get("read").Text().Value,
		Sources:   texts(n.Get("sources")),
		Accept:    texts(n.Get("accept")),
		Typos:     n.Get("typos").Int(),
		Model:     b.prose(n.Get("model")),
		Why:       b.prose(n.Get("why")),
		Range:     b.numbers(n.Get("answer")),
	}
	if q.Kind == quiz.KindNumber && !n.Get("answer").OK() {
		b.problems = append(b.problems, n.Problem(source.Error, 0, 1, "no-answer", "there is no answer to this question",
			"write answer: with the number, or with from: and to:"))
	}
	b.parts(&q, n)
	return q
}

// parts reads what a question is put together of.
func (b *builder) parts(q *quiz.Question, n source.Node) {
	path := "questions/" + q.ID
	for _, on := range n.Get("options").Items() {
		q.Options = append(q.Options, quiz.Option{
			ID: b.id(path+"/options", on), Text: b.prose(on.Get("text")), Right: on.Get("right").Bool(), Why: b.prose(on.Get("why")),
		})
	}
	for _, in := range n.Get("items").Items() {
		q.Items = append(q.Items, b.item(path+"/items", in))
	}
	for _, in := range n.Get("extra").Items() {
		q.Extra = append(q.Extra, b.item(path+"/pairs", in))
	}
	for _, pn := range n.Get("pairs").Items() {
		q.Pairs = append(q.Pairs, quiz.Pair{ID: b.id(path+"/pairs", pn), Left: b.prose(pn.Get("left")), Right: b.prose(pn.Get("right"))})
	}
}

func (b *builder) item(path string, n source.Node) quiz.Item {
	return quiz.Item{ID: b.id(path, n), Text: b.prose(n.Get("text"))}
}

// numbers reads what is right: a value and how far from it, or from and to.
func (b *builder) numbers(n source.Node) quiz.Range {
	if !n.OK() {
		return quiz.Range{}
	}
	read := func(field string) float64 {
		f, _ := strconv.ParseFloat(n.Get(field).Text().Value, 64)
		return f
	}
	hasValue, hasEnds := n.Get("value").OK(), n.Get("from").OK() && n.Get("to").OK()
	if hasValue == hasEnds {
		b.problems = append(b.problems, n.Problem(source.Error, 0, 1, "no-answer", "this does not say which numbers are right",
			"write value:, perhaps with tolerance:, or from: and to:"))
	}
	if hasEnds {
		return quiz.Range{From: read("from"), To: read("to")}
	}
	return quiz.Range{From: read("value") - read("tolerance"), To: read("value") + read("tolerance")}
}
