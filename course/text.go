package course

import "hearten/course/source"

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

// Clean drops from a text every character that could steer a terminal.
func Clean(s string) string { return source.Clean(s) }

// CleanMarkdown does the same for a text that is still to be rendered.
func CleanMarkdown(s string) string { return source.CleanMarkdown(s) }

// CleanStyled does the same for rendered text, keeping colours and safe links.
func CleanStyled(s string) string { return source.CleanStyled(s) }

// SafeLink says of an address that it leads to a web page or opens a mail.
func SafeLink(address string) bool { return source.SafeLink(address) }
