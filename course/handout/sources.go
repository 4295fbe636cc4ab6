package handout

import (
	"html/template"
	"slices"
	"strings"

	"hearten/course"
)

// press sets the texts of one activity as HTML.
type press struct{ course.Setting }

// press is for texts that stand under a heading of a level and cite works.
func (p page) press(under int, cited ...course.Source) press {
	set := press{course.Setting{Under: under}}
	for _, s := range cited {
		set.Cited = append(set.Cited, p.numbers[s.ID])
	}
	return set
}

// prose is a Markdown text as HTML that does nothing and loads nothing.
func (s press) prose(markdown string) template.HTML {
	return template.HTML(s.Set(markdown))
}

// line is prose for an inline text.
func (s press) line(markdown string) template.HTML { return template.HTML(s.Line(markdown)) }

// remark is prose for a text that is inline if it is one line.
func (s press) remark(markdown string) template.HTML { return template.HTML(s.Remark(markdown)) }

// work is a source in the page's list.
type work struct {
	Number    int
	Cite      template.HTML
	DOI, Kind string
}

// cite numbers the works that the activities cite or rest on, in the order in
// which they come.
func (p *page) cite() {
	p.numbers = map[string]int{}
	for _, c := range p.contents {
		for _, s := range c.Cited {
			p.add(s)
		}
		for _, q := range c.Quiz.Questions {
			for _, s := range p.module.Sources {
				if slices.Contains(q.Sources, s.ID) {
					p.add(s)
				}
			}
		}
	}
	for _, s := range p.module.Cited {
		p.add(s)
	}
	p.evidence()
}

func (p *page) add(s course.Source) {
	if p.numbers[s.ID] > 0 {
		return
	}
	w := work{Number: len(p.Sources) + 1, Cite: p.press(2).line(s.Cite), Kind: s.Kind}
	if !strings.Contains(s.Cite, s.DOI) {
		w.DOI = s.DOI
	}
	p.numbers[s.ID] = w.Number
	p.Sources = append(p.Sources, w)
}

// evidence is a kind of source and what it can show.
type evidence struct{ Kind, Shows string }

// evidence explains the kinds that are on the page.
func (p *page) evidence() {
	for _, e := range []evidence{
		{"trial", "Researchers changed something and watched what followed. It can show that the change made a difference for these people, and not that it works elsewhere or for long."},
		{"meta-analysis", "Many studies of one question, reckoned as one. It can show how large an effect or a link is on the whole, and no more than its studies do."},
		{"survey", "People were asked, or records were counted, and nothing was changed. It can show what goes together, and not what causes what."},
		{"interviews", "A few people were asked at length. They can show that something exists and how it looks from inside, and not how common it is."},
		{"review", "Somebody read the literature of a question and said what it amounts to. It can show where studies agree and where they quarrel, and nothing new."},
		{"theory", "An argument about how things hang together. It can show what to look for, and not that it is so."},
		{"model", "A way of working that practitioners have drawn up. It can show what experienced people do, and not that it works."},
	} {
		if slices.ContainsFunc(p.Sources, func(w work) bool { return w.Kind == e.Kind }) {
			p.Evidence = append(p.Evidence, e)
		}
	}
}
