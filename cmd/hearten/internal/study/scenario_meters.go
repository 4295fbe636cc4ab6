package study

import (
	"strings"

	"hearten/course/scenario"
)

// MetersNote says in one sentence what the meters seen in play are, and which
// way of each is the better one. It is empty where none is seen.
func (s Scenario) MetersNote() string {
	var meters []scenario.Meter
	for _, r := range s.play.Readings() {
		meters = append(meters, r.Meter)
	}
	return metersNote(meters)
}

// AllMetersNote is MetersNote of all meters, as the debrief shows them.
func (s Scenario) AllMetersNote() string { return metersNote(s.play.Story().Meters()) }

func metersNote(meters []scenario.Meter) string {
	ways := []struct {
		better scenario.Better
		words  string
	}{
		{scenario.BetterUp, "higher is better for "},
		{scenario.BetterDown, "lower is better for "},
		{scenario.BetterNone, "neither way is better by itself for "},
	}
	var parts []string
	for _, way := range ways {
		var names []string
		for _, m := range meters {
			if m.Better == way.better {
				names = append(names, named(m))
			}
		}
		if len(names) > 0 {
			parts = append(parts, way.words+listed(names))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Of the meters, " + strings.Join(parts, "; ") + "."
}

func named(m scenario.Meter) string {
	if m.Label != "" {
		return m.Label
	}
	return m.Name
}

func listed(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
