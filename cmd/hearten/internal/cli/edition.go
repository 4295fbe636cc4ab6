package cli

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/course/lint"
	"hearten/course/source"
)

// anew is a folder that is opened anew for each file, so that one that was
// deleted and put back is read again, and none is held open. Nothing outside
// the folder can be reached through it.
type anew string

// Open opens a file of the folder.
func (a anew) Open(name string) (fs.File, error) {
	root, err := os.OpenRoot(string(a))
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	defer root.Close()
	return root.FS().Open(name)
}

// read reads the course as it stands now, and all that is wrong with it.
func (s subject) read(at time.Time) study.Edition {
	e := study.Edition{At: at, Subject: s.name()}
	if info, err := os.Stat(s.dir); err != nil || !info.IsDir() {
		e.Problems = []course.Problem{{
			Severity: source.Error, At: source.Pos{File: filepath.ToSlash(s.dir)}, Code: "missing-folder",
			Cause: "the folder of the course is gone", Fix: "put it back, and the preview goes on",
		}}
		e.Here = 1
		return e
	}
	in := openIn(s.dir, anew(s.dir))
	c, found := in.course, in.checked(lint.States)
	if c.ID == "" {
		return s.sorted(e, found, "course.yaml", "")
	}
	e.Course = c
	e.Place, e.Missing = s.spot(c)
	file, folder := fileOf(c, e.Place)
	if e.Missing != "" {
		file, folder = s.inside, path.Dir(s.inside)
	}
	return s.sorted(e, found, file, folder)
}

// name is what the subject is called in a line.
func (s subject) name() string {
	if s.inside != "." && path.Ext(s.inside) != "" {
		return path.Base(s.inside)
	}
	if s.inside != "." {
		return s.inside
	}
	full, err := filepath.Abs(s.dir)
	if err != nil {
		return s.dir
	}
	return filepath.Base(full)
}

// sorted puts the problems of a file first, then those of its folder, and in
// each part those that keep something from being shown. Without a file, all
// are of the subject.
func (s subject) sorted(e study.Edition, found []source.Problem, file, folder string) study.Edition {
	part := func(p source.Problem) int {
		switch {
		case file == "" || p.At.File == file:
			return 0
		case folder != "" && strings.HasPrefix(p.At.File, folder+"/"):
			return 1
		}
		return 2
	}
	slices.SortStableFunc(found, func(a, b source.Problem) int {
		return cmp.Or(cmp.Compare(part(a), part(b)), cmp.Compare(b.Severity, a.Severity))
	})
	for _, p := range found {
		switch part(p) {
		case 0:
			e.Here++
		case 1:
			e.Near++
		}
	}
	e.Problems = found
	return e
}

// folders are those in which a save may change the course: its own, its
// modules', and those within them that hold their activities.
func (s subject) folders(c *course.Course) []string {
	all := []string{s.dir}
	if c == nil {
		return all
	}
	for _, m := range c.Modules {
		inside := []string{m.Folder}
		for _, file := range filesOf(m) {
			inside = append(inside, path.Dir(file))
		}
		for _, folder := range inside {
			if folder = filepath.FromSlash(folder); filepath.IsLocal(folder) {
				all = append(all, filepath.Join(s.dir, folder))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// unwatched says that saves in some folders go unnoticed, and what to do.
func unwatched(err error) string {
	return fmt.Sprintf("not every save can be noticed (%s). Start the preview anew to read the course again; on the screens, F5 does", course.Clean(err.Error()))
}
