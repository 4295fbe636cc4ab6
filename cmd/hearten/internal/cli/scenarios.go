package cli

import (
	"fmt"
	"path"
	"strings"

	"hearten/course"
)

// place is an activity and the module it stands in.
type place struct {
	course.Module
	course.Activity
}

// named is the activity that a name means: module and activity by their ids,
// or the file that it stands in. False where it means none.
func named(c *course.Course, inside string) (place, bool) {
	for _, m := range c.Modules {
		files := filesOf(m)
		for _, a := range m.Activities {
			file, own := files[a.ID]
			if inside == m.ID+"/"+a.ID || inside == m.Folder+"/"+a.ID || own && inside == file {
				return place{m, a}, true
			}
		}
	}
	return place{}, false
}

// namedScenario is named for scenarios: a module.yaml stands for the one
// scenario in it.
func namedScenario(c *course.Course, s subject) (place, error) {
	if found, ok := named(c, s.inside); ok {
		return found, nil
	}
	var inFile []place
	var known []string
	for _, m := range c.Modules {
		files := filesOf(m)
		for _, a := range m.Activities {
			if a.Kind != course.KindScenario {
				continue
			}
			known = append(known, m.ID+"/"+a.ID)
			if _, own := files[a.ID]; !own && s.inside == m.Folder+"/module.yaml" {
				inFile = append(inFile, place{m, a})
			}
		}
	}
	if len(inFile) == 1 {
		return inFile[0], nil
	}
	return place{}, notFound(s.typed, known, len(inFile))
}

// filesOf are the files of a module's activities, by their ids, as paths in
// the course.
func filesOf(m course.Module) map[string]string {
	files := map[string]string{}
	for _, a := range m.Activities {
		if file := a.Written().Get("file").Text().Value; file != "" {
			files[a.ID] = path.Join(m.Folder, file)
		}
	}
	return files
}

// notFound says what there is instead.
func notFound(typed string, known []string, inFile int) error {
	const most = 12
	all := "It has no scenarios"
	if len(known) > 0 {
		all = "Its scenarios are " + strings.Join(known[:min(most, len(known))], ", ")
	}
	if len(known) > most {
		all += fmt.Sprintf(" and %d more", len(known)-most)
	}
	switch {
	case inFile > 1:
		return usage("%s holds %d scenarios; name one of them as MODULE/ACTIVITY. %s", typed, inFile, all)
	case isFile(typed):
		return usage("%s is the file of no scenario that a module.yaml of the course names. %s", typed, all)
	}
	return usage("there is no scenario or file %q in the course. %s", typed, all)
}
