package study

import (
	"testing"

	"hearten/progress"
)

// TestPutOff: a page that was put off is neither done nor open. It comes back
// after all others, and is done once it is written.
func TestPutOff(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	see := func(state State, next string, done int) {
		t.Helper()
		o, _ := l.study.Outline("m")
		h := l.study.Home(l.clock)
		if line := o.Lines[3]; line.State != state || h.Next.Activity.ID != next || h.Done != done {
			t.Errorf("state %d, next %q, %d done; want %d, %q, %d", line.State, h.Next.Activity.ID, h.Done, state, next, done)
		}
	}
	later, unsaved := l.open("back").(Reflection).Later(l.moment())
	l.keep(unsaved)
	if _, again := later.Later(l.moment()); !again.Empty() {
		t.Error("putting it off again leaves a trace")
	}
	see(PutOff, "next", 0)
	for n, other := range []string{"one", "check", "walk", "next"} {
		if now := l.study.Home(l.clock); now.Next.PutOff {
			t.Errorf("put off, it comes before %s", other)
		}
		l.keep(Unsaved{[]progress.Entry{{At: l.clock, Module: "m", Activity: other, Data: progress.Finished{Result: "done"}}}})
		if n == 3 {
			see(PutOff, "back", 4)
		}
	}
	page := l.open("back").(Reflection)
	_, unsaved = page.Write(map[string]string{page.Fields()[0].ID: "So."}, l.moment())
	l.keep(unsaved)
	see(Done, "", 5)
}
