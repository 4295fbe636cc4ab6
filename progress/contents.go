package progress

import (
	"bytes"
	"fmt"
	"slices"
	"sync"

	"github.com/oklog/ulid/v2"
)

// contents is what a journal file holds, as far as it has been read.
type contents struct {
	course   string
	lines    []line // those with an id, once each, ascending
	damaged  int
	foreign  int // of other courses
	disputed int // pairs of sound lines that claim one id
	newer    bool
	offset   int64  // the end of the last whole line
	mark     []byte // the last bytes before offset
	rest     []byte // what follows it: a line without an end, if anything
	torn     bool   // rest is only the beginning of a line
}

const markSize = 64

// add reads what follows offset, which begins with the rest of before.
func (c *contents) add(data []byte) {
	whole := bytes.LastIndexByte(data, '\n') + 1
	for _, l := range parseAll(data[:whole]) {
		c.addLine(l)
	}
	c.advance(data[:whole])
	c.rest, c.torn = data[whole:], false
	if len(c.rest) == 0 {
		return
	}
	if l := parse(c.rest); l.event != nil || l.newer {
		c.addLine(l)
	} else {
		c.torn = true
	}
}

// append takes over what was written after the rest: its end, if there was
// one, and then lines, each with its own.
func (c *contents) append(data []byte, own []line) {
	if c.torn {
		c.addLine(parse(c.rest))
	}
	for _, l := range own {
		c.addLine(l)
	}
	c.advance(append(bytes.Clone(c.rest), data...))
	c.rest, c.torn = nil, false
}

// advance moves offset behind whole lines.
func (c *contents) advance(read []byte) {
	c.offset += int64(len(read))
	mark := append(bytes.Clone(c.mark), read[max(0, len(read)-markSize):]...)
	c.mark = mark[max(0, len(mark)-markSize):]
}

// parseAll reads lines, on all processors where there are many: nobody should
// wait for a long journal.
func parseAll(data []byte) []line {
	var all []line
	for text := range bytes.SplitSeq(data, []byte("\n")) {
		if text = bytes.TrimRight(text, "\r"); len(text) > 0 {
			all = append(all, line{text: text})
		}
	}
	const atOnce = 250
	var group sync.WaitGroup
	for part := range slices.Chunk(all, atOnce) {
		group.Go(func() {
			for i := range part {
				part[i] = parse(part[i].text)
			}
		})
	}
	group.Wait()
	return all
}

func (c *contents) addLine(l line) {
	i, found := c.find(l.id)
	if found && bytes.Equal(l.text, c.lines[i].text) {
		return
	}
	switch {
	case l.newer:
		c.newer = true
	case l.event == nil:
		c.damaged++
	case l.event.Course != c.course:
		c.foreign++
		l.event = nil
	}
	switch {
	case !l.known():
	case !found:
		c.lines = slices.Insert(c.lines, i, l)
	default:
		if disputed(l, c.lines[i]) {
			c.disputed++
		}
		c.lines[i] = better(l, c.lines[i])
	}
}

// find is where a line with an id stands, or belongs. Most come last.
func (c *contents) find(id ulid.ULID) (int, bool) {
	if n := len(c.lines); n == 0 || c.lines[n-1].id.Compare(id) < 0 {
		return n, false
	}
	return slices.BinarySearchFunc(c.lines, id, func(l line, id ulid.ULID) int { return l.id.Compare(id) })
}

// last is the greatest id of any line; zero where there is none.
func (c *contents) last() ulid.ULID {
	if len(c.lines) == 0 {
		return ulid.ULID{}
	}
	return c.lines[len(c.lines)-1].id
}

func (c *contents) events() []Event {
	events := make([]Event, 0, len(c.lines))
	for _, l := range c.lines {
		if l.event != nil {
			events = append(events, *l.event)
		}
	}
	return events
}

// better is the line to keep of two with one id. It does not matter which
// comes first.
func better(a, b line) line {
	if a.rank != b.rank {
		if a.rank < b.rank {
			return a
		}
		return b
	}
	if bytes.Compare(a.text, b.text) <= 0 {
		return a
	}
	return b
}

// disputed says that two lines of one id are both sound and differ.
func disputed(a, b line) bool {
	return a.rank == rankSound && b.rank == rankSound && !bytes.Equal(a.text, b.text)
}

// notes says what a learner should know of the file.
func (c *contents) notes(path string) []string {
	var notes []string
	if c.newer {
		notes = append(notes, fmt.Sprintf("A newer version of hearten has written to %s. This one shows what it can read and changes nothing: update hearten to go on.", path))
	}
	damaged := c.damaged
	if c.torn {
		damaged++
	}
	if damaged > 0 {
		notes = append(notes, fmt.Sprintf("%s of %s cannot be read, as after a power cut. The file is kept as it is, and everything else in it counts.", lines(damaged), path))
	}
	if c.foreign > 0 {
		notes = append(notes, fmt.Sprintf("%s of %s are of another course. They are kept there and do not count here.", lines(c.foreign), path))
	}
	if c.disputed > 0 {
		notes = append(notes, disputedNote(c.disputed))
	}
	return notes
}

func disputedNote(n int) string {
	return fmt.Sprintf("%s claim to be an entry that another line holds too, with other words. One of each is counted, the same one every time.", lines(n))
}

func lines(n int) string {
	if n == 1 {
		return "One line"
	}
	return fmt.Sprintf("%d lines", n)
}
