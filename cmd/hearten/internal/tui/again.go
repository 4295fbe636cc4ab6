package tui

import (
	"slices"

	"hearten/cmd/hearten/internal/study"
)

// editable is a screen that shows the course, or what is wrong with it.
type editable interface {
	screen
	// Edited is the screen after an edit of the course, at the same place.
	Edited(study.Study, study.Edition) screen
}

// staged is a screen of an activity.
type staged interface {
	screen
	Sitting() study.Sitting
	// Again is the screen with the activity as it was edited, at the same
	// place. It is of the same kind.
	Again(study.Sitting) screen
}

// above is a screen over another one, which it is about.
type above interface {
	overlay
	Above(screen, []action) screen
}

// again is a screen with its activity as it was edited, or a new one where that
// is of another kind now.
func again(was staged, now study.Sitting) screen {
	if was.Sitting().Content().Activity.Kind == now.Content().Activity.Kind {
		return was.Again(now)
	}
	return screenOf(now)
}

// over is a stack in which what lies over a screen is about that screen as it
// is now.
func over(stack []screen, actions func(screen) []action) []screen {
	for i, s := range stack {
		if s, ok := s.(above); ok && i > 0 {
			stack[i] = s.Above(stack[i-1], actions(stack[i-1]))
		}
	}
	return stack
}

// Sitting is the lesson.
func (l lessonScreen) Sitting() study.Sitting { return l.lesson }

// Again keeps the line inside the block at the top.
func (l lessonScreen) Again(s study.Sitting) screen {
	sources := len(l.starts) > 0 && l.place.block >= len(l.blocks())
	next := lessonScreen{lesson: s.(study.Lesson)}.set(l.frame)
	block := min(next.lesson.Block(), max(0, len(next.starts)-1))
	if sources {
		block = len(next.starts) - 1
	}
	return next.to(place{block, l.place.row, l.place.inside})
}

// Sitting is the quiz.
func (q quizScreen) Sitting() study.Sitting { return q.quiz }

// Again keeps the answer that is being put together, while the question is
// the same.
func (q quizScreen) Again(s study.Sitting) screen {
	next := q.fresh(s.(study.Quiz), nil)
	feedback, question := q.due()
	nowFeedback, nowQuestion := next.due()
	if feedback != nowFeedback || question != nowQuestion {
		return next
	}
	next.pane = q.pane
	was, _ := q.quiz.Question()
	now, _ := next.quiz.Question()
	if question && was.ID == now.ID && was.Kind == now.Kind {
		next.asking = q.asking.again(next.asking)
	}
	return next
}

// again is the same answer to the question as it was edited.
func (a asking) again(now asking) asking {
	known := map[string]bool{"": true}
	for _, o := range now.asked.Options {
		known[o.ID] = true
	}
	for _, i := range append(slices.Clip(now.asked.Items), now.asked.Rights...) {
		known[i.ID] = true
	}
	still := slices.DeleteFunc(slices.Clone(a.picked), func(id string) bool { return !known[id] })
	if len(now.picked) == 0 || len(still) == len(now.picked) {
		now.picked = still
	}
	now.field, now.held, now.part, now.sure, now.warned, now.pane = a.field, a.held, a.part, a.sure, a.warned, a.pane
	return now
}

// Sitting is the play.
func (s scenarioScreen) Sitting() study.Sitting { return s.scenario }

// Again keeps what was asked for in the scene.
func (s scenarioScreen) Again(now study.Sitting) screen {
	next, ok := newScenario(now.(study.Scenario)).(scenarioScreen)
	if !ok {
		return newScenario(now.(study.Scenario))
	}
	next.words = s.words
	if next.scenario.Play().Scene().ID == s.scenario.Play().Scene().ID {
		next.coach = s.coach && next.scenario.Play().Scene().Coach != ""
		next.pane = s.pane
	}
	return next
}

// Sitting is the play that has ended.
func (d debriefScreen) Sitting() study.Sitting { return d.scenario }

// Again keeps what is typed, and the decision that is open.
func (d debriefScreen) Again(now study.Sitting) screen {
	next, ok := newScenario(now.(study.Scenario)).(debriefScreen)
	if !ok {
		return newScenario(now.(study.Scenario))
	}
	next.form, next.words = next.form.like(d.form), d.words
	if next.scenario.Stage() == d.scenario.Stage() {
		next.pane, next.open = d.pane, min(d.open, max(0, len(next.debrief.Steps)-1))
	}
	return next
}

// Sitting is the page.
func (r reflectionScreen) Sitting() study.Sitting { return r.reflection }

// Again keeps what is typed.
func (r reflectionScreen) Again(now study.Sitting) screen {
	next := newReflection(now.(study.Reflection))
	next.form, next.pane = next.form.like(r.form), r.pane
	return next
}

// Sitting is the plan.
func (p planScreen) Sitting() study.Sitting { return p.plan }

// Again keeps the page: nothing in its fields is the author's.
func (p planScreen) Again(now study.Sitting) screen {
	p.plan = now.(study.Plan)
	return p
}

// Sitting is the map.
func (t tensionScreen) Sitting() study.Sitting { return t.tension }

// Again keeps the face that is up, and what is typed on it.
func (t tensionScreen) Again(now study.Sitting) screen {
	next := newTension(now.(study.Tension))
	next.face, next.list, next.pane = t.face, t.list, t.pane
	for face, f := range t.forms {
		if face != int(seeing) {
			next.forms[face] = next.forms[face].like(f)
		}
	}
	return next
}

// Sitting is the play that the map is of.
func (m mapScreen) Sitting() study.Sitting { return m.scenario }

// Again keeps the place on the map.
func (m mapScreen) Again(now study.Sitting) screen {
	next := newMap(now.(study.Scenario))
	next.words, next.pane = m.words, m.pane
	return next
}

// Sitting is the quiz that is looked back at.
func (l lookBackScreen) Sitting() study.Sitting { return l.quiz }

// Again keeps the place in the list.
func (l lookBackScreen) Again(now study.Sitting) screen {
	next := newLookBack(now.(study.Quiz))
	next.pane = l.pane
	return next
}

// Sitting is the quiz that is looked back at.
func (a answerScreen) Sitting() study.Sitting { return a.lookBack.quiz }

// Again keeps the answer, if it is still there.
func (a answerScreen) Again(now study.Sitting) screen {
	next := a.lookBack.Again(now).(lookBackScreen)
	if a.at >= len(next.all) {
		return next
	}
	return answerScreen{lookBack: next, at: a.at, frame: a.frame, pane: a.pane}
}

// Edited keeps the place in the list.
func (h homeScreen) Edited(s study.Study, _ study.Edition) screen {
	h.study, h.reviewed = s, false
	return h
}

// Edited stays on the activity that it stands on. A module that cannot be
// read stays as it was.
func (o outlineScreen) Edited(s study.Study, _ study.Edition) screen {
	o.study = s
	o.module = s.Now(study.Spot{Module: o.module}).Module
	now, ok := s.Outline(o.module)
	if i := o.pane.focus; ok && !now.Module.Broken && i >= 0 && i < len(o.outline.Lines) {
		standing := o.outline.Lines[i].Activity.ID
		o.pane.focus = max(0, slices.IndexFunc(now.Lines, func(l study.ActivityLine) bool { return l.Activity.ID == standing }))
	}
	return o
}

// Above lists the keys of the screen below as it is now.
func (h helpScreen) Above(below screen, actions []action) screen {
	next := newHelp(below, actions[:len(actions)-2]) // without what it says itself
	next.pane = h.pane
	return next
}

// Above finds what can be done on the screen below as it is now.
func (p paletteScreen) Above(below screen, actions []action) screen {
	next := newPalette(below, actions)
	next.typed, next.pane = p.typed, p.pane
	return next
}
