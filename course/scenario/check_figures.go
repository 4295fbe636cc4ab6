package scenario

import (
	"math"
	"math/bits"
)

// Figures is how large a story is. Known says that they were reckoned: every
// state was explored, and every play comes to an ending.
type Figures struct {
	Known             bool
	Plays             uint64 // how many plays there are
	MorePlays         bool   // there are more than Plays can hold
	ShortestDecisions int
	LongestDecisions  int
	// Minutes are to read the texts, all choices offered and the ending.
	ShortestMinutes, LongestMinutes float64
	Endings                         []Share // in the author's order
	Meters                          []Range // in the author's order
	// Lost are the choices at the start after which no good ending is in
	// reach any more. A story without a good ending loses none.
	Lost []string
}

// Share is how often an ending is reached when every choice is left to
// chance: a part of 1.
type Share struct {
	Ending string
	Share  float64
}

// Range is how low and how high a meter can come.
type Range struct {
	Meter    string
	Min, Max int
}

// WordsPerMinute is how fast a learner is taken to read.
const WordsPerMinute = 220

// tally is what is true of all ways that lead to a state. Words stop at what
// they can hold, which takes a lifetime to read.
type tally struct {
	plays        uint64
	chance       float64
	fewest, most uint32 // words read before it
	longest      uint32 // decisions made
}

// figures goes through the states in topological order. Where cycles keep
// some from their turn, it returns how many ways into each state are left;
// else nil, and the figures.
func (x *exploration) figures() (Figures, []uint32) {
	ways := make([]uint32, len(x.keys))
	for _, to := range x.next {
		ways[to]++
	}
	// First come, first served goes through memory in the order it was
	// written, which the turns of a stack would not.
	ready := make([]uint32, 0, len(x.keys))
	if ways[0] == 0 {
		ready = append(ready, 0)
	}
	tallies := x.newTallies()
	for done := 0; done < len(ready); done++ {
		i := ready[done]
		after := x.after(i)
		if tallies != nil {
			x.pass(tallies, i, after)
		}
		for _, to := range after {
			if ways[to]--; ways[to] == 0 {
				ready = append(ready, to)
			}
		}
	}
	if len(ready) < len(x.keys) {
		return Figures{}, ways
	}
	return x.sum(tallies), nil
}

// newTallies has the tally of the beginning; nil where figures would not be
// exact.
func (x *exploration) newTallies() []tally {
	if !x.complete {
		return nil
	}
	all := make([]tally, len(x.keys))
	all[0] = tally{plays: 1, chance: 1}
	return all
}

// pass adds the ways that come through a state to what comes after it.
func (x *exploration) pass(tallies []tally, i uint32, after []uint32) {
	from := tallies[i]
	from.read(x.words[i])
	chance := from.chance / float64(len(after))
	for _, to := range after {
		t := &tallies[to]
		if t.plays == 0 || from.fewest < t.fewest {
			t.fewest = from.fewest
		}
		t.plays = plus(t.plays, from.plays)
		t.chance += chance
		t.most = max(t.most, from.most)
		t.longest = max(t.longest, from.longest+1)
	}
}

// read adds the words of the state itself.
func (t *tally) read(words uint32) {
	t.fewest, t.most = stopping(t.fewest, words), stopping(t.most, words)
}

// stopping adds and stops at the largest number.
func stopping(a, b uint32) uint32 {
	return uint32(min(uint64(a)+uint64(b), math.MaxUint32))
}

// plus adds and stops at the largest number.
func plus(a, b uint64) uint64 {
	sum, over := bits.Add64(a, b, 0)
	if over != 0 {
		return math.MaxUint64
	}
	return sum
}

func (x *exploration) sum(tallies []tally) Figures {
	if tallies == nil {
		return Figures{}
	}
	f := Figures{Known: true, Meters: x.ranges(), Lost: x.lost()}
	for _, e := range x.story.spec.Endings {
		f.Endings = append(f.Endings, Share{Ending: e.ID})
	}
	fewest, most := uint32(math.MaxUint32), uint32(0)
	f.ShortestDecisions = -1
	for i, t := range tallies {
		at, _ := split(x.keys[i])
		ending := at - len(x.story.scenes)
		if ending < 0 {
			continue
		}
		if f.ShortestDecisions < 0 {
			f.ShortestDecisions = x.decisions(uint32(i))
		}
		t.read(x.words[i])
		f.Endings[ending].Share += t.chance
		f.Plays = plus(f.Plays, t.plays)
		f.LongestDecisions = max(f.LongestDecisions, int(t.longest))
		fewest, most = min(fewest, t.fewest), max(most, t.most)
	}
	f.MorePlays = f.Plays == math.MaxUint64
	f.ShortestMinutes, f.LongestMinutes = float64(fewest)/WordsPerMinute, float64(most)/WordsPerMinute
	return f
}

func (x *exploration) ranges() []Range {
	var all []Range
	for i, m := range x.story.spec.Meters {
		low, high := 0xff, 0
		for _, key := range x.keys {
			_, now := split(key)
			low, high = min(low, now.height(i)), max(high, now.height(i))
		}
		all = append(all, Range{m.Name, m.Min + low, m.Min + high})
	}
	return all
}
