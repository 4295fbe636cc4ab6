package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"
)

// lessonOfText is a desk before a lesson of so much text.
func lessonOfText(t testing.TB, text string, width, height int) *desk {
	module := "format: 1\nid: m\ntitle: M\nsummary: One.\nactivities:\n  - {lesson: l, title: L, minutes: 1, file: l.md}\n"
	d := sit(t, courseOf(map[string]string{
		"course.yaml":   "format: 1\nid: pages-a1b2c3\ntitle: Pages\nversion: 1.0.0\nlanguage: en\nmodules: [m]\n",
		"m/module.yaml": module, "m/l.md": text,
	}), width, height)
	return d.step(openMsg{"m", "l"})
}

// page is the page that the lesson says it is on.
func (d *desk) page() string {
	_, right := d.app.top().(lessonScreen).Title()
	return right
}

// TestPagesKeepTheirNumbers: from the first page to the last and back, each is
// one of as many, whatever the lesson and the window.
func TestPagesKeepTheirNumbers(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var text strings.Builder
		for _, n := range rapid.SliceOfN(rapid.IntRange(1, 90), 1, 40).Draw(r, "paragraphs") {
			text.WriteString(strings.Repeat("word ", n) + "\n\n")
		}
		d := lessonOfText(t, text.String(), 80, rapid.IntRange(12, 40).Draw(r, "height"))
		of := len(d.app.top().(lessonScreen).pages)
		for n := 1; n <= of; n++ {
			if want := fmt.Sprintf("page %d of %d", n, of); d.page() != want {
				r.Fatalf("going on it says %q, want %q:\n%s", d.page(), want, d.text())
			}
			if n < of {
				d.press("space")
			}
		}
		for n := of; n >= 1; n-- {
			if want := fmt.Sprintf("page %d of %d", n, of); d.page() != want {
				r.Fatalf("going back it says %q, want %q:\n%s", d.page(), want, d.text())
			}
			d.press("left")
		}
	})
}

// TestAllThatFitsIsShown: a place that was kept leaves no orphan where there
// is room for all, and is found again where there is not.
func TestAllThatFitsIsShown(t *testing.T) {
	var text strings.Builder
	for n := range 12 {
		fmt.Fprintf(&text, "Paragraph %d of twelve.\n\n", n+1)
	}
	d := lessonOfText(t, text.String(), 40, 12).press("space", "space").see("Paragraph 9")
	here := d.text()
	d.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	d.see("page 1 of 1", "Paragraph 1 ", "Paragraph 12 ", "Enter finish")
	d.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	if got := d.text(); got != here {
		t.Errorf("back in the small window it shows\n%s\nwant\n%s", got, here)
	}
}

// TestTablesBreakBetweenRows: a page begins with a row and ends with one, and
// the headings stand over each part, after a resize too.
func TestTablesBreakBetweenRows(t *testing.T) {
	text := "Before it.\n\n| Claim | Strength |\n|---|---|\n"
	for n := range 20 {
		text += fmt.Sprintf("| Claim %d is a sentence of a few more words than one line has room for, so that it ends in END%d | Strong, as far as anybody knows today, FIN%d |\n", n, n, n)
	}
	widths := []int{80, 120, 60, 40, 90}
	d := lessonOfText(t, text, 80, 24)
	for i := range 12 {
		d.send(tea.WindowSizeMsg{Width: widths[i%len(widths)], Height: 24})
		shown := d.text()
		for n := range 20 {
			claim := strings.Contains(shown, fmt.Sprintf("Claim %d ", n))
			end, fin := strings.Contains(shown, fmt.Sprintf("END%d ", n)) || strings.Contains(shown, fmt.Sprintf("END%d\n", n)), strings.Contains(shown, fmt.Sprintf("FIN%d\n", n))
			if claim != end || claim != fin {
				t.Fatalf("row %d is cut:\n%s", n, shown)
			}
		}
		if heads := slices.ContainsFunc(strings.Split(shown, "\n"), func(line string) bool { return strings.Contains(line, "Claim") && strings.Contains(line, "Strength") }); !heads && widths[i%len(widths)] > 40 {
			t.Fatalf("the headings are missing:\n%s", shown)
		}
		if !strings.Contains(shown, "finish") {
			d.press("space")
		}
	}
}
