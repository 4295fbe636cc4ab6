package gift

import (
	"errors"
	"fmt"
	"strings"

	"hearten/course/source"
)

// clean is the text with Unix line ends and without invisible characters,
// which no course may hold.
func clean(src string, r *report) (string, error) {
	return source.Foreign(src, "the question bank", func(line int, c rune) {
		r.add(line, fmt.Sprintf("the invisible character U+%04X", c), "a course may not hold it: it can hide what a text says")
	})
}

// fits holds that the reader will take the file.
func fits(yaml string) error {
	if source.Fits(yaml) {
		return nil
	}
	return errors.New("the question bank is too long for one quiz file, which holds 1 MB and 50,000 lines, commas, colons and brackets. Split it up, and import each part")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
