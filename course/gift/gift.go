// Package gift turns a question bank, written in Moodle's GIFT or Aiken
// format, into a quiz file.
//
// It reads GIFT as Moodle documents it and as Moodle's own importer takes it,
// which differ in small things; where they do, the importer is followed.
package gift

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hearten/course/source"
)

// Format is how a question bank is written.
type Format string

// The formats. An import that is told none finds out by looking.
const (
	GIFT  Format = "gift"
	Aiken Format = "aiken"
)

// Options say how to import a question bank.
type Options struct{ Format Format }

// Loss is one thing that could not be carried over, or that is the author's
// to finish: what stands in a line of the question bank, and why it is not,
// or not as it was, in the quiz.
type Loss struct {
	Line      int
	What, Why string
}

// Import is the quiz file of a question bank, with everything that could not
// be carried over, by line. Comments, titles, and questions that a quiz cannot
// ask stay in the file as comments of its own. The losses are given also where
// no question could be carried over, which is an error.
func Import(src string, o Options) (yaml string, lost []Loss, err error) {
	r := &report{}
	text, err := clean(src, r)
	if err != nil {
		return "", nil, err
	}
	b := bank{taken: source.IDs{}, r: r}
	if o.Format == Aiken || o.Format == "" && looksLikeAiken(text) {
		b.aiken(text)
	} else {
		b.gift(text)
	}
	slices.SortStableFunc(r.lost, func(a, b Loss) int { return cmp.Compare(a.Line, b.Line) })
	if len(b.questions) == 0 {
		return "", r.lost, noQuestions(r.lost)
	}
	yaml = emit(b)
	if err := fits(yaml); err != nil {
		return "", nil, err
	}
	return yaml, r.lost, nil
}

func noQuestions(lost []Loss) error {
	if len(lost) == 0 {
		return errors.New("there is no question in this file. A GIFT question has its answers in braces, as in “Two plus two? {=4 ~5}”; an Aiken question ends with a line such as “ANSWER: B”")
	}
	return errors.New("a quiz can ask none of the questions in this file; what is said of each of them says why")
}

var (
	aikenAnswer = regexp.MustCompile(`(?m)^[ \t]*ANSWER:[ \t]*[A-Za-z]`)
	aikenOption = regexp.MustCompile(`^([A-Z])[).][ \t]+(.*)$`)
	braces      = regexp.MustCompile(`(?s)[^\\]\{.*\}`)
)

func looksLikeAiken(text string) bool {
	return aikenAnswer.MatchString(text) && !braces.MatchString(text)
}

// bank collects the questions of a file.
type bank struct {
	questions []question
	notes     []string // comments that stand before the next question
	taken     source.IDs
	r         *report
}

// question is a question of the quiz format. The fields of its kind are
// filled.
type question struct {
	id, kind, ask, why   string
	notes                []string
	judgement            bool
	options              []option
	pairs                []pair
	extra                []string
	value, tolerance     string
	from, to             string
	accept               []string
	model                string
	line                 int
	title, text, general string // title in plain words, text as it was written, general feedback
}

type option struct {
	text, why string
	right     bool
}

type pair struct{ left, right string }

// add gives a question its id and its notes.
func (b *bank) add(q question) {
	named := orElse(q.title, bare(q.ask))
	if named == notWritten {
		named = ""
	}
	q.id = b.taken.Take(named, fmt.Sprintf("question-%d", len(b.questions)+1))
	q.notes, b.notes = b.notes, nil
	b.questions = append(b.questions, q)
}

// leave keeps a question that a quiz cannot ask as a comment, and says why.
func (b *bank) leave(line int, what, raw, why string) {
	b.r.add(line, what, why+"; it was kept as a comment")
	b.notes = append(b.notes, strings.Split(strings.TrimSpace(raw), "\n")...)
}

// report collects what is lost.
type report struct{ lost []Loss }

func (r *report) add(line int, what, why string) {
	r.lost = append(r.lost, Loss{line, what, why})
}

// clip is a text short enough to be quoted within a sentence.
func clip(s string) string {
	runes := []rune(oneLine(s))
	if len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return string(runes)
}

func quote(s string) string { return "“" + clip(s) + "”" }

func orElse(s, other string) string {
	if strings.TrimSpace(s) == "" {
		return other
	}
	return s
}
