package study

import "hearten/course"

// cleaned are words that may be shown and kept: nothing in them steers a
// terminal, and terms lack the marks that they have on the screen.
func cleaned(words []string) []string {
	var all []string
	for _, w := range words {
		all = append(all, course.Clean(w))
	}
	return all
}
