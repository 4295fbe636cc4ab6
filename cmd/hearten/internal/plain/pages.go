package plain

import (
	"fmt"

	"hearten/course"
)

// asides are the letters that can be typed at every prompt beside what it
// asks for: the words that can be explained here, whom to turn to, and what is
// wrong with a course that is being written.
func (s *session) asides() []key {
	var all []key
	if len(s.words) > 0 {
		all = append(all, key{"g", "for the glossary"})
	}
	if s.study.Course().Help != "" {
		all = append(all, key{"w", "for whom to turn to"})
	}
	if s.preview.editions != nil {
		all = append(all, key{"p", "for all that is wrong"})
	}
	return all
}

// sayAsides says them where a text of several lines is typed.
func (s *session) sayAsides() {
	for _, k := range s.asides() {
		s.sayf("A line with only %s is %s.", k.letter, k.does)
	}
}

// aside does what one of these letters is for; false where it is none.
func (s *session) aside(letter string) bool {
	switch {
	case letter == "g" && len(s.words) > 0:
		s.readWords()
	case letter == "w" && s.study.Course().Help != "":
		s.turnTo(s.study.Course().Help)
	case letter == "p" && s.preview.editions != nil:
		s.allProblems()
	default:
		return false
	}
	return true
}

// turnTo reads out the page that says who can help.
func (s *session) turnTo(page string) {
	s.gap()
	if blocks := course.Prose(page); len(blocks) > 0 && blocks[0].Kind != course.Heading {
		s.say("Whom to turn to:")
	}
	s.prose(page)
	s.gap()
}

// readWords reads out what the words mean that the course uses here.
func (s *session) readWords() {
	for _, g := range s.words {
		s.gap()
		s.sayf("Glossary of the module %s %s:", stop(g.Title), count(len(g.Terms), "term"))
		for _, t := range g.Terms {
			s.hang("- ", fmt.Sprintf("%s: %s", t.Name, run(t.Meaning)))
		}
		s.works(g.Cited)
	}
	s.gap()
}

// works lists what the meanings of words cite.
func (s *session) works(cited []course.Source) {
	if len(cited) == 0 {
		return
	}
	s.say("Sources:")
	for i, c := range cited {
		s.hang(fmt.Sprintf("[%d] ", i+1), work(c))
	}
}

// within says which module's words can be explained from here on.
func (s *session) within(m course.Module) {
	s.words = nil
	if g := m.Words(); len(g.Terms) > 0 {
		s.words = []course.Glossary{g}
	}
}
