package twee

import (
	"fmt"
	"strings"

	"hearten/course/foreign"
	"hearten/course/source"
)

// story is what the scenario file will say.
type story struct {
	title, start string
	scenes       []scene
	endings      []ending
}

type scene struct {
	id, text string
	choices  []choice
}

type choice struct{ id, say, to string }

type ending struct{ id, title, text string }

// page is a passage with its text as Markdown.
type page struct {
	passage
	id    string
	prose string
	links []link
	macro *MacroError // the first
}

// link leads from a passage to another.
type link struct {
	text, target string
	line         int
}

// maxChoices is how many choices the format allows a scene.
const maxChoices = 64

// pages converts every passage of the story.
func (b book) pages(r *foreign.Report) []page {
	taken := source.IDs{}
	all := make([]page, 0, len(b.parts))
	for i, p := range b.parts {
		pg := page{passage: p, id: taken.Take(p.name, fmt.Sprintf("passage-%d", i+1))}
		switch named := source.Slug(p.name); named {
		case pg.id:
		case "":
			r.Add(p.line, "the name "+foreign.Quote(p.name)+" as an id", fmt.Sprintf("it has no Latin letters or digits: the id is %q", pg.id))
		default:
			r.Add(p.line, "the name "+foreign.Quote(p.name)+" as an id", fmt.Sprintf("the id %q is taken by another passage: this one is %q", named, pg.id))
		}
		convert(&pg, b.format, r)
		for _, l := range pg.links[min(maxChoices, len(pg.links)):] {
			r.Add(l.line, "the link "+foreign.Quote(l.text)+" to "+foreign.Quote(l.target), "a scene has 64 choices at most")
		}
		pg.links = pg.links[:min(maxChoices, len(pg.links))]
		all = append(all, pg)
	}
	return all
}

func firstMacro(pages []page) error {
	for _, p := range pages {
		if p.macro != nil {
			return p.macro
		}
	}
	return nil
}

// maker makes the story of the pages.
type maker struct {
	story   story
	ids     map[string]string // of passages, by name
	taken   source.IDs
	missing []link // links to passages that there are not
	r       *foreign.Report
}

func build(b book, pages []page, r *foreign.Report) story {
	m := maker{story: story{title: b.title}, ids: map[string]string{}, taken: source.IDs{}, r: r}
	for _, p := range pages {
		m.taken[p.id] = 1
		if _, twice := m.ids[p.name]; twice {
			r.Add(p.line, "a second passage "+foreign.Quote(p.name), fmt.Sprintf("links lead to the first; this one is kept as %q, and nothing leads to it", p.id))
			continue
		}
		m.ids[p.name] = p.id
	}
	m.story.start = m.ids[b.start]
	for _, p := range pages {
		m.page(p)
	}
	for _, l := range m.missing {
		m.story.endings = append(m.story.endings, ending{m.ids[l.target], l.target, notWritten})
	}
	m.open(b, pages)
	findLoops(b.start, pages, r)
	return m.story
}

// page makes a scene of a passage with links, and an ending of one without.
func (m *maker) page(p page) {
	text := p.prose
	if text == "" {
		m.r.Add(p.line, "the text of "+foreign.Quote(p.name), "there is none: write what happens")
		text = notWritten
	}
	if len(p.links) == 0 && p.id != m.story.start {
		m.r.Add(p.line, "how the ending "+foreign.Quote(p.name)+" came out", "Twine does not say: judge it, good, mixed or bad")
		m.story.endings = append(m.story.endings, ending{p.id, p.name, text})
		return
	}
	s := scene{id: p.id, text: text}
	taken := source.IDs{}
	for i, l := range p.links {
		id := taken.Take(l.text, fmt.Sprintf("choice-%d", i+1))
		s.choices = append(s.choices, choice{id, orElse(l.text, escapeAll(l.target)), m.target(l)})
	}
	if len(p.links) == 0 {
		m.r.Add(p.line, "a way on from "+foreign.Quote(p.name), "the story starts here and no link leads on: write the choices, and where they lead")
		s.choices = []choice{{"go-on", "Go on.", m.target(link{target: "Not written yet", line: p.line})}}
	}
	m.story.scenes = append(m.story.scenes, s)
}

// target is the id of what a link leads to. Where there is no such passage,
// an ending stands in for it.
func (m *maker) target(l link) string {
	if id, ok := m.ids[l.target]; ok {
		return id
	}
	m.r.Add(l.line, "the passage "+foreign.Quote(l.target), "a link leads to it and it is not there: an ending without a text stands in its place")
	m.ids[l.target] = m.taken.Take(l.target, "not-written")
	m.missing = append(m.missing, l)
	return m.ids[l.target]
}

// open says what every imported story lacks.
func (m *maker) open(b book, pages []page) {
	m.r.Add(1, "what each choice protects and costs", "Twine does not ask for it: replace every “Not written yet.” after because:")
	if len(m.story.endings) == 0 {
		m.r.Add(1, "an ending", "every passage has a link on, so no play ends; “Not written yet” stands where one must be")
		id := m.taken.Take("not-written", "")
		m.story.endings = []ending{{id, strings.TrimSuffix(notWritten, "."), notWritten}}
	}
	linked := map[string]bool{b.start: true}
	for _, p := range pages {
		for _, l := range p.links {
			linked[l.target] = true
		}
	}
	for _, p := range pages {
		if !linked[p.name] {
			m.r.Add(p.line, "a way to "+foreign.Quote(p.name), "no link leads to it: it is in the file, and nobody can reach it")
		}
	}
}

func orElse(s, other string) string {
	if strings.TrimSpace(s) == "" {
		return other
	}
	return s
}
