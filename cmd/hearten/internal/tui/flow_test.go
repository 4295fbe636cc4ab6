package tui

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"hearten/course"
	"hearten/quiz"
)

// TestKeysInWordsOut takes each activity with keys and reads the screen.
func TestKeysInWordsOut(t *testing.T) {
	tests := []struct {
		name, activity string
		keys           []string
		want           []string
	}{
		{"the next page", "describe", []string{"space"}, []string{"page 2 of", "What it sounds like"}},
		{"and back", "describe", []string{"right", "left"}, []string{"page 1 of"}},
		{"one line on", "describe", []string{"down"}, []string{"A label ends"}},
		{"to its end", "describe", []string{"enter", "enter", "enter"}, []string{"1 of 6 done", "► ○ 2  Check yourself"}},
		{"and when it was done before", "describe", []string{"enter", "enter", "enter", "up", "enter", "esc"}, []string{"► √ 1  Describe", "done 2 Mar"}},
		{"left before", "describe", []string{"enter", "esc"}, []string{"0 of 6 done", "► ● 1  Describe", "begun"}},
		{"stops at the last thing to do", "check", []string{"down", "down", "down", "down", "down"}, []string{"► Ask me how sure I am"}},
		{"a hint by Enter", "check", []string{"down", "down", "down", "down", "enter"}, []string{"Which of them could Tom check?", "Show another hint"}},
		{"hints come to an end", "check", []string{"h", "h", "h"}, []string{"Only one has a time in it."}},
		{"space picks nothing by itself", "check", []string{"down", "down", "space"}, []string{"► 2", "question 1 of 3"}},
		{"a wrong answer comes back", "check", []string{"1", "enter", "enter", "1", "3", "enter", "enter", "1", "enter", "enter"}, []string{"Here it is once more.", "Tom talks over"}},
		{"a tick and back", "check", []string{"2", "enter", "enter", "1", "space"}, []string{"□ 1  Two totals"}},
		{"nothing ticked", "check", []string{"2", "enter", "enter", "down", "enter"}, []string{"You have picked nothing yet"}},
		{"read again", "check", []string{"2", "enter", "l"}, []string{"Describe, then ask", "page 1 of"}},
		{"read again, and back", "check", []string{"2", "enter", "l", "esc"}, []string{"Good choice."}},
		{"taken again", "check", []string{"2", "enter", "enter", "1", "3", "enter", "enter", "1", "enter", "enter", "down", "enter"}, []string{"question 1 of 3"}},
		{"nothing is decided by Enter alone", "tom", []string{"enter", "enter", "enter"}, []string{"decision 1", "Choose first: ↑↓ or a number."}},
		{"nor answered", "check", []string{"enter", "enter"}, []string{"question 1 of 3", "Choose first: ↑↓ or a number."}},
		{"the coach", "tom", []string{"down", "down", "down", "enter"}, []string{"Coach  What do you know"}},
		{"the coach decides nothing", "tom", []string{"c", "enter"}, []string{"decision 1", "Choose first"}},
		{"a decision by digit", "tom", []string{"2", "enter"}, []string{"decision 2", "He waits in the corridor", "▲ up 1"}},
		{"meters in words", "tom", []string{"decide", "l"}, []string{"Hours left: 3 of 6, down 1."}},
		{"the learner speaks first", "tom", []string{"2", "enter", "decide", "enter"}, []string{"step 2 of 4", "Where did it turn"}},
		{"step back from the path", "tom", []string{"2", "enter", "decide", "enter", "he left", "tab", "enter", "left"}, []string{"> he left"}},
		{"replay from a decision", "tom", []string{"decide", "decide", "enter", "tab", "enter", "2"}, []string{"decision 2", "He turns the laptop"}},
		{"tried roads are marked", "tom", []string{"decide", "decide", "enter", "tab", "enter", "2", "2", "enter", "enter", "tab", "enter", "down"}, []string{"tried 2 March", "2 of 2 endings seen; before: Two heads"}},
		{"the path opens at its first decision", "tom", []string{"decide", "decide", "enter", "tab", "enter"}, []string{"► 1  ●", "It starts from what he did."}},
		{"Enter reads on through it", "tom", []string{"decide", "decide", "enter", "tab", "enter", "enter"}, []string{"► 2  ●", "He would rather have done it himself."}},
		{"and then to the expert", "tom", []string{"decide", "decide", "enter", "tab", "enter", "enter", "enter"}, []string{"► On to the expert's view"}},
		{"what went out of reach", "tom", []string{"2", "enter", "decide", "enter", "tab", "enter"}, []string{"After this, a good ending was out of reach."}},
		{"replay from the one in focus", "tom", []string{"decide", "decide", "enter", "tab", "enter", "down", "r"}, []string{"decision 2"}},
		{"the path as a list", "tom", []string{"decide", "decide", "enter", "tab", "enter", "l"}, []string{"Of the meters, higher is better for Tom's trust and Hours left;", "Tom's trust 4 of 6, up 1; Hours left 3 of 6, down 1; Noise", "It gets done, and he learns that you do it."}},
		{"the plan after the expert", "tom", []string{"decide", "decide", "enter", "tab", "enter", "enter", "enter", "enter", "end", "up", "up", "up", "up", "enter"}, []string{"only on this computer", "If or when"}},
		{"the map", "tom", []string{"m"}, []string{"► 1  Tom stands at your door at four.", "● you are here", "├─○ \"Show me where you have looked.\"", "└─○ \"Leave it with me.\"", "0 of 2 endings seen"}},
		{"the map by Enter", "tom", []string{"decide", "down", "down", "down", "enter"}, []string{"Map: Tom at four", "► 2", "► 2  He turns the laptop around."}},
		{"the map, and back", "tom", []string{"decide", "m", "esc"}, []string{"decision 2"}},
		{"Enter reads on in the map", "tom", []string{"decide", "m", "1", "enter"}, []string{"Map: Tom at four", "► 2  He turns"}},
		{"a hint, and back at the answer", "check", []string{"down", "down", "down", "down", "enter", "enter"}, []string{"Hint  Which", "Ask me how sure I am", "Choose first"}},
		{"a picker stays where it is", "monday", []string{"shift+tab", "shift+tab", "shift+tab"}, []string{"\n  ► Ask me about it on  "}},
		{"and without the keys too", "monday", nil, []string{"\n    Ask me about it on  "}},
		{"the map as a list", "tom", []string{"decide", "m", "l"}, []string{"● \"Show me where you have looked.\"  led to scene 2, this time", "not tried"}},
		{"the map of an ended story", "tom", []string{"decide", "decide", "m"}, []string{"√ Two heads  a good ending  this time", "1 of 2 endings seen", "► the end"}},
		{"an action by its name", "tom", []string{"ctrl+p", "coa", "enter"}, []string{"Coach  What do you know"}},
		{"a number by its name", "tom", []string{"ctrl+p", "choice number 2", "enter"}, []string{"► 2  \"Leave it with me.\""}},
		{"no action of that name", "tom", []string{"ctrl+p", "zzz"}, []string{"Nothing here goes by these letters."}},
		{"letters taken back", "tom", []string{"ctrl+p", "coaz", "backspace"}, []string{"> coa", "► coach"}},
		{"all actions, and back", "tom", []string{"ctrl+p", "coa", "esc"}, []string{"decision 1"}},
		{"all actions while typing", "last-time", []string{"one", "ctrl+p", "next", "enter", "two"}, []string{"> one\n", "> two"}},
		{"Enter is a new line", "last-time", []string{"one", "enter", "two"}, []string{"> one\n    two"}},
		{"an arrow leaves the last line", "last-time", []string{"one", "down", "two"}, []string{"> one\n", "> two"}},
		{"saved", "last-time", []string{"one", "tab", "tab", "enter"}, []string{"Saved.", "√ 4  The last time"}},
		{"put off", "last-time", []string{"one", "tab", "tab", "tab", "enter"}, []string{"Put off. What you typed is kept.", "→ 4  The last time", "put off", "0 of 6 done"}},
		{"letters are text", "last-time", []string{"?qhl1 "}, []string{"> ?qhl1"}},
		{"half a plan", "monday", []string{"Monday", "shift+tab", "shift+tab", "enter"}, []string{"A plan needs two things"}},
		{"a plan", "monday", []string{"Monday", "tab", "ask", "tab", "tab", "tab", "right", "tab", "enter"}, []string{"Saved. You will be asked about it on 16 March."}},
		{"a plan nobody asks about", "monday", []string{"Monday", "tab", "ask", "tab", "tab", "tab", "right", "right", "tab", "enter"}, []string{"— Saved.\n"}},
		{"broken", "broken", nil, []string{"cannot be shown", "Its author can run hearten lint"}},
	}
	c := sample(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sit(t, c, 80, 24).activity(tt.activity).press(tt.keys...).see(tt.want...)
		})
	}
}

// TestResumes leaves each kind of activity in its middle, by the hard way,
// and finds the same screen again.
func TestResumes(t *testing.T) {
	tests := []struct {
		activity string
		keys     []string
		want     string
	}{
		{"describe", []string{"enter"}, "page 2 of"},
		{"check", []string{"2", "enter"}, "Good choice."},
		{"check", []string{"2", "enter", "enter"}, "question 2 of 3"},
		{"tom", []string{"decide"}, "decision 2"},
		{"tom", []string{"decide", "decide", "enter"}, "step 2 of 4"},
		{"tom", []string{"decide", "decide", "enter", "tab", "enter"}, "step 3 of 4"},
	}
	c := sample(t)
	for _, tt := range tests {
		dir := t.TempDir()
		before := sitIn(t, dir, c, 80, 24).activity(tt.activity).press(tt.keys...).see(tt.want).text()
		after := sitIn(t, dir, c, 80, 24).activity(tt.activity).see(tt.want).text()
		if tt.activity != "check" && after != before {
			t.Errorf("%s after %v: got\n%s\nwant\n%s", tt.activity, tt.keys, after, before)
		}
	}
}

// TestLookingBackResumes: a debrief that was left in its middle, by Esc or by
// the hard way, is what home offers first, until its last step is reached or
// something else is begun.
func TestLookingBackResumes(t *testing.T) {
	c, dir := sample(t), t.TempDir()
	const looking = "► Continue: Tom at four, looking back"
	d := sitIn(t, dir, c, 80, 24).activity("tom").press("decide", "decide", "enter", "half a tho")
	d.send(draftsDueMsg{})
	d = sitIn(t, dir, c, 80, 24).see(looking, "Next: ").press("enter").see("step 2 of 4", "> half a tho").press("esc").see(looking)
	d.press("down", "enter", "esc")
	if strings.Contains(d.text(), "looking back") {
		t.Errorf("another activity was begun since:\n%s", d.text())
	}
	d = sitIn(t, dir, c, 80, 24).activity("tom").press("tab", "enter").see("step 3 of 4").home().see(looking)
	d.press("enter").see("step 3 of 4").press("end", "enter").see("step 4 of 4").press("left").see("step 3 of 4").home()
	if strings.Contains(d.text(), "looking back") {
		t.Errorf("the last step was reached:\n%s", d.text())
	}
}

// TestReplayIsDropped: a replay that was left half-way leads back to the
// debrief that it began in, by a key, by an item and by name.
func TestReplayIsDropped(t *testing.T) {
	c := sample(t)
	for _, way := range [][]string{{"b"}, {"end", "down", "down", "down", "down", "down", "enter"}, {"ctrl+p", "debrief", "enter"}} {
		dir := t.TempDir()
		d := sitIn(t, dir, c, 80, 24).activity("tom").press("decide", "decide", "enter", "here", "tab", "enter").see("step 3 of 4", "Two heads")
		d.press("2").see("decision 2", "b back to the debrief").press("esc")
		d = sitIn(t, dir, c, 80, 24).activity("tom").see("decision 2")
		d.press(way...).see("step 3 of 4", "Two heads", "The replay is dropped.")
		d = sitIn(t, dir, c, 80, 24).activity("tom").see("step 3 of 4", "Two heads", "1 of 2 endings seen")
		d.press("1").see("decision 1").press("decide", "decide").see("Debrief", "step 1 of 4")
	}
	if text := sit(t, c, 80, 24).activity("tom").press("decide").text(); strings.Contains(text, "debrief") {
		t.Errorf("the first play has no debrief to go back to:\n%s", text)
	}
}

// TestWholeCourse walks from the first screen to the last by Enter, arrows,
// Tab and text alone, always from where home says to go on.
func TestWholeCourse(t *testing.T) {
	d := sit(t, sample(t), 80, 24)
	d.press("enter", "enter", "enter", "enter").see("Next: Check yourself")
	d.press("enter").answerAll().see("You answered all 2 at the first try.")
	d.press("enter").see("Next: Tom at four")
	d.press("enter", "down", "enter", "down", "enter", "enter", "here", "tab", "enter").see("step 3 of 4")
	d.press("enter", "enter", "enter").see("The expert's view").press("enter", "enter").see("Next: The last time")
	d.press("enter", "so", "tab", "tab", "enter").see("Saved.", "Next: One plan")
	d.press("enter", "then", "tab", "this", "tab", "tab", "tab", "tab", "enter").see("Saved.", "5 of 6")
	d.activity("broken").press("esc").home()
	d.step(openMsg{"second", "pause"}).press("enter").see("6 of 8 activities done")
}

// TestOutlineKeepsItsPlace: what was left keeps the focus, also where it is
// not the first that is to be done; what was finished hands it on.
func TestOutlineKeepsItsPlace(t *testing.T) {
	d := sit(t, sample(t), 80, 24).outline()
	d.press("down", "down", "down", "enter", "tab", "tab", "tab", "enter").see("→ 4  The last time", "► ○ 5  One plan")
	d = sit(t, sample(t), 80, 24).outline()
	d.press("down", "down", "enter").see("decision 1").press("esc").see("► ● 3  Tom at four")
	d.press("down", "enter", "so", "tab", "tab", "enter").see("√ 4  The last time", "► ○ 5  One plan")
	d.press("up", "enter", "esc").see("► √ 4  The last time")
	d.press("up", "up", "up", "enter", "enter", "enter", "enter").see("√ 1  Describe", "► ○ 2  Check yourself")
}

// TestHelpAfterAFailedSave: the keys are named, and the way on is still there.
func TestHelpAfterAFailedSave(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("tom")
	d.keeper.refuse = errFull
	d.press("decide").see("r try again   Esc leave it   ? help")
	d.press("?").see("Keys here", "try again", "leave it").press("esc").see("r try again")
	d.keeper.refuse = nil
	d.press("ctrl+p", "again", "enter").see("decision 2")
}

// answerAll answers a quiz rightly, whatever the order of its questions.
func (d *desk) answerAll() *desk {
	for range 10 {
		asked, more := d.app.top().(quizScreen).quiz.Question()
		if !more {
			break
		}
		for _, o := range asked.Options {
			d.press("down")
			if o.Right && asked.Kind == quiz.KindChoices {
				d.press("space")
			}
			if o.Right && asked.Kind == quiz.KindChoice {
				break
			}
		}
		d.press("enter", "enter")
	}
	return d
}

// TestEditedSince says that an activity is not as it was left.
func TestEditedSince(t *testing.T) {
	course := func(text string) map[string]string {
		return map[string]string{
			"course.yaml":   "format: 1\nid: edited-a1b2c3\ntitle: Edited\nversion: 1.0.0\nlanguage: en\nmodules: [m]\n",
			"m/module.yaml": "format: 1\nid: m\ntitle: M\nsummary: One.\nactivities:\n  - lesson: l\n    title: L\n    minutes: 1\n    text: " + text + "\n",
		}
	}
	dir := t.TempDir()
	sitIn(t, dir, courseOf(course("Before.")), 80, 24).press("enter").see("Before.")
	d := sitIn(t, dir, courseOf(course("After.")), 80, 24).press("enter").see("After.", "Its author has edited this since you were here.")
	if strings.Contains(d.press("up").text(), "edited this") {
		t.Errorf("it is said more than once:\n%s", d.text())
	}
}

// TestParks: a third plan asks which of two makes room.
func TestParks(t *testing.T) {
	files := map[string]string{
		"course.yaml":   "format: 1\nid: plans-a1b2c3\ntitle: Plans\nversion: 1.0.0\nlanguage: en\nmodules: [m]\n",
		"m/module.yaml": "format: 1\nid: m\ntitle: Plans\nsummary: Three of them.\nactivities:\n",
	}
	for _, id := range []string{"one", "two", "three"} {
		files["m/module.yaml"] += "  - plan: " + id + "\n    title: Plan " + id + "\n    minutes: 2\n"
	}
	d := sit(t, courseOf(files), 80, 24)
	for _, id := range []string{"one", "two", "three"} {
		d.step(openMsg{"m", id}).press("when "+id, "tab", "do "+id, "tab", "tab", "tab", "tab", "enter")
	}
	d.see("Which one would you park?", "do one", "do two")
	d.press("esc").see("> when three").press("enter")
	d.press("down", "enter").see("Saved.")
	d.now = d.now.AddDate(0, 0, 9)
	if n := strings.Count(d.home().text(), "how did it go?"); n != 2 {
		t.Errorf("asked about %d plans, want the two that are open:\n%s", n, d.text())
	}
}

// TestCheckIn keeps each answer and says so.
func TestCheckIn(t *testing.T) {
	for i, a := range answers() {
		d := sit(t, sample(t), 80, 24).planned()
		d.now = d.now.Add(9 * 24 * time.Hour)
		d.home().press("down", "enter", string(rune('1'+i)), "enter").see(a.said)
	}
}

// TestSuspend: Ctrl+Z keeps what is typed and gives the terminal back; the
// screen is as it was.
func TestSuspend(t *testing.T) {
	d := sit(t, sample(t), 80, 24).activity("last-time").press("half a tho")
	before := d.text()
	d.slow = true
	d.send(tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl})
	var all []tea.Msg
	for _, cmd := range d.waits {
		if batch, ok := cmd().(tea.BatchMsg); ok {
			for _, c := range batch {
				all = append(all, c())
			}
			continue
		}
		all = append(all, cmd())
	}
	if !slices.ContainsFunc(all, func(m tea.Msg) bool { _, is := m.(tea.SuspendMsg); return is }) {
		t.Errorf("the program does not stop: %v", all)
	}
	if len(d.keeper.drafts) == 0 || d.text() != before {
		t.Errorf("%d drafts are kept, and it shows\n%s", len(d.keeper.drafts), d.text())
	}
	d.press("?").see("half a tho?")
}

// TestTurnToIsSaidOnce: a page that begins with its name does not say it twice.
func TestTurnToIsSaidOnce(t *testing.T) {
	d := sit(t, sample(t), 80, 24).step(pushMsg{screen: newTurnTo("# Whom to turn to\n\nYour own manager.\n")})
	if text := d.see("Your own manager.").text(); strings.Count(text, turnTo) != 1 {
		t.Errorf("it is said more than once:\n%s", text)
	}
}

func TestEmptyCourses(t *testing.T) {
	head := "format: 1\nid: empty-a1b2c3\ntitle: Nothing yet\nversion: 1.0.0\nlanguage: en\n"
	tests := []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"no modules", map[string]string{"course.yaml": head + "modules: []\n"}, "There is nothing in this course yet"},
		{"a module that is not there", map[string]string{"course.yaml": head + "modules: [gone]\n"}, "Nothing yet"},
	}
	for _, tt := range tests {
		d := sit(t, courseOf(tt.files), 80, 24)
		d.press("enter", "down", "tab", "space", "?", "esc").see(tt.want)
	}
}

// TestHomeShowsNoText: what a learner wrote is never on the first screen.
func TestHomeShowsNoText(t *testing.T) {
	d := sit(t, sample(t), 120, 40).planned()
	d.now = d.now.AddDate(0, 0, 15)
	text := d.home().see("Your plan of 2 March: how did it go?").text()
	for _, secret := range []string{"Monday ends", "ask T.", "I am late", "mail him"} {
		if strings.Contains(text, secret) {
			t.Errorf("home shows %q:\n%s", secret, text)
		}
	}
}

// TestEveryKindHasAScreen opens one activity of each kind.
func TestEveryKindHasAScreen(t *testing.T) {
	c := sample(t)
	var kinds []course.Kind
	for _, m := range c.Modules {
		for _, a := range m.Activities {
			d := sit(t, c, 80, 24).outline().step(openMsg{m.ID, a.ID})
			if !a.Broken && a.ID != "broken" && len(d.app.stack) != 3 {
				t.Errorf("%s does not open:\n%s", a.ID, d.text())
			}
			kinds = append(kinds, a.Kind)
		}
	}
	for _, k := range course.Kinds() {
		if !slices.Contains(kinds, k) {
			t.Errorf("the sample course has no %s", k)
		}
	}
}

// TestModuleLeadsOn: at the end of a module the next one is an Enter away, and
// home greets nobody twice.
func TestModuleLeadsOn(t *testing.T) {
	page := func(id string) string {
		return "format: 1\nid: " + id + "\ntitle: Module " + id + "\nactivities:\n  - {lesson: l, title: Lesson of " + id + ", minutes: 1, text: Words.}\n"
	}
	c := courseOf(map[string]string{
		"course.yaml":   "format: 1\nid: c\ntitle: C\nmodules: [a, b]\n",
		"a/module.yaml": page("a"), "b/module.yaml": page("b"),
	})
	d := sit(t, c, 80, 24).press("down", "enter")
	d.press("enter", "enter").see("√ 1  Lesson of a", "► Next module: Module b")
	d.press("enter").see("► ○ 1  Lesson of b").press("esc").see("Next: Lesson of b")
	if strings.Contains(d.text(), "Good to see you.") {
		t.Errorf("home greets one who has only come back:\n%s", d.text())
	}
	d.press("enter", "enter").see("You have been through all of it.")
}
