package diff

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Likeness is compared of no more things than this on each side, and of no
// more letters. Nobody reads more hints, and a hostile course takes no longer.
const (
	mostCompared = 64
	mostLetters  = 400
)

// alikeFrom is how much of two texts must be the same for one to be taken for
// the other: half of their pieces of three letters. Two sentences of one
// language have a quarter in common by chance; one that was reworded has more
// than half. It needs no words, so it holds for languages without spaces too.
const alikeFrom = 0.5

// guess is that a thing which is gone is one that is new.
type guess struct {
	gone, added int
	likeness    float64 // 0 where only the place is the same
}

// guesses pairs what is gone with what is new, each once: first where all
// words are the same, then by likeness, then by place.
func guesses(m match) map[int]guess {
	p := pairing{found: map[int]guess{}, taken: map[int]bool{}}
	p.byWords(m)
	p.byPlace(m)
	return p.found
}

// pairing is guesses in the making.
type pairing struct {
	found map[int]guess
	taken map[int]bool // of the new ones
}

func (p pairing) take(g guess) {
	if _, twice := p.found[g.gone]; !twice && !p.taken[g.added] {
		p.found[g.gone], p.taken[g.added] = g, true
	}
}

func (p pairing) byWords(m match) {
	gone, added := m.gone(), m.added()
	same := map[string]int{}
	for _, j := range slices.Backward(added) {
		same[m.now[j].text] = j
	}
	for _, i := range gone {
		if j, ok := same[m.old[i].text]; ok && m.old[i].text != "" {
			p.take(guess{i, j, 1})
		}
	}
	gone = slices.DeleteFunc(gone, func(i int) bool { _, ok := p.found[i]; return ok })
	added = slices.DeleteFunc(added, func(j int) bool { return p.taken[j] })
	for _, g := range alike(m, gone[:min(mostCompared, len(gone))], added[:min(mostCompared, len(added))]) {
		p.take(g)
	}
}

// alike compares the words of what is gone and what is new, most like first.
func alike(m match, gone, added []int) []guess {
	pieces := make([]map[string]bool, len(added))
	for k, j := range added {
		pieces[k] = threes(m.now[j].text)
	}
	var all []guess
	for _, i := range gone {
		mine := threes(m.old[i].text)
		for k, j := range added {
			if l := likeness(mine, pieces[k]); l >= alikeFrom {
				all = append(all, guess{i, j, l})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b guess) int { return cmp.Compare(b.likeness, a.likeness) })
	return all
}

// byPlace pairs what stands in the same place.
func (p pairing) byPlace(m match) {
	gone, added := m.spots()
	at := map[spot]int{}
	for j, s := range added {
		at[s] = j
	}
	for _, i := range m.gone() {
		if j, ok := at[gone[i]]; ok {
			p.take(guess{i, j, 0})
		}
	}
}

// threes are the pieces of three letters of a text.
func threes(text string) map[string]bool {
	letters := make([]rune, 0, mostLetters)
	for _, r := range strings.ToLower(text[:min(len(text), 4*mostLetters)]) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters = append(letters, r)
		}
		if len(letters) == mostLetters {
			break
		}
	}
	all := map[string]bool{}
	for i := range max(0, len(letters)-2) {
		all[string(letters[i:i+3])] = true
	}
	return all
}

// likeness is how much of two sets of pieces is in both, from 0 to 1.
func likeness(a, b map[string]bool) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	both := 0
	for piece := range a {
		if b[piece] {
			both++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}
