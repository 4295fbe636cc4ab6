package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/course/scenario"
)

func newPlay(w World, o *options) *cobra.Command {
	var record string
	cmd := &cobra.Command{
		Use:   "play [MODULE/ACTIVITY]",
		Short: "Play a scenario as its author: with ids and all meters, and nothing kept",
		Long: "Plays a scenario line by line, as its author needs it: with the ids of the choices, all meters\n" +
			"and the flags that are set. Nothing of it becomes progress. Without a name it is the next\n" +
			"scenario of the course. With --record it ends with a test that repeats the play.",
		Example: "  hearten play empathy-and-compassion/maya\n  hearten play --course my-course --record - my-module/my-story",
		Args:    atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := openCourse(*o)
			if err != nil {
				return err
			}
			content, err := chosenScenario(w, *o, c, args)
			if err != nil {
				return err
			}
			if err := free(record); err != nil {
				return err
			}
			t := table{out: w.Out, lines: typed(cmd.Context(), w.In)}
			fmt.Fprintf(w.Out, "%s\n", headOf(content))
			play, err := t.play(cmd.Context(), content.Story.Begin())
			if err != nil {
				return err
			}
			return recorded(w.Out, record, play)
		},
	}
	cmd.Flags().StringVar(&record, "record", "", "write a test that repeats the play to this new file, and print it (- only prints it)")
	return cmd
}

// chosenScenario is the scenario that was named, or else the next one: the
// first that the learner here has not finished, or else the first of all.
func chosenScenario(w World, o options, c *course.Course, args []string) (course.Content, error) {
	var all []course.Content
	for _, m := range c.Modules {
		for _, a := range m.Activities {
			if a.Kind == course.KindScenario {
				all = append(all, course.Content{Module: m, Activity: a})
			}
		}
	}
	if len(all) == 0 {
		return course.Content{}, usage("this course has no scenario to play")
	}
	i := 0
	if len(args) > 0 {
		i = slices.IndexFunc(all, func(c course.Content) bool { return placeOf(c) == args[0] })
	} else if _, s, err := keep(w, o, c); err == nil {
		i = max(0, slices.IndexFunc(all, func(c course.Content) bool { return !finished(s, c) }))
	}
	if i < 0 {
		var places []string
		for _, c := range all {
			places = append(places, placeOf(c))
		}
		return course.Content{}, usage("there is no scenario %s in this course; it has %s", args[0], strings.Join(places, ", "))
	}
	return c.Take(all[i].Module.ID, all[i].Activity.ID)
}

func finished(s study.Study, c course.Content) bool {
	outline, _ := s.Outline(c.Module.ID)
	for _, line := range outline.Lines {
		if line.Activity.ID == c.Activity.ID {
			return line.State == study.Done
		}
	}
	return false
}

// typed hands out what is typed, line by line, in a goroutine of its own: so
// that an interrupt comes through while a terminal waits for Enter.
func typed(ctx context.Context, in io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(in); s.Scan(); {
			select {
			case lines <- s.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	return lines
}

// table is where a scenario is played: what is typed, and where to answer.
type table struct {
	out   io.Writer
	lines <-chan string
}

// play goes on until the story ends, nothing is offered or no more is typed.
func (t table) play(ctx context.Context, play scenario.Play) (scenario.Play, error) {
	t.show(play)
	for len(play.Offered()) > 0 {
		fmt.Fprint(t.out, "> ")
		select {
		case <-ctx.Done():
			return play, ctx.Err()
		case line, more := <-t.lines:
			if !more {
				fmt.Fprintln(t.out)
				return play, nil
			}
			next, err := moved(play, line)
			if err != nil {
				fmt.Fprintf(t.out, "%s\n", hung(err.Error(), 0))
			}
			if err == nil || len(next.Steps()) != len(play.Steps()) {
				t.show(next)
			}
			play = next
		}
	}
	return play, nil
}

// moved is the play after a line that was typed: choices by number or by id,
// with commas or blanks between them, or b to take the last one back. At the
// first that cannot be taken it stops.
func moved(play scenario.Play, line string) (scenario.Play, error) {
	words := strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
	if len(words) == 0 {
		return play, errors.New("type the number or the id of a choice, several ids with commas, or b to go back one decision")
	}
	for _, word := range words {
		offered := play.Offered()
		known := slices.ContainsFunc(offered, func(c scenario.Choice) bool { return c.ID == word })
		if n, err := strconv.Atoi(word); err == nil && !known && n >= 1 && n <= len(offered) {
			word, known = offered[n-1].ID, true
		}
		if word == "b" && !known {
			play = play.Back(len(play.Steps()))
			continue
		}
		next, err := play.Choose(word)
		if err != nil {
			return play, err
		}
		play = next
	}
	return play, nil
}

// show is the scene or the ending that a play has come to.
func (t table) show(play scenario.Play) {
	if ending, ok := play.Ending(); ok {
		fmt.Fprintf(t.out, "\n[ending %s: %s]\n%s\n%s\n", ending.ID, ending.Title, prose(ending.Text), standing(play))
		return
	}
	fmt.Fprintf(t.out, "\n[scene %s]\n%s\n%s\n\n", play.Scene().ID, prose(play.Text()), standing(play))
	for i, c := range play.Offered() {
		fmt.Fprintf(t.out, "%2d  %s\n", i+1, hung(c.ID+": "+c.Say, 4))
	}
	if len(play.Offered()) == 0 {
		fmt.Fprintln(t.out, "Nothing is offered here: the play is stuck. hearten lint says more.")
	}
}

func prose(text string) string { return hung(text, 0) }

// standing is every meter and the flags that are set.
func standing(play scenario.Play) string {
	var parts []string
	for _, m := range play.Story().Meters() {
		parts = append(parts, fmt.Sprintf("%s %d", m.Name, play.Meter(m.Name)))
	}
	for _, f := range play.Story().Spec().Flags {
		if play.Flag(f) {
			parts = append(parts, f)
		}
	}
	return "(" + strings.Join(parts, ", ") + ")"
}
