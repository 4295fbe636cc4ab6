package study

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func threeModules() []string {
	a := strings.Replace(sampleModule, "id: m\n", "id: a\n", 1)
	b := strings.Replace(sampleModule, "id: m\n", "id: b\n", 1)
	return []string{sampleModule, a, b}
}

// plan opens the plan page of a module.
func (l *learner) plan(module string) Plan {
	l.t.Helper()
	content, err := l.course.Take(module, "next")
	if err != nil {
		l.t.Fatal(err)
	}
	sitting, u := New(l.course, l.events).Begin(Opened{Content: content}, l.moment())
	l.keep(u)
	return sitting.(Plan)
}

func (l *learner) makePlan(module string, i Intent, park string) Plan {
	l.t.Helper()
	p, u, err := l.plan(module).Make(i, park, l.moment())
	if err != nil {
		l.t.Fatal(err)
	}
	l.keep(u)
	return p
}

func TestPlanNeedsWhenAndWhat(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	_, u, err := l.plan("m").Make(Intent{When: "Monday", Will: " \n"}, "", l.moment())
	if want := "a plan needs two things: when it will happen, and what you will do"; err == nil || err.Error() != want || !u.Empty() {
		t.Errorf("got %v, want %q", err, want)
	}
}

func TestAtMostTwoPlansAreOpen(t *testing.T) {
	l := newLearner(t, sampleCourse(t, threeModules()...))
	i := Intent{When: "on Monday", Will: "ask first"}
	l.makePlan("m", i, "")
	l.makePlan("a", i, "")
	third := l.plan("b")
	if _, _, err := third.Make(i, "", l.moment()); !errors.Is(err, ErrTwoOpen) {
		t.Fatalf("a third plan: %v, want %v", err, ErrTwoOpen)
	}
	if got := len(third.Others()); got != 2 {
		t.Fatalf("%d other plans to choose from, want 2", got)
	}
	l.makePlan("b", i, third.Others()[0].ID)
	if others := l.plan("b").Others(); len(others) != 1 {
		t.Errorf("after parking one, %d other plans are open, want 1", len(others))
	}
	l.makePlan("a", Intent{When: "on Tuesday", Will: "ask first"}, "")
	if got := l.plan("a").Intent().When; got != "on Tuesday" {
		t.Errorf("an open plan that was reworded says %q", got)
	}
}

func TestPlanComesDue(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	day := Days(l.clock)[0]
	if day != "2026-03-09" {
		t.Fatalf("a week after 2 March is %s", day)
	}
	l.makePlan("m", Intent{When: "on Monday", Will: "ask first", AskOn: day}, "")
	if due := l.study.Home(l.clock).CheckIns; len(due) != 0 {
		t.Errorf("the plan is asked about at once: %v", due)
	}
	later := l.clock.AddDate(0, 0, 8)
	h := l.study.Home(later)
	if len(h.CheckIns) != 1 || !h.Away {
		t.Fatalf("after eight days: %+v", h)
	}
	l.clock = later
	l.keep(l.study.CheckIn(h.CheckIns[0].ID, AskDone, l.moment()))
	if due := l.study.Home(later).CheckIns; len(due) != 0 {
		t.Errorf("a plan that was done is asked about again: %v", due)
	}
}

func TestPlanNotYetIsAskedAgain(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	day := Days(l.clock)[0]
	l.makePlan("m", Intent{When: "on Monday", Will: "ask first", AskOn: day}, "")
	l.clock = l.clock.AddDate(0, 0, 8)
	plan := l.study.Home(l.clock).CheckIns[0].ID
	l.keep(l.study.CheckIn(plan, AskNotYet, l.moment()))
	if due := l.study.Home(l.clock).CheckIns; len(due) != 0 {
		t.Errorf("asked again on the same day: %v", due)
	}
	if due := l.study.Home(l.clock.AddDate(0, 0, 7)).CheckIns; len(due) != 1 {
		t.Errorf("a week after “not yet” the plan is asked about %d times, want once", len(due))
	}
}

func TestHomeGoesOnWhereTheLearnerWas(t *testing.T) {
	l := newLearner(t, sampleCourse(t, threeModules()...))
	if h := l.study.Home(l.clock); !h.Fresh || h.Next.Activity.ID != "one" || h.Next.Module.ID != "m" || h.Of != 15 {
		t.Fatalf("a fresh home: %+v", h)
	}
	l.plan("a")
	h := l.study.Home(l.clock)
	if h.Fresh || h.Next.Module.ID != "a" || h.Next.Activity.ID != "next" || !h.Next.Begun || h.Next.N != 5 {
		t.Errorf("after opening a plan: %+v", h.Next)
	}
	p := l.plan("a")
	_, u := p.Later(l.moment())
	l.keep(u)
	if h := l.study.Home(l.clock); h.Next.Module.ID != "a" || h.Next.Activity.ID != "one" || h.Done != 0 {
		t.Errorf("after putting the plan off: %+v", h.Next)
	}
	if h := l.study.Home(l.clock.Add(8 * 24 * time.Hour)); !h.Away {
		t.Error("eight days later nobody notices")
	}
}
