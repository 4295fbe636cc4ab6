package scenario_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"hearten/course/scenario"
)

// mutator breaks a story in one way, wherever it can be broken so.
type mutator struct {
	name string
	make func(scenario.Spec) []scenario.Spec
}

func mutators() []mutator {
	return slices.Concat(targetMutators(), conditionMutators(), choiceMutators(), wholeMutators())
}

// clone is a spec whose parts can be changed without changing its model's.
func clone(s scenario.Spec) scenario.Spec {
	s.Meters, s.Flags, s.Scenes = slices.Clone(s.Meters), slices.Clone(s.Flags), slices.Clone(s.Scenes)
	for i := range s.Scenes {
		scene := &s.Scenes[i]
		scene.Text, scene.Choices = slices.Clone(scene.Text), slices.Clone(scene.Choices)
		for j := range scene.Choices {
			c := &scene.Choices[j]
			c.Change, c.Set, c.To = slices.Clone(c.Change), slices.Clone(c.Set), slices.Clone(c.To)
		}
	}
	return s
}

// each makes a mutant of every part that a walk comes to: the walk calls its
// function for each part there is, in the same order every time. A change
// that says no has found nothing to break there.
func each[T any](s scenario.Spec, walk func(*scenario.Spec, func(T)), change func(*scenario.Spec, T) bool) []scenario.Spec {
	parts := 0
	walk(&s, func(T) { parts++ })
	var all []scenario.Spec
	for wanted := range parts {
		mutant, i, changed := clone(s), 0, false
		walk(&mutant, func(part T) {
			if i == wanted {
				changed = change(&mutant, part)
			}
			i++
		})
		if changed {
			all = append(all, mutant)
		}
	}
	return all
}

// spot is a choice and the scene it stands in; branch is one of its branches
// where the walk is over branches.
type spot struct{ scene, choice, branch int }

func (p spot) of(s *scenario.Spec) *scenario.Choice { return &s.Scenes[p.scene].Choices[p.choice] }

func choices(s *scenario.Spec, visit func(spot)) {
	for i := range len(s.Scenes) {
		for j := range len(s.Scenes[i].Choices) {
			visit(spot{i, j, 0})
		}
	}
}

func branches(s *scenario.Spec, visit func(spot)) {
	for i := range len(s.Scenes) {
		for j := range len(s.Scenes[i].Choices) {
			for k := range len(s.Scenes[i].Choices[j].To) {
				visit(spot{i, j, k})
			}
		}
	}
}

// whens walks over all conditions that are there.
func whens(s *scenario.Spec, visit func(*string)) {
	walk := func(when *string) {
		if *when != "" {
			visit(when)
		}
	}
	for i := range s.Scenes {
		for j := range s.Scenes[i].Text {
			walk(&s.Scenes[i].Text[j].When)
		}
		for j := range s.Scenes[i].Choices {
			c := &s.Scenes[i].Choices[j]
			walk(&c.When)
			for k := range c.To {
				walk(&c.To[k].When)
			}
		}
	}
}

func conditionMutators() []mutator {
	rewritten := func(name, format string) mutator {
		return mutator{name, func(s scenario.Spec) []scenario.Spec {
			return each(s, whens, func(_ *scenario.Spec, when *string) bool {
				*when = fmt.Sprintf(format, *when)
				return true
			})
		}}
	}
	return []mutator{
		rewritten("a condition is turned round", "not (%s)"),
		rewritten("a condition always holds", "(%[1]s) or not (%[1]s)"),
		rewritten("a condition never holds", "(%[1]s) and not (%[1]s)"),
		{"a threshold is raised", func(s scenario.Spec) []scenario.Spec { return thresholds(s, 1) }},
		{"a threshold is lowered", func(s scenario.Spec) []scenario.Spec { return thresholds(s, -1) }},
		{"a condition is left out", func(s scenario.Spec) []scenario.Spec {
			return each(s, whens, func(_ *scenario.Spec, when *string) bool {
				*when = ""
				return true
			})
		}},
	}
}

// thresholds moves the first number of each condition.
func thresholds(s scenario.Spec, by int) []scenario.Spec {
	number := regexp.MustCompile(`[^a-z0-9_]-?\d+`)
	return each(s, whens, func(_ *scenario.Spec, when *string) bool {
		at := number.FindStringIndex(*when)
		if at == nil {
			return false
		}
		n, err := strconv.Atoi((*when)[at[0]+1 : at[1]])
		if err != nil {
			panic(err)
		}
		*when = (*when)[:at[0]+1] + strconv.Itoa(n+by) + (*when)[at[1]:]
		return true
	})
}

// after is the next target but one's own, in the order of scenes and endings.
func after(s *scenario.Spec, id string) string {
	var ids []string
	for _, sc := range s.Scenes {
		ids = append(ids, sc.ID)
	}
	for _, e := range s.Endings {
		ids = append(ids, e.ID)
	}
	return ids[(slices.Index(ids, id)+1)%len(ids)]
}

func targetMutators() []mutator {
	led := func(name string, to func(s *scenario.Spec, p spot) string) mutator {
		return mutator{name, func(s scenario.Spec) []scenario.Spec {
			return each(s, branches, func(m *scenario.Spec, p spot) bool {
				p.of(m).To[p.branch].To = to(m, p)
				return true
			})
		}}
	}
	return []mutator{
		led("a target is dropped", func(*scenario.Spec, spot) string { return "" }),
		led("a target is misspelt", func(m *scenario.Spec, p spot) string { return p.of(m).To[p.branch].To + "x" }),
		led("a branch leads elsewhere", func(m *scenario.Spec, p spot) string { return after(m, p.of(m).To[p.branch].To) }),
		led("a branch leads back to the start", func(m *scenario.Spec, _ spot) string { return m.Start }),
		{"a branch is dropped", func(s scenario.Spec) []scenario.Spec {
			return each(s, branches, func(m *scenario.Spec, p spot) bool {
				c := p.of(m)
				if len(c.To) < 2 {
					return false
				}
				c.To = slices.Delete(c.To, p.branch, p.branch+1)
				c.To[len(c.To)-1].When = ""
				return true
			})
		}},
		{"a pit is dug", func(s scenario.Spec) []scenario.Spec { return each(s, branches, dig) }},
	}
}

// dig lets a branch lead to a scene whose only way leads to a scene that
// nobody can leave.
func dig(m *scenario.Spec, p spot) bool {
	m.Flags = append(m.Flags, "rope")
	out := m.Endings[0].ID
	m.Scenes = append(m.Scenes,
		scenario.Scene{ID: "slope", Choices: []scenario.Choice{{ID: "slide", To: []scenario.Branch{{To: "pit"}}}}},
		scenario.Scene{ID: "pit", Choices: []scenario.Choice{{ID: "climb", When: "rope", To: []scenario.Branch{{To: out}}}}})
	p.of(m).To[p.branch].To = "slope"
	return true
}
