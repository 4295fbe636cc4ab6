package cli

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hearten/course"
)

func newList(w World, o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the modules of the course and their activities",
		Example: "  hearten list\n  hearten list --json",
		Args:    atMost(0),
		RunE: func(*cobra.Command, []string) error {
			c, err := openCourse(*o)
			if err != nil {
				return err
			}
			if o.json {
				return writeJSON(w.Out, listed(c))
			}
			return printList(w.Out, c)
		},
	}
	o.addJSON(cmd)
	return cmd
}

func printList(out io.Writer, c *course.Course) error {
	fmt.Fprintf(out, "%s\n", c.Title)
	var titles []string
	for _, m := range c.Modules {
		for _, a := range m.Activities {
			titles = append(titles, a.Title)
		}
	}
	width := column(titles, 40, 57)
	for _, m := range c.Modules {
		fmt.Fprintf(out, "\n%s\n", hung(fmt.Sprintf("%s (%s), %d min", m.Title, m.ID, m.Minutes()), 2))
		if m.Broken {
			fmt.Fprintln(out, "  cannot be read; its author can run hearten lint")
		}
		for _, a := range m.Activities {
			printRow(out, fmt.Sprintf("  %-10s  ", a.Kind), a.Title, width, fmt.Sprintf("  %2d min", a.Minutes))
		}
	}
	return nil
}

type listJSON struct {
	Version int          `json:"version"`
	ID      string       `json:"id"`
	Title   string       `json:"title"`
	Modules []moduleJSON `json:"modules"`
}

type moduleJSON struct {
	ID         string         `json:"id"`
	Title      string         `json:"title"`
	Minutes    int            `json:"minutes"`
	Broken     bool           `json:"broken,omitempty"`
	Activities []activityJSON `json:"activities"`
}

type activityJSON struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Title   string `json:"title"`
	Minutes int    `json:"minutes"`
	State   string `json:"state,omitempty"` // of status: not begun, begun, done, put off
}

func listed(c *course.Course) listJSON {
	all := listJSON{Version: 1, ID: c.ID, Title: c.Title, Modules: []moduleJSON{}}
	for _, m := range c.Modules {
		mj := moduleJSON{ID: m.ID, Title: m.Title, Minutes: m.Minutes(), Broken: m.Broken, Activities: []activityJSON{}}
		for _, a := range m.Activities {
			mj.Activities = append(mj.Activities, activityJSON{ID: a.ID, Kind: string(a.Kind), Title: a.Title, Minutes: a.Minutes})
		}
		all.Modules = append(all.Modules, mj)
	}
	return all
}

func writeJSON(out io.Writer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
