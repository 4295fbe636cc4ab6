package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// TestKilled takes the module to its end at 80x24 and ends the program with
// SIGKILL in the middle of every activity. Started again, it shows the same
// screen.
func TestKilled(t *testing.T) {
	p := newPilot(t, t.TempDir())
	term := start(t, 80, 24, false, p.data)
	seen := map[course.Kind]bool{}
	for {
		up, more := p.next()
		if !more {
			break
		}
		term.see("Your course", up.Activity.Title)
		if !seen[up.Activity.Kind] {
			seen[up.Activity.Kind] = true
			term.press("enter")
			p.half(term, up)
			term = p.killed(t, term, up)
			p.rest(term, up)
			continue
		}
		p.takeScreen(term, up)
	}
	for _, kind := range []course.Kind{course.KindLesson, course.KindQuiz, course.KindScenario, course.KindReflection, course.KindPlan} {
		if !seen[kind] {
			t.Errorf("the course has no %s to be killed in", kind)
		}
	}
	term.press("esc")
	term.see("Press Ctrl+C again to leave")
	term.press("ctrl+c")
	if code := term.wait(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
}

// half goes into an activity as far as its middle, and waits until that is
// kept.
func (p pilot) half(term *terminal, up study.Up) {
	switch up.Activity.Kind {
	case course.KindLesson:
		term.see("page 1 of")
		p.change(term, "space")
		p.change(term, "space")
		p.await("the page", func() bool { return p.sitting(up).(study.Lesson).Block() > 5 })
	case course.KindQuiz:
		term.see("question 1 of")
		p.answerOne(term, p.sitting(up).(study.Quiz))
	case course.KindScenario:
		for n := 1; n <= 2; n++ {
			s := p.sitting(up).(study.Scenario)
			p.pick(term, p.choice(s))
			p.change(term, "enter")
		}
	case course.KindTension:
		term.see("both are needed")
		for !strings.Contains(term.text(), "► Write on the map") {
			p.change(term, "enter")
		}
		term.press("enter")
		term.see("About your own team")
		p.typeHalf(term, up)
	default:
		term.see("only on this computer")
		p.typeHalf(term, up)
	}
}

// typeHalf types the beginning of a text, and waits until that is kept.
func (p pilot) typeHalf(term *terminal, up study.Up) {
	text := "my " + string(up.Activity.Kind) + " was loud and I"
	term.press(text)
	term.see(text)
	p.await("the draft", func() bool { return strings.Contains(p.drafts(), text) })
}

// killed kills the program and starts it again, up to the same screen.
func (p pilot) killed(t *testing.T, term *terminal, up study.Up) *terminal {
	t.Helper()
	before := term.text()
	term.kill()
	term = start(t, 80, 24, false, p.data)
	term.see("Continue: ", up.Activity.Title)
	term.press("enter")
	term.until("see the screen before the kill:\n"+before, func(text string) bool { return text == before })
	return term
}

// rest takes the activity to its end.
func (p pilot) rest(term *terminal, up study.Up) {
	switch up.Activity.Kind {
	case course.KindLesson:
		p.readOn(term)
	case course.KindQuiz:
		p.answerAll(term, up)
	case course.KindScenario:
		p.playOn(term, up)
		p.debriefKilled(term, up)
		return
	case course.KindTension:
		p.fill(term, up)
	default:
		p.write(term, texts(up))
		p.save(term)
	}
	term.see("Your course")
}

// debriefKilled is killed once more, in the middle of what the learner says
// to the story, and goes on to the end.
func (p pilot) debriefKilled(term *terminal, up study.Up) {
	for !strings.Contains(term.text(), "step 2 of 4") {
		p.change(term, "enter")
	}
	term.press("I think it turned")
	p.await("the draft", func() bool { return strings.Contains(p.drafts(), "I think it turned") })
	term.see("I think it turned")
	p.write(term, texts(up))
	term.press("enter")
	term.see("step 3 of 4")
	for !strings.Contains(term.text(), "step 4 of 4") {
		p.change(term, "enter")
	}
	term.press("esc")
	term.see("Your course")
}

// drafts is all that is kept of what is being typed.
func (p pilot) drafts() string {
	var all strings.Builder
	names, _ := filepath.Glob(filepath.Join(p.data, "drafts", "*.json"))
	for _, name := range names {
		raw, _ := os.ReadFile(name)
		all.Write(raw)
	}
	return all.String()
}

// await waits for something in the data folder. It looks whenever a file
// changes there.
func (p pilot) await(what string, there func() bool) {
	p.t.Helper()
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		p.t.Fatal(err)
	}
	defer watcher.Close()
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	for {
		for _, dir := range []string{p.data, filepath.Join(p.data, "drafts")} {
			_ = watcher.Add(dir) // the second one is made with the first draft
		}
		if there() {
			return
		}
		select {
		case <-watcher.Events:
		case err := <-watcher.Errors:
			p.t.Fatal(err)
		case <-deadline.C:
			p.t.Fatalf("%s was not kept", what)
		}
	}
}

// TestSilentTerminal: a terminal that answers no query costs nothing. The
// home screen comes up, takes keys, and leaves; so does --help.
func TestSilentTerminal(t *testing.T) {
	term := start(t, 80, 24, true, t.TempDir())
	term.see("Leading with care", "Begin: ")
	term.press("enter")
	term.see("page 1 of")
	term.press("esc")
	term.see("Continue: ")
	term.press("ctrl+c")
	term.see("Press Ctrl+C again to leave")
	term.press("ctrl+c")
	if code := term.wait(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
	help := start(t, 80, 60, true, t.TempDir(), "--help")
	help.see("Exit codes: 0 fine")
	if code := help.wait(); code != 0 {
		t.Errorf("--help ended with %d", code)
	}
}
