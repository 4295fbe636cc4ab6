package progress

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"
)

// Draft is text being typed into a field of an activity.
type Draft struct {
	Module   string    `json:"module"`
	Activity string    `json:"activity"`
	Field    string    `json:"field"`
	Text     string    `json:"text"`
	At       time.Time `json:"at"` // when it was saved; Save sets it

	file string // where Find found it
}

// Drafts keeps text being typed, a file for each field and process, so that a
// crash loses no more than was typed since the last Save. It is safe for
// concurrent use.
type Drafts struct {
	dir, course, process string
	now                  func() time.Time
	mu                   *sync.Mutex // one Save of this process at a time
}

// OpenDrafts is the drafts of a course in a folder. It makes nothing; the
// first Save does.
func OpenDrafts(dir, course string) Drafts {
	return Drafts{draftsFolder(dir), course, ulid.Make().String(), time.Now, &sync.Mutex{}}
}

func draftsFolder(dir string) string { return filepath.Join(dir, "drafts") }

const notTyped = "What you are typing could not be saved"

// Save keeps a draft in the place of the one this process saved before for
// its field, whole or not at all.
func (d Drafts) Save(draft Draft) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.save(draft); err != nil {
		return trouble(notTyped, d.dir, err)
	}
	return nil
}

func (d Drafts) save(draft Draft) error {
	if err := checkCourse(d.course); err != nil {
		return failure{err.Error(), err}
	}
	if err := makeFolder(d.dir); err != nil {
		return err
	}
	draft.At = d.now().Round(0)
	older, err := d.find(draft)
	if err != nil {
		return err
	}
	if len(older) > 0 && !older[0].At.Before(draft.At) {
		draft.At = older[0].At.Add(time.Nanosecond) // the clock was set back
	}
	content, err := json.Marshal(draft)
	if err != nil {
		return err
	}
	return replace(d.path(draft), content)
}

// replace writes a file anew, so that a crash leaves it old or new.
func replace(path string, content []byte) error {
	temp := path + ".tmp"
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(temp, path)
	}
	if err != nil {
		os.Remove(temp)
	}
	return err
}

// Find is the drafts of a field by any process, the newest first. One that
// cannot be read is passed over and left alone.
func (d Drafts) Find(module, activity, field string) ([]Draft, error) {
	found, err := d.find(Draft{Module: module, Activity: activity, Field: field})
	if err != nil {
		return nil, trouble("What you were typing could not be read", d.dir, err)
	}
	return found, nil
}

func (d Drafts) find(of Draft) ([]Draft, error) {
	entries, err := os.ReadDir(d.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var found []Draft
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), d.prefix(of)) || !strings.HasSuffix(e.Name(), ".json") {
			continue
		}
		draft, ok := readDraft(filepath.Join(d.dir, e.Name()))
		if ok && draft.Module == of.Module && draft.Activity == of.Activity && draft.Field == of.Field {
			found = append(found, draft)
		}
	}
	slices.SortFunc(found, func(a, b Draft) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.file, a.file))
	})
	return found, err
}

func readDraft(path string) (Draft, bool) {
	draft := Draft{file: path}
	content, err := os.ReadFile(path)
	return draft, err == nil && json.Unmarshal(content, &draft) == nil
}

// Remove takes away a draft that Find found, or else this process's own of
// the field. A draft that has been typed on since stays.
func (d Drafts) Remove(draft Draft) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	path := draft.file
	if path == "" {
		path = d.path(draft)
	} else if now, ok := readDraft(path); ok && now.Text != draft.Text {
		return nil
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return trouble("What you typed is saved, but its draft could not be removed", path, err)
	}
	return nil
}

// Carry moves drafts to where they belong today, which an author's edit may
// have changed. They keep the time at which they were typed. One that cannot be
// moved stays where it is.
func (d Drafts) Carry(today func(Draft) Draft) {
	d.mu.Lock()
	defer d.mu.Unlock()
	entries, _ := os.ReadDir(d.dir)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), d.course+".") || !strings.HasSuffix(e.Name(), ".json") {
			continue
		}
		draft, ok := readDraft(filepath.Join(d.dir, e.Name()))
		now := today(draft)
		if !ok || d.prefix(now) == d.prefix(draft) {
			continue
		}
		if newer, err := d.find(now); err != nil || len(newer) > 0 && newer[0].At.After(draft.At) {
			continue
		}
		if content, err := json.Marshal(now); err == nil && replace(d.path(now), content) == nil {
			_ = os.Remove(draft.file)
		}
	}
}

// prefix begins the names of all drafts of a field. Ids of an author's make no
// file names; their hash does.
func (d Drafts) prefix(of Draft) string {
	field := sha256.Sum256([]byte(strings.Join([]string{of.Module, of.Activity, of.Field}, "\x00")))
	return fmt.Sprintf("%s.%x.", d.course, field[:8])
}

func (d Drafts) path(of Draft) string {
	return filepath.Join(d.dir, d.prefix(of)+d.process+".json")
}
