package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"github.com/rogpeppe/go-internal/testscript"
)

// binary builds the program once for all tests of the package.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "hearten-test-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "hearten")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		return string(out), err
	}
	return path, nil
})

// TestMain makes the test binary stand in for hearten in scripts.
func TestMain(m *testing.M) {
	testscript.Main(tidy{m}, map[string]func(){"hearten": main})
}

// tidy removes the built program when all tests have run.
type tidy struct{ m *testing.M }

func (t tidy) Run() int {
	code := t.m.Run()
	if path, err := binary(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	return code
}

// terminal is the program running on a real pty, with an emulator for eyes.
type terminal struct {
	t       testing.TB
	cmd     *exec.Cmd
	pty     *os.File
	mu      sync.Mutex // a piece of output reaches the screen whole
	screen  *vt.SafeEmulator
	written strings.Builder // all that the program wrote
	changed chan struct{}   // a token for each piece of output
	closed  chan struct{}   // the program's side is gone
}

// patience bounds every wait; a test that reaches it fails with the screen.
const patience = 30 * time.Second

// start runs hearten with a data folder of its own. A silent terminal answers
// no query.
func start(t testing.TB, width, height int, silent bool, data string, args ...string) *terminal {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatalf("build: %v\n%s", err, path)
	}
	return startProgram(t, width, height, silent, data, path, args...)
}

func startProgram(t testing.TB, width, height int, silent bool, data, path string, args ...string) *terminal {
	t.Helper()
	return startCommand(t, width, height, silent, data, exec.Command(path, args...))
}

// startCommand runs a command; what it sets in the environment wins.
func startCommand(t testing.TB, width, height int, silent bool, data string, cmd *exec.Cmd) *terminal {
	t.Helper()
	own := cmd.Env
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "HEARTEN_DATA="+data, "NO_COLOR=", "ACCESSIBLE=", "CLICOLOR=", "COLORTERM=", "TERM_PROGRAM=")
	cmd.Env = append(cmd.Env, own...)
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(height), Cols: uint16(width)})
	if err != nil {
		t.Fatal(err)
	}
	term := watch(t, f, width, height, silent)
	term.cmd = cmd
	t.Cleanup(term.kill)
	return term
}

// watch puts an emulator behind the program's side of a pty.
func watch(t testing.TB, f *os.File, width, height int, silent bool) *terminal {
	term := &terminal{
		t: t, pty: f, screen: vt.NewSafeEmulator(width, height),
		changed: make(chan struct{}, 1), closed: make(chan struct{}),
	}
	go term.read()
	go func() {
		if silent {
			io.Copy(io.Discard, term.screen)
			return
		}
		io.Copy(f, term.screen)
	}()
	return term
}

func (term *terminal) read() {
	defer close(term.closed)
	buf := make([]byte, 32<<10)
	for {
		n, err := term.pty.Read(buf)
		term.mu.Lock()
		term.screen.Write(buf[:n])
		term.written.Write(buf[:n])
		term.mu.Unlock()
		select {
		case term.changed <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// text is what stands on the screen, without trailing blanks.
func (term *terminal) text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	lines := make([]string, 0, term.screen.Height())
	for y := range term.screen.Height() {
		var b strings.Builder
		for x := 0; x < term.screen.Width(); {
			cell := term.screen.CellAt(x, y)
			if cell == nil || cell.Content == "" {
				b.WriteByte(' ')
				x++
				continue
			}
			b.WriteString(cell.Content)
			x += max(1, cell.Width)
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
	return strings.Join(lines, "\n")
}

// raw is all that the program wrote.
func (term *terminal) raw() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.written.String()
}

// cursor is where the real cursor stands.
func (term *terminal) cursor() uv.Position { return term.screen.CursorPosition() }

// see waits until all the words stand on the screen.
func (term *terminal) see(words ...string) string {
	term.t.Helper()
	return term.until("see "+strings.Join(words, ", "), func(text string) bool {
		for _, w := range words {
			if !strings.Contains(text, w) {
				return false
			}
		}
		return true
	})
}

// until waits for a screen that fits.
func (term *terminal) until(what string, fits func(string) bool) string {
	term.t.Helper()
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	for {
		text := term.text()
		if fits(text) {
			return text
		}
		select {
		case <-term.changed:
		case <-term.closed:
			if text := term.text(); fits(text) {
				return text
			}
			term.t.Fatalf("the program ended before I could %s:\n%s", what, term.text())
		case <-deadline.C:
			term.t.Fatalf("waited in vain to %s:\n%s", what, term.text())
		}
	}
}

// press types keys by their names, or text as it is.
func (term *terminal) press(keys ...string) {
	term.t.Helper()
	codes := map[string]string{
		"enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "up": "\x1b[A", "down": "\x1b[B",
		"right": "\x1b[C", "left": "\x1b[D", "ctrl+c": "\x03", "f1": "\x1bOP", "shift+tab": "\x1b[Z",
	}
	for _, key := range keys {
		code, ok := codes[key]
		if !ok {
			code = key
		}
		if _, err := term.pty.WriteString(code); err != nil {
			term.t.Fatalf("press %s: %v\n%s", key, err, term.text())
		}
	}
}

// kill ends the program the hard way and waits until it is gone.
func (term *terminal) kill() {
	term.cmd.Process.Kill()
	term.cmd.Wait()
	term.pty.Close()
	<-term.closed
	if replies, ok := term.screen.InputPipe().(io.Closer); ok {
		replies.Close() // the emulator's own Close races with its Read
	}
}

// wait is the program's exit code, once it has ended by itself.
func (term *terminal) wait() int {
	term.t.Helper()
	<-term.closed
	term.cmd.Wait()
	return term.cmd.ProcessState.ExitCode()
}
