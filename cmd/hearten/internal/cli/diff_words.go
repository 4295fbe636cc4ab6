package cli

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"hearten/course"
	"hearten/course/diff"
)

// subject is a thing as a sentence names it: by its id, or by its words where
// nobody gave it one.
func subject(t diff.Thing) string {
	switch {
	case t.Made:
		return fmt.Sprintf("the %s “%s”", t.Noun, clipped(t.Name))
	case t.ID == "":
		return "the " + t.Noun
	}
	return course.Clean(fmt.Sprintf("%s %q", t.Noun, t.ID))
}

// clipped is a text of a course, short enough to stand in a sentence.
func clipped(text string) string { return ansi.Truncate(course.Clean(text), 48, "…") }

// headline is a change in one sentence without its full stop.
func headline(ch diff.Change) string {
	it := subject(ch.Thing)
	for i := len(ch.In) - 1; i >= 2; i-- {
		it += " of " + subject(ch.In[i])
	}
	switch ch.What {
	case diff.Added:
		return it + " is new" + named(ch.Thing)
	case diff.Removed:
		return it + " is gone" + named(ch.Thing)
	case diff.Renamed:
		return course.Clean(fmt.Sprintf("%s was %q before", it, ch.Before))
	case diff.Moved:
		return course.Clean(fmt.Sprintf("%s was %q before", it, ch.Before))
	case diff.Reordered:
		return it + " stand in another order"
	case diff.Unread:
		return it + " has mistakes in the " + ch.Field + " version and is left out; hearten lint names them"
	case diff.WrongWas:
		return course.Clean(fmt.Sprintf("the was: of %s names %q", it, ch.Before))
	case diff.Reworded:
		return it + ": the " + ch.Field + " is reworded"
	}
	if short(ch) {
		return fmt.Sprintf("%s: %s %s → %s", it, ch.Field, orNothing(ch.Old), orNothing(ch.New))
	}
	return it + ": the " + ch.Field + " changed"
}

// short says of a change that both its sides fit on a line.
func short(ch diff.Change) bool {
	return ch.What == diff.Changed && ansi.StringWidth(ch.Old+ch.New) <= 40
}

func orNothing(words string) string {
	if words == "" {
		return "(nothing)"
	}
	return course.Clean(words)
}

// named is what a thing with an id is called.
func named(t diff.Thing) string {
	if t.Made || t.Name == "" {
		return ""
	}
	return ": " + clipped(t.Name)
}
