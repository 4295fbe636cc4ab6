// Package cli is the commands of hearten, one file each.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/oklog/ulid/v2"

	"hearten/course/source"
)

// Exit codes of every command.
const (
	exitOK          = 0
	exitFailed      = 1
	exitUsage       = 2
	exitProblems    = 3
	exitInterrupted = 130
)

// World is what a command sees of the machine it runs on.
type World struct {
	In       io.Reader
	Out, Err io.Writer
	Env      func(string) string
	Environ  []string
	Now      func() time.Time
	NewID    func(time.Time) string // an id nobody has used
	Terminal bool                   // both In and Out are one

	screen io.Writer // Out before the filter, for screens, which have their own
}

// filtered is the world as commands see it: whatever they print, and wherever
// they have it from, it is safe on a terminal.
func (w World) filtered() World {
	w.screen = w.Out
	w.Out, w.Err = source.NewCleanWriter(w.Out), source.NewCleanWriter(w.Err)
	return w
}

// System is the world of the process.
func System() World {
	return World{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Env: os.Getenv, Environ: os.Environ(), Now: time.Now,
		NewID:    func(t time.Time) string { return ulid.MustNew(ulid.Timestamp(t), ulid.DefaultEntropy()).String() },
		Terminal: term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()),
	}
}

// exit is an error that ends the program with a code of its own. Without an
// error inside, everything has been said already.
type exit struct {
	code int
	err  error
}

func (e exit) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit %d", e.code)
	}
	return e.err.Error()
}

func (e exit) Unwrap() error { return e.err }

func usage(format string, args ...any) error {
	return exit{exitUsage, fmt.Errorf(format, args...)}
}

// Main runs a command and returns its exit code.
func Main(args []string, w World) (code int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var o options
	w = w.filtered()
	defer func() {
		if recover() != nil {
			code = crashed(w)
		}
	}()
	root := newRoot(w, &o)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitOK
	}
	e := exit{exitFailed, err}
	if errors.Is(err, context.Canceled) {
		return exitInterrupted
	}
	errors.As(err, &e)
	if e.err != nil {
		complain(w, o.json, e.err)
	}
	return e.code
}

// crashed says that a mistake in the program ended it, and where. The cause is
// left out: it may quote what a learner or an author wrote.
func crashed(w World) int {
	fmt.Fprintf(w.Err, "hearten: a mistake in the program ended it; everything that was saved is safe. Whoever mends it needs to know this:\n\n%s\n%s", version(), debug.Stack())
	return exitFailed
}

// complain says what went wrong: to a person on the error output, and to a
// program, which reads the other one, as JSON there.
func complain(w World, asJSON bool, err error) {
	said := err.Error()
	if asJSON {
		_ = writeJSON(w.Out, map[string]any{"version": 1, "error": said})
	}
	fmt.Fprintf(w.Err, "hearten: %s\n", said)
}
