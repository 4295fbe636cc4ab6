package plain_test

import (
	"errors"
	"os"
	"strings"
	"testing"
)

// watcher is an output that does something once when certain words are shown.
type watcher struct {
	shown strings.Builder
	on    map[string]func()
}

func (w *watcher) Write(p []byte) (int, error) {
	n, err := w.shown.Write(p)
	for words, do := range w.on {
		if strings.Contains(w.shown.String(), words) {
			delete(w.on, words)
			do()
		}
	}
	return n, err
}

// breakDisk puts a file where the folder of progress stood, and returns what
// mends it.
func (l *learner) breakDisk() (mend func()) {
	aside := l.dir + ".aside"
	if err := errors.Join(os.Rename(l.dir, aside), os.WriteFile(l.dir, nil, 0o600)); err != nil {
		l.t.Error(err)
	}
	return func() {
		if err := errors.Join(os.Remove(l.dir), os.Rename(aside, l.dir)); err != nil {
			l.t.Error(err)
		}
	}
}

// TestNothingIsShownBeforeItIsSaved lets the disk fail when an answer is
// given: the feedback comes only once the answer is kept.
func TestNothingIsShownBeforeItIsSaved(t *testing.T) {
	const feedback, failed = "You chose:", "Type r to try again, or q to leave without saving this step: "
	tests := []struct {
		name     string
		then     []string // typed after the answer
		mendOn   string   // what is shown when the disk is mended
		feedback bool
		err      bool
		say      string
	}{
		{"mended and tried again", []string{"x", "r", "r", "q"}, failed + "r\n", true, false, "Saved. Come back whenever you like."},
		{"left", []string{"r", "q"}, "never", false, false, "The last step was not saved. Everything before it is."},
		{"the input ends", nil, "never", false, true, failed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := newLearner(t)
			var mend func()
			out := &watcher{on: map[string]func(){
				"Question 1 of": func() { mend = l.breakDisk() },
				tt.mendOn:       func() { mend() },
			}}
			err := l.runTo(out, strings.NewReader(strings.Join(append([]string{"2", "2", "2"}, tt.then...), "\n")))
			if (err != nil) != tt.err {
				t.Errorf("Run: %v", err)
			}
			shown := out.shown.String()
			if strings.Contains(shown, feedback) != tt.feedback || !strings.Contains(shown, tt.say) || !strings.Contains(shown, failed) {
				t.Errorf("want %q: %v, and %q, in\n%s", feedback, tt.feedback, tt.say, shown)
			}
			if at := strings.Index(shown, feedback); at >= 0 && at < strings.LastIndex(shown, failed) {
				t.Errorf("the feedback came before the answer was saved:\n%s", shown)
			}
		})
	}
}

// TestEveryStepIsSavedFirst breaks the disk at each kind of step, and leaves.
func TestEveryStepIsSavedFirst(t *testing.T) {
	tests := []struct {
		step    string
		typed   []string
		breakOn string
		hidden  string // what the step would have shown
	}{
		{"a start", []string{"2", "1"}, "Module: Late", "Lesson: The empty chair. About 4 minutes.\nEnter"},
		{"a page", []string{"1", ""}, "Page 1 of", "Page 2 of"},
		{"a lesson's end", []string{"1", "", "", ""}, "Page 3 of", "You have read"},
		{"feedback read", []string{"2", "2", "2", ""}, "What the others", "Question 2 of"},
		{"a decision", []string{"2", "3", "1"}, "Decision 1.", "You decided"},
		{"an ending read", []string{"2", "3", "1", "1", ""}, "The story ends", "Your text:"},
		{"an explanation", []string{"2", "3", "1", "1", "", "So.", "."}, "Your text:", "Your path"},
		{"a path read", []string{"2", "3", "1", "1", "", "So.", ".", ""}, "Your path", "The expert view."},
		{"a replay", []string{"2", "3", "1", "1", "", "So.", ".", "2"}, "Your path", "Decision 2.\n1. Wait until she speaks.\n2. Go to the next call.\nWhat do you do, 1 to 2: \n"},
		{"a reflection", []string{"2", "4", "So.", ".", ".", "1"}, "1. Save.", "\nSaved.\n"},
		{"a reflection put off", []string{"2", "4", ".", ".", "2"}, "1. Save.", "Put off."},
		{"a plan", []string{"2", "5", "x", ".", "y", ".", ".", ".", "", "1"}, "1. Save the", "Saved: When"},
		{"a plan put off", []string{"2", "5", ".", ".", ".", ".", "", "2"}, "1. Save the", "Put off."},
	}
	for _, tt := range tests {
		t.Run(tt.step, func(t *testing.T) {
			l := newLearner(t)
			out := &watcher{on: map[string]func(){tt.breakOn: func() { l.breakDisk() }}}
			if err := l.runTo(out, strings.NewReader(strings.Join(append(tt.typed, "q"), "\n"))); err != nil {
				t.Errorf("Run: %v", err)
			}
			shown := out.shown.String()
			if strings.Contains(shown, tt.hidden) || !strings.HasSuffix(shown, "The last step was not saved. Everything before it is.\n") {
				t.Errorf("want no %q, and that the step was not saved, in\n%s", tt.hidden, shown)
			}
		})
	}
}
