package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"

	"hearten/cmd/hearten/internal/cli"
	"hearten/cmd/hearten/internal/study"
	"hearten/quiz"
)

var morning = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// world is a machine on which it is always the same morning, and every run
// has the same id, so that two front ends draw the same questions.
func world(in io.Reader, out io.Writer, terminal bool) cli.World {
	return cli.World{
		In: in, Out: out, Err: out,
		Env: func(string) string { return "" }, Environ: []string{"TERM=xterm-256color"},
		Now: func() time.Time { return morning }, NewID: func(time.Time) string { return "01KJP2S5800000000000000000" },
		Terminal: terminal,
	}
}

// TestBothFrontEnds takes the whole bundled course on the screens and line by
// line, with the same answers, and compares the journals.
func TestBothFrontEnds(t *testing.T) {
	screens := newPilot(t, filepath.Join(t.TempDir(), "screens"))
	screens.takeScreens(t, 80, 24)
	lines := newPilot(t, filepath.Join(t.TempDir(), "lines"))
	lines.takeLines(t)
	a, b := strings.Split(screens.told(), "\n"), strings.Split(lines.told(), "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("the journals differ from event %d on.\nThe screens':\n%s\nThe lines':\n%s", i, strings.Join(a[i:], "\n"), strings.Join(b[i:], "\n"))
		}
	}
	if _, more := screens.next(); more {
		t.Error("the course was not taken to its end")
	}
}

// takeLines takes the course line by line, to its end.
func (p pilot) takeLines(t *testing.T) {
	in, typed := io.Pipe()
	out := &transcript{changed: make(chan struct{}, 1)}
	ended := make(chan int, 1)
	go func() { ended <- cli.Main([]string{"--plain", "--data", p.data}, world(in, out, false)) }()
	written := 0
	for n := 0; ; n++ {
		if n > 1000 {
			t.Fatalf("the course does not end:\n%s", out.String()[max(0, out.text.Len()-2000):])
		}
		prompt := out.prompt(t, ended)
		line := p.line(prompt, &written)
		if _, err := io.WriteString(typed, line+"\n"); err != nil {
			t.Fatal(err)
		}
		if line == "q" {
			break
		}
	}
	if code := <-ended; code != 0 {
		t.Fatalf("it ended with %d:\n%s", code, out)
	}
	if strings.ContainsAny(out.String(), "\x1b\r\a\b") {
		t.Error("plain mode wrote more than lines")
	}
}

// line is what to type at a prompt. Written counts the texts written so far
// in the activity.
func (p pilot) line(prompt string, written *int) string {
	up, more := p.next()
	if !more && !strings.Contains(prompt, "expert view") && !strings.Contains(prompt, "to finish") {
		return "q"
	}
	if strings.HasSuffix(prompt, "Your text:") {
		*written++
		return texts(p.here())[*written-1] + "\n."
	}
	*written = 0
	if strings.Contains(prompt, "Enter") || !more {
		return ""
	}
	switch s := p.sitting(up).(type) {
	case study.Quiz:
		asked, _ := s.Question()
		if asked.Kind == quiz.KindMatch {
			i := slices.IndexFunc(asked.Pairs, func(pair quiz.Pair) bool { return strings.HasPrefix(prompt, pair.Left) })
			return fmt.Sprint(p.answer(s)[i])
		}
		return strings.Trim(fmt.Sprint(p.answer(s)), "[]")
	case study.Scenario:
		return fmt.Sprint(p.choice(s))
	case study.Plan:
		return "1" // which plan to park
	}
	p.t.Fatalf("nothing to type at %q", prompt)
	return ""
}

// transcript is what was written, and a sign whenever there is more.
type transcript struct {
	mu      sync.Mutex
	text    bytes.Buffer
	read    int
	changed chan struct{}
}

func (o *transcript) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	select {
	case o.changed <- struct{}{}:
	default:
	}
	return o.text.Write(b)
}

func (o *transcript) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// prompt waits for a question that was not answered yet.
func (o *transcript) prompt(t *testing.T, ended <-chan int) string {
	t.Helper()
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	for {
		text := o.String()
		if strings.HasSuffix(text, ": ") && len(text) > o.read || strings.HasSuffix(text, "Your text:\n") && len(text) > o.read {
			o.read = len(text)
			text = strings.TrimSpace(text)
			return text[strings.LastIndexByte(text, '\n')+1:]
		}
		select {
		case <-o.changed:
		case code := <-ended:
			t.Fatalf("it ended with %d:\n%s", code, o)
		case <-deadline.C:
			t.Fatalf("no prompt came:\n%s", o)
		}
	}
}

// takeScreens takes the course on a terminal, to its end.
func (p pilot) takeScreens(t *testing.T, width, height int) {
	master, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(master, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)}); err != nil {
		t.Fatal(err)
	}
	term := watch(t, master, width, height, false)
	ended := make(chan int, 1)
	go func() {
		ended <- cli.Main([]string{"--data", p.data}, world(tty, tty, true))
		tty.Close()
	}()
	for {
		up, more := p.next()
		if !more {
			break
		}
		term.see("Your course", up.Activity.Title)
		p.takeScreen(term, up)
	}
	term.press("ctrl+c")
	term.see("Press Ctrl+C again to leave")
	term.press("ctrl+c")
	if code := <-ended; code != 0 {
		t.Errorf("it ended with %d", code)
	}
}
