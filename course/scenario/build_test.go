package scenario

import (
	"fmt"
	"strings"
	"testing"
)

// at is the scene of a sample, to be changed.
func at(s *Spec, scene int) *Scene { return &s.Scenes[scene] }

type mistake struct {
	name   string
	change func(*Spec)
	want   string
}

func mistakesInNames() []mistake {
	return []mistake{
		{"start", func(s *Spec) { s.Start = "coridor" }, `start: the story starts at "coridor", which is no scene [unknown-target]: did you mean "corridor"?`},
		{"start is an ending", func(s *Spec) { s.Start = "late" }, `start: the story starts at "late", which is an ending [unknown-target]: start it at a scene`},
		{"no start", func(s *Spec) { s.Start = "" }, `start: the story does not say where it starts [unknown-target]: name the first scene`},
		{"target", func(s *Spec) { at(s, 0).Choices[1].To[1].To = "bnech" }, `scenes/corridor/choices/deadline/to/1/to: "bnech" is no scene or ending of this scenario [unknown-target]: did you mean "bench"?`},
		{"target unlike any", func(s *Spec) { at(s, 0).Choices[1].To[1].To = "somewhere" }, `scenes/corridor/choices/deadline/to/1/to: "somewhere" is no scene or ending of this scenario [unknown-target]: write the id of a scene or an ending of this scenario: its scenes are "corridor", "bench" and "door", its endings are "late" and "alone"`},
		{"empty target", func(s *Spec) { at(s, 1).Choices[0].To[0].To = "" }, `scenes/bench/choices/stay/to/0/to: this branch leads nowhere [unknown-target]: write the id of a scene or an ending after "to"`},
		{"no target", func(s *Spec) { at(s, 1).Choices[0].To = nil }, `scenes/bench/choices/stay/to: this choice leads nowhere [unknown-target]: write the id of a scene or an ending after "to"`},
		{"changed meter", func(s *Spec) { at(s, 0).Choices[0].Change[1].Meter = "day" }, `scenes/corridor/choices/ask/change/day: "day" is no meter of this scenario [unknown-name]: did you mean "days"?`},
		{"changed flag", func(s *Spec) { at(s, 0).Choices[0].Change[1].Meter = "asked_first" }, `scenes/corridor/choices/ask/change/asked_first: "asked_first" is no meter [unknown-name]: write it under "set" instead`},
		{"set flag", func(s *Spec) { at(s, 0).Choices[0].Set[0].Flag = "rested" }, `scenes/corridor/choices/ask/set/rested: "rested" is no flag of this scenario [unknown-name]: declare it under flags`},
		{"set meter", func(s *Spec) { at(s, 0).Choices[0].Set[0].Flag = "trust" }, `scenes/corridor/choices/ask/set/trust: "trust" is no flag [unknown-name]: write it under "change" instead`},
		{"when of a choice", func(s *Spec) { at(s, 1).Choices[0].When = "asked_first and trsut == 3" }, `scenes/bench/choices/stay/when: "trsut" is no meter or flag of this scenario [unknown-name]: did you mean "trust"?`},
		{"when of a text", func(s *Spec) { at(s, 1).Text[0].When = "trust" }, `scenes/bench/text/0/when: "trust" is a meter: a number, not a yes or no [bare-meter]: compare it, as in "trust >= 3"`},
		{"when of a branch", func(s *Spec) { at(s, 0).Choices[1].To[0].When = "ending == 'late'" }, `scenes/corridor/choices/deadline/to/0/when: the ending can be asked for only where a test says what it expects [ending-elsewhere]: ask for a meter or a flag here`},
		{"expectation", func(s *Spec) { s.Tests[0].Expect = "ending == 'lite'" }, `tests/0/expect: "lite" is no ending of this scenario [unknown-ending]: did you mean "late"?`},
		{"bad name", func(s *Spec) { s.Meters = append(s.Meters, Meter{Name: "Maya's trust", Max: 1}) }, `meters/Maya's trust: "Maya's trust" cannot be the name of a meter [bad-name]: begin with a small letter, and go on with small letters, digits and _, as in asked_first`},
		{"reserved name", func(s *Spec) { s.Flags = append(s.Flags, "ending") }, `flags/1: "ending" cannot be the name of a flag: conditions use the word themselves [bad-name]: choose another name`},
		{"name given twice", func(s *Spec) { s.Flags = append(s.Flags, "days") }, `flags/1: the name "days" is given twice [duplicate-name]: give one of them another name`},
		{"scene and ending", func(s *Spec) { s.Endings = append(s.Endings, Ending{ID: "door", Outcome: Good}) }, `endings/door: "door" is both a scene and an ending [duplicate-id]: give one of them another id`},
		{"two endings", func(s *Spec) { s.Endings = append(s.Endings, Ending{ID: "late", Outcome: Good}) }, `endings/late: two endings have the id "late" [duplicate-id]: give one of them another id`},
		{"two scenes", func(s *Spec) { s.Scenes = append(s.Scenes, s.Scenes[2]) }, `scenes/door: two scenes have the id "door" [duplicate-id]: give one of them another id`},
		{"two choices", func(s *Spec) { at(s, 0).Choices[2].ID = "ask" }, `scenes/corridor/choices/2/id: two choices of the scene "corridor" have the id "ask" [duplicate-id]: give one of them another id`},
	}
}

func mistakesInNumbers() []mistake {
	wide := `; a meter of few steps is easier to feel`
	return []mistake{
		{"start too high", func(s *Spec) { s.Meters[0].Start = 7 }, `meters/trust/start: "trust" starts at 7, outside of its bounds 0 to 6 [start-out-of-bounds]: start it within its bounds, or widen them`},
		{"start too low", func(s *Spec) { s.Meters[1].Start = -2 }, `meters/days/start: "days" starts at -2, outside of its bounds -1 to 6 [start-out-of-bounds]: start it within its bounds, or widen them`},
		{"no span", func(s *Spec) { s.Meters[1] = Meter{Name: "days"} }, `meters/days/max: "days" cannot move: its max 0 is not above its min 0 [empty-bounds]: set max above min`},
		{"bounds too wide", func(s *Spec) { s.Meters[0].Min, s.Meters[0].Max = -101, 1000 }, `meters/trust/min: "trust" cannot have the bound -101 [bounds-too-wide]: stay within -100 and 100` + wide + "\n" +
			`meters/trust/max: "trust" cannot have the bound 1000 [bounds-too-wide]: stay within -100 and 100` + wide},
		{"value of seen", func(s *Spec) { s.Meters[0].Seen = "debreif" }, `meters/trust/seen: "debreif" is no value of "seen" [unknown-value]: did you mean "debrief"?`},
		{"value of better", func(s *Spec) { s.Meters[0].Better = "sideways" }, `meters/trust/better: "sideways" is no value of "better" [unknown-value]: write one of "up", "down" and "none"`},
		{"outcome", func(s *Spec) { s.Endings[0].Outcome = "great" }, `endings/late/outcome: "great" is no value of "outcome" [unknown-value]: write one of "good", "mixed" and "bad"`},
		{"last branch", func(s *Spec) { at(s, 0).Choices[1].To[1].When = "days > 2" }, `scenes/corridor/choices/deadline/to/1/when: the last branch of the list has a condition, so there may be none to take [last-when]: leave the last "when" out, or add an entry without one`},
		{"last text", func(s *Spec) { at(s, 0).Text[0].When = "days > 2" }, `scenes/corridor/text/0/when: the last text of the list has a condition, so there may be none to take [last-when]: leave the last "when" out, or add an entry without one`},
		{"early branch", func(s *Spec) { at(s, 0).Choices[1].To[0].When = "" }, `scenes/corridor/choices/deadline/to/0: this branch has no condition, so the ones after it are never taken [early-without-when]: give it a "when", or move it to the end of the list`},
		{"no choices", func(s *Spec) { at(s, 2).Choices = nil }, `scenes/door: nobody can leave the scene "door": it has no choices [no-choices]: give it a choice, or move it to the endings`},
		{"65 choices", func(s *Spec) {
			for i := range 63 {
				at(s, 2).Choices = append(at(s, 2).Choices, Choice{ID: fmt.Sprintf("c%d", i), To: to("late")})
			}
		}, `scenes/door: the scene "door" has 65 choices; 64 is the most [too-many-choices]: offer few at a time; more than four are hard to weigh`},
		{"five meters", func(s *Spec) {
			for _, name := range []string{"a", "b", "c"} {
				s.Meters = append(s.Meters, Meter{Name: name, Max: 3})
			}
			at(s, 1).Text[0].When = "c > 2 or asked_first"
			at(s, 1).Choices[1].Change[0].Meter = "c"
		}, `meters: this scenario has 5 meters; 4 is the most [too-many-meters]: make a flag of one that is only ever high or low`},
		{"seventeen flags", func(s *Spec) {
			for i := range 16 {
				s.Flags = append(s.Flags, fmt.Sprintf("f%d", i))
			}
			at(s, 1).Text[0].When = "f15 and not asked_first"
			at(s, 1).Choices[1].Set = []Set{{"f15", true}}
		}, `flags: this scenario has 17 flags; 16 is the most [too-many-flags]: keep those that a condition reads`},
		{"too many scenes", func(s *Spec) {
			for i := range MaxScenes - 2 {
				s.Scenes = append(s.Scenes, Scene{ID: fmt.Sprintf("s%d", i), Choices: []Choice{{ID: "on", To: to("late")}}})
			}
		}, `scenes: this scenario has 10001 scenes; 10000 is the most [too-many-scenes]: make several scenarios of it`},
	}
}

func TestNewRefuses(t *testing.T) {
	for _, tt := range append(mistakesInNames(), mistakesInNumbers()...) {
		t.Run(tt.name, func(t *testing.T) {
			spec := maya()
			tt.change(&spec)
			story, errs := New(spec)
			if got := toldWithPath(errs); got != tt.want {
				t.Errorf("\n got: %s\nwant: %s", got, tt.want)
			}
			if story != nil {
				t.Error("a story with errors was made")
			}
		})
	}
}

func toldWithPath(errs []Error) string {
	var lines []string
	for _, e := range errs {
		lines = append(lines, e.Error())
	}
	return strings.Join(lines, "\n")
}

// TestNewSaysEverything makes a mistake of every kind at once.
func TestNewSaysEverything(t *testing.T) {
	_, errs := New(Spec{
		Meters: []Meter{{Name: "trust", Start: 9, Max: 6}},
		Start:  "a",
		Scenes: []Scene{{ID: "b", Choices: []Choice{{ID: "x", When: "trsut > 1 and trust = 2", Change: []Change{{"truts", 1}}, To: to("c")}}}},
		Tests:  []Test{{Expect: "trust > 7"}},
	})
	want := strings.Join([]string{
		`endings: this scenario has no ending [no-endings]: write one, so that a play can end`,
		`meters/trust/start: "trust" starts at 9, outside of its bounds 0 to 6 [start-out-of-bounds]: start it within its bounds, or widen them`,
		`start: the story starts at "a", which is no scene [unknown-target]: did you mean "b"?`,
		`scenes/b/choices/x/when: "trsut" is no meter or flag of this scenario [unknown-name]: did you mean "trust"?`,
		`scenes/b/choices/x/when: a single "=" compares nothing [single-equals]: write "=="`,
		`scenes/b/choices/x/change/truts: "truts" is no meter of this scenario [unknown-name]: did you mean "trust"?`,
		`scenes/b/choices/x/to/0/to: "c" is no scene or ending of this scenario [unknown-target]: did you mean "b"?`,
		`tests/0/expect: "trust > 7" is never true: "trust" goes from 0 to 6 [decided]: compare with a number that is reached on some plays only, or change the bounds`,
	}, "\n")
	if got := toldWithPath(errs); got != want {
		t.Errorf("\n got: %s\n\nwant: %s", got, want)
	}
}

func TestNewLeavesTheSpecAlone(t *testing.T) {
	spec := maya()
	story := mustNew(t, spec)
	if got := spec.Meters[1].Seen; got != "" {
		t.Errorf("the meter of the spec given became seen: %q", got)
	}
	if got := story.Spec().Meters[1]; got.Seen != SeenPlay || got.Better != BetterUp {
		t.Errorf("what was left unsaid: got %q and %q, want play and up", got.Seen, got.Better)
	}
	story.Meters()[0].Name = "changed"
	if got := story.Meters()[0].Name; got != "trust" {
		t.Errorf("the story's own meters were changed: got %q", got)
	}
}
