package source

import (
	"fmt"
	"slices"
)

// allowed is an allow: of a mapping, with the lines it holds for.
type allowed struct {
	first, last int
	code        Node
}

func (f *file) allow(first, last int, list *node) {
	for _, code := range (Node{list}).Items() {
		f.allows = append(f.allows, allowed{first, last, code})
	}
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
	all := map[string][]*place{}
	var files []string
	for _, top := range tops {
		if top.n == nil || all[top.n.file.name] != nil {
			continue
		}
		name := top.n.file.name
		files, all[name] = append(files, name), []*place{}
		for _, a := range top.n.file.allows {
			all[name] = append(all[name], &place{a: a})
		}
	}
	kept := slices.DeleteFunc(slices.Clone(ps), func(p Problem) bool {
		hit := false
		for _, at := range all[p.At.File] {
			if p.Severity == Warning && p.Code == at.a.code.Text().Value && p.At.Line >= at.a.first && p.At.Line <= at.a.last {
				at.used, hit = true, true
			}
		}
		return hit
	})
	for _, name := range files {
		for _, at := range all[name] {
			if !at.used {
				kept = append(kept, at.a.code.Problem(Warning, 0, 0, "unused-allow",
					fmt.Sprintf("there is no warning %q here to allow", at.a.code.Text().Value), "take it out"))
			}
		}
	}
	return kept
}
