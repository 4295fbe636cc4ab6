package main

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// bare builds the program that the benchmarks measure against.
func bare(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bare")
	if out, err := exec.Command("go", "build", "-o", path, "./testdata/bare").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return path
}

func hearten(b *testing.B) string {
	b.Helper()
	path, err := binary()
	if err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkFirstScreen measures the time until the home screen can be used,
// as a ratio to a bare program at 60 frames a second, started in turns.
func BenchmarkFirstScreen(b *testing.B) {
	ours, floor := hearten(b), bare(b)
	for _, silent := range []bool{false, true} {
		name := "answering terminal"
		if silent {
			name = "silent terminal"
		}
		b.Run(name, func(b *testing.B) {
			var with, without []time.Duration
			for range b.N {
				with = append(with, untilSeen(b, silent, "Leading with care", ours))
				without = append(without, untilSeen(b, silent, "ready", floor, "60"))
			}
			b.ReportMetric(ms(median(with)), "ms")
			b.ReportMetric(ms(median(without)), "bare-ms")
			b.ReportMetric(float64(median(with))/float64(median(without)), "ratio")
		})
	}
}

func untilSeen(b *testing.B, silent bool, words string, path string, args ...string) time.Duration {
	began := time.Now()
	term := startProgram(b, 120, 40, silent, b.TempDir(), path, args...)
	term.see(words)
	took := time.Since(began)
	term.kill()
	return took
}

// BenchmarkKey measures the time from a key to the changed screen, as a ratio
// to a bare program at 120 frames a second.
func BenchmarkKey(b *testing.B) {
	ours := startProgram(b, 120, 40, false, b.TempDir(), hearten(b))
	ours.see("Leading with care")
	floor := startProgram(b, 120, 40, false, b.TempDir(), bare(b), "120")
	floor.see("ready")
	var with, without []time.Duration
	for range b.N {
		with = append(with, untilChanged(ours, "tab"))
		without = append(without, untilChanged(floor, "down"))
	}
	b.ReportMetric(ms(median(with)), "ms")
	b.ReportMetric(float64(median(with))/float64(median(without)), "ratio")
	b.ReportMetric(float64(percentile(with, 95))/float64(percentile(without, 95)), "p95-ratio")
}

func untilChanged(term *terminal, key string) time.Duration {
	before, at := term.text(), term.cursor()
	began := time.Now()
	term.press(key)
	term.until("see a change", func(text string) bool { return text != before || term.cursor() != at })
	return time.Since(began)
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func median(ds []time.Duration) time.Duration { return percentile(ds, 50) }

func percentile(ds []time.Duration, p int) time.Duration {
	sorted := slices.Sorted(slices.Values(ds))
	return sorted[(len(sorted)-1)*p/100]
}

// BenchmarkHelp measures how long --help takes on a terminal that answers no
// query.
func BenchmarkHelp(b *testing.B) {
	path := hearten(b)
	for range b.N {
		term := startProgram(b, 80, 24, true, b.TempDir(), path, "--help")
		term.until("end", func(text string) bool { return strings.Contains(text, "Exit codes") })
		term.kill()
	}
}
