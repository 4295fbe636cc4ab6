package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

func newStatus(w World, o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "status",
		Short:   "Say what is done and what comes next",
		Example: "  hearten status\n  hearten status --json",
		Args:    atMost(0),
		RunE: func(*cobra.Command, []string) error {
			c, err := openCourse(*o)
			if err != nil {
				return err
			}
			keeper, s, err := keep(w, *o, c)
			if err != nil {
				return err
			}
			if o.json {
				return writeJSON(w.Out, statusOf(s, w.Now()))
			}
			sayStatus(w, *o, s, "hearten")
			for _, note := range keeper.Notes() {
				fmt.Fprintln(w.Err, note)
			}
			return nil
		},
	}
	o.addJSON(cmd)
	return cmd
}

// sayStatus says where the learner is, and by what command they go on.
func sayStatus(w World, o options, s study.Study, run string) {
	printStatus(w.Out, s.Home(w.Now()), spelt(run, o))
	printReview(w.Out, s, w.Now(), spelt("hearten review", o))
}

// spelt is a command with the course it is about, and where progress is kept,
// as it can be typed.
func spelt(command string, o options) string {
	if o.course != "" && o.course != standingIn() {
		command += " --course " + asWord(o.course)
	}
	if o.data != "" {
		command += " --data " + asWord(o.data)
	}
	return command
}

func printStatus(out io.Writer, h study.Home, again string) {
	fmt.Fprintf(out, "%s: %d of %s done%s\n", h.Course, h.Done, activities(h.Of), left(h))
	var titles []string
	for _, m := range h.Modules {
		titles = append(titles, m.Module.Title)
	}
	width := column(titles, 34, 53)
	for i, m := range h.Modules {
		printRow(out, fmt.Sprintf("  %d  ", i+1), m.Module.Title, width, fmt.Sprintf("  %d of %d  %s", m.Done, m.Of, stateWord(m.State)))
	}
	switch {
	case h.Next.OK():
		next := "Next: " + naming(h.Next.Activity) + "."
		run := fmt.Sprintf("Run %s to go on.", again) // never broken: it is typed as it stands
		if ansi.StringWidth(next+" "+run) <= lineWidth {
			fmt.Fprintf(out, "%s %s\n", next, run)
		} else {
			fmt.Fprintf(out, "%s\n%s\n", hung(next, len("Next: ")), run)
		}
	case h.Of > 0:
		fmt.Fprintln(out, "All of it is done.")
	}
	for _, p := range h.CheckIns {
		fmt.Fprintf(out, "Your plan of %s is waiting for a word on how it went.\n", p.MadeAt.Format("2 January"))
	}
}

func activities(n int) string {
	if n == 1 {
		return "1 activity"
	}
	return fmt.Sprintf("%d activities", n)
}

// left is how long the rest takes, where its author says so.
func left(h study.Home) string {
	if h.MinutesLeft == 0 {
		return ""
	}
	return ", about " + count(h.MinutesLeft, "minute") + " left"
}

// naming is the title of an activity, and what it is unless that says so.
func naming(a course.Activity) string {
	if strings.Contains(strings.ToLower(a.Title), string(a.Kind)) {
		return a.Title
	}
	return a.Title + ", " + string(a.Kind)
}

func stateWord(s study.State) string {
	return [...]string{"not begun", "begun", "done", "put off"}[s]
}

type statusJSON struct {
	Version     int          `json:"version"`
	ID          string       `json:"id"`
	Title       string       `json:"title"`
	Done        int          `json:"done"`
	Of          int          `json:"of"`
	MinutesLeft int          `json:"minutesLeft"`
	Next        *nextJSON    `json:"next"` // null when all is done
	Modules     []moduleJSON `json:"modules"`
	Review      reviewJSON   `json:"review"`
	Calibration *sureJSON    `json:"calibration,omitempty"` // from ten answers up
}

type nextJSON struct {
	Module   string `json:"module"`
	Activity string `json:"activity"`
}

func statusOf(s study.Study, now time.Time) statusJSON {
	h, all := s.Home(now), listed(s.Course())
	for i := range all.Modules {
		if o, ok := s.Outline(all.Modules[i].ID); ok {
			for j, line := range o.Lines {
				all.Modules[i].Activities[j].State = stateWord(line.State)
			}
		}
	}
	st := statusJSON{1, all.ID, all.Title, h.Done, h.Of, h.MinutesLeft, nil, all.Modules, reviewOf(s, now), sureOf(s)}
	if h.Next.OK() {
		st.Next = &nextJSON{h.Next.Module.ID, h.Next.Activity.ID}
	}
	return st
}
