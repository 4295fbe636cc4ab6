package progress

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// Holding is what a folder keeps of a course.
type Holding struct {
	Course  string
	Journal string   // the file, or empty where there is none
	Drafts  []string // files with what was being typed
	Events  []Event

	dir string
}

var (
	journalName = regexp.MustCompile(`^([a-z0-9-]{1,128})\.jsonl$`)
	draftName   = regexp.MustCompile(`^([a-z0-9-]{1,128})\.[0-9a-f]{16}\.[0-9A-Z]{26}\.json(\.tmp)?$`)
)

// Holdings lists what a folder keeps, by course. A file that only has the
// name of a journal, and no event of its course in it, is somebody else's.
func Holdings(dir string) ([]Holding, error) {
	ids := map[string]bool{}
	for folder, name := range map[string]*regexp.Regexp{dir: journalName, draftsFolder(dir): draftName} {
		entries, err := os.ReadDir(folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, trouble("What is kept could not be listed", folder, err)
		}
		for _, e := range entries {
			if m := name.FindStringSubmatch(e.Name()); m != nil {
				ids[m[1]] = true
			}
		}
	}
	var all []Holding
	for id := range ids {
		h, err := HoldingOf(dir, id)
		if err != nil {
			return nil, err
		}
		if len(h.Events) == 0 {
			h.Journal = ""
		}
		if !h.Empty() {
			all = append(all, h)
		}
	}
	slices.SortFunc(all, func(a, b Holding) int { return cmp.Compare(a.Course, b.Course) })
	return all, nil
}

// HoldingOf is what a folder keeps of a course.
func HoldingOf(dir, course string) (Holding, error) {
	j, err := Open(dir, course)
	if err != nil {
		return Holding{}, err
	}
	h := Holding{Course: course, Events: j.Events(), dir: dir}
	if _, err := os.Lstat(j.Path()); err == nil {
		h.Journal = j.Path()
	}
	entries, err := os.ReadDir(draftsFolder(dir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Holding{}, trouble("What is kept could not be listed", draftsFolder(dir), err)
	}
	for _, e := range entries {
		if m := draftName.FindStringSubmatch(e.Name()); m != nil && m[1] == course {
			h.Drafts = append(h.Drafts, filepath.Join(draftsFolder(dir), e.Name()))
		}
	}
	return h, nil
}

// Empty says that nothing is kept.
func (h Holding) Empty() bool { return h.Journal == "" && len(h.Drafts) == 0 }

// Erase removes the files for good. While another process saves, it removes
// nothing and fails.
func (h Holding) Erase(ctx context.Context) error { return h.erase(ctx, system()) }

func (h Holding) erase(ctx context.Context, d disk) error {
	path := filepath.Join(h.dir, h.Course+".lock")
	l := d.lock(path)
	if _, err := d.take(ctx, l); err != nil {
		return trouble("Nothing was erased", h.dir, err)
	}
	err := h.remove()
	err = errors.Join(err, l.Unlock())
	if gone := os.Remove(path); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	_ = os.Remove(draftsFolder(h.dir)) // once it is empty
	if err != nil {
		return trouble("Not all of it was erased", h.dir, err)
	}
	return nil
}

// remove takes the files away, and what a journal that is a link leads to.
func (h Holding) remove() error {
	files := h.Drafts
	if h.Journal != "" {
		if to, err := filepath.EvalSymlinks(h.Journal); err == nil && to != h.Journal {
			files = append(files[:len(files):len(files)], to)
		}
		files = append(files[:len(files):len(files)], h.Journal)
	}
	var err error
	for _, file := range files {
		if gone := os.Remove(file); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	return err
}
