package study

import (
	"slices"

	"hearten/course"
	"hearten/progress"
)

// told are events as they may be shown. A journal is a file: words in it may
// come from a course as it was long ago, or from whoever wrote into it.
func told(events []progress.Event) []progress.Event {
	shown := slices.Clone(events)
	for i := range shown {
		shown[i].Data = toldData(shown[i].Data)
	}
	return shown
}

func toldData(data progress.Data) progress.Data {
	switch d := data.(type) {
	case progress.Answered:
		d.Asked, d.Words, d.Picked = course.Clean(d.Asked), cleaned(d.Words), cleaned(d.Picked)
		d.Sure = course.Clean(d.Sure)
		return d
	case progress.Chose:
		d.Words = course.Clean(d.Words)
		return d
	case progress.Finished:
		d.Result = course.Clean(d.Result)
		return d
	case progress.Wrote:
		d.Asked, d.Text = course.Clean(d.Asked), course.Clean(d.Text)
		return d
	case progress.Planned:
		d.When, d.Will, d.Obstacle = course.Clean(d.When), course.Clean(d.Will), course.Clean(d.Obstacle)
		d.Then, d.AskOn = course.Clean(d.Then), course.Clean(d.AskOn)
		return d
	case progress.Asked:
		d.How = course.Clean(d.How)
		return d
	case progress.Marked:
		d.Note = course.Clean(d.Note)
		return d
	}
	return data
}
