// Package diff says what changed between two versions of a course, and what
// that means for learners who are in the middle of it.
package diff

import (
	"cmp"
	"slices"

	"hearten/course"
	"hearten/course/source"
)

// Report is what changed, module by module in the order of the new version.
// An activity that is gone stands where it stood, a module at the end.
type Report struct {
	Changes []Change
	Fates   []Fate // of every id of the old version that results hang on
}

// Change is one thing that is not as it was.
type Change struct {
	In     []Thing // what it lies in: the module, the activity, the question …
	Thing  Thing   // as it is now, or as it was where it is gone
	What   What
	Before string // of Renamed, Moved and Joined: the earlier id; may name its module
	Field  string // of Reworded and Changed: what of it, in words
	Old    string // what it said before, and now; of long texts what differs
	New    string
	Note   string // a sentence more about this one
	Effect Effect
	Mend   *Mend
	At     source.Pos // in the new version; zero where there is no such place
}

// Thing is a part of a course as a trainer knows it.
type Thing struct {
	Noun string // module, quiz, question …
	ID   string
	Name string // the words it is known by
	// Made says that nobody gave it an id: it is made from its words.
	Made bool
}

// What happened to a thing.
type What string

// What can happen.
const (
	Added     What = "added"
	Removed   What = "removed"
	Renamed   What = "renamed"
	Moved     What = "moved"  // to another module
	Joined    What = "joined" // with what else became it
	Reordered What = "reordered"
	Reworded  What = "reworded"
	Changed   What = "changed"
	Story     What = "story"     // of a scenario: what its runs meet
	Unread    What = "unread"    // it has mistakes, and was left out
	WrongWas  What = "wrong-was" // its was: names what there never was
)

// Mend is what to write so that nobody loses what hung on an earlier id.
type Mend struct {
	At    source.Pos // the thing of the new version that it belongs to
	Thing Thing
	In    Thing    // the module it is in, where that is another one; else zero
	Was   []string // all that its was: should hold
	// Key is set where only words stand there: they become the value of this
	// key, so that was: can stand beside them.
	Key   string
	Words string
	// Alike says that its words are much the same; otherwise it only stands in
	// the same place.
	Alike bool
}

// Fate is where the results under an id belong in the new version. Ids are
// written with what they lie in, as module/activity/questions/id.
type Fate struct {
	Old, New string // New is empty for what is orphaned
}

// Compare finds what changed from one version of a course to another.
func Compare(old, now *course.Course) Report {
	c := &comparison{old: versionOf(old), now: versionOf(now), renames: renamesOf(now), oldRenames: renamesOf(old)}
	c.course()
	c.modules()
	return Report{c.changes, c.fates}
}

// Worst is how much the gravest change means to a learner.
func (r Report) Worst() Weight {
	worst := Harmless
	for _, ch := range r.Changes {
		worst = max(worst, ch.Effect.Weight())
	}
	return worst
}

// Of is the changes of a weight.
func (r Report) Of(w Weight) []Change {
	return slices.DeleteFunc(slices.Clone(r.Changes), func(ch Change) bool { return ch.Effect.Weight() != w })
}

// That is the changes of a sort.
func (r Report) That(w What) []Change {
	return slices.DeleteFunc(slices.Clone(r.Changes), func(ch Change) bool { return ch.What != w })
}

// comparison is a report in the making.
type comparison struct {
	old, now version
	changes  []Change
	fates    []Fate

	renames, oldRenames map[place]place
}

func (c *comparison) add(ch Change) { c.changes = append(c.changes, ch) }

func (c *comparison) fate(old, now string) { c.fates = append(c.fates, Fate{old, now}) }

// course compares what course.yaml says.
func (c *comparison) course() {
	old, now := c.old.Written(), c.now.Written()
	thing := Thing{Noun: "course", ID: c.now.ID, Name: c.now.Title}
	if c.old.ID != c.now.ID {
		c.add(Change{Thing: thing, What: Changed, Field: "id", Old: c.old.ID, New: c.now.ID, Effect: OtherCourse, At: now.Get("id").At()})
	}
	s := courseShape()
	c.fields(nil, thing, s, old, now)
	for _, p := range s.parts {
		c.list(siblings{in: []Thing{thing}, shape: p.of, old: old.Get(p.key), now: now.Get(p.key)})
	}
}

// within is a path with one thing more.
func within(in []Thing, t Thing) []Thing { return append(in[:len(in):len(in)], t) }

// bySeverity sorts changes, gravest first, and leaves alike ones in order.
func bySeverity(all []Change) []Change {
	return slices.SortedStableFunc(slices.Values(all), func(a, b Change) int {
		return cmp.Compare(b.Effect.Weight(), a.Effect.Weight())
	})
}
