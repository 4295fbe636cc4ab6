package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// citation is [@id], or several: [@one; @another].
var (
	citation = regexp.MustCompile(`\[@[^\[\]\n]*\]`)
	cited    = regexp.MustCompile(`@([A-Za-z0-9-]+)`)
)

// Citation is a source named in a text, at an offset in characters.
type Citation struct {
	ID     string
	Offset int
}

// Citations are the sources a text names, in order.
func Citations(text string) []Citation {
	if !strings.Contains(text, "[@") {
		return nil
	}
	var all []Citation
	count := counter{text: text}
	for _, m := range citation.FindAllStringIndex(text, -1) {
		for _, id := range cited.FindAllStringSubmatchIndex(text[m[0]:m[1]], -1) {
			from, to := m[0]+id[2], m[0]+id[3]
			all = append(all, Citation{text[from:to], count.span(from, to).Offset})
		}
	}
	return all
}

// Cite is a text with its citations as numbers: [@id] becomes [1]. A source
// for which number returns 0 is a problem, and stays as it was written.
func Cite(n Node, number func(id string) int) (string, []Problem) {
	text := n.Text().Value
	if !strings.Contains(text, "[@") {
		return text, nil
	}
	var problems []Problem
	unknown := map[string]bool{}
	for _, c := range Citations(text) {
		if number(c.ID) == 0 {
			unknown[c.ID] = true
			if len(problems) == maxPerFile {
				continue
			}
			problems = append(problems, n.Problem(Error, c.Offset, len(c.ID), "unknown-source",
				fmt.Sprintf("there is no source %q in this module", c.ID), "add it under sources: in module.yaml or course.yaml, or mend the id"))
		}
	}
	numbered := citation.ReplaceAllStringFunc(text, func(whole string) string {
		var numbers []string
		for _, m := range cited.FindAllStringSubmatch(whole, -1) {
			if unknown[m[1]] {
				return whole
			}
			numbers = append(numbers, strconv.Itoa(number(m[1])))
		}
		if len(numbers) == 0 {
			return whole
		}
		return "[" + strings.Join(numbers, ", ") + "]"
	})
	return numbered, problems
}
