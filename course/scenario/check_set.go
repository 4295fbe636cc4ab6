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
	d := denseSet{flags: 1<<len(s.spec.Flags) - 1}
	size := uint64(1) << len(s.spec.Flags)
	for i, m := range s.spec.Meters {
		d.by[i] = size
		size *= uint64(m.Max-m.Min) + 1
	}
	d.place = size
	size *= uint64(len(s.scenes) + len(s.spec.Endings))
	if size > largestDense {
		return newHashSet()
	}
	d.bits = make([]uint64, size/64+1)
	return &d
}

// denseSet has a bit for each state there could be.
type denseSet struct {
	bits         []uint64
	by           [MaxMeters]uint64
	flags, place uint64
}

// code numbers the states without gaps.
func (d *denseSet) code(key uint64) uint32 {
	return uint32(key>>placeShift*d.place + key>>flagShift&d.flags +
		key&0xff*d.by[0] + key>>8&0xff*d.by[1] + key>>16&0xff*d.by[2] + key>>24&0xff*d.by[3])
}

func (d *denseSet) add(key uint64, _ []uint64) (uint32, bool) {
	code := d.code(key)
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
		place[rank(d.code(key))] = uint32(i)
	}
	for i, code := range refs {
		refs[i] = place[rank(code)]
	}
}

// hashSet is a table with open addressing.
type hashSet struct {
	slots []slot
	shift int
}

// slot holds a key beside its place in keys, counted from 1: so that a look
// into the table is one look into memory.
type slot struct {
	key uint64
	at  uint32
}

func newHashSet() *hashSet {
	const bits = 12
	return &hashSet{slots: make([]slot, 1<<bits), shift: 64 - bits}
}

func (h *hashSet) add(key uint64, keys []uint64) (uint32, bool) {
	if len(keys) >= len(h.slots)/4*3 {
		h.grow()
	}
	s := h.find(key)
	if s.at != 0 {
		return s.at - 1, false
	}
	*s = slot{key, uint32(len(keys) + 1)}
	return uint32(len(keys)), true
}

func (h *hashSet) resolve([]uint32, []uint64) {}

// find is the slot of a key, or the free one where it belongs.
func (h *hashSet) find(key uint64) *slot {
	const golden = 0x9e3779b97f4a7c15 // spreads neighbours over the table
	i := (key ^ key>>29) * golden >> h.shift
	for h.slots[i].at != 0 && h.slots[i].key != key {
		i = (i + 1) & uint64(len(h.slots)-1)
	}
	return &h.slots[i]
}

func (h *hashSet) grow() {
	old := h.slots
	h.slots, h.shift = make([]slot, 2*len(old)), h.shift-1
	for _, s := range old {
		if s.at != 0 {
			*h.find(s.key) = s
		}
	}
}
