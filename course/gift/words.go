package gift

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"hearten/course/foreign"
)

// essay reads a question that is answered in one's own words.
func (c *converter) essay(q *question) (unable string) {
	q.kind = "text"
	q.model = q.general
	if q.model == "" {
		c.lose("a model answer", "there is none: replace every “Not written yet.” after model: and why:")
		q.model = notWritten
	}
	q.why = q.model
	return ""
}

// short reads answers that are typed.
func (c *converter) short(q *question, answers string) (unable string) {
	q.kind = "text"
	var said []string
	met := texts{}
	for _, raw := range split(answers, "=") {
		a := c.parse(raw, 100)
		text := foreign.OneLine(show(c.unprefixed(a.text), " "))
		switch feedback := c.text(a.feedback); {
		case text == "":
			c.lose("an answer without a text"+with(feedback), "nobody could type it")
		case a.weight < 100:
			c.lose(fmt.Sprintf("the answer %s for %v %%%s", foreign.Quote(text), a.weight, with(feedback)), "an answer is right or it is not, and this one counts as not")
		case text == "*":
			c.lose("the answer *"+with(feedback), "in Moodle it stands for any answer, and here none would be wrong")
		case met.again(text):
			c.lose("the answer "+foreign.Quote(text)+with(feedback), "it is there twice; capitals make no difference")
		default:
			if strings.Contains(text, "*") {
				c.lose("the * in the answer "+foreign.Quote(text), "in Moodle it stands for any text, and here for itself")
			}
			q.accept = append(q.accept, text)
			said = append(said, feedback)
		}
	}
	if len(q.accept) == 0 {
		return "it has no answer that is wholly right"
	}
	c.why(q, said)
	return ""
}

// why says what is shown after any answer: the question's feedback, else the
// first of its answers'. What is not shown is reported.
func (c *converter) why(q *question, said []string) {
	q.why = q.general
	for _, feedback := range said {
		switch {
		case q.why == "":
			q.why = feedback
		case feedback != "" && feedback != q.why:
			c.lose("the feedback “"+foreign.OneLine(feedback)+"”", "a question of this kind says one thing after any answer")
		}
	}
	if q.why == "" {
		c.lose("an explanation of the answer", "there is none: replace “Not written yet.” after why:")
		q.why = notWritten
	}
}

// match reads pairs. A right side without a left one fits nothing.
func (c *converter) match(q *question, answers string) (unable string) {
	q.kind = "match"
	lefts := texts{}
	for _, raw := range split(answers, "=") {
		left, right, ok := strings.Cut(raw, "->")
		p := pair{c.text(left), markdownOf(foreign.OneLine(show(right, " ")))}
		switch {
		case !ok && strings.TrimSpace(raw) == "":
			c.lose("a pair without anything in it", "there is nothing to match")
		case !ok:
			return "one of its pairs has no ->"
		case p.right == "":
			c.lose("the left side "+foreign.Quote(p.left), "nothing stands on its right to match it with")
		case p.left == "":
			q.extra = append(q.extra, p.right)
		case lefts.again(p.left):
			c.lose("the pair "+foreign.Quote(p.left)+" with "+foreign.Quote(p.right), "its left side is there twice; the first pair was kept")
		default:
			q.pairs = append(q.pairs, p)
		}
	}
	if len(q.pairs) < 2 {
		return "it has fewer than two pairs to match"
	}
	c.extras(q)
	c.why(q, nil)
	return ""
}

// extras keeps of the right sides that fit nothing those that are none of the
// pairs' and there once.
func (c *converter) extras(q *question) {
	rights := texts{}
	for _, p := range q.pairs {
		rights.again(p.right)
	}
	var kept []string
	for _, text := range q.extra {
		if rights.again(text) {
			c.lose("the right side "+foreign.Quote(text)+" without a left one", "it is there twice; the first was kept")
			continue
		}
		kept = append(kept, text)
	}
	q.extra = kept
}

// texts are those that were met.
type texts map[string]bool

// again says of a text that it was met before, in a form from which a learner
// could not tell it.
func (met texts) again(text string) bool {
	folded := strings.ToLower(foreign.OneLine(text))
	before := met[folded]
	met[folded] = true
	return before
}

var (
	numeric     = regexp.MustCompile(`^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$`)
	plainNumber = regexp.MustCompile(`^-?[0-9]{1,15}(\.[0-9]{1,15})?$`)
)

// number reads answers that are numbers. The first that is wholly right
// counts.
func (c *converter) number(q *question, answers string) (unable string) {
	q.kind = "number"
	var said []string
	if i := strings.IndexByte(answers, '~'); i >= 0 {
		text, wrong, _ := strings.Cut(answers[i+1:], "#")
		if text = foreign.OneLine(show(text, " ")); text != "" {
			c.lose("the wrong answer "+foreign.Quote(text), "every number but the right one is wrong")
		}
		said, answers = append(said, c.text(strings.TrimSpace(wrong))), answers[:i]
	}
	found := false
	for _, raw := range split(answers, "=") {
		a := c.parse(raw, 100)
		text, feedback := foreign.OneLine(show(a.text, " ")), c.text(a.feedback)
		switch {
		case a.weight < 100:
			c.lose(fmt.Sprintf("the answer %s for %v %%%s", foreign.Quote(text), a.weight, with(feedback)), "a number is right or it is not, and this one counts as not")
		case found:
			c.lose("the further answer "+foreign.Quote(text)+with(feedback), "a number has one answer, and the first was kept")
		case !c.numbers(q, text):
			return "its answer " + foreign.Quote(text) + " is no number of 15 digits or fewer, no such number with a tolerance from 0 up, and no range from less to more"
		default:
			found = true
			said = append([]string{feedback}, said...)
		}
	}
	if !found {
		return "it has no answer that is wholly right"
	}
	c.why(q, said)
	return ""
}

// numbers reads a number, with its tolerance, or a range.
func (c *converter) numbers(q *question, text string) bool {
	all := []string{text, "0"}
	from, to, ranged := strings.Cut(text, "..")
	value, tolerance, tolerant := strings.Cut(text, ":")
	switch {
	case ranged:
		all = []string{from, to}
	case tolerant:
		all = []string{value, tolerance}
	}
	var values [2]float64
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
		value, err := strconv.ParseFloat(all[i], 64)
		if err != nil || !numeric.MatchString(all[i]) {
			return false
		}
		values[i] = value
		if all[i] = c.decimal(all[i], value); all[i] == "" {
			return false
		}
	}
	switch {
	case ranged && values[0] > values[1], tolerant && values[1] < 0:
		return false
	case ranged:
		q.from, q.to = all[0], all[1]
	case tolerant:
		q.value, q.tolerance = all[0], all[1]
	default:
		q.value = all[0]
	}
	return true
}

// decimal is a number as the format writes it, with 15 digits at most on each
// side of the point; empty if it is too large for that.
func (c *converter) decimal(text string, value float64) string {
	if plainNumber.MatchString(text) {
		return text
	}
	written := strconv.FormatFloat(value, 'f', -1, 64)
	if plainNumber.MatchString(written) {
		return written
	}
	written = strings.TrimRight(strings.TrimRight(strconv.FormatFloat(value, 'f', 15, 64), "0"), ".")
	if written == "-0" {
		written = "0"
	}
	if !plainNumber.MatchString(written) {
		return ""
	}
	c.lose("digits of the number "+text, "a quiz reads 15 behind the point; it was rounded to "+written)
	return written
}
