package lint

import (
	"fmt"

	"hearten/course"
	"hearten/course/source"
)

// relative is a thing with an id among its siblings, and the ids it had.
type relative struct {
	id  string
	was []former
}

// former is an old id among those of the siblings, and where it is written.
type former struct {
	id   string
	node source.Node
}

// clash is an old id that its thing cannot have had alone: something else has
// it still, or names it as its own further up.
type clash struct {
	node, above source.Node // above is not OK for what is still in use
}

// clashes are the old ids of siblings that cannot be right, in order.
func clashes(all []relative) []clash {
	var found []clash
	there, first := map[string]bool{}, map[string]source.Node{}
	for _, r := range all {
		there[r.id] = true
	}
	for _, r := range all {
		for _, old := range r.was {
			above, twice := first[old.id]
			switch {
			case there[old.id] && old.id != r.id:
				found = append(found, clash{node: old.node})
			case twice:
				found = append(found, clash{old.node, above})
			default:
				first[old.id] = old.node
			}
		}
	}
	return found
}

func (c clash) inUse() bool { return !c.above.OK() }

// problem says what is wrong with the old id: something beside it has it, or it
// is named in another place.
func (c clash) problem(beside string, place func(source.Pos) string) source.Problem {
	id := c.node.Text().Value
	if c.inUse() {
		return c.node.Problem(source.Warning, 0, 0, "was-in-use",
			fmt.Sprintf("%q is still there%s, and what learners do in it would be counted here", id, beside),
			"take it out of was:, or give the other one a new id")
	}
	return c.node.Problem(source.Warning, 0, 0, "was-twice",
		fmt.Sprintf("%q is named in %s already, and what learners did can go to one place only", id, place(c.above.At())),
		"keep it where the rest of it went, and take the other one out")
}

// clashesWithin are the clashes inside the activities of a module.
func clashesWithin(m Module, inUse bool) []source.Problem {
	var ps []source.Problem
	line := func(at source.Pos) string { return fmt.Sprintf("line %d", at.Line) }
	for _, c := range m.Contents {
		families(c.Written(), func(all []relative) {
			for _, found := range clashes(all) {
				if found.inUse() == inUse {
					ps = append(ps, found.problem(" beside this", line))
				}
			}
		})
	}
	return ps
}

// clashesBetween are the clashes of modules and activities. An old id may have
// been one of another module, so no rule of a module finds them.
func clashesBetween(c *course.Course) []source.Problem {
	if len(c.Renames) == 0 {
		return nil
	}
	var all []relative
	for _, m := range c.Modules {
		all = append(all, relativeOf(m.ID, m.Written(), func(old string) string { return old }))
		for _, a := range m.Activities {
			all = append(all, relativeOf(m.ID+"/"+a.ID, a.Written(), func(old string) string {
				module, activity := m.Former(old)
				return module + "/" + activity
			}))
		}
	}
	var ps []source.Problem
	for _, found := range clashes(all) {
		ps = append(ps, found.problem("", func(at source.Pos) string { return fmt.Sprintf("%s:%d", at.File, at.Line) }))
	}
	return ps
}

// families calls visit with every list of siblings in a thing one of which was
// known by other ids.
func families(n source.Node, visit func([]relative)) {
	if !n.Renamed() {
		return
	}
	var all []relative
	renamed := false
	add := func(id string, child source.Node) {
		r := relativeOf(id, child, func(old string) string { return old })
		all, renamed = append(all, r), renamed || len(r.was) > 0
		families(child, visit)
	}
	for _, item := range n.Items() {
		id, _ := item.ID()
		add(id, item)
	}
	for _, name := range n.Names() {
		add(name.Value, n.Value(name.Value))
	}
	if renamed {
		visit(all)
	}
}

func relativeOf(id string, n source.Node, whole func(old string) string) relative {
	r := relative{id: id}
	for _, old := range n.Get("was").Items() {
		r.was = append(r.was, former{whole(old.Text().Value), old})
	}
	return r
}
