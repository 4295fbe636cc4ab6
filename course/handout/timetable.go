package handout

import (
	"fmt"
	"strconv"
)

// slot is a row of the timetable: an activity, and the minutes on a clock that
// runs from 0.
type slot struct {
	activity
	From, To int
}

// timetable sets the clock.
func (p *page) timetable() {
	now := 0
	for _, a := range p.Activities {
		p.Clock = append(p.Clock, slot{a, now, now + a.Minutes})
		now += a.Minutes
	}
}

// asking is a quiz and the questions of it that go back to a lesson.
type asking struct {
	Quiz      string
	Questions []reading
}

// asking says which questions go back to a lesson.
func (p page) asking(lesson string) []asking {
	var all []asking
	for i, c := range p.contents {
		one := asking{Quiz: c.Activity.Title}
		for n, q := range c.Quiz.Questions {
			if q.Read == lesson {
				one.Questions = append(one.Questions, reading{fmt.Sprintf("a%d-q%d", i+1, n+1), strconv.Itoa(n + 1)})
			}
		}
		if len(one.Questions) > 0 {
			all = append(all, one)
		}
	}
	return all
}
