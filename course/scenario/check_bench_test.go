package scenario

import (
	"fmt"
	"math"
	"runtime"
	"testing"
	"time"
)

// BenchmarkCheck compares the checker with random probes into a bit set that
// has a bit for each state there could be: any program that looks at every
// transition must at least ask whether it has been there. Of several rounds
// the fastest of each counts, so that a busy machine does not.
func BenchmarkCheck(b *testing.B) {
	tests := []struct {
		name                string
		meters, span, flags int
	}{
		{"dense", 2, 99, 0}, {"dense", 3, 46, 0}, {"dense", 3, 99, 0}, {"dense", 4, 43, 0},
		{"hashed", 3, 46, 16}, {"hashed", 3, 99, 16}, {"hashed", 4, 43, 16},
	}
	for _, tt := range tests {
		b.Run(fmt.Sprintf("%s/meters=%d/span=%d", tt.name, tt.meters, tt.span), func(b *testing.B) {
			spec := wheels(tt.meters, tt.span)
			for i := range tt.flags {
				spec.Flags = append(spec.Flags, fmt.Sprintf("f%d", i))
			}
			story := mustNew(b, spec)
			x := story.explore(DefaultLimit, newStateSet(story))
			states, transitions := len(x.keys), len(x.next)
			x = nil
			ours, floor, memory := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64), uint64(0)
			for range b.N {
				before := allocated()
				ours = min(ours, timed(func() {
					if r := story.Check(0); !r.Complete || !r.Figures.Known {
						b.Fatalf("the story was not explored whole: %d states", r.States)
					}
				}))
				memory = allocated() - before
				floor = min(floor, timed(func() { probe(uint64(states), transitions) }))
			}
			b.ReportMetric(float64(ours)/float64(floor), "×probes")
			b.ReportMetric(float64(states), "states")
			b.ReportMetric(float64(states)/ours.Seconds()/1e6, "Mstates/s")
			b.ReportMetric(float64(memory)/float64(states), "B/state")
		})
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// probe asks for and sets random bits.
func probe(size uint64, times int) int {
	bits := make([]uint64, size/64+1)
	seen, random := 0, uint64(88172645463325252)
	for range times {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		at := random % size
		if bits[at/64]>>(at%64)&1 == 1 {
			seen++
		}
		bits[at/64] |= 1 << (at % 64)
	}
	return seen
}
