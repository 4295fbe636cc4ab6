package lint

import (
	"fmt"

	"hearten/course/source"
)

// mostPerFile is how many problems of one file are told. Whoever has more will
// mend some and ask again.
const mostPerFile = 500

// few leaves out of a sorted list what goes beyond that, warnings first, and
// says how much it was.
func few(problems []source.Problem) []source.Problem {
	total, errs := map[string]int{}, map[string]int{}
	for _, p := range problems {
		total[p.At.File]++
		if p.Severity == source.Error {
			errs[p.At.File]++
		}
	}
	told, worst := map[string]int{}, map[string]source.Severity{}
	var kept []source.Problem
	for _, p := range problems {
		file := p.At.File
		room := mostPerFile
		if p.Severity == source.Warning && total[file] > mostPerFile {
			room -= errs[file] // errors still to come go first
		}
		if p.Severity == source.Error {
			errs[file]--
		}
		if told[file] < room {
			told[file]++
			kept = append(kept, p)
			continue
		}
		worst[file] = max(worst[file], p.Severity)
	}
	for file, severity := range worst {
		kept = append(kept, source.Problem{Severity: severity, At: source.Pos{File: file}, Code: "many-problems",
			Cause: fmt.Sprintf("there are %d problems more in this file", total[file]-told[file]), Fix: "mend these first, and ask again"})
	}
	source.Sort(kept)
	return kept
}
