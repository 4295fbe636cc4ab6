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
	switch len(known) {
	case 0:
		return "take it out"
	case 1:
		return fmt.Sprintf("there is only %q", known[0])
	}
	const most = 12
	sorted := slices.Sorted(slices.Values(known))
	if len(sorted) > most {
		return fmt.Sprintf("there are %s and %d more", strings.Join(sorted[:most], ", "), len(sorted)-most)
	}
	last := len(sorted) - 1
	return "there are " + strings.Join(sorted[:last], ", ") + " and " + sorted[last]
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

// Nearest is the one of the known words that a misspelt one is likely to be;
// empty where none is.
func Nearest(word string, known []string) string { return nearest(word, known) }

func nearest(word string, known []string) string {
	x := []rune(strings.ToLower(word))
	if len(x) > longestCompared {
		return ""
	}
	best, least := "", max(1, len(x)/3)+1
	for _, k := range known {
		y := []rune(strings.ToLower(k))
		if len(y) > longestCompared || max(len(x)-len(y), len(y)-len(x)) >= least {
			continue
		}
		if d := distance(x, y); d < least {
			best, least = k, d
		}
	}
	return best
}

// longestCompared is the longest word that is compared with others.
const longestCompared = 64

// distance counts the edits between two words: a letter put in, left out,
// changed, or swapped with its neighbour (Damerau 1964, restricted).
func distance(x, y []rune) int {
	var before, last, row [longestCompared + 1]int
	for j := range y {
		last[j+1] = j + 1
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(y)]
}
