package plain

import (
	"fmt"

	"hearten/cmd/hearten/internal/study"
	"hearten/course/tension"
)

// tension goes through a tension map: all of it is said, then the learner
// writes, marks, or goes on.
func (s *session) tension(t study.Tension) error {
	c := t.Content()
	s.opening(c.Activity)
	s.introduce(c)
	s.sayTension(t)
	if s.preview.half.on {
		var err error
		if t, err = s.writeTension(t); err != nil {
			return err
		}
	}
	for {
		s.gap()
		next, err := t, error(nil)
		items := []item{
			{"Write on the map.", func() error { next, err = s.writeTension(t); return err }},
			{"Mark where your team stands today.", func() error { next, err = s.markTension(t); return err }},
		}
		standard := 1
		if t.Finished() {
			items = append(items, item{"Done.", func() error { return errBack }})
			standard = 3
		} else {
			items = append(items, item{"Not now. What you have typed stays as a draft.", func() error {
				_, unsaved := t.Later(s.moment())
				if err := s.done(unsaved, "Put off. You can come back to it whenever you like."); err != nil {
					return err
				}
				return errBack
			}})
		}
		if err := s.menu(prompt{ask: "Your choice", back: "to the module"}, items, standard); err != nil {
			return err
		}
		t = next
	}
}

func (s *session) sayTension(t study.Tension) {
	m := t.Map()
	s.gap()
	s.sayf("Two poles, and both are needed: %s and %s.", words(m.Poles[0].Name), words(m.Poles[1].Name))
	for _, b := range t.Boxes() {
		s.sayf("%s.", words(b.Box.Ask))
		for _, given := range b.Given {
			s.hang("- ", words(given))
		}
		if text := b.Typed(); text != "" {
			s.hang("- Yours: ", words(text))
		}
	}
	marks := t.Marks()
	if drift := m.Drift(marks); drift != "" {
		s.say(words(drift))
	}
	for _, mark := range marks {
		s.sayf("%s: %s.", mark.At.Format("2 January 2006"), words(m.Words(mark.Value)))
		if mark.Note != "" {
			s.hang("  Note: ", words(mark.Note))
		}
	}
	if len(marks) == 0 {
		s.say("Your team's place is not marked yet.")
	}
}

// writeTension goes through the boxes, one after the other.
func (s *session) writeTension(t study.Tension) (study.Tension, error) {
	s.tellWriting()
	texts := map[string]string{}
	boxes := t.Boxes()
	for i, b := range boxes {
		if s.skips(i) {
			texts[b.Field.ID] = b.Typed()
			continue
		}
		s.gap()
		s.sayf("Box %d of %d. %s.", i+1, len(boxes), words(b.Box.Ask))
		text, err := s.write(t.Content(), b.Field.ID, b.Typed())
		if err != nil {
			return t, err
		}
		texts[b.Field.ID] = text
	}
	next, unsaved := t.Write(texts, s.moment())
	if err := s.done(unsaved, "Saved."); err != nil {
		return t, err
	}
	return next, nil
}

// markTension asks for the team's place, by number.
func (s *session) markTension(t study.Tension) (study.Tension, error) {
	s.gap()
	s.say("Where does your team stand today?")
	for value := -tension.Furthest; value <= tension.Furthest; value++ {
		s.hang(fmt.Sprintf("%d. ", value+tension.Furthest+1), words(t.Map().Words(value)))
	}
	r, err := s.ask(prompt{ask: "Its place", of: 2*tension.Furthest + 1, back: "to the map"})
	if err != nil {
		return t, err
	}
	s.say("A word on why, if you like.")
	s.preview.deaf = true
	note, err := s.write(t.Content(), "note", t.NoteTyped())
	s.preview.deaf = false
	if err != nil {
		return t, err
	}
	next, unsaved, err := t.Mark(r.number(0)-tension.Furthest-1, note, s.moment())
	if err != nil {
		s.say(sentence(err.Error()))
		return t, nil
	}
	return next, s.done(unsaved, "Marked.")
}
