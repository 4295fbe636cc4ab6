// Package gift turns a question bank, written in Moodle's GIFT or Aiken
// format, into a quiz file.
//
// It reads GIFT as Moodle documents it and as Moodle's own importer takes it,
// which differ in small things; where they do, the importer is followed.
package gift

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"hearten/course/foreign"
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

// Import is the quiz file of a question bank, with everything that could not
// be carried over, by line. Comments, titles, and questions that a quiz cannot
// ask stay in the file as comments of its own. The losses are given also where
// no question could be carried over, which is an error.
func Import(src string, o Options) (yaml string, lost []foreign.Loss, err error) {
	r := &foreign.Report{}
	text, err := r.Text(src, "the question bank")
	if err != nil {
		return "", nil, err
	}
	b := bank{taken: source.IDs{}, r: r}
	if o.Format == Aiken || o.Format == "" && looksLikeAiken(text) {
		b.aiken(text)
	} else {
		b.gift(text)
	}
	if len(b.questions) == 0 {
		return "", r.Losses(), noQuestions(r.Losses())
	}
	yaml = emit(b)
	if err := foreign.Fits(yaml, "the question bank", "quiz"); err != nil {
		return "", nil, err
	}
	return yaml, r.Losses(), nil
}

func noQuestions(lost []foreign.Loss) error {
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
	r         *foreign.Report
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
	b.r.Add(line, what, why+"; it was kept as a comment")
	b.notes = append(b.notes, strings.Split(strings.TrimSpace(raw), "\n")...)
}

func orElse(s, other string) string {
	if strings.TrimSpace(s) == "" {
		return other
	}
	return s
}
