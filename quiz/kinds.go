package quiz

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// How a learner weighs an open text of their own.
const (
	GotIt  = "got it"
	Partly = "partly"
	NotYet = "not yet"
)

// weighed is the learner's own mark of an open text.
func weighed(picked []string) float64 {
	switch picked[len(picked)-1] {
	case GotIt:
		return 1
	case Partly:
		return 0.5
	}
	return 0
}

// ordering is the share of neighbours that follow one another as they do in
// the right order: of A B C D, the order B C D A keeps two of three.
func (q Question) ordering(picked []string) float64 {
	place := map[string]int{}
	for i, item := range q.Items {
		place[item.ID] = i
	}
	kept := 0
	for i := 1; i < len(picked); i++ {
		if place[picked[i]] == place[picked[i-1]]+1 {
			kept++
		}
	}
	return float64(kept) / float64(max(1, len(q.Items)-1))
}

// matching is the share of pairs that were found. Right sides that read the
// same are as good as one another.
func (q Question) matching(picked []string) float64 {
	found := 0
	for i, pair := range q.Pairs {
		if q.rightText(picked[i]) == pair.Right {
			found++
		}
	}
	return float64(found) / float64(max(1, len(q.Pairs)))
}

// rightText is the words of a right side.
func (q Question) rightText(id string) string {
	for _, pair := range q.Pairs {
		if pair.ID == id {
			return pair.Right
		}
	}
	for _, item := range q.Extra {
		if item.ID == id {
			return item.Text
		}
	}
	return ""
}

// number reads a number as people type it: a comma or a point before the
// decimals, blanks between the thousands, and after it a sign for per cent or
// the word of the question that says what is counted.
func (q Question) number(typed string) (float64, bool) {
	return number(q.withoutUnit(typed))
}

func (q Question) withoutUnit(typed string) string {
	typed = strings.TrimSpace(typed)
	end := 1 + strings.LastIndexFunc(typed, func(r rune) bool { return unicode.IsDigit(r) })
	switch unit := bare(typed[end:]); {
	case unit == "" && strings.HasSuffix(typed, "%"), unit == "per cent", unit == "percent":
		return typed[:end]
	case slices.ContainsFunc(strings.Fields(q.Ask), func(asked string) bool { return bare(asked) == unit }):
		return typed[:end]
	}
	return typed
}

func number(typed string) (float64, bool) {
	typed = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, typed)
	typed = strings.Replace(strings.Replace(typed, "−", "-", 1), ",", ".", 1)
	n, err := strconv.ParseFloat(typed, 64)
	return n, err == nil && !math.IsInf(n, 0) && !math.IsNaN(n)
}

func (q Question) numberRight(typed string) bool {
	const slack = 1e-9 // 0.1 + 0.2 is within 0.3
	n, ok := q.number(typed)
	room := slack * math.Max(1, math.Abs(n))
	return ok && n >= q.Range.From-room && n <= q.Range.To+room
}

func (q Question) textRight(typed string) bool {
	got := bare(typed)
	return slices.ContainsFunc(q.Accept, func(want string) bool {
		want = bare(want)
		return got == want || slips(got, want, q.Typos) <= q.Typos
	})
}

// bare is a text without what people do not mean when they type: capitals,
// accents, marks and spaces at its ends, and more than one space in a row.
func bare(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
	words := strings.Fields(text)
	return strings.TrimFunc(strings.Join(words, " "), func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
}

// slips counts the letters put in, left out, changed or swapped with their
// neighbour between two texts (Damerau 1964, restricted), and stops counting
// past most.
func slips(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if most == 0 || len(x)-len(y) > most || len(y)-len(x) > most {
		return most + 1
	}
	before, last := make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row := make([]int, len(y)+1)
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(y)]
}

func (q Question) acceptsOrder(picked []string) error {
	var ids []string
	for _, item := range q.Items {
		ids = append(ids, item.ID)
	}
	if !slices.Equal(slices.Sorted(slices.Values(ids)), slices.Sorted(slices.Values(picked))) {
		return fmt.Errorf("every one of the %d things has one place; put them all in order", len(ids))
	}
	return nil
}

func (q Question) acceptsMatch(picked []string) error {
	if len(picked) != len(q.Pairs) || slices.Contains(picked, "") {
		return fmt.Errorf("there are %d to match; give each of them something", len(q.Pairs))
	}
	for _, id := range picked {
		if q.rightText(id) == "" {
			return fmt.Errorf("%q is not among the things to match with; pick from those shown", id)
		}
	}
	return nil
}

func (q Question) acceptsTyped(picked []string) error {
	const most = 10_000
	switch {
	case len(picked) == 0 || strings.TrimSpace(picked[0]) == "":
		return errors.New("you have typed nothing yet; type your answer")
	case len([]rune(picked[0])) > most:
		return errors.New("that is longer than an answer may be; 10,000 characters are the most")
	case q.Kind == KindNumber:
		if _, ok := q.number(picked[0]); !ok {
			return fmt.Errorf("%q is no number; type it in digits", picked[0])
		}
	case q.Open() && (len(picked) != 2 || !slices.Contains([]string{GotIt, Partly, NotYet}, picked[1])):
		return errors.New("say how close you were: got it, partly or not yet")
	}
	return nil
}

// Words is an answer as it reads: the texts of what was picked.
func (q Question) Words(picked []string) []string {
	var all []string
	switch q.Kind {
	case KindNumber, KindText:
		return slices.Clone(picked)
	case KindMatch:
		for i, pair := range q.Pairs {
			if i < len(picked) {
				all = append(all, pair.Left+" – "+q.rightText(picked[i]))
			}
		}
		return all
	case KindOrder:
		for _, id := range picked {
			for _, item := range q.Items {
				if item.ID == id {
					all = append(all, item.Text)
				}
			}
		}
		return all
	}
	for _, o := range q.Options {
		if slices.Contains(picked, o.ID) {
			all = append(all, o.Text)
		}
	}
	return all
}

// RightWords is the right answer as it reads.
func (q Question) RightWords() []string {
	switch {
	case q.Kind == KindNumber && q.Range.From == q.Range.To:
		return []string{plainNumber(q.Range.From)}
	case q.Kind == KindNumber:
		return []string{plainNumber(q.Range.From) + " to " + plainNumber(q.Range.To)}
	case q.Open():
		return []string{q.Model}
	case q.Kind == KindText:
		return q.Accept[:1]
	}
	var ids []string
	for _, o := range q.Options {
		if o.Right {
			ids = append(ids, o.ID)
		}
	}
	for _, i := range q.Items {
		ids = append(ids, i.ID)
	}
	for _, p := range q.Pairs {
		ids = append(ids, p.ID)
	}
	return q.Words(ids)
}

func plainNumber(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
