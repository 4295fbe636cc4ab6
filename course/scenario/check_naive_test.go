package scenario

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// naive is a player that tries everything and remembers every situation, in
// the plainest way and by what anybody can see of a play.
type naive struct {
	story *Story
	at    []string // in the order found
	play  map[string]Play
	away  map[string]int
	next  map[string][]string // by each choice offered
}

func situationOf(p Play) string {
	at := p.Scene().ID
	if e, ok := p.Ending(); ok {
		at = e.ID
	}
	for _, m := range p.Story().Meters() {
		at += fmt.Sprint(" ", p.Meter(m.Name))
	}
	for _, f := range p.Story().Spec().Flags {
		at += fmt.Sprint(" ", p.Flag(f))
	}
	return at
}

func playAll(story *Story) naive {
	n := naive{story, nil, map[string]Play{}, map[string]int{}, map[string][]string{}}
	start := story.Begin()
	n.at, n.play[situationOf(start)] = []string{situationOf(start)}, start
	for i := 0; i < len(n.at); i++ {
		here := n.at[i]
		for _, c := range n.play[here].Offered() {
			p, _ := n.play[here].Choose(c.ID)
			key := situationOf(p)
			n.next[here] = append(n.next[here], key)
			if _, known := n.play[key]; !known {
				n.at, n.play[key], n.away[key] = append(n.at, key), p, n.away[here]+1
			}
		}
	}
	return n
}

func (n naive) ended(at string) bool { _, ok := n.play[at].Ending(); return ok }

func (n naive) stuckAt(at string) bool { return !n.ended(at) && len(n.next[at]) == 0 }

// from is every situation that can follow another, with the fewest decisions
// between them; it holds the other itself only if a way leads back.
func (n naive) from(at string) map[string]int {
	reached := map[string]int{}
	layer := []string{at}
	for steps := 1; len(layer) > 0; steps++ {
		var beyond []string
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
func (n naive) lost(at string) bool {
	return !n.ended(at) && !slices.ContainsFunc(slices.Collect(maps.Keys(n.from(at))), n.ended)
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
	s := said{}
	lost := map[string]bool{}
	for _, at := range n.at {
		lost[at] = n.lost(at)
	}
	n.deadEnds(s, lost)
	n.rounds(s)
	n.unreached(s)
	for _, sc := range n.story.Spec().Scenes {
		here := n.in(sc.ID)
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

func (n naive) in(scene string) []Play {
	var all []Play
	for _, at := range n.at {
		if n.play[at].Scene().ID == scene {
			all = append(all, n.play[at])
		}
	}
	return all
}

func (n naive) deadEnds(s said, lost map[string]bool) {
	if lost[n.at[0]] && !n.stuckAt(n.at[0]) {
		s.add(0, Trap, "start")
	}
	for _, at := range n.at {
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
		for _, at := range n.at {
			if back, comes := n.from(at)[at]; comes && group[n.play[at].Scene().ID] {
				s.add(n.away[at]+back, Endless, slices.Sorted(maps.Keys(group))...)
			}
		}
	}
}

func (n naive) groups() []map[string]bool {
	var groups []map[string]bool
	for _, at := range n.at {
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
		if len(n.in(sc.ID)) == 0 {
			s.add(0, Unreachable, "scenes", sc.ID)
		}
	}
	for _, e := range n.story.Spec().Endings {
		if !slices.ContainsFunc(n.at, func(at string) bool { got, _ := n.play[at].Ending(); return got.ID == e.ID }) {
			s.add(0, Unreachable, "endings", e.ID)
		}
	}
	for i, f := range n.story.Spec().Flags {
		if !strings.Contains(fmt.Sprintf("%+v", n.story.Spec().Scenes), "When:"+f) &&
			!strings.Contains(fmt.Sprintf("%+v", n.story.Spec().Scenes), "When:not "+f) {
			s.add(0, Unread, "flags", fmt.Sprint(i))
		}
	}
}
