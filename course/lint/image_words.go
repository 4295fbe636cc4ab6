package lint

import "hearten/course/source"

// imageWords catches an image without words. A terminal shows the words, and
// a screen reader reads them.
func imageWords() Rule {
	return Rule{"image-words", "Every image says in words what it shows.", func(m Module) []source.Problem {
		return spans(m, source.WordlessImages, "image-words", "this image has no words, so nothing of it is shown", "say between the brackets what it shows: ![a road that forks](fork.png)")
	}}
}
