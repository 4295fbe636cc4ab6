package lint

import "hearten/course/source"

// hints counts how often a rule looked for what a wrong name was meant to be:
// a file can hold thousands of them, and nobody reads as many hints.
type hints int

const mostHints = 50

// didYouMean is the name most like a wrong one, or what else to do.
func (h *hints) didYouMean(wrong string, known []string, otherwise string) string {
	if *h++; *h > mostHints {
		return otherwise
	}
	return source.DidYouMean(wrong, known)
}
