package twee

import (
	"regexp"
	"slices"
	"strings"
)

// maxMacro bounds how far the end of a macro is looked for.
const maxMacro = 4096

// ahead is how far the end of something that opens at a place may be looked
// for. All looking together is bounded by the length of the text, so that a
// text full of opened brackets is read in no more time than another.
func (c *converter) ahead(i, to int) int {
	to = min(to, i+maxMacro, i+c.budget)
	c.budget -= to - i
	return to
}

const keptText = "; the text in its brackets was kept, as if it always held"

// snowman reads <% … %>.
func (c *converter) snowman(i, to int) (string, int) {
	if !c.format.is(snowman) || !strings.HasPrefix(c.text[i:to], "<%") {
		return "", 0
	}
	end := c.find("%>", i+2, to)
	if end < 0 {
		return "", 0
	}
	c.macro(i, c.text[i:end+2], "")
	return "", end + 2 - i
}

var sugarShape = regexp.MustCompile(`^<</?[A-Za-z$_=-]`)

// sugarcube reads <<…>>. Text between two of them is kept.
func (c *converter) sugarcube(i, to int) (string, int) {
	if c.text[i] != '<' || !c.format.is(sugarcube) || !sugarShape.MatchString(c.text[i:to]) {
		return "", 0
	}
	n := closing(c.text[i+2:max(i+2, c.ahead(i, to))], "", ">>") + 4
	if n < 4 {
		n = 2
	}
	for _, name := range []string{"script", "silently"} { // what they hold is no text
		if strings.HasPrefix(c.text[i:i+n], "<<"+name) {
			if end := c.find("<</"+name+">>", i, to); end >= 0 {
				n = end + len("<</>>") + len(name) - i
			}
		}
	}
	c.macro(i, c.text[i:i+n], "")
	return "", n
}

// closing is where a text that was opened is closed, passing over quotes and
// over what is opened within; -1 if nowhere.
func closing(s, open, end string) int {
	depth := 1
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"' || s[i] == '\'':
			if j := strings.IndexByte(s[i+1:], s[i]); j >= 0 && !strings.Contains(s[i+1:i+1+j], "\n") {
				i += j + 1
			}
		case open != "" && strings.HasPrefix(s[i:], open):
			depth++
		case strings.HasPrefix(s[i:], end):
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

var harloweShape = regexp.MustCompile(`^\(([$_]?[A-Za-z][\w/-]*):`)

// harlowe reads (name: …), with the hook [ … ] that may follow it. Where the
// format is not known, only names that Harlowe has are taken for macros, since
// a bracket and a colon are plain English too.
func (c *converter) harlowe(i, to int) (string, int) {
	if c.text[i] != '(' || !c.format.is(harlowe) {
		return "", 0
	}
	m := harloweShape.FindStringSubmatch(c.text[i:min(to, i+100)])
	if m == nil || c.format == unknown && !slices.Contains(harloweNames(), strings.ToLower(m[1])) {
		return "", 0
	}
	n := closing(c.text[i+1:max(i+1, c.ahead(i, to))], "(", ")") + 2
	if n < 2 {
		n = len(m[0])
	}
	text, kept := c.text[i:i+n], ""
	if after := i + n + spaces(c.text[i+n:to]); c.openHook(after, to) {
		n, kept = after+1-i, keptText
	}
	c.macro(i, text, kept)
	return "", n
}

func spaces(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }

// openHook says that a hook begins at a place, and drops its last bracket.
func (c *converter) openHook(i, to int) bool {
	if i >= to || c.text[i] != '[' || strings.HasPrefix(c.text[i:to], "[[") {
		return false
	}
	end := c.hookEnd(i, to)
	if end < 0 {
		return false
	}
	c.dropped[end] = true
	return true
}

// hookEnd is where the bracket closes that opens at a place; -1 if nowhere.
func (c *converter) hookEnd(i, to int) int {
	depth := 0
	for j, end := i, c.ahead(i, to); j < end; j++ {
		switch c.text[j] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return -1
}

// harloweNames are the macros whose names nobody writes before a colon in
// plain English.
func harloweNames() []string {
	return strings.Fields(`align alert append b4r bg char-style click click-append click-goto click-prepend
		click-replace click-undo confirm css cycling-link datamap dataset display dm ds dropdown either else else-if
		enchant for force-input goto go-to hover-style icon-undo if input-box link link-fullscreen link-goto
		link-repeat link-replace link-reveal link-reveal-goto link-rerun link-show link-storylet link-undo live
		load-game loop mouseout mouseover nobr open-storylets output-data prepend print prompt put random redirect
		redo replace rerun restart save-game saved-games seq-link sequence-link set show storylet t8n text-colour
		text-color text-indent text-rotate text-size text-style transition transition-time unless undo unpack
		verbatim visited`)
}

var variableShape = regexp.MustCompile(`^\$[A-Za-z_]\w*`)

// variable reads $name. Two dollars stand for one, in SugarCube.
func (c *converter) variable(i, to int) (string, int) {
	if c.text[i] != '$' || !c.format.is(harlowe, sugarcube) {
		return "", 0
	}
	if strings.HasPrefix(c.text[i:to], "$$") {
		if m := variableShape.FindString(c.text[i+1 : to]); m != "" && c.format != harlowe {
			return strings.ReplaceAll(m, "_", `\_`), 1 + len(m)
		}
		return "", 0
	}
	m := variableShape.FindString(c.text[i:to])
	if m != "" {
		c.macro(i, m, "")
	}
	return "", len(m)
}
