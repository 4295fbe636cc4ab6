package progress

import (
	"bytes"
	"crypto/rand"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/oklog/ulid/v2"
	"pgregory.net/rapid"
)

func TestIDsRiseWhateverTheClockSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var last ulid.ULID
		for _, ms := range rapid.SliceOf(rapid.Int64Range(-5, 5)).Draw(t, "clock") {
			next, err := nextID(last, time.UnixMilli(ms), rand.Reader)
			if err != nil {
				t.Fatal(err)
			}
			if next.Compare(last) <= 0 || parseID(next.String()) != next {
				t.Fatalf("after %s comes %s", last, next)
			}
			last = next
		}
	})
}

func TestIDs(t *testing.T) {
	ones := bytes.NewReader(bytes.Repeat([]byte{0, 0, 0, 0, 1, 0, 0, 0}, 9)) // a step of 2
	full := ulid.MustParse("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
	edge := full
	edge[5] = 0 // the last of a millisecond
	edge[4], edge[3] = 0, 0
	next, err := nextID(edge, time.UnixMilli(3), ones)
	if err != nil || next.Time() != edge.Time()+1 {
		t.Errorf("after the last id of a millisecond comes %s (%v), want the next millisecond", next, err)
	}
	if _, err := nextID(full, time.UnixMilli(3), ones); !errors.Is(err, errNoIDs) {
		t.Errorf("after the last id of all: got %v", err)
	}
	if _, err := nextID(full, time.UnixMilli(3), bytes.NewReader(nil)); err == nil {
		t.Error("no chance, and no error")
	}
}

// TestSlowClocksDoNotMeet holds that two computers that go on from the same
// journal with a clock set back do not give one id twice.
func TestSlowClocksDoNotMeet(t *testing.T) {
	last := ulid.MustParse(id(9))
	var all []string
	for range 2 {
		here := last
		for range 500 {
			next, err := nextID(here, time.UnixMilli(0), rand.Reader)
			if err != nil {
				t.Fatal(err)
			}
			here = next
			all = append(all, here.String())
		}
	}
	slices.Sort(all)
	if got := len(slices.Compact(all)); got != 1000 {
		t.Errorf("got %d ids, want 1000", got)
	}
}
