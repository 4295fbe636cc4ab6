package diff

import "fmt"

// A was: that names something still in use, or that two things claim, is wrong
// by itself, and hearten lint says so. One that names what there never was can
// only be told by the old version.

// wrongWas reports every was: of siblings that names what the old version
// never had, under that name or an earlier one.
func (c *comparison) wrongWas(s siblings, m match) {
	had := map[string]bool{}
	for _, o := range m.old {
		had[o.thing.ID] = true
		for _, w := range o.was {
			had[w] = true
		}
	}
	for _, n := range m.now {
		for _, w := range n.was {
			if !had[w] {
				c.unknownWas(s.in, n, w)
			}
		}
	}
}

// wrongPlaces does the same for modules and activities, whose was: may name
// another module.
func (c *comparison) wrongPlaces(modules []node) {
	had := map[place]bool{}
	for p := range c.old.contents {
		had[p], had[place{c.todayModule(p.module), p.activity}] = true, true
	}
	for id := range c.old.modules {
		had[place{module: id}] = true
	}
	for p := range c.oldRenames {
		had[p], had[place{c.todayModule(p.module), p.activity}] = true, true
	}
	for _, n := range modules {
		for _, w := range n.was {
			if !had[place{module: w}] {
				c.unknownWas(nil, n, w)
			}
		}
		m := c.now.modules[n.thing.ID]
		for _, a := range m.Activities {
			got := c.now.contents[place{n.thing.ID, a.ID}]
			for _, w := range texts(got.item().Get("was")) {
				if module, activity := m.Former(w); !had[place{module, activity}] {
					c.unknownWas([]Thing{n.thing}, node{Node: got.item(), thing: got.thing()}, w)
				}
			}
		}
	}
}

func (c *comparison) unknownWas(in []Thing, n node, was string) {
	c.add(Change{In: in, Thing: n.thing, What: WrongWas, Before: was, At: n.Get("was").At(),
		Note: fmt.Sprintf("The old version has no such %s here, so nothing is kept by it.", n.thing.Noun)})
}
