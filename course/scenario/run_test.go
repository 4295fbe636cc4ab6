package scenario

import "testing"

func TestRun(t *testing.T) {
	story := mustNew(t, maya())
	tests := []struct {
		name string
		test Test
		want string
	}{
		{"passes", maya().Tests[0], ""},
		{"passes with another ending", maya().Tests[1], ""},
		{"expects nothing but the way", Test{"way", []string{"wait", "stay"}, ""}, ""},
		{"another ending", Test{"haste", []string{"deadline", "leave"}, "ending == 'late'"},
			`the test "haste" expects ending == 'late', but the play ended with "alone" (with trust 0 and days 4; the way was corridor: deadline → door: leave → alone)`},
		{"another state", Test{"care", []string{"ask", "stay"}, "ending == 'late' and days > 2"},
			`the test "care" expects ending == 'late' and days > 2, but the play ended with "late" (with trust 6, days 2 and asked_first; the way was corridor: ask → bench: stay → late)`},
		{"stops early", Test{"half", []string{"ask"}, "ending == 'late'"},
			`the test "half" expects ending == 'late', but the play stopped in the scene "bench", where "stay" and "go" are offered (with trust 4, days 3 and asked_first; the way was corridor: ask → bench)`},
		{"does not begin", Test{"none", nil, "asked_first"},
			`the test "none" expects asked_first, but the play stopped in the scene "corridor", where "ask", "deadline" and "wait" are offered (with trust 3 and days 4; the way was no choice at all)`},
		{"not offered", Test{"late knock", []string{"wait", "go", "knock"}, "asked_first"},
			`the test "late knock" fails at choice 3 of 3: the choice "knock" is not offered in the scene "door"; only "leave" is (with trust 2 and days 2)`},
		{"goes on after the end", Test{"more", []string{"ask", "stay", "go"}, "asked_first"},
			`the test "more" fails at choice 3 of 3: the story has ended with "late"; nothing is left to choose (with trust 6, days 2 and asked_first)`},
		{"expects nonsense", Test{"odd", nil, "trust = 3"},
			`the test "odd" cannot be run: a single "=" compares nothing; write "=="`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if err := story.Run(tt.test); err != nil {
				got = err.Error()
			}
			if got != tt.want {
				t.Errorf("\n got: %s\nwant: %s", got, tt.want)
			}
		})
	}
}
