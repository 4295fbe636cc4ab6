package diff

import "strings"

// shortText is how many letters need no cutting.
const shortText = 40

// changedPart is what of two texts differs: of long ones the words between
// those that they begin and end with alike, with two words around them and
// dots for the rest.
func changedPart(old, now string) (string, string) {
	if len(old) <= shortText && len(now) <= shortText {
		return old, now
	}
	a, b := strings.Fields(old), strings.Fields(now)
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return cut(a, head, len(a)-tail), cut(b, head, len(b)-tail)
}

func cut(words []string, from, to int) string {
	const around = 2
	before, after := "", ""
	if from = from - around; from > 0 {
		before = "… "
	}
	if to = to + around; to < len(words) {
		after = " …"
	}
	return before + strings.Join(words[max(0, from):min(to, len(words))], " ") + after
}
