package cli

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearten/course/diff"
)

// inWords is a thing as a sentence names it: by its id, or by its words where
// nobody gave it one.
func inWords(t diff.Thing) string {
	switch {
	case t.Made:
		return fmt.Sprintf("the %s “%s”", t.Noun, clipped(t.Name))
	case t.ID == "" || t.Noun == "course":
		return "the " + t.Noun
	}
	return fmt.Sprintf("%s %q", t.Noun, t.ID)
}

// clipped is a text of a course, short enough to stand in a sentence.
func clipped(text string) string { return clippedTo(48, text) }

func clippedTo(width int, text string) string {
	if text == "" {
		return "(nothing)"
	}
	return ansi.Truncate(text, width, "…")
}

// headline is a change in one sentence without its full stop. It is what the
// sentence calls the thing.
func headline(ch diff.Change, it string) string {
	for i := len(ch.In) - 1; i >= 2; i-- {
		it += " of " + inWords(ch.In[i])
	}
	switch ch.What {
	case diff.Added:
		return it + " is new" + withName(ch.Thing)
	case diff.Removed:
		return it + " is gone" + withName(ch.Thing)
	case diff.Renamed, diff.Moved:
		return it + became(ch)
	case diff.Joined:
		return it + " stands for " + quotedID(ch) + " too"
	case diff.Reordered:
		return it + " stand in another order"
	case diff.Unread:
		return it + " has mistakes in the " + ch.Field + " version and is left out; hearten lint names them"
	case diff.WrongWas:
		return "the was: of " + it + " names " + quotedID(ch)
	case diff.Story:
		return "the story of " + it + " changed" + soThat(ch.Effect)
	}
	if strings.HasPrefix(it, "this ") {
		return ch.Field + changedTo(ch, ": ")
	}
	if ch.Field == "" {
		return it + changedTo(ch, ": ")
	}
	return it + ": " + ch.Field + changedTo(ch, ", ")
}

// changedTo is how a part of a thing changed, after its name.
func changedTo(ch diff.Change, between string) string {
	switch {
	case short(ch):
		return between + orNone(ch.Old) + " → " + orNone(ch.New)
	case ch.What == diff.Reworded:
		return " is reworded"
	}
	return " changed"
}

// became says what a thing was before.
func became(ch diff.Change) string {
	switch {
	case ch.Old == "":
		return " was " + quotedID(ch) + " before"
	case ch.Old == ch.New:
		return " has an id of its own now"
	}
	return " is reworded, with a was: that holds what hung on it"
}

func quotedID(ch diff.Change) string { return fmt.Sprintf("%q", ch.Before) }

func soThat(e diff.Effect) string {
	if e == diff.RunsStartOver {
		return ", and some runs in the middle start over"
	}
	return ""
}

// short says of a change that both its sides fit on a line.
func short(ch diff.Change) bool {
	return (ch.What == diff.Changed || ch.What == diff.Reworded) && ansi.StringWidth(ch.Old+ch.New) <= 40
}

// withName is what a thing with an id is called.
func withName(t diff.Thing) string {
	if t.Made || t.Name == "" {
		return ""
	}
	return ": " + clipped(t.Name)
}
