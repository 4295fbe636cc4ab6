package progress

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// pool draws from few lines, so that journals share and dispute them: sound,
// damaged, cut off and erased ones, of a newer version, and no lines at all.
func pool() []string {
	var all []string
	for n := range 4 {
		for _, words := range []string{"one", "two"} {
			text, _ := encode(Event{wrote(words), id(n), course})
			damaged := strings.Replace(string(text), words, "wan", 1)
			all = append(all, string(text), damaged, string(text[:len(text)-9]), damaged+"\r")
		}
		erased, _ := encode(Event{Entry{At: morning(), Data: Erased{}}, id(n), course})
		all = append(all, string(erased), strings.Replace(string(erased), "2026", "2020", 1),
			string(sign(`{"v":2,"id":"`+id(n)+`","news":true}`)))
	}
	return append(all, "", "\r", "no journal", "\xff\xfe", `{"v":3}`)
}

func anyJournal() *rapid.Generator[[]byte] {
	return rapid.Custom(func(t *rapid.T) []byte {
		lines := rapid.SliceOfN(rapid.SampledFrom(pool()), 0, 12).Draw(t, "lines")
		end := rapid.SampledFrom([]string{"", "\n"}).Draw(t, "end")
		return []byte(strings.Join(lines, "\n") + end)
	})
}

func merge(t rapid.TB, a, b []byte) []byte {
	t.Helper()
	merged, _, err := Merge(a, b)
	if err != nil {
		t.Fatal(err)
	}
	return merged
}

func same(t rapid.TB, law string, got, want []byte) {
	t.Helper()
	if !bytes.Equal(got, want) {
		t.Fatalf("%s: got\n%s\nwant\n%s", law, got, want)
	}
}

func TestMergeLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyJournal().Draw(t, "a"), anyJournal().Draw(t, "b"), anyJournal().Draw(t, "c")
		ab := merge(t, a, b)
		same(t, "the order does not matter", merge(t, b, a), ab)
		same(t, "the grouping does not matter", merge(t, ab, c), merge(t, a, merge(t, b, c)))
		same(t, "again changes nothing", merge(t, ab, a), ab)
		same(t, "with itself neither", merge(t, ab, ab), ab)
	})
}

// TestMergeLosesNothing holds that every line of either journal is in the
// merged one, or else a line of its id that is worth as much or more.
func TestMergeLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyJournal().Draw(t, "a"), anyJournal().Draw(t, "b")
		merged := merge(t, a, b)
		kept := map[string]rank{}
		for _, l := range parseAll(merged) {
			if _, twice := kept[name(l)]; twice {
				t.Fatalf("twice: %s", l.text)
			}
			kept[name(l)] = l.rank
		}
		for _, l := range append(parseAll(a), parseAll(b)...) {
			if r, ok := kept[name(l)]; !ok || r > l.rank {
				t.Fatalf("lost: %s", l.text)
			}
		}
	})
}

// name is what a line is known by: its id, or else its words.
func name(l line) string {
	if l.known() {
		return l.id.String()
	}
	return string(l.text)
}

func TestMerge(t *testing.T) {
	first, second := string(sample(t, Event{wrote("first"), id(1), course})), string(sample(t, Event{wrote("second"), id(2), course}))
	other := string(sample(t, Event{wrote("other"), id(1), course}))
	erased := string(sample(t, Event{Entry{At: morning(), Data: Erased{}}, id(1), course}))
	damaged := strings.Replace(first, "first", "fxrst", 1)
	foreign := string(sample(t, Event{wrote("x"), id(3), "another-course"}))
	dispute := "1 entry is there twice, with different words. One of the two counts, always the same one."
	tests := []struct {
		name, a, b, want string
		note, err        string
	}{
		{name: "by id", a: second, b: first, want: first + "\n" + second + "\n"},
		{name: "once", a: first + "\n" + second, b: first + "\n", want: first + "\n" + second + "\n"},
		{name: "sound beats damaged", a: damaged, b: first, want: first + "\n"},
		{name: "whole beats cut off", a: first[:60], b: first, want: first + "\n"},
		{name: "erased beats sound", a: first, b: erased, want: erased + "\n"},
		{name: "the smaller of two", a: other, b: first, want: first + "\n", note: dispute},
		{name: "what cannot be read stays", a: "hello\n" + second, b: "hello\nabc", want: second + "\nabc\nhello\n"},
		{name: "with nothing", a: "", b: first, want: first + "\n"},
		{name: "another course", a: first, b: foreign,
			err: `one journal is of the course "leading-with-care-x7k2m9", the other of "another-course": the progress in different courses stays apart`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, notes, err := Merge([]byte(tt.a), []byte(tt.b))
			if err != nil && err.Error() != tt.err || err == nil && tt.err != "" {
				t.Fatalf("got the error %v, want %q", err, tt.err)
			}
			if string(got) != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if note := strings.Join(notes, ""); note != tt.note {
				t.Errorf("got the notes %q, want %q", note, tt.note)
			}
		})
	}
}
