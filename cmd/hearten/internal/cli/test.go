package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"hearten/course"
	"hearten/course/scenario"
	"hearten/course/source"
)

func newTest(w World, o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "test [DIR]",
		Short:   "Run the tests of every scenario and say what they leave out",
		Example: "  hearten test my-course\n  hearten test my-course --json",
		Args:    atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			shop, err := openWorkshop(pick(args, o.course))
			if err != nil {
				return err
			}
			var results []tested
			for _, c := range shop.stories {
				results = append(results, runTests(c))
			}
			if o.json {
				err = printTestsJSON(w.Out, shop.errors(), results)
			} else {
				err = printTests(w.Out, shop.errors(), shop.broken, results)
			}
			if err != nil {
				return err
			}
			return verdict(shop.errors(), results)
		},
	}
	o.addJSON(cmd)
	return cmd
}

// verdict is how the command ends: with the course's own mistakes first,
// because a scenario that cannot be built has no test that can pass.
func verdict(errs []source.Problem, results []tested) error {
	if len(errs) > 0 {
		return exit{code: exitProblems}
	}
	if _, failed := tally(results); failed > 0 {
		return exit{code: exitFailed}
	}
	return nil
}

// tested is a scenario whose tests were run.
type tested struct {
	Scenario string     `json:"scenario"`
	Title    string     `json:"title"`
	Tests    []testLine `json:"tests"`
	Scenes   coverage   `json:"scenes"`
	Choices  coverage   `json:"choices"`
	Endings  coverage   `json:"endings"`
}

// testLine is a test and, if it failed, what the story did instead.
type testLine struct {
	Name   string `json:"name"`
	Passed bool   `json:"passed"`
	Said   string `json:"said,omitempty"`
}

// coverage is how much of something the tests came through.
type coverage struct {
	Played int      `json:"played"`
	Of     int      `json:"of"`
	Missed []string `json:"missed"`
}

func runTests(c course.Content) tested {
	spec := c.Story.Spec()
	t := tested{Scenario: placeOf(c), Title: c.Activity.Title, Tests: []testLine{}}
	played := map[string]bool{}
	for _, test := range spec.Tests {
		line := testLine{Name: test.Name, Passed: true}
		if err := c.Story.Run(test); err != nil {
			line = testLine{Name: test.Name, Said: err.Error()}
		}
		t.Tests = append(t.Tests, line)
		follow(c.Story, test.Play, played)
	}
	var scenes, choices, endings []string
	for _, s := range spec.Scenes {
		scenes = append(scenes, s.ID)
		for _, choice := range s.Choices {
			choices = append(choices, s.ID+"/"+choice.ID)
		}
	}
	for _, e := range spec.Endings {
		endings = append(endings, e.ID)
	}
	t.Scenes, t.Choices, t.Endings = covered(scenes, played), covered(choices, played), covered(endings, played)
	return t
}

// follow notes the scenes, choices and endings that a play comes through, as
// far as it can be played.
func follow(story *scenario.Story, ids []string, played map[string]bool) {
	play := story.Begin()
	played[play.Scene().ID] = true
	for _, id := range ids {
		next, err := play.Choose(id)
		if err != nil {
			break
		}
		play = next
	}
	for _, step := range play.Steps() {
		played[step.Scene+"/"+step.Choice], played[step.To] = true, true
	}
}

func covered(all []string, played map[string]bool) coverage {
	c := coverage{Of: len(all), Missed: []string{}}
	for _, id := range all {
		if played[id] {
			c.Played++
		} else {
			c.Missed = append(c.Missed, id)
		}
	}
	return c
}

func tally(results []tested) (all, failed int) {
	for _, t := range results {
		for _, line := range t.Tests {
			all++
			if !line.Passed {
				failed++
			}
		}
	}
	return all, failed
}

func haveMistakes(scenarios int) string {
	if scenarios == 1 {
		return "the only one has mistakes"
	}
	return fmt.Sprintf("all %d have mistakes", scenarios)
}

func printTests(out io.Writer, errs []source.Problem, broken int, results []tested) error {
	if err := source.Print(out, errs); err != nil {
		return err
	}
	if len(errs) > 0 {
		fmt.Fprintf(out, "%s of the course; hearten lint says more\n\n", count(len(errs), "error"))
	}
	for _, t := range results {
		printTested(out, t)
	}
	all, failed := tally(results)
	switch {
	case len(results) == 0 && broken > 0:
		fmt.Fprintf(out, "No scenario could be tested: %s. hearten lint names them.\n", haveMistakes(broken))
	case len(results) == 0:
		fmt.Fprintln(out, "There is no scenario to test.")
	case all == 0:
		fmt.Fprintln(out, "There are no tests. hearten play --record - plays a scenario and prints one.")
	case failed == 0:
		fmt.Fprintf(out, "%s, all passed\n", count(all, "test"))
	default:
		fmt.Fprintf(out, "%s, %d failed\n", count(all, "test"), failed)
	}
	return nil
}

func printTested(out io.Writer, t tested) {
	fmt.Fprintf(out, "%s: %s\n", t.Scenario, t.Title)
	for _, line := range t.Tests {
		if line.Passed {
			fmt.Fprintf(out, "  ok    %s\n", line.Name)
		} else {
			fmt.Fprintf(out, "  FAIL  %s\n", hung(line.Said, 8))
		}
	}
	fmt.Fprintf(out, "  played %d of %s, %d of %s, %d of %s\n", t.Scenes.Played, count(t.Scenes.Of, "scene"),
		t.Choices.Played, count(t.Choices.Of, "choice"), t.Endings.Played, count(t.Endings.Of, "ending"))
	missed := append(append([]string{}, t.Scenes.Missed...), t.Endings.Missed...)
	if len(missed) > 0 {
		fmt.Fprintf(out, "  not played: %s\n", hung(strings.Join(missed, ", "), len("  not played: ")))
	}
	fmt.Fprintln(out)
}

// lineWidth is how long a line of a report may be.
const lineWidth = 80

// hung wraps a text whose first line begins so far to the right. Only spaces
// break it, so that ids and paths stay whole.
func hung(text string, indent int) string {
	var b strings.Builder
	room := 0
	for i, word := range strings.Fields(text) {
		width := ansi.StringWidth(word)
		switch {
		case i == 0:
			room = lineWidth - indent
		case width+1 <= room:
			b.WriteByte(' ')
			room--
		default:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			room = lineWidth - indent
		}
		b.WriteString(word)
		room -= width
	}
	return b.String()
}

func printTestsJSON(out io.Writer, errs []source.Problem, results []tested) error {
	problems, err := problemList(errs)
	if err != nil {
		return err
	}
	return writeJSON(out, struct {
		Version   int             `json:"version"`
		Problems  json.RawMessage `json:"problems"`
		Scenarios []tested        `json:"scenarios"`
	}{1, problems, append([]tested{}, results...)})
}

// problemList is the list of problems, as it stands in what lint prints.
func problemList(ps []source.Problem) (json.RawMessage, error) {
	var printed bytes.Buffer
	if err := source.PrintJSON(&printed, ps); err != nil {
		return nil, err
	}
	var list struct{ Problems json.RawMessage }
	err := json.Unmarshal(printed.Bytes(), &list)
	return list.Problems, err
}
