package tui

import (
	"io/fs"
	"maps"
	"os"
	"slices"
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
			d.activity("check").press("2", "enter", "enter", "space", "down", "down", "space", "up")
		}, check, "Two totals differ", "Two sums differ",
			[]string{"question 2 of 3", "■ 1  Two sums differ", "► □ 2  You are lazy", "■ 3  It is ten past"}},
		{"hints", func(d *desk) { d.activity("check").press("h", "h") }, check, "Only one has a time", "Only one has the time", []string{"Hint  Which of them", "Hint  Only one has the time"}},
		{"an option that is gone", func(d *desk) { d.activity("check").press("2", "enter", "enter", "space", "3") }, check, "      - {id: total, text: Two totals differ, right: true, why: Anyone can add them up}\n", "", []string{"□ 1  You are lazy", "■ 2  It is ten past"}},
		{"feedback", func(d *desk) { d.activity("check").press("1", "enter") }, check, "Judges character", "It judges character", []string{"It judges character", "question 1 of 3", "► Next question"}},
		{"a question that is added before any is answered", func(d *desk) { d.activity("check").press("down") }, check, "  - id: weigh\n", "  - {id: more, kind: number, ask: How many?, answer: {value: 2}, why: Two.}\n  - id: weigh\n", []string{"question 1 of 4", "► 2  "}},
		{"a scenario after a choice", func(d *desk) { d.activity("tom").press("enter", "down") }, tom, "He turns the laptop around.", "He turns the screen around.", []string{"decision 2", "He turns the screen around.", "► 2  Mail him"}},
		{"a coach who was asked", func(d *desk) { d.activity("tom").press("c") }, tom, "what are you guessing?", "what do you guess?", []string{"Coach  What do you know, and what do you guess?"}},
		{"a map", func(d *desk) { d.activity("tom").press("enter", "m") }, tom, "Mail him the answer", "Write him the answer", []string{"► 2  ", "Write him the answer"}},
		{"an ending", func(d *desk) { d.activity("tom").press("enter", "enter") }, tom, "both laugh at a comma", "both laugh at a dot", []string{"both laugh at a dot", "step 1 of 4"}},
		{"a debrief's question", func(d *desk) { d.activity("tom").press("enter", "enter", "enter", "when he sat") }, tom, "Where did it turn, and why?", "Where did it turn?", []string{"Where did it turn?", "> when he sat", "step 2 of 4"}},
		{"a path", func(d *desk) { d.activity("tom").press("enter", "enter", "enter", "tab", "enter", "down") }, tom, "It says that he matters", "It shows that he matters", []string{"► 2 ", "It shows that he matters", "step 3 of 4"}},
		{"a reflection that is being written", func(d *desk) { d.activity("last-time").press("It was", "tab", "Odd.", "left", "left") }, module, "What did it do?", "What came of it?",
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
	d.saves(all.with(t, check, "Judges character", "It judges character").edition(first("check"), check))
	d.press("esc").see("It judges character")
	d.activity("tom").press("ctrl+p", "coach")
	d.saves(all.with(t, tom, "what are you guessing?", "what do you guess?").edition(first("tom"), tom))
	d.see("All actions", "coach").press("enter").see("what do you guess?")
}

// TestWhatNoLongerFits: where the place cannot be kept, that is said in an
// author's words, and as much as can be is.
func TestWhatNoLongerFits(t *testing.T) {
	tests := []struct {
		name, activity string
		keys           []string
		old, new       string
		see            []string
	}{
		{"a choice that was the second", "tom", []string{"enter", "enter"}, "- id: sit\n", "- id: settle\n",
			[]string{"decision 2", "A choice that you had made is no longer there, so you stand at decision 2"}},
		{"a choice that was the first", "tom", []string{"enter"}, "- id: ask\n", "- id: show\n",
			[]string{"decision 1", "What you had done here no longer fits what you saved, so it begins anew."}},
		{"a question that was answered", "check", []string{"2", "enter", "enter"}, "- id: talk-over\n", "- id: over-talk\n",
			[]string{"question 1 of 3", "no longer fits what you saved"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all := filesIn(t, "testdata/course")
			file := map[string]string{"tom": tom, "check": check}[tt.activity]
			d := sit(t, sample(t), 80, 24).activity(tt.activity).press(tt.keys...).author()
			d.saves(all.edition(first(tt.activity), file))
			changed := all.with(t, file, tt.old, tt.new).edition(first(tt.activity), file)
			d.saves(changed).see(tt.see...)
			d.press("esc", "enter")
			if strings.Contains(d.text(), "edited") || len(d.app.notices) > 0 {
				t.Errorf("an author is told of their own edit:\n%s", d.text())
			}
		})
	}
}

// TestMistakesKeepTheScreen: what cannot be shown leaves what could, with the
// mistakes beside it, until they are mended.
func TestMistakesKeepTheScreen(t *testing.T) {
	tests := []struct{ name, file, old, new, says string }{
		{"in the file", check, "ask: Tom talks over", "ask Tom talks over", "error: "},
		{"in its module", "01-first/module.yaml", "id: first\n", "id: [first\n", "1 elsewhere"},
		{"in the course", "course.yaml", "id:", "id", "1 elsewhere"},
		{"of a file that is empty", check, filesIn(t, "testdata/course")[check], "", "error: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all := filesIn(t, "testdata/course")
			d := sit(t, sample(t), 80, 40).activity("check").press("1", "h").author()
			d.saves(all.edition(first("check"), check))
			broken := all.with(t, tt.file, tt.old, tt.new).edition(first("check"), check)
			d.saves(broken).see("Tom talks over colleagues", "Hint  Which", tt.says)
			d.press("2", "enter").see("Good choice.") // the last good version can be taken
			d.press("esc").see("► ", "Check yourself").press("enter")
			d.saves(all.with(t, check, "Judges", "It judges").edition(first("check"), check)).see("4 warnings, 1 elsewhere")
			if strings.Contains(d.text(), "error") {
				t.Errorf("a mistake that is mended is still there:\n%s", d.text())
			}
		})
	}
}

// TestNothingToShow: where nothing could ever be shown, that and why is said,
// and it goes on by itself once it is mended.
func TestNothingToShow(t *testing.T) {
	all := filesIn(t, "testdata/course")
	tests := []struct {
		name  string
		f     files
		at    study.Spot
		below int
	}{
		{"the file", all.with(t, check, "ask: Tom", "ask Tom"), first("check"), 2},
		{"the module", all.with(t, "01-first/module.yaml", "id: first\n", "id: [first\n"), study.Spot{Module: "01-first"}, 1},
		{"the course", all.with(t, "course.yaml", "id:", "id"), study.Spot{}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := map[string]string{"the file": check, "the module": "01-first/module.yaml", "the course": "course.yaml"}[tt.name]
			d := write(t, tt.f, tt.at, file, 80, 24)
			d.see("Nothing can be shown yet.", "error: ", "Preview: ")
			if len(d.app.stack) != tt.below+1 {
				t.Errorf("%d screens lie below, want %d", len(d.app.stack)-1, tt.below)
			}
			d.saves(tt.f.edition(tt.at, file)).see("Nothing can be shown yet.")
			d.saves(all.edition(first("check"), check)).see("question 1 of 3")
			d.press("esc").see("Saying what you saw").press("esc").see("Your course").press("q")
			if !d.quit {
				t.Error("q at home does not leave")
			}
		})
	}
}

// TestWaitingIsLeft: who goes back from what cannot be shown is not called
// back to it.
func TestWaitingIsLeft(t *testing.T) {
	all := filesIn(t, "testdata/course")
	d := write(t, all.with(t, check, "ask: Tom", "ask Tom"), first("check"), check, 80, 24)
	d.press("esc").see("Saying what you saw", "0 of 6 done")
	d.saves(all.edition(first("check"), check)).see("Saying what you saw")
	d = write(t, all.with(t, "course.yaml", "id:", "id"), study.Spot{}, "course.yaml", 80, 24)
	d.press("esc").see("Press Ctrl+C again to leave").press("esc")
	if !d.quit {
		t.Error("there is nothing below to go back to, and Esc does not leave")
	}
}

// TestOutsideOfTheCourse: a file that no module names is not shown, and what
// to write is.
func TestOutsideOfTheCourse(t *testing.T) {
	all := filesIn(t, "testdata/course")
	e := unnamed(t)
	d := sit(t, &course.Course{ID: "preview"}, 80, 24).nothing().saves(e)
	d.see("No module names 01-first/new.md", "\n    - lesson: new\n      title: New\n")
	named := all.with(t, "01-first/module.yaml", "activities:\n", "activities:\n  - {lesson: new, title: New, minutes: 1, file: new.md}\n")
	named["01-first/new.md"] = "Here."
	d.saves(named.edition(first("new"), "01-first/new.md")).see("Here.", "page 1 of 1")
	d.saves(e).see("Here.", "! No module names 01-first/new.md")
}

// TestTheActivityIsRenamed: the screen follows an activity to another id, by
// was:, or because its file is the one that is previewed.
func TestTheActivityIsRenamed(t *testing.T) {
	all := filesIn(t, "testdata/course")
	for new, want := range map[string]string{"- quiz: ask\n    was: [first/check]\n": "question 2 of 3", "- quiz: ask\n": "question 1 of 3"} {
		d := sit(t, sample(t), 80, 24).activity("check").press("2", "enter", "enter").author()
		d.saves(all.edition(first("check"), check))
		renamed := all.with(t, "01-first/module.yaml", "- quiz: check\n", new)
		d.saves(renamed.edition(first("ask"), check)).see(want)
		if got := d.app.top().(quizScreen).quiz.Content().Activity.ID; got != "ask" {
			t.Errorf("the screen shows %q", got)
		}
	}
}

// TestAnEditionWaits: while something is being kept, or could not be, the
// screen stays; then the edition is shown, with what was typed meanwhile.
func TestAnEditionWaits(t *testing.T) {
	all := filesIn(t, "testdata/course")
	edit := all.with(t, tom, "He turns the laptop around.", "He turns the screen around.").edition(first("tom"), tom)
	d := write(t, all, first("tom"), tom, 80, 24)
	d.slow = true
	d.press("enter").saves(edit).press("down").see("Tom stands at your door")
	d.catchUp().see("He turns the screen around.", "► 2  Mail him")

	d = write(t, all, first("tom"), tom, 80, 24)
	d.keeper.refuse = errFull
	d.press("enter").saves(edit).see("the disk is full", "Tom stands at your door", "r try again")
	d.keeper.refuse = nil
	d.press("r").see("He turns the screen around.")

	d = write(t, all, first("tom"), tom, 80, 24)
	d.slow = true
	d.saves(edit).press("ctrl+c", "ctrl+c").catchUp()
	if !d.quit {
		t.Error("the second Ctrl+C did not leave while an edition was read")
	}
}

// TestDraftsGoOn: text that was on its way to disk gets there after an edit.
func TestDraftsGoOn(t *testing.T) {
	all := filesIn(t, "testdata/course")
	d := write(t, all, first("last-time"), "01-first/module.yaml", 80, 24).press("It was")
	d.saves(all.with(t, "01-first/module.yaml", "What did it do?", "What came of it?").edition(first("last-time"), "01-first/module.yaml"))
	d.press(" odd.").see("> It was odd.").press("esc").press("enter").see("> It was odd.")
	if n := len(d.keeper.drafts); n == 0 || d.keeper.drafts[n-1].Text != "It was odd." {
		t.Errorf("the drafts are %+v", d.keeper.drafts)
	}
}

// TestProblems: p lists all that is wrong, and what a save mends goes from the
// list. While letters are text, F2 does it.
func TestProblems(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("tom").mistaken("trust: 1", "to: desk").press("p")
	d.see("Problems", "2 errors", "[not-a-number]", "[unknown-target]", "write it in digits")
	d.mistaken("to: desk").see("Problems", "1 error", "[unknown-target]")
	if text := d.text(); strings.Contains(text, "[not-a-number]") {
		t.Errorf("what is mended is still listed:\n%s", text)
	}
	d.press("end").see("Elsewhere in the course", "missing.md").press("p").see("Tom stands at your door")
	d.press("f2").see("Problems").press("esc", "ctrl+p", "problems", "enter").see("Problems").press("esc")

	d = sit(t, sample(t), 80, 24).activity("last-time").sound().press("p").see("> p", "F2 problems")
	d.press("f2").see("Problems", "Elsewhere in the course").press("f2").see("> p")
}

// TestReadAgain: F5 asks for an edition, for where saves cannot be noticed.
func TestReadAgain(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("describe").sound()
	e := filesIn(t, "testdata/course").edition(first("describe"), describe)
	e.Blind = "not every save can be noticed (too many open files). F5 reads the course again"
	d.saves(e).see("! Not every save can be noticed (too many open files).")
	asked := d.due
	d.press("f5")
	if d.due != asked+1 {
		t.Errorf("F5 asked %d times for an edition", d.due-asked)
	}
}

// TestAuthorsKeysAreFree: no screen has another use for the keys of a preview,
// and a learner has none of them.
func TestAuthorsKeysAreFree(t *testing.T) {
	for _, s := range seats(t) {
		if strings.HasPrefix(s.name, "preview") {
			continue
		}
		for _, a := range s.sit(80, 24).app.actions() {
			for _, k := range []string{"p", "f2", "f5"} {
				if slices.Contains(a.Keys(), k) {
					t.Errorf("%s: %s does %q", s.name, k, a.Help().Desc)
				}
			}
		}
	}
}

// TestALearnersScreen: without a problem, an author sees what a learner does,
// but for the rule above the keys, and the keys.
func TestALearnersScreen(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		for _, s := range stops() {
			if strings.HasPrefix(s.name, "preview") || strings.Contains(s.name, "help") || strings.HasPrefix(s.name, "scenario-all") {
				continue // these list keys
			}
			learner, author := sit(t, sample(t), size[0], size[1]), sit(t, sample(t), size[0], size[1])
			s.reach(learner)
			s.reach(author)
			author.author().saves(study.Edition{At: author.now, Subject: "describe.md"})
			want, got := strings.Split(learner.text(), "\n"), strings.Split(author.text(), "\n")
			for i := range want[:size[1]-2] {
				if want[i] != got[i] {
					t.Fatalf("%s at %v: line %d is %q, and a learner sees %q", s.name, size, i, got[i], want[i])
				}
			}
		}
	}
}
