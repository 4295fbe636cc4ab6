package cli

import (
	"io"
	"io/fs"
	"strings"
	"time"
)

// instead is a folder in which one file has another text.
type instead struct {
	fs.FS
	name, text string
}

// Open opens a file.
func (i instead) Open(name string) (fs.File, error) {
	if name != i.name {
		return i.FS.Open(name)
	}
	return inMemory{strings.NewReader(i.text), int64(len(i.text))}, nil
}

// inMemory is a file that is no more than its text.
type inMemory struct {
	io.Reader
	size int64
}

func (f inMemory) Stat() (fs.FileInfo, error) { return f, nil }
func (f inMemory) Close() error               { return nil }
func (f inMemory) Name() string               { return "" }
func (f inMemory) Size() int64                { return f.size }
func (f inMemory) Mode() fs.FileMode          { return 0o644 }
func (f inMemory) ModTime() time.Time         { return time.Time{} }
func (f inMemory) IsDir() bool                { return false }
func (f inMemory) Sys() any                   { return nil }
