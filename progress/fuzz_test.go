package progress

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"testing"

	"github.com/oklog/ulid/v2"
)

// TestJournalDamagedAtAnyByte changes or cuts a journal at each byte of its
// second line: the others are read, the file is left as it is, and it goes on.
func TestJournalDamagedAtAnyByte(t *testing.T) {
	var file []byte
	var starts []int
	for n := range 3 {
		starts = append(starts, len(file))
		file = append(append(file, sample(t, Event{wrote("words"), id(n), course})...), '\n')
	}
	for i := starts[1]; i < starts[2]; i++ {
		for _, flip := range []byte{1, 0x80, '\n' ^ file[i]} {
			damaged := slices.Clone(file)
			damaged[i] ^= flip
			left := []string{id(0), id(2)}
			if i == starts[2]-1 {
				left = left[:1] // without the newline between, two lines are one
			}
			survives(t, damaged, left)
		}
		if i < starts[2]-1 {
			survives(t, file[:i], []string{id(0)})
		}
	}
}

// survives holds that of a damaged journal at least the events with the ids
// are read, and that it can be gone on with.
func survives(t *testing.T, file []byte, ids []string) {
	t.Helper()
	var got []string
	for _, e := range goOn(t, file) {
		got = append(got, e.ID)
	}
	for _, id := range ids {
		if !slices.Contains(got, id) {
			t.Fatalf("lost %s of\n%s", id, file)
		}
	}
}

// goOn appends to a journal in memory, and holds that what is then known of it
// is what reading it anew would tell. It returns the events before.
func goOn(t *testing.T, file []byte) []Event {
	t.Helper()
	kept := contents{course: course}
	kept.add(file)
	before := kept.events()
	j := Journal{course: course, contents: kept, disk: swift()}
	data, own, err := j.compose([]Entry{wrote("new")})
	if errors.Is(err, errNoIDs) {
		return before
	}
	if err != nil {
		t.Fatal(err)
	}
	kept.append(data, own)
	anew := contents{course: course}
	anew.add(append(slices.Clone(file), data...))
	if want := append(slices.Clone(before), *own[0].event); !reflect.DeepEqual(kept.events(), want) || !reflect.DeepEqual(anew.events(), want) {
		t.Fatalf("after an append to\n%q\nwe know\n%v\nread anew it has\n%v\nwant\n%v", file, kept.events(), anew.events(), want)
	}
	if got, want := kept.notes("PATH"), anew.notes("PATH"); !reflect.DeepEqual(got, want) || kept.offset != anew.offset || !bytes.Equal(kept.mark, anew.mark) {
		t.Fatalf("after an append to\n%q\nwe say %q at %d, read anew %q at %d", file, got, kept.offset, want, anew.offset)
	}
	return before
}

// FuzzJournal reads, extends, replays and merges whatever a file may hold.
// Nothing panics, and no sound line is lost.
func FuzzJournal(f *testing.F) {
	var whole []byte
	for n, e := range entries(3) {
		text, _ := encode(Event{e, id(n), course})
		whole = append(append(whole, text...), '\n')
	}
	f.Add(whole)
	f.Add(whole[:len(whole)-30])
	f.Add(bytes.ReplaceAll(whole, []byte("\n"), []byte("\r\n")))
	f.Add(bytes.TrimSuffix(append(whole, '\r'), []byte("\n\r")))
	for _, text := range pool() {
		f.Add([]byte(text + "\nbetween\n" + text))
	}
	f.Add(sign(`{"v":1,"id":"7ZZZZZZZZZZZZZZZZZZZZZZZZZ","at":"9999-12-31T23:59:59Z","course":"` + course + `","kind":"reset","d":{"scope":"a/b/c"}}`))
	f.Fuzz(func(t *testing.T, file []byte) {
		events := goOn(t, file)
		holdsAll(t, file, events)
		Replay(events, Renames{{"m", ""}: {"n", ""}})
		merged, _, err := Merge(file, whole)
		if err != nil {
			return
		}
		var c contents
		c.course = course
		c.add(merged)
		holdsAll(t, slices.Concat(file, []byte("\n"), whole), c.events())
	})
}

// holdsAll holds that each sound line of the course is among the events,
// unless another line claims its id.
func holdsAll(t *testing.T, file []byte, events []Event) {
	t.Helper()
	known := map[string]Event{}
	for _, e := range events {
		known[e.ID] = e
	}
	claims := map[ulid.ULID]string{}
	disputed := map[ulid.ULID]bool{}
	all := parseAll(file)
	for _, l := range all {
		other, twice := claims[l.id]
		disputed[l.id] = disputed[l.id] || twice && other != string(l.text)
		claims[l.id] = string(l.text)
	}
	for _, l := range all {
		if l.event == nil || l.event.Course != course || disputed[l.id] {
			continue
		}
		if e, ok := known[l.event.ID]; !ok || !reflect.DeepEqual(e, *l.event) {
			t.Fatalf("lost: %s", l.text)
		}
	}
}
