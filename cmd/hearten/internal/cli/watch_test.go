package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"hearten/cmd/hearten/internal/study"
)

// desk is a course on disk, with its author at work on it.
type desk struct {
	t        testing.TB
	dir      string
	editions <-chan study.Edition
	again    chan struct{}
}

const (
	aCourse = "format: 1\nid: c\ntitle: C\nmodules: [m]\n"
	aModule = "format: 1\nid: m\ntitle: M\nactivities:\n  - {lesson: one, title: One, minutes: 1, file: one.md}\n  - {lesson: two, title: Two, minutes: 1, file: more/two.md}\n"
)

// atWork watches a small course from a file of it on.
func atWork(t testing.TB, inside string) *desk {
	t.Helper()
	d := &desk{t: t, dir: filepath.Join(t.TempDir(), "course"), again: make(chan struct{}, 1)}
	d.writes("course.yaml", aCourse)
	d.writes("m/module.yaml", aModule)
	d.writes("m/one.md", "First words.\n")
	d.writes("m/more/two.md", "Second words.\n")
	s := subject{d.dir, inside, inside}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	editions, err := s.editions(ctx, s.read(time.Now()), time.Now, d.again)
	if err != nil {
		t.Fatal(err)
	}
	d.editions = editions
	d.until("the first edition", func(e study.Edition) bool { return e.Course != nil })
	return d
}

func (d *desk) path(name string) string { return filepath.Join(d.dir, filepath.FromSlash(name)) }

// writes saves a file as an editor does that writes into it.
func (d *desk) writes(name, text string) {
	d.t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(d.path(name)), 0o755), os.WriteFile(d.path(name), []byte(text), 0o644)); err != nil {
		d.t.Fatal(err)
	}
}

// puts saves a file as an editor does that puts a new one in its place.
func (d *desk) puts(name, text string) {
	d.t.Helper()
	d.writes(name+".new~", text)
	d.does(os.Rename(d.path(name+".new~"), d.path(name)))
}

func (d *desk) does(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// until waits for an edition that fits.
func (d *desk) until(what string, fits func(study.Edition) bool) study.Edition {
	d.t.Helper()
	deadline := time.NewTimer(30 * time.Second)
	defer deadline.Stop()
	for last := (study.Edition{}); ; {
		select {
		case last = <-d.editions:
			if fits(last) {
				return last
			}
		case <-deadline.C:
			d.t.Fatalf("waited in vain for %s; the last edition was %+v", what, last)
		}
	}
}

// reads waits for an edition in which an activity has words in it.
func (d *desk) reads(module, activity, words string) study.Edition {
	d.t.Helper()
	return d.until(words, func(e study.Edition) bool {
		if e.Course == nil {
			return false
		}
		content, err := e.Course.Take(module, activity)
		return err == nil && len(content.Lesson.Text) > 0 && strings.Contains(content.Lesson.Blocks()[0].Plain, words)
	})
}

func gone(e study.Edition) bool { return e.Course == nil }

// TestEverySaveIsNoticed: however an editor saves, and whatever happens to
// folders, the course is read as it stands after it.
func TestEverySaveIsNoticed(t *testing.T) {
	tests := []struct {
		name string
		do   func(*desk)
	}{
		{"written into", func(d *desk) { d.writes("m/one.md", "Other words.\n"); d.reads("m", "one", "Other words") }},
		{"put in its place", func(d *desk) { d.puts("m/one.md", "Other words.\n"); d.reads("m", "one", "Other words") }},
		{"twice", func(d *desk) {
			d.puts("m/one.md", "Other words.\n")
			d.reads("m", "one", "Other words")
			d.puts("m/one.md", "Third words.\n")
			d.reads("m", "one", "Third words")
		}},
		{"in a folder of its own", func(d *desk) {
			d.puts("m/more/two.md", "Other words.\n")
			d.reads("m", "two", "Other words")
		}},
		{"taken away and put back", func(d *desk) {
			d.does(os.Remove(d.path("m/one.md")))
			d.until("a mistake", func(e study.Edition) bool { return e.Near+e.Here > 0 })
			d.writes("m/one.md", "Back again.\n")
			d.reads("m", "one", "Back again")
		}},
		{"a new module", func(d *desk) {
			d.does(os.Mkdir(d.path("n"), 0o755))
			d.writes("n/module.yaml", "format: 1\nid: n\ntitle: N\nactivities:\n  - {lesson: new, title: New, minutes: 1, file: new.md}\n")
			d.writes("course.yaml", strings.Replace(aCourse, "[m]", "[m, n]", 1))
			d.until("the module", func(e study.Edition) bool { return e.Course != nil && len(e.Course.Modules) == 2 })
			d.writes("n/new.md", "Quite new.\n")
			d.reads("n", "new", "Quite new")
		}},
		{"a module that is named first", func(d *desk) {
			d.writes("course.yaml", strings.Replace(aCourse, "[m]", "[m, n]", 1))
			d.until("the mistake", func(e study.Edition) bool { return len(e.Problems) > 0 })
			d.writes("n/module.yaml", "format: 1\nid: n\ntitle: N\nactivities:\n  - {lesson: new, title: New, minutes: 1, file: new.md}\n")
			d.writes("n/new.md", "Quite new.\n")
			d.reads("n", "new", "Quite new")
		}},
		{"a module's folder goes and comes back", func(d *desk) {
			d.does(os.Rename(d.path("m"), d.path("aside")))
			d.until("the mistake", func(e study.Edition) bool { return len(e.Problems) > 0 })
			d.does(os.Rename(d.path("aside"), d.path("m")))
			d.reads("m", "one", "First words")
			d.puts("m/one.md", "Other words.\n")
			d.reads("m", "one", "Other words")
		}},
		{"the course's folder goes and comes back", func(d *desk) {
			d.does(os.RemoveAll(d.dir))
			e := d.until("that it is gone", gone)
			if len(e.Problems) != 1 || e.Problems[0].Cause != "the folder of the course is gone" {
				d.t.Errorf("the problems are %+v", e.Problems)
			}
			d.writes("m/one.md", "Back again.\n")
			d.writes("m/module.yaml", aModule)
			d.writes("course.yaml", aCourse)
			d.reads("m", "one", "Back again")
			d.puts("m/one.md", "Other words.\n")
			d.reads("m", "one", "Other words")
		}},
		{"and the folder above it", func(d *desk) {
			above := filepath.Dir(d.dir)
			d.does(os.Rename(above, above+".aside"))
			d.until("that it is gone", gone)
			d.does(os.Rename(above+".aside", above))
			d.reads("m", "one", "First words")
			d.puts("m/one.md", "Other words.\n")
			d.reads("m", "one", "Other words")
		}},
		{"half a file, and then the rest", func(d *desk) {
			d.writes("course.yaml", "format: 1\nid")
			d.until("that it cannot be read", gone)
			d.writes("course.yaml", aCourse)
			d.reads("m", "one", "First words")
		}},
		{"asked for", func(d *desk) { ask(d.again); ask(d.again); d.reads("m", "one", "First words") }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.do(atWork(t, "m/one.md"))
		})
	}
}

// TestTheNewestWaits: of several editions that nobody took, the last is handed
// out.
func TestTheNewestWaits(t *testing.T) {
	d := atWork(t, "m/one.md")
	for _, words := range []string{"One.", "Two.", "Three."} {
		d.puts("m/one.md", words)
	}
	d.reads("m", "one", "Three.")
}

// TestWhatConcernsACourse: what editors keep beside a file, and what happens
// above the course, is not read.
func TestWhatConcernsACourse(t *testing.T) {
	w := watcher{dir: filepath.FromSlash("/x/course")}
	tests := []struct {
		name string
		op   fsnotify.Op
		want bool
	}{
		{"/x/course/m/one.md", fsnotify.Write, true},
		{"/x/course/m/one.md", fsnotify.Chmod, false},
		{"/x/course/m/one.md", fsnotify.Chmod | fsnotify.Write, true},
		{"/x/course/01.new", fsnotify.Create, true},
		{"/x/course/m/.one.md.swp", fsnotify.Create, false},
		{"/x/course/m/.#one.md", fsnotify.Create, false},
		{"/x/course/m/#one.md#", fsnotify.Create, false},
		{"/x/course/m/one.md~", fsnotify.Create, false},
		{"/x/course", fsnotify.Remove, true},
		{"/x/course-2", fsnotify.Create, false},
		{"/x/other/course.yaml", fsnotify.Write, false},
		{"/x", fsnotify.Create, true},
	}
	for _, tt := range tests {
		if got := w.concerns(fsnotify.Event{Name: filepath.FromSlash(tt.name), Op: tt.op}); got != tt.want {
			t.Errorf("%s of %s: %v, want %v", tt.op, tt.name, got, tt.want)
		}
	}
}

// TestBlind: where saves cannot be noticed, that is said, with a way out, and
// asking still reads the course.
func TestBlind(t *testing.T) {
	d := atWork(t, "m/one.md")
	s := subject{d.dir, "m/one.md", "one.md"}
	w := &watcher{subject: s, dir: d.dir, now: time.Now, files: &fsnotify.Watcher{}, blind: errors.New("too many open files")}
	out, again := make(chan study.Edition), make(chan struct{}, 1)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go w.run(ctx, w.told(s.read(time.Now())), out, again)
	d.editions = out
	const says = "not every save can be noticed (too many open files). Start the preview anew to read the course again; on the screens, F5 does"
	if e := d.until("an edition", func(e study.Edition) bool { return e.Course != nil }); e.Blind != says {
		t.Errorf("it says %q, want %q", e.Blind, says)
	}
	d.writes("m/one.md", "Other words.\n")
	ask(again)
	if e := d.reads("m", "one", "Other words"); e.Blind != says {
		t.Errorf("it says %q, want %q", e.Blind, says)
	}
}

// BenchmarkSave is the time from a save to the edition that is made of it.
func BenchmarkSave(b *testing.B) {
	d := &desk{t: b, dir: filepath.Join(b.TempDir(), "course"), again: make(chan struct{}, 1)}
	d.does(os.CopyFS(d.dir, os.DirFS("../../../../modules")))
	name := "02-empathy-and-compassion/the-fork.md"
	raw, err := os.ReadFile(d.path(name))
	d.does(err)
	s := subject{d.dir, name, name}
	editions, err := s.editions(b.Context(), s.read(time.Now()), time.Now, d.again)
	d.does(err)
	d.editions = editions
	d.until("the first edition", func(e study.Edition) bool { return e.Course != nil })
	for i := 0; b.Loop(); i++ {
		words := "Save " + strings.Repeat("again ", i%7+1) + "now."
		d.puts(name, words+"\n\n"+string(raw))
		d.reads("empathy-and-compassion", "the-fork", words)
	}
}
