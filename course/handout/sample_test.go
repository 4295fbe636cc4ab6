package handout

import (
	"testing"
	"testing/fstest"

	"hearten/course"
	"hearten/course/source"
	"hearten/modules"
)

const sampleCourse = "format: 1\nid: c\ntitle: A course\nlanguage: fr\nmodules: [m]\n"

// everything is a module with each kind of activity and of question.
const everything = `format: 1
id: m
title: Everything
summary: What there is, in a sentence.
objectives:
  - Tell one from the other
sources:
  ada-2001: {cite: "Ada (2001). On *engines*.", doi: 10.1/x, kind: trial}
  bo-2002: {cite: Bo (2002)., kind: theory}
  unread-2003: {cite: Nobody cites this., kind: model}
glossary:
  engine: What *goes*.
activities:
  - lesson: one
    title: One lesson
    minutes: 3
    text: |
      It begins [@bo-2002]. See [the page](https://a.example/x).

      # A heading

      | a | b |
      |---|---|
      | 1 | 2 |

      **Keep this:** one thing.
  - quiz: ask
    title: Questions
    minutes: 5
    draw: 2
    questions:
      - id: q1
        kind: choice
        ask: Which *one*?
        options:
          - {text: This, right: true, why: It is this.}
          - {text: That, why: It is not that.}
        hints: [Look again.]
        read: one
        sources: [ada-2001]
      - id: q2
        kind: choices
        ask: Which ones?
        fixed: true
        options:
          - {text: Red, right: true, why: Red is one.}
          - {text: Blue, right: true, why: Blue too.}
          - {text: Four, why: A number.}
      - id: q3
        kind: true-false
        ask: Is it so?
        options:
          - {text: "True", why: Not quite.}
          - {text: "False", right: true, why: Indeed.}
      - id: q4
        kind: order
        ask: In what order?
        items: [{text: First}, {text: Second}, {text: Third}]
        why: One after the other.
      - id: q5
        kind: match
        ask: Which goes with which?
        pairs:
          - {left: Cat, right: Mouse}
          - {left: Dog, right: Bone}
        extra: [{text: Nothing}]
        why: As it goes.
      - id: q6
        kind: number
        ask: How many?
        answer: {from: 3, to: 5}
        why: About four.
      - id: q7
        kind: text
        ask: What is the word?
        accept: [engine, motor]
        why: That is the word.
      - id: q8
        kind: text
        ask: What would you say?
        model: Something kind.
        why: There are many ways.
      - id: q9
        kind: choice
        ask: What do you do?
        judgement: true
        options:
          - {text: Go, why: It saves time.}
          - {text: Stay, why: It saves face.}
  - scenario: story
    title: A story
    minutes: 6
    meters:
      days: {label: Days left, start: 3, min: 0, max: 5}
      trust: {label: Her trust, start: 1, min: 1, max: 4, better: none, seen: debrief}
    flags: [asked]
    start: room
    scenes:
      room:
        text: She sits at the table.
        inside: She is tired.
        coach: What do you see?
        choices:
          - {id: ask, say: How are you?, set: {asked: true}, change: {trust: 1}, because: You asked her., to: [{when: trust > 3, to: well}, {to: hall}]}
          - {id: leave, say: Later., change: {days: -1}, because: You kept the hour., to: hall}
      hall:
        text:
          - {when: asked, text: She follows you.}
          - {text: You are alone.}
        choices:
          - {id: wait, when: asked, say: I have time., because: You stayed., to: well}
          - {id: go, say: Good night., because: You went home., to: badly}
    endings:
      well: {title: She smiles, outcome: good, text: It was worth it.}
      badly: {title: The light goes out, outcome: bad, text: Nobody is there.}
    debrief:
      ask:
        - Where did it turn?
      expert: Asking is a beginning.
    tests:
      - {name: asking and waiting, play: [ask, wait], expect: ending == 'well'}
      - {name: breaks off, play: [ask], expect: asked}
  - reflection: back
    title: Looking back
    minutes: 4
    about: Take something mild.
    prompts:
      - What was it?
      - And then?
  - tension: pull
    title: A pull
    minutes: 7
    about: Two things.
    poles:
      - {name: Care, gives: [People speak.], too-much: [Nothing ends.], signs: [I put it off.], will: [I name a day.]}
      - {name: Drive, gives: [It is done.]}
  - plan: monday
    title: One plan
    minutes: 2
    about: For Monday [@ada-2001].
`

// oneLesson is the least that a module can be.
const oneLesson = "format: 1\nid: m\ntitle: Least\nactivities:\n  - {lesson: only, title: Only, minutes: 1, text: Just this.}\n"

// sample is a module of a small course, opened whole.
func sample(t testing.TB, module string, files map[string]string) Handout {
	t.Helper()
	fsys := fstest.MapFS{"course.yaml": {Data: []byte(sampleCourse)}, "m/module.yaml": {Data: []byte(module)}}
	tree, problems := source.Read(fsys)
	c, more := course.Build(tree)
	if n := source.Errors(append(problems, more...)); n > 0 {
		t.Fatal(problems, more)
	}
	h := opened(t, c, c.Modules[0])
	h.Guide, h.Card, h.Help = files["facilitator.md"], files["peer-card.md"], files["help.md"]
	return h
}

func opened(t testing.TB, c *course.Course, m course.Module) Handout {
	t.Helper()
	h := Handout{Course: c.Title, Language: c.Language, Module: m}
	for _, a := range m.Activities {
		content, err := c.Take(m.ID, a.ID)
		if err != nil {
			t.Fatal(err)
		}
		h.Contents = append(h.Contents, content)
	}
	return h
}

// bundled are the modules of the bundled course.
func bundled(t testing.TB) []Handout {
	t.Helper()
	tree, _ := source.Read(modules.FS)
	c, _ := course.Build(tree)
	var all []Handout
	for _, m := range c.Modules {
		h := opened(t, c, m)
		h.Guide, _ = c.Page(m, "facilitator.md")
		h.Card, _ = c.Page(m, "peer-card.md")
		all = append(all, h)
	}
	return all
}

// editions are both pages of a module.
func editions(t testing.TB, h Handout) map[string]string {
	t.Helper()
	learner, err := h.Learner()
	if err != nil {
		t.Fatal(err)
	}
	facilitator, err := h.Facilitator()
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"learner": learner, "facilitator": facilitator}
}
