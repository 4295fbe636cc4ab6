package tui

import (
	"fmt"
	"image/color"
	"regexp"
	"strings"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"

	"hearten/course"
)

// markdown renders inline Markdown in the colours of one theme. Each text is
// rendered once, unwrapped; wrapping it to a width never renders it again.
// It belongs to the goroutine that draws.
type markdown struct {
	style    ansi.StyleConfig
	renderer *glamour.TermRenderer // made when the first text needs it
	done     map[string]string
}

func newMarkdown(p palette) *markdown {
	yes := true
	var accent *string
	if p.accent != nil {
		accent = hexOf(p.accent)
	}
	return &markdown{done: map[string]string{}, style: ansi.StyleConfig{
		Strong: ansi.StylePrimitive{Bold: &yes},
		Emph:   ansi.StylePrimitive{Italic: &yes},
		Code:   ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: accent}},
		// The format has no mark for it, so its signs are signs.
		Strikethrough: ansi.StylePrimitive{BlockPrefix: "~~", BlockSuffix: "~~"},
		Link:          ansi.StylePrimitive{Underline: &yes, Color: accent},
		LinkText:      ansi.StylePrimitive{Bold: &yes},
	}}
}

func hexOf(c color.Color) *string {
	r, g, b, _ := c.RGBA()
	s := fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8)
	return &s
}

// marked says that a text may hold Markdown. Most do not, and Glamour is slow.
func marked(s string) bool {
	return strings.ContainsAny(s, "*_`<>&\\~") || strings.Contains(s, "](") ||
		strings.Contains(s, "://") || strings.Contains(s, "www.")
}

// longestStyled is how many bytes of a paragraph or a cell are rendered: some
// marks take the square of their number. What is longer is shown as it was
// written, so that nobody waits.
const longestStyled = 4 << 10

// lead keeps a text that begins like a list or a heading from becoming one.
const lead = "x "

// inline is a text in one line, or in more where its author broke it. Of what
// Glamour makes of it, only colours, weights and safe links may pass.
func (m *markdown) inline(text string) string {
	if styled, ok := m.done[text]; ok {
		return styled
	}
	styled := course.CleanMarkdown(text)
	if len(styled) <= longestStyled && marked(styled) {
		styled = m.render(strings.ReplaceAll(styled, "\n", "  \n"))
	}
	styled = course.CleanStyled(termed(styled))
	m.done[text] = styled
	return styled
}

// backslashed is a sign after a backslash.
var backslashed = regexp.MustCompile("\\\\[!-/:-@[-`{-~]")

// spelt writes the signs by their numbers of which Glamour would show the
// backslash as well. Code shows its backslashes.
func spelt(text string) string {
	if strings.Contains(text, "`") {
		return text
	}
	return backslashed.ReplaceAllStringFunc(text, func(sign string) string {
		if strings.Contains(`"$%',/:;=?@^~`, sign[1:]) {
			return fmt.Sprintf("&#%d;", sign[1])
		}
		return sign
	})
}

func (m *markdown) render(text string) string {
	if m.renderer == nil {
		r, err := glamour.NewTermRenderer(glamour.WithStyles(m.style), glamour.WithWordWrap(0))
		if err != nil {
			return text
		}
		m.renderer = r
	}
	out, err := m.renderer.Render(lead + spelt(text))
	if err != nil {
		return text
	}
	out = strings.Trim(course.CleanStyled(termed(out)), "\n ") + " " // the lead's blank, where nothing comes after it
	return strings.TrimRight(strings.TrimPrefix(out, lead), " ")
}

// line is inline for a text that has to be one line.
func (m *markdown) line(text string) string {
	return m.inline(strings.Join(strings.Fields(text), " "))
}

func clean(s string) string { return course.Clean(s) }
