package tui

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"hearten/course"
)

// windowTitle is a constant: a title is written to the terminal unfiltered.
const windowTitle = "hearten"

// The sizes that decide what is shown.
const (
	leastWidth  = 40
	leastHeight = 12
	wideWidth   = 120
	wideHeight  = 30
	roomyHeight = 20 // from here on a free line stands above the screen
	chrome      = 4  // header, footer and their rules
	fewKeys     = 6  // in the footer
	manyKeys    = 8  // in a wide one
)

func (a app) tooSmall() bool { return a.width < leastWidth || a.height < leastHeight }

// frame is what the window leaves for a screen.
func (a app) frame() frame {
	f := frame{Width: a.width, look: a.look, moment: a.moment, study: a.study, unkept: a.drafts.failure != nil}
	f.Height = max(1, a.height-chrome-a.above()-len(a.said())-a.bandHeight())
	f.Wide = a.width >= wideWidth && a.height >= wideHeight
	return f
}

func (a app) above() int {
	if a.height >= roomyHeight {
		return 1
	}
	return 0
}

// View joins what is ready. The last filter stands here: no screen can forget
// it.
func (a app) View() tea.View {
	v := tea.NewView("")
	v.AltScreen, v.WindowTitle = true, windowTitle
	switch {
	case a.width == 0:
		return v
	case a.tooSmall():
		v.Content = a.small()
		v.Cursor = tea.NewCursor(0, 0)
	default:
		b := a.top().Body()
		v.Content = course.CleanStyled(a.window(b))
		v.Cursor = tea.NewCursor(min(b.x, a.width-1), min(2+a.above()+b.y, a.height-1))
	}
	v.Cursor.Blink = false
	return v
}

func (a app) window(b body) string {
	lines := make([]string, 0, a.height)
	lines = append(lines, a.header(), a.rule(""))
	for range a.above() {
		lines = append(lines, "")
	}
	said := a.said()
	room := max(0, a.height-2-len(lines)-len(said)-a.bandHeight())
	for i := range room {
		if i < len(b.lines) {
			lines = append(lines, cut(b.lines[i], a.width))
			continue
		}
		lines = append(lines, "")
	}
	lines = append(lines, said...)
	lines = append(lines, a.ruleSaid(a.more(b)))
	if len(a.preview.band) > 0 {
		lines = append(append(lines, a.preview.band...), a.rule(""))
	}
	lines = append(lines, a.footer())
	return strings.Join(lines, "\n")
}

func (a app) header() string {
	left, right := a.titles()
	gap := max(1, a.width-2-ansi.StringWidth(left)-ansi.StringWidth(right))
	return cut(" "+a.look.strong.Render(left)+strings.Repeat(" ", gap)+a.look.dim.Render(right), a.width)
}

// titles are what stands at both ends of the header. Where they do not fit,
// the module's name goes first, then what stands at the right if it is long.
func (a app) titles() (left, right string) {
	left, right = a.top().Title()
	left, right = plain(left), plain(right)
	fits := func() bool { return ansi.StringWidth(left)+ansi.StringWidth(right)+4 <= a.width }
	if _, activity, two := strings.Cut(left, " / "); two && !fits() {
		left = activity
	}
	if !fits() && ansi.StringWidth(right) > a.width/3 {
		right = ""
	}
	return cut(left, max(1, a.width-4-ansi.StringWidth(right))), right
}

// rule is a line across the window, with a word in it.
func (a app) rule(word string) string {
	if word == "" {
		return a.look.dim.Render(strings.Repeat(a.look.rule, a.width))
	}
	rest := a.width - ansi.StringWidth(word) - 4
	return a.look.dim.Render(strings.Repeat(a.look.rule, max(0, rest))+" ") + a.look.accent.Render(word) +
		a.look.dim.Render(" "+strings.Repeat(a.look.rule, 2))
}

// more says that the window does not show all.
func (a app) more(b body) string {
	switch {
	case b.above && b.below:
		return a.look.up + a.look.down + " more above and below"
	case b.above:
		return a.look.up + " more above"
	case b.below:
		return a.look.down + " more below"
	}
	return ""
}

// small says that the window is too small, in whatever room there is.
func (a app) small() string {
	words := fmt.Sprintf("This window is %d by %d. hearten needs %d by %d: make it larger, or run hearten --plain, which fits any size.",
		a.width, a.height, leastWidth, leastHeight)
	lines := wrap(words, a.width)
	return strings.Join(lines[:min(len(lines), a.height)], "\n")
}

// sentence makes one of an error.
func sentence(err error) string {
	s := strings.TrimSpace(clean(err.Error()))
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	s = string(unicode.ToUpper(first)) + s[n:]
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":") {
		return s
	}
	return s + "."
}
