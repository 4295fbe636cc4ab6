package study

import (
	"slices"
	"strings"
	"testing"
)

// edited is the learner's course after its author changed something.
func (l *learner) edited(t *testing.T, old, new string) {
	t.Helper()
	if !strings.Contains(sampleModule, old) {
		t.Fatalf("the sample has no %q", old)
	}
	l.course = sampleCourse(t, strings.Replace(sampleModule, old, new, 1))
	l.study = New(l.course, l.events)
}

// TestEditedModules: an edit never loses what a learner did. Where every step
// is still legal the run goes on, else it is kept and a fresh one begins.
func TestEditedModules(t *testing.T) {
	tests := []struct {
		name, old, new string
		scene          string // where the play stands after the edit
		note           string
	}{
		{"nothing", "Which", "Which", "room", ""},
		{"a reworded scene", "text: A room.", "text: A small room.", "room", notePlaceKept},
		{"a renamed choice", "- id: push\n", "- id: shove\n            was: [push]\n", "room", notePlaceKept},
		{"a renamed scene", "      room:\n        text: A room.\n", "      chamber:\n        was: [room]\n        text: A room.\n", "chamber", notePlaceKept},
		{"a choice that is gone", "- id: push\n", "- id: shove\n", "hall", noteStartOver},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := newLearner(t, sampleCourse(t, sampleModule))
			s := l.open("walk").(Scenario)
			_, u, err := s.Choose("push", l.moment())
			if err != nil {
				t.Fatal(err)
			}
			l.keep(u)
			module := strings.ReplaceAll(strings.Replace(sampleModule, tt.old, tt.new, 1), "to: room", "to: "+roomOf(tt.new))
			l.course = sampleCourse(t, module)
			got := l.open("walk").(Scenario)
			if got.Play().Scene().ID != tt.scene || got.Note() != tt.note {
				t.Errorf("the play stands in %q, note %q; want %q, %q", got.Play().Scene().ID, got.Note(), tt.scene, tt.note)
			}
		})
	}
}

func roomOf(edit string) string {
	if strings.Contains(edit, "chamber") {
		return "chamber"
	}
	return "room"
}

func TestEditedQuiz(t *testing.T) {
	answer := func(t *testing.T) *learner {
		l := newLearner(t, sampleCourse(t, sampleModule))
		q := l.open("check").(Quiz)
		now, _ := q.Question()
		_, u, err := q.Answer([]string{now.Options[0].ID}, "", l.moment())
		if err != nil {
			t.Fatal(err)
		}
		l.keep(u)
		return l
	}
	t.Run("a reworded question goes on", func(t *testing.T) {
		l := answer(t)
		l.edited(t, "ask: A?", "ask: Ah?")
		if q := l.open("check").(Quiz); len(q.attempt.Marks()) != 1 || q.Note() != notePlaceKept {
			t.Errorf("%d marks, note %q", len(q.attempt.Marks()), q.Note())
		}
	})
	t.Run("a question that is gone starts over", func(t *testing.T) {
		l := answer(t)
		l.edited(t, "- id: a\n", "- id: z\n")
		if q := l.open("check").(Quiz); len(q.attempt.Marks()) != 0 || q.Note() != noteStartOver {
			t.Errorf("%d marks, note %q", len(q.attempt.Marks()), q.Note())
		}
	})
	t.Run("a renamed question goes on", func(t *testing.T) {
		l := answer(t)
		l.edited(t, "- id: a\n", "- id: z\n        was: [a]\n")
		if q := l.open("check").(Quiz); len(q.attempt.Marks()) != 1 {
			t.Errorf("%d marks", len(q.attempt.Marks()))
		}
	})
}

func TestEditedLessonAndPrompts(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	_, u := l.open("one").(Lesson).At(2, l.moment())
	l.keep(u)
	r := l.open("back").(Reflection)
	_, u = r.Write(map[string]string{r.Fields()[0].ID: "Mine."}, l.moment())
	l.keep(u)
	l.edited(t, "      Third.\n", "")
	if got := l.open("one").(Lesson).Block(); got != 1 {
		t.Errorf("a lesson that became shorter opens at block %d, want its last", got)
	}
	l.edited(t, "      - What was it?", "      - {ask: \"What was that?\", was: ["+r.Fields()[0].ID+"]}")
	if got := l.open("back").(Reflection).Fields()[0].Text; got != "Mine." {
		t.Errorf("a reworded prompt holds %q", got)
	}
	if o, _ := l.study.Outline("m"); o.Lines[3].State != Done {
		t.Error("an edit unfinished the reflection")
	}
}

// TestRenames: a module and an activity that were renamed keep what was done.
func TestRenames(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	_, u := l.open("one").(Lesson).Finish(l.moment())
	l.keep(u)
	module := strings.Replace(sampleModule, "id: m\n", "id: n\nwas: [m]\n", 1)
	module = strings.Replace(module, "  - lesson: one\n", "  - lesson: uno\n    was: [m/one]\n", 1)
	s := New(sampleCourse(t, module), l.events)
	if o, _ := s.Outline("n"); o.Lines[0].State != Done {
		t.Errorf("the renamed lesson is %v", o.Lines[0].State)
	}
	if s.Foreign() {
		t.Error("a renamed module makes the journal foreign")
	}
}

func TestForeign(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	if l.study.Foreign() {
		t.Error("an empty journal is foreign")
	}
	l.open("one")
	other := New(sampleCourse(t, strings.Replace(sampleModule, "id: m\n", "id: x\n", 1)), l.events)
	if !other.Foreign() || New(l.course, l.events).Foreign() {
		t.Errorf("foreign to another course: %v, to its own: %v", other.Foreign(), New(l.course, l.events).Foreign())
	}
	if got := other.Recorded(); !slices.Equal(got, []string{"m"}) {
		t.Errorf("the journal is of %v", got)
	}
}

// TestRenamedReview: what is due comes back under new ids, with what was known
// of it.
func TestRenamedReview(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	l.answerAll("check", "")
	l.clock = l.clock.AddDate(0, 0, 40)
	opened := func() Opened {
		content, err := l.course.Take("m", l.course.Modules[0].Activities[1].ID)
		if err != nil {
			t.Fatal(err)
		}
		return Opened{Content: content}
	}
	for _, c := range l.study.Review(l.clock).Cards {
		asked, ok := l.study.Ask(c, opened(), l.moment())
		if !ok {
			t.Fatalf("%+v is not asked", c)
		}
		_, u, err := asked.Answer([]string{asked.Question.Options[0].ID}, "", l.moment())
		if err != nil {
			t.Fatal(err)
		}
		l.keep(u)
	}
	before := l.study.Review(l.clock)

	module := strings.Replace(sampleModule, "  - quiz: check\n", "  - quiz: test\n    was: [check]\n", 1)
	module = strings.Replace(module, "- id: a\n", "- id: z\n        was: [a]\n", 1)
	l.course = sampleCourse(t, module)
	l.study = New(l.course, l.events)
	after := l.study.Review(l.clock)
	if len(before.Cards) != 0 || len(after.Cards) != 0 || !after.NextDue.Equal(before.NextDue) {
		t.Errorf("reviewed before the edit, and due %v; after it %d cards, due %v", before.NextDue, len(after.Cards), after.NextDue)
	}
	l.clock = l.clock.AddDate(0, 0, 400)
	var asked []string
	for _, c := range l.study.Review(l.clock).Cards {
		if a, ok := l.study.Ask(c, opened(), l.moment()); ok {
			asked = append(asked, a.Question.ID)
		}
	}
	if slices.Sort(asked); !slices.Equal(asked, []string{"b", "z"}) {
		t.Errorf("asked after the edit: %q", asked)
	}
}

// TestRenamedDrafts: what was being typed is offered again after the module,
// the activity and the prompt it was typed for were all renamed.
func TestRenamedDrafts(t *testing.T) {
	dir := t.TempDir()
	old := strings.Replace(sampleModule, "- What was it?", "- {id: first, ask: Where?}", 1)
	keeper, _, err := Keep(dir, sampleCourse(t, old))
	if err != nil {
		t.Fatal(err)
	}
	if err := keeper.SaveDraft(Draft{"m", "back", "first", "It was q"}); err != nil {
		t.Fatal(err)
	}
	edited := strings.NewReplacer("id: m\n", "id: n\nwas: [m]\n", "- reflection: back\n", "- reflection: last\n    was: [m/back]\n",
		"- {id: first, ask:", "- {id: second, was: [first], ask:").Replace(old)
	now := sampleCourse(t, edited)
	keeper, s, err := Keep(dir, now)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := keeper.Open(now, "n", "last")
	if err != nil {
		t.Fatal(err)
	}
	sitting, _ := s.Begin(opened, newLearner(t, now).moment())
	if got := sitting.(Reflection).Fields()[0].Typed(); got != "It was q" {
		t.Errorf("the field holds %q", got)
	}
}
