// Package course is what is taught: it builds a course, its modules and
// their activities, as plain values, from what an author wrote.
package course

import (
	"hearten/course/scenario"
	"hearten/course/source"
	"hearten/course/tension"
	"hearten/quiz"
)

// Course is an ordered set of modules. It holds what course.yaml and every
// module.yaml say; the activities' own files are opened by Open.
type Course struct {
	ID, Title, Version, Language string
	Modules                      []Module
	Help                         string   // whom a learner can turn to, in Markdown; empty for nothing
	Renames                      []Rename // of modules and activities, from was:

	tree   *source.Tree
	words  []Glossary
	places map[string]int // of the modules, by id
}

// Rename says that a module, or an activity of it, was known by other ids.
// An empty activity names the whole module.
type Rename struct {
	OldModule, OldActivity string
	Module, Activity       string
}

// Module is one topic, up to an hour.
type Module struct {
	ID, Folder, Title, Summary string
	Objectives                 []string
	Activities                 []Activity
	Glossary                   []Term
	Sources                    []Source
	Cited                      []Source // by the glossary, in the order of their numbers
	Broken                     bool     // module.yaml could not be read

	node  source.Module
	named map[string]int // the places of its sources, where there are many
}

// Source is one work that a module cites.
type Source struct{ ID, Cite, DOI, Kind string }

// Kind is what an activity is.
type Kind string

// The kinds of activity of format 1.
const (
	KindLesson     Kind = "lesson"
	KindQuiz       Kind = "quiz"
	KindScenario   Kind = "scenario"
	KindReflection Kind = "reflection"
	KindPlan       Kind = "plan"
	KindTension    Kind = "tension"
)

// Kinds lists them in the order in which a module.yaml may name them.
func Kinds() []Kind {
	return []Kind{KindLesson, KindQuiz, KindScenario, KindReflection, KindPlan, KindTension}
}

// Activity is one step of a module, as the outline lists it.
type Activity struct {
	ID, Title string
	Kind      Kind
	Minutes   int
	Broken    bool // known already to have an error; Open says which

	node source.Node
}

// Content is one activity built whole. The field of its kind is filled, the
// others are zero.
type Content struct {
	Module   Module
	Activity Activity
	Renames  map[string]string // inside the activity: old id to new

	Lesson  Lesson
	Quiz    quiz.Quiz
	After   string // of a quiz: the diagnostic it is compared with
	Story   *scenario.Story
	Tension tension.Map
	Prompts []Prompt // of a reflection
	Asks    []Prompt // of a scenario's debrief
	About   string   // of a reflection, a plan or a tension: what it is for, in Markdown
	Cited   []Source // in the order of their numbers; [1] in a text is Cited[0]

	named   map[string]string // terms that texts refer to, by the words they are shown by
	written source.Node
}

// Written is what the author wrote for the activity's content.
func (c Content) Written() source.Node { return c.written }

// Written is what the author wrote of the activity in module.yaml.
func (a Activity) Written() source.Node { return a.node }

// Written is what the author wrote in module.yaml.
func (m Module) Written() source.Node { return m.node.Node }

// Lesson is what a lesson shows, in Markdown.
type Lesson struct{ Text string }

// Blocks are the pieces that a front end lays out. A learner's place in the
// lesson is the index of one. Splitting takes a while, so whoever shows them
// keeps them.
func (l Lesson) Blocks() []Block { return source.Blocks(l.Text) }

// Prompt is one question of a reflection, in Markdown.
type Prompt struct{ ID, Ask string }

// Written is what the author wrote in course.yaml.
func (c *Course) Written() source.Node { return c.tree.Course() }

// Module returns the module with an id.
func (c *Course) Module(id string) (Module, bool) {
	if i, ok := c.places[id]; ok {
		return c.Modules[i], true
	}
	return Module{}, false
}

// Activity returns the activity with an id.
func (m Module) Activity(id string) (Activity, bool) {
	for i := range m.Activities {
		if m.Activities[i].ID == id {
			return m.Activities[i], true
		}
	}
	return Activity{}, false
}

// source is the source with an id, the module's own before one of the course.
func (m Module) source(id string) (Source, bool) {
	if m.named != nil {
		i, ok := m.named[id]
		if !ok {
			return Source{}, false
		}
		return m.Sources[i], true
	}
	for _, s := range m.Sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}

// index makes it quick to find a source where there are so many that looking
// through them takes longer than reading what cites them.
func (m *Module) index() {
	const handful = 24
	if len(m.Sources) <= handful {
		return
	}
	m.named = make(map[string]int, len(m.Sources))
	for i := len(m.Sources) - 1; i >= 0; i-- {
		m.named[m.Sources[i].ID] = i
	}
}

// Minutes is how long the module takes, by its author's figures.
func (m Module) Minutes() int {
	sum := 0
	for _, a := range m.Activities {
		sum += a.Minutes
	}
	return sum
}
