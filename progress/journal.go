package progress

import (
	"errors"
	"io/fs"
	"os"
	"sync"
)

// Journal is the file that holds a learner's progress in one course. It is
// safe for concurrent use, and several processes may have it open.
type Journal struct {
	dir, course, path string
	disk              disk

	turn chan struct{} // holds a token while an append runs

	mu       sync.Mutex // guards what follows; only an append changes contents
	contents contents
	info     fs.FileInfo // of the file that contents was read from
	notes    []string    // not handed out yet
	noted    map[string]bool
}

// Open reads the journal of a course in a folder. It makes neither; the first
// Append does.
func Open(dir, course string) (*Journal, error) { return open(dir, course, system()) }

func open(dir, course string, d disk) (*Journal, error) {
	if err := checkCourse(course); err != nil {
		return nil, err
	}
	j := &Journal{
		dir: dir, course: course, path: JournalPath(dir, course), disk: d,
		turn: make(chan struct{}, 1), noted: map[string]bool{}, contents: contents{course: course},
	}
	for _, note := range guard(j.dir, j.path) {
		j.note(note)
	}
	if err := j.load(); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, trouble("Your progress could not be read", j.path, err)
	}
	return j, nil
}

func (j *Journal) load() error {
	f, err := os.Open(j.path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = j.catchUp(f)
	return err
}

// Path is the journal's file.
func (j *Journal) Path() string { return j.path }

// Events are all that is known of the file, by id: what was there on opening,
// and what was appended or found by an append since.
func (j *Journal) Events() []Event {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.contents.events()
}

// Notes are sentences the learner should see, such as that a line cannot be
// read. Each is handed out once.
func (j *Journal) Notes() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	notes := j.notes
	j.notes = nil
	return notes
}

// Close waits for a running append. Nothing is lost without it: an append has
// closed its files when it returns.
func (j *Journal) Close() error {
	j.turn <- struct{}{}
	<-j.turn
	return nil
}

func (j *Journal) note(text string) {
	if !j.noted[text] {
		j.noted[text] = true
		j.notes = append(j.notes, text)
	}
}

func (j *Journal) noteContents() {
	for _, note := range j.contents.notes(j.path) {
		j.note(note)
	}
}
