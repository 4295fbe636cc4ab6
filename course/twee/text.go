package twee

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// The limits of a file of the format.
const (
	maxFile  = 1 << 20
	maxSigns = 50_000
)

// clean is the text with Unix line ends and without invisible characters,
// which no course may hold.
func clean(src string, r *report) (string, error) {
	if len(src) > maxFile {
		return "", errors.New("the story is larger than 1 MB. Split it up, and import each part")
	}
	text := strings.TrimPrefix(src, "\ufeff")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	var b strings.Builder
	line := 1
	for i, c := range text {
		switch {
		case c == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD"):
			return "", fmt.Errorf("line %d: there is a character here that is not UTF-8. Save the story as UTF-8, and import it again", line)
		case unsafe(c):
			r.add(line, fmt.Sprintf("the invisible character U+%04X", c), "a course may not hold it: it can hide what a text says")
			continue
		case c == '\n':
			line++
		}
		b.WriteRune(c)
	}
	return b.String(), nil
}

// unsafe says of a character that the reader of courses refuses it.
func unsafe(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f, r == 0xad, r == 0x61c, r == 0x200b, r == 0x200e, r == 0x200f,
		r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff, r >= 0xfff9 && r <= 0xfffb,
		r == 0xfffe, r == 0xffff, r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// fits holds that the reader will take the file.
func fits(yaml string) error {
	n := strings.Count(yaml, "\n")
	for _, sign := range []string{",", "[", "{", ":"} {
		n += strings.Count(yaml, sign)
	}
	if len(yaml) > maxFile || n > maxSigns {
		return errors.New("the story is too long for one scenario file, which holds 1 MB and 50,000 lines, commas, colons and brackets. Split it up, and import each part")
	}
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
