package diff

import "hearten/course"

// modules compares the modules by their ids, and what they hold.
func (c *comparison) modules() {
	old, now := moduleNodes(c.old.Course), moduleNodes(c.now.Course)
	c.unread()
	m := matched(old, now, c.todayModule)
	c.skipBroken(&m)
	moved := c.activitiesMatched(m)
	if m.reordered() {
		c.add(Change{Thing: Thing{Noun: "modules"}, What: Reordered, At: c.now.Written().Get("modules").At()})
	}
	found := guesses(m)
	became := becameOf(found)
	were := map[int][]node{}
	for i, j := range m.to {
		were[j] = append(were[j], m.old[i])
	}
	for j, n := range m.now {
		if m.from[j] == skipped {
			continue
		}
		fresh := m.from[j] == -1
		if fresh && !became[j] {
			holds := count(len(c.now.modules[n.thing.ID].Activities), "activity", "activities")
			c.add(Change{Thing: n.thing, What: Added, Note: "It has " + holds + ".", At: n.at})
		}
		for _, o := range were[j] {
			c.module(o, n)
		}
		c.activities(n.thing, moved, fresh)
	}
	c.lostModules(m, found, moved)
	c.wrongPlaces(now)
}

// moduleNodes are the modules, with the words of their activities.
func moduleNodes(c *course.Course) []node {
	var all []node
	for _, m := range c.Modules {
		n := nodeOf(m.Written(), Thing{ID: m.ID}, moduleShape(), m.Written().Get("id").At())
		n.thing.Name, n.folder, n.broken = m.Title, m.Folder, m.Broken
		for _, a := range m.Activities {
			n.text += " " + a.Title
		}
		all = append(all, n)
	}
	return all
}

// skipBroken leaves out what lies in a folder whose module.yaml cannot be read
// in one of the versions: whatever was in it is neither gone nor new.
func (c *comparison) skipBroken(m *match) {
	folders := map[string]int{}
	for j, n := range m.now {
		folders[n.folder] = j
	}
	for i, o := range m.old {
		j := m.to[i]
		if at, same := folders[o.folder]; same && j < 0 && m.from[at] < 0 {
			j = at
		}
		if j >= 0 && (o.broken || m.now[j].broken) {
			m.to[i], m.from[j] = skipped, skipped
		}
	}
}

// module compares what module.yaml says of a module itself.
func (c *comparison) module(old, now node) {
	if old.broken || now.broken {
		return
	}
	if old.thing.ID != now.thing.ID {
		c.add(Change{Thing: now.thing, What: Renamed, Before: old.thing.ID, Effect: Kept, At: now.at})
	}
	if old.folder != now.folder {
		c.add(Change{Thing: now.thing, What: Changed, Field: "folder", Old: old.folder, New: now.folder, Effect: Kept, At: now.at})
	}
	s := moduleShape()
	c.fields(nil, now.thing, s, old.Node, now.Node)
	for _, p := range s.parts {
		c.list(siblings{in: []Thing{now.thing}, shape: p.of, old: old.Get(p.key), now: now.Get(p.key)})
	}
}

// lostModules reports the modules that are gone. Of one that seems to have
// become another nothing more is said: with the was: all comes back.
func (c *comparison) lostModules(m match, found map[int]guess, moved places) {
	for _, i := range m.gone() {
		o := m.old[i]
		c.fate(o.thing.ID, "")
		ch := Change{Thing: o.thing, What: Removed, Effect: LostModule}
		if g, ok := found[i]; ok {
			ch.Mend = mend(o.thing.ID, m.now[g.added], g.likeness > 0)
			ch.At = ch.Mend.At
		}
		c.add(ch)
		for _, p := range moved.gone[o.thing.ID] {
			_, guessed := moved.guessed[p]
			c.lostActivity(p, moved, ch.Mend == nil && guessed)
		}
	}
	for i, o := range m.old {
		if j := m.to[i]; j >= 0 && !o.broken {
			c.fate(o.thing.ID, m.now[j].thing.ID)
		}
	}
}

// unread names the modules and activities with mistakes in them.
func (c *comparison) unread() {
	for _, side := range []struct {
		version
		of string
	}{{c.old, "old"}, {c.now, "new"}} {
		for _, m := range side.Modules {
			if m.Broken {
				c.add(Change{Thing: moduleThing(m), What: Unread, Field: side.of})
			}
			for _, a := range m.Activities {
				if got := side.contents[place{m.ID, a.ID}]; !got.sound {
					c.add(Change{In: []Thing{moduleThing(m)}, Thing: got.thing(), What: Unread, Field: side.of, At: got.at()})
				}
			}
		}
	}
}
