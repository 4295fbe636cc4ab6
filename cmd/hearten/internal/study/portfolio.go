package study

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"hearten/course"
	"hearten/progress"
)

// Portfolio is what a learner did and wrote in a course, to be kept or read
// without the program.
type Portfolio struct {
	Course  string    `json:"course"`
	Title   string    `json:"title"`
	Done    int       `json:"done"` // of the activities of the course as it is now
	Of      int       `json:"of"`
	Modules []Chapter `json:"modules"`
}

// Chapter is what was done in a module. A module that the course no longer
// has goes by its id.
type Chapter struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Pages []Page `json:"activities"`
}

// Page is what was done in an activity.
type Page struct {
	ID         string      `json:"id"`
	Title      string      `json:"title"`
	Kind       course.Kind `json:"kind,omitempty"` // empty where the course no longer has it
	Finished   bool        `json:"finished"`
	FinishedAt *time.Time  `json:"finishedAt,omitempty"`
	Runs       []RunTold   `json:"runs,omitempty"`
	Texts      []TextTold  `json:"texts,omitempty"`
	Plans      []PlanTold  `json:"plans,omitempty"`
	Marks      []MarkTold  `json:"marks,omitempty"`
}

// RunTold is an attempt at a quiz, with its first answers, or a play of a
// scenario.
type RunTold struct {
	At        time.Time    `json:"at"`
	Finished  bool         `json:"finished"`
	Score     float64      `json:"score,omitempty"`
	Worth     float64      `json:"of,omitempty"`
	Ending    string       `json:"ending,omitempty"` // its id
	Answers   []AnswerTold `json:"answers,omitempty"`
	Decisions []string     `json:"decisions,omitempty"`
}

// AnswerTold is the first answer to a question, in the words shown.
type AnswerTold struct {
	Asked string   `json:"asked"`
	Words []string `json:"words"`
	Score float64  `json:"score"`
	Of    float64  `json:"of"`
	Sure  string   `json:"sure,omitempty"`
}

// TextTold is what was written to a prompt, in a box or beside a question.
type TextTold struct {
	At    time.Time `json:"at"`
	Asked string    `json:"asked"`
	Text  string    `json:"text"`
}

// PlanTold is a plan and how it went.
type PlanTold struct {
	MadeAt   time.Time `json:"madeAt"`
	When     string    `json:"when"`
	Will     string    `json:"will"`
	Obstacle string    `json:"obstacle,omitempty"`
	Then     string    `json:"then,omitempty"`
	AskOn    string    `json:"askOn,omitempty"`
	How      string    `json:"how,omitempty"`
}

// MarkTold is where a team stood on a day.
type MarkTold struct {
	At    time.Time `json:"at"`
	Value int       `json:"value"`
	Note  string    `json:"note,omitempty"`
}

// Portfolio is all that was done and written, in the order of the course, and
// after that what the course no longer has.
func (s Study) Portfolio() Portfolio {
	p := Portfolio{Course: s.course.ID, Title: s.course.Title, Modules: []Chapter{}}
	left := maps.Clone(s.record.Places)
	asked := s.prompts()
	for _, m := range s.course.Modules {
		chapter := Chapter{ID: m.ID, Title: m.Title}
		for _, a := range m.Activities {
			p.Of++
			place := progress.Place{Module: m.ID, Activity: a.ID}
			if known, ok := left[place]; ok {
				page := s.page(place, known, asked)
				page.Title, page.Kind = a.Title, a.Kind
				chapter.Pages = append(chapter.Pages, page)
				delete(left, place)
				if known.Finished {
					p.Done++
				}
			}
		}
		for _, place := range slices.SortedFunc(maps.Keys(left), byPlace) {
			if place.Module == m.ID {
				chapter.Pages = append(chapter.Pages, s.page(place, left[place], asked))
				delete(left, place)
			}
		}
		p.add(chapter)
	}
	for _, place := range slices.SortedFunc(maps.Keys(left), byPlace) {
		page := s.page(place, left[place], asked)
		if n := len(p.Modules); n > 0 && p.Modules[n-1].ID == place.Module {
			p.Modules[n-1].Pages = append(p.Modules[n-1].Pages, page)
			continue
		}
		p.add(Chapter{ID: place.Module, Title: place.Module, Pages: []Page{page}})
	}
	return p
}

func (p *Portfolio) add(c Chapter) {
	if len(c.Pages) > 0 {
		p.Modules = append(p.Modules, c)
	}
}

func byPlace(a, b progress.Place) int {
	return cmp.Or(cmp.Compare(a.Module, b.Module), cmp.Compare(a.Activity, b.Activity))
}

// prompts are the words over every text, by the id of its event.
func (s Study) prompts() map[string]string {
	all := map[string]string{}
	for _, e := range s.events {
		if d, ok := e.Data.(progress.Wrote); ok {
			all[e.ID] = d.Asked
		}
	}
	return all
}

func (s Study) page(place progress.Place, known progress.Activity, asked map[string]string) Page {
	page := Page{ID: place.Activity, Title: place.Activity, Finished: known.Finished}
	if known.Finished {
		page.FinishedAt = &known.FinishedAt
	}
	for _, run := range known.Runs {
		told, marks := runTold(run)
		page.Marks = append(page.Marks, marks...)
		if len(told.Answers)+len(told.Decisions) > 0 {
			page.Runs = append(page.Runs, told)
		}
	}
	for _, heads := range known.Written {
		for _, head := range heads {
			page.Texts = append(page.Texts, TextTold{head.At, asked[head.ID], head.Text})
		}
	}
	slices.SortFunc(page.Texts, func(a, b TextTold) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Asked, b.Asked)) })
	for _, plan := range s.record.Plans {
		if plan.Place == place {
			i := plan.Planned
			page.Plans = append(page.Plans, PlanTold{plan.MadeAt, i.When, i.Will, i.Obstacle, i.Then, i.AskOn, plan.How})
		}
	}
	return page
}

func runTold(run progress.Run) (RunTold, []MarkTold) {
	told, seen := RunTold{At: run.Last}, map[string]bool{}
	var marks []MarkTold
	for _, e := range run.Steps {
		switch d := e.Data.(type) {
		case progress.Answered:
			if !seen[d.Question] {
				seen[d.Question] = true
				told.Answers = append(told.Answers, AnswerTold{d.Asked, d.Words, d.Score, d.Of, d.Sure})
			}
		case progress.Chose:
			told.Decisions = append(told.Decisions, d.Words)
		case progress.Marked:
			marks = append(marks, MarkTold{e.At, within(int(d.Value)), d.Note})
		}
	}
	if f := run.Finished; f != nil {
		told.Finished, told.Score, told.Worth = true, f.Score, f.Of
		if len(told.Decisions) > 0 {
			told.Ending = f.Result
		}
	}
	return told, marks
}
