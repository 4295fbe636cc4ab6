package source

import (
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
)

// DidYouMean is a fix that names the word nearest to a misspelt one, or else
// lists what there is.
func DidYouMean(word string, known []string) string {
	if near := nearest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(known) == 0 {
		return "take it out"
	}
	const most = 12
	sorted := slices.Sorted(slices.Values(known))
	if len(sorted) > most {
		return fmt.Sprintf("there are %s and %d more", strings.Join(sorted[:most], ", "), len(sorted)-most)
	}
	return "there is " + strings.Join(sorted, ", ")
}

// mostGuesses is how many misspelt names of one list are guessed at. Nobody
// reads more, and a guess looks at all there is.
const mostGuesses = 10

// guesses counts how many were made. It is safe for concurrent use.
type guesses struct{ made atomic.Int32 }

// guess is DidYouMean, as long as not too many have been made.
func (g *guesses) guess(word string, known func() []string) string {
	if g == nil || g.made.Add(1) > mostGuesses {
		return "mend the name, or take it out"
	}
	return DidYouMean(word, known())
}

func nearest(word string, known []string) string {
	best, least := "", max(1, len([]rune(word))/3)+1
	for _, k := range known {
		if d := distance(strings.ToLower(word), strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance counts the edits between two words: a letter put in, left out,
// changed, or swapped with its neighbour (Damerau 1964, restricted).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	const most = 64
	if len(x) > most || len(y) > most {
		return most
	}
	var rows [most + 1][most + 1]uint8
	for i := range x {
		rows[i+1][0] = uint8(i + 1)
	}
	for j := range y {
		rows[0][j+1] = uint8(j + 1)
	}
	for i := range x {
		for j := range y {
			cost := uint8(1)
			if x[i] == y[j] {
				cost = 0
			}
			d := min(rows[i][j+1]+1, rows[i+1][j]+1, rows[i][j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				d = min(d, rows[i-1][j-1]+1)
			}
			rows[i+1][j+1] = d
		}
	}
	return int(rows[len(x)][len(y)])
}
