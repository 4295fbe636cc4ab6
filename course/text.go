package course

import (
	"strconv"

	"hearten/course/source"
)

// Block is a piece of prose as a front end lays it out.
type Block = source.Block

// The kinds of block.
const (
	Paragraph = source.Paragraph
	Heading   = source.Heading
	Item      = source.Item
	Quote     = source.Quote
	Code      = source.Code
	Rule      = source.Rule
	Table     = source.Table
)

// Prose splits a Markdown text into blocks.
func Prose(markdown string) []Block { return source.Blocks(markdown) }

// Remark is Prose for a text that is inline if it is one line: a sign at its
// start is a sign. What is inline, and what is not, stands with source.Inline.
func Remark(markdown string) []Block { return source.Remark(markdown) }

// Inline is the words of an inline text, on one line and safe to print.
func Inline(markdown string) string { return source.Inline(markdown) }

// Clean drops from a text every character that could steer a terminal.
func Clean(s string) string { return source.Clean(s) }

// The marks around a term of the glossary in a text that was built. Nobody
// sees them, and Clean drops them.
const (
	TermOpens  = source.TermOpens
	TermCloses = source.TermCloses
)

// CleanMarkdown is Clean for a text that is still to be rendered, with its
// terms still to be shown as such.
func CleanMarkdown(s string) string { return source.CleanMarkdown(s) }

// CleanStyled is Clean for rendered text, keeping colours and safe links.
func CleanStyled(s string) string { return source.CleanStyled(s) }

// Thousands is a number with a comma before each three digits.
func Thousands(n uint64) string {
	digits := strconv.FormatUint(n, 10)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// Setting says how a Markdown text stands on a page of HTML.
type Setting = source.Setting

// Problem is one thing that is wrong with a course, as its author is told.
type Problem = source.Problem

// FixLead stands before the fix of a problem.
const FixLead = source.FixLead

// Errors counts the problems with which something is not served.
func Errors(ps []Problem) int { return source.Errors(ps) }
