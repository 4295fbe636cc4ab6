package scenario

import (
	"slices"
	"strings"
)

// A file can hold thousands of wrong names against thousands of right ones.
// Nobody reads more hints than this, and looking for them takes time.
const mostHints = 50

const longestHinted = 64

// hints finds what a wrong name was meant to be.
type hints struct{ given int }

// didYouMean asks for the name most like a wrong one, or falls back.
func (h *hints) didYouMean(wrong string, known []string, otherwise string) string {
	if h.given++; h.given > mostHints {
		return otherwise
	}
	if near, ok := nearest(wrong, known); ok {
		return "did you mean " + quote(near) + "?"
	}
	return otherwise
}

// nearest is the first of the known names with the fewest slips, if there are
// few enough that it was likely meant.
func nearest(wrong string, known []string) (string, bool) {
	if wrong == "" || len(wrong) > longestHinted {
		return "", false
	}
	from := fold(wrong)
	best, found := max(1, len(from)/3)+1, ""
	for _, name := range known {
		if len(name) > longestHinted {
			continue
		}
		to := fold(name)
		if apart := max(len(from)-len(to), len(to)-len(from)); apart >= best {
			continue
		}
		if d := distance(from, to); d < best {
			best, found = d, name
		}
	}
	return found, found != ""
}

func fold(name string) []rune {
	return []rune(strings.ReplaceAll(strings.ToLower(name), "-", "_"))
}

// distance counts the slips between two words: a letter too many, missing,
// wrong, or swapped with its neighbour.
func distance(a, b []rune) int {
	var rows [3][]int
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
	}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row := rows[0], rows[1], rows[2]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			wrong := 1
			if a[i-1] == b[j-1] {
				wrong = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+wrong)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		rows[0], rows[1], rows[2] = last, row, before
	}
	return rows[1][len(b)]
}

const fewNames = 6

// among lists names, up to so many, for an author who used another.
func among(names []string, most int) string {
	shown := make([]string, 0, most)
	for _, name := range names[:min(most, len(names))] {
		shown = append(shown, quote(name))
	}
	if len(names) > most {
		return strings.Join(shown, ", ") + " and others"
	}
	return listed(slices.Clip(shown))
}
