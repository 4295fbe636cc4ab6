package tui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestConsequenceWaitsForTheSave: what a decision leads to is shown only
// once it is kept, and keys pressed meanwhile come after it, in order.
func TestConsequenceWaitsForTheSave(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("tom")
	d.slow = true
	d.press("decide").see("decision 1", "Tom stands at your door")
	d.press("2", "enter").see("decision 1")
	d.catchUp().see("Debrief", "Done alone")
}

// TestVerdictWaitsForTheSave is the same for an answer.
func TestVerdictWaitsForTheSave(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("check")
	d.slow = true
	d.press("2", "enter").see("question 1 of 3", "Show a hint")
	d.catchUp().see("Good choice.")
}

// TestSaveFails: a save that failed says so, shows no consequence, and can
// be tried again or left.
func TestSaveFails(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("tom")
	d.keeper.refuse = errFull
	d.press("decide").see("decision 1", "Your answer could not be saved: the disk is full.", "r try again", "Esc leave it")
	d.press("down", "x", "r").see("decision 1", "the disk is full")
	d.keeper.refuse = nil
	d.press("r").see("decision 2", "He turns the laptop around.")

	d.keeper.refuse = errFull
	d.press("decide").see("the disk is full")
	d.press("esc").see("decision 2")
	d.keeper.refuse = nil
	d.press("decide").see("Two heads")
}

// TestRetryByEnter: letters are never the only way.
func TestRetryByEnter(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("check")
	d.keeper.refuse = errFull
	d.press("2", "enter").see("the disk is full")
	d.keeper.refuse = nil
	d.press("enter").see("Good choice.")
}

// TestFailedSaveKeepsTheText: what was typed stays in its field.
func TestFailedSaveKeepsTheText(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("last-time").press("It was odd.", "tab", "tab")
	d.keeper.refuse = errFull
	d.press("enter").see("It was odd.", "the disk is full")
	d.press("esc").see("It was odd.", "[ Save ]")
}

// TestLeavingAfterAFailure never says that something is saved that is not.
func TestLeavingAfterAFailure(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("tom")
	d.keeper.refuse = errFull
	d.press("decide", "ctrl+c").see("the disk is full", "Press Ctrl+C again to leave without it.")
	if strings.Contains(d.text(), "Saved.") {
		t.Errorf("a decision that is not kept is said to be:\n%s", d.text())
	}
	if d.press("ctrl+c"); !d.quit {
		t.Error("the second Ctrl+C does not end the program")
	}
}

func TestLeaving(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("describe")
	d.press("ctrl+c").see("Saved. Press Ctrl+C again to leave.")
	if d.quit {
		t.Fatal("the first Ctrl+C ends the program")
	}
	d.press("enter").see("page 2")
	d.press("ctrl+c").see("Press Ctrl+C again")
	if d.press("ctrl+c"); !d.quit {
		t.Error("the second Ctrl+C does not end the program")
	}
}

func TestLeavingHome(t *testing.T) {
	tests := []struct {
		keys []string
		quit bool
	}{
		{[]string{"esc"}, false}, {[]string{"esc", "esc"}, true}, {[]string{"esc", "down", "esc"}, false},
		{[]string{"esc", "ctrl+c"}, true}, {[]string{"q"}, true}, {[]string{"ctrl+c", "esc"}, true},
	}
	for _, tt := range tests {
		if d := sit(t, sample(t), 80, 24).press(tt.keys...); d.quit != tt.quit {
			t.Errorf("%v: ended %v, want %v", tt.keys, d.quit, tt.quit)
		}
	}
}

// TestLeavingWaitsForASave: the program never ends between a decision and
// its line in the journal.
func TestLeavingWaitsForASave(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("tom")
	d.slow = true
	d.press("decide", "ctrl+c", "ctrl+c")
	if d.quit {
		t.Fatal("the program ends before the decision is kept")
	}
	if d.catchUp(); !d.quit {
		t.Error("the program goes on after the decision is kept")
	}
}

// TestSavedIsSaidWhenItIs: the first Ctrl+C writes what is being typed, and
// says that it is saved only after.
func TestSavedIsSaidWhenItIs(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("last-time").press("half a tho")
	d.slow = true
	d.press("ctrl+c")
	if len(d.app.notices) > 0 {
		t.Fatalf("before anything was written: %q", d.app.notices)
	}
	d.catchUp().see("Saved. Press Ctrl+C again to leave.")
	if n := len(d.keeper.drafts); n != 1 || d.keeper.drafts[0].Text != "half a tho" {
		t.Errorf("drafts written: %v", d.keeper.drafts)
	}
	d.keeper.refuse = errFull
	d.press("x", "ctrl+c").see("the disk is full")
}

// TestFullDiskLetsGo: what cannot be written holds nobody back. The screen says
// so until it can be, Esc loses nothing while the program runs, and the second
// Ctrl+C ends it, with a sentence on what is not saved.
func TestFullDiskLetsGo(t *testing.T) {
	d := sit(t, sample(t), 80, 24).outline().step(openMsg{"first", "last-time"}).press("half")
	d.keeper.refuse = errors.New("what you are typing could not be saved: the disk is full. Make room and try again")
	d.send(draftsDueMsg{}).see("! What you are typing could not be saved: the disk is full.", "stays here for as long as hearten", "Esc back (text not on disk)")
	d.press(" a tho").see("the disk is full").press("esc").see("the disk is full")
	d.step(openMsg{"first", "last-time"}).see("> half a tho", "the disk is full")
	if d.press("ctrl+c").see("Press Ctrl+C again to leave without it."); d.quit {
		t.Fatal("the first Ctrl+C ends the program")
	}
	if d.press("ctrl+c"); !d.quit {
		t.Fatalf("the second Ctrl+C does not end the program:\n%s", d.text())
	}
	want := `this is not saved: what you typed last in "The last time". What you are typing could not be saved: the disk is full. Make room and try again.`
	if err := d.app.flush(t.Context()); err == nil || err.Error() != want {
		t.Errorf("at the end: %v, want %s", err, want)
	}
	d.quit, d.keeper.refuse = false, nil
	d.press("ught").send(draftsDueMsg{})
	if text := d.see("Esc back (text kept)").text(); strings.Contains(text, "disk") {
		t.Errorf("all is on disk, and it is not said:\n%s", text)
	}
	if err := d.app.flush(t.Context()); err != nil {
		t.Errorf("at the end: %v", err)
	}
}

// TestReadingWithoutSaving: a lesson opens and can be read to its end where
// nothing can be saved. It is said throughout, and all of it is saved as soon as
// something can be.
func TestReadingWithoutSaving(t *testing.T) {
	c, dir := sample(t), t.TempDir()
	d := sitIn(t, dir, c, 80, 24).outline()
	d.keeper.refuse = errors.New("your place could not be saved: the disk is full")
	const notSaved = "! Your place is not saved for now. hearten tries again at each step."
	d.press("enter").see("Your place could not be saved", "r try again", "Esc go on without saving")
	d.press("esc").see("page 1 of", notSaved).press("enter").see("page 2 of", notSaved)
	d.press("ctrl+c").see(notSaved, "Press Ctrl+C again to leave without it.").press("enter").see("page 3 of")
	if err := d.app.flush(t.Context()); err == nil {
		t.Error("the program ends without a word on what is not saved")
	}
	d.keeper.refuse = nil
	d.press("enter", "enter").see("1 of 6 done", "√ 1  Describe")
	if strings.Contains(d.text(), "not saved") {
		t.Errorf("all is saved, and it is not said:\n%s", d.text())
	}
	sitIn(t, dir, c, 80, 24).outline().see("√ 1  Describe")
}

// TestDecisionsAreKept: what was read without saving goes with the next
// decision, which is not made without.
func TestDecisionsAreKept(t *testing.T) {
	c, dir := sample(t), t.TempDir()
	d := sitIn(t, dir, c, 80, 24).outline()
	d.keeper.refuse = errFull
	d.step(openMsg{"first", "tom"}).press("esc").see("decision 1", "not saved for now")
	d.press("1", "enter").see("decision 1", "the disk is full", "Esc leave it").press("esc").see("decision 1", "not saved for now")
	d.keeper.refuse = nil
	d.press("1", "enter").see("decision 2")
	sitIn(t, dir, c, 80, 24).outline().step(openMsg{"first", "tom"}).see("decision 2")
}

// TestLeavingAtOnceAsks where text is nowhere but in the program.
func TestLeavingAtOnceAsks(t *testing.T) {
	d := sit(t, sample(t), 80, 24).outline().step(openMsg{"first", "last-time"}).press("half")
	d.keeper.refuse = errFull
	d.send(draftsDueMsg{}).press("esc", "esc", "q").see("Press Ctrl+C again to leave without it.")
	if d.quit || !d.press("ctrl+c").quit {
		t.Error("q ends the program at once, or Ctrl+C does not")
	}
}

// TestLeavingDuringASaveThatFails ends the program all the same.
func TestLeavingDuringASaveThatFails(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("tom")
	d.slow, d.keeper.refuse = true, errFull
	if d.press("decide", "ctrl+c", "ctrl+c").catchUp(); !d.quit {
		t.Errorf("the program goes on:\n%s", d.text())
	}
}

func TestDraftsAreWrittenOnce(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("last-time").press("abc")
	if d.due != 1 {
		t.Errorf("%d drafts on their way after three keys, want 1", d.due)
	}
	d.send(draftsDueMsg{})
	if n := len(d.keeper.drafts); n != 1 || d.keeper.drafts[0].Text != "abc" {
		t.Fatalf("drafts written: %v, want abc", d.keeper.drafts)
	}
	d.press("tab", "tab")
	if d.due != 1 {
		t.Error("moving about puts a draft on its way")
	}
}

// TestDraftsComeBack: Esc never loses text, nor does the end of the program.
func TestDraftsComeBack(t *testing.T) {
	c, dir := sample(t), t.TempDir()
	d := sitIn(t, dir, c, 80, 24).activity("last-time").press("kept by Esc", "esc")
	d.activity("last-time").see("kept by Esc")
	d.press(" and by the end")
	if err := d.app.flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	sitIn(t, dir, c, 80, 24).activity("last-time").see("kept by Esc and by the end")
}

// TestTextsWaitForDrafts: a draft that is being written is never newer than
// the text that is saved after it.
func TestTextsWaitForDrafts(t *testing.T) {
	c, dir := sample(t), t.TempDir()
	d := sitIn(t, dir, c, 80, 24).activity("last-time").press("old")
	d.slow = true
	d.send(draftsDueMsg{})
	d.press(" and new", "tab", "tab", "enter")
	if len(d.waits) != 1 {
		t.Fatalf("%d things are written at once, want the draft alone", len(d.waits))
	}
	d.catchUp()
	d.activity("last-time").see("old and new")
	opened, err := d.keeper.Open(c, "first", "last-time")
	if err != nil || len(opened.Drafts) != 0 {
		t.Errorf("drafts after a save: %v, %v", opened.Drafts, err)
	}
}

// TestPasteIsText: ten thousand characters with line ends of every kind go
// into each field as text, and do nothing else.
func TestPasteIsText(t *testing.T) {
	pasted := ""
	for len(pasted) < 10_000 {
		pasted += "q1?\r\n" + "h l\r" + "c\n"
	}
	for activity, fields := range map[string]int{"last-time": 2, "monday": 4} {
		d := sit(t, sample(t), 80, 24).activity(activity)
		for range fields {
			d.send(tea.PasteMsg{Content: pasted}).press("tab")
		}
		for i, draft := range d.app.top().(writer).Drafts()[:fields] {
			if want := unixLines(pasted); draft.Text != want {
				t.Errorf("%s, field %d holds %d characters, want %d", activity, i, len(draft.Text), len(want))
			}
		}
	}
}

// TestFullFieldSaysSo: beyond its limit a field takes nothing, and says why.
func TestFullFieldSaysSo(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("last-time")
	d.send(tea.PasteMsg{Content: strings.Repeat("word ", fieldLimit)}).press("more")
	d.see("This field is full: it holds 10,000 characters.")
	if got := len(d.app.top().(writer).Drafts()[0].Text); got != fieldLimit {
		t.Errorf("the field holds %d characters, want %d", got, fieldLimit)
	}
}

func unixLines(s string) string {
	out := ""
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\r' && i+1 < len(s) && s[i+1] == '\n':
		case s[i] == '\r':
			out += "\n"
		default:
			out += string(s[i])
		}
	}
	return out[:min(len(out), fieldLimit)]
}
