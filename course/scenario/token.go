package scenario

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

type tokenKind int

const (
	tokenEnd tokenKind = iota
	tokenWord
	tokenNumber
	tokenQuoted
	tokenSign
)

// token is a word, number, quoted id or sign, with its place in characters. A
// number that was refused has no text.
type token struct {
	kind     tokenKind
	text     string
	from, to int
}

// wrongSign is what people write from habit, and what to write instead.
type wrongSign struct{ wrong, right string }

// wrongSigns are ordered so that of two with a common beginning the longer
// one is found first.
func wrongSigns() []wrongSign {
	return []wrongSign{
		{"===", "=="}, {"!==", "!="}, {"&&", "and"}, {"||", "or"}, {"=>", ">="}, {"=<", "<="}, {"<>", "!="},
		{"&", "and"}, {"|", "or"}, {"≥", ">="}, {"≤", "<="}, {"≠", "!="}, {"−", "-"}, {"–", "-"},
	}
}

func signs() []string { return []string{"==", "!=", "<=", ">=", "<", ">", "+", "-", "(", ")"} }

// scan cuts a condition into tokens. What can be understood although it is
// wrong is reported and put right, so that the rest is checked as well.
func (p *parser) scan() {
	for at := 0; at < len(p.text) && !p.stopped; {
		r := p.text[at]
		switch {
		case r == ' ' || r == '\t':
			at++
		case r == '\n' || r == '\r':
			p.fail("several-lines", at, at+1, "a condition stands on one line", "write it on one line")
		case r == '_' || unicode.IsLetter(r):
			at = p.scanWord(at)
		case isDigit(r) || r == '.' && at+1 < len(p.text) && isDigit(p.text[at+1]):
			at = p.scanNumber(at)
		case r == '\'' || r == '"':
			at = p.scanQuoted(at)
		default:
			at = p.scanSign(at)
		}
	}
	p.tokens = append(p.tokens, token{tokenEnd, "", len(p.text), len(p.text)})
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func inWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

func (p *parser) put(kind tokenKind, text string, from, to int) int {
	p.tokens = append(p.tokens, token{kind, text, from, to})
	return to
}

// run is the end of the characters from a place on that belong together.
func (p *parser) run(from int, belongs func(rune) bool) int {
	for from < len(p.text) && belongs(p.text[from]) {
		from++
	}
	return from
}

func (p *parser) scanWord(from int) int {
	to := p.run(from, inWord)
	if whole := p.run(from, func(r rune) bool { return inWord(r) || r == '-' }); whole > to {
		wrong := string(p.text[from:whole])
		switch meant := strings.ReplaceAll(wrong, "-", "_"); {
		case p.names.has(wrong): // it cannot be a name, and was told of where it was given
			return p.put(tokenWord, wrong, from, whole)
		case p.names.has(meant):
			p.fault("unknown-name", from, whole, unknownName(wrong), "did you mean "+quote(meant)+"?")
			return p.put(tokenWord, meant, from, whole)
		}
	}
	word := string(p.text[from:to])
	if lower := strings.ToLower(word); lower != word && slices.Contains([]string{"and", "or", "not", "ending"}, lower) {
		p.fault("wrong-sign", from, to, fmt.Sprintf("%s is no word of a condition", quote(word)), "write "+quote(lower))
		word = lower
	}
	return p.put(tokenWord, word, from, to)
}

func (p *parser) scanNumber(from int) int {
	to := p.run(from, isDigit)
	whole := string(p.text[from:to])
	if end := p.run(to, func(r rune) bool { return r == '.' || r == ',' || isDigit(r) }); end > to && (end > to+1 || p.text[to] != ',') {
		to, whole = end, ""
		p.fault("whole-number", from, to, fmt.Sprintf("%s is no whole number, and meters are whole numbers", quote(string(p.text[from:to]))),
			"write a number without a decimal point")
	}
	return p.put(tokenNumber, whole, from, to)
}

func (p *parser) scanQuoted(from int) int {
	length := slices.Index(p.text[from+1:], p.text[from])
	if length < 0 {
		p.fail("unclosed-quote", from, from+1, "this quote is never closed", "close it after the ending's id, as in ending == 'late'")
		return len(p.text)
	}
	to := from + 1 + length
	return p.put(tokenQuoted, string(p.text[from+1:to]), from, to+1)
}

func (p *parser) scanSign(from int) int {
	rest := string(p.text[from:min(from+3, len(p.text))])
	for _, s := range wrongSigns() {
		if strings.HasPrefix(rest, s.wrong) {
			to := from + len([]rune(s.wrong))
			p.fault("wrong-sign", from, to, fmt.Sprintf("%s is no sign of a condition", quote(s.wrong)), "write "+quote(s.right))
			return p.put(kindOfSign(s.right), s.right, from, to)
		}
	}
	if to, sign := p.parted(from); to > from {
		p.fault("wrong-sign", from, to, "a space parts this sign in two", "write "+quote(sign))
		return p.put(tokenSign, sign, from, to)
	}
	for _, s := range signs() {
		if strings.HasPrefix(rest, s) {
			return p.put(tokenSign, s, from, from+len(s))
		}
	}
	switch sign := string(p.text[from]); sign {
	case "=":
		p.fault("single-equals", from, from+1, `a single "=" compares nothing`, `write "=="`)
		return p.put(tokenSign, "==", from, from+1)
	case "!":
		p.fault("wrong-sign", from, from+1, `"!" is no sign of a condition`, `write "not"`)
		return p.put(tokenWord, "not", from, from+1)
	case ",", ";":
		p.fail("wrong-sign", from, from+1, quote(sign)+" is no sign of a condition", `write "and" where both must hold, or "or"`)
	case "‘", "’", "“", "”":
		p.fail("wrong-sign", from, from+1, quote(sign)+" is a curly quote", `write ' or "`)
	default:
		p.fail("unknown-sign", from, from+1, fmt.Sprintf("%s is no sign of a condition", quote(sign)),
			"use and, or, not, one of == != < <= > >=, + and -, and parentheses")
	}
	return len(p.text)
}

// parted is where a sign of two characters ends that has a space between them,
// and the sign.
func (p *parser) parted(from int) (to int, sign string) {
	if !strings.ContainsRune("<>=!", p.text[from]) {
		return from, ""
	}
	to = p.run(from+1, func(r rune) bool { return r == ' ' })
	if to == from+1 || to == len(p.text) || p.text[to] != '=' {
		return from, ""
	}
	return to + 1, string(p.text[from]) + "="
}

func kindOfSign(text string) tokenKind {
	if unicode.IsLetter(rune(text[0])) {
		return tokenWord
	}
	return tokenSign
}
