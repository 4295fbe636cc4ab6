package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"hearten/course"
	"hearten/course/scaffold"
	"hearten/course/source"
)

func newNew(w World, o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "new " + strings.Join(newKinds(), "|") + " NAME [DIR]",
		Short: "Begin a course, a module or one of its activities",
		Long: "Writes files that say what to replace, and adds them to what they belong to. A reflection,\n" +
			"a plan and a tension have no files: they stand in module.yaml whole. NAME is what\n" +
			"learners will read. DIR is the new folder of a course, the course's folder for a module,\n" +
			"and the module's folder for the rest; without it, a course gets a folder of its name, and\n" +
			"everything else is written here. What is there already is never overwritten.",
		Example: "  hearten new course \"Leading with care\" my-course\n" +
			"  hearten new module \"Giving feedback\" my-course\n" +
			"  hearten new quiz \"Check yourself\" my-course/02-giving-feedback",
		Args: newArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			name, err := newName(args[0], args[1])
			if err != nil {
				return err
			}
			dir := ""
			if len(args) > 2 {
				dir = args[2]
			}
			switch args[0] {
			case "course":
				return beginCourse(w, name, dir)
			case "module":
				return beginModule(w, name, pick(args[2:], o.course))
			}
			return beginActivity(w, args[0], name, dir)
		},
	}
}

func newKinds() []string { return append([]string{"course", "module"}, scaffold.Kinds()...) }

func newArgs(_ *cobra.Command, args []string) error {
	kinds := strings.Join(newKinds(), ", ")
	switch {
	case len(args) == 0:
		return usage("hearten new needs to know what to begin (%s), and its name: hearten new lesson \"Where it turns\"", kinds)
	case !slices.Contains(newKinds(), args[0]):
		fix := source.DidYouMean(args[0], newKinds())
		if fix == "" {
			fix = "it can be " + kinds
		}
		return usage("%q is nothing that can be begun; %s", args[0], fix)
	case len(args) == 1:
		return usage("the %s needs a name: hearten new %s \"Where it turns\"", args[0], args[0])
	case len(args) > 3:
		return usage("hearten new takes a name and a folder, and %d words were given; put quotes around the name: hearten new %s \"%s\"", len(args)-1, args[0], strings.Join(args[1:], " "))
	}
	return nil
}

// longestName is the longest name of anything new; a title has to fit a line.
const longestName = 70

// newName is what something new is called, and its id.
func newName(kind, typed string) (scaffold.Start, error) {
	title := strings.TrimSpace(typed)
	switch {
	case title == "":
		return scaffold.Start{}, usage("the name is empty; give the %s one: hearten new %s \"Where it turns\"", kind, kind)
	case !utf8.ValidString(title) || strings.ContainsAny(title, "\n\t") || course.Clean(title) != title:
		return scaffold.Start{}, usage("the name holds a line end or a character that cannot be seen; type it again, on one line")
	case utf8.RuneCountInString(title) > longestName:
		return scaffold.Start{}, usage("the name has %d characters, and %d are the most that fit a line; shorten it", utf8.RuneCountInString(title), longestName)
	case strings.ContainsAny(title, `/\`):
		return scaffold.Start{}, usage("%q looks like a path; the name comes first and the folder after it: hearten new %s \"Where it turns\" FOLDER", title, kind)
	}
	id := source.IDs{}.Take(title, kind)
	if title == id && strings.ToLower(title) == title { // an id was given: make words of it
		title = strings.ToUpper(title[:1]) + strings.ReplaceAll(title[1:], "-", " ")
	}
	return scaffold.Start{ID: id, Title: title, Language: "en"}, nil
}

// beginCourse makes the folder of a course, with a first module in it.
func beginCourse(w World, s scaffold.Start, dir string) error {
	if dir == "" {
		dir = s.ID
	}
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return usage("%s is there already, and not empty; name a new folder for the course: hearten new course NAME FOLDER", dir)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return usage("%s cannot be the folder of a course; name a new folder: hearten new course NAME FOLDER", dir)
	}
	first := scaffold.Start{ID: "first-steps", Title: "First steps"}
	s.Folder = "01-" + first.ID
	s.ID += "-" + sixRandom(w)
	if err := os.MkdirAll(filepath.Join(dir, s.Folder), 0o755); err != nil {
		return fmt.Errorf("make the folder of the course: %w", err)
	}
	module := scaffold.Module(first)
	module.Name = s.Folder + "/" + module.Name
	files := append(scaffold.Course(s), module)
	if err := writeFiles(w, dir, files); err != nil {
		return err
	}
	if err := writeMissingSchemas(dir); err != nil {
		return err
	}
	shown := filepath.ToSlash(dir)
	fmt.Fprintf(w.Out, "\nTake it:    hearten --course %s\nCheck it:   hearten lint %s\nGo on:      hearten new lesson \"Where it turns\" %s/%s\n", asWord(shown), asWord(shown), asWord(shown), s.Folder)
	fmt.Fprintln(w.Out, "The files that end in .schema.json are for your editor, which can explain and complete what you type.")
	return nil
}

// asWord is a path as it can be typed into a shell.
func asWord(path string) string {
	if strings.ContainsAny(path, " '\"$&;()*?#") {
		return `"` + path + `"`
	}
	return path
}

// sixRandom makes the id of a course one that no other course has.
func sixRandom(w World) string {
	id := strings.ToLower(w.NewID(w.Now()))
	return id[max(0, len(id)-6):]
}

// writeFiles writes files that are not there yet, and says which.
func writeFiles(w World, dir string, files []scaffold.File) error {
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := free(name); err != nil {
			return err
		}
		if err := writeNew(name, f.Text); err != nil {
			return fmt.Errorf("write %s: %w", f.Name, err)
		}
		fmt.Fprintf(w.Out, "Wrote %s.\n", filepath.ToSlash(name))
	}
	return nil
}

// writeMissingSchemas puts the schemas that the first lines of the files name
// beside course.yaml, where there are none yet.
func writeMissingSchemas(dir string) error {
	for _, d := range source.Documents() {
		name := filepath.Join(dir, d.Name+".schema.json")
		if err := writeNew(name, string(d.Schema())); err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("write the schema for editors: %w", err)
		}
	}
	return nil
}
