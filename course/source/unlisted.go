package source

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// misnamed is a file of a folder that was meant to have a name, and has
// another: Course.yaml, module.yml, help.md.txt. It is empty where there is
// none.
func misnamed(fsys fs.FS, folder, name string) string {
	stem, _, _ := strings.Cut(name, ".")
	entries, _ := fs.ReadDir(fsys, folder)
	for _, e := range entries {
		begin, end, dotted := strings.Cut(strings.ToLower(e.Name()), ".")
		if dotted && e.Type().IsRegular() && begin == stem && e.Name() != name && slices.Contains([]string{"yaml", "yml", "md", "markdown", "txt", "yaml.txt", "yml.txt", "md.txt"}, end) {
			return e.Name()
		}
	}
	return ""
}

// unlistedModules warns of the folders of modules that course.yaml does not
// name: nobody gets to see what is in them.
func (t *Tree) unlistedModules() []Problem {
	list := t.course.Get("modules")
	if !list.OK() || t.course.Misread("modules") {
		return nil
	}
	named, folders := map[string]bool{}, t.folders()
	for _, item := range list.Items() {
		name := item.Text().Value
		if !slices.Contains(folders, name) { // it may be what is meant
			return nil
		}
		named[strings.ToLower(name)] = true
	}
	var ps []Problem
	for _, folder := range folders {
		if named[strings.ToLower(folder)] || strings.HasPrefix(folder, ".") || len(ps) == maxPerFile {
			continue
		}
		if _, err := fs.Stat(t.fsys, folder+"/module.yaml"); err == nil {
			ps = append(ps, list.Problem(Warning, 0, 1, "not-listed", fmt.Sprintf("the folder %q has a module.yaml, and is not among the modules here, so no learner gets to it", folder),
				"add it where it belongs in the order: - "+folder+"; or move the folder out of the course"))
		}
	}
	return ps
}

// unlistedFiles warns of the files in a module's folder that were written for
// an activity, as their names say, and that no activity has.
func (t *Tree) unlistedFiles(folder string, module Node) []Problem {
	list := module.Get("activities")
	if !list.OK() || module.Misread("activities") {
		return nil
	}
	named, files := map[string]bool{}, map[string]bool{}
	all := t.files(folder)
	for _, name := range all {
		files[name] = true
	}
	for _, a := range list.Items() {
		name := a.Get("file").Text().Value
		if name != "" && !files[name] && !strings.ContainsAny(name, `/\:`) { // it may be the one that is meant
			return nil
		}
		named[name] = true
	}
	var ps []Problem
	for _, name := range all {
		kind := kindByName(name)
		if kind == "" || named[name] || len(ps) == maxPerFile {
			continue
		}
		id := IDs{}.Take(name[:len(name)-len("."+kind+".yaml")], kind)
		ps = append(ps, list.Problem(Warning, 0, 1, "not-listed", fmt.Sprintf("no activity here has the file %q, which lies in this folder, so no learner gets to it", name),
			fmt.Sprintf("add an activity where it belongs in the order, - {%s: %s, title: …, minutes: 5, file: %s}; or move the file out of the folder", kind, id, name)))
	}
	return ps
}

// kindByName is the kind of activity that a file says it holds: check.quiz.yaml.
func kindByName(name string) string {
	for _, kind := range ActivityKinds() {
		if strings.HasSuffix(strings.ToLower(name), "."+kind+".yaml") {
			return kind
		}
	}
	return ""
}
