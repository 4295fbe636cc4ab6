package progress

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/gofrs/flock"
)

// file is what an append needs of an open journal. Writes go to its end.
type file interface {
	io.ReaderAt
	io.Writer
	io.Closer
	Stat() (fs.FileInfo, error)
	Sync() error
	Truncate(size int64) error
}

// lock is what keeps two processes apart.
type lock interface {
	TryLock() (bool, error)
	Unlock() error
}

// disk is what a journal sees of the machine.
type disk struct {
	open       func(path string) (file, error)
	lock       func(path string) lock
	syncFolder func(dir string) error
	now        func() time.Time
	wait       func(context.Context, time.Duration) error
}

func system() disk {
	return disk{
		open: func(path string) (file, error) {
			return os.OpenFile(path, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o600)
		},
		lock:       func(path string) lock { return flock.New(path) },
		syncFolder: syncFolder,
		now:        time.Now,
		wait:       wait,
	}
}

func wait(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

const (
	patience  = 2 * time.Second
	firstWait = time.Millisecond
	mostWait  = 32 * time.Millisecond
)

// take gets the lock, or ErrBusy when another process keeps it for as long as
// patience lasts. Where locking fails otherwise, held is false and the append
// goes on: a learner's answer is worth more than the lock, which guards
// against nothing but a second window.
func (d disk) take(ctx context.Context, l lock) (held bool, err error) {
	pause := firstWait
	for waited := time.Duration(0); ; waited += pause {
		if ok, err := l.TryLock(); ok || err != nil {
			return ok, nil
		}
		if waited >= patience {
			return false, ErrBusy
		}
		pause = min(2*pause, mostWait)
		if err := d.wait(ctx, pause); err != nil {
			return false, err
		}
	}
}

// readFrom is the content of a file of a size, from an offset on.
func readFrom(f file, offset, size int64) ([]byte, error) {
	data := make([]byte, max(0, size-offset))
	n, err := f.ReadAt(data, offset)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return data[:n], err
}

// write adds data to a file of a size, and to the disk below it. When that
// fails, the file is cut back, so that nothing stays of what was not
// acknowledged. Where even that fails, the next append finds a torn line.
func write(f file, data []byte, size int64) error {
	n, err := f.Write(data)
	if err == nil && n < len(data) {
		err = io.ErrShortWrite
	}
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		return nil
	}
	if info, e := f.Stat(); e != nil || info.Size() != size+int64(n) {
		return err // somebody wrote without the lock; that is not ours to cut
	}
	if e := f.Truncate(size); e != nil {
		return fmt.Errorf("%w (and could not be taken back: %v)", err, e)
	}
	return err
}
