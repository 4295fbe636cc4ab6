package tui

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"image/color"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

func TestParseTheme(t *testing.T) {
	for _, name := range append(themeNames(), "") {
		want := name
		if name == "" {
			want = ThemeAuto
		}
		if got, err := ParseTheme(string(name)); got != want || err != nil {
			t.Errorf("ParseTheme(%q) = %q, %v; want %q", name, got, err, want)
		}
	}
	_, err := ParseTheme("pink")
	want := `there is no theme "pink"; choose one of auto, dark, light, terminal, contrast, none`
	if err == nil || err.Error() != want {
		t.Errorf("ParseTheme(pink): got %v, want %s", err, want)
	}
}

// TestContrast computes the contrast of every colour on the backgrounds that
// its theme is for, after WCAG 1.4.3 and 1.4.6.
func TestContrast(t *testing.T) {
	darks, lights := []string{"#000000", "#1E1E1E"}, []string{"#FFFFFF", "#FDF6E3"}
	tests := []struct {
		theme  ThemeName
		behind background
		on     []string
		least  float64
	}{
		{ThemeDark, unknown, darks, 4.5}, {ThemeAuto, dark, darks, 4.5},
		{ThemeLight, unknown, lights, 4.5}, {ThemeAuto, light, lights, 4.5},
		{ThemeContrast, dark, darks, 7}, {ThemeContrast, light, lights, 7},
	}
	for _, tt := range tests {
		p := tt.theme.palette(tt.behind)
		for name, c := range map[string]color.Color{"strong": p.strong, "dim": p.dim, "accent": p.accent, "good": p.good, "mixed": p.mixed, "bad": p.bad} {
			for _, on := range tt.on {
				if got := contrast(c, lipgloss.Color(on)); got < tt.least {
					t.Errorf("%s: %s on %s has a contrast of %.1f, want %.1f", tt.theme, name, on, got, tt.least)
				}
			}
		}
	}
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	channel := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*channel(r) + 0.7152*channel(g) + 0.0722*channel(b)
}

// TestThemesWithoutColours: where nothing is known of the background, or the
// learner wants it so, there are weights alone.
func TestThemesWithoutColours(t *testing.T) {
	tests := []struct {
		theme  ThemeName
		behind background
	}{{ThemeNone, dark}, {ThemeNone, light}, {ThemeAuto, unknown}, {ThemeContrast, unknown}}
	for _, tt := range tests {
		if got := tt.theme.palette(tt.behind); got != (palette{}) {
			t.Errorf("%s on background %d has colours: %v", tt.theme, tt.behind, got)
		}
	}
	if p := ThemeTerminal.palette(dark); p.strong != nil || p.dim != nil || p.accent != nil {
		t.Errorf("the terminal theme colours words: %v", p)
	}
}

// TestBackground: colours come when the terminal has said what is behind,
// and a theme that was named does not ask.
func TestBackground(t *testing.T) {
	d := sit(t, sample(t), 80, 24)
	d.app.theme, d.app.look = ThemeAuto, newLook(ThemeAuto, unknown, false)
	d.app = d.app.layout()
	plain := d.text()
	if d.app.Init() == nil {
		t.Error("the background is not asked for")
	}
	if strings.Contains(d.app.View().Content, "38;2") {
		t.Error("there are colours before the background is known")
	}
	d.send(tea.BackgroundColorMsg{Color: color.White})
	if !strings.Contains(d.app.View().Content, "38;2;11;87;164") {
		t.Errorf("a light background brings no light theme: %q", d.app.View().Content)
	}
	if d.text() != plain {
		t.Errorf("the colours change the words:\n%s", d.text())
	}
	d.app.theme = ThemeDark
	if d.app.Init() != nil {
		t.Error("a theme that was named asks for the background")
	}
}

// wgl4 are the signs beyond Latin letters that we may draw with.
const wgl4 = "√►■□●○─│├└┼▲▼↑↓←→×·•–—‘’“”…"

// TestGlyphs: all that we draw with is in WGL4. It reads our own files.
func TestGlyphs(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				s, _ := strconv.Unquote(lit.Value)
				for _, r := range s {
					if r > 0x7e && !strings.ContainsRune(wgl4, r) {
						t.Errorf("%s draws %q (%U), which is not among %s", e.Name(), r, r, wgl4)
					}
				}
			}
			return true
		})
	}
}

// TestASCII: without its glyphs the interface is ASCII, on every screen.
func TestASCII(t *testing.T) {
	c := sample(t)
	for _, s := range stops() {
		d := sit(t, c, 80, 24)
		d.app.ascii, d.app.look = true, newLook(ThemeNone, unknown, true)
		s.reach(d)
		d.app = d.app.layout()
		for _, r := range d.text() {
			if r > '~' {
				t.Fatalf("%s: %q is not ASCII in\n%s", s.name, r, d.text())
			}
		}
	}
}

// TestStatesHaveWords: without colours, and with every sign made the same,
// the verdicts and outcomes still differ.
func TestStatesHaveWords(t *testing.T) {
	l := newLook(ThemeNone, unknown, false)
	seen := map[string]string{}
	for name, line := range map[string]string{
		"good": outcome(l, "good"), "mixed": outcome(l, "mixed"), "bad": outcome(l, "bad"),
	} {
		sign, words, _ := strings.Cut(ansi.Strip(line), " ")
		for _, key := range []string{sign, words} {
			if other, dup := seen[key]; dup {
				t.Errorf("%s and %s both say %q", name, other, key)
			}
			seen[key] = name
		}
	}
	if got := fmt.Sprint(len(seen)); got != "6" {
		t.Errorf("%s signs and words, want 6", got)
	}
}
