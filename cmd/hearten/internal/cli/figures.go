package cli

import (
	"encoding/json"
	"fmt"
	"io"

	"hearten/course"
	"hearten/course/scenario"
)

// figures is how large a scenario is, as a program reads it. Without the
// figures of all plays, Unknown says why there are none.
type figures struct {
	Scenario string        `json:"scenario"`
	Title    string        `json:"title"`
	Scenes   int           `json:"scenes"`
	States   int           `json:"states"`
	Complete bool          `json:"complete"`
	Unknown  string        `json:"unknown,omitempty"`
	Plays    *playFigures  `json:"plays,omitempty"`
	Endings  []endingShare `json:"endings"`
	Meters   []meterRange  `json:"meters"`
}

type playFigures struct {
	Count             uint64  `json:"count"`
	OrMore            bool    `json:"orMore,omitempty"`
	ShortestDecisions int     `json:"shortestDecisions"`
	LongestDecisions  int     `json:"longestDecisions"`
	ShortestMinutes   float64 `json:"shortestMinutes"`
	LongestMinutes    float64 `json:"longestMinutes"`
}

// endingShare has no share where plays could not be counted.
type endingShare struct {
	ID    string   `json:"id"`
	Share *float64 `json:"share,omitempty"`
}

// meterRange has bounds, and what plays reach of them where that is known.
type meterRange struct {
	Name    string `json:"name"`
	Min     int    `json:"min"`
	Max     int    `json:"max"`
	Lowest  *int   `json:"lowest,omitempty"`
	Highest *int   `json:"highest,omitempty"`
}

func figuresOf(stories []course.Content, states int) []figures {
	all := []figures{}
	for _, c := range stories {
		f := measured(c.Story, states)
		f.Scenario, f.Title = placeOf(c), c.Activity.Title
		all = append(all, f)
	}
	return all
}

func measured(story *scenario.Story, states int) figures {
	spec, report := story.Spec(), story.Check(states)
	known := report.Figures
	f := figures{
		Scenes: len(spec.Scenes), States: report.States, Complete: report.Complete,
		Unknown: unknown(report), Endings: []endingShare{}, Meters: []meterRange{},
	}
	for i, e := range spec.Endings {
		share := endingShare{ID: e.ID}
		if known.Known {
			share.Share = &known.Endings[i].Share
		}
		f.Endings = append(f.Endings, share)
	}
	for i, m := range spec.Meters {
		reach := meterRange{Name: m.Name, Min: m.Min, Max: m.Max}
		if known.Known {
			reach.Lowest, reach.Highest = &known.Meters[i].Min, &known.Meters[i].Max
		}
		f.Meters = append(f.Meters, reach)
	}
	if known.Known {
		f.Plays = &playFigures{
			known.Plays, known.MorePlays, known.ShortestDecisions, known.LongestDecisions,
			known.ShortestMinutes, known.LongestMinutes,
		}
	}
	return f
}

// unknown says why there are no figures of all plays.
func unknown(r scenario.Report) string {
	switch {
	case r.Figures.Known:
		return ""
	case !r.Complete:
		return fmt.Sprintf("the checker gave up after %d states; --states lets it look at more", r.States)
	}
	return "some plays never come to an ending; mend what is stuck or endless first"
}

func printFigures(out io.Writer, f figures) {
	fmt.Fprintf(out, "%s: %s\n", f.Scenario, f.Title)
	fmt.Fprintf(out, "  %s, %s, %s%s\n", count(f.Scenes, "scene"), count(len(f.Endings), "ending"), count(f.States, "state"), orMore(!f.Complete))
	if f.Plays == nil {
		fmt.Fprintf(out, "  the rest is not known: %s\n\n", f.Unknown)
		return
	}
	p := f.Plays
	fmt.Fprintf(out, "  %d%s plays of %s decisions, %s minutes to read\n", p.Count, orMore(p.OrMore),
		between("%d", p.ShortestDecisions, p.LongestDecisions), between("%.1f", p.ShortestMinutes, p.LongestMinutes))
	fmt.Fprintln(out, "  endings, where every choice is left to chance:")
	for _, e := range f.Endings {
		fmt.Fprintf(out, "    %-28s %5.1f %%\n", e.ID, 100**e.Share)
	}
	if len(f.Meters) > 0 {
		fmt.Fprintln(out, "  meters, as far as plays take them:")
	}
	for _, m := range f.Meters {
		fmt.Fprintf(out, "    %-28s %d to %d, of %d to %d\n", m.Name, *m.Lowest, *m.Highest, m.Min, m.Max)
	}
	fmt.Fprintln(out)
}

// between is a range in words, or the one figure that it holds.
func between[T int | float64](format string, least, most T) string {
	from, to := fmt.Sprintf(format, least), fmt.Sprintf(format, most)
	if from == to {
		return from
	}
	return from + " to " + to
}

func orMore(more bool) string {
	if more {
		return " or more"
	}
	return ""
}

// printLintJSON prints problems for a program and, after them, what else was
// found.
func printLintJSON(out io.Writer, withFigures bool, f findings) error {
	problems, err := problemList(f.problems)
	if err != nil {
		return err
	}
	type place struct {
		File string `json:"file"`
		Line int    `json:"line"`
	}
	all := struct {
		Version   int             `json:"version"`
		Problems  json.RawMessage `json:"problems"`
		Scenarios *[]figures      `json:"scenarios,omitempty"`
		Unwritten []place         `json:"unwritten,omitempty"`
	}{Version: 1, Problems: problems}
	if withFigures {
		all.Scenarios = &f.scenarios
	}
	for _, at := range f.begun {
		all.Unwritten = append(all.Unwritten, place{course.Clean(at.File), at.Line})
	}
	return writeJSON(out, all)
}
