package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"hearten/course"
	"hearten/course/diff"
)

// mostHeadlines is how many changes a summary names.
const mostHeadlines = 10

// diffPrinter prints a report for a trainer.
type diffPrinter struct {
	out io.Writer
	versions
}

func printDiff(out io.Writer, v versions, old, now *course.Course, r diff.Report) error {
	p := diffPrinter{out, v}
	if len(r.Changes) == 0 {
		_, err := fmt.Fprintln(out, "The two versions are the same: no learner will notice anything.")
		return err
	}
	p.head(old, now)
	p.summary(r)
	p.details(r)
	p.advice(old, now)
	return nil
}

func (p diffPrinter) head(old, now *course.Course) {
	title := course.Clean(now.Title)
	switch {
	case old.Version == now.Version && now.Version == "":
		p.text(0, title)
	case old.Version == now.Version:
		p.text(0, title+", both times version "+course.Clean(now.Version))
	default:
		p.text(0, fmt.Sprintf("%s, from version %s to %s", title, orNone(old.Version), orNone(now.Version)))
	}
	fmt.Fprintln(p.out)
}

func orNone(version string) string {
	if version == "" {
		return "none"
	}
	return course.Clean(version)
}

// summary is what a trainer must know, gravest first.
func (p diffPrinter) summary(r diff.Report) {
	lost, watch := r.Of(diff.Orphaned), r.Of(diff.Watch)
	if len(lost) == 0 {
		p.text(0, "Nobody loses anything.")
	} else {
		p.text(0, orphans(len(lost)))
		p.headlines(lost)
		if mends(lost) > 0 {
			p.text(0, "Where a was: is given below, that one line keeps all of it.")
		}
	}
	if len(watch) > 0 {
		p.text(0, watches(len(watch)))
		p.headlines(watch)
	}
	fmt.Fprintln(p.out)
}

func orphans(n int) string {
	if n == 1 {
		return "1 thing is orphaned: what learners did there is not shown or counted any more."
	}
	return fmt.Sprintf("%d things are orphaned: what learners did there is not shown or counted any more.", n)
}

func watches(n int) string {
	if n == 1 {
		return "1 change can be felt by a learner in the middle:"
	}
	return fmt.Sprintf("%d changes can be felt by a learner in the middle:", n)
}

func mends(all []diff.Change) int {
	n := 0
	for _, ch := range all {
		if ch.Mend != nil {
			n++
		}
	}
	return n
}

func (p diffPrinter) headlines(all []diff.Change) {
	for _, ch := range all[:min(mostHeadlines, len(all))] {
		where := ""
		for _, t := range ch.In[:min(2, len(ch.In))] {
			where += t.ID + " › "
		}
		p.bullet(2, course.Clean(where)+headline(ch))
	}
	if more := len(all) - mostHeadlines; more > 0 {
		p.bullet(2, fmt.Sprintf("and %d more, named below", more))
	}
}

// details are all changes, by module and activity.
func (p diffPrinter) details(r diff.Report) {
	module, activity := "", ""
	for _, g := range r.Groups() {
		if m := p.heading(g.Module); m != module {
			module, activity = m, ""
			fmt.Fprintf(p.out, "%s\n", m)
		}
		indent := 2
		if g.Activity.ID != "" {
			if a := p.heading(g.Activity); a != activity {
				activity = a
				p.text(2, a)
			}
			indent = 4
		}
		for _, ch := range g.Changes {
			p.change(indent, ch)
		}
	}
	fmt.Fprintln(p.out)
}

func (p diffPrinter) heading(t diff.Thing) string {
	if t.Noun == "course" {
		return "The course"
	}
	return course.Clean(fmt.Sprintf("%s%s %q: %s", strings.ToUpper(t.Noun[:1]), t.Noun[1:], t.ID, t.Name))
}

func (p diffPrinter) change(indent int, ch diff.Change) {
	p.bullet(indent, headline(ch))
	indent += 2
	if ch.Field != "" && !short(ch) {
		p.oldAndNew(indent, ch)
	}
	for _, said := range []string{ch.Note, ch.Effect.Sentence()} {
		if said != "" {
			p.text(indent, course.Clean(said))
		}
	}
	if ch.What == diff.WrongWas {
		p.text(indent, "It stands in "+p.place(ch.At)+".")
	}
	if ch.Mend != nil {
		p.mend(indent, ch)
	}
}

func (p diffPrinter) oldAndNew(indent int, ch diff.Change) {
	const label = len("was  ")
	for _, side := range []struct{ label, words string }{{"was  ", ch.Old}, {"now  ", ch.New}} {
		words := ansi.Truncate(course.Clean(side.words), 2*lineWidth, "…")
		if words == "" {
			words = "(nothing)"
		}
		p.hang(indent, side.label, label, words)
	}
}

// mend says what to write, to the letter.
func (p diffPrinter) mend(indent int, ch diff.Change) {
	m := ch.Mend
	ask := "Did you rename it? What stands in its place now is "
	if m.Alike {
		ask = "Did you rename it? Much the same words stand now under "
	}
	if m.Thing.Made {
		ask = strings.Replace(strings.Replace(ask, "rename", "reword", 1), "stand now under", "are now", 1)
	}
	p.text(indent, ask+subject(m.Thing)+". If it is the same, write there, in "+p.place(m.At)+":")
	ids := make([]string, 0, len(m.Was))
	for _, id := range m.Was {
		ids = append(ids, quoted(id))
	}
	line := "was: [" + strings.Join(ids, ", ") + "]"
	if m.Key == "" {
		fmt.Fprintf(p.out, "%s%s\n", strings.Repeat(" ", indent+2), course.Clean(line))
		return
	}
	pad := strings.Repeat(" ", indent+2)
	fmt.Fprintf(p.out, "%s- %s: (the words that stand there)\n%s  %s\n", pad, m.Key, pad, course.Clean(line))
}

// advice is what to do before the version is handed out.
func (p diffPrinter) advice(old, now *course.Course) {
	if old.Version == now.Version {
		p.text(0, "Something changed, and version: in course.yaml did not: raise it before you hand this out.")
	}
}

func (p diffPrinter) text(indent int, said string) { p.hang(indent, "", 0, said) }

func (p diffPrinter) bullet(indent int, said string) { p.hang(indent, "- ", 2, said) }

// hang prints a label and a text that is wrapped beside it.
func (p diffPrinter) hang(indent int, label string, width int, said string) {
	fmt.Fprintf(p.out, "%s%s%s\n", strings.Repeat(" ", indent), label, hung(said, indent+width))
}
