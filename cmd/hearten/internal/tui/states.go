package tui

import (
	"fmt"
	"strings"

	"hearten/cmd/hearten/internal/study"
)

// stateWidth keeps the words for states in a column.
const stateWidth = 18

// sign is the sign of a state.
func (l *look) sign(s study.State, broken bool) string {
	switch {
	case broken:
		return l.bad.Render(l.wrong)
	case s == study.Done:
		return l.good.Render(l.done)
	case s == study.Begun:
		return l.accent.Render(l.begun)
	case s == study.PutOff:
		return l.accent.Render(l.putOff)
	}
	return l.dim.Render(l.open)
}

// moduleState is a module's state as a sign and in words.
func (l *look) moduleState(m study.ModuleLine, f frame) (sign, words string) {
	sign = l.sign(m.State, m.Module.Broken)
	switch {
	case m.State == study.Done && m.FinishedAt.IsZero():
		return sign, "done"
	case m.State == study.Done:
		return sign, "done " + day(m.FinishedAt, f.moment().At)
	case m.State == study.Begun:
		return sign, about(m.MinutesLeft) + " left"
	}
	return sign, about(m.MinutesLeft)
}

// activityState is an activity's state as a sign and in words.
func (l *look) activityState(a study.ActivityLine) (sign, words string) {
	sign = l.sign(a.State, a.Activity.Broken)
	switch {
	case a.Activity.Broken:
		return sign, "broken"
	case a.State == study.Done:
		return sign, "done"
	case a.State == study.Begun:
		return sign, "begun"
	case a.State == study.PutOff:
		return sign, "put off"
	}
	return sign, "new"
}

// minutes is a time in a column.
func minutes(n int) string {
	if n <= 0 {
		return strings.Repeat(" ", 6)
	}
	return fmt.Sprintf("%2d min", n)
}

func comma(words string) string {
	if words == "" {
		return ""
	}
	return ", " + words
}

func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
