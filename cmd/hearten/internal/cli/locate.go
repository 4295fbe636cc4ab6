package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// subject is what a word on the command line names: the folder of a course, or
// none for the bundled one; in it, as a path with slashes, a file, a module's
// folder, MODULE/ACTIVITY, an id, or "." for all of it; and the word itself.
type subject struct{ dir, inside, typed string }

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

// locate finds the course folder that a name lies in. A name that is no file
// is one of the course itself.
func locate(courseDir, name string) (subject, error) {
	if !isFile(name) {
		return inCourse(courseDir, name), nil
	}
	return within(courseDir, name, "Put it into a module's folder, or give MODULE/ACTIVITY")
}

// inCourse is a name that is no path on the disk.
func inCourse(courseDir, name string) subject {
	return subject{courseDir, filepath.ToSlash(filepath.Clean(name)), name}
}

// within is locate for what is there. Where it lies in no course, the words
// say what to do about that.
func within(courseDir, name, instead string) (subject, error) {
	full, err := filepath.Abs(name)
	if err != nil {
		return subject{}, fmt.Errorf("find the course: %w", err)
	}
	if courseDir == "" {
		if courseDir, err = courseAbove(full, name, instead); err != nil {
			return subject{}, err
		}
	}
	top, err := filepath.Abs(courseDir)
	if err != nil {
		return subject{}, fmt.Errorf("find the course: %w", err)
	}
	inside, err := filepath.Rel(top, full)
	if err != nil || !filepath.IsLocal(inside) {
		return subject{}, usage("%s does not lie in the course %s", name, courseDir)
	}
	return subject{courseDir, filepath.ToSlash(inside), name}, nil
}

// locateModule is locate for the folder of a module, or of a course. A name
// that is no folder is an id of the course itself.
func locateModule(courseDir, name string) (subject, error) {
	info, err := os.Stat(name)
	if err != nil || !info.IsDir() {
		return inCourse(courseDir, name), nil
	}
	if isFile(filepath.Join(name, "course.yaml")) && courseDir == "" {
		return subject{name, ".", name}, nil
	}
	return within(courseDir, name, "Give the folder of a module that a course.yaml names, or the id of one")
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// courseAbove is the nearest folder above a file that holds a course.yaml, as
// it would be typed where the file's name was.
func courseAbove(full, name, instead string) (string, error) {
	for dir := filepath.Dir(full); ; dir = filepath.Dir(dir) {
		_, err := os.Stat(filepath.Join(dir, "course.yaml"))
		switch {
		case err == nil:
			return asTyped(dir, name), nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("find the course: %w", err)
		case dir == filepath.Dir(dir):
			return "", usage("%s lies in no course: no folder above it has a course.yaml. %s", name, instead)
		}
	}
}

// asTyped is a folder from here on, if a name was given so.
func asTyped(dir, name string) string {
	here, err := filepath.Abs(".")
	if err != nil || filepath.IsAbs(name) {
		return dir
	}
	if near, err := filepath.Rel(here, dir); err == nil {
		return near
	}
	return dir
}

// isCourseFile says of a file that its name is one a course is written in.
func isCourseFile(name string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".md"}, strings.ToLower(filepath.Ext(name)))
}

// courseFile says of a file that it may belong to a course: what editors leave
// beside one does not.
func courseFile(name string) bool {
	return !strings.HasPrefix(name, ".") && isCourseFile(name)
}
