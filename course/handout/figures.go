package handout

import (
	"fmt"
	"math"

	"hearten/course"
	"hearten/course/scenario"
)

// figures is how large a story is, in a sentence; nothing where it is not
// known.
func figures(r scenario.Report) string {
	f := r.Figures
	if !f.Known {
		return ""
	}
	plays := course.Thousands(f.Plays) + " ways"
	switch {
	case f.MorePlays:
		plays = "More ways than can be counted"
	case f.Plays == 1:
		plays = "One way"
	}
	return fmt.Sprintf("%s through the story, of %s and %s to read.", plays, span(f.ShortestDecisions, f.LongestDecisions, "decision"),
		span(int(math.Ceil(f.ShortestMinutes)), int(math.Ceil(f.LongestMinutes)), "minute"))
}

// span counts from the fewest to the most of something.
func span(fewest, most int, what string) string {
	if fewest == most {
		return count(most, what)
	}
	return fmt.Sprintf("%d to %s", fewest, count(most, what))
}

// percent is a share in words that claim no more than they know.
func percent(share float64) string {
	const exact = 1e-9 // shares are sums, and may miss a whole by less
	whole := math.Round(100 * share)
	switch {
	case share > 0 && whole == 0:
		return "under 1 %"
	case share < 1-exact && whole == 100:
		return "over 99 %"
	}
	return fmt.Sprintf("%.0f %%", whole)
}
