package scenario

import (
	"fmt"
	"maps"
	"slices"
)

// stuck finds the scenes that can offer nothing.
func (x *exploration) stuck() []Finding {
	at := make([]first, len(x.story.scenes))
	for i := range x.keys {
		if x.isStuck(uint32(i)) {
			scene, _ := split(x.keys[i])
			at[scene].note(uint32(i))
		}
	}
	var all []Finding
	for scene, where := range at {
		if where.known() {
			id := x.story.spec.Scenes[scene].ID
			all = append(all, x.finding(Stuck, where, []string{"scenes", id},
				fmt.Sprintf("a play gets stuck in the scene %s: %s it offers no choice", quote(id), x.when(where.state())),
				"add a choice without a condition, or one that is open then"))
		}
	}
	return all
}

func (x *exploration) isStuck(i uint32) bool {
	return x.explored(i) && !x.ended(i) && len(x.after(i)) == 0
}

// when is a state in words, to begin a sentence with.
func (x *exploration) when(i uint32) string {
	_, now := split(x.keys[i])
	return Play{story: x.story, now: now}.situation()
}

// traps finds the decisions after which no ending can be reached any more.
// What leads straight into a stuck state is left to the finding of that.
func (x *exploration) traps() []Finding {
	hope := x.hopeful()
	if !hope[0] && !x.isStuck(0) {
		return []Finding{{Path: []string{"start"}, Code: Trap, Cause: "no way leads from the start to an ending",
			Fix: "open a way out of the scenes that follow", Witness: []string{}}}
	}
	lost := func(to uint32) bool { return !hope[to] && !x.isStuck(to) }
	known := make([]uint64, len(x.story.scenes)) // the choices that are traps
	found := map[[2]int]Finding{}
	for i := range x.keys {
		if !hope[i] || !slices.ContainsFunc(x.after(uint32(i)), lost) {
			continue
		}
		at, _ := split(x.keys[i])
		for c, to := range x.open(uint32(i)) {
			if known[at]>>c&1 == 0 && lost(to) {
				known[at] |= 1 << c
				sc := x.story.spec.Scenes[at]
				found[[2]int{at, c}] = x.trap(uint32(i), sc.ID, sc.Choices[c].ID)
			}
		}
	}
	var all []Finding
	for _, at := range slices.SortedFunc(maps.Keys(found), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }) {
		all = append(all, found[at])
	}
	return all
}

func (x *exploration) trap(from uint32, scene, choice string) Finding {
	f := x.finding(Trap, first(from+1), []string{"scenes", scene, "choices", choice},
		fmt.Sprintf("%s, no way leads to an ending after the choice %s", x.when(from), quote(choice)),
		"open a way out of the scenes that follow, or do not offer the choice then")
	if f.Witness != nil {
		f.Witness = append(f.Witness, choice)
	}
	return f
}

// hopeful says of each state whether an ending can be reached from it. Of
// what was not explored it hopes the best.
func (x *exploration) hopeful() []bool {
	begins, before := x.backwards()
	hope := make([]bool, len(x.keys))
	ready := make([]uint32, 0, len(x.keys))
	for i := range x.keys {
		if x.ended(uint32(i)) || !x.explored(uint32(i)) {
			hope[i] = true
			ready = append(ready, uint32(i))
		}
	}
	for len(ready) > 0 {
		i := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		for _, from := range before[begins[i]:begins[i+1]] {
			if !hope[from] {
				hope[from] = true
				ready = append(ready, from)
			}
		}
	}
	return hope
}

// backwards is the graph with every decision turned round.
func (x *exploration) backwards() (begins, before []uint32) {
	begins = make([]uint32, len(x.keys)+2)
	for _, to := range x.next {
		begins[to+2]++
	}
	for i := 2; i < len(begins); i++ {
		begins[i] += begins[i-1]
	}
	// Filling moves each beginning to the next one's place, one to the left.
	before = make([]uint32, len(x.next))
	for i := range x.keys {
		for _, to := range x.after(uint32(i)) {
			before[begins[to+1]] = uint32(i)
			begins[to+1]++
		}
	}
	return begins, before
}
