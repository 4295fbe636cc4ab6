package lint

import (
	"regexp"
	"strings"

	"hearten/course"
	"hearten/course/source"
)

// figure is what a text may only say of the world with a source: a share, the
// size of an effect, or what research is said to show.
var figure = regexp.MustCompile(`(?i)\d[\d.,]*\s?%|\d[\d.,]*\s+per\s?cent\b|\beffect sizes?\b|\b(?:d|r|g|β)\s?=\s?[-−]?\d?\.?\d|\b(?:studies|research|evidence|science)\s+(?:has |have )?(?:show|prove|found|confirm)\w*`)

// figureSigns are what a figure cannot do without, found faster.
var figureSigns = []string{"%", "cent", "ffect", "=", "show", "prove", "found", "onfirm"}

// uncitedFigure catches a figure that nobody can look up.
func uncitedFigure() Rule {
	return Rule{"uncited-figure", "A figure in a lesson, or what studies are said to show, has its source in the same paragraph.", func(m Module) []source.Problem {
		var ps []source.Problem
		for _, t := range m.Texts {
			if t.Activity < 0 || m.Contents[t.Activity].Activity.Kind != course.KindLesson {
				continue
			}
			ps = append(ps, uncited(t)...)
		}
		return ps
	}}
}

func uncited(t Text) []source.Problem {
	var ps []source.Problem
	for _, p := range paragraphs(t.Value) {
		if len(ps) == mostPerText {
			break
		}
		if !hasAny(p.text, figureSigns) || strings.Contains(p.text, "[@") {
			continue
		}
		at := figure.FindStringIndex(unspoken(p.text))
		if at == nil {
			continue
		}
		ps = append(ps, t.warning(p.at+at[0], p.at+at[1], "uncited-figure",
			"this paragraph gives a figure or a finding, and names no source", "cite it, as in [@smith-2020], or say it without the figure"))
	}
	return ps
}

func hasAny(text string, signs []string) bool {
	for _, s := range signs {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}
