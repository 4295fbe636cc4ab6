package source

import (
	"fmt"
	"path"
	"slices"
)

// allowed is an allow: of a mapping, with the lines it holds for, and the file
// that the mapping stands for, if there is one: a lesson in Markdown has no
// place for an allow: of its own.
type allowed struct {
	first, last int
	code        Node
	file        string
}

func (f *file) allow(at, list *node) {
	also := ""
	if named := at.value("file"); named != nil {
		also = path.Join(path.Dir(f.name), named.text)
	}
	for _, code := range (Node{list}).Items() {
		f.allows = append(f.allows, allowed{int(at.line), int(at.last), code, also})
	}
}

// covers makes what the top of a file allows hold for another file too, which
// has no place for an allow: of its own.
func (n Node) covers(name string) {
	for i, a := range n.n.file.allows {
		if slices.Contains(n.Get("allow").Items(), a.code) {
			n.n.file.allows[i].file = name
		}
	}
}

// holds says that the allowance is for a warning.
func (a allowed) holds(p Problem) bool {
	if p.Severity != Warning || p.Code != a.code.Text().Value {
		return false
	}
	return p.At.File == a.file && a.file != "" || p.At.File == a.code.At().File && p.At.Line >= a.first && p.At.Line <= a.last
}

// Allows says that something in the file of a node is allowed.
func (n Node) Allows() bool { return n.n != nil && len(n.n.file.allows) > 0 }

// Silence takes out the warnings that an allow: near them names, and warns of
// every allow: that was not needed. Nodes are the tops of all files read.
func Silence(ps []Problem, tops []Node) []Problem {
	type place struct {
		a    allowed
		used bool
	}
	near, seen := map[string][]*place{}, map[string]bool{} // by file
	var all []*place
	for _, top := range tops {
		if top.n == nil || seen[top.n.file.name] {
			continue
		}
		name := top.n.file.name
		seen[name] = true
		for _, a := range top.n.file.allows {
			at := &place{a: a}
			all, near[name] = append(all, at), append(near[name], at)
			if a.file != "" {
				near[a.file] = append(near[a.file], at)
			}
		}
	}
	kept := slices.DeleteFunc(slices.Clone(ps), func(p Problem) bool {
		hit := false
		for _, at := range near[p.At.File] {
			if at.a.holds(p) {
				at.used, hit = true, true
			}
		}
		return hit
	})
	for _, at := range all {
		if !at.used {
			kept = append(kept, at.a.code.Problem(Warning, 0, 0, "unused-allow",
				fmt.Sprintf("there is no warning %q here to allow", at.a.code.Text().Value), "take it out"))
		}
	}
	return kept
}
