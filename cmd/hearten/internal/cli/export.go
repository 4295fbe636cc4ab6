package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/course/source"
)

func newExport(w World, o *options) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "export [FILE]",
		Short: "Write down what you did and wrote: plans, notes, maps, scores",
		Long: "Writes what you did and wrote in a course as Markdown, which any editor shows, or as JSON for\n" +
			"programs. It goes to a new file that only you can read, or without a name to the screen.",
		Example: "  hearten progress export notes.md\n  hearten progress export --format json\n  hearten progress export --course my-course my-notes.md",
		Args:    atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			file := strings.Join(args, "")
			if err := free(file); err != nil {
				return err
			}
			text, err := exported(w, *o, format)
			if err != nil {
				return err
			}
			if file == "" || file == "-" {
				_, err := fmt.Fprint(w.Out, text)
				return err
			}
			if err := writePrivate(file, text); err != nil {
				return fmt.Errorf("write what you did: %w", err)
			}
			_, err = fmt.Fprintf(w.Out, "Wrote %s. Only you can read it; it holds what you wrote, so mind whom you send it to.\n", file)
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "markdown", "markdown or json")
	return cmd
}

// writePrivate writes a file that is not there yet, for its owner alone.
func writePrivate(file, text string) error {
	if err := writeNew(file, ""); err != nil {
		return err
	}
	if err := os.Chmod(file, 0o600); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o600)
}

// exported is what was done and written, in a format.
func exported(w World, o options, format string) (string, error) {
	if format != "markdown" && format != "json" {
		return "", usage("there is no format %q; it is markdown or json", format)
	}
	c, err := openCourse(o)
	if err != nil {
		return "", err
	}
	_, s, err := keep(w, o, c)
	if err != nil {
		return "", err
	}
	p := s.Portfolio()
	var text bytes.Buffer
	out := source.NewCleanWriter(&text)
	if format == "json" {
		err = writeJSON(out, struct {
			Version int `json:"version"`
			study.Portfolio
		}{1, p})
		return text.String(), err
	}
	pages := markdown{course: c}
	pages.write(p, w.Now().Format("2 January 2006"))
	_, err = fmt.Fprint(out, strings.TrimRight(strings.ReplaceAll(pages.String(), "\n\n\n", "\n\n"), "\n")+"\n")
	return text.String(), err
}

// markdown is a portfolio for people to read.
type markdown struct {
	strings.Builder
	course *course.Course
}

func (m *markdown) line(format string, args ...any) { fmt.Fprintf(m, format+"\n", args...) }

// quote sets a learner's own words, whatever is in them.
func (m *markdown) quote(text string) {
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		m.line("%s", strings.TrimRight("> "+line, " "))
	}
	m.line("")
}

func (m *markdown) write(p study.Portfolio, today string) {
	m.line("# %s\n", oneOf(p.Title))
	m.line("What I did and wrote, as of %s: %d of %d activities done.", today, p.Done, p.Of)
	if len(p.Modules) == 0 {
		m.line("\nNothing is begun yet.")
	}
	for _, chapter := range p.Modules {
		m.line("\n## %s", oneOf(chapter.Title))
		for _, page := range chapter.Pages {
			m.page(chapter.ID, page)
		}
	}
}

func (m *markdown) page(module string, p study.Page) {
	state := "begun"
	if p.FinishedAt != nil {
		state = "done on " + p.FinishedAt.Format("2 January 2006")
	}
	if p.Kind != "" {
		state = string(p.Kind) + ", " + state
	}
	m.line("\n### %s\n\n*%s*\n", oneOf(p.Title), state)
	content := course.Content{}
	if len(p.Runs)+len(p.Marks) > 0 && p.Kind != "" {
		content, _ = m.course.Take(module, p.ID) // else its ids will do
	}
	for i, run := range p.Runs {
		m.run(content, i+1, run)
	}
	for _, t := range p.Texts {
		if strings.TrimSpace(t.Text) != "" {
			m.line("%s\n", cmp.Or(strings.TrimSpace(t.Asked), "A note:"))
			m.quote(t.Text)
		}
	}
	for _, plan := range p.Plans {
		m.plan(plan)
	}
	for _, mark := range p.Marks {
		stood := strconv.Itoa(mark.Value)
		if len(content.Tension.Poles) == 2 {
			stood = content.Tension.Words(mark.Value)
		}
		m.line("- %s: %s. %s", mark.At.Format("2 January 2006"), stood, oneOf(mark.Note))
	}
}

func (m *markdown) run(content course.Content, n int, r study.RunTold) {
	day := r.At.Format("2 January 2006")
	if len(r.Decisions) > 0 {
		m.line("Play %d, %s:\n", n, day)
		for i, said := range r.Decisions {
			m.line("%d. %s", i+1, oneOf(said))
		}
		if r.Ending != "" {
			m.line("\nIt ended: %s.", ending(content, r.Ending))
		}
		m.line("")
		return
	}
	right, of := 0, 0
	for _, a := range r.Answers {
		if a.Of > 0 {
			of++
			if a.Score >= a.Of {
				right++
			}
		}
	}
	m.line("Attempt %d, %s: %d of %d right at the first try.\n", n, day, right, of)
	for _, a := range r.Answers {
		m.line("- %s — %s", oneOf(a.Asked), oneOf(strings.Join(a.Words, "; ")))
	}
	m.line("")
}

func ending(content course.Content, id string) string {
	if content.Story != nil {
		if e, ok := content.Story.Ending(id); ok {
			return strings.TrimRight(oneOf(e.Title), ".")
		}
	}
	return id
}

func (m *markdown) plan(p study.PlanTold) {
	m.line("My plan of %s:\n", p.MadeAt.Format("2 January 2006"))
	for _, part := range []struct{ lead, text string }{
		{"When", p.When}, {"I will", p.Will}, {"It may fail because", p.Obstacle}, {"so I will", p.Then}, {"Ask me on", p.AskOn}, {"How it went:", p.How},
	} {
		if strings.TrimSpace(part.text) != "" {
			m.line("- %s %s", part.lead, oneOf(part.text))
		}
	}
	m.line("")
}

// oneOf is a text in one line.
func oneOf(text string) string { return strings.Join(strings.Fields(text), " ") }
