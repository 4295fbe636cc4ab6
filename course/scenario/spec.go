// Package scenario plays branching stories and proves what can happen in
// them.
package scenario

// The limits of a story. They keep every state of it within one number, so
// that all of them can be explored.
const (
	MaxMeters  = 4
	MaxFlags   = 16
	MaxScenes  = 10_000 // and as many endings
	MaxChoices = 64     // of one scene
	LowestMin  = -100
	HighestMax = 100
)

// Spec is a story as its author wrote it.
type Spec struct {
	Meters  []Meter
	Flags   []string
	Start   string
	Scenes  []Scene
	Endings []Ending
	Debrief Debrief
	Tests   []Test
}

// Meter is a bounded number, such as the days that are left.
type Meter struct {
	Name, Label     string
	Start, Min, Max int
	Seen            Seen
	Better          Better
}

// Seen says when a learner sees a meter. Nothing said means SeenPlay.
type Seen string

// When a meter is seen.
const (
	SeenPlay    Seen = "play"
	SeenDebrief Seen = "debrief"
)

// Better says which way of a meter is the better one. Nothing said means
// BetterUp.
type Better string

// Which way is better.
const (
	BetterUp   Better = "up"
	BetterDown Better = "down"
	BetterNone Better = "none"
)

// Scene is where something happens and the learner decides.
type Scene struct {
	ID            string
	Text          []Variant
	Inside, Coach string
	Choices       []Choice
}

// Variant is a text of a scene, shown if its condition is the first to hold.
type Variant struct{ When, Text string }

// Choice is what a learner can do in a scene.
type Choice struct {
	ID, Say, When, Because string
	Change                 []Change
	Set                    []Set
	To                     []Branch
}

// Change adds to a meter; the meter stops at its bounds.
type Change struct {
	Meter string
	By    int
}

// Set sets a flag.
type Set struct {
	Flag string
	To   bool
}

// Branch is where a choice leads if its condition is the first to hold in
// the state after the choice.
type Branch struct{ When, To string }

// Ending is how a story can end.
type Ending struct {
	ID, Title string
	Outcome   Outcome
	Text      string
}

// Outcome is how well a story ended.
type Outcome string

// The outcomes.
const (
	Good  Outcome = "good"
	Mixed Outcome = "mixed"
	Bad   Outcome = "bad"
)

// Debrief is what follows an ending.
type Debrief struct {
	Ask    []string
	Expert string
}

// Test is a play, by choice ids, that must come out as expected.
type Test struct {
	Name   string
	Play   []string
	Expect string
}
