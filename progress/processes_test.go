package progress

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// writerEnv makes this test's program a second learner's window: it names the
// folder to write to.
const writerEnv = "HEARTEN_TEST_WRITER"

const perWriter, perAppend = 5000, 4

func TestMain(m *testing.M) {
	if dir := os.Getenv(writerEnv); dir != "" {
		if err := writeMany(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// writeMany appends perWriter entries and prints the ids they got.
func writeMany(dir string) error {
	j, err := Open(dir, course)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	all := entries(perWriter)
	for len(all) > 0 {
		events, err := j.Append(context.Background(), all[:perAppend]...)
		if errors.Is(err, ErrBusy) {
			continue // kept here, and tried again
		}
		if err != nil {
			return err
		}
		for _, e := range events {
			fmt.Fprintln(out, e.ID)
		}
		all = all[perAppend:]
	}
	return out.Flush()
}

func TestTwoProcesses(t *testing.T) {
	dir := t.TempDir()
	var outs [2]bytes.Buffer
	var writers [2]*exec.Cmd
	for i := range writers {
		writers[i] = exec.Command(os.Args[0])
		writers[i].Env = append(os.Environ(), writerEnv+"="+dir)
		writers[i].Stdout, writers[i].Stderr = &outs[i], os.Stderr
		if err := writers[i].Start(); err != nil {
			t.Fatal(err)
		}
	}
	for _, w := range writers {
		if err := w.Wait(); err != nil {
			t.Fatal(err)
		}
	}
	j := opened(t, dir)
	there := map[string]bool{}
	last := ""
	for text := range bytes.Lines(content(t, j)) {
		l := parse(bytes.TrimSuffix(text, []byte("\n")))
		if l.event == nil || l.event.ID <= last {
			t.Fatalf("after %s stands %s", last, text)
		}
		last = l.event.ID
		there[last] = true
	}
	if len(there) != 2*perWriter || len(j.Events()) != 2*perWriter {
		t.Errorf("got %d lines and %d events, want %d", len(there), len(j.Events()), 2*perWriter)
	}
	for i := range outs {
		for id := range bytes.Lines(outs[i].Bytes()) {
			if !there[string(bytes.TrimSpace(id))] {
				t.Fatalf("process %d was told that %s is kept, and it is not there", i, id)
			}
		}
	}
}
