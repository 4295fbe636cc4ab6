package plain

import (
	"fmt"
	"strings"

	"hearten/cmd/hearten/internal/study"
)

func mapKey() key { return key{"m", "for the map of the story"} }

// storyMap says a story as far as the learner has seen it: its scenes, what
// they offered, and where that led.
func (s *session) storyMap(m study.Map) {
	s.gap()
	s.sayf("The map of the story, as far as you have seen it: %s.", count(len(m.Scenes), "scene"))
	for i, scene := range m.Scenes {
		s.gap()
		here := ""
		if m.Here == i+1 {
			here = " You are here."
		}
		s.sayf("Scene %d: %s%s", i+1, stop(scene.Name()), here)
		for _, c := range scene.Choices {
			s.hang("- ", fmt.Sprintf("%s %s", stop(flat(c.Say)), led(c)))
		}
	}
	s.gap()
	var titles []string
	for _, e := range m.Seen {
		titles = append(titles, words(e.Title))
	}
	s.say(stop(fmt.Sprintf("%d of %s seen%s", len(m.Seen), count(m.Endings, "ending"), after(": ", strings.Join(titles, "; ")))))
	s.gap()
}

// led says where a choice led.
func led(c study.MapChoice) string {
	if !c.Tried() {
		return "Not tried."
	}
	var all []string
	for _, to := range c.Led {
		if to.Scene > 0 {
			all = append(all, fmt.Sprintf("to scene %d", to.Scene))
			continue
		}
		all = append(all, fmt.Sprintf("to the ending “%s”", words(to.Ending.Title)))
	}
	words := "It led " + strings.Join(all, " or ")
	if c.Now {
		words += "; you took it this time"
	}
	return words + "."
}

// after puts words behind a lead, if there are any.
func after(lead, words string) string {
	if words == "" {
		return ""
	}
	return lead + words
}
