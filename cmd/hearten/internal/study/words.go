package study

import "hearten/course"

// cleaned are words as the journal keeps them: without the marks that their
// terms have on the screen.
func cleaned(words []string) []string {
	all := make([]string, 0, len(words))
	for _, w := range words {
		all = append(all, course.Clean(w))
	}
	return all
}
