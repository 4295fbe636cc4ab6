package scenario

import "math/bits"

// first is the first state in which something was so; since states are found
// breadth first, no other is fewer decisions away. Zero is none.
type first uint32

func (f *first) note(state uint32) {
	if *f == 0 {
		*f = first(state + 1)
	}
}

func (f first) known() bool { return f != 0 }

func (f first) state() uint32 { return uint32(f - 1) }

// sceneFacts is what was seen of a scene.
type sceneFacts struct {
	reached first
	shown   []first // each of its texts
	choices []choiceFacts
	// apart has for each choice the later ones with another result in some
	// state; same has the first state of the pairs with the same result.
	apart []uint64
	alike []uint64 // the pairs of same, to be seen at a glance
	same  map[[2]int]first
	// weighed are the choices that are not the best in some state.
	weighed  uint64
	betterBy []leaning
	steps    int // to read all conditions of the scene
}

// choiceFacts is what was seen of a choice. Clipped says that each of its
// changes in misses left the bounds wherever it was offered.
type choiceFacts struct {
	offered, refused, best first
	taken                  []first // each of its branches
	misses                 uint8
	clipped                bool
}

// leaning is a meter and which way of it is better: 1 up, -1 down.
type leaning struct{ meter, up int }

func newFacts(s *Story) []sceneFacts {
	var leanings []leaning
	for i, m := range s.spec.Meters {
		switch m.Better {
		case BetterUp:
			leanings = append(leanings, leaning{i, 1})
		case BetterDown:
			leanings = append(leanings, leaning{i, -1})
		}
	}
	all := make([]sceneFacts, len(s.scenes))
	for i := range all {
		scene := &s.scenes[i]
		all[i] = sceneFacts{
			shown:    make([]first, len(scene.texts)),
			choices:  make([]choiceFacts, len(scene.choices)),
			apart:    make([]uint64, len(scene.choices)),
			alike:    make([]uint64, len(scene.choices)),
			steps:    scene.steps(),
			betterBy: leanings,
		}
		for c := range scene.choices {
			known := &all[i].choices[c]
			known.taken = make([]first, len(scene.choices[c].to))
			known.misses = 1<<len(scene.choices[c].changes) - 1
			known.clipped = known.misses != 0
		}
	}
	return all
}

func (f *sceneFacts) read(shown int, i uint32) {
	f.reached.note(i)
	if shown >= 0 {
		f.shown[shown].note(i)
	}
}

// clip drops the changes that stay within the bounds in a state.
func (f *choiceFacts) clip(c *choice, now state) {
	for i, m := range c.changes {
		if height := now.height(m.meter) + m.by; height >= 0 && height <= m.top {
			f.misses &^= 1 << i
		}
	}
	f.clipped = f.misses != 0
}

// compare looks at the results of the choices that a state offers, and says
// how many it compared.
func (f *sceneFacts) compare(reached *[MaxChoices]uint64, open uint64, i uint32) (steps int) {
	if open&(open-1) == 0 {
		return 0
	}
	for rest := open; rest != 0; rest &= rest - 1 {
		a := bits.TrailingZeros64(rest)
		for later := rest & (rest - 1) &^ f.apart[a]; later != 0; later &= later - 1 {
			steps++
			b := bits.TrailingZeros64(later)
			if reached[a] != reached[b] {
				f.apart[a] |= 1 << b
			} else if f.alike[a]>>b&1 == 0 {
				f.alike[a] |= 1 << b
				f.noteSame(a, b, i)
			}
		}
	}
	for rest := open &^ f.weighed; rest != 0; rest &= rest - 1 {
		c := bits.TrailingZeros64(rest)
		steps += bits.OnesCount64(open)
		if f.isBest(reached, open, c) {
			f.choices[c].best.note(i)
		} else {
			f.weighed |= 1 << c
		}
	}
	return steps
}

func (f *sceneFacts) noteSame(a, b int, i uint32) {
	if f.same == nil {
		f.same = map[[2]int]first{}
	}
	f.same[[2]int{a, b}] = first(i + 1)
}

// isBest says whether a choice leaves the flags as every other one does, no
// meter worse and some meter better.
func (f *sceneFacts) isBest(reached *[MaxChoices]uint64, open uint64, c int) bool {
	_, mine := split(reached[c])
	for others := open &^ (1 << c); others != 0; others &= others - 1 {
		_, other := split(reached[bits.TrailingZeros64(others)])
		if mine>>flagShift != other>>flagShift || !f.better(mine, other) {
			return false
		}
	}
	return true
}

func (f *sceneFacts) better(mine, other state) bool {
	better := false
	for _, l := range f.betterBy {
		switch ahead := (mine.height(l.meter) - other.height(l.meter)) * l.up; {
		case ahead < 0:
			return false
		case ahead > 0:
			better = true
		}
	}
	return better
}
