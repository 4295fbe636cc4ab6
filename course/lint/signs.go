package lint

import "strings"

// signs are pieces of words of which a text has to hold one for a pattern to
// fit anywhere in it. Looking for them takes a small part of the time.
type signs struct {
	pieces []string
	begin  [1 << 12]bool // pairs of bytes that may begin one
}

func signsOf(pieces ...string) *signs {
	s := &signs{pieces: pieces}
	for _, p := range pieces {
		s.begin[pair(p, 0)] = true
	}
	return s
}

// pair stands for two bytes of a text. Few that texts hold stand for the same.
func pair(text string, i int) int { return int(text[i])<<5&0xfe0 | int(text[i+1])&0x1f }

// in says whether a text holds one of the signs.
func (s *signs) in(text string) bool {
	for i := range len(text) - 1 {
		if s.begin[pair(text, i)] && s.at(text[i:]) {
			return true
		}
	}
	return false
}

func (s *signs) at(text string) bool {
	for _, p := range s.pieces {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	return false
}
