package plain

import (
	"errors"
	"strings"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// errEdited travels out of a prompt when the author has saved the course. What
// was open is then shown again, from the last edition.
var errEdited = errors.New("the course was edited")

// preview is what shows a course to its author while they write.
type preview struct {
	editions <-chan study.Edition // nil for a learner
	edition  study.Edition        // the last one that came
	count    int                  // how many came
	unsaid   bool                 // the last one was not announced yet
	deaf     bool                 // what is asked now has to be answered first
	stood    study.Sitting        // what is open, as it stood last
	half     half
}

// half is a page that was being written when an edition came.
type half struct {
	on    bool
	at    int      // the text on the page
	lines []string // of it
}

// endsIt says to an author what leaving does.
const endsIt = "ends the preview, of which nothing is kept."

// preview shows what its author is writing, and then the course around it.
func (s *session) showPreview() error {
	select {
	case e := <-s.preview.editions:
		s.came(e)
	case <-s.ctx.Done():
		return s.ctx.Err()
	}
	s.say("This is a preview, line by line. Each time that you save, what is wrong is said, and the same place is shown again. A line that you had begun to type then still counts: go on typing it. At every prompt ? says what can be typed, p says all that is wrong, b goes back, and q ends the preview. Nothing that you do in it is kept.")
	for {
		s.takeUp()
		if err := s.subject(); !errors.Is(err, errEdited) {
			return err
		}
	}
}

// subject shows what is previewed, as soon as it can be shown.
func (s *session) subject() error {
	e := s.preview.edition
	_, readable := s.readable(e.Place.Module)
	switch {
	case e.Course == nil, e.Missing != "", e.Place.Module != "" && !readable:
		return s.wait("")
	case e.Place.Module != "":
		if err := unlessBack(s.module(e.Place.Module, e.Place.Activity)); err != nil {
			return err
		}
	}
	return s.home()
}

// readable is a module, if it can be shown as it stands.
func (s *session) readable(module string) (study.Outline, bool) {
	o, ok := s.study.Outline(module)
	return o, ok && !o.Module.Broken
}

// wait is for an edition in which what is wanted can be shown, or for going
// back, where there is somewhere to go.
func (s *session) wait(back string) error {
	s.gap()
	s.say("Nothing can be shown yet. Mend it and save: it is shown here by itself.")
	_, err := s.ask(prompt{ask: "Until then, q to end the preview", back: back, quit: "to end the preview"})
	return err
}

// came takes an edition that has come.
func (s *session) came(e study.Edition) {
	s.preview.edition, s.preview.unsaid = e, true
	s.preview.count++
}

// problemsSaid is how many problems are said after a save: more would drown
// the course.
const problemsSaid = 5

// takeUp goes over to the last edition, and says what is wrong with it.
func (s *session) takeUp() {
	if !s.preview.unsaid {
		return
	}
	e := s.preview.edition
	s.preview.unsaid = false
	if e.Course != nil {
		s.study = s.study.Edited(e.Course)
	}
	s.shut = map[string]bool{}
	s.gap()
	s.sayf("%s at %s: %s.", e.Subject, e.At.Format("15:04:05"), e.Found())
	own := e.Problems[:e.Here+e.Near]
	s.problems(own[:min(len(own), problemsSaid)])
	if more := len(own) - problemsSaid; more > 0 {
		s.sayf("And %d more; at any prompt, p says all.", more)
	}
	for _, said := range []string{e.Missing, e.Blind} {
		if why, lines, _ := strings.Cut(said, "\n\n"); why != "" {
			s.say(sentence(why))
			s.out.write(lines + strings.Repeat("\n", min(1, len(lines))))
		}
	}
	s.gap()
}

// problems says what is wrong, each with its place and a fix.
func (s *session) problems(all []course.Problem) {
	for _, p := range all {
		head, excerpt, fix := p.Parts()
		s.say(head)
		for _, l := range excerpt {
			s.out.write(l + "\n")
		}
		if fix != "" {
			s.hang(course.FixLead, fix)
		}
	}
}

// allProblems says what is wrong in the whole course.
func (s *session) allProblems() {
	s.gap()
	if len(s.preview.edition.Problems) == 0 {
		s.say("No problems found.")
	}
	s.problems(s.preview.edition.Problems)
	s.gap()
}

// authors is what there is to say to the author in a preview, in the place of
// what a learner is told.
func (s *session) authors(learner, author string) string {
	if s.preview.editions != nil {
		return author
	}
	return learner
}

// refusal says why something cannot be shown, and what whoever hears it can do.
func (s *session) refusal(err error) string {
	var broken *course.BrokenError
	if errors.As(err, &broken) && s.preview.editions != nil {
		return sentence(broken.Why + ". Type p to hear what is wrong")
	}
	return sentence(err.Error())
}

// noteOn is what there is to say of an activity that is opened.
func (s *session) noteOn(now study.Sitting) string {
	if s.preview.editions != nil {
		return study.Unfit(now)
	}
	return now.Note()
}

// taking is an activity that is open.
type taking struct {
	spot   study.Spot
	opened study.Opened
	shown  bool // it could be opened once
}

// take opens an activity and goes through it. To an author it is shown again
// after each save.
func (s *session) take(module, activity string) error {
	t := taking{spot: study.Spot{Module: module, Activity: activity}}
	s.preview.stood, s.preview.half = nil, half{}
	for {
		err := s.sit(&t)
		if !errors.Is(err, errEdited) {
			s.preview.half = half{}
			return err
		}
		s.takeUp()
		t.spot = s.study.Now(t.spot)
	}
}

// open reads the activity anew. One that cannot be shown any more is shown to
// its author as it was.
func (s *session) open(t *taking) error {
	opened, err := s.keeper.Open(s.study.Course(), t.spot.Module, t.spot.Activity)
	switch {
	case err == nil:
		t.opened, t.shown = opened, true
	case t.shown:
		s.say("It cannot be shown as it stands. This is the last version that could:")
		return nil
	}
	return err
}

// skips says of a text of a page that it was written before an edition came,
// while another one was being written.
func (s *session) skips(i int) bool {
	skips := s.preview.half.on && i < s.preview.half.at
	if !skips && !s.preview.half.on {
		s.preview.half.at = i
	}
	return skips
}

// begun is what was typed of a text when an edition came.
func (s *session) begun() []string {
	lines := s.preview.half.lines
	s.preview.half.on, s.preview.half.lines = false, nil
	if len(lines) > 0 {
		s.say("You have typed, and can go on:")
		s.repeat(lines)
	}
	return lines
}

// interrupted notes what was typed of a text, if it is an edition that came.
func (s *session) interrupted(err error, lines []string) {
	if errors.Is(err, errEdited) {
		s.preview.half.on, s.preview.half.lines = true, lines
	}
}
