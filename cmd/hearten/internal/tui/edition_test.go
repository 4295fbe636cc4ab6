package tui

import (
	"slices"
	"strings"
	"testing"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// TestWhatNoLongerFits: where the place cannot be kept, that is said in an
// author's words, and as much as can be is.
func TestWhatNoLongerFits(t *testing.T) {
	tests := []struct {
		name, activity string
		keys           []string
		old, new       string
		see            []string
	}{
		{"a choice that was the second", "tom", []string{"decide", "decide"}, "- id: sit\n", "- id: settle\n",
			[]string{"decision 2", "A choice that you had made is no longer there, so you stand at decision 2"}},
		{"a choice that was the first", "tom", []string{"decide"}, "- id: ask\n", "- id: show\n",
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
			d.saves(all.with(t, check, "Gives a", "It gives a").edition(first("check"), check)).see("4 warnings, 1 elsewhere")
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

// TestToItsAuthor: a preview promises no author that anything is kept, and
// sends nobody elsewhere for what is wrong.
func TestToItsAuthor(t *testing.T) {
	all := filesIn(t, "testdata/course")
	tests := []struct {
		activity, file string
		keys           []string
		want, not      string
	}{
		{"tom", tom, nil, "Esc leave   ? help", "(saved)"},
		{"check", check, nil, "Esc leave   ? help", "(saved)"},
		{"last-time", "01-first/module.yaml", nil, "Esc back   F1 help", "(text kept)"},
		{"describe", describe, []string{"?"}, "leave; nothing is kept", "saved"},
		{"describe", describe, []string{"ctrl+c"}, "Nothing that you did here is kept. Press Ctrl+C again to leave.", "Saved"},
		{"describe", describe, []string{"esc", "esc"}, "preview, nothing is kept", "saved on this computer"},
		{"describe", describe, []string{"esc", "esc"}, "cannot be read; p shows why", "run hearten lint"},
		{"", "01-first/module.yaml", []string{"esc", "down", "down", "down", "enter"}, "because its module.yaml has a mistake in it.\n   Press p to see", "run hearten lint"},
	}
	for _, tt := range tests {
		at := study.Spot{Module: first("").Module, Activity: tt.activity}
		d := write(t, all, at, tt.file, 80, 30).press(tt.keys...).see(tt.want)
		if text := d.text(); strings.Contains(text, tt.not) {
			t.Errorf("%s %v: there is %q on:\n%s", tt.activity, tt.keys, tt.not, text)
		}
	}
	mistaken := all.with(t, check, "ask: Tom", "ask Tom")
	d := write(t, mistaken, first(""), check, 80, 24).press("down", "enter")
	d.see("“Check yourself” cannot be shown, because there is a mistake in it.", "Press p\n   to see what is wrong.").press("p").see("Problems", "Esc close")
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
	d.press("decide").saves(edit).press("2").see("Tom stands at your door")
	d.catchUp().see("He turns the screen around.", "► 2  Mail him")

	d = write(t, all, first("tom"), tom, 80, 24)
	d.keeper.refuse = errFull
	d.press("decide").saves(edit).see("the disk is full", "Tom stands at your door", "r try again")
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
	d.saves(all.with(t, "01-first/module.yaml", "What did the [[observation]] do?", "What came of it?").edition(first("last-time"), "01-first/module.yaml"))
	d.press(" odd.").see("> It was odd.").press("esc").press("enter").see("> It was odd.")
	if !slices.ContainsFunc(d.keeper.drafts, func(draft study.Draft) bool { return draft.Text == "It was odd." }) {
		t.Errorf("the drafts are %+v", d.keeper.drafts)
	}
}

// TestWhichModuleTheProblemIsIn: of a course as a whole, the name of a file
// says which module it lies in; of a file, its module is known.
func TestWhichModuleTheProblemIsIn(t *testing.T) {
	broken := filesIn(t, "testdata/course").with(t, check, "ask: Tom", "ask Tom")
	write(t, broken, study.Spot{}, check, 80, 24).see("\n " + check + ":")
	write(t, broken, first("tom"), check, 80, 24).see("\n " + strings.TrimPrefix(check, "01-first/") + ":")
}
