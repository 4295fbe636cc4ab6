package plain_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// kindsSession answers a question of each kind, wrongly and rightly. Home is
// 1 to go on and 2 for the module.
func kindsSession(kind string) []string {
	switch kind {
	case "order":
		return []string{"2", "2", "?", "1 2", "1 1 2 3", "h", "4 3 2 1", "", "1 2 3 4", "", "b", "q"}
	case "match":
		return []string{"2", "3", "?", "h", "1", "b", "1", "9", "1", "1", "", "2", "2", "2", "l", "m", "", "b", "q"}
	case "number":
		return []string{"2", "1", "2", "", "", "4", "many", "?", "35", "", "?", "3", "1", "", "b", "1", "q"}
	case "text":
		return []string{"2", "5", "", "sorrow", "", "s", "h", "Empathic distres", "3", "", "", "q"}
	case "open":
		return []string{"2", "6", "?", ".", "They agree at once.", "News is late.", ".", "?", "4", "b", "They agree at once.", ".", "2", "", "", "q"}
	case "sure":
		return []string{"2", "7", "2", "b", "1", "?", "3", "", "1", "", "", "2", "", "", "1", "2", "", "1", "q"}
	}
	return []string{"2", "1", "1", "", "1", "q"}
}

func kindNames() []string { return []string{"order", "match", "number", "text", "open", "sure"} }

func TestKinds(t *testing.T) {
	for _, kind := range kindNames() {
		t.Run(kind, func(t *testing.T) {
			shown := newLearnerOf(t, "testdata/kinds").types(kindsSession(kind)...)
			golden(t, "kind-"+kind, shown)
		})
	}
}

// throughKinds answers a number, an open text and a decision.
func throughKinds() []string {
	return []string{"2", "4", "12", "", "1", "6", "They agree.", ".", "2", "", "1", "9", "1", "", "Her.", ".", "", "", "q"}
}

func TestReview(t *testing.T) {
	l := newLearnerOf(t, "testdata/kinds")
	shown := l.types(throughKinds()...)
	l.clock = l.clock.AddDate(0, 0, 42)
	shown += l.types("2", "?", "b", "2", "q")
	shown += l.types("2", "s", "35", "2", "", "They agree at once.", ".", "", "3", "", "2", "", "?", "q")
	golden(t, "review", shown)
}

// TestReviewAtOnce begins with what is due, and says when nothing is.
func TestReviewAtOnce(t *testing.T) {
	l := newLearnerOf(t, "testdata/kinds")
	at := func(typed ...string) string {
		var out strings.Builder
		c := l.config(strings.NewReader(strings.Join(typed, "\n")), &out)
		c.Review = true
		if err := run(c); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	if got, want := at("q"), "Nothing is due today. Questions and decisions come back here a few days\nafter"; !strings.Contains(got, want) {
		t.Errorf("want %q in\n%s", want, got)
	}
	l.types(throughKinds()...)
	l.clock = l.clock.AddDate(0, 0, 42)
	for _, want := range []string{"Review: 3 questions from before, about 3 minutes.", "1 of 3. From: Asking in every way, 42 days ago."} {
		if got := at("b", "q"); !strings.Contains(got, want) {
			t.Errorf("want %q in\n%s", want, got)
		}
	}
}

// TestTheInputMayEndInAnyKind cuts sessions off after each of their lines:
// each ends well, and what was kept until then is a beginning of the whole.
func TestTheInputMayEndInAnyKind(t *testing.T) {
	for _, kind := range kindNames() {
		lines := kindsSession(kind)
		whole := newLearnerOf(t, "testdata/kinds")
		whole.types(lines...)
		all := whole.events()
		for n := range lines {
			l := newLearnerOf(t, "testdata/kinds")
			out, err := l.run(strings.NewReader(strings.Join(lines[:n], "\n")))
			if err != nil {
				t.Fatalf("%s: the input ended after %q: %v\n%s", kind, lines[:n], err, out)
			}
			if got := l.events(); len(got) > len(all) || !slices.Equal(got, all[:len(got)]) {
				t.Errorf("%s: after %q the journal is\n%s\nwant a beginning of\n%s", kind, lines[:n], strings.Join(got, "\n"), strings.Join(all, "\n"))
			}
		}
	}
}

// TestTheInputMayEndInReview does the same with a review.
func TestTheInputMayEndInReview(t *testing.T) {
	lines := []string{"2", "35", "", "They agree.", ".", "3", "", "2", "", "q"}
	for n := range lines {
		l := newLearnerOf(t, "testdata/kinds")
		l.types(throughKinds()...)
		l.clock = l.clock.AddDate(0, 0, 42)
		if out, err := l.run(strings.NewReader(strings.Join(lines[:n], "\n"))); err != nil {
			t.Errorf("the input ended after %q: %v\n%s", lines[:n], err, out)
		}
	}
}

// TestCalibrationIsSaid from ten answers up.
func TestCalibrationIsSaid(t *testing.T) {
	l, shown := newLearnerOf(t, "testdata/kinds"), ""
	for n := range 5 {
		typed := []string{"2", "7"}
		if n > 0 {
			typed = append(typed, "2") // take it again
		}
		shown = l.types(append(typed, "1", "3", "", "1", "3", "", "2", "3", "", "1", "1", "q")...)
		if early := strings.Contains(shown, "how sure you were:"); early && n < 4 {
			t.Fatalf("after %d attempts a calibration is said:\n%s", n+1, shown)
		}
	}
	if want := "Over 10 answers of which you said how sure you were:\n- When sure, 5 of 10 right."; !strings.Contains(shown, want) {
		t.Errorf("want %q in\n%s", want, shown)
	}
}

// FuzzKinds types anything at all at questions of every kind.
func FuzzKinds(f *testing.F) {
	for _, kind := range kindNames() {
		f.Add(strings.Join(kindsSession(kind), "\n"))
	}
	f.Fuzz(func(t *testing.T, typed string) {
		out, err := newLearnerOf(t, "testdata/kinds").run(strings.NewReader(typed))
		if err != nil {
			t.Errorf("after typing %q: %v", typed, err)
		}
		for _, c := range out {
			if unicode.IsControl(c) && c != '\n' || unicode.Is(unicode.Bidi_Control, c) {
				t.Errorf("after typing %q, %U was shown", typed, c)
			}
		}
	})
}
