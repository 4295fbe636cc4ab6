package scenario

import (
	"fmt"
	"slices"
	"strconv"
)

type operandKind int

const (
	broken operandKind = iota // a mistake was found in it and reported
	number
	yesNo
	endingName // the word ending
	quotedID   // an id in quotes
)

// operand is a part of a condition that was read, with its place. Numbers are
// sums from the beginning: without * and / every number a condition can name
// is one.
type operand struct {
	kind     operandKind
	sum      linear
	formula  formula
	name     string // of the meter or flag it is, if it is nothing more
	id       string // in quotes
	from, to int
}

// linear is a sum of meters, each taken some times, and a number.
type linear struct {
	by   [MaxMeters]int
	plus int
}

func (l linear) added(other linear, times int) linear {
	for i, by := range other.by {
		l.by[i] += times * by
	}
	l.plus += times * other.plus
	return l
}

func (l linear) lone() bool { return l.by == [MaxMeters]int{} }

// reach is the least and the greatest value that the meters' bounds allow.
func (l linear) reach(meters []Meter) (least, greatest int) {
	least, greatest = l.plus, l.plus
	for i, by := range l.by {
		if by == 0 {
			continue
		}
		low, high := by*meters[i].Min, by*meters[i].Max
		least, greatest = least+min(low, high), greatest+max(low, high)
	}
	return least, greatest
}

// sound says whether a meter's bounds can be reckoned with.
func sound(m Meter) bool { return m.Min < m.Max && m.Min >= LowestMin && m.Max <= HighestMax }

func (l linear) sound(meters []Meter) bool {
	for i, by := range l.by {
		if by != 0 && !sound(meters[i]) {
			return false
		}
	}
	return true
}

func comparisonWith(m Meter) string {
	return m.Name + " >= " + strconv.Itoa(m.Min+(m.Max-m.Min+1)/2)
}

// named is what a word stands for.
func (p *parser) named(t token) operand {
	o := operand{name: t.text, from: t.from, to: t.to}
	if t.text == "ending" {
		o.kind = endingName
		return o
	}
	if i, ok := p.names.meter(t.text); ok {
		o.kind = number
		o.sum.by[i] = 1
		return o
	}
	if i, ok := p.names.flag(t.text); ok {
		o.kind, o.formula = yesNo, formula{test: flagTest(i)}
		return o
	}
	if p.names.has(t.text) {
		return o
	}
	if reserved(t.text) {
		p.fault("constant", t.from, t.to, quote(t.text)+" is no word of a condition", "a flag stands alone, as in "+quote(p.flagExample()))
		return o
	}
	p.fault("unknown-name", t.from, t.to, unknownName(t.text), p.names.meant(t.text))
	return o
}

func (p *parser) flagExample() string {
	if len(p.names.flags) == 0 {
		return "asked_first or not asked_first"
	}
	return p.names.flags[0] + " or not " + p.names.flags[0]
}

func (p *parser) added(left operand, sign string, right operand) operand {
	whole := operand{kind: number, from: left.from, to: right.to}
	for _, side := range []operand{left, right} {
		if side.kind != number {
			whole.kind = broken
			p.uncounted(side)
		}
	}
	times := 1
	if sign == "-" {
		times = -1
	}
	whole.sum = left.sum.added(right.sum, times)
	return whole
}

// uncounted reports what cannot stand in a sum.
func (p *parser) uncounted(o operand) {
	words := p.quoted(o.from, o.to)
	switch o.kind {
	case yesNo:
		p.fault("counted-flag", o.from, o.to, words+" is a yes or no, and cannot be added or subtracted", "only meters and numbers can")
	case endingName, quotedID:
		p.fault("compared-ending", o.from, o.to, words+" is no number, and cannot be added or subtracted", "only meters and numbers can")
	}
}

// truth is the yes or no that an operand stands for.
func (p *parser) truth(o operand) formula {
	words := p.quoted(o.from, o.to)
	switch {
	case o.kind == yesNo:
		return o.formula
	case o.kind == number && o.name != "":
		i, _ := p.names.meter(o.name)
		p.fault("bare-meter", o.from, o.to, words+" is a meter: a number, not a yes or no", "compare it, as in "+quote(comparisonWith(p.names.meters[i])))
	case o.kind == number:
		p.fault("bare-number", o.from, o.to, words+" is a number, not a yes or no", p.names.insteadOfNumber())
	case o.kind == endingName && p.names.endings == nil:
		p.endingElsewhere(o)
	case o.kind == endingName, o.kind == quotedID:
		p.fault("bare-ending", o.from, o.to, words+" alone is not a yes or no", p.endingExample())
	}
	return formula{}
}

func (p *parser) endingElsewhere(o operand) {
	p.fault("ending-elsewhere", o.from, o.to, "the ending can be asked for only where a test says what it expects",
		"ask for a meter or a flag here")
}

func (p *parser) endingExample() string {
	if len(p.names.endings) == 0 {
		return "compare a meter, as in " + quote(p.names.example())
	}
	return fmt.Sprintf("write ending == '%s'", p.names.endings[0])
}

// compared is a comparison of two operands.
func (p *parser) compared(left operand, sign string, right operand) operand {
	whole := operand{from: left.from, to: right.to}
	for _, side := range []operand{left, right} {
		if side.kind == endingName && p.names.endings == nil {
			p.endingElsewhere(side)
			return whole
		}
	}
	switch {
	case left.kind == broken || right.kind == broken:
		return whole
	case left.kind == endingName || right.kind == endingName:
		return p.comparedEnding(whole, left, sign, right)
	case left.kind == yesNo || right.kind == yesNo:
		return p.comparedFlag(whole, left, right)
	case left.kind == quotedID || right.kind == quotedID:
		p.fault("compared-ending", whole.from, whole.to, `only "ending" can be compared with an id in quotes`, "compare with a number here")
		return whole
	}
	return p.comparedNumbers(whole, left.sum.added(right.sum, -1), sign)
}

func (p *parser) comparedFlag(whole, left, right operand) operand {
	flag := left
	if left.kind != yesNo {
		flag = right
	}
	words := p.words(flag.from, flag.to)
	if flag.name == "" {
		p.fault("compared-flag", whole.from, whole.to, quote(words)+" is a yes or no, and cannot be compared", `join it with "and", "or" or "not"`)
	} else {
		p.fault("compared-flag", whole.from, whole.to, quote(words)+" is a flag, yes or no, and cannot be compared",
			fmt.Sprintf("write %s or %s", quote(words), quote("not "+words)))
	}
	return whole
}

func (p *parser) comparedEnding(whole, left operand, sign string, right operand) operand {
	id := right
	if left.kind != endingName {
		id = left
	}
	if id.kind != quotedID || sign != "==" && sign != "!=" {
		p.fault("compared-ending", whole.from, whole.to, "an ending can only be compared with an id in quotes, by == or !=", p.endingExample())
		return whole
	}
	i := slices.Index(p.names.endings, id.id)
	if i < 0 {
		p.fault("unknown-ending", id.from, id.to, quote(id.id)+" is no ending of this scenario",
			p.names.hints.didYouMean(id.id, p.names.endings, "its endings are "+among(p.names.endings, fewNames)))
		return whole
	}
	whole.kind, whole.formula = yesNo, formula{test: endingTest(i, sign == "!=")}
	return whole
}
