package plain

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hearten/course"
)

// sources lists the works that texts of an activity cite by their numbers,
// and after them others that it rests on, by id.
func (s *session) sources(c course.Content, others []string, texts ...string) {
	numbers := cited(len(c.Cited), texts)
	var rest []course.Source
	for _, w := range c.Module.Sources {
		numbered := slices.ContainsFunc(numbers, func(n int) bool { return c.Cited[n-1].ID == w.ID })
		if slices.Contains(others, w.ID) && !numbered {
			rest = append(rest, w)
		}
	}
	if len(numbers)+len(rest) == 0 {
		return
	}
	s.gap()
	s.say("Sources:")
	for _, n := range numbers {
		s.hang(fmt.Sprintf("[%d] ", n), work(c.Cited[n-1]))
	}
	for _, w := range rest {
		s.hang("- ", work(w))
	}
	s.gap()
}

// cited is the numbers that stand in brackets in the texts, up to most.
func cited(most int, texts []string) []int {
	var numbers []int
	for _, found := range regexp.MustCompile(`\[(\d+)\]`).FindAllStringSubmatch(strings.Join(texts, "\n"), -1) {
		n, err := strconv.Atoi(found[1])
		if err == nil && n >= 1 && n <= most && !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	return numbers
}

// work is a source as it is cited.
func work(w course.Source) string {
	if w.DOI == "" {
		return flat(w.Cite)
	}
	return flat(w.Cite) + " https://doi.org/" + w.DOI
}
