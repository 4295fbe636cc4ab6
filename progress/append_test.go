package progress

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// TestAppendFailsAtAnyByte cuts an append short at each byte, with a disk that
// can and one that cannot take the beginning back. Whatever was acknowledged
// is there afterwards, and the next appends work.
func TestAppendFailsAtAnyByte(t *testing.T) {
	before := string(sample(t, Event{wrote("before"), id(1), course}))
	size := len(sample(t, Event{wrote("lost"), id(2), course})) + 1
	dir := t.TempDir()
	for _, stood := range []string{before + "\n", before[:70]} {
		for accept := range 2 * size {
			failAt(t, dir, stood, faults{accept: accept, write: syscall.ENOSPC})
			failAt(t, dir, stood, faults{accept: accept, write: syscall.ENOSPC, truncate: syscall.EIO})
		}
	}
}

func failAt(t *testing.T, dir, stood string, f faults) {
	t.Helper()
	if err := os.WriteFile(JournalPath(dir, course), []byte(stood), 0o600); err != nil {
		t.Fatal(err)
	}
	j, err := open(dir, course, failing(f))
	if err != nil {
		t.Fatal(err)
	}
	acknowledged := j.Events()
	events, err := j.Append(context.Background(), wrote("lost"), wrote("lost"))
	if !errors.Is(err, syscall.ENOSPC) || events != nil || !reflect.DeepEqual(j.Events(), acknowledged) {
		t.Fatalf("at byte %d: got %v, %v and the events %v", f.accept, events, err, j.Events())
	}
	if got := string(content(t, j)); f.truncate == nil && got != stood {
		t.Fatalf("at byte %d: the file became %q", f.accept, got)
	}
	j.disk = swift()
	acknowledged = append(acknowledged, mustAppend(t, j, wrote("kept"))...)
	if j, err = open(j.dir, course, swift()); err != nil {
		t.Fatal(err)
	}
	acknowledged = append(acknowledged, mustAppend(t, j, wrote("kept as well"))...)
	got := opened(t, j.dir).Events()
	if f.truncate != nil { // what could not be taken back may be there too
		got = slices.DeleteFunc(got, func(e Event) bool { return e.Data == Wrote{Field: "f", Text: "lost"} })
	}
	if !reflect.DeepEqual(got, acknowledged) {
		t.Fatalf("at byte %d: got the events %v, want %v", f.accept, got, acknowledged)
	}
	if data := content(t, j); !bytes.HasPrefix(data, []byte(stood)) {
		t.Fatalf("at byte %d: what stood was changed: %q", f.accept, data)
	}
}

func TestAppendOtherFaults(t *testing.T) {
	tests := []struct {
		name string
		with faults
		want error
	}{
		{"a short write without a reason", faults{accept: 9}, io.ErrShortWrite},
		{"not synced", faults{accept: -1, sync: syscall.EIO}, syscall.EIO},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			j, err := open(dir, course, failing(tt.with))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := j.Append(context.Background(), wrote("x")); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			if got := content(t, j); len(got) != 0 {
				t.Errorf("the file holds %q", got)
			}
		})
	}
}

func TestAppendSyncsTheNewName(t *testing.T) {
	var synced []string
	d := system()
	d.syncFolder = func(dir string) error { synced = append(synced, dir); return nil }
	j, err := open(t.TempDir(), course, d)
	if err != nil {
		t.Fatal(err)
	}
	mustAppend(t, j, wrote("x"))
	mustAppend(t, j, wrote("y"))
	if want := []string{j.dir}; !slices.Equal(synced, want) {
		t.Errorf("got %v, want %v once, after the file was made", synced, want)
	}
	d.syncFolder = func(string) error { return syscall.EIO }
	if j, err = open(t.TempDir(), course, d); err != nil {
		t.Fatal(err)
	}
	if _, err := j.Append(context.Background(), wrote("x")); !errors.Is(err, syscall.EIO) || len(content(t, j)) > 0 {
		t.Errorf("got %v and %q, want the failure and nothing written", err, content(t, j))
	}
}

func TestAppendWaitsForTheLock(t *testing.T) {
	var freed atomic.Int32
	var tries int
	d := system()
	waits := slept(&d)
	d.lock = func(string) lock { return latch{func() bool { tries++; return tries > 5 }, nil, &freed} }
	j, err := open(t.TempDir(), course, d)
	if err != nil {
		t.Fatal(err)
	}
	mustAppend(t, j, wrote("x"))
	if len(*waits) != 5 || freed.Load() != 1 {
		t.Errorf("got %d waits and %d unlocks, want 5 and 1", len(*waits), freed.Load())
	}
}

func TestAppendBusy(t *testing.T) {
	busy := true
	d := system()
	waits := slept(&d)
	d.lock = func(string) lock { return latch{func() bool { return !busy }, nil, &atomic.Int32{}} }
	j, err := open(t.TempDir(), course, d)
	if err != nil {
		t.Fatal(err)
	}
	_, err = j.Append(context.Background(), wrote("x"))
	want := "Your text could not be saved: another window of hearten is saving just now. Try again in a moment; nothing saved before is lost."
	if !errors.Is(err, ErrBusy) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	var waited time.Duration
	for _, w := range *waits {
		waited += w
	}
	if waited < patience || waited > patience+mostWait {
		t.Errorf("gave up after %v, want %v", waited, patience)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := j.Append(ctx, wrote("x")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the end of the wait", err)
	}
	busy = false
	if events, err := j.Append(ctx, wrote("x")); err != nil || len(events) != 1 {
		t.Errorf("got %v, %v: what can be written at once is written", events, err)
	}
}

func TestAppendWithoutLocking(t *testing.T) {
	d := system()
	d.lock = func(string) lock { return latch{nil, syscall.ENOLCK, &atomic.Int32{}} }
	j, err := open(t.TempDir(), course, d)
	if err != nil {
		t.Fatal(err)
	}
	mustAppend(t, j, wrote("x"))
	mustAppend(t, j, wrote("y"))
	want := []string{"Your progress is saved, but " + j.dir + " cannot be locked, as on some network drives. Use one window of hearten at a time."}
	if got := j.Notes(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestAppendTells holds the whole sentence for each way in which a disk can
// fail, in the words of what was to be saved.
func TestAppendTells(t *testing.T) {
	tests := []struct {
		cause error
		data  Data
		want  string
	}{
		{syscall.ENOSPC, Answered{}, "Your answer could not be saved: the disk is full. Make room and try again; nothing saved before is lost."},
		{syscall.EDQUOT, Chose{}, "Your choice could not be saved: the disk is full. Make room and try again; nothing saved before is lost."},
		{syscall.EROFS, Planned{}, "Your plan could not be saved: FILE is on a disk that can only be read. Make it writable, or keep your progress elsewhere with --data FOLDER."},
		{syscall.EACCES, Wrote{}, "Your text could not be saved: you are not allowed to use FILE. Ask whoever runs this computer to allow it, or keep your progress elsewhere with --data FOLDER."},
		{syscall.EISDIR, Reached{}, "Your place could not be saved: FILE is a folder, and a file should be there. Move that folder, or keep your progress elsewhere with --data FOLDER."},
		{syscall.EIO, Reached{}, `Your place could not be saved: the computer reports "input/output error" for FILE. Try again, or keep your progress elsewhere with --data FOLDER; nothing saved before is lost.`},
	}
	for _, tt := range tests {
		d := system()
		d.open = func(path string) (file, error) { return nil, &fs.PathError{Op: "open", Path: path, Err: tt.cause} }
		j, err := open(t.TempDir(), course, d)
		if err != nil {
			t.Fatal(err)
		}
		_, err = j.Append(context.Background(), Entry{At: morning(), Data: tt.data})
		if err == nil || strings.ReplaceAll(err.Error(), j.Path(), "FILE") != tt.want {
			t.Errorf("got\n%v\nwant\n%s", err, tt.want)
		}
		if !errors.Is(err, tt.cause) {
			t.Errorf("%v does not hold its cause", err)
		}
	}
}

func TestFileWhereTheFolderShouldBe(t *testing.T) {
	taken := filepath.Join(t.TempDir(), "taken")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{taken, filepath.Join(taken, "below", "it")} {
		_, err := Open(dir, course)
		want := "Your progress could not be read: a file stands where a folder should be, at or above " + JournalPath(dir, course) + ". Move that file, or keep your progress elsewhere with --data FOLDER."
		if err == nil || err.Error() != want {
			t.Errorf("got\n%v\nwant\n%s", err, want)
		}
	}
	dir := t.TempDir()
	if err := os.Mkdir(JournalPath(dir, course), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := Open(dir, course)
	want := "Your progress could not be read: " + JournalPath(dir, course) + " is a folder, and a file should be there. Move that folder, or keep your progress elsewhere with --data FOLDER."
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestAppendRefusesWhatCannotBeReadBack(t *testing.T) {
	late := wrote("x")
	late.At = time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		name  string
		entry Entry
		want  string
	}{
		{"too long", wrote(strings.Repeat("a", longest)), "Your text could not be saved: it is too long. Shorten it to a million characters and try again."},
		{"no number", Entry{At: morning(), Data: Answered{Score: math.NaN()}}, "Your answer could not be saved: something in it cannot be written down, such as a date thousands of years away. Check the computer's clock and try again."},
		{"too late", late, "Your text could not be saved: something in it cannot be written down, such as a date thousands of years away. Check the computer's clock and try again."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			j := opened(t, t.TempDir())
			if _, err := j.Append(context.Background(), Entry{At: morning(), Data: Reached{1}}, tt.entry); err == nil || err.Error() != tt.want {
				t.Errorf("got %.200v, want %s", err, tt.want)
			}
			if got := content(t, j); len(got) > 0 {
				t.Errorf("the file holds %.200q", got)
			}
		})
	}
}

func TestAppendConcurrently(t *testing.T) {
	const writers, each = 8, 20
	j := opened(t, t.TempDir())
	var group sync.WaitGroup
	for range writers {
		group.Go(func() {
			for range each {
				if _, err := j.Append(context.Background(), wrote("x")); err != nil {
					t.Error(err)
				}
				j.Events()
				j.Notes()
			}
		})
	}
	group.Wait()
	if err := j.Close(); err != nil {
		t.Error(err)
	}
	if got := opened(t, j.dir).Events(); len(got) != writers*each || !reflect.DeepEqual(got, j.Events()) {
		t.Errorf("got %d events, want %d", len(got), writers*each)
	}
}
