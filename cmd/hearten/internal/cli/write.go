package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// free refuses a file that is there already, before anything is done.
func free(file string) error {
	if file == "" || file == "-" {
		return nil
	}
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return usage("%s is there already, and would be lost; name a new file", file)
	}
	return nil
}

// writeNew writes a file that is not there yet.
func writeNew(file, text string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// writeOver writes a file anew, or in the place of another. It follows no
// link to a file: in a folder that came from somebody else, it may lead to
// one of the reader's own.
func writeOver(file, text string) error {
	if link, err := os.Lstat(file); err == nil && link.Mode()&fs.ModeSymlink != 0 {
		if to, err := os.Stat(file); err != nil || to.Mode().IsRegular() {
			return usage("%s is a link, and what it leads to would be lost; name another file, or take the link away", file)
		}
	}
	return os.WriteFile(file, []byte(text), 0o644)
}

// replace writes a file anew, whole or not at all.
func replace(name, text string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if name, err = filepath.EvalSymlinks(name); err != nil {
		return err
	}
	beside := name + ".new"
	if err := writeNew(beside, text); err != nil {
		return err
	}
	if err := os.Chmod(beside, info.Mode().Perm()); err != nil {
		return err
	}
	return os.Rename(beside, name)
}

// writeOut writes a text to a file and says so, or else to the output.
func writeOut(w World, file, text, what, next string) error {
	if file == "" || file == "-" {
		_, err := fmt.Fprint(w.Out, text)
		return err
	}
	if err := writeOver(file, text); err != nil {
		return fmt.Errorf("write %s: %w", what, err)
	}
	_, err := fmt.Fprintf(w.Out, "Wrote %s.%s\n", file, next)
	return err
}
