package progress

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

// stocked is a folder with the progress of two courses, and files that only
// look like it.
func stocked(t *testing.T) (dir string, foreign []string) {
	t.Helper()
	dir = t.TempDir()
	mustAppend(t, opened(t, dir), wrote("It was the pause."))
	save(t, OpenDrafts(dir, course), about("It was"))
	save(t, OpenDrafts(dir, course+"-2"), about("of another course"))
	foreign = []string{"notes.jsonl", "leading-with-care-x7k2m9.txt", "drafts/leading-with-care-x7k2m9.letter.json"}
	for _, name := range foreign {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(`{"not":"ours"}`+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir, foreign
}

func filesIn(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestErase(t *testing.T) {
	dir, foreign := stocked(t)
	all, err := Holdings(dir)
	if err != nil {
		t.Fatal(err)
	}
	var courses []string
	for _, h := range all {
		courses = append(courses, h.Course)
	}
	if want := []string{course, course + "-2"}; !slices.Equal(courses, want) {
		t.Fatalf("got the courses %q, want %q", courses, want)
	}
	if h := all[0]; len(h.Drafts) != 1 || len(h.Events) != 1 || h.Journal != JournalPath(dir, course) {
		t.Errorf("got %+v", h)
	}
	if err := all[0].Erase(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, left := range filesIn(t, dir) {
		if strings.HasPrefix(filepath.Base(left), course+".") && !slices.Contains(foreign, left) {
			t.Errorf("%s is left", left)
		}
	}
	if h, err := HoldingOf(dir, course); err != nil || !h.Empty() {
		t.Errorf("got %+v, %v after it was erased", h, err)
	}
	if err := all[1].Erase(context.Background()); err != nil {
		t.Fatal(err)
	}
	slices.Sort(foreign)
	if got := filesIn(t, dir); !slices.Equal(got, slices.Sorted(slices.Values(foreign))) {
		t.Errorf("the files that are not ours were %q, and are %q", foreign, got)
	}
}

// TestEraseWaits holds that nothing is erased while another process saves.
func TestEraseWaits(t *testing.T) {
	dir, _ := stocked(t)
	before := filesIn(t, dir)
	h, err := HoldingOf(dir, course)
	if err != nil {
		t.Fatal(err)
	}
	d := system()
	slept(&d)
	d.lock = func(string) lock { return latch{free: func() bool { return false }, freed: new(atomic.Int32)} }
	err = h.erase(context.Background(), d)
	const want = "Nothing was erased: another window of hearten is saving just now. Try again in a moment; nothing saved before is lost."
	if err == nil || !errors.Is(err, ErrBusy) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if after := filesIn(t, dir); !slices.Equal(after, before) {
		t.Errorf("the files were %q, and are %q", before, after)
	}
}

// TestEraseFollowsTheLink holds that a journal kept elsewhere, behind a link,
// does not outlive the link.
func TestEraseFollowsTheLink(t *testing.T) {
	dir, _ := stocked(t)
	elsewhere := filepath.Join(t.TempDir(), "kept.jsonl")
	if err := os.Rename(JournalPath(dir, course), elsewhere); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, JournalPath(dir, course)); err != nil {
		t.Fatal(err)
	}
	h, err := HoldingOf(dir, course)
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Erase(context.Background()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(elsewhere); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what the link led to: %v, want it gone", err)
	}
}
