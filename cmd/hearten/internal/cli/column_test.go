package cli

import (
	"strings"
	"testing"
)

// TestRows: whatever a title is like, no row is wider than a terminal, and
// what stands after the titles stands in one column.
func TestRows(t *testing.T) {
	titles := []string{"Short", "Über die Größe", "課程課程", "One title that goes on for so long that no column could hold it, ever", strings.Repeat("x", 90)}
	var out strings.Builder
	width := column(titles, 10, 40)
	for _, title := range titles {
		printRow(&out, "  lesson  ", title, width, "   3 min")
	}
	const want = `  lesson  Short                                      3 min
  lesson  Über die Größe                             3 min
  lesson  課程課程                                   3 min
  lesson  One title that goes on for so long that    3 min
          no column could hold it, ever
  lesson  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   3 min
          xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
          xxxxxxxxxx
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &out, want)
	}
}
