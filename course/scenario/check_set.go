package scenario

import "math/bits"

// stateSet holds the states that were found. While it grows, add gives each
// a number of the set's own; resolve turns these into places in keys.
type stateSet interface {
	add(key uint64, keys []uint64) (ref uint32, fresh bool)
	resolve(refs []uint32, keys []uint64)
}

// largestDense is up to where a bit for each state that could be is cheaper
// than a table of those that are.
const largestDense = 1 << 28

func newStateSet(s *Story) stateSet {
	n := numberingOf(s)
	if n.size > largestDense {
		return newHashSet(s)
	}
	return &denseSet{n, make([]uint64, n.size/64+1)}
}

// numbering gives every state there could be a number, without gaps. All
// numbers are below size, which has 61 bits where a story is at all limits.
type numbering struct {
	by                 [MaxMeters]uint64
	flags, place, size uint64
}

func numberingOf(s *Story) numbering {
	n := numbering{size: 1}
	for i, m := range s.spec.Meters {
		n.by[i] = n.size
		n.size *= uint64(m.Max-m.Min) + 1
	}
	n.flags = n.size
	n.size <<= len(s.spec.Flags)
	n.place = n.size
	n.size *= uint64(len(s.scenes) + len(s.spec.Endings))
	return n
}

func (n *numbering) code(key uint64) uint64 {
	return key>>placeShift*n.place + key>>flagShift&(1<<MaxFlags-1)*n.flags +
		key&0xff*n.by[0] + key>>8&0xff*n.by[1] + key>>16&0xff*n.by[2] + key>>24&0xff*n.by[3]
}

// denseSet has a bit for each state there could be.
type denseSet struct {
	numbering
	bits []uint64
}

func (d *denseSet) add(key uint64, _ []uint64) (uint32, bool) {
	code := uint32(d.code(key))
	word, bit := &d.bits[code/64], uint64(1)<<(code%64)
	fresh := *word&bit == 0
	*word |= bit
	return code, fresh
}

func (d *denseSet) resolve(refs []uint32, keys []uint64) {
	before := make([]uint32, len(d.bits)) // how many bits are set before a word
	total := uint32(0)
	for i, word := range d.bits {
		before[i] = total
		total += uint32(bits.OnesCount64(word))
	}
	rank := func(code uint32) uint32 {
		return before[code/64] + uint32(bits.OnesCount64(d.bits[code/64]&(1<<(code%64)-1)))
	}
	place := make([]uint32, total)
	for i, key := range keys {
		place[rank(uint32(d.code(key)))] = uint32(i)
	}
	for i, code := range refs {
		refs[i] = place[rank(code)]
	}
}

// hashSet is a table with open addressing. It holds states in groups of
// neighbours, because what follows a state is mostly near to it and to what
// follows the one before: so most looks into the table are into memory that is
// at hand.
type hashSet struct {
	numbering
	slots []group
	used  int
	shift int
}

// group is the states with the numbers from first*groupSize on. At says where
// each stands in keys, counted from 1.
type group struct {
	first uint64 // counted from 1, so that 0 is a free slot
	at    [groupSize]uint32
}

// groupSize makes two groups fill a line of memory.
const groupSize = 6

func newHashSet(s *Story) *hashSet {
	const bits = 8
	return &hashSet{numbering: numberingOf(s), slots: make([]group, 1<<bits), shift: 64 - bits}
}

func (h *hashSet) add(key uint64, keys []uint64) (uint32, bool) {
	code := h.code(key)
	g := h.find(code/groupSize + 1)
	if g.first == 0 {
		if h.used >= len(h.slots)/4*3 {
			h.grow()
			g = h.find(code/groupSize + 1)
		}
		g.first = code/groupSize + 1
		h.used++
	}
	at := &g.at[code%groupSize]
	fresh := *at == 0
	if fresh {
		*at = uint32(len(keys) + 1)
	}
	return *at - 1, fresh
}

func (h *hashSet) resolve([]uint32, []uint64) {}

// find is the slot of a group, or the free one where it belongs.
func (h *hashSet) find(first uint64) *group {
	const golden = 0x9e3779b97f4a7c15 // spreads neighbours over the table
	i := first * golden >> h.shift
	for h.slots[i].first != 0 && h.slots[i].first != first {
		i = (i + 1) & uint64(len(h.slots)-1)
	}
	return &h.slots[i]
}

func (h *hashSet) grow() {
	old := h.slots
	h.slots, h.shift = make([]group, 2*len(old)), h.shift-1
	for i := range old {
		if old[i].first != 0 {
			*h.find(old[i].first) = old[i]
		}
	}
}
