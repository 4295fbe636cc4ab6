package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Tree is a course as its author wrote it: course.yaml and every module.yaml.
// The files they name are read by Open.
type Tree struct {
	fsys    fs.FS
	course  Node
	modules []Module
}

// Module is one module's folder and what its module.yaml says.
type Module struct {
	Folder string
	Node   Node

	guesses *guesses // of misspelt files
}

// Course is what course.yaml says.
func (t *Tree) Course() Node { return t.course }

// Modules are the modules in the course's order.
func (t *Tree) Modules() []Module { return t.modules }

// Read reads a course. It goes on after a problem and returns all there are,
// in order; the tree lacks what could not be read.
func Read(fsys fs.FS) (*Tree, []Problem) {
	t := &Tree{fsys: fsys}
	top, problems := readYAML(fsys, "course.yaml", CourseShape())
	t.course = top
	if len(problems) > 0 && problems[0].Code == "missing-file" {
		problems = []Problem{noCourse(fsys)}
	}
	if !top.OK() {
		return t, problems
	}
	problems = append(problems, t.readModules(top.Get("modules").Items())...)
	problems = append(problems, help(fsys)...)
	Sort(problems)
	return t, problems
}

// readModules reads all modules, on all cores.
func (t *Tree) readModules(items []Node) []Problem {
	found := make([][]Problem, len(items))
	t.modules = make([]Module, len(items))
	twice := make([]bool, len(items))
	seen := map[string]bool{}
	for i, item := range items {
		folder := strings.ToLower(item.Text().Value) // Windows and macOS know no capitals in names
		twice[i], seen[folder] = seen[folder], true
	}
	Each(len(items), func(i int) { t.modules[i], found[i] = t.module(items[i], twice[i]) })
	t.guessFolders(items, found)
	return slices.Concat(found...)
}

// guessFolders adds to what is said of folders that are not there which one
// may have been meant.
func (t *Tree) guessFolders(items []Node, found [][]Problem) {
	left := &guesses{}
	for i, ps := range found {
		if len(ps) == 1 && ps[0].Code == "missing-folder" {
			ps[0].Fix = left.guess(items[i].Text().Value, t.folders)
		}
	}
}

// help warns of a page of help that was begun and never written: a learner in
// need would be sent to a blank. A course without the file needs none.
func help(fsys fs.FS) []Problem {
	raw, err := readAtMost(fsys, "help.md", maxFile)
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "<!--") {
			return nil
		}
	}
	return []Problem{{Warning, Pos{File: "help.md"}, 0, "help-empty", "there is nothing to read in help.md", "write whom a learner can turn to, or take the file away", ""}}
}

func noCourse(fsys fs.FS) Problem {
	fix := "a course is a folder with a course.yaml; give that folder"
	if _, err := fs.Stat(fsys, "module.yaml"); err == nil {
		fix = "this is the folder of one module; give the folder above it"
	}
	return whole("course.yaml", "no-course", "there is no course.yaml in this folder", fix)
}

func (t *Tree) module(item Node, twice bool) (Module, []Problem) {
	folder := item.Text().Value
	m := Module{Folder: folder, guesses: &guesses{}}
	refuse := func(code, cause, fix string) (Module, []Problem) {
		return m, []Problem{item.Problem(Error, 0, 0, code, cause, fix)}
	}
	if code, cause, fix := t.noFolder(folder, twice); code != "" {
		return refuse(code, cause, fix)
	}
	name := folder + "/module.yaml"
	node, problems := readYAML(t.fsys, name, ModuleShape())
	if len(problems) > 0 && problems[0].Code == "missing-file" {
		return refuse("missing-module", fmt.Sprintf("the folder %q has no module.yaml", folder), "write one, or take the folder out of the list")
	}
	if t.named(folder, node) > maxModule {
		return refuse("too-large", tooLarge(folder), "keep less in the files that its module.yaml names; one that is named twice counts twice")
	}
	m.Node = node
	if node.n != nil && len(node.n.file.text) > 32<<10 {
		problems = append(problems, Problem{Warning, Pos{File: name}, 0, "long-module", "the module.yaml is larger than 32 KB", "move activities to files of their own", ""})
	}
	return m, problems
}

func tooLarge(folder string) string {
	return fmt.Sprintf("the files in %q take more than 20 MB", folder)
}

// noFolder says why a name is no module's folder; the code is empty where it
// is one. The guess at what was meant comes later.
func (t *Tree) noFolder(folder string, twice bool) (code, cause, fix string) {
	switch {
	case strings.Contains(folder, `\`):
		return "path", "the name of a folder holds no backslash", "take it out: " + strings.ReplaceAll(folder, `\`, "")
	case twice:
		return "duplicate-module", fmt.Sprintf("the folder %q is named twice", folder), "take one of the two out; capitals alone part no names on Windows and macOS"
	case !fs.ValidPath(folder) || folder == "." || strings.ContainsAny(folder, "/:"):
		return "path", fmt.Sprintf("%q is no folder beside course.yaml", folder), "name a folder in the folder of course.yaml"
	}
	if info, err := fs.Stat(t.fsys, folder); err != nil || !info.IsDir() {
		return "missing-folder", fmt.Sprintf("there is no folder %q beside course.yaml", folder), ""
	}
	if t.size(folder) > maxModule {
		return "too-large", tooLarge(folder), "keep only the module's YAML and Markdown in its folder"
	}
	return "", "", ""
}

func (t *Tree) folders() []string {
	entries, _ := fs.ReadDir(t.fsys, ".")
	var all []string
	for _, e := range entries {
		if e.IsDir() {
			all = append(all, e.Name())
		}
	}
	return all
}

// readYAML reads a file by a table. The node is not OK where it could not be.
func readYAML(fsys fs.FS, name string, shape Value) (Node, []Problem) {
	f, problems := load(fsys, name)
	if f == nil {
		return Node{}, problems
	}
	doc, problems := f.parse()
	if doc == nil {
		return Node{}, problems
	}
	w := &walker{file: f}
	w.flowProse(doc)
	top := Node{w.read(shape, doc, "the file")}
	problems = append(w.problems, newer(top)...)
	Sort(problems)
	return top, problems
}

// newer says that a file was written for a later program.
func newer(top Node) []Problem {
	format := top.Get("format")
	if n := format.Int(); format.OK() && (n > Version || n < 1) {
		fix := "write format: 1"
		if n > Version {
			fix = "update hearten to read it"
		}
		return []Problem{format.Problem(Error, 0, 0, "format", fmt.Sprintf("this program reads format %d, and this is format %d", Version, n), fix)}
	}
	return nil
}

// Open is an activity's content: what stands beside its title, or its file.
// The module's files together may hold 20 MB.
func (t *Tree) Open(m Module, activity Node) (Node, []Problem) {
	at := activity.Get("file")
	if at.n == nil {
		return activity, nil
	}
	name := at.Text().Value
	full := path.Join(m.Folder, name)
	if strings.Contains(name, `\`) {
		return Node{}, []Problem{at.Problem(Error, 0, 0, "path", "the way to a file is written with slashes, on every system", "write "+strings.ReplaceAll(name, `\`, "/"))}
	}
	if !fs.ValidPath(name) || strings.Contains(name, ":") || path.Dir(name) == ".." {
		return Node{}, []Problem{at.Problem(Error, 0, 0, "path", fmt.Sprintf("%q does not lie in the module's folder", name), "name a file in the folder of module.yaml")}
	}
	if _, err := fs.Stat(t.fsys, full); errors.Is(err, fs.ErrNotExist) {
		return Node{}, []Problem{at.Problem(Error, 0, 0, "missing-file", fmt.Sprintf("there is no file %q in the folder %s", name, m.Folder), m.guesses.guess(name, func() []string { return t.files(m.Folder) }))}
	}
	if activity.Get("lesson").n != nil {
		return t.lesson(full)
	}
	kind := activityKind(activity)
	return readYAML(t.fsys, full, Value{Kind: Group, Fields: append(ContentShape(kind), allow())})
}

func activityKind(activity Node) string {
	for _, kind := range ActivityKinds() {
		if activity.Get(kind).n != nil {
			return kind
		}
	}
	return ""
}

// size is how many bytes the files of a folder take.
func (t *Tree) size(folder string) int64 {
	entries, _ := fs.ReadDir(t.fsys, folder)
	sum := int64(0)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() {
			sum += info.Size()
		}
	}
	return sum
}

// named is how many bytes the files take that a module's activities name,
// wherever they lie in its folder.
func (t *Tree) named(folder string, module Node) int64 {
	sum := int64(0)
	for _, a := range module.Get("activities").Items() {
		name := path.Join(folder, a.Get("file").Text().Value)
		if info, err := fs.Stat(t.fsys, name); err == nil && info.Mode().IsRegular() {
			sum += min(info.Size(), maxFile)
		}
	}
	return sum
}

func (t *Tree) files(folder string) []string {
	entries, _ := fs.ReadDir(t.fsys, folder)
	var all []string
	for _, e := range entries {
		if !e.IsDir() {
			all = append(all, e.Name())
		}
	}
	return all
}

// lesson reads a Markdown file as the one field of a lesson.
func (t *Tree) lesson(name string) (Node, []Problem) {
	f, problems := load(t.fsys, name)
	if f == nil {
		return Node{}, problems
	}
	if len(f.text) > maxProse {
		return Node{}, []Problem{whole(name, "too-large", proseTooLarge, "make several lessons of it")}
	}
	if strings.TrimSpace(f.text) == "" {
		return Node{}, []Problem{whole(name, "empty-file", "there is nothing in this file", "write the lesson")}
	}
	text := &node{kind: Prose, verbatim: true, file: f, line: 1, column: 1, last: len(f.lines), text: strings.TrimRight(f.text, "\n")}
	top := &node{kind: Group, file: f, line: 1, column: 1, last: len(f.lines),
		names: []Text{{"text", Pos{name, 1, 1}}}, values: map[string]*node{"text": text}}
	if p, bad := text.harmful(); bad {
		return Node{}, []Problem{p}
	}
	return Node{top}, nil
}
