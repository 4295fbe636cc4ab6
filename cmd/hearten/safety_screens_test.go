package main

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"hearten/course/source"
	"hearten/progress"
)

// hostileJournal writes words that steer a terminal into every kind of event
// that holds words, as somebody could who sends a journal on.
func hostileJournal(t *testing.T, dir string) {
	t.Helper()
	j, err := progress.Open(dir, "hostile-a1b2c3")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.ToValidUTF8("pwned"+strings.Join(steering(), " "), "")
	in := func(activity string, d progress.Data) progress.Entry {
		return progress.Entry{At: morning, Module: "m", Activity: activity, Run: "r-" + activity, Data: d}
	}
	_, err = j.Append(context.Background(),
		in("r0", progress.Started{}), in("r0", progress.Wrote{Field: source.HashID("words"), Asked: words, Text: words}), in("r0", progress.Finished{Result: words}),
		in("q", progress.Started{Draw: []string{"q0"}}), in("q", progress.Answered{Question: "q0", Asked: words, Picked: []string{words}, Words: []string{words}, Sure: words}),
		in("s", progress.Started{}), in("s", progress.Chose{Scene: "a", Choice: "x", Words: words, To: "e", Flags: []string{words}}),
		in("p", progress.Started{}), in("p", progress.Planned{When: words, Will: words, Obstacle: words, Then: words, AskOn: "2026-01-02"}),
	)
	if err != nil {
		t.Fatal(err)
	}
}

// TestATerminalIsSafe reads all bytes that the screens send to a terminal,
// over courses that mean harm and a journal that does: styles, cursor moves
// and modes are the program's own (S-4), the window has one title (S-5), and
// nobody touches the clipboard (S-8).
func TestATerminalIsSafe(t *testing.T) {
	courses := hostileCourses()
	plainWords := words(func() []string { return []string{"words"} })
	for name, f := range map[string]folder{"a journal": plainWords, "links": courses["S-7 links, and what is said of them"], "entities": courses["S-1 entities that a renderer resolves"], "others": courses["S-12 what other programs would execute"]} {
		t.Run(name, func(t *testing.T) {
			dir, data := t.TempDir(), t.TempDir()
			f.write(t, dir)
			hostileJournal(t, data)
			term := start(t, 120, 40, false, data, "--course", dir)
			if home := term.see("Your course"); name == "a journal" && strings.Contains(home, "pwned") {
				t.Errorf("home shows what the learner wrote:\n%s", home)
			}
			for _, key := range []string{"?", "\x10", "enter"} {
				term.press(key)
				term.until("leave home", func(text string) bool { return !strings.Contains(text, "Your course") })
				term.press("esc")
				term.see("Your course")
			}
			term.press("ctrl+c")
			term.see("Press Ctrl+C again to leave")
			term.press("ctrl+c")
			term.wait()
			isOurs(t, term.raw())
		})
	}
}

// TestWordsOfALearnerStay: what a learner wrote is in no report that others
// may see.
func TestWordsOfALearnerStay(t *testing.T) {
	dir, data := t.TempDir(), t.TempDir()
	words(func() []string { return []string{"words"} }).write(t, dir)
	hostileJournal(t, data)
	for _, command := range []string{"status", "status --json", "list", "list --json", "table " + dir, "lint " + dir, "test " + dir, "progress path", "graph m/s"} {
		r := runIn(t, data, append(strings.Fields(command), "--course", dir)...)
		r.isSafe(t)
		if strings.Contains(r.out+r.err, "pwned") {
			t.Errorf("hearten %s tells what the learner wrote:\n%s", command, r.out+r.err)
		}
	}
	if r := runIn(t, data, "--plain", "--course", dir); !strings.Contains(r.out, "Home.") {
		t.Errorf("the course cannot be taken over that journal:\n%s%s", r.out, r.err)
	} else {
		r.isSafe(t)
	}
}

// isOurs holds that all escapes are of the kinds that the program sends.
func isOurs(t *testing.T, raw string) {
	t.Helper()
	sequence := regexp.MustCompile(`\x1b(?:\[[0-9:;<=>?]*[ !"$'*+]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_].*?\x1b\\|[^\[\]PX^_])`)
	for _, s := range sequence.FindAllString(raw, -1) {
		body := strings.TrimSuffix(strings.TrimSuffix(s, "\x07"), "\x1b\\")
		switch {
		case strings.HasPrefix(s, "\x1b]8;"):
			if to := body[strings.LastIndexByte(body, ';')+1:]; to != "" && !source.SafeLink(to) {
				t.Errorf("a link leads to %q", to)
			}
		case strings.HasPrefix(s, "\x1b]"):
			if body != "\x1b]2;hearten" && body != "\x1b]2;" && body != "\x1b]11;?" {
				t.Errorf("the terminal is told %q", s)
			}
		case strings.HasPrefix(s, "\x1b[") && (strings.Contains(s, "66") && strings.HasSuffix(s, "6H") || s == "\x1b[5;8m"), strings.ContainsAny(s[1:2], "PX^_"):
			t.Errorf("the terminal is told %q", s)
		}
	}
	rest := strings.NewReplacer("\r", "", "\b", "").Replace(sequence.ReplaceAllString(raw, ""))
	if at := strings.IndexFunc(rest, source.Unsafe); at >= 0 {
		t.Errorf("the terminal is sent %q", rest[max(0, at-30):min(len(rest), at+30)])
	}
}
