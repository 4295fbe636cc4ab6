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
		if item.id() == step {
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
		n.index[Node{n.parts[i].node}.id()] = n.parts[i].node
	}
}

// id is what an item of a list is known by.
func (n Node) id() string {
	for _, field := range []string{"id", "name"} {
		if id := n.Get(field); id.n != nil {
			return id.Text().Value
		}
	}
	for _, field := range []string{"text", "ask", "left"} {
		if text := n.Get(field); text.n != nil {
			return HashID(text.Text().Value)
		}
	}
	return n.Text().Value
}

// HashID is the id of something that was given none: the first 8 hex digits
// of the SHA-256 of its text, as learners read it.
func HashID(text string) string {
	sum := sha256.Sum256([]byte(Shown(text)))
	return hex.EncodeToString(sum[:4])
}
