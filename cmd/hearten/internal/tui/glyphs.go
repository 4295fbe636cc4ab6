package tui

import "strings"

// glyphs are the signs that the interface draws with. All of them are in
// WGL4, which every terminal font covers; the plain ones are ASCII.
type glyphs struct {
	pointer, done, begun, open, wrong string
	putOff, notice                    string
	full, empty, up, down, bullet     string
	on, off, prompt, rule, middle     string
	branch, corner, trunk             string
	words                             *strings.Replacer
}

func newGlyphs(ascii bool) glyphs {
	if ascii {
		return glyphs{
			pointer: ">", done: "v", begun: "*", open: "o", wrong: "x", putOff: "~", notice: "=",
			full: "#", empty: "-", up: "^", down: "v", bullet: "*",
			on: "[x]", off: "[ ]", prompt: ">", rule: "-", middle: "+",
			branch: "+", corner: "+", trunk: "|",
			words: strings.NewReplacer("↑↓", "up/down", "←→", "left/right", "←", "left", "→", "right", "↑", "up", "↓", "down", "•", "*"),
		}
	}
	return glyphs{
		pointer: "►", done: "√", begun: "●", open: "○", wrong: "×", putOff: "→", notice: "—",
		full: "■", empty: "□", up: "▲", down: "▼", bullet: "•",
		on: "■", off: "□", prompt: ">", rule: "─", middle: "┼",
		branch: "├", corner: "└", trunk: "│",
		words: strings.NewReplacer(),
	}
}
