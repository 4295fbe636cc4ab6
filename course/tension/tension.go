// Package tension is the map of two poles that both are needed: what each
// gives, what too much of each does, early signs of it, and what one will do
// then; and where a team stands between them, over time.
package tension

import (
	"fmt"
	"strings"
	"time"
)

// Map is a tension as its author lays it out. A sound one has two poles.
type Map struct{ Poles []Pole }

// Pole is one side. Its entries are the author's; the learner adds their own.
type Pole struct {
	ID, Name                    string
	Gives, TooMuch, Signs, Will []string
}

// Part is one of the things that a map says of a pole.
type Part string

// The parts, in the order in which a learner meets them.
const (
	Gives   Part = "gives"
	TooMuch Part = "too-much"
	Signs   Part = "signs"
	Will    Part = "will"
)

// Parts lists them.
func Parts() []Part { return []Part{Gives, TooMuch, Signs, Will} }

// Box is one part of one pole: a place to write in.
type Box struct {
	ID    string // pole/part
	Pole  Pole
	Part  Part
	Ask   string   // as a heading over the box
	Given []string // the author's entries
}

// Boxes lists the boxes of a sound map: part by part, first pole first.
func (m Map) Boxes() []Box {
	var all []Box
	for _, part := range Parts() {
		for _, pole := range m.Poles {
			all = append(all, Box{pole.ID + "/" + string(part), pole, part, part.ask(pole.Name), part.of(pole)})
		}
	}
	return all
}

// ask is the heading of a part. It names the pole, also where only one box is
// seen, and in marks: its author may begin it with a capital.
func (p Part) ask(pole string) string {
	pole = `"` + pole + `"` // plain signs, which every terminal has
	switch p {
	case Gives:
		return "What " + pole + " gives"
	case TooMuch:
		return "Too much " + pole
	case Signs:
		return "Early signs of too much " + pole
	}
	return "Against too much " + pole + ", I will"
}

func (p Part) of(pole Pole) []string {
	switch p {
	case Gives:
		return pole.Gives
	case TooMuch:
		return pole.TooMuch
	case Signs:
		return pole.Signs
	}
	return pole.Will
}

// Error is a mistake of an author's in a map.
type Error struct {
	Path             []string
	Code, Cause, Fix string
}

// Check finds what makes a map no map.
func Check(m Map) []Error {
	if n := len(m.Poles); n != 2 {
		return []Error{{[]string{"poles"}, "two-poles", fmt.Sprintf("a tension has two poles, and this one has %d", n),
			"keep the two that pull at each other; what is a third may be a tension of its own"}}
	}
	if a, b := m.Poles[0], m.Poles[1]; strings.EqualFold(strings.TrimSpace(a.Name), strings.TrimSpace(b.Name)) {
		return []Error{{[]string{"poles", b.ID, "name"}, "poles-alike", fmt.Sprintf("both poles are called “%s”", b.Name), "name what pulls the other way"}}
	}
	return nil
}

// Furthest is how far from the middle a mark can be: -Furthest is all the way
// to the first pole.
const Furthest = 5

// Mark is where a team stood on a day.
type Mark struct {
	At    time.Time
	Value int // from -Furthest to Furthest
	Note  string
}

// Words says where a value is.
func (m Map) Words(value int) string {
	pole, far := m.Poles[0].Name, -value
	if value > 0 {
		pole, far = m.Poles[1].Name, value
	}
	switch {
	case far == 0:
		return "in the middle"
	case far == 1:
		return "a little towards " + pole
	case far <= 3:
		return "towards " + pole
	}
	return "far towards " + pole
}

// Drift says in a sentence how the marks have moved, oldest first; nothing of
// fewer than two.
func (m Map) Drift(marks []Mark) string {
	if len(marks) < 2 {
		return ""
	}
	first, last := marks[0], marks[len(marks)-1]
	since := first.At.Format("2 January 2006")
	switch moved := last.Value - first.Value; {
	case moved < 0:
		return fmt.Sprintf("Since %s your team has moved towards %s: it stood %s, and stands %s.", since, m.Poles[0].Name, m.Words(first.Value), m.Words(last.Value))
	case moved > 0:
		return fmt.Sprintf("Since %s your team has moved towards %s: it stood %s, and stands %s.", since, m.Poles[1].Name, m.Words(first.Value), m.Words(last.Value))
	}
	return fmt.Sprintf("Since %s your team has come back to where it stood: %s.", since, m.Words(last.Value))
}
