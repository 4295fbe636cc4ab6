package plain_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"hearten/cmd/hearten/internal/plain"
)

// events is what the journal says happened, without the ids and times that
// every run makes anew.
func (l *learner) events() []string {
	l.t.Helper()
	var all []string
	for _, line := range strings.Split(strings.TrimSpace(l.journal()), "\n") {
		if line == "" {
			continue
		}
		var e struct {
			Kind, Module, Activity string
			D                      json.RawMessage
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			l.t.Fatalf("%s: %v", line, err)
		}
		all = append(all, strings.Join([]string{e.Kind, e.Module, e.Activity, string(e.D)}, " "))
	}
	return all
}

// kept is everything on disk of a learner, the journal and the drafts.
func (l *learner) kept() string {
	l.t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(l.dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		all.Write(raw)
		return err
	})
	if err != nil {
		l.t.Fatal(err)
	}
	return all.String()
}

// TestTheInputMayEndAnywhere cuts a whole session off after each of its
// lines. It ends well, with the same events that the whole session had by
// then, and no text that was typed is lost.
func TestTheInputMayEndAnywhere(t *testing.T) {
	lines := throughModule()
	whole := newLearner(t)
	whole.types(lines...)
	all, before := whole.events(), 0
	for n := range len(lines) {
		l := newLearner(t)
		out, err := l.run(strings.NewReader(strings.Join(lines[:n], "\n")))
		if err != nil {
			t.Fatalf("the input ended after line %d, %q: %v\n%s", n, lines[:n], err, out)
		}
		got := l.events()
		if len(got) < before || len(got) > len(all) || !slices.Equal(got, all[:len(got)]) {
			t.Fatalf("after line %d the journal is\n%s\nwant a beginning, of %d events or more, of\n%s",
				n, strings.Join(got, "\n"), before, strings.Join(all, "\n"))
		}
		before = len(got)
		kept := l.kept()
		for _, typed := range lines[:n] {
			if len(typed) > 4 && !strings.Contains(kept, typed) {
				t.Errorf("after line %d, %q is lost; kept is\n%s", n, typed, kept)
			}
		}
		if out := l.types("1", "q"); !strings.Contains(out, "Saved.") {
			t.Errorf("after line %d the course goes on with\n%s", n, out)
		}
	}
	if before < len(all)-1 {
		t.Errorf("before the last line there are %d events, want nearly all of %d", before, len(all))
	}
}

// TestOnlyWordsAreShown looks at every session for anything that could steer
// a terminal, and for lines of prose too long to read.
func TestOnlyWordsAreShown(t *testing.T) {
	transcripts, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(transcripts) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, path := range transcripts {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		wordsOnly(t, path, string(raw))
	}
}

func wordsOnly(t *testing.T, name, shown string) {
	t.Helper()
	for i, line := range strings.Split(shown, "\n") {
		for _, c := range line {
			if !unicode.IsGraphic(c) {
				t.Errorf("%s:%d has the character %U: %q", name, i+1, c, line)
			}
		}
		if ansi.StringWidth(line) > 80 {
			t.Errorf("%s:%d is longer than 80 columns: %s", name, i+1, line)
		}
	}
}

// hostile is what a stranger may put into a text, as an author or by pasting.
const hostile = "\x1b[2J\x1b]0;x\a\rover\u009b31m\u202eback\tend"

func TestHostileTextIsOnlyWords(t *testing.T) {
	l := newLearner(t)
	shown := l.types("2", hostile, "4", hostile, ".", ".", "1", "4", "b", "q")
	wordsOnly(t, "the session", shown)
	if !strings.Contains(shown, "over") || !strings.Contains(shown, "back") {
		t.Errorf("the words of %q are gone from\n%s", hostile, shown)
	}
	// Entities are harmless in a file and live escapes once they are rendered:
	// what holds one is listed, and not shown.
	golden(t, "hostile", newLearnerOf(t, "testdata/hostile").types("1", "1", "b", "q"))
}

func TestWhatIsBrokenIsListedAndNotShown(t *testing.T) {
	golden(t, "broken", newLearnerOf(t, "testdata/broken").types("", "2", "", "3", "", "3", "", "q"))
	golden(t, "empty", newLearnerOf(t, "testdata/empty").types("", "1", "?", "q"))
}

// FuzzSession types anything at all: the session ends well, and nothing but
// words is shown.
func FuzzSession(f *testing.F) {
	f.Add(strings.Join(throughModule(), "\n"))
	f.Add("2\n4\n" + hostile + "\n.\n.\n1\n")
	f.Add("2\n3\n1\n2\n\n.\n1\n2\nb\n5\n.\n.\n.\n.\n\n2\nq\n")
	f.Add("\xff\xfe\r\n2\r\n5\r\nnine\r\n.\r\n")
	f.Fuzz(func(t *testing.T, typed string) {
		out, err := newLearner(t).run(strings.NewReader(typed))
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

func TestAnInterruptEndsTheSession(t *testing.T) {
	l := newLearner(t)
	ctx, interrupt := context.WithCancel(context.Background())
	in, typing := io.Pipe()
	defer typing.Close()
	go func() {
		io.WriteString(typing, "2\n4\nJ., on Tuesday.\nI said nothing.\n")
		io.WriteString(typing, "and then\n") // read only when the lines before were taken
		interrupt()
	}()
	var out strings.Builder
	err := plain.Run(ctx, l.config(in, &out))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Run: %v, want %v\n%s", err, context.Canceled, out.String())
	}
	if want := "Interrupted. Everything is saved; a text you had not finished is kept as\na draft.\n"; !strings.HasSuffix(out.String(), want) {
		t.Errorf("want %q at the end of\n%s", want, out.String())
	}
	if kept := l.kept(); !strings.Contains(kept, "I said nothing.") {
		t.Errorf("what was typed is lost; kept is\n%s", kept)
	}
}

// TestAnInterruptIsNoEnd cancels before anything is typed: whatever else is
// ready by then, the interrupt is what ends the session.
func TestAnInterruptIsNoEnd(t *testing.T) {
	ctx, interrupt := context.WithCancel(context.Background())
	interrupt()
	l := newLearner(t)
	for range 30 {
		if err := plain.Run(ctx, l.config(strings.NewReader(""), io.Discard)); !errors.Is(err, context.Canceled) {
			t.Fatalf("Run: %v, want %v", err, context.Canceled)
		}
	}
}

// full is an output that takes so many bytes and then no more.
type full struct{ room int }

var errFull = errors.New("no space left on device")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestAnOutputThatFailsEndsTheSession(t *testing.T) {
	for _, room := range []int{0, 10, 1000, 3000} {
		err := newLearner(t).runTo(&full{room}, strings.NewReader(strings.Join(throughModule(), "\n")))
		if want := "the course could not be shown: no space left on device"; !errors.Is(err, errFull) || err.Error() != want {
			t.Errorf("with room for %d bytes: %v, want %s", room, err, want)
		}
	}
}

func TestAnInputThatFailsEndsTheSession(t *testing.T) {
	out, err := newLearner(t).run(io.MultiReader(strings.NewReader("1\n"), broken{}))
	if want := "what you type could not be read: the cable is out"; err == nil || err.Error() != want {
		t.Errorf("Run: %v, want %s\n%s", err, want, out)
	}
}

// broken is an input that cannot be read.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the cable is out") }
