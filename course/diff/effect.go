package diff

// Effect is what a change means to learners in the middle of the course.
type Effect uint8

// The effects. Of each there is one sentence.
const (
	None Effect = iota
	Kept
	PlaceKept
	DrawKept
	MarksStay
	NewRule
	MoreToDo
	RunsGoOn
	RunsUntried
	AnswersMayNotFit
	RunsStartOver
	OtherSide
	OtherKindRead
	OneThing
	LostOption
	LostQuestion
	LostPrompt
	LostAsk
	LostPole
	LostScene
	LostChoice
	LostEnding
	OtherKind
	LostPlan
	LostActivity
	LostModule
	OtherCourse
)

// Weight is how much an effect means.
type Weight uint8

// The weights, lightest first.
const (
	Harmless Weight = iota // nothing that a learner did is touched
	Safe                   // something hangs on it, and stays
	Watch                  // somebody in the middle may have to begin again, or be surprised
	Orphaned               // something that was done is not shown or counted any more
)

func (w Weight) String() string {
	return [...]string{"harmless", "kept", "watch", "orphaned"}[w]
}

// Weight is how much the effect means.
func (e Effect) Weight() Weight { return e.entry().weight }

// Code is the effect's name for a program.
func (e Effect) Code() string { return e.entry().code }

// Sentence says what the effect means; empty where there is nothing to say.
func (e Effect) Sentence() string { return e.entry().sentence }

type entry struct {
	weight   Weight
	code     string
	sentence string
}

func (e Effect) entry() entry {
	return [...]entry{
		None:             {Harmless, "none", ""},
		Kept:             {Safe, "kept", "What learners did stays with it."},
		PlaceKept:        {Safe, "place-kept", "Whoever is in the middle of it goes on at the same paragraph, counted from the top."},
		DrawKept:         {Safe, "draw-kept", "An attempt in the middle keeps the questions it drew."},
		MarksStay:        {Safe, "marks-stay", "Answers given before keep the marks they got then."},
		NewRule:          {Safe, "new-rule", "Attempts begun before are read by the new rule too; whoever was done stays done."},
		MoreToDo:         {Safe, "more-to-do", "Whoever was done with the module finds this to do."},
		RunsGoOn:         {Safe, "runs-go-on", "Every run in the middle goes on where it stood."},
		RunsUntried:      {Watch, "runs-untried", "The story is too large to try every run. One that does not fit any more is kept, and a fresh one begins."},
		AnswersMayNotFit: {Watch, "answers-may-not-fit", "An attempt whose answer to it does not fit any more is kept, and a fresh one begins."},
		RunsStartOver:    {Watch, "runs-start-over", "Such a run is kept, and a fresh one begins. Whoever came to an ending stays done."},
		OtherSide:        {Watch, "other-side", "Marks made before lie on the side of the other pole now."},
		OtherKindRead:    {Watch, "other-kind-read", "Whoever read the lesson counts as done, without having seen what is there now."},
		OneThing:         {Watch, "one-thing", "Of what was done in both, the later is shown. An attempt or a run that went through both may be kept, and a fresh one begins."},
		LostOption:       {Orphaned, "lost-option", "An attempt in which it was picked is kept, and a fresh one begins."},
		LostQuestion:     {Orphaned, "lost-question", "An attempt that asks it is kept, and a fresh one begins; it does not come back in a review."},
		LostPrompt:       {Orphaned, "lost-prompt", "What learners wrote under it stays in their journal and is not shown any more."},
		LostAsk:          {Orphaned, "lost-ask", "What learners wrote under it stays in their journal and is not shown any more. A debrief question takes no was:, so only its old words bring that back."},
		LostPole:         {Orphaned, "lost-pole", "What learners wrote in its four boxes stays in their journal and is not shown any more. Marks on the line stay where they are."},
		LostScene:        {Orphaned, "lost-scene", "A run that decided there is kept, and a fresh one begins; the decision does not come back in a review."},
		LostChoice:       {Orphaned, "lost-choice", "A run that took it is kept, and a fresh one begins. Whoever came to an ending stays done."},
		LostEnding:       {Orphaned, "lost-ending", "Whoever found it in an earlier run has one ending fewer among those seen."},
		OtherKind:        {Orphaned, "other-kind", "Whoever was done with it still counts as done, without having seen this. What they answered, decided or wrote in it is not shown any more."},
		LostPlan:         {Orphaned, "lost-plan", "Plans made there are still asked about, and cannot be changed any more; that it was done does not count."},
		LostActivity:     {Orphaned, "lost-activity", "What learners did there stays in their journal; it is neither shown nor counted any more."},
		LostModule:       {Orphaned, "lost-module", "What learners did in it stays in their journal; it is neither shown nor counted any more."},
		OtherCourse:      {Orphaned, "other-course", "With another id it is another course: everybody begins anew, and what they did stays with the old one. To keep it, write the old id."},
	}[e]
}
