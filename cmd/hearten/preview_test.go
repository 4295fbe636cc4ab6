package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// workshop is a copy of the bundled course that somebody is writing, and a
// folder for temporary files of its own.
type workshop struct {
	t            testing.TB
	course, temp string
}

func newWorkshop(t testing.TB) workshop {
	t.Helper()
	w := workshop{t, filepath.Join(t.TempDir(), "my-course"), t.TempDir()}
	if err := os.CopyFS(w.course, os.DirFS("../../modules")); err != nil {
		t.Fatal(err)
	}
	return w
}

// preview starts the program on a file of the course.
func (w workshop) preview(data, file string, width, height int, more ...string) *terminal {
	w.t.Helper()
	path, err := binary()
	if err != nil {
		w.t.Fatalf("build: %v\n%s", err, path)
	}
	cmd := exec.Command(path, append([]string{"preview", filepath.Join(w.course, file)}, more...)...)
	cmd.Env = []string{"TMPDIR=" + w.temp}
	return startCommand(w.t, width, height, false, data, cmd)
}

// saves puts other words into a file, as an editor does: beside it first, and
// then in its place.
func (w workshop) saves(file, old, new string) {
	w.t.Helper()
	name := filepath.Join(w.course, file)
	raw, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(raw), old) {
		w.t.Fatalf("%s has no %q: %v", file, old, err)
	}
	if err := os.WriteFile(name+"~", []byte(strings.Replace(string(raw), old, new, 1)), 0o644); err != nil {
		w.t.Fatal(err)
	}
	if err := os.Rename(name+"~", name); err != nil {
		w.t.Fatal(err)
	}
}

// leaves checks that nothing is left of a preview.
func (w workshop) leaves(data string) {
	w.t.Helper()
	for _, dir := range []string{w.temp, data} {
		left, err := os.ReadDir(dir)
		if err != nil || len(left) > 0 {
			w.t.Errorf("in %s is left %v, %v", dir, left, err)
		}
	}
}

const lessonFile = "02-empathy-and-compassion/the-fork.md"

// TestPreview writes a lesson with the preview in another window: each save is
// on the screen, and a mistake stands beside what could be shown last.
func TestPreview(t *testing.T) {
	w, data := newWorkshop(t), t.TempDir()
	term := w.preview(data, lessonFile, 80, 24)
	term.see("Half past four in a kitchen in Marseille.", "the-fork.md at ", "no problems", "p problems")
	w.saves(lessonFile, "Half past four", "Ten to five")
	term.see("Ten to five in a kitchen in Marseille.")
	w.saves(lessonFile, "Ten to five", "Ten to six [@nobody]")
	term.see("Ten to five in a kitchen in Marseille.", "1 error", `there is no source "nobody"`)
	term.press("p")
	term.see("Problems", "add it under sources:", "Esc close")
	term.press("esc")
	w.saves(lessonFile, " [@nobody]", "")
	term.see("Ten to six in a kitchen in Marseille.", "no problems")
	term.press("esc")
	term.see("► ", "Empathy and compassion")
	term.press("ctrl+c")
	term.see("Press Ctrl+C again to leave")
	term.press("ctrl+c")
	if code := term.wait(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
	w.leaves(data)
}

// TestPreviewByLines types to a preview line by line on a terminal: a line that
// was begun when an edition came goes on after it.
func TestPreviewByLines(t *testing.T) {
	w, data := newWorkshop(t), t.TempDir()
	term := w.preview(data, lessonFile, 80, 40, "--plain")
	term.see("Page 1 of", "Marseille")
	term.press("?")
	w.saves(lessonFile, "Half past four", "Ten to five")
	term.see("Ten to five in a kitchen")
	term.press("enter")
	term.see("You can type Enter to read on")
	term.press("q", "enter")
	if code := term.wait(); code != 0 {
		t.Errorf("it ended with %d", code)
	}
	w.leaves(data)
}

// TestPreviewIsClosed: a window that is closed leaves nothing behind.
func TestPreviewIsClosed(t *testing.T) {
	w, data := newWorkshop(t), t.TempDir()
	term := w.preview(data, lessonFile, 80, 24)
	term.see("Marseille")
	if err := term.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if code := term.wait(); code != 130 {
		t.Errorf("it ended with %d", code)
	}
	w.leaves(data)
}

// BenchmarkSave measures the time from a save to the words on the screen.
func BenchmarkSave(b *testing.B) {
	w := newWorkshop(b)
	term := w.preview(b.TempDir(), lessonFile, 120, 40)
	term.see("Half past four")
	now := "Half past four"
	var took []time.Duration
	for i := range b.N {
		next := fmt.Sprintf("At %d o'clock", i)
		began := time.Now()
		w.saves(lessonFile, now, next)
		term.see(next)
		took, now = append(took, time.Since(began)), next
	}
	b.ReportMetric(ms(median(took)), "ms")
	b.ReportMetric(ms(percentile(took, 95)), "p95-ms")
}
