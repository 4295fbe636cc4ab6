package tui

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"hearten/course"
)

// ThemeName names a set of colours.
type ThemeName string

// The themes. Auto follows the terminal's background; terminal uses the
// user's own sixteen colours, none uses weights alone.
const (
	ThemeAuto     ThemeName = "auto"
	ThemeDark     ThemeName = "dark"
	ThemeLight    ThemeName = "light"
	ThemeTerminal ThemeName = "terminal"
	ThemeContrast ThemeName = "contrast"
	ThemeNone     ThemeName = "none"
)

func themeNames() []ThemeName {
	return []ThemeName{ThemeAuto, ThemeDark, ThemeLight, ThemeTerminal, ThemeContrast, ThemeNone}
}

// ParseTheme reads the name of a theme; no name means auto.
func ParseTheme(name string) (ThemeName, error) {
	if name == "" {
		return ThemeAuto, nil
	}
	if t := ThemeName(name); slices.Contains(themeNames(), t) {
		return t, nil
	}
	var all []string
	for _, t := range themeNames() {
		all = append(all, string(t))
	}
	return "", fmt.Errorf("there is no theme %q; choose one of %s", name, strings.Join(all, ", "))
}

// background is what is known of the terminal's background.
type background uint8

const (
	unknown background = iota
	dark
	light
)

// palette is the colours of a theme; a nil colour is the terminal's own.
// Prose always has the terminal's own.
type palette struct{ strong, dim, accent, good, mixed, bad color.Color }

func (n ThemeName) palette(behind background) palette {
	switch {
	case n == ThemeContrast && behind == light:
		return hex("#000000", "#404040", "#003A75", "#004D36", "#5A3C00", "#8B0000")
	case n == ThemeContrast && behind == dark:
		return hex("#FFFFFF", "#D0D0D0", "#A8D0FF", "#7FE3BE", "#FFD677", "#FFB8B0")
	case n == ThemeLight, n == ThemeAuto && behind == light:
		return hex("#1F1F1F", "#595959", "#0B57A4", "#00694B", "#7A5200", "#A8201A")
	case n == ThemeDark, n == ThemeAuto && behind == dark:
		return hex("#E6E6E6", "#A8A8A8", "#7AB8FF", "#56D4A4", "#F0C04A", "#FF8A80")
	case n == ThemeTerminal:
		return palette{good: lipgloss.Green, mixed: lipgloss.Yellow, bad: lipgloss.Red}
	}
	return palette{}
}

func hex(strong, dim, accent, good, mixed, bad string) palette {
	c := lipgloss.Color
	return palette{c(strong), c(dim), c(accent), c(good), c(mixed), c(bad)}
}

// theme is what the words of the interface look like.
type theme struct {
	strong lipgloss.Style // what is focused, or matters most
	title  lipgloss.Style // headings
	dim    lipgloss.Style // what may be passed over
	accent lipgloss.Style // the pointer, keys
	good   lipgloss.Style // signs, never words alone
	mixed  lipgloss.Style
	bad    lipgloss.Style
}

func (p palette) theme() theme {
	plain := lipgloss.NewStyle()
	in := func(s lipgloss.Style, c color.Color) lipgloss.Style {
		if c == nil {
			return s
		}
		return s.Foreground(c)
	}
	return theme{
		strong: in(plain.Bold(true), p.strong),
		title:  in(plain.Bold(true), p.accent),
		dim:    in(plain, p.dim),
		accent: in(plain.Bold(true), p.accent),
		good:   in(plain.Bold(true), p.good),
		mixed:  in(plain.Bold(true), p.mixed),
		bad:    in(plain.Bold(true), p.bad),
	}
}

// termed underlines the words of terms, in every theme: what is bold around
// them stays so.
func termed(text string) string {
	return strings.NewReplacer(course.TermOpens, "\x1b[4m", course.TermCloses, "\x1b[24m").Replace(text)
}

// look is everything that decides what a screen looks like.
type look struct {
	theme
	glyphs
	md *markdown
}

func newLook(n ThemeName, behind background, ascii bool) *look {
	p := n.palette(behind)
	return &look{theme: p.theme(), glyphs: newGlyphs(ascii), md: newMarkdown(p)}
}

// plain makes a text from a file safe to show in one line.
func plain(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }
