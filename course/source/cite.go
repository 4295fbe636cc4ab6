package source

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
)

// brackets are the places of all [@id] and [@one; @another] in a text, each
// from its bracket to after the other.
func brackets(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for at := 0; ; {
			i := strings.Index(text[at:], "[@")
			if i < 0 {
				return
			}
			from := at + i
			n := strings.IndexAny(text[from+1:], "[]\n")
			if n < 0 {
				return
			}
			at = from + 1 + n
			if text[at] == ']' {
				at++
				if !yield(from, at) {
					return
				}
			}
		}
	}
}

// cited are the places of the ids within a citation.
func cited(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for at := 0; at < len(text); at++ {
			if text[at] != '@' {
				continue
			}
			from := at + 1
			for at+1 < len(text) && inID(text[at+1]) {
				at++
			}
			if at >= from && !yield(from, at+1) {
				return
			}
		}
	}
}

func inID(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-'
}

// Cite is a text with its citations as numbers: [@id] becomes [1]. A source
// for which number returns 0 is a problem, and stays as it was written; advice
// is what to do about it.
func Cite(n Node, number func(id string) int, advice func(id string) string) (string, []Problem) {
	text := n.Text().Value
	var numbered strings.Builder
	var problems []Problem
	count := counter{text: text}
	done := 0
	for from, to := range brackets(text) {
		numbers, unknown := []byte(nil), false
		for a, b := range cited(text[from:to]) {
			id := text[from+a : from+b]
			if i := number(id); i > 0 {
				numbers = strconv.AppendInt(append(numbers, ", "...), int64(i), 10)
				continue
			}
			unknown = true
			if len(problems) < maxPerFile {
				problems = append(problems, n.Problem(Error, count.span(from+a, from+b).Offset, len(id), "unknown-source",
					fmt.Sprintf("there is no source %q in this module", id), advice(id)))
			}
		}
		if !unknown && numbers != nil {
			if done == 0 {
				numbered.Grow(len(text))
			}
			numbered.WriteString(text[done:from])
			numbered.WriteByte('[')
			numbered.Write(numbers[len(", "):])
			numbered.WriteByte(']')
			done = to
		}
	}
	if done == 0 {
		return text, problems
	}
	numbered.WriteString(text[done:])
	return numbered.String(), problems
}
