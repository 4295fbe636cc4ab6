package handout

import (
	"cmp"
	"fmt"
	"html/template"
	"strings"

	"hearten/course"
	"hearten/course/graph"
	"hearten/course/scenario"
)

// storyView is a scenario on paper. A learner has its beginning, whoever leads
// them all of it.
type storyView struct {
	Text    template.HTML // of the first scene, as it is shown
	Meters  []meter
	Choices []choice
	Asks    []template.HTML

	Figures string
	Picture template.HTML
	Endings []ending
	Paths   []path
	Scenes  []scene
	Expert  template.HTML
}

// meter is where something stands at the beginning.
type meter struct {
	Label, Stands string
	Hidden        bool // until the debrief
	Better        string
}

// choice is one of a scene's. A learner has the number and what is said.
type choice struct {
	Number            int
	Say, Because      template.HTML
	ID, When, Effects string
	Ways              []way
}

// way is where a choice leads, under a condition if it has one.
type way struct {
	When string
	To   place
}

// place is a scene or an ending on the page.
type place struct{ Name, Title, Outcome string }

type ending struct {
	place
	Share string // at chance
	Text  template.HTML
}

type scene struct {
	place
	Start         bool
	Texts         []variant
	Inside, Coach template.HTML
	Choices       []choice
}

type variant struct {
	When string
	Text template.HTML
}

// path is a play that a test of the story makes.
type path struct {
	Title string
	Steps []pathStep
	End   place
}

type pathStep struct {
	From   place
	Number int
	Choice string
}

// opening is what a learner reads before they play: the first scene and what
// can be done in it, and what will be asked at the end.
func opening(c course.Content, set press) storyView {
	set.Under = 3
	play := c.Story.Begin()
	v := storyView{Text: set.prose(play.Text()), Asks: asks(c, set)}
	for i, offered := range play.Offered() {
		v.Choices = append(v.Choices, choice{Number: i + 1, Say: set.line(offered.Say)})
	}
	for _, r := range play.Readings() {
		v.Meters = append(v.Meters, meter{Label: r.Meter.Label, Stands: stands(r.Meter, r.Value)})
	}
	return v
}

func asks(c course.Content, set press) []template.HTML {
	var all []template.HTML
	for _, a := range c.Asks {
		all = append(all, set.remark(a.Ask))
	}
	return all
}

func stands(m scenario.Meter, value int) string {
	if m.Min == 0 {
		return fmt.Sprintf("%d of %d", value, m.Max)
	}
	return fmt.Sprintf("%d, between %d and %d", value, m.Min, m.Max)
}

// teller sets one story.
type teller struct {
	press
	spec   scenario.Spec
	places map[string]place
}

// whole is all of a story, for whoever leads a group through it.
func whole(c course.Content, language, name string, set press) (storyView, error) {
	set.Under = 3
	report := c.Story.Check(0)
	m, err := graph.New(c.Story, graph.Config{Title: c.Activity.Title, Language: language, Prefix: name + "-", Brief: true})
	if err != nil {
		return storyView{}, err
	}
	picture, err := m.Picture()
	t := teller{set, c.Story.Spec(), map[string]place{}}
	t.Under = 4
	for i, s := range t.spec.Scenes {
		t.places[s.ID] = place{Name: fmt.Sprintf("%s-s%d", name, i+1), Title: s.ID}
	}
	for i, e := range t.spec.Endings {
		t.places[e.ID] = place{fmt.Sprintf("%s-e%d", name, i+1), cmp.Or(e.Title, e.ID), string(e.Outcome)}
	}
	return storyView{
		Picture: picture, Figures: figures(report), Asks: asks(c, set), Expert: set.prose(c.Story.Spec().Debrief.Expert),
		Meters: t.meters(), Endings: t.endings(report.Figures), Paths: t.paths(c.Story), Scenes: t.scenes(),
	}, err
}

func (t teller) meters() []meter {
	var all []meter
	for _, m := range t.spec.Meters {
		better := map[scenario.Better]string{scenario.BetterUp: "more is better", scenario.BetterDown: "less is better"}[m.Better]
		all = append(all, meter{m.Label, stands(m, m.Start), m.Seen == scenario.SeenDebrief, better})
	}
	return all
}

func (t teller) endings(f scenario.Figures) []ending {
	var all []ending
	for i, e := range t.spec.Endings {
		made := ending{place: t.places[e.ID], Text: t.prose(e.Text)}
		if f.Known {
			made.Share = percent(f.Endings[i].Share)
		}
		all = append(all, made)
	}
	return all
}

// paths are the plays of the story's tests that come to an ending.
func (t teller) paths(story *scenario.Story) []path {
	var all []path
	for _, test := range t.spec.Tests {
		play, err := story.Begin(), error(nil)
		for _, id := range test.Play {
			if play, err = play.Choose(id); err != nil {
				break
			}
		}
		e, over := play.Ending()
		if err != nil || !over {
			continue
		}
		made := path{Title: test.Name, End: t.places[e.ID]}
		for _, s := range play.Steps() {
			made.Steps = append(made.Steps, pathStep{t.places[s.Scene], t.number(s.Scene, s.Choice), s.Choice})
		}
		all = append(all, made)
	}
	return all
}

// number is the number of a choice in its scene.
func (t teller) number(scene, choice string) int {
	for _, s := range t.spec.Scenes {
		for i, c := range s.Choices {
			if s.ID == scene && c.ID == choice {
				return i + 1
			}
		}
	}
	return 0
}

func (t teller) scenes() []scene {
	var all []scene
	for _, s := range t.spec.Scenes {
		made := scene{place: t.places[s.ID], Start: s.ID == t.spec.Start, Inside: t.line(s.Inside), Coach: t.line(s.Coach)}
		for _, v := range s.Text {
			made.Texts = append(made.Texts, variant{when(v, len(s.Text)), t.prose(v.Text)})
		}
		for i, c := range s.Choices {
			made.Choices = append(made.Choices, t.choice(i, c))
		}
		all = append(all, made)
	}
	return all
}

// when says under what condition a text of several is shown.
func when(v scenario.Variant, of int) string {
	switch {
	case v.When != "":
		return "When " + v.When
	case of > 1:
		return "Otherwise"
	}
	return ""
}

func (t teller) choice(i int, c scenario.Choice) choice {
	made := choice{Number: i + 1, ID: c.ID, Say: t.line(c.Say), Because: t.line(c.Because), When: c.When, Effects: t.effects(c)}
	for n, b := range c.To {
		w := way{When: b.When, To: t.places[b.To]}
		if len(c.To) > 1 && n == len(c.To)-1 {
			w.When = "else"
		} else if b.When != "" {
			w.When = "if " + b.When
		}
		made.Ways = append(made.Ways, w)
	}
	return made
}

// effects is what a choice does to meters and flags, in words.
func (t teller) effects(c scenario.Choice) string {
	var all []string
	for _, ch := range c.Change {
		label := ch.Meter
		for _, m := range t.spec.Meters {
			if m.Name == ch.Meter {
				label = cmp.Or(m.Label, m.Name)
			}
		}
		all = append(all, strings.Replace(fmt.Sprintf("%s %+d", label, ch.By), " -", " −", 1))
	}
	for _, s := range c.Set {
		does := "sets "
		if !s.To {
			does = "clears "
		}
		all = append(all, does+s.Flag)
	}
	return strings.Join(all, ", ")
}
