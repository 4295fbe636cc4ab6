package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

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

// opened is a course as far as it could be read and built, and what is wrong
// with the rest.
type opened struct {
	dir      string // empty for the bundled one
	tree     *source.Tree
	course   *course.Course
	problems []source.Problem
}

// openFolder reads the course in a folder, whatever is wrong with it.
func openFolder(dir string) (opened, error) {
	fsys, err := courseFolder(dir)
	if err != nil {
		return opened{}, err
	}
	return openIn(dir, fsys), nil
}

func openIn(dir string, fsys fs.FS) opened {
	tree, problems := source.Read(fsys)
	c, more := course.Build(tree)
	return opened{dir, tree, c, slices.Concat(problems, more)}
}

// errors are the problems that keep a part of the course from a learner.
func (o opened) errors() []source.Problem { return onlyErrors(o.problems) }

func onlyErrors(problems []source.Problem) []source.Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p source.Problem) bool { return p.Severity != source.Error })
}

// openCourse reads the course. Of a course with mistakes the rest is served;
// only one without a readable course.yaml is not.
func openCourse(o options) (*course.Course, error) {
	in, err := readCourse(o.course)
	return in.course, err
}

// readCourse is openCourse with the mistakes in course.yaml and in every
// module.yaml.
func readCourse(dir string) (opened, error) {
	in, err := openFolder(dir)
	if err != nil || in.course.ID != "" {
		return in, err
	}
	if errs := in.errors(); len(errs) > 0 {
		p := errs[0]
		return opened{}, exit{exitFailed, fmt.Errorf("%s: %s; %s", filepath.Join(dir, p.At.File), p.Cause, p.Fix)}
	}
	return opened{}, fmt.Errorf("%s holds no course; run hearten lint %s", dir, dir)
}

// openNamed opens the course that a subject lies in, and finds in it what is
// meant. Where that fails and the course has mistakes, they are printed.
func openNamed[T any](w World, s subject, find func(*course.Course, subject) (T, error)) (in opened, found T, err error) {
	if in, err = openFolder(s.dir); err != nil {
		return in, found, err
	}
	found, err = find(in.course, s)
	if err != nil && source.Errors(in.problems) > 0 {
		err = in.refuse(w, in.problems, fmt.Errorf("%w. The course has mistakes, and they may be why", err))
	}
	return in, found, err
}

// refuse prints the errors for which a command cannot do its work, and says
// why.
func (o opened) refuse(w World, problems []source.Problem, why error) error {
	errs := onlyErrors(problems)
	for i := range errs {
		errs[i].At.File = filepath.Join(o.dir, errs[i].At.File)
	}
	source.Sort(errs)
	if err := source.Print(w.Out, errs); err != nil {
		return err
	}
	return exit{exitProblems, why}
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
