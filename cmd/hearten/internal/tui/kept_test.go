package tui

import (
	"testing"

	"hearten/cmd/hearten/internal/study"
)

// TestTextKept leaves each form after typing and comes back to it, by Esc or
// by a save: what was typed last stands there, and in the drafts.
func TestTextKept(t *testing.T) {
	write := []string{"end", "enter"}
	mark := []string{"end", "down", "enter", "up"}
	tests := []struct {
		name            string
		at              openMsg
		keys            []string
		want            string
		leave, comeBack []string
	}{
		{"the boxes of a map", openMsg{"second", "both"}, write, "twice", []string{"esc"}, write},
		{"by its button", openMsg{"second", "both"}, write, "twice", []string{"shift+tab", "enter"}, write},
		{"the note on a mark", openMsg{"second", "both"}, mark, "late again", []string{"esc"}, mark},
		{"a reflection", openMsg{"first", "last-time"}, nil, "twice", []string{"esc"}, nil},
		{"a plan", openMsg{"first", "monday"}, nil, "twice", []string{"esc"}, nil},
		{"a debrief", openMsg{"first", "tom"}, []string{"1", "enter", "1", "enter", "enter"}, "twice", []string{"esc"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := sit(t, sample(t), 80, 24).outline().step(tt.at).press(tt.keys...).press(tt.want)
			d.send(draftsDueMsg{}).press(tt.leave...).press(tt.comeBack...)
			if tt.comeBack == nil {
				d.step(tt.at)
			}
			d.see("> " + tt.want).press("!")
			d.send(draftsDueMsg{})
			last := d.keeper.drafts[len(d.keeper.drafts)-1]
			if last.Text != tt.want+"!" {
				t.Errorf("the last draft says %q, want %q:\n%s", last.Text, tt.want+"!", d.text())
			}
		})
	}
}

// TestSavedIsNewer: an older draft does not come back over the text that was
// saved after it.
func TestSavedIsNewer(t *testing.T) {
	c, dir := sample(t), t.TempDir()
	d := sitIn(t, dir, c, 80, 24).outline().tension("end", "enter", "old")
	d.send(draftsDueMsg{})
	d = sitIn(t, dir, c, 80, 24).outline().tension().see("> old")
	d.press(" and new", "shift+tab", "shift+tab", "enter").see("Saved.").press("end", "enter").see("> old and new")
}

// TestDraftsOverDisk: what is typed is there again even where no draft of it
// reached the disk, or has not yet.
func TestDraftsOverDisk(t *testing.T) {
	d := sit(t, sample(t), 80, 24).outline().step(openMsg{"first", "last-time"}).press("first")
	d.send(draftsDueMsg{}).press(", then")
	d.keeper.refuse = errFull
	d.press("esc").step(openMsg{"first", "last-time"}).see("> first, then")
	d.keeper.refuse = nil
	d.send(draftsDueMsg{})
	want := study.Draft{Module: "first", Activity: "last-time", Field: d.app.top().(writer).Drafts()[0].Field, Text: "first, then"}
	if last := d.keeper.drafts[len(d.keeper.drafts)-1]; last != want {
		t.Errorf("the draft is %v, want %v", last, want)
	}
}
