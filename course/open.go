package course

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"hearten/course/scenario"
	"hearten/course/source"
)

// Open builds an activity whole, reading its file if it has one. An activity
// with an error among its problems is not to be shown.
func (c *Course) Open(module, activity string) (Content, []source.Problem) {
	m, _ := c.Module(module)
	a, ok := m.Activity(activity)
	if !ok {
		return Content{Module: m}, []source.Problem{{
			Severity: source.Error, Code: "unknown-activity",
			Cause: fmt.Sprintf("there is no activity %q in module %q", activity, module),
			Fix:   "hearten list names them all",
		}}
	}
	node, problems := c.tree.Open(m.node, a.node)
	b := c.builder(m)
	b.problems = problems
	content := Content{Module: m, Activity: a, written: node}
	if node.OK() {
		b.build(&content, node)
	}
	content.Renames, content.Cited, content.named = b.renames, b.cited, b.named
	source.Sort(b.problems)
	return content, b.problems
}

// Page is a Markdown file of a module's folder that no activity names, such as
// facilitator.md; of the course's own folder for a Module without one. It is
// empty where there is no such file.
func (c *Course) Page(m Module, name string) (string, []source.Problem) {
	return c.tree.Page(path.Join(m.Folder, name))
}

// BrokenError says that something has mistakes its author has to mend. Why is
// enough for the author; the error says the rest to a learner.
type BrokenError struct{ Why string }

func (e *BrokenError) Error() string {
	return e.Why + ". Its author can run hearten lint to see more"
}

// Mended is nil, or a *BrokenError where the module cannot be read.
func (m Module) Mended() error {
	if !m.Broken {
		return nil
	}
	return &BrokenError{fmt.Sprintf("“%s” cannot be read, because its module.yaml has a mistake in it", m.Title)}
}

func broken(title string, mistakes int) error {
	of := "is a mistake"
	if mistakes > 1 {
		of = fmt.Sprintf("are %d mistakes", mistakes)
	}
	return &BrokenError{fmt.Sprintf("“%s” cannot be shown, because there %s in it", title, of)}
}

// Take is Open for a learner: an activity, or a *BrokenError.
func (c *Course) Take(module, activity string) (Content, error) {
	content, problems := c.Open(module, activity)
	if content.Activity.Kind == "" {
		return content, fmt.Errorf("“%s” cannot be shown, because the course as it stands has no such activity", activity)
	}
	if n := source.Errors(problems); n > 0 || !content.Written().OK() {
		return content, broken(cmp.Or(content.Activity.Title, content.Activity.ID), n)
	}
	return content, nil
}

// builder makes one activity's content and collects what is wrong with it.
type builder struct {
	module   Module
	places   map[string]int // of sources in cited, from 1
	terms    []string       // the names of the glossary
	known    map[string]string
	misread  struct{ sources, terms bool } // part of them could not be read
	cited    []Source
	named    map[string]string // terms that texts refer to, by the words they are shown by
	renames  map[string]string
	problems []source.Problem
}

func (c *Course) builder(m Module) *builder {
	b := &builder{module: m, places: map[string]int{}, known: map[string]string{}, named: map[string]string{}, renames: map[string]string{}}
	for _, t := range m.Glossary {
		b.terms = append(b.terms, t.Name)
		b.known[source.TermKey(t.Name)] = t.Name
	}
	b.misread.sources = m.Written().Misread("sources") || c.tree.Course().Misread("sources")
	b.misread.terms = m.Written().Misread("glossary") || c.tree.Course().Misread("glossary")
	return b
}

func (b *builder) build(c *Content, n source.Node) {
	switch c.Activity.Kind {
	case KindLesson:
		c.Lesson = b.lesson(n.Get("text"))
	case KindQuiz:
		c.Quiz, c.After = b.quiz(n), n.Get("after").Text().Value
	case KindScenario:
		c.Story = b.story(n)
		c.Asks = asks(n.Get("debrief").Get("ask"), c.Story)
	case KindReflection:
		c.About = b.prose(n.Get("about"))
		c.Prompts = b.prompts(n.Get("prompts"))
	case KindPlan:
		c.About = b.prose(n.Get("about"))
	case KindTension:
		c.About, c.Tension = b.prose(n.Get("about")), b.tension(n)
	}
}

// prose is a text with its citations as numbers, [@id] becoming [1], and its
// terms marked. A source that nobody named, or a term that nobody explained,
// is a problem; the source stays as it was written.
func (b *builder) prose(n source.Node) string {
	if text := n.Text().Value; !strings.Contains(text, "[") {
		return text
	}
	numbered, unknown := source.Cite(n, b.number)
	if !b.misread.sources { // else the source may be there
		b.problems = append(b.problems, unknown...)
	}
	if !b.misread.terms {
		b.problems = append(b.problems, source.UnknownTerms(n, b.terms)...)
	}
	for _, r := range source.Mentions(numbered) {
		if name := b.known[source.TermKey(r.Term)]; name != "" {
			b.named[source.TermKey(r.Words)] = name
		}
	}
	return source.Termed(numbered, func(term string) bool { return b.known[source.TermKey(term)] != "" })
}

// proses are the texts of a list.
func (b *builder) proses(list source.Node) []string {
	var all []string
	for _, n := range list.Items() {
		all = append(all, b.prose(n))
	}
	return all
}

// number is the place of a source among those the activity cites, from 1;
// 0 for one that the module does not have.
func (b *builder) number(id string) int {
	if n := b.places[id]; n > 0 {
		return n
	}
	s, known := b.module.source(id)
	if !known {
		return 0
	}
	b.cited = append(b.cited, s)
	b.places[id] = len(b.cited)
	return len(b.cited)
}

// rename notes the old ids of something under the path of its siblings.
func (b *builder) rename(path, id string, was source.Node) {
	for _, old := range texts(was) {
		b.renames[path+"/"+old] = id
	}
}

// id is what something is known by among its siblings, whose old ids are noted.
func (b *builder) id(path string, n source.Node) string {
	id, _ := n.ID()
	b.rename(path, id, n.Get("was"))
	return id
}

func (b *builder) prompts(list source.Node) []Prompt {
	var all []Prompt
	for _, n := range list.Items() {
		all = append(all, Prompt{ID: b.id("prompts", n), Ask: b.prose(n.Get("ask"))})
	}
	return all
}

// asks are the questions of a debrief, by ids of what their author wrote.
func asks(list source.Node, story *scenario.Story) []Prompt {
	var all []Prompt
	if story == nil {
		return nil
	}
	for i, n := range list.Items() {
		id, _ := n.ID()
		all = append(all, Prompt{ID: id, Ask: story.Spec().Debrief.Ask[i]})
	}
	return all
}

// Hash is of everything that a learner's answers hang on. Which of its words are terms is
// not among it.
func (c Content) Hash() string {
	lesson := struct{ Blocks []Block }{c.Lesson.Blocks()}
	parts := []any{lesson, c.Quiz, c.Prompts, c.Asks, c.Tension}
	if c.Story != nil {
		parts = append(parts, c.Story.Spec())
	}
	raw, err := json.Marshal(parts)
	if err != nil { // plain values marshal
		panic(err)
	}
	sum := sha256.Sum256([]byte(strings.NewReplacer(source.TermOpens, "", source.TermCloses, "").Replace(string(raw))))
	return hex.EncodeToString(sum[:8])
}
