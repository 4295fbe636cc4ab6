package progress

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestOpenMakesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "yet")
	j := opened(t, dir)
	if got := j.Events(); len(got) != 0 {
		t.Errorf("got the events %v of no journal", got)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
	mustAppend(t, j, wrote("x"))
	for path, want := range map[string]fs.FileMode{dir: 0o700, filepath.Dir(dir): 0o700, j.Path(): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has the mode %v (%v), want %v", path, info.Mode().Perm(), err, want)
		}
	}
}

func TestOpenRefusesUnsafeCourses(t *testing.T) {
	for _, id := range []string{"", "..", "../up", "a/b", `a\b`, "a.b", "A", "a b", "a\x00", "ä", strings.Repeat("a", 129)} {
		if _, err := Open(t.TempDir(), id); err == nil {
			t.Errorf("Open takes the course %q", id)
		}
	}
	_, err := Open(t.TempDir(), "../up")
	want := `the course's id "../up" cannot name a file: its author should use small letters, digits and hyphens, 128 at most`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestAppendIsReadBack(t *testing.T) {
	dir := t.TempDir()
	j := opened(t, dir)
	returned := mustAppend(t, j, entries(60)...)
	returned = append(returned, mustAppend(t, j, wrote("and one more"))...)
	for name, got := range map[string][]Event{"this journal": j.Events(), "one opened anew": opened(t, dir).Events()} {
		if !reflect.DeepEqual(got, returned) {
			t.Errorf("%s holds\n%v\nAppend returned\n%v", name, got, returned)
		}
	}
	if got, err := j.Append(context.Background()); got != nil || err != nil {
		t.Errorf("appending nothing returns %v, %v", got, err)
	}
}

func TestAppendSeesTheOthers(t *testing.T) {
	dir := t.TempDir()
	here, there := opened(t, dir), opened(t, dir)
	mustAppend(t, here, wrote("one"))
	mustAppend(t, there, wrote("two"))
	mustAppend(t, here, wrote("three"))
	var got []string
	for _, e := range here.Events() {
		got = append(got, e.Data.(Wrote).Text)
	}
	if want := []string{"one", "two", "three"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAppendAfterTheFileWasChanged(t *testing.T) {
	long := strings.Repeat("a long text ", 20)
	tests := []struct {
		name   string
		change func(path string, data []byte) error
		want   int
	}{
		{"deleted", func(path string, _ []byte) error { return os.Remove(path) }, 1},
		{"put back from before", func(path string, data []byte) error {
			return os.WriteFile(path, data[:strings.Index(string(data), "\n")+1], 0o600)
		}, 2},
		{"another file in its place", func(path string, data []byte) error {
			return errors.Join(os.WriteFile(path+"2", slices.Repeat(data, 2), 0o600), os.Rename(path+"2", path))
		}, 4},
		{"written over in place", func(path string, data []byte) error {
			text := strings.ReplaceAll(string(data), "\n", "\n\n") + "notes\n"
			return os.WriteFile(path, []byte(text), 0o600)
		}, 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			j := opened(t, t.TempDir())
			mustAppend(t, j, wrote("one"), wrote(long), wrote("three"))
			if err := tt.change(j.path, content(t, j)); err != nil {
				t.Fatal(err)
			}
			mustAppend(t, j, wrote("new"))
			if got := len(j.Events()); got != tt.want {
				t.Errorf("got %d events, want %d", got, tt.want)
			}
			if got := opened(t, j.dir).Events(); !reflect.DeepEqual(got, j.Events()) {
				t.Errorf("opened anew it holds\n%v\nwant\n%v", got, j.Events())
			}
		})
	}
}

// lay writes a journal by hand.
func lay(t *testing.T, lines ...string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(JournalPath(dir, course), []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestNotes(t *testing.T) {
	sound := string(sample(t, Event{wrote("one"), id(1), course}))
	other := string(sample(t, Event{wrote("two"), id(1), course}))
	foreign := string(sample(t, Event{wrote("one"), id(2), "another-course"}))
	newer := string(sign(`{"v":2,"id":"` + id(3) + `","what":"?"}`))
	healed := strings.Replace(sound, "one", "own", 1)
	damaged := strings.Replace(string(sample(t, Event{wrote("two"), id(4), course})), "two", "twa", 1)
	tests := []struct {
		name  string
		lines []string
		want  string
	}{
		{"fine", []string{sound, ""}, ""},
		{"fine, without an end", []string{sound}, ""},
		{"fine, from an editor on Windows", []string{sound + "\r", "\r", ""}, ""},
		{"damaged", []string{damaged, sound, ""}, "1 line cannot be read in PATH, as after a power cut. The file is kept as it is, and everything else in it counts."},
		{"damaged, and whole elsewhere", []string{healed, sound, ""}, ""},
		{"torn", []string{sound, "hello", damaged[:50]}, "2 lines cannot be read in PATH, as after a power cut. The file is kept as it is, and everything else in it counts."},
		{"foreign", []string{sound, foreign, ""}, "1 line is of another course in PATH. The file is kept as it is, and everything else in it counts."},
		{"disputed", []string{sound, other, ""}, "1 entry is there twice, with different words. One of the two counts, always the same one."},
		{"newer", []string{newer, sound, ""}, "A newer version of hearten has written to PATH. This one shows what it can read and changes nothing: update hearten to go on."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			j := opened(t, lay(t, tt.lines...))
			got := strings.ReplaceAll(strings.Join(j.Notes(), "\n"), j.Path(), "PATH")
			if got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if again := j.Notes(); len(again) != 0 {
				t.Errorf("said again: %q", again)
			}
			if got := len(j.Events()); got != 1 {
				t.Errorf("got %d events, want the one that is sound", got)
			}
		})
	}
}

func TestAppendTouchesNothingThatStood(t *testing.T) {
	sound := string(sample(t, Event{wrote("one"), id(1), course}))
	for _, before := range []string{
		sound, sound + "\n", sound + "\r\n", sound[:40], sound + "\nhello", "\n\n" + sound + "\n\xff\xfe\n",
		string(sign(`{"v":1,"id":"`+id(2)+`","at":"2026-03-02T08:30:00Z","course":"`+course+`","kind":"sang","mood":"x","d":{"song": [1 ,2]}}`)) + "\n",
	} {
		j := opened(t, lay(t, before))
		j.Notes()
		stood := j.Events()
		added := mustAppend(t, j, wrote("new"))
		if got := string(content(t, j)); !strings.HasPrefix(got, before) || strings.Count(got[len(before):], "\n") > 2 {
			t.Errorf("of\n%q\nbecame\n%q", before, got)
		}
		if got := opened(t, j.dir).Events(); !reflect.DeepEqual(got, append(stood, added...)) {
			t.Errorf("of\n%q\nare read the events\n%v", before, got)
		}
		if notes := j.Notes(); len(notes) != 0 {
			t.Errorf("of\n%q\nan append says again what opening said: %q", before, notes)
		}
	}
}

// TestDamagedIDsAreNotBelieved holds that a broken id in the far future does
// not drag all later ones there.
func TestDamagedIDsAreNotBelieved(t *testing.T) {
	sound := string(sample(t, Event{wrote("one"), id(1), course}))
	far := "7" + id(2)[1:]
	j := opened(t, lay(t, sound, strings.Replace(sound, id(1), far, 1), ""))
	if got := mustAppend(t, j, wrote("new"))[0].ID; got <= id(1) || got >= far {
		t.Errorf("got the id %s, want one of today", got)
	}
	end := string(sample(t, Event{wrote("one"), "7ZZZZZZZZZZZZZZZZZZZZZZZZZ", course}))
	j = opened(t, lay(t, end, ""))
	_, err := j.Append(context.Background(), wrote("new"))
	want := "Your text could not be saved: " + j.Path() + " holds an entry from the end of time, and nothing can come after that. Move the file away and begin another, or keep your progress elsewhere with --data FOLDER."
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestNewerIsOnlyRead(t *testing.T) {
	for _, newer := range []string{
		string(sign(`{"v":2,"id":"` + id(3) + `","at":7}`)),
		`{"v":12,"sealed":"in another way"}`,
	} {
		dir := lay(t, newer, "")
		j := opened(t, dir)
		_, err := j.Append(context.Background(), wrote("x"))
		want := "Your text could not be saved: a newer version of hearten has written to " + j.Path() + ". Update hearten to go on; nothing saved before is lost."
		if !errors.Is(err, ErrNewer) || err.Error() != want {
			t.Errorf("got %v, want ErrNewer saying %s", err, want)
		}
		if got := string(content(t, j)); got != newer+"\n" {
			t.Errorf("the file became %s", got)
		}
	}
	flipped := strings.Replace(string(sample(t, Event{wrote("one"), id(1), course})), `"v":1`, `"v":9`, 1)
	mustAppend(t, opened(t, lay(t, flipped, "")), wrote("damage is no newer version"))
}

func TestNewerWhileOpen(t *testing.T) {
	j := opened(t, t.TempDir())
	mustAppend(t, j, wrote("x"))
	data := append(content(t, j), sign(`{"v":2,"id":"`+id(3)+`"}`)...)
	if err := os.WriteFile(j.Path(), append(data, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Append(context.Background(), wrote("y")); !errors.Is(err, ErrNewer) {
		t.Errorf("got %v, want ErrNewer", err)
	}
	if notes := j.Notes(); len(notes) != 1 || !strings.HasPrefix(notes[0], "A newer version") {
		t.Errorf("got the notes %q", notes)
	}
}

func TestOpenKeepsOthersOut(t *testing.T) {
	dir := lay(t, "")
	path := JournalPath(dir, course)
	if err := errors.Join(os.Chmod(path, 0o644), os.Chmod(dir, 0o777)); err != nil {
		t.Fatal(err)
	}
	got := opened(t, dir).Notes()
	want := []string{
		"Others on this computer could read " + path + ". Now only you can.",
		"Others on this computer can change what is in " + dir + ". Make it yours alone: chmod 700 on that folder.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("got the mode %v (%v), want 0600", info.Mode().Perm(), err)
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := opened(t, dir).Notes(); len(got) != 0 {
		t.Errorf("got the notes %q of a journal that is private", got)
	}
}

func TestDefaultDir(t *testing.T) {
	home := t.TempDir()
	if dir, err := dirIn(home); err != nil || dir != filepath.Join(home, "hearten") {
		t.Errorf("got %q, %v", dir, err)
	}
	want := "there is no home folder to keep your progress in. Name a folder with --data FOLDER or in HEARTEN_DATA"
	for _, none := range []string{"", ".local/share"} {
		if dir, err := dirIn(none); err == nil || err.Error() != want {
			t.Errorf("in %q: got %q, %v; want %s", none, dir, err, want)
		}
	}
}
