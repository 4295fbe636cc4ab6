package progress

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Append keeps entries, all or none, and returns the events they became. They
// are on disk when it returns. The context ends the wait for another process
// only: what can be written at once is written.
//
// After an error nothing was kept, and the append may be tried again. The
// error is a sentence for the learner; it wraps ErrNewer, ErrBusy or what the
// system said.
func (j *Journal) Append(ctx context.Context, entries ...Entry) ([]Event, error) {
	if len(entries) == 0 {
		return nil, nil
	}
	j.turn <- struct{}{}
	defer func() { <-j.turn }()
	events, err := j.append(ctx, entries)
	if errors.Is(err, fs.ErrNotExist) {
		if err = makeFolder(j.dir); err == nil {
			events, err = j.append(ctx, entries)
		}
	}
	if err != nil {
		return nil, trouble(subject(entries)+" could not be saved", j.path, err)
	}
	return events, nil
}

func (j *Journal) append(ctx context.Context, entries []Entry) ([]Event, error) {
	l := j.disk.lock(filepath.Join(j.dir, j.course+".lock"))
	held, err := j.disk.take(ctx, l)
	if err != nil {
		return nil, err
	}
	defer l.Unlock()
	f, err := j.disk.open(j.path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	events, err := j.appendTo(f, entries)
	if err == nil && !held {
		j.mu.Lock()
		defer j.mu.Unlock()
		j.note(fmt.Sprintf("Your progress is saved, but %s cannot be locked, as on some network drives. Use one window of hearten at a time.", j.dir))
	}
	return events, err
}

func (j *Journal) appendTo(f file, entries []Entry) ([]Event, error) {
	size, err := j.catchUp(f)
	if err != nil {
		return nil, err
	}
	if j.contents.newer {
		return nil, ErrNewer
	}
	data, own, err := j.compose(entries)
	if err != nil {
		return nil, err
	}
	if size == 0 { // perhaps made just now; its name must be on disk as well
		if err := j.disk.syncFolder(j.dir); err != nil {
			return nil, err
		}
	}
	if err := write(f, data, size); err != nil {
		return nil, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.contents.append(data, own)
	events := make([]Event, len(own))
	for i, l := range own {
		events[i] = *l.event
	}
	return events, nil
}

// compose is the lines of the entries, as bytes to write and as they will be
// read back. A line without an end gets one first.
func (j *Journal) compose(entries []Entry) (data []byte, own []line, err error) {
	if len(j.contents.rest) > 0 {
		data = append(data, '\n')
	}
	now := j.disk.now()
	id := j.contents.last(now)
	for _, entry := range entries {
		if id, err = nextID(id, now, rand.Reader); err != nil {
			return nil, nil, err
		}
		text, err := encode(Event{entry, id.String(), j.course})
		l := parse(text)
		if err != nil || l.event == nil || bytes.IndexByte(text, '\n') >= 0 {
			return nil, nil, unfit(text)
		}
		data = append(append(data, text...), '\n')
		own = append(own, l)
	}
	return data, own, nil
}

// unfit says why a line could not be read back.
func unfit(text []byte) error {
	if len(text) > longest {
		return failure{"it is too long. Shorten it to a million characters and try again.", errTooLong}
	}
	return failure{says: "something in it cannot be written down, such as a date thousands of years away. Check the computer's clock and try again."}
}

// catchUp reads what others added since, or all of a file that is another
// one than before. It returns the size of the file.
func (j *Journal) catchUp(f file) (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	known := j.contents
	from := known.offset - int64(len(known.mark))
	if j.info == nil || !os.SameFile(j.info, info) || info.Size() < known.offset {
		known, from = contents{course: j.course}, 0
	}
	data, err := readFrom(f, from, info.Size())
	if err != nil {
		return 0, err
	}
	if !bytes.HasPrefix(data, known.mark) { // written over in place
		known, from = contents{course: j.course}, 0
		if data, err = readFrom(f, 0, info.Size()); err != nil {
			return 0, err
		}
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	added := data[len(known.mark):]
	known.add(added)
	j.contents, j.info = known, info
	if len(added) > 0 {
		j.noteContents()
	}
	return from + int64(len(data)), nil
}
