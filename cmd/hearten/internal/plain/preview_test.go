package plain_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hearten/cmd/hearten/internal/plain"
	"hearten/cmd/hearten/internal/study"
	"hearten/course/lint"
	"hearten/course/source"
)

const module = "01-late/module.yaml"

// author is somebody who writes the sample course, with a preview beside it.
type author struct {
	*learner
	folder   string
	place    study.Spot
	editions chan study.Edition
	typed    *io.PipeWriter
	mu       sync.Mutex
	shown    strings.Builder
	more     chan struct{} // a token when something was shown
	seen     int           // how much of it was waited for
	ended    chan error
}

func newAuthor(t *testing.T, activity string) *author {
	t.Helper()
	a := &author{
		folder: filepath.Join(t.TempDir(), "course"), place: study.Spot{Module: "late", Activity: activity},
		editions: make(chan study.Edition), more: make(chan struct{}, 1), ended: make(chan error, 1),
	}
	if err := os.CopyFS(a.folder, os.DirFS("testdata/course")); err != nil {
		t.Fatal(err)
	}
	a.learner = newLearnerOf(t, a.folder)
	a.learner.course.ID = "preview"
	return a
}

// sits starts the session, with the course as it stands.
func (a *author) sits() *author {
	in, typed := io.Pipe()
	a.typed = typed
	c := a.config(in, a)
	c.Editions = a.editions
	go func() { a.ended <- plain.Run(context.Background(), c) }()
	a.editions <- a.edition()
	return a
}

// Write is where the session shows what it does.
func (a *author) Write(b []byte) (int, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	select {
	case a.more <- struct{}{}:
	default:
	}
	return a.shown.Write(b)
}

func (a *author) text() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.shown.String()
}

// sees waits for words after those that were seen before.
func (a *author) sees(words string) *author {
	a.t.Helper()
	deadline := time.NewTimer(30 * time.Second)
	defer deadline.Stop()
	for {
		text := a.text()
		if at := strings.Index(text[a.seen:], words); at >= 0 {
			a.seen += at + len(words)
			return a
		}
		select {
		case <-a.more:
		case <-deadline.C:
			a.t.Fatalf("waited in vain for %q after\n%s\nin\n%s", words, text[:a.seen], text[a.seen:])
		}
	}
}

func (a *author) types(lines ...string) *author {
	a.t.Helper()
	for _, l := range lines {
		if _, err := io.WriteString(a.typed, l+"\n"); err != nil {
			a.t.Fatal(err)
		}
	}
	return a
}

// saves changes words in the course. The session has taken it when it returns.
func (a *author) saves(file, old, new string) *author {
	a.t.Helper()
	a.replaces(file, old, new)
	a.editions <- a.edition()
	return a
}

// oneQuestion leaves the quiz with its first question alone.
func (a *author) oneQuestion() {
	a.t.Helper()
	raw, err := os.ReadFile(filepath.Join(a.folder, filepath.FromSlash(module)))
	if err != nil {
		a.t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(raw), "      - id: known\n")
	others, _, _ := strings.Cut(after, "  - scenario: ines\n")
	a.replaces(module, "      - id: known\n"+others, "")
}

// replaces changes words in a file.
func (a *author) replaces(file, old, new string) {
	a.t.Helper()
	name := filepath.Join(a.folder, filepath.FromSlash(file))
	raw, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(raw), old) {
		a.t.Fatalf("%s has no %q: %v", file, old, err)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(raw), old, new, 1)), 0o644); err != nil {
		a.t.Fatal(err)
	}
}

func (a *author) edition() study.Edition {
	c, _ := build(a.t, a.folder)
	e := study.Edition{Course: c, At: time.Date(2026, 3, 2, 14, 3, 22, 0, time.UTC), Subject: "module.yaml", Place: a.place}
	if c.ID == "" {
		e.Course = nil
	}
	e.Problems = lint.Check(os.DirFS(a.folder))
	e.Here = source.Errors(e.Problems)
	return e
}

// quits ends the session and compares all that was shown.
func (a *author) quits(name string) {
	a.t.Helper()
	a.types("q")
	if err := <-a.ended; err != nil {
		a.t.Errorf("Run: %v", err)
	}
	golden(a.t.(*testing.T), "preview-"+name, a.text())
}

// TestPreview: after a save, what is wrong is said and the same place is shown
// again; nothing that was typed is lost, and nothing is answered by itself.
func TestPreview(t *testing.T) {
	tests := []struct {
		name, activity string
		do             func(*author)
	}{
		{"lesson", "waiting", func(a *author) {
			a.sees("Page 1 of 3").types("").sees("Page 2 of 3")
			a.saves(module, "The chair is empty.\n", "The chair stands empty.\n").sees("The chair stands empty.").sees("Page 2 of 3")
			a.saves(module, "Nobody looks at it.", "Nobody looks at it. [@nobody]").sees("1 error").sees("The chair stands empty.").sees("Page 2 of 3")
			a.saves(module, " [@nobody]", "").sees("no problems").sees("Page 2 of 3")
		}},
		{"quiz", "check", func(a *author) {
			a.sees("Your choice").types("h").sees("Hint 1").sees("Your choice")
			a.saves(module, "What did you see?", "What can you see?").sees("Hint 1: What can you see?").sees("Your choice")
			a.types("1").sees("You chose").sees("Enter to go on")
			a.saves(module, "it leaves the reason to her", "it leaves the why to her").sees("leaves the why").sees("Enter to go on")
			a.types("l").sees("Page 1 of 3")
			a.saves(module, "one chair is empty", "one chair stands empty").sees("one chair stands empty").sees("Page 1 of 3")
			a.types("m").sees("leaves the why").sees("Enter to go on").types("").sees("You have finished").sees("Your choice")
		}},
		{"scenario", "ines", func(a *author) {
			a.sees("What do you do").types("1").sees("Decision 2").sees("What do you do")
			a.saves(module, "she stays in her chair", "she stays on her chair").sees("stays on her chair").sees("What do you do")
			a.types("1").sees("look back")
			a.saves(module, "- id: wait\n", "- id: stay\n").sees("A choice that you had made").sees("Decision 2").sees("What do you do")
			a.saves(module, "- id: ask\n", "- id: tell\n").sees("begins anew").sees("Decision 1").sees("What do you do")
		}},
		{"reflection", "last-time", func(a *author) {
			a.sees("Your text:").types("Ines.", ".").sees("Question 2 of 2").sees("Your text:")
			a.types("I would ask,", "?").sees("Type your text, line by line.")
			a.saves(module, "What would you say today?", "What would you say *now*?").sees("What would you say now?").sees("I would ask,").sees("Your text:")
			a.types("and wait.", ".").sees("1. Save.").types("1").sees("Saved.").sees("Your choice")
			a.types("4").sees("Ines.").sees("Your text:").types(".").sees("and wait.").sees("Your text:")
		}},
		{"nothing", "waiting", func(a *author) {
			a.sees("Until then").types("", "b").sees("“b” is no answer here")
			a.saves("course.yaml", "idx: plain-sample", "id: plain-sample").sees("no problems").sees("Page 1 of 3")
			a.types("m").sees("Module: Late again").sees("Your choice")
			a.saves(module, "title: Late again", "title: Late once more").sees("Module: Late once more").sees("Your choice")
			a.types("b").sees("Home.").sees("Your choice")
			a.saves(module, "title: Late once more", "title: Late again").sees("Home.").sees("Late again").sees("Your choice")
		}},
		{"broken", "waiting", func(a *author) {
			a.sees("Page 1 of 3").types("m").sees("Your choice")
			a.saves(module, "title: Check yourself", "titel: Check yourself").sees("Your choice").types("2").sees("cannot be shown, because there is a mistake in it.").sees("Your choice")
			a.types("p").sees("titel").sees("Your choice").types("?").sees("p for all that is wrong")
		}},
		{"gone", "waiting", func(a *author) {
			a.sees("Page 1 of 3")
			a.saves("course.yaml", "[01-late, 02-next]", "[02-next]").sees("This is the last version that could").sees("Page 1 of 3")
			a.types("m").sees("This module cannot be shown").sees("back home")
			a.saves("course.yaml", "[02-next]", "[01-late, 02-next]").sees("Module: Late again").sees("Your choice")
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := newAuthor(t, tt.activity)
			switch tt.name {
			case "nothing":
				a.replaces("course.yaml", "id:", "idx:")
			case "quiz":
				a.oneQuestion()
			}
			tt.do(a.sits())
			a.quits(tt.name)
		})
	}
}

// TestPreviewWaits: an edition that comes while an answer is half given is
// taken up at the next prompt.
func TestPreviewWaits(t *testing.T) {
	a := newAuthor(t, "check")
	a.oneQuestion()
	a.sits()
	a.sees("Your choice").types("s").sees("From now on").sees("Your choice").types("1").sees("How sure are you?")
	took := make(chan struct{})
	go func() { a.saves(module, "it leaves the reason to her", "it leaves the why to her"); close(took) }()
	a.types("?").sees("You can type").sees("How sure are you?")
	select {
	case <-took:
		t.Error("the answer was taken away while it was given")
	default:
	}
	a.types("2").sees("You thought so.").sees("leaves the why")
	<-took
	a.quits("waits")
}
