package lint

import (
	"regexp"
	"slices"
	"strings"

	"hearten/course"
	"hearten/course/source"
)

// figure is what a text may only say of the world with a source: a share, the
// size of an effect, or what research is said to show.
var figure = regexp.MustCompile(`(?i)\d[\d.,]*\s?%|\bper\s?cent\b|\beffect sizes?\b|\bodds ratios?\b|\b(?:d|r|g)\s?=\s?[-−]?\d?\.?\d|β\s?=\s?[-−]?\d?\.?\d|` +
	`\b(?:stud(?:y|ies)|research(?:ers)?|evidence|science|scientists|meta-analys[ei]s)\s+(?:has |have |had |also )?(?:show|prove|found|finds?\b|confirm|suggest|says?\b|reveal|demonstrate|indicate)\w*|` +
	`\baccording to (?:studies|research|science)\b`)

// figureSigns are what a figure cannot do without, found faster.
var figureSigns = signsOf("cent", "ffect", "dds", "show", "prove", "found", "find", "firm", "ggest", "say", "veal", "monstrate", "dicate", "ccording")

// uncitedFigure catches a figure that nobody can look up. In a scenario people
// speak, and what an option says may be wrong on purpose.
func uncitedFigure() Rule {
	return Rule{"uncited-figure", "A figure in what the course itself says, or what studies are said to show, has its source in the same paragraph.", func(m Module) []source.Problem {
		var ps []source.Problem
		resting := restingLines(m)
		for _, t := range m.Texts {
			if t.Activity >= 0 && courseSays(m.Contents[t.Activity].Activity.Kind, t.Field) && !resting.hold(t) {
				ps = append(ps, uncited(t)...)
			}
		}
		return ps
	}}
}

// courseSays says of a text that the course itself speaks in it.
func courseSays(kind course.Kind, field string) bool {
	switch field {
	case "why", "model", "about", "expert":
		return true
	case "text":
		return kind == course.KindLesson
	}
	return false
}

// resting are the questions that name their sources, by file: theirs are the
// texts in them.
type resting map[string][]source.Node

func restingLines(m Module) resting {
	all := resting{}
	for _, c := range m.Contents {
		for _, q := range c.Written().Get("questions").Items() {
			if q.Get("sources").OK() {
				all[q.At().File] = append(all[q.At().File], q)
			}
		}
	}
	return all
}

func (r resting) hold(t Text) bool {
	at := t.node.At()
	return slices.ContainsFunc(r[at.File], func(q source.Node) bool { return q.Spans(at.Line) })
}

func uncited(t Text) []source.Problem {
	if !mayHaveFigure(t.Value) {
		return nil
	}
	var ps []source.Problem
	inCode := source.InCode(t.Value)
	for _, p := range paragraphs(t.Value) {
		if len(ps) == mostPerText {
			break
		}
		if strings.Contains(p.text, "@") || !mayHaveFigure(p.text) {
			continue
		}
		at := figure.FindStringIndex(unspoken(p.text))
		if at == nil || inCode(p.at+at[0]) || asked(p.text[:at[0]]) {
			continue
		}
		ps = append(ps, t.warning(p.at+at[0], p.at+at[1], "uncited-figure",
			"this paragraph gives a figure or a finding, and names no source", "cite it, as in [@smith-2020], or say it without the figure"))
	}
	return ps
}

func mayHaveFigure(text string) bool {
	return strings.Contains(text, "%") || strings.Contains(text, "=") || figureSigns.in(text)
}

// asked says of what stands before a finding that none is told of: "what
// studies have found".
func asked(before string) bool { return strings.HasSuffix(strings.ToLower(before), "what ") }
