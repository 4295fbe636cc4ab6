package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// keyFor is a key that changes a screen, and the one that changes it back.
func keyFor(a app) [2]tea.KeyPressMsg {
	if w, ok := a.top().(writer); ok && w.Typing() {
		return [2]tea.KeyPressMsg{{Code: 'x', Text: "x"}, {Code: tea.KeyBackspace}}
	}
	return [2]tea.KeyPressMsg{{Code: tea.KeyDown}, {Code: tea.KeyUp}}
}

// BenchmarkScreen is a key and the screen after it, as a ratio to joining
// a window of plain lines.
func BenchmarkScreen(b *testing.B) {
	c := sample(b)
	for _, s := range stops() {
		b.Run(s.name, func(b *testing.B) {
			d := sit(b, c, 120, 40)
			s.reach(d)
			keys := keyFor(d.app)
			plain := make([]string, 40)
			for i := range plain {
				plain[i] = strings.Repeat("x", 120)
			}
			b.ReportAllocs()
			var took, floor time.Duration
			i := 0
			for b.Loop() {
				start := time.Now()
				next, _ := d.app.Update(keys[i%2])
				d.app = next.(app)
				_ = d.app.View()
				middle := time.Now()
				_ = strings.Join(plain, "\n")
				took, floor = took+middle.Sub(start), floor+time.Since(middle)
				i++
			}
			b.ReportMetric(float64(took)/float64(floor), "x-join")
		})
	}
}

// BenchmarkOpenLesson lays out the longest lesson for the first time, with
// Glamour at work, and again for another width.
func BenchmarkOpenLesson(b *testing.B) {
	d := sit(b, sample(b), 120, 40).activity("describe")
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			d.app.look = newLook(ThemeDark, unknown, false)
			d.app = d.app.layout()
		}
	})
	b.Run("resize", func(b *testing.B) {
		i := 0
		for b.Loop() {
			i++
			next, _ := d.app.Update(tea.WindowSizeMsg{Width: 80 + i%2, Height: 40})
			d.app = next.(app)
		}
	})
}

// TestAllocations: a key and the screen after it stay within the budget, on
// every screen.
func TestAllocations(t *testing.T) {
	for _, s := range seats(t) {
		d := s.sit(120, 40)
		keys := keyFor(d.app)
		i := 0
		got := testing.AllocsPerRun(50, func() {
			next, _ := d.app.Update(keys[i%2])
			d.app = next.(app)
			_ = d.app.View()
			i++
		})
		if got > 3000 {
			t.Errorf("%s: %.0f allocations, want at most 3000", s.name, got)
		}
	}
}
