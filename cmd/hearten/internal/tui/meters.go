package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"hearten/course"
	"hearten/course/scenario"
)

// longestBar is how many cells a meter has at most.
const longestBar = 12

// meters sets how the meters stand: a bar, the number, and what the last
// decision changed, or the same in words alone.
func (l *look) meters(readings []scenario.Reading, how metersHow, width int) []string {
	widest, cells, amounts := 0, 0, 0
	for _, r := range readings {
		widest = max(widest, ansi.StringWidth(label(r.Meter)))
		cells = max(cells, barCells(r.Meter))
		amounts = max(amounts, len(amount(r)))
	}
	var lines []string
	for _, r := range readings {
		bar := pad(l.bar(r), cells+2) + pad(amount(r), amounts) + how.after("   "+l.changed(r))
		switch {
		case how.inWords || cells+amounts+19 > width:
			lines = append(lines, hang("", label(r.Meter)+": "+amount(r)+how.after(", "+change(r))+".", width)...)
		case widest+cells+amounts+17 > width:
			if len(lines) > 0 {
				lines = append(lines, "")
			}
			lines = append(lines, label(r.Meter), "  "+bar)
		default:
			lines = append(lines, pad(label(r.Meter), widest+2)+bar)
		}
	}
	return lines
}

// metersHow says how meters are set: in words, and whether anything can have
// changed them yet.
type metersHow struct{ inWords, untouched bool }

func (h metersHow) after(change string) string {
	if h.untouched {
		return ""
	}
	return change
}

func label(m scenario.Meter) string {
	if m.Label != "" {
		return plain(m.Label)
	}
	return m.Name
}

func barCells(m scenario.Meter) int { return max(1, min(longestBar, m.Max-m.Min)) }

func (l *look) bar(r scenario.Reading) string {
	cells := barCells(r.Meter)
	span := max(1, r.Meter.Max-r.Meter.Min)
	full := ((r.Value-r.Meter.Min)*cells + span - 1) / span
	return l.accent.Render(strings.Repeat(l.full, full)) + l.dim.Render(strings.Repeat(l.empty, cells-full))
}

func amount(r scenario.Reading) string {
	if r.Meter.Min == 0 {
		return fmt.Sprintf("%d of %d", r.Value, r.Meter.Max)
	}
	return fmt.Sprintf("%d (%d to %d)", r.Value, r.Meter.Min, r.Meter.Max)
}

// change is what the last decision did to a meter, in words.
func change(r scenario.Reading) string {
	switch {
	case r.Change > 0:
		return fmt.Sprintf("up %d", r.Change)
	case r.Change < 0:
		return fmt.Sprintf("down %d", -r.Change)
	}
	return "no change"
}

// changed is change with a sign, in the colour of better or worse.
func (l *look) changed(r scenario.Reading) string {
	if r.Change == 0 {
		return l.dim.Render("no change")
	}
	sign, better := l.up, r.Change > 0
	if r.Change < 0 {
		sign = l.down
	}
	return l.judge(r.Meter.Better, better).Render(sign) + " " + change(r)
}

func (l *look) judge(b scenario.Better, up bool) lipgloss.Style {
	switch {
	case b == scenario.BetterNone:
		return l.accent
	case (b == scenario.BetterDown) != up:
		return l.good
	}
	return l.bad
}

// plainMarkdown is inline Markdown as words in one line.
func plainMarkdown(s string) string {
	return course.Inline(s)
}
