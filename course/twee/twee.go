// Package twee turns a Twine story, written as Twee 3, into a scenario file.
//
// It reads the Twee 3 specification of the Interactive Fiction Technology
// Foundation, and the markup of the story formats Harlowe, SugarCube, Chapbook
// and Snowman as far as it is plain.
package twee

import (
	"fmt"

	"hearten/course/foreign"
)

// Options say how to import a story.
type Options struct {
	// Partial takes a story with macros, leaves every macro out and says so of
	// each. Text and links that a macro holds in brackets are kept.
	Partial bool
}

// MacroError says that a story has macros: the first one, with its place.
type MacroError struct {
	Line, Column int // from 1; the column in characters
	Text         string
}

func (e *MacroError) Error() string {
	return fmt.Sprintf("line %d, column %d: the story uses a macro here, %s, and scenarios have none. "+
		"Rewrite it in Twine without macros, or import it with --partial, which leaves every macro out and lists them", e.Line, e.Column, foreign.Clip(e.Text))
}

// Import is the scenario file of a Twee story, with everything that could not
// be carried over, by line. The file can be read as it stands; what only its
// author can say is marked in it. A story with macros is refused with a
// *MacroError unless the options say otherwise.
func Import(src string, o Options) (yaml string, lost []foreign.Loss, err error) {
	var r foreign.Report
	text, err := r.Text(src, "the story")
	if err != nil {
		return "", nil, err
	}
	b, err := read(text, &r)
	if err != nil {
		return "", nil, err
	}
	pages := b.pages(&r)
	if m := firstMacro(pages); m != nil && !o.Partial {
		return "", nil, m
	}
	yaml = emit(build(b, pages, &r))
	if err := foreign.Fits(yaml, "the story", "scenario"); err != nil {
		return "", nil, err
	}
	return yaml, r.Losses(), nil
}
