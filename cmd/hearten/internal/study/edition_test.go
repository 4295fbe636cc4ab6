package study

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"hearten/course"
)

// resume takes an activity up after an edit, as its author had it open.
func (l *learner) resume(before Sitting) Sitting {
	l.t.Helper()
	l.study = l.study.Edited(l.course)
	c := before.Content()
	at := l.study.Now(Spot{c.Module.ID, c.Activity.ID})
	content, err := l.course.Take(at.Module, at.Activity)
	if err != nil {
		l.t.Fatal(err)
	}
	sitting, u := l.study.Resume(Opened{Content: content}, before, l.moment())
	l.keep(u)
	return sitting
}

// TestALessonStaysAtItsParagraph: what is above it may grow or shrink.
func TestALessonStaysAtItsParagraph(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           int
	}{
		{"nothing", "First.", "First.", 1},
		{"a paragraph above", "      First.\n", "      Before.\n\n      First.\n", 2},
		{"one less above", "      First.\n\n", "", 0},
		{"other words in it", "Second.", "Two.", 1},
		{"other words in it, and one above", "      First.\n\n      Second.\n", "      Before.\n\n      First.\n\n      Two.\n", 2},
		{"all that follows is gone", "      Second.\n\n      Third.\n", "", 0},
	}
	for _, tt := range tests {
		l := newLearner(t, sampleCourse(t, sampleModule))
		lesson, u := l.open("one").(Lesson).At(1, l.moment())
		l.keep(u)
		l.edited(t, tt.old, tt.new)
		if got := l.resume(lesson).(Lesson); got.Block() != tt.want {
			t.Errorf("%s: it stands at block %d, want %d", tt.name, got.Block(), tt.want)
		}
	}
}

// TestFollow: a block whose words are there once before and after an edit is
// found again, wherever it went; and no edit leads outside.
func TestFollow(t *testing.T) {
	blocks := func(words []string) []course.Block {
		return course.Prose(strings.Join(words, "\n\n"))
	}
	rapid.Check(t, func(r *rapid.T) {
		word := rapid.StringMatching(`[a-z]{1,3}`)
		old := rapid.SliceOfNDistinct(word, 1, 9, rapid.ID).Draw(r, "old")
		now := rapid.SliceOfNDistinct(word, 0, 9, rapid.ID).Draw(r, "now")
		at := rapid.IntRange(0, len(old)-1).Draw(r, "at")
		got := follow(blocks(old), blocks(now), at)
		if got < 0 || got > max(0, len(now)-1) {
			r.Fatalf("block %d of %d", got, len(now))
		}
		if want := slices.Index(now, old[at]); want >= 0 && got != want {
			r.Fatalf("%q went from %d to %d, and is followed to %d", old[at], at, want, got)
		}
	})
}

// TestAQuizThatGrows: a question that is added before any is answered is
// asked, after those that stand; later, the attempt goes on as it was drawn.
func TestAQuizThatGrows(t *testing.T) {
	const old, more = "      - id: b\n", "      - {id: c, kind: number, ask: How many?, answer: {value: 2}, why: Two.}\n      - id: b\n"
	l := newLearner(t, sampleCourse(t, sampleModule))
	q := l.open("check").(Quiz)
	before, _ := q.Question()
	l.edited(t, old, more)
	q = l.resume(q).(Quiz)
	now, _ := q.Question()
	if n, of := q.Position(); n != 1 || of != 3 || now.ID != before.ID || q.Fit() != Fits {
		t.Errorf("it asks %s, %d of %d, fit %v; want %s, 1 of 3", now.ID, n, of, q.Fit(), before.ID)
	}
	if r, _ := q.Result(); !r.Again {
		t.Error("the attempt that was drawn anew counts twice")
	}

	l = newLearner(t, sampleCourse(t, sampleModule))
	q = l.open("check").(Quiz)
	now, _ = q.Question()
	q, u, err := q.Answer([]string{now.Options[0].ID}, "", l.moment())
	if err != nil {
		t.Fatal(err)
	}
	l.keep(u)
	l.edited(t, old, more)
	q = l.resume(q).(Quiz)
	if f, told := q.Feedback(); !told || f.Of != 2 || q.Fit() != FitsEdited {
		t.Errorf("after an answer it tells %v of %d, fit %v", told, f.Of, q.Fit())
	}
}

// TestHintsStay: hints that were shown are shown again, as far as there are
// any.
func TestHintsStay(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	q := l.open("check").(Quiz)
	for now, _ := q.Question(); now.ID != "a"; now, _ = q.Question() {
		answered, u, err := q.Answer([]string{now.Options[0].ID}, "", l.moment())
		if err != nil {
			t.Fatal(err)
		}
		l.keep(u)
		q, u = answered.Next(l.moment())
		l.keep(u)
	}
	q, _ = q.Hint()
	q, _ = q.Hint()
	l.edited(t, "hints: [Think., Think again.]", "hints: [Do think.]")
	if got := l.resume(q).(Quiz).Hints(); !slices.Equal(got, []string{"Do think."}) {
		t.Errorf("the hints are %q", got)
	}
}

// TestAPlayGoesOn: of a play that no longer fits, an author keeps as much as
// does.
func TestAPlayGoesOn(t *testing.T) {
	tests := []struct {
		name, old, new string
		scene          string
		stage          Stage
		fit            Fit
	}{
		{"nothing", "Which", "Which", "", Ended, Fits},
		{"other words", "A room.", "A small room.", "", Ended, FitsEdited},
		{"the last choice is gone", "{id: stay,", "{id: remain,", "room", Playing, FitsPartly},
		{"the first choice is gone", "- id: push\n", "- id: shove\n", "hall", Playing, FitsNot},
		{"the story ends sooner", "            because: You pushed.\n            to: room\n", "            because: You pushed.\n            to: good\n", "", Ended, FitsPartly},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := newLearner(t, sampleCourse(t, sampleModule))
			s := l.open("walk").(Scenario)
			for _, id := range []string{"push", "stay"} {
				next, u, err := s.Choose(id, l.moment())
				if err != nil {
					t.Fatal(err)
				}
				l.keep(u)
				s = next
			}
			if tt.old != tt.new {
				l.edited(t, tt.old, tt.new)
			}
			got := l.resume(s).(Scenario)
			if got.Stage() != tt.stage || got.Fit() != tt.fit || tt.stage == Playing && got.Play().Scene().ID != tt.scene {
				t.Errorf("it is at stage %d in %q, fit %d; want %d in %q, %d", got.Stage(), got.Play().Scene().ID, got.Fit(), tt.stage, tt.scene, tt.fit)
			}
			if again := l.open("walk").(Scenario); len(again.Play().Steps()) != len(got.Play().Steps()) {
				t.Errorf("after a fresh start it has %d steps, want %d", len(again.Play().Steps()), len(got.Play().Steps()))
			}
		})
	}
}

// TestReportsElsewhere: a report of a mistake outlives progress that is thrown
// away.
func TestReportsElsewhere(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	keeper, _, err := Keep(dir, &course.Course{ID: "preview"})
	if err != nil {
		t.Fatal(err)
	}
	name, err := keeper.ReportingTo(data).Crash("hearten", time.Now())
	if err != nil || filepath.Dir(name) != filepath.Join(data, "crash") {
		t.Errorf("the report is %s, %v; want it in %s", name, err, data)
	}
}

// TestNow follows what is renamed.
func TestNow(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	l.edited(t, "  - lesson: one\n", "  - lesson: uno\n    was: [m/one]\n")
	for old, want := range map[Spot]Spot{{"m", "one"}: {"m", "uno"}, {"m", "check"}: {"m", "check"}, {"m", ""}: {"m", ""}, {}: {}} {
		if got := l.study.Now(old); got != want {
			t.Errorf("%v is %v now, want %v", old, got, want)
		}
	}
}

// TestFound counts what is wrong in words.
func TestFound(t *testing.T) {
	problems := make([]course.Problem, 5)
	problems[0].Severity, problems[1].Severity = 1, 1
	tests := []struct {
		e    Edition
		want string
	}{
		{Edition{}, "no problems"},
		{Edition{Problems: problems, Here: 1, Near: 1}, "2 errors, 3 elsewhere"},
		{Edition{Problems: problems, Here: 3}, "2 errors, 1 warning, 2 elsewhere"},
		{Edition{Problems: problems[2:], Near: 3}, "3 warnings"},
		{Edition{Problems: problems}, "no problems, 5 elsewhere"},
	}
	for _, tt := range tests {
		if got := tt.e.Found(); got != tt.want {
			t.Errorf("it says %q, want %q", got, tt.want)
		}
	}
}
