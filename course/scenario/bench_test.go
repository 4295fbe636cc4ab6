package scenario

import (
	"fmt"
	"math"
	"testing"
	"time"
)

func timed(call func()) time.Duration {
	start := time.Now()
	call()
	return time.Since(start)
}

// closure is a condition, and what a programmer would have written for it.
type closure struct {
	text string
	same func(state) bool
}

func closures() []closure {
	height := func(s state, meter int) int { return int(s >> (8 * meter) & 0xff) }
	return []closure{
		{"asked_first", func(s state) bool { return s>>flagShift&1 == 1 }},
		{"asked_first and trust >= 3", func(s state) bool { return s>>flagShift&1 == 1 && height(s, 0) >= 3 }},
		{"trust >= 2 and (asked_first or days < 2) and not told", func(s state) bool {
			return height(s, 0) >= 2 && (s>>flagShift&1 == 1 || height(s, 1)-3 < 2) && s>>(flagShift+1)&1 == 0
		}},
		{"trust + days > 4", func(s state) bool { return height(s, 0)+height(s, 1)-3 > 4 }},
	}
}

// BenchmarkCondition compares conditions with their closures, over a thousand
// states a round. The fastest round of each counts, so that a busy machine
// does not.
func BenchmarkCondition(b *testing.B) {
	states := make([]state, 1<<10)
	for i := range states {
		states[i] = stateOf(i%7, i/7%10-3, -5, i&1 == 0, i&2 == 0)
	}
	for _, tt := range closures() {
		b.Run(tt.text, func(b *testing.B) {
			c, errs := parseCondition(tt.text, testNames())
			if len(errs) > 0 {
				b.Fatal(errs)
			}
			held, wanted := 0, 0
			ours, floor := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
			for range b.N {
				ours = min(ours, timed(func() {
					for _, s := range states {
						if c.holds(s, noEnding) {
							held++
						}
					}
				}))
				floor = min(floor, timed(func() {
					for _, s := range states {
						if tt.same(s) {
							wanted++
						}
					}
				}))
			}
			if held != wanted {
				b.Fatalf("the condition held %d times, its closure %d times", held, wanted)
			}
			b.ReportMetric(float64(ours)/float64(floor), "×closure")
			b.ReportMetric(float64(ours.Nanoseconds())/float64(len(states)), "ns/condition")
		})
	}
}

// BenchmarkNew makes a story of many scenes.
func BenchmarkNew(b *testing.B) {
	spec := maya()
	for i := range 1000 {
		s := spec.Scenes[1]
		s.ID = fmt.Sprintf("s%d", i)
		spec.Scenes = append(spec.Scenes, s)
	}
	for b.Loop() {
		if _, errs := New(spec); len(errs) > 0 {
			b.Fatal(errs)
		}
	}
}
