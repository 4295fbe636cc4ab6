package lint

import "hearten/course/source"

// relative is a thing with an id among its siblings, and its was:, if any.
type relative struct {
	id  string
	was []source.Node
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
		r := relative{id, child.Get("was").Items()}
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
