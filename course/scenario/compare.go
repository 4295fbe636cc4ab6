package scenario

import (
	"fmt"
	"slices"
	"strings"
)

const farAway = 1 << 30 // beyond every sum a condition can name

// span is the least and greatest difference of two numbers that a sign allows;
// != is == and its opposite.
func span(sign string) (low, high int, negated bool) {
	switch sign {
	case "<":
		return -farAway, -1, false
	case "<=":
		return -farAway, 0, false
	case ">":
		return 1, farAway, false
	case ">=":
		return 0, farAway, false
	case "!=":
		return 0, 0, true
	}
	return 0, 0, false
}

// comparedNumbers is a comparison as a test of the difference of its sides.
func (p *parser) comparedNumbers(whole operand, difference linear, sign string) operand {
	if !difference.sound(p.names.meters) {
		return whole
	}
	low, high, negated := span(sign)
	least, greatest := difference.reach(p.names.meters)
	low, high = max(low, least), min(high, greatest)
	if always := low == least && high == greatest; always || low > high {
		p.decided(whole, difference, always != negated)
		return whole
	}
	whole.kind = yesNo
	whole.formula = formula{test: sumTest(difference, p.names.meters, low, high, negated)}
	return whole
}

// decided reports a comparison that can come out one way only.
func (p *parser) decided(whole operand, difference linear, always bool) {
	says := "never"
	if always {
		says = "always"
	}
	var bounds []string
	for i, by := range difference.by {
		if by != 0 {
			m := p.names.meters[i]
			bounds = append(bounds, fmt.Sprintf("%s goes from %d to %d", quote(m.Name), m.Min, m.Max))
		}
	}
	cause := fmt.Sprintf("%s is %s true", p.quoted(whole.from, whole.to), says)
	if len(bounds) == 0 {
		p.fault("decided", whole.from, whole.to, cause+": no meter decides it", "compare a meter, as in "+quote(p.names.example()))
		return
	}
	p.fault("decided", whole.from, whole.to, cause+": "+listed(bounds), "compare with a number that is reached on some plays only, or change the bounds")
}

// chained reports comparisons in a row and says how to write them.
func (p *parser) chained(sides []operand, signs []string) operand {
	whole := operand{from: sides[0].from, to: sides[len(sides)-1].to}
	parts := make([]string, 0, len(signs))
	for i, sign := range signs {
		left, right := p.words(sides[i].from, sides[i].to), p.words(sides[i+1].from, sides[i+1].to)
		if sides[i].kind == number && sides[i].sum.lone() {
			left, sign, right = right, turned(sign), left
		}
		parts = append(parts, left+" "+sign+" "+right)
	}
	p.fault("chained-comparison", whole.from, whole.to, p.quoted(whole.from, whole.to)+" compares more than once in a row",
		"say "+quote(strings.Join(parts, " and ")))
	return whole
}

// turned is a comparison read from the other side.
func turned(sign string) string {
	signs := []string{"<", ">", "<=", ">="}
	if i := slices.Index(signs, sign); i >= 0 {
		return signs[i^1]
	}
	return sign
}
