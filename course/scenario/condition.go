package scenario

// state is all that a story remembers: the height of each meter over its
// lower bound in eight bits, and above them a bit for each flag.
type state uint64

const (
	meterBits = 8
	flagShift = MaxMeters * meterBits
)

// height is how far a meter stands over its lower bound.
func (s state) height(meter int) int { return int(s >> (meter * meterBits) & 0xff) }

func (s state) withHeight(meter, height int) state {
	shift := meter * meterBits
	return s&^(0xff<<shift) | state(height)<<shift
}

func (s state) flag(i int) bool { return s>>(flagShift+i)&1 == 1 }

// condition is a chain of tests. Each one names the test to go on with, so
// that reading a condition takes no more tests than needed and no memory. The
// last test of the list is read first.
type condition struct{ tests []test }

// Where a chain of tests comes out.
const (
	cameTrue  = -1
	cameFalse = -2
)

type testKind uint8

const (
	testField  testKind = iota // one meter or flag
	testSum                    // a sum of meters
	testEnding                 // where the play has come to
)

// test asks whether a value lies between two bounds.
type test struct {
	kind     testKind
	shift    uint8
	mask     uint8
	low      int32
	width    uint32 // of the bounds
	by       [MaxMeters]int16
	yes, no  int32
	opposite bool // used until the chain is linked
}

// holds says whether the condition holds in a state. The number of the ending
// that was reached matters only to what a test expects.
func (c condition) holds(s state, ending int) bool {
	next := int32(len(c.tests) - 1)
	for next >= 0 {
		t := &c.tests[next]
		value := int32(s>>t.shift) & int32(t.mask)
		if t.kind != testField {
			value = t.rare(s, ending)
		}
		if uint32(value-t.low) <= t.width {
			next = t.yes
		} else {
			next = t.no
		}
	}
	return next == cameTrue
}

// open says whether the condition holds while a play goes on. Most have no
// tests, and are told without a call.
func (c *condition) open(now state) bool { return len(c.tests) == 0 || c.holds(now, noEnding) }

func (t *test) rare(s state, ending int) int32 {
	if t.kind == testEnding {
		return int32(ending)
	}
	// Written out, because a loop takes twice as long.
	return int32(t.by[0])*int32(s&0xff) + int32(t.by[1])*int32(s>>8&0xff) +
		int32(t.by[2])*int32(s>>16&0xff) + int32(t.by[3])*int32(s>>24&0xff)
}

// flags are the flags that the condition reads, as bits of a state.
func (c condition) flags() state {
	var read state
	for _, t := range c.tests {
		if t.kind == testField && t.shift >= flagShift {
			read |= 1 << t.shift
		}
	}
	return read
}

func flagTest(i int) test { return test{shift: uint8(flagShift + i), mask: 1, low: 1} }

func endingTest(i int, negated bool) test {
	return test{kind: testEnding, low: int32(i), opposite: negated}
}

// sumTest asks whether a sum of meters lies between two bounds, both within
// its reach. Of a lone meter it becomes the test of a field.
func sumTest(sum linear, meters []Meter, low, high int, negated bool) test {
	used, only := 0, 0
	t := test{kind: testSum, opposite: negated}
	for i, by := range sum.by {
		if by == 0 {
			continue
		}
		// The state holds heights, so the lower bounds count as numbers.
		sum.plus += by * meters[i].Min
		t.by[i] = int16(by)
		used, only = used+1, i
	}
	low, high = low-sum.plus, high-sum.plus
	if used == 1 && (sum.by[only] == 1 || sum.by[only] == -1) {
		if sum.by[only] < 0 {
			low, high = -high, -low
		}
		t = test{shift: uint8(only * meterBits), mask: 0xff, opposite: negated}
	}
	t.low, t.width = int32(low), uint32(high-low)
	return t
}

// formula is a condition as it was written: a test, or others joined.
type formula struct {
	join  string // "and", "or", or nothing for a test
	test  test
	parts []formula
}

// negated turns every test and every word around, so that no "not" is left.
func (f formula) negated() formula {
	if f.join == "" {
		f.test.opposite = !f.test.opposite
		return f
	}
	turned := formula{join: "or"}
	if f.join == "or" {
		turned.join = "and"
	}
	for _, part := range f.parts {
		turned.parts = append(turned.parts, part.negated())
	}
	return turned
}

func linked(f formula) condition {
	var c condition
	f.link(cameTrue, cameFalse, &c)
	return c
}

// link adds the tests of a formula, the first last, and returns where to
// begin. What comes after must stand before, so it works from the back.
func (f formula) link(yes, no int32, into *condition) int32 {
	if f.join == "" {
		t := f.test
		t.yes, t.no = yes, no
		if t.opposite {
			t.yes, t.no = no, yes
		}
		into.tests = append(into.tests, t)
		return int32(len(into.tests) - 1)
	}
	for i := len(f.parts) - 1; i >= 0; i-- {
		first := f.parts[i].link(yes, no, into)
		if f.join == "and" {
			yes = first
		} else {
			no = first
		}
	}
	if f.join == "and" {
		return yes
	}
	return no
}
