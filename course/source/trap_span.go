package source

import (
	"slices"
	"strings"
)

// trailing finds what a list in JSON has after a text in quotes.
func (o *outline) trailing(line string, end int) (odd, bool) {
	rest := strings.TrimSpace(line[end:])
	if rest == "" || strings.Trim(rest, ",;.") != "" {
		return odd{}, false
	}
	sign := map[byte]string{',': "comma", ';': "semicolon", '.': "full stop"}[rest[0]]
	at := end + strings.IndexByte(line[end:], rest[0])
	return odd{o.problem(Error, o.at, runes(line[:at])+1, len(rest), "comma", "the text ends at its quote, and a "+sign+" follows", "take the "+sign+" out"), []string{line[:end]}}, true
}

// unclosed tells of quotes or brackets that were meant to end on a line above.
func (o *outline) unclosed() odd {
	if o.span.quote != 0 {
		return o.openQuote()
	}
	first := o.span.brackets[len(o.span.brackets)-1]
	line := o.line(first.line)
	closing := ""
	for _, b := range slices.Backward(o.span.brackets) {
		closing += map[byte]string{'[': "]", '{': "}"}[o.line(b.line)[b.at]]
	}
	if at := strings.Index(line[first.at:], " #"); at >= 0 {
		at += first.at + 1
		return odd{o.problem(Error, first.line, runes(line[:at])+1, runes(line[at:]), "comment-cuts", "from # on, YAML takes this for a comment, so the bracket before it is never closed", "put the text in quotes"),
			[]string{line[:at] + line[at+1:]}}
	}
	p := o.problem(Error, first.line, runes(line[:first.at])+1, 1, "open-bracket", "this bracket is not closed, or a comma is missing in it", "close it on the same line, or write one thing a line, each after a dash")
	if first.line < o.at-1 {
		return odd{p, nil}
	}
	return odd{p, []string{line + closing}}
}

func (o *outline) openQuote() odd {
	line, at := o.line(o.span.opened.line), o.span.opened.at
	text := strings.TrimRight(line[at+1:], " ")
	cause, fix := "this quote is never closed", "close it at the end of the text; or write the text without quotes under a line that ends in |"
	if o.closedBelow() {
		cause, fix = "this quote is not closed on its line, and runs on to the next quote below", "close it at the end of the text"
	}
	switch {
	case strings.ContainsAny(line, "”’»"):
		fix = "close it with a straight quote like itself: a curly one is a letter to YAML"
	case o.span.quote == '\'' && text != "" && word(text[:1]):
		fix = "close it at the end of the text" + "; or, if it is an apostrophe, put double quotes around the whole text"
	}
	meant := line[:at] + requoted(text)
	if len(o.span.brackets) > 0 {
		inner := strings.TrimRight(text, " ,]}")
		meant = line[:at] + requoted(inner) + text[len(inner):]
		cause = "this quote is not closed on its line"
	}
	p := o.problem(Error, o.span.opened.line, runes(line[:at])+1, 1, "open-quote", cause, fix)
	if strings.IndexByte(text, o.span.quote) >= 0 {
		return odd{p, nil}
	}
	return odd{p, []string{meant}}
}

// closedBelow says that the open quote meets another on the lines below.
func (o *outline) closedBelow() bool {
	for below := o.at; below <= len(o.lines); below++ {
		if strings.IndexByte(o.line(below), o.span.quote) >= 0 {
			return true
		}
	}
	return false
}
