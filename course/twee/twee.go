// Package twee turns a Twine story, written as Twee 3, into a scenario file.
//
// It reads the Twee 3 specification of the Interactive Fiction Technology
// Foundation, and the markup of the story formats Harlowe, SugarCube, Chapbook
// and Snowman as far as it is plain.
package twee

import (
	"cmp"
	"fmt"
	"slices"
)

// Options say how to import a story.
type Options struct {
	// Partial takes a story with macros, leaves every macro out and says so of
	// each. Text and links that a macro holds in brackets are kept.
	Partial bool
}

// Loss is one thing that could not be carried over, or that is the author's
// to finish: what stands in a line of the story, and why it is not, or not as
// it was, in the scenario.
type Loss struct {
	Line      int
	What, Why string
}

// MacroError says that a story has macros: the first one, with its place.
type MacroError struct {
	Line, Column int // from 1; the column in characters
	Text         string
}

func (e *MacroError) Error() string {
	return fmt.Sprintf("line %d, column %d: the story uses a macro here, %s, and scenarios have none. "+
		"Rewrite it in Twine without macros, or import it with --partial, which leaves every macro out and lists them", e.Line, e.Column, clip(e.Text))
}

// Import is the scenario file of a Twee story, with everything that could not
// be carried over, by line. The file can be read as it stands; what only its
// author can say is marked in it. A story with macros is refused with a
// *MacroError unless the options say otherwise.
func Import(src string, o Options) (yaml string, lost []Loss, err error) {
	var r report
	text, err := clean(src, &r)
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
	if err := fits(yaml); err != nil {
		return "", nil, err
	}
	slices.SortStableFunc(r.lost, func(a, b Loss) int { return cmp.Compare(a.Line, b.Line) })
	return yaml, r.lost, nil
}

// report collects what is lost.
type report struct{ lost []Loss }

func (r *report) add(line int, what, why string) {
	r.lost = append(r.lost, Loss{line, what, why})
}

// clip is a text short enough to be quoted within a sentence.
func clip(s string) string {
	runes := []rune(oneLine(s))
	if len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return string(runes)
}

func quote(s string) string { return "“" + clip(s) + "”" }
