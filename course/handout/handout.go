// Package handout makes a module into a page to print: an edition for those
// who learn, and one for whoever leads them.
package handout

import (
	"embed"
	"fmt"
	"html/template"
	"strings"
	"sync"
	"unicode"

	"hearten/course"
	"hearten/course/graph"
	"hearten/course/tension"
)

// Handout is a module with its contents opened, in the module's order. Guide,
// Card and Help are the files facilitator.md and peer-card.md of the module
// and help.md of the course; each may be empty.
type Handout struct {
	Course, Language  string
	Own               bool // a course of one's own, which the program has to be shown
	Module            course.Module
	Contents          []course.Content
	Guide, Card, Help string
}

// Learner is the edition to read, to write in and to decide with. It gives
// away nothing of how a scenario goes on.
func (h Handout) Learner() (string, error) {
	p := h.page("Learner’s edition")
	p.Card = p.press(1).prose(h.Card)
	for i, c := range h.Contents {
		p.Activities = append(p.Activities, p.learner(i, c))
	}
	return fill("learner", p)
}

// Facilitator is the edition for whoever leads a group through the module.
func (h Handout) Facilitator() (string, error) {
	p := h.page("Facilitator’s edition")
	p.Guide = p.press(1).prose(h.Guide)
	for i, c := range h.Contents {
		a, err := p.facilitator(i, c)
		if err != nil {
			return "", err
		}
		p.Activities = append(p.Activities, a)
	}
	p.timetable()
	return fill("facilitator", p)
}

// page is what a frame is filled with.
type page struct {
	Course, Language, Title, Summary string
	Edition                          string
	Own                              bool
	Style                            template.CSS
	Minutes                          int
	Objectives                       []string
	Activities                       []activity
	Glossary                         []term
	Sources                          []work
	Evidence                         []evidence
	Guide, Card, Help                template.HTML
	Clock                            []slot

	module   course.Module
	contents []course.Content
	numbers  map[string]int // of the sources, by id
}

type term struct {
	Name    string
	Meaning template.HTML
}

func (h Handout) page(edition string) page {
	p := page{
		Edition: edition,
		Course:  h.Course, Language: h.Language, Title: h.Module.Title,
		Own: h.Own, Summary: h.Module.Summary, Objectives: h.Module.Objectives, Minutes: h.Module.Minutes(),
		module: h.Module, contents: h.Contents,
	}
	if p.Language == "" {
		p.Language = "en"
	}
	p.cite()
	p.Help = p.press(1).prose(h.Help)
	for _, t := range h.Module.Glossary {
		p.Glossary = append(p.Glossary, term{t.Name, p.press(2, p.module.Cited...).remark(t.Meaning)})
	}
	return p
}

// activity is one step of the module. The field of its kind is filled.
type activity struct {
	Name, Title string // the name is what leads to it
	Kind        course.Kind
	Number      int
	Minutes     int
	About       template.HTML
	Lesson      template.HTML
	Asked       []asking // about a lesson
	Quiz        quizView
	Story       storyView
	Prompts     []template.HTML
	Tension     tensionView
}

// activity is what both editions have of an activity.
func (p page) activity(i int, c course.Content) (activity, press) {
	set := p.press(2, c.Cited...)
	a := activity{
		Name: fmt.Sprintf("a%d", i+1), Title: c.Activity.Title, Kind: c.Activity.Kind, Number: i + 1, Minutes: c.Activity.Minutes,
		About: set.prose(c.About),
	}
	switch c.Activity.Kind {
	case course.KindQuiz:
		a.Quiz = p.quiz(a.Name, c.Quiz, set)
	case course.KindReflection:
		for _, prompt := range c.Prompts {
			a.Prompts = append(a.Prompts, set.remark(prompt.Ask))
		}
	case course.KindTension:
		a.Tension = tensionOf(c.Tension)
	}
	return a, set
}

func (p page) learner(i int, c course.Content) activity {
	a, set := p.activity(i, c)
	switch c.Activity.Kind {
	case course.KindLesson:
		a.Lesson = set.prose(c.Lesson.Text)
	case course.KindScenario:
		a.Story = opening(c, set)
	}
	return a
}

func (p page) facilitator(i int, c course.Content) (activity, error) {
	a, set := p.activity(i, c)
	var err error
	switch c.Activity.Kind {
	case course.KindLesson:
		a.Asked = p.asking(c.Activity.ID)
	case course.KindScenario:
		a.Story, err = whole(c, p.Language, a.Name, set)
	}
	return a, err
}

// tensionView is a map of two poles with room to write.
type tensionView struct {
	Poles  [2]string
	Halves [2][]box // what each pole gives and too much of it does; its signs and what one will do
	Marks  []struct{}
}

type box struct {
	Ask   string
	Given []string
}

func tensionOf(m tension.Map) tensionView {
	var v tensionView
	for i, pole := range m.Poles {
		v.Poles[i] = pole.Name
	}
	boxes := m.Boxes()
	for i, b := range boxes {
		half := 2 * i / len(boxes)
		v.Halves[half] = append(v.Halves[half], box{b.Ask, b.Given})
	}
	v.Marks = make([]struct{}, 2*tension.Furthest+1)
	return v
}

//go:embed *.html style.css
var files embed.FS

// frames are read once: that takes longer than to fill one.
var frames = sync.OnceValues(func() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{"room": room, "count": count, "word": word, "css": css, "titled": titled}).ParseFS(files, "*")
})

// fill executes the frame of an edition.
func fill(edition string, p page) (string, error) {
	var err error
	if p.Style, err = graph.Style(); err != nil {
		return "", err
	}
	t, err := frames()
	if err != nil {
		return "", fmt.Errorf("read the page's frame: %w", err)
	}
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, edition, p); err != nil {
		return "", fmt.Errorf("write the page: %w", err)
	}
	return course.Clean(b.String()), nil
}

// css is a text as a string of a style sheet. All but letters and digits stands
// as its number, so that no text can end the string.
func css(text string) template.CSS {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, `\%x `, r)
	}
	b.WriteByte('"')
	return template.CSS(b.String())
}

// titled says of a page that its author gave it a title.
func titled(page template.HTML) bool { return strings.HasPrefix(strings.TrimSpace(string(page)), "<h") }

// room is so many lines to write on.
func room(n int) []struct{} { return make([]struct{}, n) }

// word is what an activity is, as a title begins.
func word(k course.Kind) string {
	if k == course.KindTension {
		return "Tension map"
	}
	return strings.ToUpper(string(k[:1])) + string(k[1:])
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
