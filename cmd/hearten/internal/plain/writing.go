package plain

import (
	"strings"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

func (s *session) tellWriting() {
	s.tell("Write as many lines as you like, then a line with only a full stop. A full stop at once keeps what is there. What you type is kept as a draft line by line. Use roles or initials, not full names.")
}

// write takes a text of several lines for a field. Where nothing is typed the
// text that was there stays. What is typed is a draft on disk before the next
// line is read, so leaving in the middle loses nothing.
func (s *session) write(c course.Content, field, before string) (string, error) {
	lines := s.begun()
	if before != "" && len(lines) == 0 {
		s.say("You have written:")
		s.repeat(strings.Split(before, "\n"))
	}
	s.say("Your text:")
	for {
		typed, err := s.line()
		if err != nil {
			s.interrupted(err, lines)
			s.gap()
			return "", err
		}
		switch strings.TrimRight(typed, " ") {
		case ".":
			text := strings.TrimRight(strings.Join(lines, "\n"), " \n")
			if text == "" {
				return before, nil
			}
			return text, nil
		case "q":
			return "", errQuit
		case "b":
			return "", errBack
		case "?":
			s.say("Type your text, line by line. A line with only a full stop ends it; without a text before it, what is there stays. A line with only b goes back to the module, and one with only q " + s.authors("saves and quits; your text is kept as a draft in both cases.", endsIt))
			s.sayAsides()
			continue
		case "g", "w", "p":
			if s.aside(strings.TrimSpace(typed)) {
				continue
			}
		}
		lines = append(lines, typed)
		s.draft(c, field, strings.Join(lines, "\n"))
	}
}

// repeat says lines that were typed before.
func (s *session) repeat(lines []string) {
	for _, l := range lines {
		s.hang("  ", l)
	}
}

// draft keeps text being typed. That it cannot is said once, and no reason to
// interrupt.
func (s *session) draft(c course.Content, field, text string) {
	if strings.TrimSpace(text) == "" {
		return // it would be offered in the place of what was written before
	}
	err := s.keeper.SaveDraft(study.Draft{Module: c.Module.ID, Activity: c.Activity.ID, Field: field, Text: text})
	if err != nil {
		s.tell(sentence(err.Error()))
	}
}

// reflection asks for a text to each prompt of a page, and keeps them.
func (s *session) reflection(r study.Reflection) error {
	c := r.Content()
	s.opening(c.Activity)
	s.introduce(c)
	s.tellWriting()
	texts := map[string]string{}
	fields := r.Fields()
	for i, f := range fields {
		if s.skips(i) {
			texts[f.ID] = f.Typed()
			continue
		}
		s.gap()
		if len(fields) > 1 {
			s.sayf("Question %d of %d.", i+1, len(fields))
		}
		s.remark(f.Ask)
		text, err := s.write(c, f.ID, f.Typed())
		if err != nil {
			return err
		}
		texts[f.ID] = text
	}
	s.gap()
	err := s.menu(prompt{ask: "Your choice", back: "to the module", deaf: true}, []item{
		{"Save.", func() error {
			_, unsaved := r.Write(texts, s.moment())
			return s.done(unsaved, "Saved.")
		}},
		{"Not now. What you have typed stays as a draft.", func() error {
			_, unsaved := r.Later(s.moment())
			return s.done(unsaved, "Put off. You can come back to it whenever you like.")
		}},
	}, 1)
	return err
}

// introduce says what a page is for.
func (s *session) introduce(c course.Content) {
	if c.About == "" {
		return
	}
	s.prose(c.About)
	s.sources(c, nil, c.About)
}

// done keeps what an input did, and says so once it is kept.
func (s *session) done(unsaved study.Unsaved, say string) error {
	if err := s.save(unsaved); err != nil {
		return err
	}
	s.say(say)
	return nil
}
