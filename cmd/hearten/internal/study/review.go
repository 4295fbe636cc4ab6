package study

import (
	"slices"
	"strings"
	"time"

	"hearten/course"
	"hearten/course/scenario"
	"hearten/progress"
	"hearten/quiz"
)

// Card is something that comes back to be asked again: a question of a quiz,
// or a decision of a scenario.
type Card struct {
	Module, Activity string
	Item             string // the question, or the scene
	Decision         bool
	Since            time.Time // when it was last answered, or taken

	id   string
	said string // of a decision: what the learner did then
}

// Review is a session of what is due: at most quiz.PerSession cards.
type Review struct {
	Cards   []Card
	Waiting int       // due as well, and left for another day
	NextDue time.Time // when something is due again; zero where nothing is known
}

// Review is what is due on the learner's day. Nothing of it is kept but the
// events it follows from, so it merges as they do.
func (s Study) Review(now time.Time) Review {
	all := s.cards()
	today := quiz.DayOf(now)
	var known []quiz.Card
	for _, c := range all {
		known = append(known, c.Card)
	}
	due := quiz.Session(known, today, len(known))
	count := len(due)
	due = oneOfAStory(due, all)
	due = due[:min(len(due), quiz.PerSession)]
	r := Review{Waiting: count - len(due)}
	for _, d := range due {
		i := slices.IndexFunc(all, func(c returning) bool { return c.ID == d.ID })
		r.Cards = append(r.Cards, all[i].what)
	}
	for _, c := range known {
		if c.Memory.Due > today {
			r.NextDue = sooner(r.NextDue, now.AddDate(0, 0, int(c.Memory.Due-today)))
		}
	}
	return r
}

func sooner(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}

// returning is a card with its memory.
type returning struct {
	quiz.Card
	what    Card
	reviews []quiz.Reviewed
	taken   quiz.Day
	last    quiz.Day
}

// cards recomputes every card from the events, of activities that the course
// still has.
func (s Study) cards() []returning {
	all := map[string]*returning{}
	var order []string
	card := func(c Card) *returning {
		c.id = cardID(c.Module, c.Activity, c.Item)
		if all[c.id] == nil {
			all[c.id] = &returning{Card: quiz.Card{ID: c.id}, what: c}
			order = append(order, c.id)
		}
		return all[c.id]
	}
	for _, e := range progress.Shown(s.events, s.renames) {
		switch d := e.Data.(type) {
		case progress.Answered:
			card(Card{Module: e.Module, Activity: e.Activity, Item: d.Question}).answered(e, d)
		case progress.Chose:
			card(Card{Module: e.Module, Activity: e.Activity, Item: d.Scene, Decision: true}).chosen(e, d)
		case progress.Reviewed:
			// Its module or activity may have been renamed since.
			item := d.Card[strings.LastIndex(d.Card, "/")+1:]
			if c := all[cardID(e.Module, e.Activity, item)]; c != nil {
				c.reviewed(e, d)
			}
		}
	}
	var live []returning
	for _, id := range order {
		if c, ok := all[id].remembered(); ok && s.has(c.what) {
			live = append(live, c)
		}
	}
	return live
}

func cardID(module, activity, item string) string {
	return strings.Join([]string{module, activity, item}, "/")
}

// has says that the course still has a card's activity.
func (s Study) has(c Card) bool {
	m, ok := s.course.Module(c.Module)
	if !ok {
		return false
	}
	_, ok = m.Activity(c.Activity)
	return ok
}

func (c *returning) answered(e progress.Event, d progress.Answered) {
	mark := quiz.Mark{Question: d.Question, Score: d.Score, Of: d.Of, Hints: d.Hints}
	c.SureWrong = d.Of > 0 && !mark.Right() && d.Sure == quiz.Sure
	c.what.Since = e.At
	c.reviews = append(c.reviews, quiz.Reviewed{Day: quiz.DayOf(e.At), Grade: quiz.GradeOf(mark, d.Sure)})
}

func (c *returning) chosen(e progress.Event, d progress.Chose) {
	c.what.said, c.what.Since = d.Words, e.At
	c.taken, c.last = quiz.DayOf(e.At), quiz.DayOf(e.At)
}

func (c *returning) reviewed(e progress.Event, d progress.Reviewed) {
	c.what.Since, c.last = e.At, quiz.DayOf(e.At)
	if d.Grade > 0 {
		grade := quiz.Grade(d.Grade)
		c.SureWrong = c.SureWrong && grade == quiz.Again
		c.reviews = append(c.reviews, quiz.Reviewed{Day: quiz.DayOf(e.At), Grade: grade})
	}
}

// remembered is the card with its memory; false when it need not return.
func (c *returning) remembered() (returning, bool) {
	out := *c
	if c.what.Decision {
		memory, ok := quiz.Decision(c.taken, c.last)
		out.Memory = memory
		return out, ok
	}
	out.Memory = quiz.Remember(c.reviews)
	return out, out.Memory.Due > 0
}

// Asked is a card being asked.
type Asked struct {
	Card
	Question quiz.Question // of a question: with its options in an order of its own
	// Of a decision: the scene as it stood, what could be chosen, and what the
	// learner did then.
	Scene   scenario.Scene
	Then    string
	Expert  string // shown last, in Markdown
	content course.Content
	attempt quiz.Attempt
	memory  quiz.Memory
}

// Content is the activity the card is from.
func (a Asked) Content() course.Content { return a.content }

// Ask puts a card, whose activity has been opened; false where the activity
// no longer has it. It is asked under the id that the item has today.
func (s Study) Ask(c Card, o Opened, m Moment) (Asked, bool) {
	list := "questions"
	if c.Decision {
		list = "scenes"
	}
	c.Item = newSeat(o.Content, "", Fits).renamed(list, c.Item)
	a := Asked{Card: c, content: o.Content}
	if c.Decision {
		if o.Content.Story == nil {
			return a, false
		}
		spec := o.Content.Story.Spec()
		i := slices.IndexFunc(spec.Scenes, func(s scenario.Scene) bool { return s.ID == c.Item })
		if i < 0 {
			return a, false
		}
		a.Scene, a.Then, a.Expert = s.stood(c, o.Content, spec.Scenes[i]), c.said, spec.Debrief.Expert
		return a, true
	}
	attempt, err := quiz.Start(o.Content.Quiz, quiz.Run{Seed: m.seed(), Draw: []string{c.Item}})
	if err != nil {
		return a, false
	}
	a.attempt = attempt
	a.Question, _ = attempt.Current()
	a.Question.Retry = false
	for _, known := range s.cards() {
		if known.ID == c.id {
			a.memory = known.Memory
		}
	}
	return a, true
}

// stood is a scene as the learner last came to it: with the text they read and
// the choices they had. Where no run leads there any more, it is as written.
func (s Study) stood(c Card, content course.Content, written scenario.Scene) scenario.Scene {
	sc := Scenario{seat: newSeat(content, "", Fits), known: s.record.Places[progress.Place{Module: c.Module, Activity: c.Activity}]}
	for _, run := range slices.Backward(sc.known.Runs) {
		play := content.Story.Begin()
		for _, step := range sc.decisions(run) {
			scene := sc.renamed("scenes", step.Scene)
			if play.Scene().ID == c.Item && scene == c.Item {
				return asItStood(play, written)
			}
			next, err := play.Choose(sc.renamed("scenes/"+scene+"/choices", step.Choice))
			if err != nil {
				break
			}
			play = next
		}
	}
	return written
}

func asItStood(play scenario.Play, written scenario.Scene) scenario.Scene {
	written.Text, written.Choices = []scenario.Variant{{Text: play.Text()}}, play.Offered()
	for i := range written.Choices {
		written.Choices[i].When = ""
	}
	return written
}

// Reviewed is what an answer to a card came to.
type Reviewed struct {
	Feedback quiz.Feedback
	Days     int // until it returns
}

// Answer marks an answer to a question that came back. It fails where the
// answer cannot be one.
func (a Asked) Answer(picked []string, sure string, m Moment) (Reviewed, Unsaved, error) {
	next, mark, err := a.attempt.Answer(a.Item, quiz.Response{Picked: picked, Sure: sure})
	if err != nil {
		return Reviewed{}, Unsaved{}, err
	}
	feedback := next.Feedback(mark)
	feedback.Mend = false
	grade := quiz.GradeOf(mark, sure)
	return Reviewed{feedback, a.memory.Interval(quiz.DayOf(m.At), grade)}, a.kept(grade, m), nil
}

// Seen is a decision that was looked at again.
func (a Asked) Seen(m Moment) Unsaved { return a.kept(0, m) }

func (a Asked) kept(grade quiz.Grade, m Moment) Unsaved {
	return Unsaved{[]progress.Entry{{At: m.At, Module: a.Module, Activity: a.Activity,
		Data: progress.Reviewed{Card: a.id, Grade: int(grade)}}}}
}

// Calibration is how sure the learner was, and how often they were right; it
// is false with too few answers to say.
func (s Study) Calibration() (quiz.Calibration, bool) {
	var all []quiz.Forecast
	seen := map[string]bool{}
	for _, e := range progress.Shown(s.events, s.renames) {
		d, ok := e.Data.(progress.Answered)
		key := strings.Join([]string{e.Module, e.Activity, e.Run, d.Question}, "/")
		if !ok || d.Of == 0 || seen[key] {
			continue
		}
		seen[key] = true
		all = append(all, quiz.Forecast{Sure: d.Sure, Right: d.Score >= d.Of})
	}
	return quiz.Calibrate(all)
}
