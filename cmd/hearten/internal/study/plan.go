package study

import (
	"errors"
	"strings"
	"time"

	"hearten/progress"
)

// Intent is an if-then plan as the learner words it.
type Intent struct {
	When     string // the cue
	Will     string // the act
	Obstacle string
	Then     string // what to do about the obstacle
	AskOn    string // the day to be asked about it, 2006-01-02, or empty
}

// PlanLine is a plan in a list.
type PlanLine struct {
	ID     string
	Intent Intent
	MadeAt time.Time
}

// How is the learner's answer on being asked about a plan.
type How string

// The answers. A parked plan is out of the way and not forgotten.
const (
	AskDone   How = "done"
	AskPartly How = "partly"
	AskNotYet How = "not yet"
	AskParked How = "parked"
)

// OpenPlans is how many plans may be open at once.
const OpenPlans = 2

// Plan is the plan page of a module.
type Plan struct {
	seat
	mine   progress.Plan // as last saved; zero before
	drafts map[string]Typing
	others []PlanLine
	page   page
}

func (s Study) beginPlan(o Opened, known progress.Activity, m Moment) (Plan, Unsaved) {
	p := Plan{seat: newSeat(o.Content, "", Fits), drafts: o.Drafts, page: pageOf(known)}
	for _, plan := range s.record.Plans {
		switch {
		case plan.Place == p.place:
			p.mine = plan
		case plan.Open():
			p.others = append(p.others, planLine(plan))
		}
	}
	if run, ok := latest(known); ok {
		p.run = run.ID
		return p, Unsaved{}
	}
	p.run = m.ID
	return p, p.unsaved(m, progress.Started{Hash: o.Content.Hash()})
}

func planLine(p progress.Plan) PlanLine {
	return PlanLine{ID: p.ID, MadeAt: p.MadeAt, Intent: intent(p.Planned)}
}

func intent(p progress.Planned) Intent {
	return Intent{p.When, p.Will, p.Obstacle, p.Then, p.AskOn}
}

// Intent is the plan as typed so far, or as saved.
func (p Plan) Intent() Intent {
	i := intent(p.mine.Planned)
	for field, at := range map[string]*string{"when": &i.When, "will": &i.Will, "obstacle": &i.Obstacle, "then": &i.Then, "ask-on": &i.AskOn} {
		if draft, ok := p.drafts[field]; ok && draft.At.After(p.mine.At) {
			*at = draft.Text
		}
	}
	return i
}

// Made says that the page was saved once.
func (p Plan) Made() bool { return p.page.saved }

// Others are the open plans of other modules. With OpenPlans of them, a new
// plan is made only when one is parked.
func (p Plan) Others() []PlanLine { return p.others }

// Days are the days on which the learner may want to be asked: in one and in
// two weeks.
func Days(now time.Time) []string {
	return []string{now.AddDate(0, 0, 7).Format(time.DateOnly), now.AddDate(0, 0, 14).Format(time.DateOnly)}
}

// ErrTwoOpen says that two other plans are open and none was parked.
var ErrTwoOpen = errors.New("two plans are open already: keep them and park this one, or park one of them")

// Make keeps the plan, and parks the plan with the id park where one is
// named. It fails where the plan says neither when nor what, or where too
// many plans would be open.
func (p Plan) Make(i Intent, park string, m Moment) (Plan, Unsaved, error) {
	if strings.TrimSpace(i.When) == "" || strings.TrimSpace(i.Will) == "" {
		return p, Unsaved{}, errors.New("a plan needs two things: when it will happen, and what you will do")
	}
	var data []progress.Data
	switch {
	case park != "":
		data = append(data, progress.Asked{Plan: park, How: string(AskParked)})
	case len(p.others) >= OpenPlans && !p.mine.Open():
		return p, Unsaved{}, ErrTwoOpen
	}
	data = append(data, progress.Planned{When: i.When, Will: i.Will, Obstacle: i.Obstacle, Then: i.Then, AskOn: i.AskOn, After: p.mine.Head})
	p.mine.Planned = data[len(data)-1].(progress.Planned)
	p.drafts = nil
	return p.finish("saved", data, m)
}

// Later puts the plan off. What was typed stays as it is.
func (p Plan) Later(m Moment) (Plan, Unsaved) {
	p, u, _ := p.finish(progress.NotNow, nil, m)
	return p, u
}

func (p Plan) finish(result string, data []progress.Data, m Moment) (Plan, Unsaved, error) {
	p.page, data = p.page.end(result, data)
	return p, p.unsaved(m, data...), nil
}

// due lists the open plans whose day has come. One that was not done yet is
// asked about again a week after that was said.
func (s Study) due(now time.Time) []PlanLine {
	today := now.Format(time.DateOnly)
	var all []PlanLine
	for _, p := range s.record.Plans {
		day := p.AskOn
		if p.How != "" {
			day = Days(p.AskedAt)[0]
		}
		if p.Open() && p.AskOn != "" && day <= today {
			all = append(all, planLine(p))
		}
	}
	return all
}

// CheckIn keeps how a plan went.
func (s Study) CheckIn(plan string, how How, m Moment) Unsaved {
	for _, p := range s.record.Plans {
		if p.ID == plan {
			return Unsaved{[]progress.Entry{{At: m.At, Module: p.Place.Module, Activity: p.Place.Activity,
				Data: progress.Asked{Plan: plan, How: string(how)}}}}
		}
	}
	return Unsaved{}
}
