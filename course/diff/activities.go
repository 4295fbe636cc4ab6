package diff

import (
	"fmt"
	"slices"

	"hearten/course"
)

// places says of every activity of the new version what it was, and which of
// the old version are gone.
type places struct {
	from    map[place][]place
	gone    map[string][]place // by the module of today, in order
	guessed map[place]guessedPlace
	became  map[place]bool // new ones with much the same words as one that is gone
}

type guessedPlace struct {
	place
	alike bool
}

// activitiesMatched follows every activity of the old version. Modules that
// cannot be read in one of the versions are left out.
func (c *comparison) activitiesMatched(m match) places {
	out := places{from: map[place][]place{}, gone: map[string][]place{}, guessed: map[place]guessedPlace{}, became: map[place]bool{}}
	var gone []place
	for _, p := range c.old.activities(m.old, m.to) {
		q := c.today(p)
		if _, there := c.now.contents[q]; !there {
			gone = append(gone, p)
			in := c.todayModule(p.module)
			out.gone[in] = append(out.gone[in], p)
			continue
		}
		if out.from[q] = append(out.from[q], p); p == q { // the one that most rightly is it comes first
			slices.Reverse(out.from[q])
		}
	}
	added := slices.DeleteFunc(c.now.activities(m.now, m.from), func(p place) bool { return len(out.from[p]) > 0 })
	c.guessPlaces(&out, gone, added)
	return out
}

// activities are the places of all modules but those that are skipped.
func (v version) activities(modules []node, state []int) []place {
	var all []place
	for i, n := range modules {
		for _, a := range v.modules[n.thing.ID].Activities {
			if state[i] != skipped {
				all = append(all, place{n.thing.ID, a.ID})
			}
		}
	}
	return all
}

// guessPlaces pairs activities that are gone with new ones of the same kind:
// by their ids, which another module may have now, by their words, and by
// their place in the same module.
func (c *comparison) guessPlaces(out *places, gone, added []place) {
	for _, kind := range course.Kinds() {
		m := match{}
		of := func(v version, all []place) (nodes []node, to []int, of []place) {
			for _, p := range all {
				if got := v.contents[p]; got.Activity.Kind == kind {
					nodes, to, of = append(nodes, wordsOf(got)), append(to, -1), append(of, p)
				}
			}
			return nodes, to, of
		}
		var goneOf, addedOf []place
		m.old, m.to, goneOf = of(c.old, gone)
		m.now, m.from, addedOf = of(c.now, added)
		p := pairing{found: map[int]guess{}, taken: map[int]bool{}}
		p.byID(m)
		p.byWords(m)
		c.byTurn(p, goneOf, addedOf)
		for i, g := range p.found {
			out.guessed[goneOf[i]] = guessedPlace{addedOf[g.added], g.likeness > 0}
			out.became[addedOf[g.added]] = g.likeness > 0
		}
	}
}

// byID pairs what has the same id elsewhere.
func (p pairing) byID(m match) {
	at := map[string]int{}
	for _, j := range slices.Backward(m.added()) {
		at[m.now[j].thing.ID] = j
	}
	for _, i := range m.gone() {
		if j, ok := at[m.old[i].thing.ID]; ok {
			p.take(guess{i, j, 1})
		}
	}
}

// byTurn pairs activities of one kind that have the same turn in their module.
func (c *comparison) byTurn(p pairing, gone, added []place) {
	at := map[place]int{} // module and turn
	for j, q := range added {
		at[place{q.module, fmt.Sprint(c.now.contents[q].n)}] = j
	}
	for i, q := range gone {
		if j, ok := at[place{c.todayModule(q.module), fmt.Sprint(c.old.contents[q].n)}]; ok {
			p.take(guess{i, j, 0})
		}
	}
}

// wordsOf is an activity with all its words, for likeness.
func wordsOf(got content) node {
	n := node{thing: got.thing(), text: got.Activity.Title}
	for passage := range got.Written().Passages() {
		n.text += " " + oneLine(passage.Node.Text().Value)
	}
	return n
}

// activities compares the activities of a module of the new version, and
// reports those that it lost.
func (c *comparison) activities(module Thing, moved places, fresh bool) {
	m := c.now.modules[module.ID]
	gone := moved.gone[m.ID]
	last, reordered := -1, false
	for _, a := range m.Activities {
		q := place{m.ID, a.ID}
		if len(moved.from[q]) == 0 && !fresh && !moved.became[q] {
			c.add(Change{In: []Thing{module}, Thing: c.now.contents[q].thing(), What: Added, Effect: MoreToDo, At: c.now.contents[q].at()})
		}
		for i, p := range moved.from[q] {
			if n := c.old.contents[p].n; i == 0 && c.todayModule(p.module) == m.ID {
				for len(gone) > 0 && c.old.contents[gone[0]].n < n {
					c.lostActivity(gone[0], moved, true)
					gone = gone[1:]
				}
				last, reordered = max(last, n), reordered || n < last
			}
			c.activity(module, p, q, i > 0)
		}
	}
	if reordered {
		c.add(Change{In: []Thing{module}, Thing: Thing{Noun: "activities"}, What: Reordered, At: m.Written().Get("activities").At()})
	}
	for _, p := range gone {
		c.lostActivity(p, moved, true)
	}
}

// lostActivity accounts for an activity that is gone, and reports it if it is
// to be told.
func (c *comparison) lostActivity(p place, moved places, told bool) {
	got := c.old.contents[p]
	c.forgottenInside(p, got)
	if !told {
		return
	}
	ch := Change{In: []Thing{c.moduleThing(p.module)}, Thing: got.thing(), What: Removed, Effect: LostActivity}
	if got.Activity.Kind == course.KindPlan {
		ch.Effect = LostPlan
	}
	if g, ok := moved.guessed[p]; ok {
		ch.Mend = c.mendPlace(p, g)
		ch.At = ch.Mend.At
	}
	c.add(ch)
}

// moduleThing is a module of the old version under its name of today.
func (c *comparison) moduleThing(old string) Thing {
	if m, ok := c.now.modules[c.todayModule(old)]; ok {
		return moduleThing(m)
	}
	return moduleThing(c.old.modules[old])
}

// mendPlace is what to write at an activity that was known by another id, or
// in another module.
func (c *comparison) mendPlace(p place, g guessedPlace) *Mend {
	to := c.now.contents[g.place]
	n := node{thing: to.thing(), at: to.at(), was: texts(to.item().Get("was"))}
	if c.todayModule(p.module) == g.module {
		return mend(p.activity, n, g.alike)
	}
	m := mend(p.module+"/"+p.activity, n, g.alike)
	m.In = moduleThing(c.now.modules[g.module])
	return m
}

// activity compares one activity, wherever it was before. Of one that joined
// another only what is lost is told.
func (c *comparison) activity(module Thing, p, q place, joined bool) {
	old, now := c.old.contents[p], c.now.contents[q]
	thing, in := now.thing(), []Thing{module}
	c.fate(p.module+"/"+p.activity, q.module+"/"+q.activity)
	ch := Change{In: in, Thing: thing, Before: p.activity, Effect: Kept, At: now.at()}
	switch {
	case joined:
		ch.What, ch.Effect = Joined, OneThing
	case c.todayModule(p.module) != q.module:
		ch.What, ch.Before = Moved, p.module+"/"+p.activity
	case p.activity != q.activity:
		ch.What = Renamed
	}
	if ch.What != "" {
		c.add(ch)
	}
	if !joined {
		c.fields(in, thing, activityShape(), old.item(), now.item())
	}
	if old.sound && now.sound {
		c.content(in, p, q, joined)
	}
}
