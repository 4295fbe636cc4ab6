// Package source is what an author wrote: YAML and Markdown with the place of
// every word, read by one table of fields, and the problems found in it.
package source

import (
	"cmp"
	"slices"
)

// Pos is a place in a file. Lines and columns count from 1, columns in
// characters; zero where the whole file is meant.
type Pos struct {
	File         string
	Line, Column int
}

// Severity says what a problem does to a learner.
type Severity uint8

// With a Warning an activity is served, with an Error it is not.
const (
	Warning Severity = iota
	Error
)

func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Problem is one thing that is wrong with a course, in its author's words.
type Problem struct {
	Severity Severity
	At       Pos
	Width    int    // characters that are meant, from At on
	Code     string // stable, in kebab case
	Cause    string // what is wrong, without a full stop
	Fix      string // what to do about it
	Excerpt  string // the line At points into
}

// Sort puts problems in the order in which an author would meet them.
func Sort(ps []Problem) {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Line, b.At.Line),
			cmp.Compare(a.At.Column, b.At.Column), cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Cause, b.Cause),
		)
	})
}

// Errors counts the problems that are errors.
func Errors(ps []Problem) int {
	n := 0
	for _, p := range ps {
		if p.Severity == Error {
			n++
		}
	}
	return n
}
