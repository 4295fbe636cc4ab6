package progress

import (
	"bytes"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// versus times what is measured and its floor in turn, and reports the ratio
// of their medians.
func versus(b *testing.B, measured, floor func()) {
	var ours, theirs []time.Duration
	for b.Loop() {
		start := time.Now()
		measured()
		middle := time.Now()
		floor()
		ours, theirs = append(ours, middle.Sub(start)), append(theirs, time.Since(middle))
	}
	slices.Sort(ours)
	slices.Sort(theirs)
	median, least := ours[len(ours)/2], theirs[len(theirs)/2]
	b.ReportMetric(float64(median)/float64(least), "x-floor")
	b.ReportMetric(float64(median.Microseconds()), "median-µs")
}

// BenchmarkOpen reads a journal of 2,000 events from disk and replays it. Its
// floor is reading the same file and the checksums of its lines.
func BenchmarkOpen(b *testing.B) {
	j := opened(b, b.TempDir())
	mustAppend(b, j, entries(2000)...)
	versus(b, func() {
		if r := Replay(opened(b, j.dir).Events(), nil); len(r.Places) != 100 {
			b.Fatalf("got %d places, want 100", len(r.Places))
		}
	}, func() {
		for line := range bytes.Lines(content(b, j)) {
			crc32.Checksum(line, crc32.MakeTable(crc32.Castagnoli))
		}
	})
}

// BenchmarkReplay folds 2,000 events. Its floor is a copy of them.
func BenchmarkReplay(b *testing.B) {
	j := opened(b, b.TempDir())
	mustAppend(b, j, entries(2000)...)
	events := j.Events()
	var copied []Event
	versus(b, func() { Replay(events, nil) }, func() { copied = append([]Event(nil), events...) })
	if len(copied) != len(events) {
		b.Fatalf("copied %d of %d", len(copied), len(events))
	}
}

// BenchmarkAppend makes one answer durable. Its floor is a write and fsync of
// as many bytes to a file that is open.
func BenchmarkAppend(b *testing.B) {
	j := opened(b, b.TempDir())
	mustAppend(b, j, entries(2000)...)
	entry := entries(2)[1]
	line := append(sample(b, Event{entry, id(1), course}), '\n')
	raw, err := os.OpenFile(filepath.Join(j.dir, "floor"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		b.Fatal(err)
	}
	defer raw.Close()
	versus(b, func() { mustAppend(b, j, entry) }, func() {
		if _, err := raw.Write(line); err != nil || raw.Sync() != nil {
			b.Fatal("the floor could not be written")
		}
	})
}
