package lint

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestSigns: signs are found wherever a text holds one of them, and only there.
func TestSigns(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func(longest int) string {
		b := make([]byte, random.IntN(longest+1))
		for i := range b {
			b[i] = "abAB!"[random.IntN(5)]
		}
		return string(b)
	}
	for range 2000 {
		pieces := []string{"ab" + text(2), "B!" + text(1), "ba"}
		in := text(12)
		want := slices.ContainsFunc(pieces, func(p string) bool { return strings.Contains(in, p) })
		if got := signsOf(pieces...).in(in); got != want {
			t.Fatalf("%q in %q: %t", pieces, in, got)
		}
	}
}

// TestSignsOfPatterns: no pattern fits where its signs say that it cannot, as
// its words stand in a sentence or begin one.
func TestSignsOfPatterns(t *testing.T) {
	figures := []string{
		"10 %", "1.5%", "per cent", "percent", "effect size", "odds ratio", "d = 0.5", "r=.3", "β = 0.2", "according to research",
		"studies show", "research has shown", "evidence proves", "a study found", "scientists find", "research confirms",
		"meta-analyses suggest", "science says", "research reveals", "studies demonstrate", "research indicates",
	}
	yours := []string{"shame on you", "you failed", "you have failed", "don't lose your", "don’t lose your", "you should have known better", "you should know better", "disappointed in you", "disappointing in you", "you have no excuse"}
	all := append([]string{"streak", "streaks", "don't lose", "lazy", "laziness", "no excuse", "no excuses", "failed to", "disappointed in", "disappointing us", "wrong again"}, yours...)
	for _, p := range []struct {
		pattern *regexp.Regexp
		may     func(string) bool
		words   []string
	}{{figure, mayHaveFigure, figures}, {blame, blameSigns.in, all}, {blameYou, blameYouSigns.in, yours}} {
		for _, words := range p.words {
			first, rest := words[:1], words[1:]
			if strings.HasPrefix(words, "β") {
				first, rest = "", words
			}
			for _, s := range []string{words, strings.ToUpper(first) + rest} {
				if !p.pattern.MatchString(s) || !p.may(s) {
					t.Errorf("%q: fits %t, has a sign %t", s, p.pattern.MatchString(s), p.may(s))
				}
			}
		}
	}
}
