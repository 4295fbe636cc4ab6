package progress

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/adrg/xdg"
)

// DefaultDir is the folder for progress where none is named: the XDG data
// folder's, or the system's own.
func DefaultDir() (string, error) { return dirIn(xdg.DataHome) }

func dirIn(dataHome string) (string, error) {
	if !filepath.IsAbs(dataHome) {
		return "", errors.New("there is no home folder to keep your progress in. Name a folder with --data FOLDER or in HEARTEN_DATA")
	}
	return filepath.Join(dataHome, "hearten"), nil
}

// JournalPath is the file in a folder that holds the progress in a course.
func JournalPath(dir, course string) string { return filepath.Join(dir, course+".jsonl") }

// checkCourse refuses an id that is no safe file name.
func checkCourse(id string) error {
	const most = 128
	bad := id == "" || len(id) > most
	for _, r := range id {
		bad = bad || (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-'
	}
	if bad {
		return fmt.Errorf("the course's id %.150q cannot name a file: its author should use small letters, digits and hyphens, %d at most", id, most)
	}
	return nil
}

var errFile = errors.New("a file, and no folder")

// makeFolder makes a folder, for its owner only, and those above it. They are
// on disk when it returns.
func makeFolder(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err == nil && !info.IsDir():
		return errFile
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	parent := filepath.Dir(dir)
	if parent == dir {
		return err
	}
	if err := makeFolder(parent); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(parent)
}

// syncFolder puts the names in a folder on disk, where the system knows how.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	err = d.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// guard makes a journal its owner's alone, and says what others could do. A
// folder that stood before is left as it is: it may be meant for more.
func guard(dir, path string) []string {
	if runtime.GOOS == "windows" {
		return nil // mode bits say nothing there; the profile's folder does
	}
	var notes []string
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
		note := "Others on this computer could read %s. Now only you can."
		if os.Chmod(path, 0o600) != nil {
			note = "Others on this computer can read %s. Make it yours alone: chmod 600 on that file."
		}
		notes = append(notes, fmt.Sprintf(note, path))
	}
	if info, err := os.Stat(dir); err == nil && info.Mode().Perm()&0o022 != 0 && info.Mode()&fs.ModeSticky == 0 {
		notes = append(notes, fmt.Sprintf("Others on this computer can change what is in %s. Make it yours alone: chmod 700 on that folder.", dir))
	}
	return notes
}
