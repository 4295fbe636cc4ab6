package source

import (
	"fmt"
	"strings"
)

// Foreign is the text of another program's file as a course could hold it:
// with Unix line ends and without unsafe characters, each of which is told to
// dropped with its line. What names the file in errors, as in "the story".
func Foreign(src, what string, dropped func(line int, r rune)) (string, error) {
	if len(src) > maxFile {
		return "", fmt.Errorf("%s is larger than 1 MB. Split it up, and import each part", what)
	}
	text := strings.TrimPrefix(src, "\ufeff")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	if i := invalid(text); i >= 0 {
		return "", fmt.Errorf("line %d: there is a character here that is not UTF-8. Save %s as UTF-8, and import it again", 1+strings.Count(text[:i], "\n"), what)
	}
	var b strings.Builder
	line := 1
	for _, r := range text {
		switch {
		case Unsafe(r):
			dropped(line, r)
			continue
		case r == '\n':
			line++
		}
		b.WriteRune(r)
	}
	return b.String(), nil
}

// Fits says whether a file that a program wrote is within the limits of one.
func Fits(yaml string) bool { return len(yaml) <= maxFile && signs(yaml) <= maxSigns }
