// Package progress keeps what a learner did in a course, as a journal of
// events on disk, and folds the events into a record.
package progress

import "time"

// Entry is something the learner did, as it is handed over to be kept.
type Entry struct {
	At               time.Time
	Module, Activity string
	Run              string // the attempt, play or reading it belongs to
	Data             Data
}

// Event is an entry that is kept. Events are ordered by id, whatever the
// clocks said.
type Event struct {
	Entry
	ID     string // a ULID
	Course string
}

// Data is what an event says, one type for each kind. It carries the words
// shown and the marks given, so that it can be read without the course.
type Data interface{ kind() string }

// Started begins a run of an activity.
type Started struct {
	Hash     string   `json:"hash,omitempty"` // of the activity as it was
	Seed     uint64   `json:"seed,omitempty"`
	Draw     []string `json:"draw,omitempty"` // question ids
	From     string   `json:"from,omitempty"` // the run whose first steps it takes over
	FromStep int      `json:"fromStep,omitempty"`
}

// Reached is the place in a lesson, or the stage of what follows a play.
type Reached struct {
	Block int `json:"block"`
}

// Answered is a question answered, with the mark it got.
type Answered struct {
	Question string   `json:"question"`
	Asked    string   `json:"asked,omitempty"`
	Picked   []string `json:"picked,omitempty"`
	Words    []string `json:"words,omitempty"`
	Score    float64  `json:"score"`
	Of       float64  `json:"of"`
	Sure     string   `json:"sure,omitempty"`
	Hints    int      `json:"hints,omitempty"`
}

// Chose is a choice taken in a scenario, with the state it led to.
type Chose struct {
	Scene  string         `json:"scene"`
	Choice string         `json:"choice"`
	Words  string         `json:"words,omitempty"`
	To     string         `json:"to,omitempty"`
	Meters map[string]int `json:"meters,omitempty"`
	Flags  []string       `json:"flags,omitempty"`
}

// Finished ends a run.
type Finished struct {
	Result string  `json:"result,omitempty"`
	Score  float64 `json:"score,omitempty"`
	Of     float64 `json:"of,omitempty"`
}

// Wrote is a text the learner saved. After is the id of the version that was
// edited.
type Wrote struct {
	Field string `json:"field"`
	Asked string `json:"asked,omitempty"`
	Text  string `json:"text"`
	After string `json:"after,omitempty"`
}

// Planned is an if-then plan. After is the id of the version that was edited.
type Planned struct {
	When     string `json:"when,omitempty"`
	Will     string `json:"will,omitempty"`
	Obstacle string `json:"obstacle,omitempty"`
	Then     string `json:"then,omitempty"`
	AskOn    string `json:"askOn,omitempty"` // 2006-01-02
	After    string `json:"after,omitempty"`
}

// Asked is the answer to how a plan went.
type Asked struct {
	Plan string `json:"plan"`
	How  string `json:"how"`
}

// Marked is a mark the learner gave themselves.
type Marked struct {
	Field string  `json:"field"`
	Value float64 `json:"value"`
	Note  string  `json:"note,omitempty"` // the learner's words beside it
}

// Reviewed is a card seen again.
type Reviewed struct {
	Card  string `json:"card"`
	Grade int    `json:"grade"`
}

// Reset puts aside what came before it: all of the course, or what Scope
// names, "module" or "module/activity". Nothing is taken from the journal.
type Reset struct {
	Scope string `json:"scope,omitempty"`
}

// Undone takes back the event with an id, such as a reset.
type Undone struct {
	Event string `json:"event"`
}

// Erased stands in the place of an event whose content is gone for good.
type Erased struct{}

// Unknown is an event of a kind that a later program made, or that holds
// something unexpected. It is kept as it is and passed over.
type Unknown struct {
	Kind string
	JSON string
}

func (Started) kind() string   { return "started" }
func (Reached) kind() string   { return "reached" }
func (Answered) kind() string  { return "answered" }
func (Chose) kind() string     { return "chose" }
func (Finished) kind() string  { return "finished" }
func (Wrote) kind() string     { return "wrote" }
func (Planned) kind() string   { return "planned" }
func (Asked) kind() string     { return "asked" }
func (Marked) kind() string    { return "marked" }
func (Reviewed) kind() string  { return "reviewed" }
func (Reset) kind() string     { return "reset" }
func (Undone) kind() string    { return "undone" }
func (Erased) kind() string    { return "erased" }
func (u Unknown) kind() string { return u.Kind }
