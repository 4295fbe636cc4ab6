package progress

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"syscall"
)

// ErrNewer says that a newer version of the program has written to the
// journal, so that this one may only read it.
var ErrNewer = errors.New("the journal is of a newer version")

// ErrBusy says that another process kept the journal locked for too long. The
// append may be tried again.
var ErrBusy = errors.New("the journal is locked by another process")

// failure is a sentence for the learner, with its cause inside.
type failure struct {
	says  string
	cause error
}

func (f failure) Error() string { return f.says }
func (f failure) Unwrap() error { return f.cause }

// trouble is a failure of the disk: what could not be done, with which file
// or folder, why, and what to do.
func trouble(what, path string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return failure{what + ": it was stopped while another window was saving. Try again.", err}
	}
	var told failure
	if errors.As(err, &told) {
		return failure{what + ": " + told.says, err}
	}
	return failure{what + ": " + why(path, err), err}
}

const elsewhere = "or keep your progress elsewhere with --data FOLDER"

func why(path string, err error) string {
	switch {
	case errors.Is(err, ErrBusy):
		return "another window of hearten is saving just now. Try again in a moment; nothing saved before is lost."
	case errors.Is(err, ErrNewer):
		return "a newer version of hearten has written to " + path + ". Update hearten to go on; nothing saved before is lost."
	case errors.Is(err, errNoIDs):
		return fmt.Sprintf("%s holds an entry from the end of time, and nothing can come after that. Move the file away and begin another, %s.", path, elsewhere)
	case full(err):
		return "the disk is full. Make room and try again; nothing saved before is lost."
	case errors.Is(err, syscall.EROFS):
		return fmt.Sprintf("%s is on a disk that can only be read. Make it writable, %s.", path, elsewhere)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf("you are not allowed to use %s. Ask whoever runs this computer to allow it, %s.", path, elsewhere)
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, errFile):
		return fmt.Sprintf("a file stands where a folder should be, at or above %s. Move that file, %s.", path, elsewhere)
	case errors.Is(err, syscall.EISDIR):
		return fmt.Sprintf("%s is a folder, and a file should be there. Move that folder, %s.", path, elsewhere)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("%s is gone, or cannot be made. Put it back, %s.", path, elsewhere)
	}
	return fmt.Sprintf("the computer reports %q for %s. Try again, %s; nothing saved before is lost.", plain(err), path, elsewhere)
}

// diskFull is what Windows says instead of ENOSPC.
const diskFull = syscall.Errno(112)

func full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) ||
		runtime.GOOS == "windows" && errors.Is(err, diskFull)
}

// plain is an error without the names of calls and files around it.
func plain(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}

// subject is what the learner would call the first of the entries that they
// would have a word for.
func subject(entries []Entry) string {
	for _, e := range entries {
		switch e.Data.(type) {
		case Answered, Asked, Marked, Reviewed:
			return "Your answer"
		case Chose:
			return "Your choice"
		case Wrote:
			return "Your text"
		case Planned:
			return "Your plan"
		}
	}
	return "Your place"
}
