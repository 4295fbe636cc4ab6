package source

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// guessFolders adds to what is said of folders that are not there which one
// may have been meant.
func (t *Tree) guessFolders(items []Node, found [][]Problem) {
	left := &guesses{}
	for i, ps := range found {
		if len(ps) == 1 && ps[0].Code == "missing-folder" {
			ps[0].Fix = t.guessFolder(items[i].Text().Value, left)
		}
	}
}

// guessFolder is what to do about a folder that is not there: it may have
// another name, or the name may be the id of the module in it.
func (t *Tree) guessFolder(name string, left *guesses) string {
	if int(left.made.Load()) < mostGuesses {
		if folder := t.folderOf(name); folder != "" {
			return fmt.Sprintf("did you mean %q? In that folder lies the module with the id %q", folder, name)
		}
	}
	return left.guess(name, t.folders)
}

// folderOf is the folder of a module that has an id, as far as a look at the
// beginning of some files can tell.
func (t *Tree) folderOf(id string) string {
	const most, head = 50, 1 << 10
	for _, folder := range t.folders()[:min(most, len(t.folders()))] {
		begin, _ := readAtMost(t.fsys, folder+"/module.yaml", head) // of a longer file, its beginning
		if strings.Contains(strings.ReplaceAll("\n"+string(begin), "\r", ""), "\nid: "+id+"\n") {
			return folder
		}
	}
	return ""
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
	case path.Clean(folder) != folder && fs.ValidPath(path.Clean(folder)):
		return "path", "the name of a folder stands without ./ before it and / after it", "write " + path.Clean(folder)
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

func folders(fsys fs.FS) []string {
	entries, _ := fs.ReadDir(fsys, ".")
	var all []string
	for _, e := range entries {
		if e.IsDir() {
			all = append(all, e.Name())
		}
	}
	return all
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
// wherever they lie in its folder; 0 where they are too few to be looked at.
func (t *Tree) named(folder string, module Node) int64 {
	all := module.Get("activities").Items()
	if len(all) <= maxModule/maxFile { // so few cannot take more
		return 0
	}
	sum := int64(0)
	for _, a := range all {
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
