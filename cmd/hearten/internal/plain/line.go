package plain

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
)

// line is what was typed up to Enter, or why there is no more.
type line struct {
	text string
	err  error
}

// read hands out the input line by line. One reader serves every prompt, so
// that answers piped in are never lost between two of them. It reads in a
// goroutine of its own, because nothing else lets an interrupt through while
// a terminal waits for Enter.
func read(ctx context.Context, in io.Reader) <-chan line {
	lines := make(chan line)
	send := func(l line) bool {
		select {
		case lines <- l:
			return true
		case <-ctx.Done():
			return false
		}
	}
	go func() {
		defer close(lines)
		r := bufio.NewReader(in)
		for {
			text, err := r.ReadString('\n')
			if text != "" && !send(line{text: clip(text)}) {
				return
			}
			if err == nil {
				continue
			}
			if err != io.EOF {
				send(line{err: fmt.Errorf("what you type could not be read: %w", err)})
			}
			return
		}
	}()
	return lines
}

// clip is a line without its end, in characters that can be kept.
func clip(text string) string {
	return strings.ToValidUTF8(strings.TrimRight(text, "\r\n"), "\uFFFD")
}

// line is the next line typed. It fails with errEnd at the end of the input.
func (s *session) line() (string, error) {
	if s.out.err != nil {
		return "", s.out.err
	}
	editions := s.preview.editions
	if s.preview.deaf {
		editions = nil
	}
	select {
	case <-s.ctx.Done():
		return "", s.ctx.Err()
	case e := <-editions:
		s.came(e)
		return "", errEdited
	case l, ok := <-s.in:
		if !ok {
			// An interrupt closes the input as well; it goes first.
			if s.ctx.Err() != nil {
				return "", s.ctx.Err()
			}
			return "", errEnd
		}
		return l.text, l.err
	}
}
