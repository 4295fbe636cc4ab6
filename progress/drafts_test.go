package progress

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// typing is drafts by a process whose clock stands at a minute of the morning.
func typing(dir, process string, at int) Drafts {
	d := OpenDrafts(dir, course)
	d.process, d.now = process, func() time.Time { return minute(at) }
	return d
}

func about(text string) Draft {
	return Draft{Module: "m", Activity: "../a", Field: "when/where", Text: text}
}

func save(t *testing.T, d Drafts, draft Draft) {
	t.Helper()
	if err := d.Save(draft); err != nil {
		t.Fatal(err)
	}
}

func find(t *testing.T, d Drafts) []Draft {
	t.Helper()
	found, err := d.Find("m", "../a", "when/where")
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func texts(drafts []Draft) []string {
	var all []string
	for _, d := range drafts {
		all = append(all, d.Text)
	}
	return all
}

func TestDrafts(t *testing.T) {
	dir := t.TempDir()
	mine := typing(dir, "p1", 1)
	if got := find(t, mine); len(got) != 0 {
		t.Errorf("got %v before anything was typed", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "drafts")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("looking for drafts makes their folder: %v", err)
	}
	save(t, mine, about("It was"))
	save(t, mine, about("It was the pause."))
	save(t, mine, Draft{Module: "m", Activity: "../a", Field: "will", Text: "another field"})
	save(t, OpenDrafts(dir, "another-course"), about("another course"))
	got := find(t, mine)
	if want := []string{"It was the pause."}; !slices.Equal(texts(got), want) || !got[0].At.After(minute(1)) {
		t.Fatalf("got %+v, want %q", got, want)
	}
	if err := mine.Remove(got[0]); err != nil {
		t.Fatal(err)
	}
	if got := find(t, mine); len(got) != 0 {
		t.Errorf("got %v, which was removed", got)
	}
	if err := mine.Remove(got[0]); err != nil {
		t.Errorf("removing it again: %v", err)
	}
}

func TestDraftsOfSeveralProcesses(t *testing.T) {
	dir := t.TempDir()
	save(t, typing(dir, "p1", 9), about("before the crash"))
	save(t, typing(dir, "p2", 3), about("later, with the clock set back"))
	last := typing(dir, "p3", 20)
	save(t, last, about("last"))
	found := find(t, last)
	if got, want := texts(found), []string{"last", "later, with the clock set back", "before the crash"}; !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	save(t, typing(dir, "p2", 30), about("typed on"))
	for _, d := range found {
		if err := last.Remove(d); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := texts(find(t, last)), []string{"typed on"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q, which was typed since", got, want)
	}
	save(t, last, about("mine"))
	if err := last.Remove(about("")); err != nil {
		t.Fatal(err)
	}
	if got, want := texts(find(t, last)), []string{"typed on"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q: only this process's own goes", got, want)
	}
}

// TestDraftsAreReplacedWhole reads while another saves, and always finds one
// text or the other.
func TestDraftsAreReplacedWhole(t *testing.T) {
	d := typing(t.TempDir(), "p1", 1)
	long := strings.Repeat("a long text ", 5000)
	save(t, d, about(long))
	var group sync.WaitGroup
	group.Go(func() {
		for n := range 100 {
			if err := d.Save(about([]string{"short", long}[n%2])); err != nil {
				t.Error(err)
			}
		}
	})
	for range 300 {
		if got := find(t, d); len(got) != 1 || got[0].Text != long && got[0].Text != "short" {
			t.Fatalf("got %d drafts: %.60q", len(got), texts(got))
		}
	}
	group.Wait()
	entries, err := os.ReadDir(d.dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("got the files %v (%v), want the one draft", entries, err)
	}
}

func TestDraftsPassOverWhatIsNone(t *testing.T) {
	dir := t.TempDir()
	d := typing(dir, "p1", 1)
	save(t, d, about("whole"))
	for name, text := range map[string]string{
		d.prefix(about("")) + "p2.json":     `{"module":"m","acti`,
		d.prefix(about("")) + "p3.json":     `{"module":"m","activity":"b","field":"f","text":"of another field by chance"}`,
		d.prefix(about("")) + "p4.json.tmp": `{"module":"m","activity":"../a","field":"when/where","text":"never finished"}`,
		"notes.txt":                         "mine",
	} {
		if err := os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := texts(find(t, d)), []string{"whole"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDraftsAreTheLearnersOwn(t *testing.T) {
	d := typing(filepath.Join(t.TempDir(), "new"), "p1", 1)
	save(t, d, about("x"))
	for path, want := range map[string]fs.FileMode{filepath.Dir(d.dir): 0o700, d.dir: 0o700, d.path(about("")): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has the mode %v (%v), want %v", path, info.Mode().Perm(), err, want)
		}
	}
	if name := filepath.Base(d.path(about(""))); strings.Contains(name, "when") {
		t.Errorf("the name %s gives away what it is about", name)
	}
}

func TestDraftsTell(t *testing.T) {
	dir := t.TempDir()
	d := typing(dir, "p1", 1)
	if err := os.WriteFile(d.dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	way := "a file stands where a folder should be, at or above " + d.dir + ". Move that file, or keep your progress elsewhere with --data FOLDER."
	_, found := d.Find("m", "a", "f")
	for want, got := range map[string]error{
		"What you are typing could not be saved: " + way: d.Save(about("x")),
		"What you were typing could not be read: " + way: found,
	} {
		if got == nil || got.Error() != want {
			t.Errorf("got\n%v\nwant\n%s", got, want)
		}
	}
	d = typing(t.TempDir(), "p1", 1)
	if err := os.MkdirAll(filepath.Join(d.path(about("")), "full"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := d.Save(about("x")); err == nil || errors.Is(err, syscall.ENOTDIR) {
		t.Errorf("got %v over a folder in its place", err)
	}
	if err := d.Remove(about("x")); err == nil || !strings.HasPrefix(err.Error(), "What you typed is saved, but its draft could not be removed: ") {
		t.Errorf("got %v on removing a folder in its place", err)
	}
	if left, err := os.ReadDir(d.dir); err != nil || len(left) != 1 {
		t.Errorf("a failed save leaves %v (%v)", left, err)
	}
	want := `What you are typing could not be saved: the course's id "../up" cannot name a file: its author should use small letters, digits and hyphens, 128 at most`
	if err := OpenDrafts(dir, "../up").Save(about("x")); err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// TestCarry: a draft goes with what it was typed for, and never in the way of
// a newer one.
func TestCarry(t *testing.T) {
	rename := func(d Draft) Draft {
		if d.Field == "old" {
			d.Field = "when/where"
		}
		return d
	}
	old := about("It was quiet")
	old.Field = "old"
	t.Run("to where there was none", func(t *testing.T) {
		dir := t.TempDir()
		save(t, typing(dir, "p1", 1), old)
		typing(dir, "p2", 5).Carry(rename)
		got := find(t, typing(dir, "p3", 6))
		if len(got) != 1 || got[0].Text != old.Text || !got[0].At.Equal(minute(1)) {
			t.Errorf("got %+v, want the text of minute 1", got)
		}
		if entries, _ := os.ReadDir(filepath.Join(dir, "drafts")); len(entries) != 1 {
			t.Errorf("%d files are left, want 1", len(entries))
		}
	})
	t.Run("not over a newer one", func(t *testing.T) {
		dir := t.TempDir()
		save(t, typing(dir, "p1", 1), old)
		save(t, typing(dir, "p2", 3), about("It was loud"))
		typing(dir, "p2", 5).Carry(rename)
		if got := texts(find(t, typing(dir, "p3", 6))); !slices.Equal(got, []string{"It was loud"}) {
			t.Errorf("got %q", got)
		}
		if entries, _ := os.ReadDir(filepath.Join(dir, "drafts")); len(entries) != 2 {
			t.Errorf("%d files are left, want both", len(entries))
		}
	})
}
