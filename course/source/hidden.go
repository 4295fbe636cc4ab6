package source

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// hiddenFix is what to do about a character that nobody can see.
const hiddenFix = "delete it; it can hide what a text says, or steer the learner's terminal"

// coded says that a text between double quotes holds a code, such as \e, for
// a character that may not stand in a course, and reports it. Elsewhere there
// are no codes, and the file was looked through.
func (w *walker) coded(n *yaml.Node) bool {
	if n.Style&yaml.DoubleQuotedStyle == 0 || safe(n.Value) {
		return false
	}
	i := max(0, strings.IndexFunc(n.Value, Unsafe))
	r, _ := utf8.DecodeRuneInString(n.Value[i:])
	w.wrong(n, "unsafe-character", fmt.Sprintf("a code in this text stands for the invisible character U+%04X, which may not stand in a course", r),
		"take the code that begins with a backslash out; or write two backslashes if a backslash is meant")
	return true
}

// harmful says what is wrong with a Markdown text that would steer whoever
// renders it, or have them wait.
func (n *node) harmful() (Problem, bool) {
	for line := range strings.Lines(n.text) { // of a folded text, not as they stand in the file
		if containers(line) > maxDepth {
			return Node{n}.Problem(Error, 0, 1, "too-deep", tooDeep, tooDeepFix), true
		}
	}
	if at := crowded(n.text); at >= 0 {
		return Node{n}.Problem(Error, utf8.RuneCountInString(n.text[:at]), 1, "too-many-marks",
			"this paragraph holds so many marks of Markdown that it takes too long to read", "break it up with blank lines, or take some of the marks out"), true
	}
	return n.entities()
}

// entity is a character by its name or its number, as in &amp; or &#38;.
var entity = regexp.MustCompile(`&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?`)

// entities finds the first place of a Markdown text that stands for an
// unsafe character.
func (n *node) entities() (Problem, bool) {
	if !strings.Contains(n.text, "&") {
		return Problem{}, false
	}
	for _, m := range entity.FindAllStringIndex(n.text, -1) {
		if found := n.text[m[0]:m[1]]; !safe(resolved(found)) {
			offset, width := utf8.RuneCountInString(n.text[:m[0]]), utf8.RuneCountInString(found)
			return Node{n}.Problem(Error, offset, width, "unsafe-character",
				fmt.Sprintf("%s stands for an invisible character, which may not stand in a course", found), hiddenFix), true
		}
	}
	return Problem{}, false
}

// resolved is a text with its entities resolved, in both of the ways that
// those who render it know: they differ in what &#155; is.
func resolved(s string) string { return html.UnescapeString(string(words([]byte(s)))) }

// mostResolved is how often a text is resolved by those who render it, and
// once more.
const mostResolved = 3

// CleanMarkdown is CleanTerms for a text that is still to be rendered. Where an
// entity would become an unsafe character then, however it is wrapped up, no
// entity of the text is left one.
func CleanMarkdown(s string) string {
	s = CleanTerms(s)
	if !strings.Contains(s, "&") {
		return s
	}
	before := Clean(s)
	for range mostResolved {
		after := resolved(before)
		if !safe(after) {
			break
		}
		if after == before {
			return s
		}
		before = after
	}
	return strings.ReplaceAll(s, "&", "")
}
