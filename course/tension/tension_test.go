package tension

import (
	"testing"
	"time"
)

func sample() Map {
	return Map{Poles: []Pole{{ID: "s", Name: "standards", Gives: []string{"clear work"}}, {ID: "c", Name: "support"}}}
}

func TestBoxes(t *testing.T) {
	boxes := sample().Boxes()
	if len(boxes) != 8 {
		t.Fatalf("%d boxes, want 8", len(boxes))
	}
	if b := boxes[0]; b.ID != "s/gives" || b.Ask != `What "standards" gives` || len(b.Given) != 1 {
		t.Errorf("the first box: %+v", b)
	}
	if b := boxes[5]; b.ID != "c/signs" || b.Ask != `Early signs of too much "support"` {
		t.Errorf("the sixth box: %+v", b)
	}
	seen := map[string]bool{}
	for _, b := range boxes {
		if seen[b.ID] {
			t.Errorf("two boxes are %q", b.ID)
		}
		seen[b.ID] = true
	}
}

func TestCheck(t *testing.T) {
	many := Map{}
	for range 10 {
		many.Poles = append(many.Poles, Pole{ID: "p", Name: "p"})
	}
	alike := Map{Poles: []Pole{{ID: "a", Name: "Care"}, {ID: "b", Name: "care "}}}
	tests := []struct {
		name string
		m    Map
		want string
	}{
		{"sound", sample(), ""},
		{"none", Map{}, "a tension has two poles, and this one has 0"},
		{"ten", many, "a tension has two poles, and this one has 10"},
		{"alike", alike, "both poles are called “care ”"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if errs := Check(tt.m); len(errs) > 0 {
				got = errs[0].Cause
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	want := map[int]string{
		-5: "far towards standards", -3: "towards standards", -1: "a little towards standards",
		0: "in the middle", 1: "a little towards support", 2: "towards support", 4: "far towards support",
	}
	for value, words := range want {
		if got := sample().Words(value); got != words {
			t.Errorf("Words(%d) = %q, want %q", value, got, words)
		}
	}
}

func TestDrift(t *testing.T) {
	at := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	marks := func(values ...int) (all []Mark) {
		for i, v := range values {
			all = append(all, Mark{At: at.AddDate(0, i, 0), Value: v})
		}
		return all
	}
	tests := []struct {
		marks []Mark
		want  string
	}{
		{marks(), ""},
		{marks(2), ""},
		{marks(2, -1), "Since 2 March 2026 your team has moved towards standards: it stood towards support, and stands a little towards standards."},
		{marks(-1, 0, 4), "Since 2 March 2026 your team has moved towards support: it stood a little towards standards, and stands far towards support."},
		{marks(1, 3, 1), "Since 2 March 2026 your team has come back to where it stood: a little towards support."},
	}
	for _, tt := range tests {
		if got := sample().Drift(tt.marks); got != tt.want {
			t.Errorf("Drift(%v) = %q, want %q", tt.marks, got, tt.want)
		}
	}
}

// TestHeadingsDiffer holds that a box says by its heading alone whose it is, in
// a window of 40 columns.
func TestHeadingsDiffer(t *testing.T) {
	seen := map[string]bool{}
	for _, b := range (Map{Poles: []Pole{{ID: "s", Name: "Standards"}, {ID: "c", Name: "Support"}}}).Boxes() {
		if seen[b.Ask] || len([]rune(b.Ask)) > 38 {
			t.Errorf("a second or a long heading: %q", b.Ask)
		}
		seen[b.Ask] = true
	}
}
