package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hearten/course"
	"hearten/course/scaffold"
	"hearten/course/source"
)

// beginModule makes the folder of a module and adds it to course.yaml.
func beginModule(w World, s scaffold.Start, dir string) error {
	if dir == "" {
		dir = "."
	}
	if !isFile(filepath.Join(dir, "course.yaml")) {
		return noCourseThere(s, dir)
	}
	c, err := sound(dir, "course.yaml", "")
	if err != nil {
		return err
	}
	if _, taken := c.Module(s.ID); taken {
		return usage("the course has a module %q already; choose another name", s.ID)
	}
	folder := numbered(c, s.ID)
	if err := os.Mkdir(filepath.Join(dir, folder), 0o755); err != nil {
		return usage("something called %s is in %s already; choose another name, or move it away", folder, dir)
	}
	module := scaffold.Module(s)
	module.Name = folder + "/" + module.Name
	if err := writeFiles(w, dir, []scaffold.File{module}); err != nil {
		return err
	}
	if err := writeMissingSchemas(dir); err != nil {
		return err
	}
	return addTo(w, dir, "course.yaml", "modules", []string{"- " + folder}, func(t *source.Tree) []source.Node {
		return t.Course().Get("modules").Items()
	})
}

func noCourseThere(s scaffold.Start, dir string) error {
	if isFile(filepath.Join(dir, "module.yaml")) {
		return usage("%s is the folder of a module; a module is added to the course: hearten new module \"%s\" %s", dir, s.Title, asWord(filepath.ToSlash(filepath.Join(dir, ".."))))
	}
	return usage("there is no course.yaml in %s; give the folder of the course, or begin one with hearten new course \"%s\"", dir, s.Title)
}

// leading is the number that a module's folder begins with.
var leading = regexp.MustCompile(`^(\d{2})-`)

// numbered is the folder of a new module: after all others, where these are
// numbered.
func numbered(c *course.Course, id string) string {
	next := 1
	for _, m := range c.Modules {
		found := leading.FindStringSubmatch(m.Folder)
		if found == nil {
			return id
		}
		n, _ := strconv.Atoi(found[1])
		next = max(next, n+1)
	}
	if next > 99 {
		return id
	}
	return fmt.Sprintf("%02d-%s", next, id)
}

// beginActivity writes the file of an activity and adds it to module.yaml.
func beginActivity(w World, kind string, s scaffold.Start, dir string) error {
	if dir == "" {
		dir = "."
	}
	if !isFile(filepath.Join(dir, "module.yaml")) {
		return noModuleThere(kind, s, dir)
	}
	full, err := filepath.Abs(dir)
	if err != nil {
		return fmt.Errorf("find the module: %w", err)
	}
	folder, top := filepath.Base(full), filepath.Join(dir, "..")
	if !isFile(filepath.Join(top, "course.yaml")) {
		return usage("the module in %s lies in no course: there is no course.yaml in the folder above it. hearten new course \"My course\" begins one; move the module there", dir)
	}
	inside := folder + "/module.yaml"
	c, err := sound(top, inside, folder)
	if err != nil {
		return err
	}
	m := c.Modules[slices.IndexFunc(c.Modules, func(m course.Module) bool { return m.Folder == folder })]
	if _, taken := m.Activity(s.ID); taken {
		return usage("the module has a step %q already; choose another name", s.ID)
	}
	if err := writeFiles(w, dir, []scaffold.File{scaffold.Activity(kind, s)}); err != nil {
		return err
	}
	if err := writeMissingSchemas(top); err != nil {
		return err
	}
	return addTo(w, top, inside, "activities", scaffold.Step(kind, s), func(t *source.Tree) []source.Node {
		for _, m := range t.Modules() {
			if m.Folder == folder {
				return m.Node.Get("activities").Items()
			}
		}
		return nil
	})
}

func noModuleThere(kind string, s scaffold.Start, dir string) error {
	again := "hearten new " + kind + " \"" + s.Title + "\" "
	if isFile(filepath.Join(dir, "course.yaml")) {
		return usage("%s is the folder of a course, and a %s belongs to a module; give the module's folder: %s%s", dir, kind, again, asWord(filepath.ToSlash(filepath.Join(dir, anyModule(dir)))))
	}
	return usage("there is no module.yaml in %s; give the folder of a module: %sFOLDER", dir, again)
}

// anyModule is the last module of a course, for an example.
func anyModule(dir string) string {
	folder := "FOLDER"
	if in, err := openFolder(dir); err == nil {
		for _, m := range in.tree.Modules() {
			folder = m.Folder
		}
	}
	return folder
}

// sound reads a course of which one file is to be added to. It refuses where
// that file has mistakes, or the course does not name the module.
func sound(dir, file, folder string) (*course.Course, error) {
	fsys, err := courseFolder(dir)
	if err != nil {
		return nil, err
	}
	tree, problems := source.Read(fsys)
	for _, p := range problems {
		if p.Severity == source.Error && p.At.File == file {
			return nil, exit{exitProblems, fmt.Errorf("there is a mistake in %s, so nothing can be added to it: line %d: %s. To mend it, %s", file, p.At.Line, p.Cause, p.Fix)}
		}
	}
	c, _ := course.Build(tree)
	if folder != "" && !slices.ContainsFunc(c.Modules, func(m course.Module) bool { return m.Folder == folder }) {
		return nil, exit{exitProblems, fmt.Errorf("course.yaml does not name the folder %s, so no learner would meet what you write there; add the line - %s to its modules", folder, folder)}
	}
	if slices.ContainsFunc(c.Modules, func(m course.Module) bool { return m.Folder == folder && m.Broken }) {
		return nil, exit{exitProblems, fmt.Errorf("the module in the folder %s cannot be read, so nothing can be added to it; hearten lint %s says why", folder, dir)}
	}
	return c, nil
}

// addTo adds an item to a list of a file, if that does to the file what it is
// meant to and nothing else; or says which lines to add by hand.
func addTo(w World, dir, file, list string, item []string, items func(*source.Tree) []source.Node) error {
	name := filepath.Join(dir, filepath.FromSlash(file))
	raw, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	text, ok := scaffold.Add(string(raw), list, item)
	if ok {
		ok, err = adds(dir, file, text, items)
	}
	switch {
	case err != nil:
		return err
	case !ok:
		fmt.Fprintf(w.Out, "One thing is left to do. Add to the list under %s: in %s, each dash below the others:\n\n  %s\n", list, filepath.ToSlash(name), strings.Join(item, "\n  "))
		return nil
	}
	if err := replace(name, text); err != nil {
		return fmt.Errorf("add to %s: %w", file, err)
	}
	fmt.Fprintf(w.Out, "Added it to %s.\n", filepath.ToSlash(name))
	return nil
}

// adds says that a file with another text has one item more, is as it was
// before that, and has no mistake.
func adds(dir, file, text string, items func(*source.Tree) []source.Node) (bool, error) {
	fsys, err := courseFolder(dir)
	if err != nil {
		return false, err
	}
	tree, _ := source.Read(fsys)
	after, problems := source.Read(instead{fsys, file, text})
	for _, p := range problems {
		if p.Severity == source.Error && p.At.File == file {
			return false, nil
		}
	}
	old, now := items(tree), items(after)
	if len(now) != len(old)+1 {
		return false, nil
	}
	for i := range old {
		if said(old[i]) != said(now[i]) {
			return false, nil
		}
	}
	return true, nil
}

// said is all that an author said in a place.
func said(n source.Node) string {
	all := n.Text().Value
	for _, name := range n.Names() {
		all += "\n" + name.Value + ": " + said(n.Value(name.Value))
	}
	for _, item := range n.Items() {
		all += "\n- " + said(item)
	}
	return all
}
