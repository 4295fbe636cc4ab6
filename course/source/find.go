package source

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// Find follows a path of names, ids and indexes as far as it leads.
func (n Node) Find(path ...string) Node {
	for _, step := range path {
		next := n.Value(step)
		if next.n == nil {
			next = n.item(step)
		}
		if next.n == nil {
			return n
		}
		n = next
	}
	return n
}

func (n Node) item(step string) Node {
	if n.n != nil && n.n.index != nil {
		return Node{n.n.index[step]}
	}
	items := n.Items()
	for _, item := range items {
		if id, _ := item.ID(); id == step {
			return item
		}
	}
	if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(items) {
		return items[i]
	}
	return Node{}
}

// indexed makes the index of what has so many parts that it needs one.
func (n *node) indexed() {
	if len(n.parts) <= handful {
		return
	}
	n.index = make(map[string]*node, 2*len(n.parts))
	if n.kind != List {
		for _, p := range n.parts {
			n.index[p.name] = p.node
		}
		return
	}
	for i := len(n.parts) - 1; i >= 0; i-- {
		n.index[strconv.Itoa(i)] = n.parts[i].node
	}
	for i := len(n.parts) - 1; i >= 0; i-- {
		id, _ := Node{n.parts[i].node}.ID()
		n.index[id] = n.parts[i].node
	}
}

// ID is what a thing is known by among its siblings: the id that it was given,
// or else one made from its words. What is itself a name is its own id.
func (n Node) ID() (id string, made bool) {
	for _, key := range idKeys(n) {
		if given := n.Get(key); given.OK() {
			return given.Text().Value, false
		}
	}
	for _, key := range []string{"ask", "text", "left", "name"} {
		if words := n.Get(key); words.n != nil {
			return HashID(words.Text().Value), true
		}
	}
	text := n.Text().Value
	if n.n != nil && n.n.kind == Prose {
		return HashID(text), true
	}
	return text, false
}

// idKeys are the keys that an id may stand under: that of an activity's kind
// is its id.
func idKeys(n Node) []string {
	if n.n != nil && n.n.kind == Activity {
		return ActivityKinds()
	}
	return []string{"id"}
}

// HashID is the id of something that was given none: the first 8 hex digits
// of the SHA-256 of its text, as learners read it.
func HashID(text string) string {
	sum := sha256.Sum256([]byte(Shown(text)))
	return hex.EncodeToString(sum[:4])
}
