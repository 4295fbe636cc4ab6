package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// TestAroundTheMark: whatever the window, the mark is under the word it marks,
// and both can be seen.
func TestAroundTheMark(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := strings.Repeat("die Brücke – ", rapid.IntRange(0, 20).Draw(t, "before"))
		after := strings.Repeat(" and so on", rapid.IntRange(0, 20).Draw(t, "after"))
		width := rapid.IntRange(30, 120).Draw(t, "width")
		excerpt := []string{"   5 | " + before + "wrongly" + after, "     | " + strings.Repeat(" ", ansi.StringWidth(before)) + "^^^^^^^"}
		got := around(excerpt, width)
		line, mark := cut(got[0], width), cut(got[1], width)
		at := ansi.StringWidth(mark[:max(0, strings.Index(mark, "^"))])
		if marked := ansi.Cut(line, at, at+7); marked != "wrongly" || !strings.HasSuffix(mark, "^^^^^^^") {
			t.Fatalf("%q is marked in %d cells:\n%s\n%s", marked, width, line, mark)
		}
	})
}
