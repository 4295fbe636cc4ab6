package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// around is a line of a file and the mark under it, cut on both sides of what is
// marked where they are wider than the window.
func around(excerpt []string, width int) []string {
	if len(excerpt) != 2 {
		return excerpt
	}
	margin, line, _ := strings.Cut(excerpt[0], "| ")
	under, mark, ok := strings.Cut(excerpt[1], "| ")
	room := width - ansi.StringWidth(margin+"| ")
	if !ok || room < 12 || ansi.StringWidth(line) <= room {
		return excerpt
	}
	begins := ansi.StringWidth(mark) - ansi.StringWidth(strings.TrimLeft(mark, " "))
	if from := max(0, begins-room/3); ansi.StringWidth(mark) > room-3 {
		line = "..." + ansi.Cut(line, from+3, ansi.StringWidth(line))
		mark = ansi.Cut(mark, from, ansi.StringWidth(mark))
	}
	if ansi.StringWidth(mark) > room { // as much of it as there is
		mark = ansi.Cut(mark, 0, room)
	}
	return []string{margin + "| " + line, under + "| " + mark}
}
