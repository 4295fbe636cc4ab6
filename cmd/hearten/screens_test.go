package main

import (
	"fmt"
	"strconv"
	"strings"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/quiz"
)

// takeScreen takes the activity that home offers next, to its end and back.
func (p pilot) takeScreen(term *terminal, up study.Up) {
	term.t.Helper()
	term.press("enter")
	switch up.Activity.Kind {
	case course.KindLesson:
		term.see("page 1 of")
		p.readOn(term)
	case course.KindQuiz:
		term.see("question 1 of")
		p.answerAll(term, up)
	case course.KindScenario:
		term.see("decision 1")
		p.playOn(term, up)
		p.debrief(term, up)
	case course.KindTension:
		term.see("both are needed")
		p.layOut(term, up)
	default:
		term.see("only on this computer")
		p.write(term, texts(up))
		p.save(term)
	}
	term.see("Your course")
}

// layOut writes on a tension map.
func (p pilot) layOut(term *terminal, up study.Up) {
	for !strings.Contains(term.text(), "► Write on the map") {
		p.change(term, "enter")
	}
	p.change(term, "enter")
	p.fill(term, up)
}

// fill writes in the boxes, saves them, and leaves the map.
func (p pilot) fill(term *terminal, up study.Up) {
	p.write(term, texts(up))
	p.save(term)
	term.see("Saved.")
	term.press("esc")
}

// readOn turns pages until the lesson is read.
func (p pilot) readOn(term *terminal) {
	for !strings.Contains(term.text(), "Enter finish") {
		p.change(term, "space")
	}
	term.press("enter")
}

// change presses a key that must change the screen.
func (p pilot) change(term *terminal, key string) string {
	term.t.Helper()
	before, at := term.text(), term.cursor()
	term.press(key)
	return term.until("see "+key+" change the screen", func(text string) bool { return text != before || term.cursor() != at })
}

// pick moves down to an option, counted from 1.
func (p pilot) pick(term *terminal, option int) {
	term.t.Helper()
	mark := "► " + strconv.Itoa(option) + "  "
	ticks := func(text string) string { return strings.NewReplacer("■ ", "", "□ ", "").Replace(text) }
	for !strings.Contains(ticks(term.text()), mark) {
		p.change(term, "down")
	}
}

func (p pilot) answerAll(term *terminal, up study.Up) {
	for {
		q := p.sitting(up).(study.Quiz)
		_, told := q.Feedback()
		_, done := q.Result()
		switch {
		case told:
			p.change(term, "enter")
		case done:
			term.see("finished")
			term.press("esc")
			return
		default:
			p.answerOne(term, q)
		}
	}
}

func (p pilot) answerOne(term *terminal, q study.Quiz) {
	asked, _ := q.Question()
	if asked.Kind == quiz.KindMatch {
		p.match(term, p.answer(q))
		return
	}
	for _, n := range p.answer(q) {
		p.pick(term, n)
		if asked.Kind == "choices" {
			p.change(term, "space")
		}
	}
	p.change(term, "enter")
}

// match gives each left side its right side, and answers.
func (p pilot) match(term *terminal, rights []int) {
	for _, n := range rights {
		for tries := 0; !strings.Contains(focused(term.text()), fmt.Sprintf(" – %d ", n)); tries++ {
			if tries > 12 {
				p.t.Fatalf("%d cannot be given to this one:\n%s", n, term.text())
			}
			p.change(term, "right")
		}
		p.change(term, "down")
	}
	for !strings.Contains(focused(term.text()), "Answer with these pairs") {
		p.change(term, "down")
	}
	p.change(term, "enter")
}

// focused is what the screen says from the mark of the focus to the next gap.
func focused(text string) string {
	_, from, _ := strings.Cut(text, "►")
	part, _, _ := strings.Cut(from, "\n\n")
	return strings.Join(strings.Fields(part), " ") + " "
}

// playOn makes decisions until the story ends.
func (p pilot) playOn(term *terminal, up study.Up) {
	for {
		s := p.sitting(up).(study.Scenario)
		if s.Stage() != study.Playing {
			return
		}
		term.see("decision " + strconv.Itoa(s.Decision()))
		p.pick(term, p.choice(s))
		term.press("enter")
		decided := s.Decision()
		term.until("see the consequence", func(text string) bool {
			return strings.Contains(text, "decision "+strconv.Itoa(decided+1)) || strings.Contains(text, "Debrief")
		})
	}
}

// debrief looks back at a play: it explains, sees its path, hears the expert.
func (p pilot) debrief(term *terminal, up study.Up) {
	for !strings.Contains(term.text(), "step 2 of 4") {
		p.change(term, "enter")
	}
	p.write(term, texts(up))
	term.press("enter")
	term.see("step 3 of 4")
	for !strings.Contains(term.text(), "step 4 of 4") {
		p.change(term, "enter")
	}
	term.press("esc")
}

// write fills in the fields of a page and goes on to the first button.
func (p pilot) write(term *terminal, fields []string) {
	for _, text := range fields {
		if strings.Contains(term.text(), "►") {
			break // fewer fields than texts
		}
		for i, line := range strings.Split(text, "\n") {
			if i > 0 {
				term.press("enter")
			}
			term.press(line)
			term.until("see what was typed", func(screen string) bool {
				return strings.Contains(strings.Join(strings.Fields(screen), " "), line[max(0, len(line)-12):])
			})
		}
		p.change(term, "tab")
	}
	for !strings.Contains(term.text(), "► [") {
		p.change(term, "tab")
	}
}

// save presses the button that has the focus. Where two other plans are open,
// the first is parked.
func (p pilot) save(term *terminal) {
	term.press("enter")
	text := term.until("see it saved", func(text string) bool {
		return strings.Contains(text, "Saved.") || strings.Contains(text, "Which one would you park?")
	})
	if !strings.Contains(text, "Saved.") {
		term.press("enter")
	}
}
