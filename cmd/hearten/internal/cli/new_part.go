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

// growing is a list in a file of a course that something is added to.
type growing struct {
	dir, file string // the folder of the course, and the file in it
	typed     string // the file, as the person who adds to it would type it
	list      string
	items     func(*source.Tree) []source.Node
	whole     bool // what is added is all that there is of it, and is shown
}

// beginModule makes the folder of a module and adds it to course.yaml.
func beginModule(w World, s scaffold.Start, dir string) error {
	if dir == "" {
		dir = "."
	}
	if !isFile(filepath.Join(dir, "course.yaml")) {
		return noCourseThere(s, dir)
	}
	g := growing{dir: dir, file: "course.yaml", typed: filepath.Join(dir, "course.yaml"), list: "modules",
		items: func(t *source.Tree) []source.Node { return t.Course().Get("modules").Items() }}
	c, err := g.sound("")
	if err != nil {
		return err
	}
	if _, taken := c.Module(s.ID); taken {
		return usage("the course has a module %q already; choose another name", s.ID)
	}
	folder := numbered(c, s.ID)
	if err := os.Mkdir(filepath.Join(dir, folder), 0o755); err != nil {
		return usage("something called %s is in %s already; choose another name, or move it away", folder, folderWords(dir))
	}
	module := scaffold.Module(s)
	module.Name = folder + "/" + module.Name
	if err := writeFiles(w, dir, []scaffold.File{module}); err != nil {
		return err
	}
	if err := writeMissingSchemas(dir); err != nil {
		return err
	}
	return g.add(w, []string{"- " + folder})
}

// folderWords is a folder in a sentence.
func folderWords(dir string) string {
	if filepath.Clean(dir) == "." {
		return "this folder"
	}
	return dir
}

func noCourseThere(s scaffold.Start, dir string) error {
	if isFile(filepath.Join(dir, "module.yaml")) {
		return usage("%s is the folder of a module; a module is added to the course: hearten new module \"%s\" %s", folderWords(dir), s.Title, asWord(filepath.ToSlash(filepath.Join(dir, ".."))))
	}
	return usage("there is no course.yaml in %s; give the folder of the course, or begin one with hearten new course \"%s\"", folderWords(dir), s.Title)
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

// beginActivity writes the file of an activity, if its kind has one, and adds
// it to module.yaml.
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
		return usage("the module in %s lies in no course: there is no course.yaml in the folder above it. hearten new course \"My course\" begins one; move the module there", folderWords(dir))
	}
	files := scaffold.Activity(kind, s)
	g := growing{dir: top, file: folder + "/module.yaml", typed: filepath.Join(dir, "module.yaml"), list: "activities",
		items: func(t *source.Tree) []source.Node { return activitiesIn(t, folder) }, whole: len(files) == 0}
	c, err := g.sound(folder)
	if err != nil {
		return err
	}
	m := c.Modules[slices.IndexFunc(c.Modules, func(m course.Module) bool { return m.Folder == folder })]
	if _, taken := m.Activity(s.ID); taken {
		return usage("the module has a step %q already; choose another name", s.ID)
	}
	if err := writeFiles(w, dir, files); err != nil {
		return err
	}
	if err := writeMissingSchemas(top); err != nil {
		return err
	}
	return g.add(w, scaffold.Step(kind, s))
}

func activitiesIn(t *source.Tree, folder string) []source.Node {
	for _, m := range t.Modules() {
		if m.Folder == folder {
			return m.Node.Get("activities").Items()
		}
	}
	return nil
}

func noModuleThere(kind string, s scaffold.Start, dir string) error {
	again := "hearten new " + kind + " \"" + s.Title + "\" "
	if isFile(filepath.Join(dir, "course.yaml")) {
		return usage("%s is the folder of a course, and a %s belongs to a module; give the module's folder: %s%s", folderWords(dir), kind, again, asWord(filepath.ToSlash(filepath.Join(dir, anyModule(dir)))))
	}
	return usage("there is no module.yaml in %s; give the folder of a module: %sFOLDER", folderWords(dir), again)
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

// sound reads the course. It refuses where the file that is added to has
// mistakes, or the course does not name the module's folder.
func (g growing) sound(folder string) (*course.Course, error) {
	fsys, err := courseFolder(g.dir)
	if err != nil {
		return nil, err
	}
	tree, problems := source.Read(fsys)
	for _, p := range problems {
		if p.Severity == source.Error && p.At.File == g.file {
			return nil, exit{exitProblems, fmt.Errorf("there is a mistake in %s, so nothing can be added to it: line %d: %s. To mend it, %s", filepath.ToSlash(g.typed), p.At.Line, p.Cause, p.Fix)}
		}
	}
	c, _ := course.Build(tree)
	if folder != "" && !slices.ContainsFunc(c.Modules, func(m course.Module) bool { return m.Folder == folder }) {
		return nil, exit{exitProblems, fmt.Errorf("course.yaml does not name the folder %s, so no learner would meet what you write there; add the line - %s to its modules", folder, folder)}
	}
	if slices.ContainsFunc(c.Modules, func(m course.Module) bool { return m.Folder == folder && m.Broken }) {
		return nil, exit{exitProblems, fmt.Errorf("the module in the folder %s cannot be read, so nothing can be added to it; hearten lint %s says why", folder, g.dir)}
	}
	return c, nil
}

// add adds an item to the list, if that does to the file what it is meant to
// and nothing else; or says which lines to add by hand.
func (g growing) add(w World, item []string) error {
	typed := filepath.ToSlash(g.typed)
	raw, err := os.ReadFile(g.typed)
	if err != nil {
		return fmt.Errorf("read %s: %w", typed, err)
	}
	text, ok := scaffold.Add(string(raw), g.list, item)
	if ok {
		ok, err = g.adds(text)
	}
	switch {
	case err != nil:
		return err
	case !ok:
		fmt.Fprintf(w.Out, "One thing is left to do. Add to the list under %s: in %s, each dash below the others:\n\n  %s\n", g.list, typed, strings.Join(item, "\n  "))
		return nil
	}
	if err := replace(g.typed, text); err != nil {
		return fmt.Errorf("add to %s: %w", typed, err)
	}
	if g.whole {
		fmt.Fprintf(w.Out, "Added it to %s, where all of it stands. Write over these lines:\n\n  %s\n", typed, strings.Join(item, "\n  "))
		return nil
	}
	fmt.Fprintf(w.Out, "Added it to %s.\n", typed)
	return nil
}

// adds says that the file with another text has one item more, is as it was
// before that, and has no mistake.
func (g growing) adds(text string) (bool, error) {
	fsys, err := courseFolder(g.dir)
	if err != nil {
		return false, err
	}
	tree, _ := source.Read(fsys)
	after, problems := source.Read(instead{fsys, g.file, text})
	for _, p := range problems {
		if p.Severity == source.Error && p.At.File == g.file {
			return false, nil
		}
	}
	old, now := g.items(tree), g.items(after)
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
