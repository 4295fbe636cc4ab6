package scenario

import (
	"fmt"
	"strings"
	"testing"
)

// testNames are the words of the conditions in these tests: three meters with
// bounds of all kinds, and two flags.
func testNames() names {
	return newNames(Spec{
		Meters: []Meter{{Name: "trust", Max: 6}, {Name: "days", Min: -3, Max: 6}, {Name: "debt", Min: -9, Max: -2}},
		Flags:  []string{"asked_first", "told"},
	})
}

// stateOf packs meters and flags as testNames declares them.
func stateOf(trust, days, debt int, asked, told bool) state {
	s := state(0).withHeight(0, trust).withHeight(1, days+3).withHeight(2, debt+9)
	for i, set := range []bool{asked, told} {
		if set {
			s |= 1 << (flagShift + i)
		}
	}
	return s
}

func TestConditionHolds(t *testing.T) {
	now := stateOf(4, -1, -5, true, false)
	tests := []struct {
		text string
		want bool
	}{
		{"", true},
		{"trust == 4", true},
		{"trust != 4", false},
		{"trust > 3", true},
		{"trust > 4", false},
		{"trust >= 4", true},
		{"trust < 4", false},
		{"trust <= 4", true},
		{"4 == trust", true},
		{"3 < trust", true},
		{"days == -1", true},
		{"days < 0", true},
		{"-days == 1", true},
		{"- -days == -1", true},
		{"debt + 1 == -4", true},
		{"trust + days == 3", true},
		{"trust - days == 5", true},
		{"trust - days - debt == 10", true},
		{"trust - (days - debt) == 0", true},
		{"trust + trust == 8", true},
		{"2 - trust < 0", true},
		{"trust > days", true},
		{"debt > days", false},
		{"asked_first", true},
		{"told", false},
		{"not told", true},
		{"not not told", false},
		{"asked_first and told", false},
		{"asked_first or told", true},
		{"told or told or asked_first", true},
		{"asked_first and not told and trust == 4", true},
		{"told and told or asked_first", true},
		{"told and (told or asked_first)", false},
		{"asked_first or told and told", true},
		{"not told and asked_first", true},
		{"not (told and asked_first)", true},
		{"not (told or asked_first)", false},
		{"not trust == 4", false},
		{"not trust < 4", true},
		{"(trust) == (4)", true},
		{"\ttrust  ==4 ", true},
	}
	for _, tt := range tests {
		c, errs := parseCondition(tt.text, testNames())
		if len(errs) > 0 {
			t.Errorf("%q is refused: %v", tt.text, errs)
			continue
		}
		if got := c.holds(now, noEnding); got != tt.want {
			t.Errorf("%q holds: got %v, want %v", tt.text, got, tt.want)
		}
	}
}

func TestConditionAsksForEndings(t *testing.T) {
	n := testNames().inTest([]Ending{{ID: "late"}, {ID: "and-so-on"}})
	tests := []struct {
		text   string
		ending int
		want   bool
	}{
		{"ending == 'late'", 0, true},
		{"ending == 'late'", 1, false},
		{"ending == 'late'", noEnding, false},
		{"ending != 'late'", 0, false},
		{"ending != 'late'", noEnding, true},
		{`"and-so-on" == ending`, 1, true},
		{"not ending == 'late' and trust == 0", 1, true},
	}
	for _, tt := range tests {
		c, errs := parseCondition(tt.text, n)
		if len(errs) > 0 {
			t.Errorf("%q is refused: %v", tt.text, errs)
			continue
		}
		if got := c.holds(0, tt.ending); got != tt.want {
			t.Errorf("%q at ending %d holds: got %v, want %v", tt.text, tt.ending, got, tt.want)
		}
	}
}

func TestConditionRefusals(t *testing.T) {
	for _, tt := range refusals() {
		_, errs := parseCondition(tt.text, testNames())
		if got := told(errs); got != tt.want {
			t.Errorf("%q\n got: %s\nwant: %s", tt.text, got, tt.want)
		}
	}
}

func TestConditionRefusalsOfEndings(t *testing.T) {
	n := testNames().inTest([]Ending{{ID: "late-and-stronger"}, {ID: "alone"}})
	for _, tt := range endingRefusals() {
		_, errs := parseCondition(tt.text, n)
		if got := told(errs); got != tt.want {
			t.Errorf("%q\n got: %s\nwant: %s", tt.text, got, tt.want)
		}
	}
}

// told writes errors as the tests expect them: place and width, then the
// message.
func told(errs []Error) string {
	var lines []string
	for _, e := range errs {
		lines = append(lines, fmt.Sprintf("%d+%d %s", e.Offset, e.Width, e.Error()))
	}
	return strings.Join(lines, "\n")
}

func TestConditionBounds(t *testing.T) {
	nested := func(levels int) string {
		return strings.Repeat("(", levels) + "trust > 1" + strings.Repeat(")", levels)
	}
	tests := []struct{ name, text, want string }{
		{"as long as can be", "told" + strings.Repeat(" ", 496), ""},
		{"too long", "told" + strings.Repeat(" ", 497), "0+0 this condition has 501 characters; 500 is the most [too-long]: set a flag earlier in the story and ask for that"},
		{"as deep as can be", nested(32), ""},
		{"too deep", nested(33), "32+1 this condition is nested deeper than 32 levels [too-deep]: set a flag earlier in the story and ask for that"},
		{"too many nots", strings.Repeat("not ", 33) + "told", "128+1 this condition is nested deeper than 32 levels [too-deep]: set a flag earlier in the story and ask for that"},
	}
	for _, tt := range tests {
		_, errs := parseCondition(tt.text, testNames())
		if got := told(errs); got != tt.want {
			t.Errorf("%s\n got: %s\nwant: %s", tt.name, got, tt.want)
		}
	}
}

func TestConditionNeedsNoMemory(t *testing.T) {
	c, _ := parseCondition("trust >= 3 and (asked_first or trust + days > 4) and not told", testNames())
	now := stateOf(4, 2, -5, false, false)
	if got := testing.AllocsPerRun(100, func() { c.holds(now, noEnding) }); got != 0 {
		t.Errorf("allocations for each reading: got %v, want 0", got)
	}
}
