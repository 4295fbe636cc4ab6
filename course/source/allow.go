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

func (f *file) allow(at, list *node) {
	for _, code := range (Node{list}).Items() {
		f.allows = append(f.allows, allowed{at.line, at.last, code})
	}
}

// Silence takes out the warnings that an allow: near them names, and warns of
// every allow: that was not needed. Nodes are the tops of all files read.
func Silence(ps []Problem, tops []Node) []Problem {
	type place struct {
		file string
		a    allowed
		used bool
	}
	var all []place
	seen := map[*file]bool{}
	for _, top := range tops {
		if top.n == nil || seen[top.n.file] {
			continue
		}
		seen[top.n.file] = true
		for _, a := range top.n.file.allows {
			all = append(all, place{top.n.file.name, a, false})
		}
	}
	kept := slices.DeleteFunc(slices.Clone(ps), func(p Problem) bool {
		hit := false
		for i := range all {
			a := &all[i]
			if p.Severity == Warning && p.At.File == a.file && p.Code == a.a.code.Text().Value && p.At.Line >= a.a.first && p.At.Line <= a.a.last {
				a.used, hit = true, true
			}
		}
		return hit
	})
	for _, a := range all {
		if !a.used {
			kept = append(kept, a.a.code.Problem(Warning, 0, 0, "unused-allow",
				fmt.Sprintf("there is no warning %q here to allow", a.a.code.Text().Value), "take it out"))
		}
	}
	return kept
}
