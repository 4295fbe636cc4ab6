package course

import (
	"fmt"
	"strings"
	"testing"

	"hearten/course/source"
)

const termModule = `format: 1
id: m
title: M
sources:
  own-1: {cite: Own., kind: review}
glossary:
  empathic distress: "Not [[compassion]], says [@own-1]."
  compassion: Wanting to help.
activities:
  - lesson: one
    title: One
    minutes: 2
    text: |
      Some [[Empathic
      Distress]], then [[compassion|care]] [@own-1], and **[[compassion]]**.

      Left alone: ` + "`[[code]]`" + `, \[[escaped]], [[1]](https://example.org).

          [[a block of code]]

      | a | b |
      |---|---|
      | [[compassion|x]] | y |
  - reflection: back
    title: Back
    minutes: 2
    prompts:
      - What of [[compassion]]?
`

// TestTerms: in the words that a text is shown by nothing is left of the
// brackets, and what a text refers to can be looked up.
func TestTerms(t *testing.T) {
	c := build(t, map[string]string{"m/module.yaml": termModule})
	content, err := c.Take("m", "one")
	if err != nil {
		t.Fatal(err)
	}
	var words, marked []string
	for _, b := range content.Lesson.Blocks() {
		words = append(words, b.Plain, fmt.Sprint(b.PlainRows))
		marked = append(marked, b.Text, fmt.Sprint(b.Rows))
	}
	got := strings.Join(words, "|")
	for _, want := range []string{"Some Empathic Distress, then care [1], and compassion.", "Left alone: [[code]], [[escaped]], [1] (https://example.org).", "[[a block of code]]", "[[a b] [x y]]"} {
		if !strings.Contains(got, want) {
			t.Errorf("want %q in %q", want, got)
		}
	}
	var names []string
	for _, term := range content.Terms(marked...) {
		names = append(names, term.Name)
	}
	if want := "[empathic distress compassion]"; fmt.Sprint(names) != want {
		t.Errorf("the lesson refers to %v, want %s", names, want)
	}
	m := c.Modules[0]
	if got := source.Clean(m.Glossary[0].Meaning); got != "Not compassion, says [1]." || len(m.Cited) != 1 {
		t.Errorf("the meaning is %q, citing %v", got, m.Cited)
	}
}

// TestTermsChangeNothing: marking a term leaves ids and the hash as they were,
// so that no learner loses a place.
func TestTermsChangeNothing(t *testing.T) {
	of := func(activity, module string) (string, []Prompt) {
		content, err := build(t, map[string]string{"m/module.yaml": module}).Take("m", activity)
		if err != nil {
			t.Fatal(err)
		}
		return content.Hash(), content.Prompts
	}
	bare := strings.NewReplacer("[[compassion|care]]", "care", "[[compassion]]", "compassion", "[[Empathic\n      Distress]]", "Empathic\n      Distress", "[[compassion|x]]", "x").Replace(termModule)
	for _, activity := range []string{"one", "back"} {
		marked, with := of(activity, termModule)
		plain, without := of(activity, bare)
		if marked != plain {
			t.Errorf("%s: marks change the hash", activity)
		}
		for i := range with {
			if with[i].ID != without[i].ID {
				t.Errorf("%s: marks change the id of %q", activity, without[i].Ask)
			}
		}
	}
}
