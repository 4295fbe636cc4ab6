package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// A save is several events, and one of many files takes a while: an edition is
// read when nothing came for quiet, or, while more comes, after patience.
const (
	quiet    = 40 * time.Millisecond
	patience = 400 * time.Millisecond
)

// watcher makes an edition of a course each time that its author saves. It
// watches folders: editors save by putting a new file in the place of the old.
type watcher struct {
	subject subject
	dir     string // the course's folder, however the subject names it
	now     func() time.Time
	files   *fsnotify.Watcher
	blind   error // why not every save can be noticed
}

// editions hands out a first edition, and one more after each save or word
// from again. Only the newest that was not taken waits.
func (s subject) editions(ctx context.Context, first study.Edition, now func() time.Time, again <-chan struct{}) (<-chan study.Edition, error) {
	dir, err := filepath.Abs(s.dir)
	if err != nil {
		return nil, err
	}
	w := &watcher{subject: s, dir: dir, now: now}
	if w.files, err = fsnotify.NewWatcher(); err != nil {
		w.files, w.blind = &fsnotify.Watcher{}, err
	}
	if w.watch(first.Course) {
		first = s.read(now()) // what was saved since it was read would be missed
	}
	out := make(chan study.Edition)
	go w.run(ctx, w.told(first), out, again)
	return out, nil
}

func (w *watcher) run(ctx context.Context, next study.Edition, out chan<- study.Edition, again <-chan struct{}) {
	if w.files.Events != nil {
		defer w.files.Close()
	}
	to := out // nil while there is nothing to hand out
	var settled <-chan time.Time
	var latest time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case to <- next:
			to = nil
		case e := <-w.files.Events:
			if !w.concerns(e) {
				continue
			}
			if settled == nil {
				latest = time.Now().Add(patience)
			}
			settled = time.After(min(quiet, time.Until(latest)))
		case <-w.files.Errors: // too much at once: whatever it was, it is read
			settled = time.After(quiet)
		case <-again:
			settled = time.After(0)
		case <-settled:
			next, to, settled = w.read(), out, nil
		}
	}
}

// read is the course as it stands. Of a folder that is new to the watcher,
// what came before it was watched is read too.
func (w *watcher) read() study.Edition {
	e := w.subject.read(w.now())
	if w.watch(e.Course) {
		e = w.subject.read(w.now())
	}
	return w.told(e)
}

// told is the edition with what there is to say of the watching.
func (w *watcher) told(e study.Edition) study.Edition {
	if w.blind != nil {
		e.Blind = unwatched(w.blind)
	}
	return e
}

// watch sees to it that every folder of the course is watched that there is,
// and the one above, into which it is put back if it goes. It says whether any
// was not watched before.
func (w *watcher) watch(c *course.Course) (more bool) {
	if w.files.Events == nil {
		return false
	}
	w.blind = nil
	have := w.files.WatchList()
	up := above(w.dir)
	for _, dir := range append(subject{dir: w.dir}.folders(c), up) {
		if slices.Contains(have, dir) {
			continue
		}
		switch err := w.files.Add(dir); {
		case err == nil:
			more = true
		case !errors.Is(err, fs.ErrNotExist) && dir != up:
			w.blind = err
		}
	}
	return more
}

// above is the nearest folder above another that there is.
func above(dir string) string {
	for up := filepath.Dir(dir); ; up = filepath.Dir(up) {
		if info, err := os.Stat(up); err == nil && info.IsDir() || up == filepath.Dir(up) {
			return up
		}
	}
}

// concerns says of an event that the course may have changed. What editors
// keep beside a file, and what else happens above the course, is passed over.
func (w *watcher) concerns(e fsnotify.Event) bool {
	base := filepath.Base(e.Name)
	switch {
	case e.Op == fsnotify.Chmod:
		return false
	case liesIn(w.dir, e.Name):
		return e.Name == w.dir || !strings.HasPrefix(base, ".") && !strings.HasPrefix(base, "#") && !strings.HasSuffix(base, "~")
	}
	return liesIn(e.Name, w.dir)
}

// liesIn says that a path lies in a folder, or is it.
func liesIn(dir, name string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(rel)
}
