package lint

import (
	"fmt"
	"regexp"
	"strings"

	"hearten/course/source"
)

// ruler is the line between a table's head and its rows.
var ruler = regexp.MustCompile(`(?m)^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$`)

// wideTable catches a table whose columns a narrow window cannot hold.
func wideTable() Rule {
	return Rule{"wide-table", "No table has more than three columns.", func(m Module) []source.Problem {
		const most = 3
		var ps []source.Problem
		for _, t := range m.Texts {
			if !strings.Contains(t.Value, "-|") && !strings.Contains(t.Value, "- |") {
				continue
			}
			inCode := source.InCode(t.Value)
			for _, at := range ruler.FindAllStringIndex(t.Value, mostPerText) {
				line := strings.TrimSpace(t.Value[at[0]:at[1]])
				from := at[0] + strings.Index(t.Value[at[0]:at[1]], line)
				if n := strings.Count(strings.Trim(line, "|"), "|") + 1; n > most && !inCode(from) {
					ps = append(ps, t.warning(from, from+len(line), "wide-table",
						fmt.Sprintf("this table has %d columns, and a narrow window holds %d", n, most), "turn it on its side, or make two tables or a list of it"))
				}
			}
		}
		return ps
	}}
}
