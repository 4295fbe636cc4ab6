package progress

import (
	"bytes"
	"fmt"
	"slices"
)

// Merge is the journal that holds all of two, each given as the content of
// its file: every event once, by id, then the lines whose id cannot be read.
// It does not matter which comes first, and merging again changes nothing.
//
// Of two lines with one id, an erased one is kept, else one that is sound,
// else the smaller; where both were sound, a note says so. Journals of
// different courses are refused.
func Merge(a, b []byte) (merged []byte, notes []string, err error) {
	var m merging
	for _, content := range [][]byte{a, b} {
		if err := m.add(content); err != nil {
			return nil, nil, err
		}
	}
	return m.bytes(), m.disputes(), nil
}

type merging struct {
	contents
	unnamed [][]byte
}

func (m *merging) add(content []byte) error {
	for text := range bytes.SplitSeq(content, []byte("\n")) {
		text = bytes.TrimRight(text, "\r")
		l := parse(text)
		if l.event != nil && m.course == "" {
			m.course = l.event.Course
		}
		switch {
		case len(text) == 0:
		case l.event != nil && l.event.Course != m.course:
			return fmt.Errorf("one journal is of the course %q, the other of %q: the progress in different courses stays apart", m.course, l.event.Course)
		case l.known():
			m.addLine(l)
		default:
			m.unnamed = append(m.unnamed, text)
		}
	}
	return nil
}

func (m *merging) bytes() []byte {
	var out []byte
	for _, l := range m.lines {
		out = append(append(out, l.text...), '\n')
	}
	slices.SortFunc(m.unnamed, bytes.Compare)
	for _, text := range slices.CompactFunc(m.unnamed, bytes.Equal) {
		out = append(append(out, text...), '\n')
	}
	return out
}
