package lint

import (
	"fmt"

	"hearten/course/source"
)

// fileTwice catches two activities that name one file, most often because one
// was copied and its file was not.
func fileTwice() Rule {
	return Rule{"file-twice", "Every activity of a module has a file of its own.", func(m Module) []source.Problem {
		first := map[string]int{}
		var ps []source.Problem
		for _, a := range m.Written().Get("activities").Items() {
			file := a.Get("file")
			if !file.OK() {
				continue
			}
			name := file.Text().Value
			if line, twice := first[name]; twice {
				ps = append(ps, file.Problem(source.Warning, 0, 0, "file-twice",
					fmt.Sprintf("the activity in line %d has this file too, so learners get the same twice", line), "name the file that belongs to this one"))
				continue
			}
			first[name] = a.At().Line
		}
		return ps
	}}
}
