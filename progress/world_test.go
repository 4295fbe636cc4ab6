package progress

import (
	"context"
	"os"
	"sync/atomic"
	"time"
)

// faults makes a disk that fails where it is told to.
type faults struct {
	accept   int   // bytes a write takes before it fails; below zero: all
	write    error // what it fails with; nil is a short write
	sync     error
	truncate error
}

type flaky struct {
	*os.File
	faults
}

func (f flaky) Write(b []byte) (int, error) {
	if f.accept < 0 || f.accept >= len(b) {
		return f.File.Write(b)
	}
	n, err := f.File.Write(b[:f.accept])
	if err != nil {
		return n, err
	}
	return n, f.write
}

// Sync does not wait for the disk: no test cuts the power.
func (f flaky) Sync() error { return f.sync }

func (f flaky) Truncate(size int64) error {
	if f.truncate != nil {
		return f.truncate
	}
	return f.File.Truncate(size)
}

// failing is the machine with a disk that fails.
func failing(with faults) disk {
	d := system()
	sound := d.open
	d.open = func(path string) (file, error) {
		f, err := sound(path)
		if err != nil {
			return nil, err
		}
		return flaky{f.(*os.File), with}, nil
	}
	return d
}

// swift is the machine with a disk that nobody waits for.
func swift() disk { return failing(faults{accept: -1}) }

// latch is a lock that answers as it is told to.
type latch struct {
	free  func() bool
	err   error
	freed *atomic.Int32
}

func (l latch) TryLock() (bool, error) { return l.err == nil && l.free(), l.err }
func (l latch) Unlock() error          { l.freed.Add(1); return nil }

// slept counts the waits of a disk, and makes them none.
func slept(d *disk) *[]time.Duration {
	var waits []time.Duration
	d.wait = func(ctx context.Context, pause time.Duration) error {
		waits = append(waits, pause)
		return ctx.Err()
	}
	return &waits
}
