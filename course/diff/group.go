package diff

import (
	"cmp"
	"slices"

	"hearten/course"
)

// Group is what changed in one activity, or beside the activities of a module,
// or beside the modules of the course.
type Group struct {
	Module   Thing // the course, where it is about no module
	Activity Thing // zero where it is about no activity
	Changes  []Change
}

// Groups are the changes by module and activity, in the order in which they
// were first met; in each, the gravest first.
func (r Report) Groups() []Group {
	var all []Group
	at := map[[4]string]int{}
	turn := map[string]int{} // of modules
	for _, ch := range r.Changes {
		g := groupOf(ch)
		key := [4]string{g.Module.Noun, g.Module.ID, g.Activity.Noun, g.Activity.ID}
		i, ok := at[key]
		if !ok {
			i = len(all)
			at[key] = i
			all = append(all, g)
			if _, ok := turn[g.Module.ID]; !ok {
				turn[g.Module.ID] = len(turn)
			}
		}
		all[i].Changes = append(all[i].Changes, ch)
	}
	slices.SortStableFunc(all, func(a, b Group) int { return cmp.Compare(turn[a.Module.ID], turn[b.Module.ID]) })
	for i := range all {
		all[i].Changes = bySeverity(all[i].Changes)
	}
	return all
}

func groupOf(ch Change) Group {
	g := Group{Module: Thing{Noun: "course"}}
	for _, t := range within(ch.In, ch.Thing) {
		switch {
		case t.Noun == "module" || t.Noun == "course":
			g.Module = t
		case isActivity(t):
			g.Activity = t
		}
	}
	return g
}

// isActivity says that a thing is a step of a module.
func isActivity(t Thing) bool {
	return t.Noun == tensionMap || slices.Contains(course.Kinds(), course.Kind(t.Noun))
}

const tensionMap = "tension map"
