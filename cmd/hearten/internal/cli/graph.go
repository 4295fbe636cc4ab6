package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"hearten/course"
	"hearten/course/graph"
	"hearten/course/scenario"
	"hearten/course/source"
)

type graphFlags struct {
	format, path, out string
	states            int
}

func newGraph(w World, o *options) *cobra.Command {
	var f graphFlags
	cmd := &cobra.Command{
		Use:   "graph FILE",
		Short: "Draw a scenario: its scenes, choices and endings, and where it goes wrong",
		Long: "Draws a scenario as a Mermaid flowchart, as DOT for Graphviz, or as one page for the\n" +
			"browser. FILE is a scenario file in a course folder, or MODULE/ACTIVITY of the course.\n" +
			"What hearten lint finds by playing it through, such as an ending that nobody reaches, is\n" +
			"marked in the drawing. Mistakes in the writing, such as a choice that leads to no scene,\n" +
			"have to be mended first: they are printed instead.",
		Example: "  hearten graph my-course/02-care/maya.scenario.yaml -o maya.html\n" +
			"  hearten graph empathy-and-compassion/maya --format mermaid\n" +
			"  hearten graph empathy-and-compassion/maya --path linger,flask -o maya.html",
		Args: exactlyOne("FILE: a scenario file, or MODULE/ACTIVITY"),
		RunE: func(_ *cobra.Command, args []string) error { return drawGraph(w, *o, f, args[0]) },
	}
	cmd.Flags().StringVar(&f.format, "format", "", "mermaid, dot or html (without it, by the name after -o; else mermaid)")
	cmd.Flags().StringVar(&f.path, "path", "", "mark a play: the ids of its choices, with commas between them")
	cmd.Flags().StringVarP(&f.out, "output", "o", "", "write to this file")
	addStates(cmd, &f.states)
	return cmd
}

func drawGraph(w World, o options, f graphFlags, name string) error {
	format, err := f.formatOf()
	if err != nil {
		return err
	}
	states, err := statesOf(f.states)
	if err != nil {
		return err
	}
	content, err := openScenario(w, o, name)
	if err != nil {
		return err
	}
	report := content.Story.Check(states)
	report.Findings = notAllowed(content, report.Findings)
	m, err := graph.New(content.Story, graph.Config{
		Title: content.Activity.Title, Language: content.Language, Report: report, Path: ids(f.path),
	})
	if err != nil {
		return usage("%w", err)
	}
	text, err := drawn(m, format)
	if err != nil {
		return err
	}
	if err := writeOut(w, f.out, text, "the graph", ""); err != nil {
		return err
	}
	if w.Terminal && f.format == "" && f.out == "" {
		fmt.Fprintf(w.Err, "\nThis is the drawing as text, for a program that draws Mermaid. To draw it for\nyour browser, add -o story.html:\n\n  %s -o story.html\n", spelt("hearten graph "+asWord(name), o))
	}
	return nil
}

// formatOf is the format that was asked for, by word or by the name of the
// file to write.
func (f graphFlags) formatOf() (string, error) {
	end := strings.ToLower(filepath.Ext(f.out))
	if isCourseFile(f.out) {
		return "", usage("%s looks like a course file, and a graph would take its place; write to a file that ends in .html, .dot or .mmd", f.out)
	}
	switch f.format {
	case "mermaid", "dot", "html":
		return f.format, nil
	case "":
	default:
		return "", usage("there is no format %q; the formats are mermaid, dot and html", f.format)
	}
	switch end {
	case ".html", ".htm":
		return "html", nil
	case ".dot", ".gv":
		return "dot", nil
	case "", ".mmd", ".mermaid":
		return "mermaid", nil
	default:
		return "", usage("%s does not say what to draw; add --format mermaid, dot or html", f.out)
	}
}

func drawn(m graph.Map, format string) (string, error) {
	switch format {
	case "dot":
		return m.DOT(), nil
	case "html":
		return m.HTML()
	}
	return m.Mermaid(), nil
}

// ids are the ids of a list with commas.
func ids(list string) []string {
	var all []string
	for _, id := range strings.Split(list, ",") {
		if id = strings.TrimSpace(id); id != "" {
			all = append(all, id)
		}
	}
	return all
}

// notAllowed leaves out the warnings that their author has allowed.
func notAllowed(c scenarioContent, findings []scenario.Finding) []scenario.Finding {
	var kept []scenario.Finding
	for _, f := range findings {
		severity := source.Error
		if f.Warning {
			severity = source.Warning
		}
		p := c.Written().Find(f.Path...).Problem(severity, 0, 0, f.Code, f.Cause, f.Fix)
		if left := source.Silence([]source.Problem{p}, []source.Node{c.Written()}); len(left) > 0 && left[0] == p {
			kept = append(kept, f)
		}
	}
	return kept
}

// scenarioContent is a scenario and the language of its course.
type scenarioContent struct {
	course.Content
	Language string
}

// openScenario opens the scenario that a word on the command line names. What
// keeps it from being opened is printed as hearten lint does.
func openScenario(w World, o options, name string) (scenarioContent, error) {
	s, err := locate(o.course, name)
	if err != nil {
		return scenarioContent{}, err
	}
	in, found, err := openNamed(w, s, namedScenario)
	switch {
	case err != nil:
		return scenarioContent{}, err
	case found.Kind != course.KindScenario:
		return scenarioContent{}, usage("%s is a %s, and only scenarios can be drawn", name, found.Kind)
	}
	content, problems := in.course.Open(found.Module.ID, found.Activity.ID)
	if source.Errors(problems) == 0 && !content.Written().OK() {
		problems = in.problems // what is wrong with it stands in its module.yaml
	}
	if source.Errors(problems) > 0 {
		return scenarioContent{}, in.refuse(w, problems, errors.New("a scenario with mistakes in its writing cannot be drawn; mend them first"))
	}
	return scenarioContent{content, in.course.Language}, nil
}
