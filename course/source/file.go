package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// Limits on what an author may write, so that no file can make a reader wait.
const (
	maxFile    = 1 << 20
	maxModule  = 20 << 20
	maxSigns   = 50_000
	maxDepth   = 64
	maxLine    = 20_000 // bytes
	maxProse   = 128 << 10
	maxPerFile = 20 // problems with characters that are listed one by one
)

// file is one file as it was read: normalised, with its lines at hand.
type file struct {
	name   string
	text   string
	lines  []string
	allows []allowed
	wrong  []int // the lines of errors in the way it is written

	renamed bool // something in it was known by another id
}

// problem makes a problem at a place of the file, with the line it points at.
func (f *file) problem(s Severity, line, column, width int, code, cause, fix string) Problem {
	p := Problem{Severity: s, At: Pos{f.name, line, column}, Width: width, Code: code, Cause: cause, Fix: fix}
	if line >= 1 && line <= len(f.lines) {
		p.Excerpt = f.lines[line-1]
	}
	return p
}

// whole is a problem with a file that cannot be shown, or of all of it.
func whole(name, code, cause, fix string) Problem {
	return Problem{Severity: Error, At: Pos{File: name}, Code: code, Cause: cause, Fix: fix}
}

// load reads a file and refuses what no author meant: too much of it, bytes
// that are no UTF-8, characters that steer a terminal. A nil file was refused.
func load(fsys fs.FS, name string) (*file, []Problem) {
	raw, err := readAtMost(fsys, name, maxFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, []Problem{whole(name, "missing-file", "there is no such file", "create it, or mend the name that leads here")}
	case errors.Is(err, errTooLarge):
		return nil, []Problem{whole(name, "too-large", "the file is larger than 1 MB", "split it up, or check that it is the file you mean")}
	case err != nil:
		return nil, []Problem{whole(name, "unreadable", "the file cannot be opened: "+reason(err), "check that it is a file, lies inside the course and may be read")}
	}
	if wide(raw) {
		return nil, []Problem{whole(name, "not-utf8", "this file is saved as UTF-16", "save it as UTF-8; editors offer it under “encoding”")}
	}
	text := strings.ReplaceAll(string(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))), "\r\n", "\n")
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // lines as old Macs ended them
	}
	f := &file{name: name, text: text, lines: strings.Split(text, "\n")}
	if ps := f.shape(); len(ps) > 0 {
		return nil, ps
	}
	if safe(text) {
		return f, nil
	}
	if i := invalid(text); i >= 0 {
		line, column := f.place(i)
		p := f.problem(Error, line, column, 1, "not-utf8", "this is no character in UTF-8", "save the file as UTF-8; editors offer it under “encoding”")
		p.Excerpt = strings.ToValidUTF8(p.Excerpt, "\uFFFD")
		return nil, []Problem{p}
	}
	if ps := f.unsafe(); len(ps) > 0 {
		return nil, ps
	}
	return f, nil
}

// wide says that a file holds two bytes for each character, with or without
// the mark that says so.
func wide(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) {
		return true
	}
	head := raw[:min(len(raw), 64)]
	return len(head) >= 8 && 3*bytes.Count(head, []byte{0}) > len(head)
}

var errTooLarge = errors.New("too large")

// readAtMost reads a file. It looks before it opens: opening a pipe would wait
// for somebody to write into it.
func readAtMost(fsys fs.FS, name string, most int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no file")
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b bytes.Buffer
	b.Grow(int(min(info.Size(), most)) + bytes.MinRead)
	_, err = b.ReadFrom(io.LimitReader(f, most+1))
	if err == nil && int64(b.Len()) > most {
		err = errTooLarge
	}
	return b.Bytes(), err
}

// reason is the innermost cause of a file error, without names and paths.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}

func invalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return i
		}
	}
	return -1
}

// place is the line and column of a byte.
func (f *file) place(at int) (line, column int) {
	before := f.text[:at]
	line = strings.Count(before, "\n")
	return line + 1, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
}

// unsafe lists the characters a text may not hold.
func (f *file) unsafe() []Problem {
	var ps []Problem
	for i, line := range f.lines {
		column := 0
		for _, r := range line {
			column++
			if !Unsafe(r) {
				continue
			}
			if len(ps) == maxPerFile {
				return ps
			}
			ps = append(ps, f.problem(Error, i+1, column, 1, "unsafe-character",
				fmt.Sprintf("the invisible character U+%04X may not stand in a course", r),
				hiddenFix))
		}
	}
	return ps
}

// signs counts what makes YAML slow to read, outside comments: line starts
// and the marks that open or part something. Where there are few with those
// in comments, it counts them too: that is a tenth of the work.
func signs(text string) int {
	n := 1
	for _, sign := range []string{"\n", ",", "[", "{", ":"} {
		n += strings.Count(text, sign)
	}
	if n <= maxSigns {
		return n
	}
	n = 0
	for line := range strings.Lines(text) {
		n++
		if strings.HasPrefix(strings.TrimLeft(line, " "), "#") {
			continue
		}
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case ',', '[', '{', ':':
				n++
			}
		}
	}
	return n
}
