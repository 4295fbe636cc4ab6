package source

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

// Tree is a course as its author wrote it: course.yaml and every module.yaml.
// The files they name are read by Open.
type Tree struct {
	fsys    fs.FS
	course  Node
	modules []Module
	help    string
	page    Node            // help as it was written
	folders func() []string // beside course.yaml
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

// Help is the page of help.md, in Markdown: whom a learner can turn to. It is
// empty where there is nothing to read, or where it could not be read.
func (t *Tree) Help() string { return t.help }

// Texts are the Markdown texts of the course that are not a module's.
func (t *Tree) Texts() []Node { return []Node{t.course.Get("glossary"), t.page} }

// Read reads a course. It goes on after a problem and returns all there are,
// in order; the tree lacks what could not be read.
func Read(fsys fs.FS) (*Tree, []Problem) {
	t := &Tree{fsys: fsys, folders: sync.OnceValue(func() []string { return folders(fsys) })}
	top, problems := readYAML(fsys, "course.yaml", &shapes().course)
	t.course = top
	if len(problems) > 0 && problems[0].Code == "missing-file" {
		problems = []Problem{noCourse(fsys)}
	}
	if !top.OK() {
		return t, problems
	}
	problems = append(problems, t.readModules(top.Get("modules").Items())...)
	problems = append(problems, t.unlistedModules()...)
	page, written, found := help(fsys)
	t.help, t.page, problems = page, written, append(problems, found...)
	top.covers(helpFile)
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

// Page is a Markdown file that nothing in the course names, such as facilitator.md;
// empty where there is none.
func (t *Tree) Page(name string) (string, []Problem) {
	f, problems := load(t.fsys, name)
	switch {
	case f != nil:
		return f.text, nil
	case problems[0].Code == "missing-file":
		return "", nil
	}
	return "", problems
}

func noCourse(fsys fs.FS) Problem {
	fix := "a course is a folder with a course.yaml; give that folder"
	if name := misnamed(fsys, ".", "course.yaml"); name != "" {
		fix = fmt.Sprintf("there is a %s: rename it course.yaml", name)
	} else if _, err := fs.Stat(fsys, "module.yaml"); err == nil {
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
	node, problems := readYAML(t.fsys, name, &shapes().module)
	if len(problems) > 0 && problems[0].Code == "missing-file" {
		fix := "write one, or take the folder out of the list"
		if other := misnamed(t.fsys, folder, "module.yaml"); other != "" {
			fix = fmt.Sprintf("there is a %s: rename it module.yaml", other)
		}
		return refuse("missing-module", fmt.Sprintf("the folder %q has no module.yaml", folder), fix)
	}
	if t.named(folder, node) > maxModule {
		return refuse("too-large", tooLarge(folder), "keep less in the files that its module.yaml names; one that is named twice counts twice")
	}
	m.Node = node
	if node.n != nil && len(node.n.file.text) > 32<<10 {
		problems = append(problems, Problem{Warning, Pos{File: name}, 0, "long-module", "the module.yaml is larger than 32 KB", "move activities to files of their own", ""})
	}
	return m, append(problems, t.unlistedFiles(folder, node)...)
}

// readYAML reads a file by a table. The node is not OK where it could not be.
func readYAML(fsys fs.FS, name string, shape *Value) (Node, []Problem) {
	f, problems := load(fsys, name)
	if f == nil {
		return Node{}, problems
	}
	doc, as, faults := f.parse()
	if doc == nil {
		return Node{}, faults
	}
	w := &walker{file: as.file, last: len(as.file.lines)}
	w.flowProse(doc)
	top := Node{w.read(shape, doc, spot{})}
	if len(faults) > 0 {
		faults = append(faults, as.beyond(w.problems)...)
		Sort(faults)
		return Node{}, faults
	}
	for _, p := range w.problems {
		if p.Severity == Error {
			f.wrong = append(f.wrong, p.At.Line)
		}
	}
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
	slashes := path.Clean(strings.ReplaceAll(name, `\`, "/"))
	switch {
	case strings.Trim(name, " \u00a0") != name:
		return Node{}, []Problem{at.Problem(Error, 0, 0, "hard-space", "a non-breaking space stands at an end of this; it looks like a space and is none", "delete it")}
	case strings.Contains(name, ":"):
		return Node{}, []Problem{at.Problem(Error, 0, 0, "path", "a file of a course lies in the module's folder, and this names one elsewhere", "copy it into the folder of module.yaml, and write its name alone: "+path.Base(slashes))}
	case strings.Contains(name, `\`):
		return Node{}, []Problem{at.Problem(Error, 0, 0, "path", "the way to a file is written with slashes, on every system", "write "+slashes)}
	case slashes != name && fs.ValidPath(slashes):
		return Node{}, []Problem{at.Problem(Error, 0, 0, "path", "the way to a file is written without ./ and without two slashes in a row", "write "+slashes)}
	}
	if !fs.ValidPath(name) || strings.Contains(name, ":") || path.Dir(name) == ".." {
		return Node{}, []Problem{at.Problem(Error, 0, 0, "path", fmt.Sprintf("%q does not lie in the module's folder", name), "name a file in the folder of module.yaml")}
	}
	kind := activityKind(activity)
	content, problems := t.content(full, kind)
	if other := kindByName(name); other != "" && other != kind && (kind == "lesson" || Errors(problems) > 0) {
		return Node{}, []Problem{at.Problem(Error, 0, 0, "other-kind", fmt.Sprintf("this is the file of a %s, as its name says, and the activity is a %s", other, kind),
			fmt.Sprintf("name the file of the %s; or write %s: in place of %[1]s:", kind, other))}
	}
	if len(problems) == 1 && problems[0].Code == "missing-file" {
		return Node{}, []Problem{at.Problem(Error, 0, 0, "missing-file", fmt.Sprintf("there is no file %q in the folder %s", name, m.Folder), m.guesses.guess(name, func() []string { return t.files(m.Folder) }))}
	}
	return content, problems
}

// content is the file of an activity.
func (t *Tree) content(name, kind string) (Node, []Problem) {
	if kind == "lesson" {
		return t.lesson(name)
	}
	return readYAML(t.fsys, name, shapes().files[kind])
}

func activityKind(activity Node) string {
	for _, kind := range ActivityKinds() {
		if activity.Get(kind).n != nil {
			return kind
		}
	}
	return ""
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
	if p, is := f.header(); is {
		return Node{}, []Problem{p}
	}
	text := f.prose(f.text)
	if p, bad := text.harmful(); bad {
		return Node{}, []Problem{p}
	}
	return Node{&node{kind: Group, file: f, line: 1, column: 1, last: text.last, parts: []part{{"text", 1, 1, text}}}}, nil
}

// prose is a text that is all of a file.
func (f *file) prose(text string) *node {
	return &node{kind: Prose, verbatim: true, file: f, line: 1, column: 1, last: int32(len(f.lines)), text: strings.TrimRight(text, "\n")}
}
