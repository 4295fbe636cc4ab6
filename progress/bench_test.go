package progress

import (
	"bytes"
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkOpen reads and replays a journal of 2,000 events. Its floor is the
// checksum over the lines of the same file.
func BenchmarkOpen(b *testing.B) {
	j := open1(b, b.TempDir())
	mustAppend(b, j, entries(2000)...)
	var floor time.Duration
	for b.Loop() {
		opened := open1(b, j.dir)
		if r := Replay(opened.Events(), nil); len(r.Places) != 100 {
			b.Fatalf("got %d places, want 100", len(r.Places))
		}
		start := time.Now()
		data := content(b, j)
		for line := range bytes.SplitSeq(data, []byte("\n")) {
			crc32.Checksum(line, crc32.MakeTable(crc32.Castagnoli))
		}
		b.StopTimer()
		floor += time.Since(start)
		b.StartTimer()
	}
	ratio(b, floor)
}

// BenchmarkReplay folds 2,000 events. Its floor is a copy of them.
func BenchmarkReplay(b *testing.B) {
	j := open1(b, b.TempDir())
	mustAppend(b, j, entries(2000)...)
	events := j.Events()
	for b.Loop() {
		Replay(events, nil)
	}
}

// BenchmarkAppend makes one answer durable. Its floor is a write and fsync of
// as many bytes to a file that is open.
func BenchmarkAppend(b *testing.B) {
	j := open1(b, b.TempDir())
	mustAppend(b, j, entries(2000)...)
	entry := entries(2)[1]
	line, err := encode(Event{entry, id(1), course})
	if err != nil {
		b.Fatal(err)
	}
	raw, err := os.OpenFile(filepath.Join(j.dir, "floor"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		b.Fatal(err)
	}
	defer raw.Close()
	var floor, ours time.Duration
	for b.Loop() {
		start := time.Now()
		mustAppend(b, j, entry)
		ours += time.Since(start)
		start = time.Now()
		if _, err := raw.Write(append(line, '\n')); err != nil || raw.Sync() != nil {
			b.Fatal(err)
		}
		floor += time.Since(start)
	}
	b.ReportMetric(float64(ours)/float64(floor), "x-floor")
}

func ratio(b *testing.B, floor time.Duration) {
	b.ReportMetric(float64(b.Elapsed())/float64(floor), "x-floor")
}
