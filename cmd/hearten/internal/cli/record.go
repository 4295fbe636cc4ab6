package cli

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"hearten/course/scenario"
)

// recorded says what was played and, where a record is wanted, prints and
// writes the test that repeats it.
func recorded(out io.Writer, file string, play scenario.Play) error {
	ids := played(play)
	if len(ids) == 0 {
		if file != "" {
			return errors.New("nothing was played, so there is no test to record")
		}
		return nil
	}
	fmt.Fprintf(out, "\n%s\n", hung("You played: "+strings.Join(ids, ", "), 0))
	if _, ended := play.Ending(); !ended {
		fmt.Fprintf(out, "The play stopped in the scene %s.\n", play.Scene().ID)
	}
	if file == "" {
		return nil
	}
	test := testOf(play)
	fmt.Fprintf(out, "\nThis test repeats it; paste it under tests: in the scenario.\n%s", test)
	if file == "-" {
		return nil
	}
	if err := writeNew(file, test); err != nil {
		return fmt.Errorf("keep the test: %w", err)
	}
	_, err := fmt.Fprintf(out, "It stands in %s too.\n", file)
	return err
}

func played(play scenario.Play) []string {
	var ids []string
	for _, s := range play.Steps() {
		ids = append(ids, s.Choice)
	}
	return ids
}

// testOf is a play as a test of the scenario, in the words of the format.
func testOf(play scenario.Play) string {
	name := "stops in " + play.Scene().ID
	var expect []string
	if e, ended := play.Ending(); ended {
		name = "comes to " + e.ID
		expect = append(expect, fmt.Sprintf("ending == '%s'", e.ID))
	}
	for _, m := range play.Story().Meters() {
		expect = append(expect, fmt.Sprintf("%s == %d", m.Name, play.Meter(m.Name)))
	}
	if len(expect) == 0 {
		expect = unended(play.Story())
	}
	ids := played(play)
	for i, id := range ids {
		ids[i] = quoted(id)
	}
	return fmt.Sprintf("  - name: %s\n    play: [%s]\n    expect: %s\n", name, strings.Join(ids, ", "), strings.Join(expect, " and "))
}

// unended is what can be expected of a play that stopped on the way, in a
// story without meters.
func unended(story *scenario.Story) []string {
	var all []string
	for _, e := range story.Spec().Endings {
		all = append(all, fmt.Sprintf("ending != '%s'", e.ID))
	}
	return all
}

// quoted is an id as YAML takes it for a text: some words and all numbers
// would be something else there.
func quoted(id string) string {
	taken := []string{"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
	if slices.Contains(taken, id) || regexp.MustCompile(`^[0-9][0-9e-]*$`).MatchString(id) {
		return "'" + id + "'"
	}
	return id
}
