package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hearten/course/diff"
)

// mostHeadlines is how many changes a summary names.
const mostHeadlines = 10

// diffPrinter prints a report for a trainer.
type diffPrinter struct {
	out      io.Writer
	old, now edition
}

func printDiff(out io.Writer, old, now edition, r diff.Report) error {
	p := diffPrinter{out, old, now}
	if len(r.Changes) == 0 {
		p.text(0, "The two versions are the same: no learner will notice anything.")
		p.mistakes()
		return nil
	}
	p.head()
	p.summary(r)
	p.mistakes()
	p.details(r)
	p.advice()
	return nil
}

func (p diffPrinter) head() {
	old, now := p.old, p.now
	title := now.Title
	switch {
	case old.Version == now.Version && now.Version == "":
		p.text(0, title)
	case old.Version == now.Version:
		p.text(0, title+", both times version "+now.Version)
	default:
		p.text(0, fmt.Sprintf("%s, from version %s to %s", title, orNone(old.Version), orNone(now.Version)))
	}
	fmt.Fprintln(p.out)
}

func orNone(version string) string {
	if version == "" {
		return "none"
	}
	return version
}

// summary is what a trainer must know, gravest first.
func (p diffPrinter) summary(r diff.Report) {
	lost, unread := r.Of(diff.Orphaned), r.That(diff.Unread)
	switch {
	case len(lost) == 0 && len(unread) == 0:
		p.text(0, "Nobody loses anything.")
	case len(lost) == 0:
		p.text(0, "Nobody loses anything in what could be compared.")
	}
	p.headlines(lost, "thing is orphaned: what learners did there is not shown or counted any more.",
		"things are orphaned: what learners did there is not shown or counted any more.")
	if slices.ContainsFunc(lost, func(ch diff.Change) bool { return ch.Mend != nil }) {
		p.text(0, "Where a was: is given below, that one line keeps all of it.")
	}
	p.headlines(r.Of(diff.Watch), "change can be felt by a learner in the middle:", "changes can be felt by a learner in the middle:")
	p.headlines(r.That(diff.WrongWas), "was: names what the old version never had:", "was: name what the old version never had:")
	p.headlines(unread, "part could not be compared:", "parts could not be compared:")
}

// mistakes says of a version that not all of it could be read.
func (p diffPrinter) mistakes() {
	for _, v := range []struct {
		edition
		of, may string
	}{{p.old, "old", "new"}, {p.now, "new", "gone"}} {
		if v.mistakes > 0 {
			p.text(0, fmt.Sprintf("%s in course.yaml or a module.yaml of the %s version: what that hides may look as if it were %s. Run hearten lint %s first.",
				count(v.mistakes, "mistake"), v.of, v.may, v.dir))
		}
	}
}

// headlines names the first changes of a sort, under how many there are.
func (p diffPrinter) headlines(all []diff.Change, one, many string) {
	switch len(all) {
	case 0:
		return
	case 1:
		p.text(0, "1 "+one)
	default:
		p.text(0, fmt.Sprintf("%d %s", len(all), many))
	}
	for _, ch := range all[:min(mostHeadlines, len(all))] {
		where := ""
		for _, t := range ch.In[:min(2, len(ch.In))] {
			if t.Noun == "course" {
				continue
			}
			where += t.ID + " › "
		}
		p.bullet(2, where+headline(ch, inWords(ch.Thing)))
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
			fmt.Fprintln(p.out)
			p.text(0, m)
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
			p.change(indent, g, ch)
		}
	}
}

func (p diffPrinter) heading(t diff.Thing) string {
	if t.Noun == "course" {
		return "The course"
	}
	return fmt.Sprintf("%s%s %q: %s", strings.ToUpper(t.Noun[:1]), t.Noun[1:], t.ID, t.Name)
}

func (p diffPrinter) change(indent int, g diff.Group, ch diff.Change) {
	it := inWords(ch.Thing)
	if ch.Thing == g.Activity || g.Activity.ID == "" && ch.Thing == g.Module {
		it = "this " + ch.Thing.Noun
	}
	p.bullet(indent, headline(ch, it))
	indent += 2
	if ch.Old != ch.New && !short(ch) {
		p.hang(indent, "was  ", 5, clippedTo(2*lineWidth, ch.Old))
		p.hang(indent, "now  ", 5, clippedTo(2*lineWidth, ch.New))
	}
	p.text(indent, ch.Note)
	p.text(indent, ch.Effect.Sentence())
	if ch.What == diff.WrongWas {
		p.text(indent, "It stands in "+p.now.place(ch.At)+".")
	}
	if ch.Mend != nil {
		p.mend(indent, *ch.Mend)
	}
}

// mend says what to write, to the letter.
func (p diffPrinter) mend(indent int, m diff.Mend) {
	var ask string
	switch it := inWords(m.Thing); {
	case m.Thing.Made && m.Alike:
		ask = "Did you reword it? If so, write at the new words"
	case m.In.ID != "":
		ask = "Did you move it? Much like it is " + it + " of " + inWords(m.In) + ". If so, write there"
	case m.Alike:
		ask = "Did you rename it? Much the same words stand at " + it + ". If so, write there"
	default:
		ask = "Did you write it anew? In its place stands " + it + ". If it is the same to a learner, write there"
	}
	p.text(indent, ask+", in "+p.now.place(m.At)+":")
	ids := make([]string, 0, len(m.Was))
	for _, id := range m.Was {
		ids = append(ids, quoted(id))
	}
	pad, line := strings.Repeat(" ", indent+2), "was: ["+strings.Join(ids, ", ")+"]"
	if m.Key != "" {
		fmt.Fprintf(p.out, "%s- %s: (the words that stand there)\n", pad, m.Key)
		pad += "  "
	}
	fmt.Fprintln(p.out, pad+line)
}

// advice is what to do before the version is handed out.
func (p diffPrinter) advice() {
	if p.old.Version == p.now.Version {
		fmt.Fprintln(p.out)
		p.text(0, "Something changed, and version: in course.yaml did not: raise it before you hand this out.")
	}
}

// text prints a sentence, if there is one.
func (p diffPrinter) text(indent int, said string) {
	if said != "" {
		p.hang(indent, "", 0, said)
	}
}

func (p diffPrinter) bullet(indent int, said string) { p.hang(indent, "- ", 2, said) }

// hang prints a label and a text that is wrapped beside it.
func (p diffPrinter) hang(indent int, label string, width int, said string) {
	fmt.Fprintf(p.out, "%s%s%s\n", strings.Repeat(" ", indent), label, hung(said, indent+width))
}
