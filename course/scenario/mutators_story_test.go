package scenario_test

import (
	"fmt"
	"slices"

	"hearten/course/scenario"
)

func choiceMutators() []mutator {
	changed := func(name string, change func(*scenario.Spec, spot) bool) mutator {
		return mutator{name, func(s scenario.Spec) []scenario.Spec { return each(s, choices, change) }}
	}
	return []mutator{
		changed("a way out is removed", func(m *scenario.Spec, p spot) bool {
			scene := &m.Scenes[p.scene]
			scene.Choices = slices.Delete(scene.Choices, p.choice, p.choice+1)
			return true
		}),
		changed("a way out is guarded", guard),
		changed("a loop is closed", func(m *scenario.Spec, p spot) bool {
			c := p.of(m)
			c.Change, c.Set, c.To = nil, nil, []scenario.Branch{{To: m.Scenes[p.scene].ID}}
			return true
		}),
		changed("a change goes past the bounds", func(m *scenario.Spec, p spot) bool {
			c := p.of(m)
			for i := range c.Change {
				span := spanOf(m, c.Change[i].Meter)
				c.Change[i].By += max(min(c.Change[i].By, 1), -1) * span
			}
			return len(c.Change) > 0
		}),
		changed("two choices are made equal", func(m *scenario.Spec, p spot) bool {
			if p.choice == 0 {
				return false
			}
			c, before := p.of(m), spot{p.scene, p.choice - 1, 0}.of(m)
			c.Change, c.Set, c.To = before.Change, before.Set, before.To
			return true
		}),
		changed("a choice is made the best", makeBest),
	}
}

// guard offers a choice only where a meter is at its top, or a flag is set.
func guard(m *scenario.Spec, p spot) bool {
	c := p.of(m)
	switch {
	case c.When != "":
		return false
	case len(m.Flags) > 0:
		c.When = m.Flags[0]
	case len(m.Meters) > 0:
		c.When = fmt.Sprintf("%s == %d", m.Meters[0].Name, m.Meters[0].Max)
	}
	return c.When != ""
}

func spanOf(m *scenario.Spec, meter string) int {
	for _, known := range m.Meters {
		if known.Name == meter {
			return known.Max - known.Min
		}
	}
	return 0
}

// makeBest gives a choice the best of every meter, and takes from all choices
// of its scene what they set.
func makeBest(m *scenario.Spec, p spot) bool {
	scene := &m.Scenes[p.scene]
	for i := range scene.Choices {
		scene.Choices[i].Set = nil
	}
	c := p.of(m)
	c.Change = nil
	for _, meter := range m.Meters {
		by := meter.Max - meter.Min
		if meter.Better == scenario.BetterDown {
			by = -by
		}
		c.Change = append(c.Change, scenario.Change{Meter: meter.Name, By: by})
	}
	return len(scene.Choices) > 1
}

func wholeMutators() []mutator {
	return []mutator{
		{"an ending is orphaned", func(s scenario.Spec) []scenario.Spec {
			return each(s, endings, func(m *scenario.Spec, id string) bool { return retarget(m, id) })
		}},
		{"a scene is orphaned", func(s scenario.Spec) []scenario.Spec {
			return each(s, scenes, func(m *scenario.Spec, id string) bool { return retarget(m, id) })
		}},
		{"the story starts elsewhere", func(s scenario.Spec) []scenario.Spec {
			return each(s, scenes, func(m *scenario.Spec, id string) bool {
				moved := m.Start != id
				m.Start = id
				return moved
			})
		}},
		{"a flag is never set", func(s scenario.Spec) []scenario.Spec { return each(s, flags, neverSet) }},
		{"a flag is set that nothing reads", func(s scenario.Spec) []scenario.Spec {
			return each(s, choices, func(m *scenario.Spec, p spot) bool {
				m.Flags = append(m.Flags, "mood")
				p.of(m).Set = append(p.of(m).Set, scenario.Set{Flag: "mood", To: true})
				return true
			})
		}},
		{"a meter stands still", func(s scenario.Spec) []scenario.Spec { return each(s, meters, stand) }},
		{"a meter starts at its lowest", func(s scenario.Spec) []scenario.Spec {
			return each(s, meters, func(_ *scenario.Spec, meter *scenario.Meter) bool {
				moved := meter.Start != meter.Min
				meter.Start = meter.Min
				return moved
			})
		}},
	}
}

func scenes(s *scenario.Spec, visit func(string)) {
	for _, sc := range s.Scenes {
		visit(sc.ID)
	}
}

func endings(s *scenario.Spec, visit func(string)) {
	for _, e := range s.Endings {
		visit(e.ID)
	}
}

func flags(s *scenario.Spec, visit func(string)) {
	for _, f := range s.Flags {
		visit(f)
	}
}

func meters(s *scenario.Spec, visit func(*scenario.Meter)) {
	for i := range s.Meters {
		visit(&s.Meters[i])
	}
}

// retarget lets all that leads to a scene or ending lead to the next one.
func retarget(m *scenario.Spec, id string) bool {
	instead := after(m, id)
	found := false
	branches(m, func(p spot) {
		if to := &p.of(m).To[p.branch]; to.To == id {
			to.To, found = instead, true
		}
	})
	return found
}

func neverSet(m *scenario.Spec, flag string) bool {
	choices(m, func(p spot) {
		c := p.of(m)
		c.Set = slices.DeleteFunc(c.Set, func(s scenario.Set) bool { return s.Flag == flag && s.To })
	})
	return true
}

func stand(m *scenario.Spec, meter *scenario.Meter) bool {
	choices(m, func(p spot) {
		c := p.of(m)
		c.Change = slices.DeleteFunc(c.Change, func(ch scenario.Change) bool { return ch.Meter == meter.Name })
	})
	return true
}
