package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hearten/course"
	"hearten/course/lint"
	"hearten/course/source"
	"hearten/quiz"
)

func newTable(w World, o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "table [DIR]",
		Short: "Print what a course holds, in figures, as Markdown",
		Long: "Prints, in Markdown, tables of a course's modules, questions, scenarios, endings\n" +
			"and prose. The reading level is LIX: words to a sentence, plus the percentage\n" +
			"of words of more than six letters.",
		Example: "  hearten table\n  hearten table my-course > figures.md",
		Args:    atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			shop, err := openWorkshop(pick(args, o.course))
			if err != nil {
				return err
			}
			all, lost := holdings(shop.course)
			printTables(w.Out, all)
			if lost > 0 || len(shop.errors()) > 0 {
				return exit{exitProblems, errors.New("what has mistakes in it was left out of the tables; run hearten lint to see where")}
			}
			return nil
		},
	}
}

// holding is what a module holds, as far as it can be built.
type holding struct {
	module    course.Module
	minutes   int
	activity  map[course.Kind]int
	prose     map[course.Kind]reading
	questions []quiz.Question
	drawn     int
	stories   []course.Content
	cited     map[string]bool
}

// holdings are what the modules hold, and how many of their activities could
// not be built.
func holdings(c *course.Course) (all []holding, lost int) {
	for _, m := range c.Modules {
		h := holding{module: m, activity: map[course.Kind]int{}, prose: map[course.Kind]reading{}, cited: map[string]bool{}}
		for _, a := range m.Activities {
			content, found := c.Open(m.ID, a.ID)
			if source.Errors(found) > 0 || !content.Written().OK() {
				lost++
				continue
			}
			h = h.with(content)
		}
		all = append(all, h)
	}
	return all, lost
}

func (h holding) with(c course.Content) holding {
	kind := c.Activity.Kind
	h.minutes += c.Activity.Minutes
	h.activity[kind]++
	h.prose[kind] = h.prose[kind].add(proseOf(c))
	h.questions = append(h.questions, c.Quiz.Questions...)
	h.drawn += asks(c.Quiz)
	if c.Story != nil {
		h.stories = append(h.stories, c)
	}
	for _, s := range c.Cited {
		h.cited[s.ID] = true
	}
	for _, q := range c.Quiz.Questions {
		for _, id := range q.Sources {
			h.cited[id] = true
		}
	}
	return h
}

// asks is how many questions an attempt asks. A quiz that does not say asks
// all of them.
func asks(q quiz.Quiz) int {
	if q.Draw == 0 {
		return len(q.Questions)
	}
	return min(q.Draw, len(q.Questions))
}

func (h holding) title() string { return cell(h.module.Title) }

// all is the module's prose, of every kind of activity.
func (h holding) all() reading {
	var p reading
	for _, q := range h.prose {
		p = p.add(q)
	}
	return p
}

func printTables(out io.Writer, all []holding) {
	printModules(out, all)
	printQuestions(out, all)
	printScenarios(out, all)
	printProse(out, all)
}

func printModules(out io.Writer, all []holding) {
	fmt.Fprint(out, "### Modules\n\n")
	heads := []string{"Module", "Words", "Minutes", "Lessons", "Scenarios", "Questions", "Sources cited"}
	var rows [][]string
	var total [6]int
	cited := map[string]bool{}
	for _, h := range all {
		figures := [6]int{h.all().words, h.minutes, h.activity[course.KindLesson], len(h.stories), len(h.questions), len(h.cited)}
		rows = append(rows, append([]string{h.title()}, grouped(figures[:]...)...))
		for i, n := range figures {
			total[i] += n
		}
		for id := range h.cited {
			cited[workOf(h.module, id)] = true
		}
	}
	total[5] = len(cited)
	rows = append(rows, append([]string{"All"}, grouped(total[:]...)...))
	printTable(out, 1, heads, rows)
}

// workOf is what a source is known by in any module: one work may have an id
// of its own in each.
func workOf(m course.Module, id string) string {
	for _, s := range m.Sources {
		if s.ID == id && s.DOI != "" {
			return strings.ToLower(s.DOI)
		}
	}
	return id
}

func printQuestions(out io.Writer, all []holding) {
	fmt.Fprint(out, "\n### Questions by kind\n\n")
	kinds := []quiz.Kind{quiz.KindChoice, quiz.KindChoices, quiz.KindTrueFalse, quiz.KindOrder, quiz.KindMatch, quiz.KindNumber, quiz.KindText}
	heads := []string{"Module", "Pool", "Drawn"}
	for _, k := range kinds {
		heads = append(heads, string(k))
	}
	heads = append(heads, "weighed, with no right answer")
	var rows [][]string
	for _, h := range all {
		figures := []int{len(h.questions), h.drawn}
		for _, k := range kinds {
			figures = append(figures, countOf(h.questions, func(q quiz.Question) bool { return q.Kind == k }))
		}
		figures = append(figures, countOf(h.questions, func(q quiz.Question) bool { return q.Judgement || q.Open() }))
		rows = append(rows, append([]string{h.title()}, grouped(figures...)...))
	}
	printTable(out, 1, heads, rows)
}

func countOf(questions []quiz.Question, is func(quiz.Question) bool) int {
	n := 0
	for _, q := range questions {
		if is(q) {
			n++
		}
	}
	return n
}

func printScenarios(out io.Writer, all []holding) {
	var rows, shares [][]string
	for _, h := range all {
		for _, c := range h.stories {
			title, f := cell(c.Activity.Title), measured(c.Story, lint.States)
			rows = append(rows, append([]string{h.title(), title}, sizeOf(f)...))
			for i, e := range c.Story.Spec().Endings {
				share := "not known"
				if s := f.Endings[i].Share; s != nil {
					share = fmt.Sprintf("%.1f %%", 100**s)
				}
				shares = append(shares, []string{title, cell(e.Title), string(e.Outcome), share})
			}
		}
	}
	fmt.Fprint(out, "\n### Scenarios\n\n")
	printTable(out, 2, []string{"Module", "Scenario", "Scenes", "Endings", "Plays", "Decisions", "Minutes to read"}, rows)
	fmt.Fprint(out, "\n### Endings, where every choice is left to chance\n\n")
	printTable(out, 3, []string{"Scenario", "Ending", "Outcome", "Share"}, shares)
}

func sizeOf(f figures) []string {
	size := grouped(f.Scenes, len(f.Endings))
	if f.Plays == nil {
		return append(size, "not known", "not known", "not known")
	}
	p := f.Plays
	return append(size, course.Thousands(p.Count)+orMore(p.OrMore),
		between("%d", p.ShortestDecisions, p.LongestDecisions),
		between("%.1f", p.ShortestMinutes, p.LongestMinutes))
}

func printProse(out io.Writer, all []holding) {
	fmt.Fprint(out, "\n### Prose\n\n")
	var rows [][]string
	row := func(name, what string, p reading) {
		rows = append(rows, []string{name, what, grouped(p.words)[0], fmt.Sprintf("%.1f", p.average()), fmt.Sprint(p.longest), fmt.Sprintf("%.0f", p.lix())})
	}
	for _, h := range all {
		for _, kind := range course.Kinds() {
			if p := h.prose[kind]; p.words > 0 {
				row(h.title(), string(kind), p)
			}
		}
		row(h.title(), "all", h.all())
	}
	printTable(out, 2, []string{"Module", "Of", "Words", "Words to a sentence", "Longest sentence", "LIX"}, rows)
}

// printTable prints a table in Markdown. The columns after the first few hold
// figures, and are flush right.
func printTable(out io.Writer, texts int, heads []string, rows [][]string) {
	rules := slices.Repeat([]string{"--:"}, len(heads))
	for i := range texts {
		rules[i] = "---"
	}
	for _, row := range slices.Insert(slices.Clone(rows), 0, heads, rules) {
		fmt.Fprintf(out, "| %s |\n", strings.Join(row, " | "))
	}
}

// cell is a text as a table in Markdown can hold it.
func cell(text string) string {
	words := strings.Join(strings.Fields(course.Clean(text)), " ")
	return strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", `\<`, "&", `\&`, "[", `\[`, "]", `\]`, "`", "\\`", "*", `\*`, "_", `\_`).Replace(words)
}

// grouped are numbers with a comma before each three digits.
func grouped(numbers ...int) []string {
	var all []string
	for _, n := range numbers {
		all = append(all, course.Thousands(uint64(n)))
	}
	return all
}
