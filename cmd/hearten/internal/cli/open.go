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

// standingIn is the course in whose folder, or a module's folder, the command
// was typed; empty where that is no course.
func standingIn() string {
	switch {
	case isFile("course.yaml"):
		return "."
	case isFile("module.yaml") && isFile(filepath.Join("..", "course.yaml")):
		return ".."
	}
	return ""
}

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
	c, _, err := readCourse(o.course)
	return c, err
}

// readCourse is openCourse with the number of mistakes in course.yaml and in
// every module.yaml.
func readCourse(dir string) (c *course.Course, mistakes int, err error) {
	fsys, err := courseFolder(dir)
	if err != nil {
		return nil, 0, err
	}
	tree, problems := source.Read(fsys)
	c, more := course.Build(tree)
	problems = append(problems, more...)
	if c.ID != "" {
		return c, source.Errors(problems), nil
	}
	for _, p := range problems {
		if p.Severity == source.Error {
			return nil, 0, exit{exitFailed, fmt.Errorf("%s: %s; %s", filepath.Join(dir, p.At.File), p.Cause, p.Fix)}
		}
	}
	return nil, 0, fmt.Errorf("%s holds no course; run hearten lint %s", dir, dir)
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
