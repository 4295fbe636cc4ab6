package main

import (
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestClosed ends the program in the middle of a word, by closing its window
// or by telling it to end: the screen is given back, and the word is kept.
func TestClosed(t *testing.T) {
	for _, signal := range []os.Signal{syscall.SIGHUP, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			data := t.TempDir()
			term := start(t, 80, 24, false, data)
			term.see("Begin: ")
			term.press("down", "enter")
			term.see("The last time")
			term.press("down", "down", "down", "down", "down", "down")
			term.see("► ○ 7")
			term.press("enter")
			term.see("only on this computer")
			term.press("half a tho")
			term.see("> half a tho")
			if err := term.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			term.wait()
			if raw := term.raw(); strings.Count(raw, "\x1b[?1049h") != strings.Count(raw, "\x1b[?1049l") {
				t.Errorf("the screen is not given back; the last that was written: %q", raw[max(0, len(raw)-300):])
			}
			if drafts := (pilot{data: data}).drafts(); !strings.Contains(drafts, "half a tho") {
				t.Errorf("the drafts are %s", drafts)
			}
		})
	}
}
