package diff

import (
	"fmt"

	"hearten/course"
	"hearten/course/source"
)

// inside is what the content of an activity is made of, by its kind.
func inside(kind course.Kind) shape {
	return map[course.Kind]shape{
		course.KindQuiz: quizShape(), course.KindScenario: scenarioShape(), course.KindReflection: reflectionShape(),
		course.KindPlan: planShape(), course.KindTension: tensionShape(),
	}[kind]
}

// content compares what two versions of an activity hold.
func (c *comparison) content(in []Thing, p, q place, joined bool) {
	old, now := c.old.contents[p], c.now.contents[q]
	thing := now.thing()
	if old.Activity.Kind != now.Activity.Kind {
		was := old.thing().Noun
		c.add(Change{In: in, Thing: thing, What: Changed, Field: "kind", Old: was, New: thing.Noun, Effect: kindLost(old), At: now.at()})
		c.insideForgotten(p, old)
		return
	}
	s := siblings{in: within(in, thing), prefix: p.module + "/" + p.activity + "/", nowPrefix: q.module + "/" + q.activity + "/", renames: now.Renames, joined: joined}
	c.parts(s, inside(now.Activity.Kind), old.Written(), now.Written())
	if now.Activity.Kind == course.KindScenario {
		c.parts(s, debriefShape(), old.Written().Get("debrief"), now.Written().Get("debrief"))
	}
	if joined {
		return
	}
	switch now.Activity.Kind {
	case course.KindLesson:
		c.lesson(in, thing, old, now)
	case course.KindScenario:
		c.runs(in, thing, old.Content, now.Content)
	}
}

// kindLost is what it means that an activity became one of another kind.
func kindLost(old content) Effect {
	if old.Activity.Kind == course.KindLesson {
		return OtherKindRead
	}
	return OtherKind
}

// parts compares the top of an activity's content.
func (c *comparison) parts(s siblings, sh shape, old, now source.Node) {
	last := len(s.in) - 1
	if !s.joined {
		c.fields(s.in[:last], s.in[last], sh, old, now)
	}
	for _, p := range sh.parts {
		next := s
		next.shape, next.old, next.now, next.oldPath, next.nowPath = p.of, old.Get(p.key), now.Get(p.key), p.path, p.path
		c.list(next)
	}
}

// forgottenInside accounts for an activity that is gone and all that was in it.
func (c *comparison) forgottenInside(p place, old content) {
	c.fate(p.module+"/"+p.activity, "")
	c.insideForgotten(p, old)
}

func (c *comparison) insideForgotten(p place, old content) {
	if !old.sound {
		return
	}
	forget := func(sh shape, n source.Node) {
		for _, part := range sh.parts {
			s := siblings{shape: part.of, prefix: p.module + "/" + p.activity + "/", oldPath: part.path}
			for _, o := range nodes(n.Get(part.key), part.of) {
				c.forgotten(s, o)
			}
		}
	}
	forget(inside(old.Activity.Kind), old.Written())
	if old.Activity.Kind == course.KindScenario {
		forget(debriefShape(), old.Written().Get("debrief"))
	}
}

// lesson compares the paragraphs of a lesson.
func (c *comparison) lesson(in []Thing, t Thing, old, now content) {
	a, b := flat(old.Written().Get("text")), flat(now.Written().Get("text"))
	if a == b {
		return
	}
	before, after := blocks(old), blocks(now)
	var fresh, gone int
	for text, n := range after {
		fresh += max(0, n-before[text])
	}
	for text, n := range before {
		gone += max(0, n-after[text])
	}
	from, to := changedPart(a, b)
	c.add(Change{In: in, Thing: t, What: Reworded, Field: "text", Old: from, New: to, Effect: PlaceKept, At: now.Written().Get("text").At(),
		Note: paragraphs(len(now.Lesson.Blocks()), fresh, gone)})
}

// paragraphs says how much of a lesson is not as it was.
func paragraphs(all, fresh, gone int) string {
	less := max(0, gone-fresh)
	isGone := count(less, "paragraph is gone", "paragraphs are gone")
	switch {
	case fresh == 0 && less == 0:
		return "Its paragraphs are the same, in another order or on other lines."
	case fresh == 0:
		return isGone + "; the others are as they were."
	}
	said := fmt.Sprintf("Of its %s %d %s new or reworded", count(all, "paragraph", "paragraphs"), fresh, areOrIs(fresh))
	if less > 0 {
		said += "; " + isGone
	}
	return said + "."
}

func areOrIs(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func blocks(c content) map[string]int {
	all := map[string]int{}
	for _, b := range c.Lesson.Blocks() {
		all[b.Plain]++
	}
	return all
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
