package cli

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hearten/course"
	"hearten/quiz"
)

// reading is how much there is to read, and how hard it is. Words outside of
// sentences, such as those of options and tables, count for reading time only.
type reading struct {
	words     int // all there are
	inside    int // of them in sentences
	long      int // of these, longer than six letters
	sentences int
	longest   int // sentence, in words
}

// add is the two together.
func (p reading) add(q reading) reading {
	return reading{p.words + q.words, p.inside + q.inside, p.long + q.long, p.sentences + q.sentences, max(p.longest, q.longest)}
}

// average is how many words a sentence has.
func (p reading) average() float64 { return float64(p.inside) / float64(max(1, p.sentences)) }

// lix is the reading level of Björnsson (1968): words to a sentence, plus the
// percentage of words of more than six letters.
func (p reading) lix() float64 {
	return p.average() + 100*float64(p.long)/float64(max(1, p.inside))
}

// proseOf measures what a learner can come to read in an activity, whatever
// they draw or choose.
func proseOf(c course.Content) reading {
	p := proseOfBlocks(c.Lesson.Blocks())
	p = p.add(proseIn(c.About))
	for _, prompt := range c.Prompts {
		p = p.add(proseIn(prompt.Ask))
	}
	for _, pole := range c.Tension.Poles {
		for _, entries := range [][]string{pole.Gives, pole.TooMuch, pole.Signs, pole.Will} {
			p = p.add(proseIn(entries...))
		}
	}
	p = p.add(proseOfQuestions(c.Quiz.Questions))
	if c.Story != nil {
		p = p.add(proseOfStory(c))
	}
	return p
}

func proseOfQuestions(questions []quiz.Question) reading {
	var p reading
	for _, q := range questions {
		p = p.add(proseIn(q.Ask, q.Why, q.Model)).add(proseIn(q.Hints...))
		for _, o := range q.Options {
			p = p.add(proseIn(o.Why))
			p.words += len(wordsOf(o.Text))
		}
		for _, item := range slices.Concat(q.Items, q.Extra) {
			p.words += len(wordsOf(item.Text))
		}
		for _, pair := range q.Pairs {
			p.words += len(wordsOf(pair.Left)) + len(wordsOf(pair.Right))
		}
	}
	return p
}

func proseOfStory(c course.Content) reading {
	spec := c.Story.Spec()
	p := proseIn(spec.Debrief.Expert).add(proseIn(spec.Debrief.Ask...))
	for _, s := range spec.Scenes {
		p = p.add(proseIn(s.Inside, s.Coach))
		for _, v := range s.Text {
			p = p.add(proseIn(v.Text))
		}
		for _, choice := range s.Choices {
			p = p.add(proseIn(choice.Say, choice.Because))
		}
	}
	for _, e := range spec.Endings {
		p = p.add(proseIn(e.Text))
	}
	return p
}

func proseIn(texts ...string) reading {
	var p reading
	for _, text := range texts {
		p = p.add(proseOfBlocks(course.Prose(text)))
	}
	return p
}

func proseOfBlocks(blocks []course.Block) reading {
	var p reading
	for _, b := range blocks {
		switch b.Kind {
		case course.Paragraph, course.Item, course.Quote:
			p = p.add(proseOfParagraph(b.Plain))
		case course.Heading:
			p.words += len(wordsOf(b.Plain))
		case course.Table:
			for _, row := range b.PlainRows {
				p.words += len(wordsOf(strings.Join(row, " ")))
			}
		}
	}
	return p
}

// proseOfParagraph parts a paragraph into sentences. One ends where a stop, an
// exclamation or a question mark is followed by a capital or a numeral, or by
// nothing: "Sorry?" she says is one.
func proseOfParagraph(text string) reading {
	var p reading
	length := 0
	words := wordsOf(text)
	for i, word := range words {
		length++
		if utf8.RuneCountInString(strings.TrimFunc(word, mark)) > 6 {
			p.long++
		}
		if i == len(words)-1 || stops(word) && begins(words[i+1]) {
			p.sentences++
			p.longest = max(p.longest, length)
			length = 0
		}
	}
	p.words, p.inside = len(words), len(words)
	return p
}

// cited is a citation's number, which nobody reads as a word.
var cited = regexp.MustCompile(`\s*\[\d+(, \d+)*\]`)

// wordsOf are the words of a text, with the marks that stand at them.
func wordsOf(text string) []string {
	var all []string
	for word := range strings.FieldsSeq(cited.ReplaceAllString(text, "")) {
		if strings.TrimFunc(word, mark) != "" {
			all = append(all, word)
		}
	}
	return all
}

func mark(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func stops(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(word, `"”’')]*_`))
	return strings.ContainsRune(".!?…", r)
}

func begins(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, `"“‘'([*_`))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
