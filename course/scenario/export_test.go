package scenario

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
)

// Exhausted is what the naive player has seen of a story: all that is wrong,
// as codes with their places, where all loops are one, and a digest of all that
// a learner could meet.
type Exhausted struct {
	Wrong []string
	Seen  string
}

// Exhaust lets the naive player try everything.
func Exhaust(story *Story) Exhausted {
	n := playAll(story)
	wrong := n.findingsButRounds()
	if n.goesRound() {
		wrong.add(0, Endless)
	}
	seen := sha256.New()
	for at, p := range n.play {
		fmt.Fprintln(seen, situationOf(p), p.Text())
		for i, c := range p.Offered() {
			fmt.Fprintln(seen, c.ID, n.next[at][i])
		}
	}
	return Exhausted{slices.Sorted(maps.Keys(wrong)), string(seen.Sum(nil))}
}

// Found is what the checker says of a story, as Exhaust tells it.
func Found(story *Story) []string {
	all := said{}
	for _, f := range story.Check(0).Findings {
		if f.Code == Endless {
			f.Path = nil
		}
		all.add(0, f.Code, f.Path...)
	}
	return slices.Sorted(maps.Keys(all))
}
