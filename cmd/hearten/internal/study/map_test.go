package study

import (
	"fmt"
	"strings"
	"testing"
)

// drawn is a map as text.
func drawn(m Map) string {
	var b strings.Builder
	for i, scene := range m.Scenes {
		fmt.Fprintf(&b, "%d %s", i+1, scene.ID)
		if m.Here == i+1 {
			b.WriteString(" here")
		}
		for _, c := range scene.Choices {
			fmt.Fprintf(&b, "; %s", c.ID)
			if c.Now {
				b.WriteString(" now")
			}
			for _, to := range c.Led {
				fmt.Fprintf(&b, " -> %d%s", to.Scene, to.Ending.ID)
			}
		}
		b.WriteString("\n")
	}
	return b.String() + fmt.Sprintf("%d of %d endings %s", len(m.Seen), m.Endings, m.Ending)
}

func TestMapShowsWhatWasSeen(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	steps := []struct {
		play []string
		want string
	}{
		{nil, "1 hall here; ask; push\n0 of 2 endings "},
		{[]string{"push"}, "1 hall; ask; push now -> 2\n2 room here; stay; go\n0 of 2 endings "},
		{[]string{"go"}, "1 hall; ask; push now -> 2\n2 room; stay; go now -> 0bad\n1 of 2 endings bad"},
	}
	var s Scenario
	for _, step := range steps {
		s = l.walked(step.play...)
		if got := drawn(s.Map()); got != step.want {
			t.Errorf("after %v the map is\n%s\nwant\n%s", step.play, got, step.want)
		}
	}
	l.again(s, 1)
	s = l.walked("ask")
	want := "1 hall; ask now -> 2; push -> 2\n2 room here; stay; go -> 0bad\n1 of 2 endings "
	if got := drawn(s.Map()); got != want {
		t.Errorf("in a second play the map is\n%s\nwant\n%s", got, want)
	}
	if got := drawn(l.open("walk").(Scenario).Map()); got != want {
		t.Errorf("after a fresh start the map is\n%s\nwant\n%s", got, want)
	}
}

// TestMapKeepsToWhatTheStoryStillIs: a run that the story no longer fits is
// on the map as far as it goes.
func TestMapKeepsToWhatTheStoryStillIs(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	l.walked("push", "go")
	l.course = sampleCourse(t, strings.ReplaceAll(sampleModule, "{id: go,", "{id: leave,"))
	got := drawn(l.open("walk").(Scenario).Map())
	want := "1 hall here; ask; push -> 2\n2 room; stay; leave\n1 of 2 endings "
	if got != want {
		t.Errorf("the map is\n%s\nwant\n%s", got, want)
	}
}

func TestSceneName(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"A hall.", "A hall."},
		{"Monday, 07:10, the site hut. A hired compressor hammers.", "Monday, 07:10, the site hut."},
		{"\"Hm.\" She looks at the **board** for long. Then out.", "\"Hm.\" She looks at the board for long."},
		{"One line\nand another, without an end", "One line and another, without an end"},
		{"The first block.\n\nThe second.", "The first block."},
	}
	for _, tt := range tests {
		if got := (MapScene{Text: tt.text}).Name(); got != tt.want {
			t.Errorf("%q goes by %q, want %q", tt.text, got, tt.want)
		}
	}
}
