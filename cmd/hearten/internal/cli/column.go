package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// column is how wide a column of titles is set: as wide as the widest, within
// bounds.
func column(titles []string, least, most int) int {
	width := least
	for _, t := range titles {
		width = max(width, ansi.StringWidth(t))
	}
	return min(width, most)
}

// printRow prints a title in its column, between what stands before and after
// it. A title that is wider goes on below.
func printRow(out io.Writer, before, title string, width int, after string) {
	for i, line := range strings.Split(ansi.Wrap(strings.Join(strings.Fields(title), " "), width, ""), "\n") {
		if i == 0 {
			gap := strings.Repeat(" ", max(0, width-ansi.StringWidth(line)))
			fmt.Fprintf(out, "%s%s%s%s\n", before, line, gap, after)
			continue
		}
		fmt.Fprintf(out, "%s%s\n", strings.Repeat(" ", ansi.StringWidth(before)), line)
	}
}
