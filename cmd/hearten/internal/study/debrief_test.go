package study

import (
	"strings"
	"testing"

	"hearten/course/scenario"
)

// walked plays the sample's scenario to where choices lead, on from where
// it stands.
func (l *learner) walked(choices ...string) Scenario {
	l.t.Helper()
	s := l.open("walk").(Scenario)
	for _, c := range choices {
		next, u, err := s.Choose(c, l.moment())
		if err != nil {
			l.t.Fatal(err)
		}
		l.keep(u)
		s = next
	}
	return s
}

// again starts the scenario again before a decision.
func (l *learner) again(s Scenario, decision int) {
	_, u := s.Replay(decision, l.moment())
	l.keep(u)
}

func TestDebriefSaysWhatWasStillInReach(t *testing.T) {
	tests := []struct {
		play   []string
		turned int
		want   []scenario.Outcome // before each decision, and at the end
	}{
		{[]string{"ask", "stay"}, 0, []scenario.Outcome{scenario.Good, scenario.Good, scenario.Good}},
		{[]string{"push", "go"}, 2, []scenario.Outcome{scenario.Good, scenario.Good, scenario.Bad}},
	}
	for _, tt := range tests {
		d := newLearner(t, sampleCourse(t, sampleModule)).walked(tt.play...).Debrief()
		if d.Turned != tt.turned {
			t.Errorf("after %v the story turned at decision %d, want %d", tt.play, d.Turned, tt.turned)
		}
		for i, step := range d.Steps {
			if step.Best != tt.want[i] || step.BestAfter != tt.want[i+1] || step.Fell() != (i+1 == tt.turned) {
				t.Errorf("after %v decision %d leaves %q of %q, want %q of %q", tt.play, i+1, step.BestAfter, step.Best, tt.want[i+1], tt.want[i])
			}
		}
	}
}

// TestReach: what a decision left in reach is said as a fact, not as a fault.
func TestReach(t *testing.T) {
	good, mixed, bad := scenario.Good, scenario.Mixed, scenario.Bad
	tests := []struct {
		step DebriefStep
		want string
	}{
		{DebriefStep{}, ""},
		{DebriefStep{last: true}, ""},
		{DebriefStep{Best: good, BestAfter: good}, "After this, a good ending was still in reach."},
		{DebriefStep{Best: good, BestAfter: mixed}, "After this, a good ending was out of reach."},
		{DebriefStep{Best: mixed, BestAfter: mixed}, "After this, a mixed ending was still in reach."},
		{DebriefStep{Best: mixed, BestAfter: bad, last: true}, "After this, a mixed ending was out of reach."},
		{DebriefStep{Best: bad, BestAfter: bad}, "After this, only a hard ending was in reach."},
		{DebriefStep{Best: good, BestAfter: good, last: true}, "It led to a good ending."},
	}
	for _, tt := range tests {
		if got := tt.step.Reach(); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.step, got, tt.want)
		}
	}
}

func TestDebriefKnowsEndingsAndPlan(t *testing.T) {
	l := newLearner(t, sampleCourse(t, sampleModule))
	l.again(l.walked("push", "go"), 2)
	d := l.walked("stay").Debrief()
	var seen []string
	for _, e := range d.Seen {
		seen = append(seen, e.ID)
	}
	if got := strings.Join(seen, " "); got != "good bad" || d.EndingsSeen != 2 {
		t.Errorf("the endings seen are %q (%d), want both in story order", got, d.EndingsSeen)
	}
	if d.Plan.ID != "next" {
		t.Errorf("the plan of the module is %q, want next", d.Plan.ID)
	}
	bare := strings.ReplaceAll(sampleModule, "  - plan: next\n    title: Next\n    minutes: 2\n", "")
	if plan := newLearner(t, sampleCourse(t, bare)).walked("push", "go").Debrief().Plan; plan.ID != "" {
		t.Errorf("a module without a plan has the plan %q", plan.ID)
	}
}

func TestMetersNote(t *testing.T) {
	meter := func(label string, b scenario.Better) scenario.Meter {
		return scenario.Meter{Name: strings.ToLower(label), Label: label, Better: b}
	}
	up, down, none := scenario.BetterUp, scenario.BetterDown, scenario.BetterNone
	tests := []struct {
		meters []scenario.Meter
		want   string
	}{
		{nil, ""},
		{[]scenario.Meter{meter("Days", up)}, "Of the meters, higher is better for Days."},
		{[]scenario.Meter{meter("Days", up), meter("Noise", down), meter("Trust", up)}, "Of the meters, higher is better for Days and Trust; lower is better for Noise."},
		{[]scenario.Meter{meter("Pace", none), {Name: "x", Better: none}}, "Of the meters, neither way is better by itself for Pace and x."},
		{[]scenario.Meter{meter("A", down), meter("B", down), meter("C", down)}, "Of the meters, lower is better for A, B and C."},
	}
	for _, tt := range tests {
		if got := metersNote(tt.meters); got != tt.want {
			t.Errorf("got  %q\nwant %q", got, tt.want)
		}
	}
	s := newLearner(t, sampleCourse(t, sampleModule)).walked()
	want := "Of the meters, higher is better for Days."
	if play, debrief := s.MetersNote(), s.AllMetersNote(); play != want || debrief != want {
		t.Errorf("the sample says %q in play and %q in the debrief, want %q", play, debrief, want)
	}
}
