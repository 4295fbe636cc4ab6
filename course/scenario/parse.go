package scenario

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The bounds of a condition: longer or deeper ones nobody can read.
const (
	longestCondition = 500
	deepestCondition = 32
)

// parser reads one condition. It goes on after what it can understand and
// stops at what it cannot, so that no fault is only the echo of another.
type parser struct {
	names   names
	text    []rune
	tokens  []token
	next    int
	depth   int
	stopped bool
	faults  []Error
}

// parseCondition reads a condition and says everything that is wrong with it.
// No text is a condition that always holds.
func parseCondition(text string, n names) (condition, []Error) {
	if text == "" {
		return condition{}, nil
	}
	p := &parser{names: n, text: []rune(text)}
	if len(p.text) > longestCondition {
		return condition{}, []Error{{Code: "too-long", Cause: fmt.Sprintf("this condition has %d characters; %d is the most", len(p.text), longestCondition),
			Fix: "set a flag earlier in the story and ask for that"}}
	}
	if e, is := n.byLabel(text); is {
		return condition{}, []Error{e}
	}
	p.scan()
	whole := formula{}
	if !p.stopped {
		whole = p.whole()
	}
	if len(p.faults) > 0 {
		slices.SortStableFunc(p.faults, func(a, b Error) int { return a.Offset - b.Offset })
		return condition{}, p.faults
	}
	return linked(whole), nil
}

func (p *parser) whole() formula {
	if p.peek().kind == tokenEnd {
		p.fail("empty-condition", 0, len(p.text), "there is nothing in this condition", "write a condition, or leave it out")
	}
	all := p.or()
	switch t := p.peek(); {
	case t.kind == tokenEnd:
	case t.text == ")":
		p.fail("unopened-parenthesis", t.from, t.to, "this parenthesis closes nothing", `take it out, or open one with "("`)
	default:
		to, fix := p.instead(all, t)
		p.fail("unexpected-word", t.from, to, p.quoted(t.from, to)+" cannot follow here", fix)
	}
	return p.truth(all)
}

func (p *parser) or() operand { return p.joined("or", p.and) }

func (p *parser) and() operand { return p.joined("and", p.not) }

func (p *parser) joined(word string, part func() operand) operand {
	first := part()
	if !p.at(word) {
		return first
	}
	all := formula{join: word, parts: []formula{p.truth(first)}}
	for p.take(word) {
		all.parts = append(all.parts, p.truth(part()))
	}
	return operand{kind: yesNo, formula: all, from: first.from, to: p.behind()}
}

func (p *parser) not() operand {
	from := p.peek().from
	if !p.take("not") {
		return p.comparison()
	}
	return p.deeper(from, func() operand {
		inner := p.not()
		return operand{kind: yesNo, formula: p.truth(inner).negated(), from: from, to: inner.to}
	})
}

func (p *parser) comparison() operand {
	sides := []operand{p.sum()}
	var signs []string
	for isComparison(p.peek()) {
		sign := p.advance().text
		if p.constant(sides[0], sign) {
			return operand{from: sides[0].from, to: p.behind()}
		}
		signs = append(signs, sign)
		sides = append(sides, p.otherSide(sides[0], sign))
	}
	switch len(signs) {
	case 0:
		return sides[0]
	case 1:
		return p.compared(sides[0], signs[0], sides[1])
	}
	return p.chained(sides, signs)
}

func isComparison(t token) bool {
	return t.kind == tokenSign && strings.Contains("== != <= >= < >", t.text)
}

// otherSide reads what follows the sign of a comparison. An ending's id may
// hold hyphens and even "and", so without its quotes it is taken whole.
func (p *parser) otherSide(left operand, sign string) operand {
	t := p.peek()
	if left.kind != endingName || t.kind != tokenWord && t.kind != tokenNumber {
		return p.sum()
	}
	to := p.run(t.from, func(r rune) bool { return inWord(r) || r == '-' })
	for p.peek().kind != tokenEnd && p.peek().from < to {
		p.advance()
	}
	id := string(p.text[t.from:to])
	p.fault("unquoted-ending", t.from, to, "the id of an ending stands in quotes", fmt.Sprintf("write ending %s '%s'", sign, id))
	return operand{kind: broken, from: t.from, to: to}
}

func (p *parser) sum() operand {
	left := p.term()
	for p.at("+") || p.at("-") {
		sign := p.advance().text
		left = p.added(left, sign, p.term())
	}
	return left
}

func (p *parser) term() operand {
	t := p.peek()
	switch {
	case p.take("-"):
		return p.deeper(t.from, func() operand {
			zero := operand{kind: number, from: t.from, to: t.from}
			return p.added(zero, "-", p.term())
		})
	case p.take("("):
		return p.parenthesis(t)
	case t.kind == tokenWord && t.text != "and" && t.text != "or" && t.text != "not":
		return p.named(p.advance())
	case t.kind == tokenNumber:
		return p.literal(p.advance())
	case t.kind == tokenQuoted:
		p.advance()
		return operand{kind: quotedID, id: t.text, from: t.from, to: t.to}
	case t.kind == tokenEnd && p.next > 0:
		last := p.tokens[p.next-1]
		p.fail("unfinished", last.from, last.to, "the condition breaks off after "+p.quoted(last.from, last.to), "finish it, as in "+quote(p.names.example()))
	default:
		p.fail("unexpected-word", t.from, t.to, p.quoted(t.from, t.to)+" stands where a meter, a flag or a number belongs",
			"write a condition such as "+quote(p.names.example()))
	}
	return operand{from: t.from, to: t.to}
}

func (p *parser) parenthesis(open token) operand {
	return p.deeper(open.from, func() operand {
		inner := p.or()
		if t := p.peek(); !p.take(")") {
			if t.kind == tokenEnd {
				p.fail("unclosed-parenthesis", open.from, open.to, "this parenthesis is never closed", `close it with ")"`)
			} else {
				p.fail("unexpected-word", t.from, t.to, p.quoted(t.from, t.to)+" cannot follow here", `close the parenthesis with ")" first, or join with "and" or "or"`)
			}
		}
		inner.from, inner.to = open.from, p.behind()
		return inner
	})
}

const longestNumber = 6

func (p *parser) literal(t token) operand {
	if t.text == "" {
		return operand{from: t.from, to: t.to}
	}
	if len(t.text) > longestNumber {
		p.fault("too-large", t.from, t.to, quote(t.text)+" is larger than any meter can be", fmt.Sprintf("meters stay within %d and %d", LowestMin, HighestMax))
		return operand{from: t.from, to: t.to}
	}
	value, _ := strconv.Atoi(t.text)
	return operand{kind: number, sum: linear{plus: value}, from: t.from, to: t.to}
}

// deeper reads what stands one level further in, down to the bound.
func (p *parser) deeper(from int, read func() operand) operand {
	if p.depth++; p.depth > deepestCondition {
		p.fail("too-deep", from, from+1, fmt.Sprintf("this condition is nested deeper than %d levels", deepestCondition),
			"set a flag earlier in the story and ask for that")
		return operand{from: from, to: from + 1}
	}
	inner := read()
	p.depth--
	return inner
}

func (p *parser) peek() token { return p.tokens[p.next] }

func (p *parser) advance() token {
	t := p.tokens[p.next]
	p.next = min(p.next+1, len(p.tokens)-1)
	return t
}

// at says whether a word or sign comes next; quoted text is neither.
func (p *parser) at(text string) bool {
	t := p.peek()
	return t.text == text && (t.kind == tokenWord || t.kind == tokenSign)
}

func (p *parser) take(text string) bool {
	if !p.at(text) {
		return false
	}
	p.advance()
	return true
}

// behind is the place after what was read last.
func (p *parser) behind() int {
	if p.next == 0 {
		return 0
	}
	return p.tokens[p.next-1].to
}

// fault notes a mistake after which the reading can go on.
func (p *parser) fault(code string, from, to int, cause, fix string) {
	if !p.stopped {
		p.faults = append(p.faults, Error{Code: code, Cause: cause, Fix: fix, Offset: from, Width: to - from})
	}
}

// fail notes a mistake after which nothing can be understood.
func (p *parser) fail(code string, from, to int, cause, fix string) {
	p.fault(code, from, to, cause, fix)
	p.stopped = true
	p.next = max(0, len(p.tokens)-1)
}

// words is the text between two places.
func (p *parser) words(from, to int) string { return string(p.text[from:max(from, to)]) }

func (p *parser) quoted(from, to int) string { return quote(p.words(from, to)) }
