package twee

import "strings"

// format is what plays a story in Twine. Each has a markup of its own.
type format uint8

const (
	unknown format = iota // read as any of them, Markdown least
	harlowe
	sugarcube
	chapbook
	snowman
)

func formatOf(name string) format {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "harlowe":
		return harlowe
	case "sugarcube":
		return sugarcube
	case "chapbook":
		return chapbook
	case "snowman":
		return snowman
	}
	return unknown
}

// is says that a format is one of some, or may be.
func (f format) is(some ...format) bool {
	if f == unknown {
		return true
	}
	for _, s := range some {
		if f == s {
			return true
		}
	}
	return false
}

// markdown says that the format's texts are Markdown already.
func (f format) markdown() bool { return f == chapbook || f == snowman }

// pair is a sign that stands before and after a text, and what it makes of
// it: a mark of Markdown, or something that Markdown does not have.
type pair struct {
	sign string
	mark string
	lost string
}

// pairs are a format's signs, the longer of two that begin alike first.
func (f format) pairs() []pair {
	bold, slanted := pair{sign: "''", mark: strong}, pair{sign: "//", mark: stress}
	raised := pair{sign: "^^", lost: "raised text"}
	underlined := pair{sign: "__", lost: "underlined text"}
	switch f {
	case chapbook:
		return []pair{{sign: "~~", lost: "small capitals"}}
	case snowman:
		return []pair{{sign: "~~", lost: "struck-out text"}}
	case sugarcube:
		return []pair{bold, slanted, underlined, {sign: "==", lost: "struck-out text"}, {sign: "~~", lost: "lowered text"}, raised}
	}
	all := []pair{bold, slanted, {sign: "**", mark: strong}, {sign: "*", mark: stress}, {sign: "~~", lost: "struck-out text"}, raised}
	if f == unknown {
		return append(all, underlined)
	}
	return all
}

// Signs that no course may hold stand for marks while a text is converted, so
// that no literal sign can be taken for one.
const (
	strong    = "\x01"
	stress    = "\x02"
	linkFrom  = "\x03"
	linkTo    = "\x04"
	block     = "\x0f" // before a mark that begins a line
	codeLine  = "\x07" // before a line of code
	lineBreak = "\x05"
)
