package scenario

import (
	"fmt"
	"strconv"
	"strings"
)

// builder makes a story of a spec. It never stops at a mistake, so that an
// author sees all of them at once.
type builder struct {
	spec    Spec
	names   names
	targets map[string]int // scenes, and endings after them
	ids     []string       // of the targets
	read    state          // the flags that some condition reads
	errors  []Error
}

func newBuilder(spec Spec) *builder {
	b := &builder{spec: spec, names: newNames(spec), targets: map[string]int{}}
	for i, s := range spec.Scenes {
		b.target(s.ID, i)
	}
	for i, e := range spec.Endings {
		b.target(e.ID, len(spec.Scenes)+i)
	}
	return b
}

func (b *builder) target(id string, i int) {
	if _, taken := b.targets[id]; !taken {
		b.targets[id] = i
	}
	b.ids = append(b.ids, id)
}

func (b *builder) report(path []string, code, cause, fix string) {
	b.errors = append(b.errors, Error{Path: path, Code: code, Cause: cause, Fix: fix})
}

func (b *builder) story() *Story {
	s := &Story{spec: b.spec, names: b.names, endings: map[string]int{}}
	b.limits()
	b.checkNames()
	for i, m := range b.spec.Meters {
		b.meter(m)
		if i < MaxMeters {
			s.begin = s.begin.withHeight(i, max(0, m.Start-m.Min)&0xff)
		}
	}
	s.start = b.start()
	for i, sc := range b.spec.Scenes {
		s.scenes = append(s.scenes, b.scene(i, sc))
	}
	for i, e := range b.spec.Endings {
		b.ending(i, e)
		s.endings[e.ID] = i
	}
	expecting := b.names.inTest(b.spec.Endings)
	for i, t := range b.spec.Tests {
		b.condition([]string{"tests", strconv.Itoa(i)}, "expect", t.Expect, expecting)
	}
	s.read = b.read
	return s
}

func (b *builder) condition(path []string, key, text string, n names) condition {
	c, errs := parseCondition(text, n)
	b.read |= c.flags()
	for _, e := range errs {
		e.Path = under(path, key)
		b.errors = append(b.errors, e)
	}
	return c
}

func (b *builder) start() int {
	i, ok := b.targets[b.spec.Start]
	switch {
	case !ok && b.spec.Start == "":
		b.report([]string{"start"}, "unknown-target", "the story does not say where it starts", "name the first scene")
	case !ok:
		b.report([]string{"start"}, "unknown-target", fmt.Sprintf("the story starts at %s, which is no scene", quote(b.spec.Start)), b.meant(b.spec.Start, "write the id of a scene of this scenario", len(b.spec.Scenes)))
	case i >= len(b.spec.Scenes):
		b.report([]string{"start"}, "unknown-target", fmt.Sprintf("the story starts at %s, which is an ending", quote(b.spec.Start)), "start it at a scene")
	}
	return i
}

// meant is the advice for a target that is none: which of the first so many
// may be meant, or else what there is. Nobody reads it often.
func (b *builder) meant(wrong, advice string, known int) string {
	const mostNamed = 12
	fix := b.names.hints.didYouMean(wrong, b.ids[:known], "")
	if one := b.oneOfSeveral(wrong); one != "" {
		return fmt.Sprintf("a choice leads to one place: write %q, or a list whose entries but the last have a when", one)
	}
	if fix != "" || b.names.hints.given > mostHints {
		return orElse(fix, advice)
	}
	var all []string
	scenes := len(b.spec.Scenes)
	if scenes > 0 {
		all = append(all, "its scenes are "+among(b.ids[:scenes], mostNamed))
	}
	if known > scenes {
		all = append(all, "its endings are "+among(b.ids[scenes:known], mostNamed))
	}
	if len(all) == 0 {
		return advice
	}
	return advice + ": " + strings.Join(all, ", ")
}

// oneOfSeveral is the first target of a text that names more than one; empty
// where it does not.
func (b *builder) oneOfSeveral(text string) string {
	if len(text) > longestHinted || !strings.ContainsAny(text, " ,;/|") {
		return ""
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;/|", r) }) {
		if _, is := b.targets[word]; is {
			return word
		}
	}
	return ""
}

func (b *builder) scene(i int, sc Scene) scene {
	path := []string{"scenes", sc.ID}
	if b.targets[sc.ID] != i {
		b.report(path, "duplicate-id", "two scenes have the id "+quote(sc.ID), "give one of them another id")
	}
	made := scene{}
	for j, v := range sc.Text {
		at := under(path, "text", strconv.Itoa(j))
		b.fallback(at, v.When, j == len(sc.Text)-1, "text")
		made.texts = append(made.texts, b.condition(at, "when", v.When, b.names))
	}
	if len(sc.Choices) == 0 {
		b.report(path, "no-choices", fmt.Sprintf("nobody can leave the scene %s: it has no choices", quote(sc.ID)), "give it a choice, or move it to the endings")
	}
	if len(sc.Choices) > MaxChoices {
		b.report(path, "too-many-choices", fmt.Sprintf("the scene %s has %d choices; %d is the most", quote(sc.ID), len(sc.Choices), MaxChoices), "offer few at a time; more than four are hard to weigh")
	}
	made.choices = b.choices(path, sc)
	return made
}

func (b *builder) choices(path []string, sc Scene) []choice {
	var made []choice
	seen := map[string]bool{}
	for j, c := range sc.Choices {
		at := under(path, "choices", orElse(c.ID, strconv.Itoa(j)))
		if seen[c.ID] {
			// The id leads to the first of the two; the index to this one.
			at = under(path, "choices", strconv.Itoa(j))
			b.report(under(at, "id"), "duplicate-id", fmt.Sprintf("two choices of the scene %s have the id %s", quote(sc.ID), quote(c.ID)), "give one of them another id")
		}
		seen[c.ID] = true
		made = append(made, b.choice(at, c))
	}
	return made
}

// fallback sees to it that of a list the last entry, and it alone, needs no
// condition: so there is always one to take, and each can be.
func (b *builder) fallback(path []string, when string, last bool, what string) {
	if last && when != "" {
		b.report(under(path, "when"), "last-when", fmt.Sprintf("the last %s of the list has a condition, so there may be none to take", what),
			`leave the last "when" out, or add an entry without one`)
	}
	if !last && when == "" {
		b.report(path, "early-without-when", fmt.Sprintf("this %s has no condition, so the ones after it are never taken", what),
			`give it a "when", or move it to the end of the list`)
	}
}

func (b *builder) choice(path []string, c Choice) choice {
	made := choice{when: b.condition(path, "when", c.When, b.names)}
	made.changes = b.changes(path, c.Change)
	made.clear, made.set = b.sets(path, c.Set)
	if len(c.To) == 0 {
		b.report(under(path, "to"), "unknown-target", "this choice leads nowhere", `write the id of a scene or an ending after "to"`)
	}
	for i, to := range c.To {
		at := under(path, "to", strconv.Itoa(i))
		b.fallback(at, to.When, i == len(c.To)-1, "branch")
		made.to = append(made.to, b.branch(at, to))
	}
	return made
}

func (b *builder) branch(path []string, to Branch) branch {
	made := branch{when: b.condition(path, "when", to.When, b.names)}
	i, ok := b.targets[to.To]
	switch {
	case !ok && to.To == "":
		b.report(under(path, "to"), "unknown-target", "this branch leads nowhere", `write the id of a scene or an ending after "to"`)
	case !ok:
		b.report(under(path, "to"), "unknown-target", quote(to.To)+" is no scene or ending of this scenario", b.meant(to.To, "write the id of a scene or an ending of this scenario", len(b.ids)))
	}
	made.to = i
	return made
}

func (b *builder) changes(path []string, all []Change) []change {
	var by [MaxMeters]int
	for _, c := range all {
		i, ok := b.names.meter(c.Meter)
		if ok {
			by[i] += min(max(c.By, LowestMin-HighestMax), HighestMax-LowestMin)
			continue
		}
		b.notFound(under(path, "change", c.Meter), c.Meter, "meter", "set")
	}
	var made []change
	for i, by := range by {
		if by != 0 {
			m := b.spec.Meters[i]
			made = append(made, change{meter: i, by: by, top: m.Max - m.Min})
		}
	}
	return made
}

func (b *builder) sets(path []string, all []Set) (clearing, setting state) {
	for _, s := range all {
		i, ok := b.names.flag(s.Flag)
		if !ok {
			b.notFound(under(path, "set", s.Flag), s.Flag, "flag", "change")
			continue
		}
		bit := state(1) << (flagShift + i)
		clearing, setting = clearing|bit, setting&^bit
		if s.To {
			setting |= bit
		}
	}
	return clearing, setting
}

// notFound reports the name of something that is not what it should be.
func (b *builder) notFound(path []string, name, wanted, otherKey string) {
	switch i, known := b.names.index[name]; {
	case known && i == tooMany:
	case known:
		b.report(path, "unknown-name", fmt.Sprintf("%s is no %s", quote(name), wanted), fmt.Sprintf("write it under %q instead", otherKey))
	default:
		all, fix := b.names.flags, "declare it under flags"
		if wanted == "meter" {
			all, fix = b.names.all()[:len(b.spec.Meters)], "declare it under meters"
		}
		b.report(path, "unknown-name", fmt.Sprintf("%s is no %s of this scenario", quote(name), wanted), b.names.hints.didYouMean(name, all, fix))
	}
}
