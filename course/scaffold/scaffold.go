// Package scaffold is what an author begins with: files that are sound as they
// stand, say what to replace, and are added to the course they lie in.
package scaffold

import (
	"embed"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"text/template"
)

//go:embed templates
var templates embed.FS

// File is a file to write, under its name in the folder it is for.
type File struct{ Name, Text string }

// Start is what an author says of something they are about to write.
type Start struct {
	ID, Title string
	Folder    string // of a course: the folder of its first module
	Language  string // of a course
}

// Course is a course.yaml and a help.md.
func Course(s Start) []File {
	return []File{{"course.yaml", fill("course.yaml", s)}, {"help.md", fill("help.md", s)}}
}

// Module is a module.yaml.
func Module(s Start) File { return File{"module.yaml", fill("module.yaml", s)} }

// Kinds are the activities that can be begun.
func Kinds() []string {
	return []string{"lesson", "quiz", "scenario", "reflection", "plan", "tension"}
}

// Activity is the file of an activity of one of the kinds; none for those short
// enough to stand in module.yaml whole.
func Activity(kind string, s Start) []File {
	switch kind {
	case "lesson":
		return []File{{s.ID + ".md", fill("lesson.md", s)}}
	case "quiz", "scenario":
		return []File{{s.ID + "." + kind + ".yaml", fill(kind+".yaml", s)}}
	}
	return nil
}

// Step is what module.yaml says of an activity: the name of its file, or all
// that there is of it.
func Step(kind string, s Start) []string {
	minutes := map[string]int{"lesson": 3, "quiz": 4, "scenario": 5, "reflection": 3, "plan": 2, "tension": 6}[kind]
	step := []string{
		fmt.Sprintf("- %s: %s", kind, s.ID), "  title: " + Quoted(s.Title),
		fmt.Sprintf("  minutes: %d", minutes),
	}
	if files := Activity(kind, s); len(files) > 0 {
		return append(step, "  file: "+files[0].Name)
	}
	for line := range strings.Lines(fill(kind+".yaml", s)) {
		step = append(step, "  "+strings.TrimSuffix(line, "\n"))
	}
	return step
}

func fill(name string, s Start) string {
	raw, err := templates.ReadFile("templates/" + name)
	if err != nil { // it is embedded
		panic(err)
	}
	s.Title = Quoted(s.Title)
	var b strings.Builder
	if err := template.Must(template.New(name).Parse(string(raw))).Execute(&b, s); err != nil {
		panic(err)
	}
	return b.String()
}

// plain is a text that means the same in YAML with quotes and without.
var plain = regexp.MustCompile(`^\pL[\pL\d,.?!’-]*( [\pL\d,.?!’(][\pL\d,.?!’()-]*)+$`)

// Quoted is a text of one line as YAML can read it, in quotes where it must
// have them.
func Quoted(text string) string {
	if plain.MatchString(text) {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// fewestWords is how many words a text has that nobody would write twice by
// chance.
const fewestWords = 7

// Holds says of a text that it stands in a template as it is. Short ones, such
// as the name of a meter, may well be meant.
func Holds(text string) bool {
	words := strings.Fields(text)
	return len(words) >= fewestWords && strings.Contains(standing(), " "+strings.Join(words, " ")+" ")
}

// standing is all that the templates say, with one space between words and
// without the marks of YAML around a text.
var standing = sync.OnceValue(func() string {
	var b strings.Builder
	for _, name := range append(Kinds(), "module") {
		end := ".yaml"
		if name == "lesson" {
			end = ".md"
		}
		for line := range strings.Lines(fill(name+end, Start{})) {
			b.WriteString(quotedEnds.ReplaceAllString(line, "$1 $2 "))
		}
	}
	return " " + strings.Join(strings.Fields(b.String()), " ") + " "
})

// quotedEnds are the quotes around a text at the end of a line.
var quotedEnds = regexp.MustCompile(`^(.*?)(?:['"](.*)['"])?\s*$`)
