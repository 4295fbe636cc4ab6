package diff

import (
	"slices"

	"hearten/course/source"
)

// siblings is one list of things in both versions, and what it lies in.
type siblings struct {
	in               []Thing
	shape            shape
	old, now         source.Node
	oldPath, nowPath string            // as Renames has them
	renames          map[string]string // of the new version
	joined           bool              // they lie in a thing that another one is more rightly
	// Of fates: module/activity/, in each version.
	prefix, nowPrefix string
}

// list compares the things of a list by their ids, and what they are made of.
func (c *comparison) list(s siblings) {
	today := func(id string) string {
		if now, ok := s.renames[s.nowPath+"/"+id]; ok {
			return now
		}
		return id
	}
	m := matched(nodes(s.old, s.shape), nodes(s.now, s.shape), today)
	c.kept(s, m)
	if s.shape.sorted && m.reordered() {
		thing := Thing{Noun: plural(s.shape.noun)}
		c.add(Change{In: s.in, Thing: thing, What: Reordered, Effect: s.shape.order, At: s.now.At()})
	}
	c.lost(s, m)
	if !s.joined {
		c.wrongWas(s, m)
	}
}

// kept compares the things that both versions have.
func (c *comparison) kept(s siblings, m match) {
	for i, j := range m.to {
		if j < 0 {
			continue
		}
		o, n := m.old[i], m.now[j]
		c.accounted(s, o.thing.ID, n.thing.ID)
		if m.from[j] != i { // another one is more rightly this
			c.add(Change{In: s.in, Thing: n.thing, What: Joined, Before: o.thing.ID, Effect: OneThing, At: n.at})
		} else {
			if o.thing.ID != n.thing.ID {
				c.add(renamed(s.in, o, n))
			}
			c.fields(s.in, n.thing, s.shape, o.Node, n.Node)
		}
		for _, p := range s.shape.parts {
			next := s
			next.in, next.shape = within(s.in, n.thing), p.of
			next.old, next.now = o.Get(p.key), n.Get(p.key)
			next.oldPath, next.nowPath = s.oldPath+"/"+o.thing.ID+"/"+p.path, s.nowPath+"/"+n.thing.ID+"/"+p.path
			next.joined = s.joined || m.from[j] != i
			c.list(next)
		}
	}
}

// renamed is the change of an id. Of one that was made from words, it is these
// that changed; where they did not, the thing was given an id.
func renamed(in []Thing, o, n node) Change {
	ch := Change{In: in, Thing: n.thing, What: Renamed, Before: o.thing.ID, Effect: Kept, At: n.at}
	if o.thing.Made {
		ch.Old, ch.New = changedPart(o.thing.Name, n.thing.Name)
	}
	return ch
}

// lost reports the things that are gone, what they may have become, and the
// things that are new.
func (c *comparison) lost(s siblings, m match) {
	var found map[int]guess
	if !s.shape.free && !s.joined {
		found = guesses(m)
	}
	for _, i := range m.gone() {
		o := m.old[i]
		c.forgotten(s, o)
		ch := Change{In: s.in, Thing: o.thing, What: Removed, Effect: s.shape.lost}
		if g, ok := found[i]; ok && s.shape.lost != LostAsk {
			ch.Mend = mend(o.thing.ID, m.now[g.added], g.likeness > 0)
			ch.At = ch.Mend.At
			if o.thing.Made && ch.Mend.Alike {
				ch.Old, ch.New = changedPart(o.thing.Name, m.now[g.added].thing.Name)
			}
		}
		c.add(ch)
	}
	became := becameOf(found)
	for _, j := range m.added() {
		if became[j] || s.joined {
			continue
		}
		ch := Change{In: s.in, Thing: m.now[j].thing, What: Added, At: m.now[j].at}
		if len(m.old) > 0 {
			ch.Effect = s.shape.more
		}
		c.add(ch)
	}
}

// becameOf is the new things that have much the same words as one that is
// gone, so that they need not be told of as well.
func becameOf(found map[int]guess) map[int]bool {
	all := map[int]bool{}
	for _, g := range found {
		if g.likeness > 0 {
			all[g.added] = true
		}
	}
	return all
}

// mend is what to write at a new thing that was known by an older id.
func mend(id string, n node, alike bool) *Mend {
	was := append(slices.Clone(n.was), id)
	return &Mend{At: n.at, Thing: n.thing, Was: was, Key: n.key, Words: n.thing.Name, Alike: alike}
}

// accounted notes where results under an id belong now.
func (c *comparison) accounted(s siblings, old, now string) {
	if s.shape.free {
		return
	}
	to := ""
	if now != "" {
		to = s.nowPrefix + s.nowPath + "/" + now
	}
	c.fate(s.prefix+s.oldPath+"/"+old, to)
}

// forgotten notes that a thing is gone, with all that lies in it.
func (c *comparison) forgotten(s siblings, o node) {
	c.accounted(s, o.thing.ID, "")
	for _, p := range s.shape.parts {
		next := s
		next.shape, next.oldPath = p.of, s.oldPath+"/"+o.thing.ID+"/"+p.path
		for _, inner := range nodes(o.Get(p.key), p.of) {
			c.forgotten(next, inner)
		}
	}
}

// fields compares what a thing says, key by key.
func (c *comparison) fields(in []Thing, t Thing, s shape, old, now source.Node) {
	for _, f := range s.fields {
		a, b := said(value(old, f.key), f), said(value(now, f.key), f)
		if a == b || f.words == "" && t.Made {
			continue
		}
		what := Changed
		if f.prose && a != "" && b != "" {
			what = Reworded
		}
		a, b = changedPart(a, b)
		at := value(now, f.key).At()
		if at == (source.Pos{}) {
			at = now.At()
		}
		c.add(Change{In: in, Thing: t, What: what, Field: f.words, Old: a, New: b, Effect: f.effect, At: at})
	}
}

// said is a field as it is compared and told.
func said(n source.Node, f field) string {
	text := flat(n)
	switch {
	case text == "" && f.unset != "":
		return f.unset
	case !f.yesNo:
		return text
	case text == "true":
		return "yes"
	}
	return "no"
}

func plural(noun string) string { return noun + "s" }
