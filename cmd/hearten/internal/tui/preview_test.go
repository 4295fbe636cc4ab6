package tui

import (
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
	"hearten/course/lint"
	"hearten/course/source"
)

// files are a course that is being written.
type files map[string]string

func filesIn(t testing.TB, folder string) files {
	t.Helper()
	all := files{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(folder + "/" + name)
		all[name] = string(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// with are the files with other words in one of them.
func (f files) with(t testing.TB, name, old, new string) files {
	t.Helper()
	if !strings.Contains(f[name], old) {
		t.Fatalf("%s has no %q", name, old)
	}
	f = maps.Clone(f)
	f[name] = strings.Replace(f[name], old, new, 1)
	return f
}

// edition is the course as the files have it, previewed at a spot. Only what
// is wrong in the one file that is given counts as near.
func (f files) edition(at study.Spot, file string) study.Edition {
	fsys := fstest.MapFS{}
	for name, text := range f {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, _ := source.Read(fsys)
	c, _ := course.Build(tree)
	e := study.Edition{Course: c, At: time.Date(2026, 3, 2, 14, 3, 22, 0, time.UTC), Subject: file[strings.LastIndex(file, "/")+1:], Place: at}
	if c.ID == "" {
		e.Course = nil
	}
	var elsewhere []source.Problem
	for _, p := range lint.Check(fsys) {
		if p.At.File == file {
			e.Problems = append(e.Problems, p)
			e.Here++
		} else if !strings.Contains(p.At.File, "broken") && p.Severity == source.Error {
			elsewhere = append(elsewhere, p)
		}
	}
	e.Problems = append(e.Problems, elsewhere...)
	return e
}

// author turns a desk into an author's.
func (d *desk) author() *desk {
	none := make(chan study.Edition)
	close(none) // the tests send editions themselves
	d.app.preview.Preview = Preview{Editions: none, Again: func() { d.due++ }}
	return d
}

// saves has the author save.
func (d *desk) saves(e study.Edition) *desk { return d.send(editionMsg(e)) }

// write sits an author before a spot of a course.
func write(t testing.TB, f files, at study.Spot, file string, width, height int) *desk {
	t.Helper()
	return sit(t, &course.Course{ID: "preview"}, width, height).nothing().saves(f.edition(at, file))
}

// sound has the author save a course without a mistake in what is previewed.
func (d *desk) sound() *desk {
	d.t.Helper()
	return d.author().saves(filesIn(d.t, "testdata/course").edition(first("describe"), describe))
}

// mistaken has the author save a file with mistakes in it: where the words are,
// or at its first question.
func (d *desk) mistaken(words ...string) *desk {
	d.t.Helper()
	all, file, at := filesIn(d.t, "testdata/course"), tom, first("tom")
	for _, w := range words {
		all = all.with(d.t, tom, w, w+"x")
	}
	if len(words) == 0 {
		file, at = check, first("check")
		all = all.with(d.t, check, "ask: Tom", "ask Tom")
	}
	return d.author().saves(all.edition(at, file))
}

// nothing is an author's desk before anything could be shown.
func (d *desk) nothing() *desk {
	d.author().app.stack = []screen{waitingScreen{}}
	d.app = d.app.layout()
	return d
}

// unnamed is an edition in which no module names what is previewed.
func unnamed(t testing.TB) study.Edition {
	e := filesIn(t, "testdata/course").edition(study.Spot{}, "01-first/new.md")
	e.Missing = "no module names 01-first/new.md, so no learner meets it. Add it under activities: in 01-first/module.yaml:\n\n  - lesson: new\n    title: New\n    minutes: 4\n    file: new.md"
	return e
}

func first(activity string) study.Spot { return study.Spot{Module: "first", Activity: activity} }

const describe, check, tom = "01-first/describe.md", "01-first/check.quiz.yaml", "01-first/tom.scenario.yaml"

// TestASaveKeepsThePlace: on every screen there is, a save that changes
// nothing changes nothing on the screen, and keys go on as before.
func TestASaveKeepsThePlace(t *testing.T) {
	for _, folder := range []string{"testdata/course", "testdata/kinds"} {
		all, course := stops(), sampleIn(t, folder)
		if folder == "testdata/kinds" {
			all = kindStops()
		}
		for _, s := range all {
			if strings.HasPrefix(s.name, "preview") {
				continue
			}
			t.Run(s.name, func(t *testing.T) {
				d := sit(t, course, 80, 24).author()
				same := filesIn(t, folder).edition(study.Spot{}, "course.yaml")
				d.saves(same)
				s.reach(d)
				before, at := d.text(), *d.app.View().Cursor
				d.saves(same)
				if got := d.text(); got != before {
					t.Fatalf("after a save\n%s\nwant\n%s", got, before)
				}
				if got := d.app.View().Cursor; got.X != at.X || got.Y != at.Y {
					t.Errorf("the cursor moved from %d, %d to %d, %d", at.X, at.Y, got.X, got.Y)
				}
			})
		}
	}
}

// TestASaveIsShown edits what is on each kind of screen: the new words are
// there, at the same place.
func TestASaveIsShown(t *testing.T) {
	const module, second = "01-first/module.yaml", "02-second/module.yaml"
	tests := []struct {
		name           string
		reach          func(*desk)
		file, old, new string
		see            []string
	}{
		{"home", keys("down"), module, "title: Saying what you saw", "title: Say what you saw", []string{"► ○ 1  Say what you saw"}},
		{"outline", func(d *desk) { d.outline().press("down") }, module, "title: Check yourself", "title: Ask yourself", []string{"► ○ 2  Ask yourself"}},
		{"an outline that grows above", func(d *desk) { d.outline().press("down") }, module, "activities:\n", "activities:\n  - {plan: early, title: Early, minutes: 1}\n", []string{"  ○ 1  Early", "► ○ 3  Check yourself"}},
		{"a lesson in the middle", func(d *desk) { d.activity("describe").press("enter") }, describe, "It is ten past", "It is noon", []string{"It is noon", "page 2 of"}},
		{"a lesson that grows above", func(d *desk) { d.activity("describe").press("enter") }, describe, "A label ends", "Wait.\n\nA label ends", []string{"────\n\n       What it sounds like:\n", "page 2 of"}},
		{"a lesson whose place is rewritten", func(d *desk) { d.activity("describe").press("enter") }, describe, "What it sounds like:", "How it sounds:", []string{"────\n\n       How it sounds:\n"}},
		{"a question", func(d *desk) {
			d.activity("check").press("2", "enter", "enter", "1", "down", "down", "space", "up")
		}, check, "Two totals differ", "Two sums differ",
			[]string{"question 2 of 3", "■ 1  Two sums differ", "► □ 2  You are lazy", "■ 3  It is ten past"}},
		{"hints", func(d *desk) { d.activity("check").press("h", "h") }, check, "Only one has a time", "Only one has the time", []string{"Hint  Which of them", "Hint  Only one has the time"}},
		{"an option that is gone", func(d *desk) { d.activity("check").press("2", "enter", "enter", "1", "3") }, check, "      - {id: total, text: Two totals differ, right: true, why: Anyone can add them up}\n", "", []string{"□ 1  You are lazy", "■ 2  It is ten past"}},
		{"feedback", func(d *desk) { d.activity("check").press("1", "enter") }, check, "Gives a [[verdict]]", "It gives a [[verdict]]", []string{"It gives a verdict", "question 1 of 3"}},
		{"a question that is added before any is answered", func(d *desk) { d.activity("check").press("2") }, check, "  - id: weigh\n", "  - {id: more, kind: number, ask: How many?, answer: {value: 2}, why: Two.}\n  - id: weigh\n", []string{"question 1 of 4", "► 2  "}},
		{"a scenario after a choice", func(d *desk) { d.activity("tom").press("decide", "2") }, tom, "He turns the laptop around.", "He turns the screen around.", []string{"decision 2", "He turns the screen around.", "► 2  Mail him"}},
		{"a coach who was asked", func(d *desk) { d.activity("tom").press("c") }, tom, "what are you guessing?", "what do you guess?", []string{"Coach  What do you know, and what do you guess?"}},
		{"a map", func(d *desk) { d.activity("tom").press("decide", "m") }, tom, "Mail him the answer", "Write him the answer", []string{"► 2  ", "Write him the answer"}},
		{"an ending", func(d *desk) { d.activity("tom").press("decide", "decide") }, tom, "both laugh at a comma", "both laugh at a dot", []string{"both laugh at a dot", "step 1 of 4"}},
		{"a debrief's question", func(d *desk) { d.activity("tom").press("decide", "decide", "enter", "when he sat") }, tom, "Where did it turn, and why?", "Where did it turn?", []string{"Where did it turn?", "> when he sat", "step 2 of 4"}},
		{"a path", func(d *desk) { d.activity("tom").press("decide", "decide", "enter", "tab", "enter", "down") }, tom, "It says that he matters", "It shows that he matters", []string{"► 2 ", "It shows that he matters", "step 3 of 4"}},
		{"a reflection that is being written", func(d *desk) { d.activity("last-time").press("It was", "tab", "Odd.", "left", "left") }, module, "What did the [[observation]] do?", "What came of it?",
			[]string{"What came of it?", "> It was", "> Odd."}},
		{"a plan that is being written", func(d *desk) { d.activity("monday").press("Monday", "tab", "ask") }, module, "title: One plan", "title: Your plan", []string{"Your plan", "> Monday", "> ask"}},
		{"a tension map", func(d *desk) { d.tension("l") }, second, "Work that is out before", "Work that is done before", []string{"Work that is done before", "l as a map"}},
		{"a tension map that is being written", func(d *desk) { d.tension("end", "enter", "tab", "Nobody.") }, second, "name: speed", "name: haste", []string{"haste", "> Nobody."}},
		{"a tension map that is being marked", func(d *desk) { d.tension("end", "down", "enter", "left") }, second, "name: speed", "name: haste", []string{"haste"}},
		{"the help of a screen", func(d *desk) { d.activity("tom").press("?") }, tom, "    coach: What do you know, and what are you guessing?\n", "", []string{"Keys here"}},
		{"two screens of activities", func(d *desk) { d.activity("check").press("1", "enter", "l") }, describe, "# Describe, then ask", "# Describe first", []string{"Describe first"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all := filesIn(t, "testdata/course")
			d := sit(t, sample(t), 80, 24)
			tt.reach(d)
			d.author().saves(all.edition(study.Spot{}, "course.yaml"))
			depth := len(d.app.stack)
			d.saves(all.with(t, tt.file, tt.old, tt.new).edition(study.Spot{}, tt.file))
			d.see(tt.see...)
			if len(d.app.stack) != depth || len(d.app.notices) > 0 {
				t.Errorf("%d screens lie over each other, want %d; it says %q", len(d.app.stack), depth, d.app.notices)
			}
		})
	}
}

// TestTheEditGoesOnBelow: what lies below a screen shows the edit as well, and
// what is done through a palette is done to it.
func TestTheEditGoesOnBelow(t *testing.T) {
	all := filesIn(t, "testdata/course")
	d := sit(t, sample(t), 80, 24).activity("check").press("1", "enter", "l").author()
	d.saves(all.with(t, check, "Gives a [[verdict]]", "It gives a [[verdict]]").edition(first("check"), check))
	d.press("esc").see("It gives a verdict")
	d.activity("tom").press("ctrl+p", "coach")
	d.saves(all.with(t, tom, "what are you guessing?", "what do you guess?").edition(first("tom"), tom))
	d.see("All actions", "coach").press("enter").see("what do you guess?")
}
