package course

import (
	"hearten/course/scenario"
	"hearten/course/source"
)

func (b *builder) lesson(text source.Node) Lesson {
	return Lesson{b.prose(text)}
}

func (b *builder) story(n source.Node) *scenario.Story {
	spec := scenario.Spec{
		Meters: meters(n.Get("meters")),
		Flags:  texts(n.Get("flags")),
		Start:  n.Get("start").Text().Value,
		Debrief: scenario.Debrief{
			Ask:    b.proses(n.Get("debrief").Get("ask")),
			Expert: b.prose(n.Get("debrief").Get("expert")),
		},
	}
	scenes, endings := n.Get("scenes"), n.Get("endings")
	for _, id := range scenes.Names() {
		spec.Scenes = append(spec.Scenes, b.scene(id.Value, scenes.Value(id.Value)))
	}
	for _, id := range endings.Names() {
		spec.Endings = append(spec.Endings, b.ending(id.Value, endings.Value(id.Value)))
	}
	for _, t := range n.Get("tests").Items() {
		spec.Tests = append(spec.Tests, scenario.Test{
			Name: t.Get("name").Text().Value, Play: texts(t.Get("play")), Expect: t.Get("expect").Text().Value,
		})
	}
	story, errs := scenario.New(spec)
	for _, e := range errs {
		b.report(n, e.Path, e.Code, e.Cause, e.Fix, e.Offset, e.Width)
	}
	if story == nil && source.Errors(b.problems) == 0 { // what they follow from was not told
		for _, e := range errs {
			b.add(n.Find(e.Path...), e.Code, e.Cause, e.Fix, e.Offset, e.Width)
		}
	}
	return story
}

func meters(n source.Node) []scenario.Meter {
	var all []scenario.Meter
	for _, name := range n.Names() {
		m := n.Value(name.Value)
		all = append(all, scenario.Meter{
			Name: name.Value, Label: m.Get("label").Text().Value,
			Start: m.Get("start").Int(), Min: m.Get("min").Int(), Max: m.Get("max").Int(),
			Seen:   scenario.Seen(m.Get("seen").Text().Value),
			Better: scenario.Better(m.Get("better").Text().Value),
		})
	}
	return all
}

func (b *builder) ending(id string, n source.Node) scenario.Ending {
	b.rename("endings", id, n.Get("was"))
	return scenario.Ending{
		ID: id, Title: n.Get("title").Text().Value,
		Outcome: scenario.Outcome(n.Get("outcome").Text().Value), Text: b.prose(n.Get("text")),
	}
}

func (b *builder) scene(id string, n source.Node) scenario.Scene {
	b.rename("scenes", id, n.Get("was"))
	s := scenario.Scene{ID: id, Inside: b.prose(n.Get("inside")), Coach: b.prose(n.Get("coach"))}
	for _, v := range n.Get("text").Items() {
		s.Text = append(s.Text, scenario.Variant{When: v.Get("when").Text().Value, Text: b.prose(v.Get("text"))})
	}
	for _, c := range n.Get("choices").Items() {
		s.Choices = append(s.Choices, b.choice("scenes/"+id+"/choices", c))
	}
	return s
}

func (b *builder) choice(path string, n source.Node) scenario.Choice {
	c := scenario.Choice{
		ID: b.id(path, n), Say: b.prose(n.Get("say")),
		When: n.Get("when").Text().Value, Because: b.prose(n.Get("because")),
	}
	for _, meter := range n.Get("change").Names() {
		c.Change = append(c.Change, scenario.Change{Meter: meter.Value, By: n.Get("change").Value(meter.Value).Int()})
	}
	for _, flag := range n.Get("set").Names() {
		c.Set = append(c.Set, scenario.Set{Flag: flag.Value, To: n.Get("set").Value(flag.Value).Bool()})
	}
	for _, to := range n.Get("to").Items() {
		c.To = append(c.To, scenario.Branch{When: to.Get("when").Text().Value, To: to.Get("to").Text().Value})
	}
	return c
}

// report gives an engine's error its place in the file. Where something that
// it hangs on could not be read, the engine misses what its author did write:
// the reader has said what is wrong.
func (b *builder) report(n source.Node, path []string, code, cause, fix string, offset, width int) {
	at := n.Find(path...)
	if at.Damaged() || misses(n, code) {
		return
	}
	if p, named := n.Find(path[:max(0, len(path)-1)]...).NameProblem(last(path), code, cause, fix); named && code == "unknown-name" {
		b.problems = append(b.problems, p)
		return
	}
	b.add(at, code, cause, fix, offset, width)
}

func last(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return path[len(path)-1]
}

func (b *builder) add(at source.Node, code, cause, fix string, offset, width int) {
	b.problems = append(b.problems, at.Problem(source.Error, offset, width, code, cause, fix))
}

// misses says of an error about a name that the name may stand in what could
// not be read.
func misses(story source.Node, code string) bool {
	switch code {
	case "unknown-name":
		return story.Misread("meters") || story.Misread("flags")
	case "unknown-target", "unknown-ending":
		return story.Get("scenes").Lacks() || story.Get("endings").Lacks()
	}
	return false
}
