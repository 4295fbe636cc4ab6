package course

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

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
	b := &builder{sources: m.Sources, problems: problems, renames: map[string]string{}}
	content := Content{Module: m, Activity: a, written: node}
	if node.OK() {
		b.build(&content, node)
	}
	content.Renames, content.Cited = b.renames, b.cited
	content.Hash = hash(content)
	source.Sort(b.problems)
	return content, b.problems
}

// BrokenError says that an activity has mistakes its author has to mend.
type BrokenError struct {
	Title    string
	Mistakes int
}

func (e *BrokenError) Error() string {
	of := "a mistake"
	if e.Mistakes > 1 {
		of = fmt.Sprintf("%d mistakes", e.Mistakes)
	}
	return fmt.Sprintf("“%s” cannot be shown, because there is %s in it. Its author can run hearten lint to see more", e.Title, of)
}

// Take is Open for a learner: an activity, or a *BrokenError.
func (c *Course) Take(module, activity string) (Content, error) {
	content, problems := c.Open(module, activity)
	if n := source.Errors(problems); n > 0 || !content.Written().OK() {
		return content, &BrokenError{content.Activity.Title, n}
	}
	return content, nil
}

// builder makes one activity's content and collects what is wrong with it.
type builder struct {
	sources  []Source
	cited    []Source
	renames  map[string]string
	problems []source.Problem
}

func (b *builder) build(c *Content, n source.Node) {
	switch c.Activity.Kind {
	case KindLesson:
		c.Lesson = b.lesson(n.Get("text"))
	case KindQuiz:
		c.Quiz, c.After = b.quiz(n), n.Get("after").Text().Value
	case KindScenario:
		c.Story = b.story(n)
		c.Asks = asks(n.Get("debrief").Get("ask"))
	case KindReflection:
		c.About = b.prose(n.Get("about"))
		c.Prompts = b.prompts(n.Get("prompts"))
	case KindPlan:
		c.About = b.prose(n.Get("about"))
	case KindTension:
		c.About, c.Tension = b.prose(n.Get("about")), b.tension(n)
	}
}

// prose is a text with its citations as numbers: [@id] becomes [1]. A source
// that nobody named is a problem, and stays as it was written.
func (b *builder) prose(n source.Node) string {
	numbered, unknown := source.Cite(n, b.number)
	b.problems = append(b.problems, unknown...)
	return numbered
}

// number is the place of a source among those the activity cites, from 1;
// 0 for one that the module does not have.
func (b *builder) number(id string) int {
	for i, s := range b.cited {
		if s.ID == id {
			return i + 1
		}
	}
	for _, s := range b.sources {
		if s.ID == id {
			b.cited = append(b.cited, s)
			return len(b.cited)
		}
	}
	return 0
}

// rename notes the old ids of something under the path of its siblings.
func (b *builder) rename(path, id string, was source.Node) {
	for _, old := range texts(was) {
		b.renames[path+"/"+old] = id
	}
}

// idOf is an id that was given, or else the one that a text stands for.
func idOf(n source.Node, text string) string {
	if id := n.Get("id"); id.OK() {
		return id.Text().Value
	}
	return source.HashID(text)
}

func (b *builder) prompts(list source.Node) []Prompt {
	var all []Prompt
	for _, n := range list.Items() {
		ask := n.Get("ask")
		p := Prompt{ID: idOf(n, ask.Text().Value), Ask: b.prose(ask)}
		b.rename("prompts", p.ID, n.Get("was"))
		all = append(all, p)
	}
	return all
}

func asks(list source.Node) []Prompt {
	var all []Prompt
	for _, text := range texts(list) {
		all = append(all, Prompt{ID: source.HashID(text), Ask: text})
	}
	return all
}

// hash is of everything that a learner's answers hang on.
func hash(c Content) string {
	parts := []any{c.Lesson, c.Quiz, c.Prompts, c.Asks, c.Tension}
	if c.Story != nil {
		parts = append(parts, c.Story.Spec())
	}
	raw, err := json.Marshal(parts)
	if err != nil { // plain values marshal
		panic(err)
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:8])
}
