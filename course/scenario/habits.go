package scenario

import (
	"fmt"
	"slices"
	"strings"
)

// byLabel says of a condition that it calls a meter by what learners read.
func (n names) byLabel(text string) (Error, bool) {
	lower := strings.ToLower(text)
	for _, m := range n.meters {
		label := strings.ToLower(m.Label)
		if !strings.ContainsAny(label, " '’") {
			continue
		}
		if at := strings.Index(lower, label); at >= 0 && len(lower) == len(text) {
			return Error{Code: "unknown-name", Cause: quote(text[at:at+len(label)]) + " is what learners read, and a condition takes the name of the meter",
				Fix: "write " + quote(m.Name), Offset: len([]rune(text[:at])), Width: len([]rune(label))}, true
		}
	}
	return Error{}, false
}

// inWords are comparisons as people say them, the longer ones first.
func inWords() []struct{ words, sign string } {
	return []struct{ words, sign string }{
		{"is greater than or equal to", ">="}, {"is less than or equal to", "<="}, {"is greater than", ">"}, {"is more than", ">"},
		{"is less than", "<"}, {"is fewer than", "<"}, {"is at least", ">="}, {"is at most", "<="}, {"is not", "!="}, {"is above", ">"}, {"is below", "<"},
		{"is over", ">"}, {"is under", "<"}, {"is equal to", "=="}, {"is", "=="}, {"equals", "=="}, {"greater than", ">"}, {"more than", ">"},
		{"less than", "<"}, {"at least", ">="}, {"at most", "<="}, {"above", ">"}, {"below", "<"}, {"over", ">"}, {"under", "<"},
	}
}

// instead is what to write for a word that cannot follow an operand: a
// comparison in words has a sign of its own.
func (p *parser) instead(left operand, t token) (to int, fix string) {
	to, fix = t.to, `join two conditions with "and" or "or"`
	rest := strings.ToLower(string(p.text[t.from:]))
	name := left.name
	if t.kind != tokenWord || name == "" {
		return to, fix
	}
	if strings.HasPrefix(rest, "between ") || strings.HasPrefix(rest, "is between ") {
		return to, fmt.Sprintf("say both bounds: %s", quote(fmt.Sprintf("%s >= 1 and %[1]s <= 3", name)))
	}
	for _, w := range inWords() {
		if after, is := strings.CutPrefix(rest, w.words); !is || after != "" && inWord([]rune(after)[0]) {
			continue
		}
		if left.kind == yesNo {
			return len(p.text), fmt.Sprintf("a flag stands alone: write %s or %s", quote(name), quote("not "+name))
		}
		return t.from + len([]rune(w.words)), "write " + quote(w.sign) + " in its place"
	}
	return to, fix
}

// constant reports a flag that is compared with true or false, which says
// nothing beyond the flag itself.
func (p *parser) constant(left operand, sign string) bool {
	t := p.peek()
	if left.kind != yesNo || left.name == "" || t.kind != tokenWord || t.text != "true" && t.text != "false" || sign != "==" && sign != "!=" {
		return false
	}
	p.faults = slices.DeleteFunc(p.faults, func(e Error) bool {
		return e.Code == "single-equals" && e.Offset >= left.to && e.Offset < t.from
	})
	write := left.name
	if (t.text == "true") != (sign == "==") {
		write = "not " + left.name
	}
	p.fail("constant", left.from, t.to, quote(left.name)+" is a flag, a yes or no by itself, and is compared with nothing", "write "+quote(write))
	return true
}
