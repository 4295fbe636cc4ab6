package source

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// kindHere is what the mapping that is being read says of its kind.
func (w *walker) kindHere() string { return kindOf(w.inside[len(w.inside)-1].node) }

func kindOf(n *yaml.Node) string {
	if i := keyIndex(n, "kind"); i >= 0 {
		return n.Content[i+1].Value
	}
	return ""
}

// keyIndex is where a key of a mapping stands in its content; -1 where it has
// none.
func keyIndex(n *yaml.Node, key string) int {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// questionKind is the kind of question that other programs, and people, call
// by another word; empty where none is likely.
func (w *walker) questionKind(word string, kinds []string) string {
	if !slices.Contains(kinds, "true-false") {
		return ""
	}
	word = strings.NewReplacer("/", "-", "_", "-", " ", "-", "-or-", "-").Replace(strings.ToLower(word))
	for _, also := range [][]string{
		{"true-false", "true-or-false", "t-f", "tf", "yes-no", "boolean", "right-wrong"},
		{"choices", "multiple-response", "multiple-answer", "multiple-answers", "multiple-select", "multi-select", "checkbox", "checkboxes", "many"},
		{"choice", "multiple-choice", "mc", "mcq", "multichoice", "single-choice", "single", "radio", "options"},
		{"order", "ordering", "sequence", "sort", "ranking"},
		{"match", "matching", "pairs"},
		{"number", "numeric", "numerical", "integer"},
		{"text", "open", "short-answer", "shortanswer", "essay", "free-text", "fill-in", "gap", "cloze"},
	} {
		if !slices.Contains(also, word) {
			continue
		}
		if also[0] == "choice" && w.severalRight() {
			return "choices"
		}
		return also[0]
	}
	return ""
}

// severalRight says of the question that is being read that more than one of
// its options is marked right.
func (w *walker) severalRight() bool {
	n, right := w.inside[len(w.inside)-1].node, 0
	if i := keyIndex(n, "options"); i >= 0 {
		for _, option := range n.Content[i+1].Content {
			if j := keyIndex(option, "right"); j >= 0 && option.Content[j+1].Value == "true" {
				right++
			}
		}
	}
	return right > 1
}

// answerElsewhere says of an answer that is no number that the kind of its
// question has options in its place.
func (w *walker) answerElsewhere(n *yaml.Node) bool {
	if len(w.inside) == 0 || keyIndex(w.inside[len(w.inside)-1].node, "answer") < 0 {
		return false
	}
	kind := w.kindHere()
	if kind != "true-false" {
		kind = w.questionKind(kind, []string{"true-false"})
	}
	cause := `"answer" belongs to questions of the kind number; those of this kind have options`
	yes := yesOrNo(n.Value)
	if !slices.Contains([]string{"true-false", "choice", "choices"}, kind) && !slices.Contains([]string{"choice", "choices"}, w.kindHere()) {
		return false
	}
	switch {
	case kind == "true-false" && yes == "write true":
		w.wrong(n, "not-a-number", cause, `write in place of this line: options: [{text: "True", right: true, why: "…"}, {text: "False", why: "…"}]`)
	case kind == "true-false":
		w.wrong(n, "not-a-number", cause, `write in place of this line: options: [{text: "True", why: "…"}, {text: "False", right: true, why: "…"}]`)
	default:
		w.wrong(n, "not-a-number", cause, "take this line out, and write right: true below the option that is right")
	}
	return true
}

// decimal is how a number is written that is one elsewhere: .5, 2. or 27,5.
func decimal(written string) string {
	plain := strings.Replace(written, ",", ".", 1)
	f, err := strconv.ParseFloat(plain, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return ""
	}
	if plain = strconv.FormatFloat(f, 'f', -1, 64); !decimalPattern.MatchString(plain) {
		return ""
	}
	return plain
}
