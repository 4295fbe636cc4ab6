package study

import (
	"strings"
	"testing"
	"time"
)

const tensionModule = `format: 1
id: m
title: M
activities:
  - tension: both
    title: Both
    minutes: 5
    poles:
      - id: s
        name: standards
        gives:
          - clear work
      - id: c
        name: support
`

func TestTensionKeepsWordsAndMarks(t *testing.T) {
	l := newLearner(t, sampleCourse(t, tensionModule))
	m := l.open("both").(Tension)
	m, u := m.Write(map[string]string{"s/gives": "We know what good is.", "c/signs": "Nobody asks."}, l.moment())
	l.keep(u)
	m, u, err := m.Mark(-3, "Audit week", l.moment())
	if err != nil {
		t.Fatal(err)
	}
	l.keep(u)
	m, u, err = m.Mark(-2, "Audit week, evening", l.moment())
	if err != nil {
		t.Fatal(err)
	}
	l.keep(u)
	l.clock = l.clock.AddDate(0, 1, 0)
	_, u, err = m.Mark(1, "", l.moment())
	if err != nil {
		t.Fatal(err)
	}
	l.keep(u)
	again := l.open("both").(Tension)
	if b := again.Boxes()[0]; b.Typed() != "We know what good is." || b.Given[0] != "clear work" {
		t.Errorf("the first box resumes as %+v", b)
	}
	marks := again.Marks()
	if len(marks) != 2 || marks[0].Value != -2 || marks[0].Note != "Audit week, evening" || marks[1].Value != 1 {
		t.Errorf("the marks resume as %+v; the second of a day takes the place of the first", marks)
	}
	if got := again.Map().Drift(marks); !strings.HasPrefix(got, "Since 2 March 2026 your team has moved towards support") {
		t.Errorf("the drift is %q", got)
	}
	if o, _ := l.study.Outline("m"); o.State != Done {
		t.Error("a saved map is not done")
	}
}

func TestTensionRefusesMarksThatCannotBe(t *testing.T) {
	l := newLearner(t, sampleCourse(t, tensionModule))
	m := l.open("both").(Tension)
	if _, u, err := m.Mark(6, "", l.moment()); err == nil || !u.Empty() {
		t.Error("a mark outside of the map is taken")
	}
	m, u, err := m.Mark(2, "", l.moment())
	if err != nil {
		t.Fatal(err)
	}
	l.keep(u)
	l.clock = l.clock.Add(-72 * time.Hour)
	if _, _, err := m.Mark(1, "", l.moment()); err == nil || err.Error() != "the last mark is of a later day than today: check the computer's clock" {
		t.Errorf("a mark before the last one: %v", err)
	}
}

func TestTensionRenamedPole(t *testing.T) {
	l := newLearner(t, sampleCourse(t, tensionModule))
	m := l.open("both").(Tension)
	_, u := m.Write(map[string]string{"s/will": "Ask for two options."}, l.moment())
	l.keep(u)
	l.course = sampleCourse(t, strings.Replace(tensionModule, "- id: s\n", "- id: st\n        was: [s]\n", 1))
	for _, b := range l.open("both").(Tension).Boxes() {
		if b.Field.ID == "st/will" && b.Text != "Ask for two options." {
			t.Errorf("under its new name the box holds %q", b.Text)
		}
	}
}
