package cli

import (
	"cmp"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/course/scaffold"
	"hearten/course/source"
)

// subjectOf is what a word on the command line names to be previewed.
func subjectOf(courseDir, name string) (subject, error) {
	switch {
	case name == "" && courseDir != "":
		name = courseDir
	case name == "":
		name = "."
	}
	if isFile(filepath.Join(name, "course.yaml")) {
		return subject{name, ".", name}, nil
	}
	typed := name
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		name = filepath.Join(name, "module.yaml")
		if !isFile(name) {
			return subject{}, usage("the folder %s holds neither a course.yaml nor a module.yaml; name the folder of a course or of a module, or a file in it", typed)
		}
	}
	if !isFile(name) && courseDir == "" {
		return subject{}, noSuchFile(name)
	}
	s, err := locate(courseDir, name)
	if err == nil && !isFile(filepath.Join(s.dir, "course.yaml")) {
		err = usage("there is no course.yaml in %s; name the folder of a course with --course", s.dir)
	}
	s.typed = typed
	return s, err
}

// noSuchFile says so, and which file may be meant.
func noSuchFile(name string) error {
	dir, base := filepath.Split(name)
	entries, err := os.ReadDir(cmp.Or(dir, "."))
	if err != nil {
		return usage("there is no file %s, and no folder %s. Name a file in a course's folder, or MODULE/ACTIVITY with --course FOLDER", name, dir)
	}
	var files []string
	for _, e := range entries {
		if e.IsDir() || courseFile(e.Name()) {
			files = append(files, e.Name())
		}
	}
	if len(files) == 0 {
		return usage("there is no file %s. Name a file in a course's folder, or MODULE/ACTIVITY with --course FOLDER", name)
	}
	return usage("there is no file %s; %s", name, source.DidYouMean(base, files))
}

// spot is where a course has the subject; or a sentence on why it has not.
func (s subject) spot(c *course.Course) (spot study.Spot, missing string) {
	if slices.Contains([]string{".", "course.yaml", "help.md"}, s.inside) {
		return study.Spot{}, ""
	}
	for _, m := range c.Modules {
		if s.inside == m.ID || s.inside == m.Folder || s.inside == m.Folder+"/module.yaml" {
			return study.Spot{Module: m.ID}, ""
		}
	}
	if found, ok := named(c, s.inside); ok {
		return study.Spot{Module: found.Module.ID, Activity: found.Activity.ID}, ""
	}
	return study.Spot{}, s.missing(c)
}

// missing says why the subject is nowhere in the course, and what to write
// where so that it is.
func (s subject) missing(c *course.Course) string {
	folder, file, _ := strings.Cut(s.inside, "/")
	full := func(name string) string { return filepath.ToSlash(filepath.Join(s.dir, name)) }
	i := slices.IndexFunc(c.Modules, func(m course.Module) bool { return m.Folder == folder || m.ID == folder })
	switch {
	case !isFile(filepath.Join(s.dir, filepath.FromSlash(s.inside))):
		return fmt.Sprintf("there is no activity or file %q in the course; %s", s.typed, source.DidYouMean(s.inside, places(c)))
	case !courseFile(path.Base(s.inside)):
		return fmt.Sprintf("the file %s is none of a course: those end in .yaml or .md", full(s.inside))
	case i < 0 && isFile(filepath.Join(s.dir, folder, "module.yaml")):
		return fmt.Sprintf("course.yaml does not name the folder %s, so no learner meets what is in it. Add it under modules: in %s, in the place where it belongs:\n\n  - %s", folder, full("course.yaml"), folder)
	case i < 0:
		return fmt.Sprintf("the file %s lies in no module: a course is made of folders with a module.yaml. Move it into the folder of a module", full(s.inside))
	case c.Modules[i].Broken:
		return fmt.Sprintf("the file %s cannot be read, so nothing says what %s is; mend it first", full(folder+"/module.yaml"), file)
	}
	if edition, ok := (map[string]string{"facilitator.md": " --facilitator", "peer-card.md": ""})[file]; ok {
		return fmt.Sprintf("the page %s is printed in a handout, and no screen shows it. To see it there, type:\n\n  hearten handout %s%s -o page.html", full(s.inside), asWord(full(folder)), edition)
	}
	if named, err := os.ReadFile(filepath.Join(s.dir, folder, "module.yaml")); err == nil && strings.Contains(string(named), file) {
		return fmt.Sprintf("the file %s names %s, but in no activity that can be read, so no learner meets it; mend what is wrong there first", full(folder+"/module.yaml"), file)
	}
	return fmt.Sprintf("no module names %s, so no learner meets it. Add it under activities: in %s:\n\n  %s", full(s.inside), full(folder+"/module.yaml"), strings.Join(stepFor(file), "\n  "))
}

// stepFor is the lines by which a module.yaml names a file.
func stepFor(file string) []string {
	base := strings.TrimSuffix(path.Base(file), path.Ext(file))
	kind := "lesson"
	if path.Ext(file) != ".md" {
		kind = "quiz"
		if stem, end, ok := strings.Cut(base, "."); ok && slices.Contains(course.Kinds(), course.Kind(end)) {
			base, kind = stem, end
		}
	}
	id := source.IDs{}.Take(base, kind)
	title := strings.ToUpper(base[:1]) + strings.ReplaceAll(base[1:], "-", " ")
	return []string{
		fmt.Sprintf("- %s: %s", kind, id), "  title: " + scaffold.Quoted(title),
		"  minutes: 4", "  file: " + file,
	}
}

// places are all that can be named as MODULE/ACTIVITY.
func places(c *course.Course) []string {
	var all []string
	for _, m := range c.Modules {
		for _, a := range m.Activities {
			all = append(all, m.ID+"/"+a.ID)
		}
	}
	return all
}

// file is where the course has what stands at a spot: the file, and the folder
// of its module. Both are empty for the course as a whole.
func fileOf(c *course.Course, at study.Spot) (file, folder string) {
	m, ok := c.Module(at.Module)
	if !ok {
		return "", ""
	}
	if own, ok := filesOf(m)[at.Activity]; ok {
		return own, m.Folder
	}
	return m.Folder + "/module.yaml", m.Folder
}
