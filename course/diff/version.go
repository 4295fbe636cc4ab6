package diff

import (
	"hearten/course"
	"hearten/course/source"
)

// version is one version of the course with every activity opened.
type version struct {
	*course.Course
	modules  map[string]course.Module
	contents map[place]content
}

// place is an activity, or with an empty activity a whole module.
type place struct{ module, activity string }

// content is an opened activity, and whether it could be read.
type content struct {
	course.Content
	sound bool
	n     int // where it stands in its module
}

func versionOf(c *course.Course) version {
	v := version{c, map[string]course.Module{}, map[place]content{}}
	var all []place
	var opened []content
	for _, m := range c.Modules {
		v.modules[m.ID] = m
		for i, a := range m.Activities {
			all, opened = append(all, place{m.ID, a.ID}), append(opened, content{n: i})
		}
	}
	source.Each(len(all), func(i int) {
		got, problems := c.Open(all[i].module, all[i].activity)
		opened[i].Content, opened[i].sound = got, source.Errors(problems) == 0 && got.Written().OK()
	})
	for i, p := range all {
		v.contents[p] = opened[i]
	}
	return v
}

// thing is an activity as a trainer knows it.
func (c content) thing() Thing {
	noun := string(c.Activity.Kind)
	if c.Activity.Kind == course.KindTension {
		noun = tensionMap
	}
	return Thing{Noun: noun, ID: c.Activity.ID, Name: c.Activity.Title}
}

// at is the place where module.yaml names it.
func (c content) at() source.Pos { return c.item().At() }

// item is what module.yaml says of it.
func (c content) item() source.Node { return c.Activity.Written() }

func moduleThing(m course.Module) Thing { return Thing{Noun: "module", ID: m.ID, Name: m.Title} }

func renamesOf(c *course.Course) map[place]place {
	all := map[place]place{}
	for _, r := range c.Renames {
		all[place{r.OldModule, r.OldActivity}] = place{r.Module, r.Activity}
	}
	return all
}

// today is the place where study looks for what was recorded of an older one.
func (c *comparison) today(p place) place {
	if now, ok := c.renames[p]; ok {
		return now
	}
	if m, ok := c.renames[place{module: p.module}]; ok && p.activity != "" {
		p.module = m.module
		if now, ok := c.renames[p]; ok {
			return now
		}
	}
	return p
}

// todayModule is the module where the rest of an older one is looked for.
func (c *comparison) todayModule(id string) string { return c.today(place{module: id}).module }
