package plain

import (
	"errors"
	"fmt"
	"strings"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// enough is how many lines a page of a lesson has before the next block goes
// to the next page.
const enough = 12

// lesson reads a lesson page by page, from where the learner left it.
func (s *session) lesson(l study.Lesson) error {
	content := l.Content()
	blocks := l.Blocks()
	s.opening(content.Activity)
	if len(blocks) == 0 {
		s.say("There is nothing to read here yet.")
		return errBack
	}
	s.tell("Enter reads on, b goes one page back, and m leaves the lesson for its module.")
	for {
		s.preview.stood = l
		at := l.Block()
		end := pageEnd(blocks, at)
		s.page(blocks, at, end)
		last := end >= len(blocks)
		if last {
			s.lessonSources(content, blocks)
		}
		var err error
		switch r, asked := s.ask(pagePrompt(blocks, at, last)); {
		case r.key == "m" || errors.Is(asked, errBack) && at == 0:
			return errBack
		case errors.Is(asked, errBack):
			l, err = s.turn(l, pageBefore(blocks, at))
		case asked != nil:
			return asked
		case last:
			return s.finishLesson(l)
		default:
			l, err = s.turn(l, end)
		}
		if err != nil {
			return err
		}
	}
}

func pagePrompt(blocks []course.Block, at int, last bool) prompt {
	n, of := pageNumber(blocks, at)
	p := prompt{ask: fmt.Sprintf("Page %d of %d", n, of), enter: "to read on", keys: []key{{"m", "to leave for the module"}}, back: "to the page before"}
	if last {
		p.enter = "to finish"
	}
	if at == 0 {
		p.back = "to the module"
	}
	return p
}

func (s *session) turn(l study.Lesson, block int) (study.Lesson, error) {
	l, unsaved := l.At(block, s.moment())
	return l, s.save(unsaved)
}

func (s *session) finishLesson(l study.Lesson) error {
	_, unsaved := l.Finish(s.moment())
	if err := s.save(unsaved); err != nil {
		return err
	}
	s.say("You have read this lesson: " + stop(l.Content().Activity.Title))
	return nil
}

func (s *session) lessonSources(c course.Content, blocks []course.Block) {
	var texts []string
	for _, b := range blocks {
		texts = append(texts, b.Plain)
		for _, row := range b.PlainRows {
			texts = append(texts, row...)
		}
	}
	s.sources(c, nil, texts...)
}

// page shows the blocks from one to before another. A heading is announced
// as the section it opens; a page in the middle of one says so.
func (s *session) page(blocks []course.Block, from, to int) {
	s.gap()
	if title, n := section(blocks, from); n > 0 && blocks[from].Kind != course.Heading {
		s.sayf("Section %d of %d, continued: %s", n, sections(blocks), title)
		s.gap()
	}
	for i, b := range blocks[from:to] {
		if i > 0 && !sameList(blocks[from+i-1], b) {
			s.gap()
		}
		if b.Kind == course.Heading {
			_, n := section(blocks, from+i)
			s.sayf("Section %d of %d: %s", n, sections(blocks), b.Plain)
			continue
		}
		s.block(b)
	}
	s.gap()
}

func sections(blocks []course.Block) int {
	_, n := section(blocks, len(blocks)-1)
	return n
}

// section is the heading that a block stands under, with its number; 0 where
// it stands before the first.
func section(blocks []course.Block, at int) (title string, n int) {
	for _, b := range blocks[:at+1] {
		if b.Kind == course.Heading {
			title, n = b.Plain, n+1
		}
	}
	return title, n
}

// pageEnd is the index after the last block of the page that begins at from:
// before the next heading, or when there is enough to read at once.
func pageEnd(blocks []course.Block, from int) int {
	lines, prose := 0, false
	for i := from; i < len(blocks); i++ {
		heading := blocks[i].Kind == course.Heading
		if prose && (heading || lines+height(blocks[i]) > enough && !together(blocks[i-1], blocks[i])) {
			return i
		}
		prose = prose || !heading
		lines += height(blocks[i])
	}
	return len(blocks)
}

// together says that a block cannot be understood without the one before: the
// next item of a list, or what a colon announced.
func together(before, b course.Block) bool {
	return sameList(before, b) || strings.HasSuffix(before.Plain, ":")
}

// pageBefore is where the page begins that comes before a block, as pages
// fall when the lesson is read from its start.
func pageBefore(blocks []course.Block, at int) int {
	from := 0
	for end := pageEnd(blocks, from); end < at; end = pageEnd(blocks, from) {
		from = end
	}
	return from
}

func pageNumber(blocks []course.Block, at int) (n, of int) {
	for from := 0; from < len(blocks); from = pageEnd(blocks, from) {
		of++
		if from <= at {
			n = of
		}
	}
	return n, of
}

// height is about how many lines a block takes, with the empty one after it.
func height(b course.Block) int {
	letters := len(b.Plain)
	for _, row := range b.PlainRows {
		letters += width
		for _, cell := range row {
			letters += len(cell)
		}
	}
	lines := letters/width + 1
	if b.Kind == course.Item {
		return lines
	}
	return lines + 1
}
