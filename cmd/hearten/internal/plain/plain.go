// Package plain shows the course line by line, for screen readers, pipes and
// terminals that can do no more: it only ever adds lines, of words alone.
package plain

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/charmbracelet/x/term"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// Config is what a session is made of.
type Config struct {
	In     io.Reader
	Out    io.Writer
	Study  study.Study
	Keeper *study.Keeper
	Moment func() study.Moment
	Review bool // begin with what is due to be asked again
	// Editions show the course to its author while they write; nil for a
	// learner.
	Editions <-chan study.Edition
}

// Ways out of whatever is being shown. They travel as errors because they
// end all that is open on their way.
var (
	errBack = errors.New("back")
	errQuit = errors.New("quit")
	errLeft = errors.New("left without saving")
	errEnd  = errors.New("the input has ended")
)

// session is one call of Run: who studies, and the two ends of the line.
type session struct {
	ctx    context.Context
	in     <-chan line
	echo   bool // what is typed is not seen by itself, so prompts repeat it
	out    *output
	study  study.Study
	keeper *study.Keeper
	moment func() study.Moment
	told   map[string]bool   // what was explained already
	shut   map[string]bool   // activities, by module and id, that could not be opened
	words  []course.Glossary // that can be explained where the learner is

	preview preview
}

// Run takes a learner through the course until they leave or the input ends;
// both are fine, and text being typed is kept then as a draft. It fails where
// the input or the output does, or when the context is cancelled.
func Run(ctx context.Context, c Config) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s := &session{
		ctx: ctx, in: read(ctx, c.In), echo: !terminal(c.In), out: &output{to: c.Out},
		study: c.Study, keeper: c.Keeper, moment: c.Moment, told: map[string]bool{}, shut: map[string]bool{},
		preview: preview{editions: c.Editions},
	}
	kept := "Everything is saved; a text you had not finished is kept as a draft."
	goodbye := "Saved. Come back whenever you like."
	if c.Editions != nil {
		kept = "Nothing that you did in it is kept."
		goodbye = "The preview ends. " + kept
	}
	switch err := s.from(c.Review); {
	case errors.Is(err, errQuit):
		s.say(goodbye)
	case errors.Is(err, errEnd):
		s.say("The input has ended, and so does this session. " + kept)
	case errors.Is(err, errLeft):
		s.say("The last step was not saved. " + s.authors("Everything before it is.", kept))
	case errors.Is(err, context.Canceled):
		s.say("Interrupted. " + kept)
		return err
	default:
		return err
	}
	return s.out.err
}

// from goes through the course from home, or first through what is due.
func (s *session) from(review bool) error {
	if s.preview.editions != nil {
		return s.showPreview()
	}
	s.welcome()
	if review {
		if err := unlessBack(s.review()); err != nil {
			return err
		}
	}
	return s.home()
}

// terminal says that somebody types into the input and sees it.
func terminal(in io.Reader) bool {
	f, ok := in.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(f.Fd())
}

// save keeps what an input did. Only when it returns without an error may the
// result be shown.
func (s *session) save(u study.Unsaved) error {
	if u.Empty() {
		return nil
	}
	for {
		kept, err := s.keeper.Save(s.ctx, u)
		if err == nil {
			s.study = s.study.Saved(kept)
			s.notes()
			return nil
		}
		if s.ctx.Err() != nil {
			return s.ctx.Err()
		}
		s.say(sentence(err.Error()))
		again := prompt{ask: "Type r to try again, or q to leave without saving this step",
			keys: []key{{"r", "to try again"}}, quit: "to leave without saving this step", deaf: true}
		switch _, asked := s.ask(again); {
		case errors.Is(asked, errQuit):
			return errLeft
		case errors.Is(asked, errEnd):
			return fmt.Errorf("the last step was not saved: %w", err)
		case asked != nil:
			return asked
		}
	}
}

// notes says what the learner should know of how progress is kept, each thing
// once.
func (s *session) notes() {
	for _, note := range s.keeper.Notes() {
		s.tell(note)
	}
}

// sit shows an activity from where it was left.
func (s *session) sit(t *taking) error {
	if err := s.open(t); err != nil {
		s.shut[t.spot.Module+"/"+t.spot.Activity] = true
		if s.preview.editions != nil && t.spot == s.preview.edition.Place {
			return s.wait("to the module") // what hinders has been said
		}
		s.gap()
		s.say(s.refusal(err))
		return nil
	}
	s.within(t.opened.Content.Module)
	sitting, unsaved := s.study.Begin(t.opened, s.moment())
	if s.preview.stood != nil {
		sitting, unsaved = s.study.Resume(t.opened, s.preview.stood, s.moment())
	}
	if err := s.save(unsaved); err != nil {
		return err
	}
	s.gap()
	if note := s.noteOn(sitting); note != "" {
		s.say(note)
	}
	s.preview.stood = sitting
	switch sitting := sitting.(type) {
	case study.Lesson:
		return s.lesson(sitting)
	case study.Quiz:
		return s.quiz(sitting)
	case study.Scenario:
		return s.scenario(sitting)
	case study.Reflection:
		return s.reflection(sitting)
	case study.Plan:
		return s.plan(sitting)
	case study.Tension:
		return s.tension(sitting)
	}
	return fmt.Errorf("“%s” cannot be taken line by line", t.opened.Content.Activity.Title)
}

// opening says which activity begins.
func (s *session) opening(a course.Activity) {
	s.sayf("%s: %s %s", kindWord(a.Kind), stop(a.Title), sentence(minutes(a.Minutes)))
}
