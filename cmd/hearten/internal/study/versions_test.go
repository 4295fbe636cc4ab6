package study

import (
	"fmt"
	"slices"
	"strings"
	"testing/fstest"

	"pgregory.net/rapid"

	"hearten/course"
	"hearten/course/source"
)

// thing is a part of a made-up course. One without an id is known by its words.
type thing struct {
	kind, id, words string
	was             []string
	kids            []*thing
}

// known is the id that results are kept under.
func (x *thing) known() string {
	if x.id == "" {
		return source.HashID(x.words)
	}
	return x.id
}

func (x *thing) copied() *thing {
	y := *x
	y.was, y.kids = slices.Clone(x.was), nil
	for _, kid := range x.kids {
		y.kids = append(y.kids, kid.copied())
	}
	return &y
}

// holds says what lies in a kind of thing, and whether it may have no id.
func holds(kind string) (kids []string, least int) {
	switch kind {
	case "course":
		return []string{"module"}, 1
	case "module":
		return []string{"quiz", "quiz", "scenario", "reflection", "tension", "lesson", "plan"}, 1
	case "quiz":
		return []string{"question", "order"}, 1
	case "question":
		return []string{"option"}, 3
	case "order":
		return []string{"item"}, 2
	case "reflection":
		return []string{"prompt"}, 1
	case "scenario":
		return []string{"scene"}, 2
	case "scene":
		return []string{"choice"}, 2
	case "tension":
		return []string{"pole"}, 2
	}
	return nil, 0
}

// maker makes things with words and ids that nothing else has.
type maker struct {
	t    *rapid.T
	n    int
	last *thing // what was edited last
}

func (m *maker) pick(of int, what string) int { return rapid.IntRange(0, of-1).Draw(m.t, what) }

func (m *maker) make(kind string) *thing {
	m.n++
	x := &thing{kind: kind, id: fmt.Sprintf("%s-%d", kind, m.n), words: fmt.Sprintf("Words %d of a %s", m.n, kind)}
	if slices.Contains([]string{"option", "item", "prompt", "pole"}, kind) && m.pick(2, "made") == 0 {
		x.id = ""
	}
	kinds, least := holds(kind)
	if len(kinds) == 0 {
		return x
	}
	more := 2
	if kind == "tension" || kind == "order" {
		more = 1
	}
	for range least + m.pick(more, "more") {
		x.kids = append(x.kids, m.make(kinds[m.pick(len(kinds), "kind")]))
	}
	return x
}

// all are the things of a kind that something can be done to, with what each
// lies in.
func all(x *thing, visit func(parent, x *thing)) {
	for _, kid := range x.kids {
		visit(x, kid)
		all(kid, visit)
	}
}

// related says that one thing lies in the other, or both in the same.
func related(parent, x, last *thing) bool {
	return last != nil && x != last && (parent == last || slices.Contains(x.kids, last) || slices.Contains(parent.kids, last))
}

// edit does one thing that an author might do.
func (m *maker) edit(c *thing) {
	type spot struct{ parent, x *thing }
	var spots []spot
	all(c, func(parent, x *thing) { spots = append(spots, spot{parent, x}) })
	near := slices.DeleteFunc(slices.Clone(spots), func(s spot) bool { return !related(s.parent, s.x, m.last) })
	if len(near) > 0 && m.pick(3, "near") > 0 {
		spots = near
	}
	s := spots[m.pick(len(spots), "spot")]
	m.last = s.x
	_, least := holds(s.parent.kind)
	switch x := s.x; m.pick(6, "edit") {
	case 0: // another id, or other words
		old := x.known()
		m.n++
		if x.id != "" {
			x.id = fmt.Sprintf("%s-%d", x.kind, m.n)
		} else {
			x.words = fmt.Sprintf("Words %d of a %s", m.n, x.kind)
		}
		if m.pick(2, "was") == 0 {
			x.was = append(x.was, old)
		}
	case 1:
		if len(s.parent.kids) > least {
			s.parent.kids = slices.DeleteFunc(s.parent.kids, func(k *thing) bool { return k == x })
		}
	case 2:
		if s.parent.kind != "tension" {
			at := m.pick(len(s.parent.kids)+1, "at")
			kinds, _ := holds(s.parent.kind)
			s.parent.kids = slices.Insert(s.parent.kids, at, m.make(kinds[m.pick(len(kinds), "kind")]))
		}
	case 3:
		s.parent.kids = rapid.Permutation(s.parent.kids).Draw(m.t, "order")
	case 4: // a was: that names a neighbour, which may still be there
		neighbour := s.parent.kids[m.pick(len(s.parent.kids), "neighbour")]
		if neighbour != x {
			x.was = append(x.was, neighbour.known())
		}
	case 5:
		m.move(c, s.parent, x)
	}
}

// move puts an activity into another module.
func (m *maker) move(c, from, x *thing) {
	to := c.kids[m.pick(len(c.kids), "to")]
	if from.kind != "module" || to.kind != "module" || to == from || len(from.kids) < 2 {
		return
	}
	from.kids = slices.DeleteFunc(from.kids, func(k *thing) bool { return k == x })
	to.kids = append(to.kids, x)
	if m.pick(2, "was") == 0 {
		x.was = append(x.was, from.id+"/"+x.id)
	}
}

// built is the course that things make.
func built(t *rapid.T, c *thing) *course.Course {
	fsys, list := fstest.MapFS{}, ""
	for _, m := range c.kids {
		list += "\n  - " + m.id
		fsys[m.id+"/module.yaml"] = &fstest.MapFile{Data: []byte(m.yaml())}
	}
	fsys["course.yaml"] = &fstest.MapFile{Data: []byte("format: 1\nid: c\ntitle: C\nmodules:" + list + "\n")}
	tree, problems := source.Read(fsys)
	built, more := course.Build(tree)
	if problems = append(problems, more...); source.Errors(problems) > 0 {
		t.Fatalf("the course has problems: %+v", problems)
	}
	for _, m := range built.Modules {
		for _, a := range m.Activities {
			if _, err := built.Take(m.ID, a.ID); err != nil {
				_, problems := built.Open(m.ID, a.ID)
				t.Fatalf("%s/%s: %+v", m.ID, a.ID, problems)
			}
		}
	}
	return built
}

// yaml is a module as its author would write it.
func (x *thing) yaml() string {
	var b strings.Builder
	fmt.Fprintf(&b, "format: 1\nid: %s\ntitle: %s\n%sactivities:\n", x.id, x.words, x.wasLine(""))
	for _, a := range x.kids {
		fmt.Fprintf(&b, "  - %s: %s\n    title: %s\n    minutes: 1\n%s", a.kind, a.id, a.words, a.wasLine("    "))
		switch a.kind {
		case "lesson":
			b.WriteString("    text: Words.\n")
		case "reflection":
			b.WriteString("    prompts:\n" + a.list("ask", ""))
		case "tension":
			b.WriteString("    poles:\n" + a.list("name", ""))
		case "quiz":
			a.questions(&b)
		case "scenario":
			a.scenes(&b)
		}
	}
	return b.String()
}

func (x *thing) wasLine(indent string) string {
	if len(x.was) == 0 {
		return ""
	}
	return fmt.Sprintf("%swas: ['%s']\n", indent, strings.Join(x.was, "', '"))
}

// list is the kids of a thing with their words under a key.
func (x *thing) list(key, more string) string {
	var b strings.Builder
	for _, kid := range x.kids {
		fmt.Fprintf(&b, "          - %s: %s\n%s%s", key, kid.words, more, kid.wasLine("            "))
		if kid.id != "" {
			fmt.Fprintf(&b, "            id: %s\n", kid.id)
		}
	}
	return b.String()
}

func (x *thing) questions(b *strings.Builder) {
	b.WriteString("    questions:\n")
	for _, q := range x.kids {
		fmt.Fprintf(b, "      - id: %s\n        ask: %s\n%s", q.id, q.words, q.wasLine("        "))
		if q.kind == "order" {
			b.WriteString("        kind: order\n        why: So.\n        items:\n" + q.list("text", ""))
			continue
		}
		b.WriteString("        kind: choices\n        judgement: true\n        options:\n" + q.list("text", "            why: So.\n"))
	}
}

// scenes tell a story that goes from each scene to the next, except that the
// last choice of each leads to the end.
func (x *thing) scenes(b *strings.Builder) {
	fmt.Fprintf(b, "    start: %s\n    scenes:\n", x.kids[0].id)
	for i, s := range x.kids {
		fmt.Fprintf(b, "      %s:\n        text: %s\n%s        choices:\n", s.id, s.words, s.wasLine("        "))
		for j, c := range s.kids {
			to := "the-end"
			if i+1 < len(x.kids) && j+1 < len(s.kids) {
				to = x.kids[i+1].id
			}
			fmt.Fprintf(b, "          - id: %s\n            say: %s\n            because: So.\n            to: %s\n%s", c.id, c.words, to, c.wasLine("            "))
		}
	}
	b.WriteString("    endings:\n      the-end: {title: End, outcome: good, text: End.}\n")
}
