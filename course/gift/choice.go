package gift

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"hearten/course/foreign"
)

// answer is one answer as it was written.
type answer struct {
	text, feedback string
	weight         float64 // in percent
	correct        bool    // it begins with =
}

var weightShape = regexp.MustCompile(`^%(-?\d{1,3}(?:\.\d*)?)%`)

// parse reads an answer with its weight and its feedback. An answer that says
// no weight has the usual one.
func (c *converter) parse(raw string, usual float64) answer {
	a := answer{weight: usual}
	raw = strings.TrimSpace(raw)
	if rest, ok := strings.CutPrefix(raw, "="); ok {
		raw, a.correct, a.weight = strings.TrimSpace(rest), true, 100
	}
	if m := weightShape.FindStringSubmatch(raw); m != nil {
		a.weight, _ = strconv.ParseFloat(m[1], 64)
		raw = raw[len(m[0]):]
	}
	text, feedback, _ := strings.Cut(raw, "#")
	a.text, a.feedback = strings.TrimSpace(text), strings.TrimSpace(feedback)
	return a
}

// split parts answers at a sign. What stands before the first is one too,
// unless it is blank.
func split(answers, sign string) []string {
	all := strings.Split(answers, sign)
	if strings.TrimSpace(all[0]) == "" {
		all = all[1:]
	}
	return all
}

// choice reads answers to pick from. One that begins with = makes it a choice
// of one; else the weights say which of several are right.
func (c *converter) choice(q *question, answers string) (unable string) {
	var all []answer
	for _, raw := range split(strings.ReplaceAll(answers, "=", "~="), "~") {
		all = append(all, c.parse(raw, 0))
	}
	single := strings.Contains(answers, "=")
	all = c.options(q, all, single)
	if len(q.options) < 2 {
		return "it has fewer than two answers to choose between"
	}
	rights := 0
	for _, o := range q.options {
		if o.right {
			rights++
		}
	}
	q.kind = "choice"
	switch {
	case rights == 0:
		q.judgement = true
		c.lose("the answers, none of which is wholly right", "the question was made a judgement, where nothing is right or wrong")
	case single && rights > 1:
		q.kind = "choices"
		c.lose(fmt.Sprintf("that each of %d answers is right alone", rights), "a choice has one right option, so the question asks for all of them")
	case !single:
		q.kind = "choices"
	}
	c.weights(all, single, rights)
	c.whys(q)
	return ""
}

// options makes options of the answers, and returns the answers it made them
// of: those with a text that no other has.
func (c *converter) options(q *question, all []answer, single bool) []answer {
	first := map[string]int{}
	var kept []answer
	for _, a := range all {
		o := option{text: c.text(a.text), why: c.text(a.feedback)}
		o.right = a.weight > 0 && !single || a.weight >= 100
		folded := strings.ToLower(foreign.OneLine(o.text))
		switch {
		case folded == "":
			c.lose("an answer without a text"+with(o.why), "nobody could pick it")
			continue
		case first[folded] > 0:
			c.lose("the answer "+foreign.Quote(o.text)+with(o.why), "it is there twice; the first was kept, and it is right if one of them is")
			same := &q.options[first[folded]-1]
			same.right = same.right || o.right
			continue
		}
		first[folded] = len(kept) + 1
		kept = append(kept, a)
		q.options = append(q.options, o)
	}
	return kept
}

func with(feedback string) string {
	if feedback == "" {
		return ""
	}
	return ", with the feedback “" + foreign.OneLine(feedback) + "”"
}

// weights reports weights that marking cannot express. A choice is right or
// not; of choices, each right one adds the same and each wrong one takes as
// much away, never below nothing.
func (c *converter) weights(all []answer, single bool, rights int) {
	if rights == 0 {
		return
	}
	share := 100 / float64(rights)
	var told []string
	differs := false
	for _, a := range all {
		told = append(told, strconv.FormatFloat(a.weight, 'f', -1, 64)+" %")
		switch {
		case single && rights == 1:
			differs = differs || a.weight < 100 && a.weight != 0 || a.weight > 100
		case a.weight > 0:
			differs = differs || math.Abs(a.weight-share) > 0.1
		default:
			differs = differs || math.Abs(a.weight+share) > 0.1
		}
	}
	if !differs {
		return
	}
	why := "a choice is right or it is not"
	if !single || rights > 1 {
		why = "every right option counts the same, and every wrong one takes as much away, never below nothing"
	}
	c.lose("the weights "+strings.Join(told, ", "), why)
}

// whys gives every option an explanation: its own feedback, else that of the
// question.
func (c *converter) whys(q *question) {
	used, missing := false, 0
	for i := range q.options {
		if q.options[i].why != "" {
			continue
		}
		q.options[i].why = orElse(q.general, notWritten)
		used = used || q.general != ""
		if q.general == "" {
			missing++
		}
	}
	if missing > 0 {
		c.lose(fmt.Sprintf("explanations of %d of %d answers", missing, len(q.options)), "there are none: replace every “Not written yet.” after why:")
	}
	if q.general != "" && !used {
		c.lose("the general feedback “"+foreign.OneLine(q.general)+"”", "every option has feedback of its own, and only that is shown")
	}
}

// truth is the answer to a statement: T or F, or nothing if it is no such
// question.
func truth(answers string) string {
	text, _, _ := strings.Cut(answers, "#")
	switch strings.TrimSpace(text) {
	case "T", "TRUE":
		return "T"
	case "F", "FALSE":
		return "F"
	}
	return ""
}

// trueFalse reads a statement. The first feedback is for the wrong answer, the
// second for the right one.
func (c *converter) trueFalse(q *question, answers string) (unable string) {
	parts := append(strings.SplitN(answers, "#", 3), "", "")
	wrong, right := c.text(parts[1]), c.text(parts[2])
	q.kind = "true-false"
	q.options = []option{{"True", right, true}, {"False", wrong, false}}
	if truth(answers) == "F" {
		q.options = []option{{"True", wrong, false}, {"False", right, true}}
	}
	c.whys(q)
	return ""
}
