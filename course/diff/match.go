package diff

import "slices"

// match says what became of siblings: which of the old ones are which of the
// new ones, by the ids that results will be looked for under.
type match struct {
	old, now []node
	to       []int // of each old one: where it is now, or -1
	from     []int // of each new one: the first that it was, or -1
}

// skipped stands for what cannot be compared.
const skipped = -2

// matched follows the ids of old siblings to where study looks for them.
func matched(old, now []node, today func(id string) string) match {
	m := match{old: old, now: now, to: make([]int, len(old)), from: make([]int, len(now))}
	at := map[string]int{}
	for j, n := range now {
		at[n.thing.ID], m.from[j] = j, -1
	}
	for i, o := range old {
		m.to[i] = -1
		if j, ok := at[today(o.thing.ID)]; ok {
			m.to[i] = j
			if m.from[j] < 0 || now[j].thing.ID == o.thing.ID {
				m.from[j] = i
			}
		}
	}
	return m
}

func (m match) gone() []int  { return where(m.to, -1) }
func (m match) added() []int { return where(m.from, -1) }

func where(all []int, value int) []int {
	var found []int
	for i, v := range all {
		if v == value {
			found = append(found, i)
		}
	}
	return found
}

// reordered says that what is still there stands in another order.
func (m match) reordered() bool {
	still := slices.DeleteFunc(slices.Clone(m.to), func(j int) bool { return j < 0 })
	return !slices.IsSorted(still)
}

// spot is a place among siblings: so many behind one that was matched.
type spot struct{ after, by int }

// spots are the places of those that are gone, and of those that are new, in
// words that both have in common.
func (m match) spots() (gone, added map[int]spot) {
	return spotsOf(m.to, func(_, now int) int { return now }), spotsOf(m.from, func(now, _ int) int { return now })
}

// spotsOf are the places of those things of a list that are none of the
// other's. Where the others are now is said by their two places.
func spotsOf(others []int, now func(i, other int) int) map[int]spot {
	spots := map[int]spot{}
	last, by := -1, 0
	for i, other := range others {
		switch {
		case other >= 0:
			last, by = now(i, other), 0
		case other != skipped:
			spots[i], by = spot{last, by}, by+1
		}
	}
	return spots
}
