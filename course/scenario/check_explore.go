package scenario

import (
	"slices"
	"strings"
)

// exploration is every state that plays can come to, in the order in which a
// breadth-first search finds them: the earlier, the fewer decisions away. The
// first is the beginning.
type exploration struct {
	story    *Story
	seen     stateSet
	keys     []uint64 // place and state
	parent   []uint32 // the state from which each was found
	begins   []uint32 // where in next a state's successors begin
	next     []uint32 // the successors, one for each choice offered
	words    []uint32 // to be read in each state
	facts    []sceneFacts
	texts    []sceneWords
	reached  [MaxChoices]uint64 // the keys after each choice of the state at hand
	complete bool
	steps    int // conditions read and results compared so far, at most
	told     int // how many choices the witnesses have so far
}

const placeShift = flagShift + MaxFlags

// join makes one number of a place, a scene or an ending, and a state.
func join(at int, now state) uint64 { return uint64(at)<<placeShift | uint64(now) }

func split(key uint64) (at int, now state) {
	return int(key >> placeShift), state(key & (1<<placeShift - 1))
}

// What a state may cost on average before Check gives up: a story of few
// states can have so many choices, conditions and branches that it takes as
// long as one of millions.
const (
	decisionsPerState = 6
	stepsPerState     = 128
)

func (s *Story) explore(limit int, seen stateSet) *exploration {
	x := &exploration{story: s, seen: seen, facts: newFacts(s), texts: countWords(s)}
	x.discover(join(s.start, s.begin), 0)
	for i := 0; i < len(x.keys) && x.spent() <= limit; i++ {
		x.makeRoom()
		x.begins = append(x.begins, uint32(len(x.next)))
		x.expand(uint32(i))
	}
	x.complete = len(x.begins) == len(x.keys)
	x.begins = append(x.begins, uint32(len(x.next)))
	x.words = append(x.words, make([]uint32, len(x.keys)-len(x.words))...)
	x.seen.resolve(x.next, x.keys)
	return x
}

// spent is what was explored, in states of an average story.
func (x *exploration) spent() int {
	return max(len(x.keys), len(x.next)/decisionsPerState, x.steps/stepsPerState)
}

// makeRoom doubles what is full. On its own append would add a quarter at a
// time, and copying would take a fifth of the whole exploration.
func (x *exploration) makeRoom() {
	if len(x.keys)+MaxChoices > cap(x.keys) {
		more := max(len(x.keys), firstRoom)
		x.keys, x.parent = slices.Grow(x.keys, more), slices.Grow(x.parent, more)
	}
	if len(x.begins) == cap(x.begins) {
		more := max(len(x.begins), firstRoom)
		x.begins, x.words = slices.Grow(x.begins, more), slices.Grow(x.words, more)
	}
	if len(x.next)+MaxChoices > cap(x.next) {
		x.next = slices.Grow(x.next, max(len(x.next), firstRoom))
	}
}

const firstRoom = 1 << 8 // at least MaxChoices

// discover returns what stands for a state until resolve.
func (x *exploration) discover(key uint64, from uint32) uint32 {
	ref, fresh := x.seen.add(key, x.keys)
	if fresh {
		x.keys, x.parent = append(x.keys, key), append(x.parent, from)
	}
	return ref
}

// expand looks at all that can be done in a state.
func (x *exploration) expand(i uint32) {
	at, now := split(x.keys[i])
	if end := at - len(x.story.scenes); end >= 0 {
		x.words = append(x.words, x.texts[at].ending)
		return
	}
	scene, facts, texts := &x.story.scenes[at], &x.facts[at], &x.texts[at]
	shown := scene.shown(now)
	facts.read(shown, i)
	words := texts.text(shown)
	open := uint64(0)
	for c := range scene.choices {
		ch, known := &scene.choices[c], &facts.choices[c]
		if !ch.offered(now) {
			known.refused.note(i)
			continue
		}
		known.offered.note(i)
		after, branch := ch.taken(now)
		known.taken[branch].note(i)
		if known.clipped {
			known.clip(ch, now)
		}
		open |= 1 << c
		words += texts.says[c]
		key := join(ch.to[branch].to, after)
		x.reached[c] = key
		x.next = append(x.next, x.discover(key, i))
	}
	x.words = append(x.words, words)
	x.steps += facts.steps + facts.compare(&x.reached, open, i)
}

// explored says whether a state's successors are known: with the limit hit,
// those found last are not.
func (x *exploration) explored(i uint32) bool { return int(i) < len(x.begins)-1 }

// after are the successors of a state.
func (x *exploration) after(i uint32) []uint32 {
	if !x.explored(i) {
		return nil
	}
	return x.next[x.begins[i]:x.begins[i+1]]
}

func (x *exploration) ended(i uint32) bool {
	return int(x.keys[i]>>placeShift) >= len(x.story.scenes)
}

// sceneWords is how much there is to read in a scene or an ending.
type sceneWords struct {
	texts, says []uint32
	ending      uint32
}

func (w *sceneWords) text(shown int) uint32 {
	if shown < 0 {
		return 0
	}
	return w.texts[shown]
}

func countWords(s *Story) []sceneWords {
	count := func(text string) uint32 {
		n := uint32(0)
		for range strings.FieldsSeq(text) {
			n++
		}
		return n
	}
	all := make([]sceneWords, 0, len(s.scenes)+len(s.spec.Endings))
	for _, sc := range s.spec.Scenes {
		var w sceneWords
		for _, v := range sc.Text {
			w.texts = append(w.texts, count(v.Text))
		}
		for _, c := range sc.Choices {
			w.says = append(w.says, count(c.Say))
		}
		all = append(all, w)
	}
	for _, e := range s.spec.Endings {
		all = append(all, sceneWords{ending: count(e.Title) + count(e.Text)})
	}
	return all
}
