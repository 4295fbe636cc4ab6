package scenario

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// naive is a player that tries everything and remembers every situation, in
// the plainest way and by what anybody can see of a play.
type naive struct {
	story  *Story
	number map[string]int // of each situation, in the order found
	play   []Play
	away   []int
	next   [][]int              // by each choice offered
	in     map[string][]Play    // by scene or ending
	whens  map[string]condition // those read so far
}

func situationOf(p Play) string {
	at := p.Scene().ID
	if e, ok := p.Ending(); ok {
		at = e.ID
	}
	text := append(make([]byte, 0, 64), at...)
	for _, m := range p.Story().Spec().Meters {
		text = strconv.AppendInt(append(text, ' '), int64(p.Meter(m.Name)), 10)
	}
	for _, f := range p.Story().Spec().Flags {
		text = strconv.AppendBool(append(text, ' '), p.Flag(f))
	}
	return string(text)
}

func playAll(story *Story) naive {
	n := naive{story: story, number: map[string]int{}, in: map[string][]Play{}, whens: map[string]condition{}}
	n.meet(story.Begin(), 0)
	for here := 0; here < len(n.play); here++ {
		var next []int
		for _, c := range n.play[here].Offered() {
			p, _ := n.play[here].Choose(c.ID)
			next = append(next, n.meet(p, n.away[here]+1))
		}
		n.next = append(n.next, next)
	}
	return n
}

// meet is the number of the situation a play has come to.
func (n *naive) meet(p Play, away int) int {
	key := situationOf(p)
	if at, known := n.number[key]; known {
		return at
	}
	n.number[key] = len(n.play)
	n.play, n.away = append(n.play, p), append(n.away, away)
	where, _, _ := strings.Cut(key, " ")
	n.in[where] = append(n.in[where], p)
	return n.number[key]
}

func (n naive) ended(at int) bool { _, ok := n.play[at].Ending(); return ok }

func (n naive) stuckAt(at int) bool { return !n.ended(at) && len(n.next[at]) == 0 }

// from is every situation that can follow another, with the fewest decisions
// between them; it holds the other itself only if a way leads back.
func (n naive) from(at int) map[int]int {
	reached := map[int]int{}
	layer := []int{at}
	for steps := 1; len(layer) > 0; steps++ {
		var beyond []int
		for _, here := range layer {
			for _, to := range n.next[here] {
				if _, known := reached[to]; !known {
					reached[to] = steps
					beyond = append(beyond, to)
				}
			}
		}
		layer = beyond
	}
	return reached
}

// lost says that no ending follows.
func (n naive) lost(at int) bool {
	return !n.ended(at) && !slices.ContainsFunc(slices.Collect(maps.Keys(n.from(at))), n.ended)
}

// allLost says of which situations no ending follows: what is left when all
// are taken out that lead to an ending, or to one that was taken out.
func (n naive) allLost() []bool {
	lost := make([]bool, len(n.play))
	for at := range lost {
		lost[at] = !n.ended(at)
	}
	for changed := true; changed; {
		changed = false
		for at := range slices.Backward(n.play) {
			if lost[at] && slices.ContainsFunc(n.next[at], func(to int) bool { return !lost[to] }) {
				lost[at], changed = false, true
			}
		}
	}
	return lost
}

// goesRound says whether some play need not end: whether anything is left
// when again and again all are taken out that lead to nothing that is left.
func (n naive) goesRound() bool {
	gone, count := make([]bool, len(n.play)), 0
	for changed := true; changed; {
		changed = false
		for at := range slices.Backward(n.play) {
			if !gone[at] && !slices.ContainsFunc(n.next[at], func(to int) bool { return !gone[to] }) {
				gone[at], changed = true, true
				count++
			}
		}
	}
	return count < len(n.play)
}

// said collects findings as "code path: length of the witness", keeping the
// shortest for each.
type said map[string]int

func (s said) add(length int, code string, path ...string) {
	key := code + " " + strings.Join(path, "/")
	if old, known := s[key]; !known || length < old {
		s[key] = length
	}
}

// findings are all that is wrong, by the table in words.
func (n naive) findings() said {
	s := n.findingsButRounds()
	n.rounds(s)
	return s
}

func (n naive) findingsButRounds() said {
	s := said{}
	n.deadEnds(s, n.allLost())
	n.unreached(s)
	for _, sc := range n.story.Spec().Scenes {
		here := n.in[sc.ID]
		if len(here) == 0 {
			continue
		}
		var texts []string
		for _, v := range sc.Text {
			texts = append(texts, v.When)
		}
		n.list(s, here, texts, "scenes", sc.ID, "text")
		for _, c := range sc.Choices {
			n.choice(s, here, c, "scenes", sc.ID, "choices", c.ID)
		}
		n.together(s, here, sc)
	}
	return s
}

func (n naive) deadEnds(s said, lost []bool) {
	if lost[0] && !n.stuckAt(0) {
		s.add(0, Trap, "start")
	}
	for at := range n.play {
		scene := n.play[at].Scene().ID
		if n.stuckAt(at) {
			s.add(n.away[at], Stuck, "scenes", scene)
		}
		for i, to := range n.next[at] {
			if !lost[at] && lost[to] && !n.stuckAt(to) {
				s.add(n.away[at]+1, Trap, "scenes", scene, "choices", n.play[at].Offered()[i].ID)
			}
		}
	}
}

// rounds tells the loops by the names of their scenes, joined while they have
// one in common.
func (n naive) rounds(s said) {
	for _, group := range n.groups() {
		for at := range n.play {
			if back, comes := n.from(at)[at]; comes && group[n.play[at].Scene().ID] {
				s.add(n.away[at]+back, Endless, slices.Sorted(maps.Keys(group))...)
			}
		}
	}
}

func (n naive) groups() []map[string]bool {
	var groups []map[string]bool
	for at := range n.play {
		if _, comes := n.from(at)[at]; !comes {
			continue
		}
		joined := map[string]bool{n.play[at].Scene().ID: true}
		for other := range n.from(at) {
			if _, back := n.from(other)[at]; back {
				joined[n.play[other].Scene().ID] = true
			}
		}
		var apart []map[string]bool
		for _, g := range groups {
			if slices.ContainsFunc(slices.Collect(maps.Keys(g)), func(id string) bool { return joined[id] }) {
				maps.Copy(joined, g)
			} else {
				apart = append(apart, g)
			}
		}
		groups = append(apart, joined)
	}
	return groups
}

func (n naive) unreached(s said) {
	for _, sc := range n.story.Spec().Scenes {
		if len(n.in[sc.ID]) == 0 {
			s.add(0, Unreachable, "scenes", sc.ID)
		}
	}
	for _, e := range n.story.Spec().Endings {
		if len(n.in[e.ID]) == 0 {
			s.add(0, Unreachable, "endings", e.ID)
		}
	}
	read := n.wordsRead()
	for i, f := range n.story.Spec().Flags {
		if !slices.Contains(read, f) {
			s.add(0, Unread, "flags", fmt.Sprint(i))
		}
	}
}

// wordsRead are the words of all conditions.
func (n naive) wordsRead() []string {
	var whens []string
	for _, sc := range n.story.Spec().Scenes {
		for _, v := range sc.Text {
			whens = append(whens, v.When)
		}
		for _, c := range sc.Choices {
			whens = append(whens, c.When)
			for _, to := range c.To {
				whens = append(whens, to.When)
			}
		}
	}
	for _, t := range n.story.Spec().Tests {
		whens = append(whens, t.Expect)
	}
	return strings.FieldsFunc(strings.Join(whens, " "), func(r rune) bool { return strings.ContainsRune(" ()", r) })
}
