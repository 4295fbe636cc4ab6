package progress

import (
	"bytes"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"
)

// contents is what a journal file holds, as far as it has been read.
type contents struct {
	course   string
	lines    []line             // those with an id, once each, ascending
	nameless int                // damaged lines without one
	disputed map[ulid.ULID]bool // ids of several sound lines that differ
	newer    bool
	offset   int64  // the end of the last whole line
	mark     []byte // the last bytes before offset
	rest     []byte // what follows it: a line without an end, if anything
	torn     bool   // rest is a nameless line
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
	for _, l := range parseAll(c.rest) {
		// It may be read again once it has an end, so it must not count twice.
		if c.torn = !l.known() && !l.newer; !c.torn {
			c.addLine(l)
		}
	}
}

// append takes over what was written after the rest: its end, if there was
// one, and then lines, each with its own.
func (c *contents) append(data []byte, own []line) {
	if c.torn {
		c.nameless++
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
	parts := slices.Collect(slices.Chunk(all, 250))
	if len(parts) == 1 {
		parseEach(all)
		return all
	}
	var group sync.WaitGroup
	for _, part := range parts {
		group.Go(func() { parseEach(part) })
	}
	group.Wait()
	return all
}

func parseEach(part []line) {
	for i := range part {
		part[i] = parse(part[i].text)
	}
}

// addLine takes in a line, and where another has its id, the better of them.
func (c *contents) addLine(l line) {
	c.newer = c.newer || l.newer
	if l.event != nil && l.event.Course != c.course {
		l.event, l.foreign = nil, true
	}
	i, found := c.find(l.id)
	switch {
	case !l.known() && !l.newer:
		c.nameless++
	case !l.known():
	case !found:
		c.lines = slices.Insert(c.lines, i, l)
	default:
		if disputed(l, c.lines[i]) {
			c.dispute(l.id)
		}
		c.lines[i] = better(l, c.lines[i])
	}
}

func (c *contents) dispute(id ulid.ULID) {
	if c.disputed == nil {
		c.disputed = map[ulid.ULID]bool{}
	}
	c.disputed[id] = true
}

// find is where a line with an id stands, or belongs. Most come last.
func (c *contents) find(id ulid.ULID) (int, bool) {
	if n := len(c.lines); n == 0 || c.lines[n-1].id.Compare(id) < 0 {
		return n, false
	}
	return slices.BinarySearchFunc(c.lines, id, func(l line, id ulid.ULID) int { return l.id.Compare(id) })
}

// last is the greatest id of any line; zero where there is none. A damaged
// line whose id lies in the future is not believed: all ids after it would.
func (c *contents) last(now time.Time) ulid.ULID {
	for _, l := range slices.Backward(c.lines) {
		sound := l.rank == rankSound || l.rank == rankErased
		if sound || l.id.Timestamp().Before(now) {
			return l.id
		}
	}
	return ulid.ULID{}
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
	damaged, foreign := c.nameless, 0
	if c.torn {
		damaged++
	}
	for _, l := range c.lines {
		switch {
		case l.foreign:
			foreign++
		case l.event == nil && !l.newer:
			damaged++
		}
	}
	var notes []string
	if c.newer {
		notes = append(notes, fmt.Sprintf("A newer version of hearten has written to %s. This one shows what it can read and changes nothing: update hearten to go on.", path))
	}
	if damaged > 0 {
		notes = append(notes, fmt.Sprintf("%s cannot be read in %s, as after a power cut. The file is kept as it is, and everything else in it counts.", count(damaged, "line", "lines"), path))
	}
	if foreign > 0 {
		notes = append(notes, fmt.Sprintf("%s another course in %s. The file is kept as it is, and everything else in it counts.", count(foreign, "line is of", "lines are of"), path))
	}
	return append(notes, c.disputes()...)
}

func (c *contents) disputes() []string {
	if len(c.disputed) == 0 {
		return nil
	}
	return []string{count(len(c.disputed), "entry is there twice, with different words. One of the two counts, always the same one.", "entries are there twice, with different words. One of each two counts, always the same one.")}
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
