package tui

import (
	"slices"
	"strings"
	"testing"
)

// TestNoticesCoverNothing: what the root says takes no line of text away. It
// stands under the text where there is room, and in the rule where there is
// none; it never looks like a part of a list.
func TestNoticesCoverNothing(t *testing.T) {
	for height := 14; height <= 30; height++ {
		d := sit(t, sample(t), 80, height).outline()
		before := lines(d.text())
		after := lines(d.press("ctrl+c").see("Saved. Press Ctrl+C again to leave").text())
		for _, line := range before[2 : len(before)-2] {
			if line != "" && !slices.Contains(after, line) {
				t.Errorf("80x%d: %q is covered:\n%s", height, line, d.text())
			}
		}
		for i, line := range after {
			if strings.HasPrefix(line, " — Saved.") && after[i-1] != "" {
				t.Errorf("80x%d: no blank line above it:\n%s", height, d.text())
			}
		}
	}
}

func lines(text string) []string { return strings.Split(strings.TrimRight(text, "\n"), "\n") }
