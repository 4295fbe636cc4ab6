package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/course/source"
	"hearten/modules"
	"hearten/progress"
)

// courseFolder is the course in a folder, or the bundled one where the folder
// has no name. Nothing outside the folder can be reached through it.
func courseFolder(dir string) (fs.FS, error) {
	if dir == "" {
		return modules.FS, nil
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usage("there is no folder %s; name the folder that holds course.yaml", dir)
	case err == nil && info.Name() == "course.yaml" && info.Mode().IsRegular():
		return nil, usage("%s is the file of a course; name the folder it is in", dir)
	case err == nil && !info.IsDir():
		return nil, usage("%s is no folder, and a course is one, with a course.yaml in it; if it is packed, unpack it first and name the folder", dir)
	case err != nil:
		return nil, fmt.Errorf("open the course: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the course: %w", err)
	}
	return root.FS(), nil
}

// openCourse reads the course. Of a course with mistakes the rest is served;
// only one without a readable course.yaml is not.
func openCourse(o options) (*course.Course, error) {
	fsys, err := courseFolder(o.course)
	if err != nil {
		return nil, err
	}
	tree, problems := source.Read(fsys)
	c, more := course.Build(tree)
	if c.ID != "" {
		return c, nil
	}
	for _, p := range append(problems, more...) {
		if p.Severity == source.Error {
			return nil, exit{exitFailed, fmt.Errorf("%s: %s; %s", filepath.Join(o.course, p.At.File), p.Cause, p.Fix)}
		}
	}
	return nil, fmt.Errorf("%s holds no course; run hearten lint %s", o.course, o.course)
}

// dataDir is the folder that progress is kept in: by flag, by environment, or
// the system's own for data.
func dataDir(w World, o options) (string, error) {
	dir := o.data
	if dir == "" {
		dir = w.Env("HEARTEN_DATA")
	}
	if dir == "" {
		return progress.DefaultDir()
	}
	return filepath.Abs(dir)
}

func keep(w World, o options, c *course.Course) (*study.Keeper, study.Study, error) {
	dir, err := dataDir(w, o)
	if err != nil {
		return nil, study.Study{}, err
	}
	return study.Keep(dir, c)
}
