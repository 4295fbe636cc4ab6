package source

import (
	"io"
	"unicode/utf8"
)

// CleanWriter passes on what is written to it, without what Clean drops. A
// character may come in two parts. It is for one goroutine at a time.
type CleanWriter struct {
	to   io.Writer
	held []byte // the beginning of a character, at most three bytes
}

// NewCleanWriter is a filter before a terminal, a pipe or a file.
func NewCleanWriter(to io.Writer) *CleanWriter { return &CleanWriter{to: to} }

// Write passes a text on.
func (c *CleanWriter) Write(b []byte) (int, error) {
	all := append(c.held, b...)
	end := len(all) - unfinishedRune(all)
	c.held = append([]byte(nil), all[end:]...)
	if _, err := io.WriteString(c.to, Clean(string(all[:end]))); err != nil {
		return 0, err
	}
	return len(b), nil
}

// unfinishedRune is how many bytes at the end may be the beginning of a
// character.
func unfinishedRune(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if last := b[len(b)-n]; utf8.RuneStart(last) {
			if last >= utf8.RuneSelf && !utf8.FullRune(b[len(b)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}
