package plain_test

import (
	"slices"
	"strings"
	"testing"
)

// Parts of a session, as lines typed.
func throughLesson() []string { return []string{"", "", ""} }

func throughQuiz() []string {
	return []string{
		"h", "h", "h", "2", "", // wrong, after all hints
		"2", "",
		"1", "", // only half of what fits
		"2", "",
		"1", "l", "m", "", // the first again, with a look into the lesson
		"1, 3", "",
		"",
	}
}

func throughScenario() []string {
	return []string{"c", "1", "c", "2", "", "It turned at the door.", "I asked and did not wait.", ".", "", ""}
}

func throughReflection() []string {
	return []string{"J., on Tuesday.", "", "I said nothing.", ".", ".", "1"}
}

func throughPlan() []string {
	return []string{"our Monday call ends", ".", "ask J. once, and wait.", ".", "I am in a hurry", ".", "write the question down first", ".", "2", ""}
}

// throughModule goes from home through the first module and leaves.
func throughModule() []string {
	return slices.Concat([]string{"1"}, throughLesson(), []string{""}, throughQuiz(), []string{""}, throughScenario(),
		[]string{""}, throughReflection(), []string{""}, throughPlan(), []string{"", "q"})
}

func TestSessions(t *testing.T) {
	tests := []struct {
		name     string
		sessions [][]string // one run of the program each
	}{
		{"module", [][]string{throughModule()}},
		{"mistakes", [][]string{{
			"b", "7", "", "?", "x", "b", // a lesson, with no use for x
			"9", "?", "2", "1 2", "no such answer, and a long one at that", "", "b",
			"3", "?", "b", "b", "3", "m", "1", "?", "b", "b", "q",
		}}},
		{"resume", [][]string{
			{"1", "", "q"},
			{"1", "", "", "", "3", "", "", "1", "q"},
			{"1", "", "b", "3", "1", "q"},
			{"1", "2", "", "It turned", "and then", "q"},
			{"1", ".", "b", "4", "J., on Tuesday.", ".", "Nothing", "q"},
			{"2", "4", ".", ".", "2", "q"},
			{"2", "4", ".", ".", "1", "b", "q"},
			{"2", "4", ".", "Today I would ask.", "q"},
			{"2", "4", ".", ".", "b", "q"},
		}},
		{"replay", [][]string{
			{"2", "3", "1", "2", "", "?", "It turned twice.", ".", "1", "2", "q"}, // from the first decision
			{"2", "3", "1", "", ".", "3", "", "b", "", "?", "2", "q"},             // and from the second
		}},
		{"map", [][]string{
			{"2", "3", "m", "1", "m", "2", "", ".", "?", "m", "1", "2", "m", "q"}, // in play, after it, and in a second play
		}},
		{"retake", [][]string{
			{"2", "2", "1", "", "1", "", "2", "", "1 3", "", "?", "2", "1", "", "h", "q"},
			{"2", "2", "q"},
		}},
		{"dates", [][]string{
			{"2", "5", "it is nine", ".", "wait", ".", ".", ".", "2", "q"},
			{"2", "5", ".", ".", ".", ".", "3", "1", "5", ".", ".", ".", ".", "?", "q"},
		}},
		{"plans", [][]string{
			slices.Concat([]string{"2", "5"}, throughPlan(), []string{"b", "3"},
				[]string{"1", ".", ".", ".", ".", "3", "1"}, // neither when nor what
				[]string{"it is nine", ".", "wait", ".", ".", ".", "", ""},
				[]string{"2", "it is ten", ".", "go", ".", ".", ".", "3", "1", "3"}, // a third plan: put off
				[]string{"2", ".", ".", ".", ".", "", "", "?", "", "1", "q"}),       // a third plan: one parked
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, shown := newLearner(t), ""
			for _, lines := range tt.sessions {
				shown += l.types(lines...)
			}
			golden(t, tt.name, shown)
		})
	}
}

// TestLineEndsOfWindows types with the line ends of Windows and of none at
// the end, which make no difference.
func TestLineEndsOfWindows(t *testing.T) {
	l, same := newLearner(t), newLearner(t)
	want := l.types(throughModule()...)
	got, err := same.run(strings.NewReader(strings.Join(throughModule(), "\r\n")))
	if got != want || err != nil {
		t.Errorf("shown was, with %v,\n%s\nwant\n%s", err, got, want)
	}
	if a, b := same.events(), l.events(); !slices.Equal(a, b) {
		t.Errorf("the journal has\n%q\nwant\n%q", a, b)
	}
}

// TestCheckIn comes back after two weeks, when the learner wanted to be asked.
func TestCheckIn(t *testing.T) {
	l := newLearner(t)
	l.types(append(append([]string{"2", "5"}, throughPlan()...), "q")...)
	l.clock = l.clock.AddDate(0, 0, 15)
	shown := l.types("?", "4", "4", "", "b", "4", "3", "q")
	l.clock = l.clock.AddDate(0, 0, 8)
	shown += l.types("4", "1", "q")
	golden(t, "check-in", shown)
}
