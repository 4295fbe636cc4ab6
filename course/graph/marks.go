package graph

import (
	"strconv"

	"hearten/course/scenario"
)

// mark is a finding of the checker at the place it concerns.
type mark struct{ scenario.Finding }

func (m mark) severity() string {
	if m.Warning {
		return "warning"
	}
	return "error"
}

// sign is the mark's shape, so that nobody has to see its colour.
func (m mark) sign() string {
	if m.Warning {
		return "▲"
	}
	return "✖"
}

// mark puts every finding where it belongs; what belongs to no scene, choice
// or ending belongs to the whole.
func (m *Map) mark(at map[string]int, findings []scenario.Finding) {
	for _, f := range findings {
		if !m.put(at, mark{f}) {
			m.whole = append(m.whole, mark{f})
		}
	}
}

func (m *Map) put(at map[string]int, f mark) bool {
	path := f.Path
	if len(path) < 2 || path[0] != "scenes" && path[0] != "endings" {
		return false
	}
	i, known := at[path[1]]
	if !known {
		return false
	}
	n := &m.nodes[i]
	if len(path) < 4 || path[2] != "choices" {
		n.marks = append(n.marks, f)
		return true
	}
	for c := range n.choices {
		if n.choices[c].ID == path[3] {
			m.putOnChoice(&n.choices[c], f)
			return true
		}
	}
	n.marks = append(n.marks, f)
	return true
}

// putOnChoice marks a choice, or the one branch of it that is meant.
func (m *Map) putOnChoice(c *choice, f mark) {
	if len(f.Path) > 5 && f.Path[4] == "to" {
		if b, err := strconv.Atoi(f.Path[5]); err == nil && b >= 0 && c.first+b < c.last {
			m.edges[c.first+b].marks = append(m.edges[c.first+b].marks, f)
			return
		}
	}
	c.marks = append(c.marks, f)
}
