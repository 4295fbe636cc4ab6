package scenario

import (
	"fmt"
	"maps"
	"slices"
)

// endless finds the loops. States differ in thousands of ways that nobody
// tells apart, so loops through the same scenes are one finding.
func (x *exploration) endless(loop []uint32) []Finding {
	groups := x.grouped(loop)
	s := newRoundSearch(x, loop)
	var all []Finding
	for _, scene := range slices.Sorted(maps.Keys(groups)) {
		round := s.shortest(groups[scene])
		at, _ := split(x.keys[round[0]])
		ids := make([]string, 0, len(round))
		for i, from := range round {
			ids = append(ids, x.step(from, round[(i+1)%len(round)]))
		}
		id := x.story.spec.Scenes[at].ID
		all = append(all, Finding{
			Path: []string{"scenes", id}, Code: Endless,
			Cause:   fmt.Sprintf("a play need not end: from the scene %s, %s, it can come back to the same state by %s", quote(id), x.when(round[0]), quotedList(ids)),
			Fix:     "let every round change a meter, or set a flag that closes the way back",
			Witness: append(x.way(round[0]), ids...),
		})
	}
	return all
}

func quotedList(ids []string) string {
	const most = 6
	quoted := make([]string, 0, len(ids))
	for _, id := range ids[:min(most, len(ids))] {
		quoted = append(quoted, quote(id))
	}
	if len(ids) > most {
		return fmt.Sprintf("%s and %d more choices", listed(quoted), len(ids)-most)
	}
	return listed(quoted)
}

// grouped are the states on loops, in the order they were found, by the first
// of the scenes that their loops have in common with others.
func (x *exploration) grouped(loop []uint32) map[int][]uint32 {
	groups := make([]int, len(x.story.scenes))
	for i := range groups {
		groups[i] = i
	}
	root := func(scene int) int {
		for groups[scene] != scene {
			groups[scene] = groups[groups[scene]]
			scene = groups[scene]
		}
		return scene
	}
	scenes := map[uint32]int{}
	for i, n := range loop {
		if n == 0 {
			continue
		}
		at, _ := split(x.keys[i])
		if other, known := scenes[n]; known {
			a, b := root(at), root(other)
			groups[max(a, b)] = min(a, b)
		}
		scenes[n] = at
	}
	all := map[int][]uint32{}
	for i, n := range loop {
		if n != 0 {
			at, _ := split(x.keys[i])
			all[root(at)] = append(all[root(at)], uint32(i))
		}
	}
	return all
}

// mostSteps bounds the search for the shortest round. Beyond it a short one
// has to do, so that a story that is one great loop does not take for ever.
const mostSteps = 2_000_000

// roundSearch looks for the shortest ways back.
type roundSearch struct {
	x        *exploration
	loop     []uint32
	patience int
	from     []uint32 // the state before each, in the search at hand
	met      []uint32 // the last search that came to each state
	searches uint32
}

func newRoundSearch(x *exploration, loop []uint32) *roundSearch {
	return &roundSearch{x: x, loop: loop, patience: mostSteps, from: make([]uint32, len(x.keys)), met: make([]uint32, len(x.keys))}
}

// shortest is the round through some of the states that takes the fewest
// decisions from the start and back to where it began, as the states it goes
// through.
func (s *roundSearch) shortest(states []uint32) []uint32 {
	var shortest []uint32
	best := len(s.x.keys) + 1
	for _, i := range states {
		away := s.x.decisions(i)
		s.patience -= away
		if away+1 >= best && shortest != nil || s.patience < 0 && shortest != nil {
			break
		}
		most := len(s.x.keys)
		if shortest != nil {
			most = best - away - 1
		}
		if round := s.round(i, most); round != nil {
			shortest, best = round, away+len(round)
		}
	}
	return shortest
}

// decisions is how far a state is from the beginning.
func (x *exploration) decisions(i uint32) int {
	n := 0
	for ; i != 0; i = x.parent[i] {
		n++
	}
	return n
}

// round is a shortest way from a state back to itself, of so many decisions
// at most.
func (s *roundSearch) round(start uint32, most int) []uint32 {
	s.searches++
	layer, next := []uint32{start}, []uint32(nil)
	for length := 1; length <= most && len(layer) > 0; length++ {
		next = next[:0]
		for _, i := range layer {
			after := s.x.after(i)
			s.patience -= len(after)
			if slices.Contains(after, start) {
				return traced(s.from, start, i)
			}
			for _, to := range after {
				if s.met[to] != s.searches && s.loop[to] == s.loop[start] {
					s.met[to], s.from[to] = s.searches, i
					next = append(next, to)
				}
			}
		}
		layer, next = next, layer
	}
	return nil
}

func traced(from []uint32, start, end uint32) []uint32 {
	round := []uint32{end}
	for end != start {
		end = from[end]
		round = append(round, end)
	}
	slices.Reverse(round)
	return round
}
