package tui

import "slices"

// pane is a column of lines, taller perhaps than the window, with things in
// it that can have the focus. Down and Up read on before they leave out of
// sight what has not been read.
type pane struct {
	lines  []string
	items  []item
	focus  int // an item, or reading
	home   int // the item to stand on when all has been read; reading: the learner chooses one
	top    int
	width  int // that its lines were set for
	height int
	typed  int  // the number whose digits are being pressed
	list   bool // of things to choose from, and not a page to read
}

// reading is the focus while no item is in the window.
const reading = -1

// item is something to focus: the lines it takes, the cell in them that the
// cursor stands on, and, where they differ, its lines with the focus.
type item struct {
	line, height int
	x, dy        int
	focused      []string
}

func (i item) end() int { return i.line + i.height }

// from is the pane in a window, with the passage at its top that was there
// before. One that had none starts at the top, on its home item if that can be
// seen from there. On a page the home item has the focus only while it can be
// seen; a list follows what has it.
func (p pane) from(old pane, height int) pane {
	if old.height == 0 {
		return p.open(height)
	}
	p.height = height
	p.focus = min(old.focus, len(p.items)-1)
	p.top = min(p.lineOf(old), p.last())
	switch {
	case p.list:
	case p.focus == p.home && !p.shows(p.home):
		p.focus = reading
	case p.focus == reading && !p.unread() && p.shows(p.home):
		p.focus = p.home
	}
	return p.seen()
}

// open is the pane as it is first seen.
func (p pane) open(height int) pane {
	p.top, p.height, p.focus = 0, height, reading
	if p.shows(p.home) {
		p.focus = p.home
	}
	return p
}

// seen moves the window so that the focused item is in it.
func (p pane) seen() pane {
	if p.focus < 0 {
		return p
	}
	at := p.items[p.focus]
	p.top = max(min(p.top, at.line), min(at.line, at.end()-p.height))
	return p
}

// reveal moves the window so that some lines are in it, as far as the focused
// item stays in it.
func (p pane) reveal(from, end int) pane {
	p.top = max(0, min(max(p.top, end-p.height), from, p.last()))
	return p.seen()
}

// on is the pane with the focus on an item.
func (p pane) on(i int) pane {
	if i >= 0 && i < len(p.items) {
		p.focus = i
	}
	return p.seen()
}

func (p pane) last() int { return max(0, len(p.lines)-p.height) }

func (p pane) shows(i int) bool {
	return i >= 0 && i < len(p.items) && p.items[i].line >= p.top &&
		(p.items[i].end() <= p.top+p.height || p.items[i].line == p.top)
}

// number is what a digit says after those before it, of so many things: a
// second digit is of the same number where there is one. 0 is none.
func (p pane) number(digit, of int) int {
	if n := 10*p.typed + digit; p.typed > 0 && n <= of {
		return n
	}
	if digit <= of {
		return digit
	}
	return 0
}

// press is the pane after a key that moves in it.
func (p pane) press(key string) pane {
	p.typed = 0
	switch key {
	case "up":
		return p.up()
	case "down":
		return p.down()
	case "pgup":
		return p.scroll(max(0, p.top-max(1, p.height-1)))
	case "home":
		return p.scroll(0)
	case "end":
		return p.scroll(p.last()).on(p.home)
	}
	return p.page()
}

// down goes to the next item, or reads on where that is further away than
// the window shows.
func (p pane) down() pane {
	next := p.focus + 1
	if p.focus == reading {
		next = p.firstBelow()
	}
	if next < len(p.items) && p.items[next].end() <= p.top+p.height {
		p.focus = next
		return p
	}
	return p.scroll(min(p.top+max(1, p.height/2), p.last()))
}

// up is down the other way.
func (p pane) up() pane {
	if prev := p.focus - 1; prev >= 0 && p.items[prev].line >= p.top {
		p.focus = prev
		return p
	}
	return p.scroll(max(0, p.top-max(1, p.height/2)))
}

// page reads on by a window, and at the end stands on the home item, unless
// another has the focus.
func (p pane) page() pane {
	switch {
	case p.unread():
		return p.scroll(min(p.top+max(1, p.height-1), p.last()))
	case p.focus == reading:
		return p.on(p.home)
	}
	return p
}

// unread says that there is more below the window.
func (p pane) unread() bool { return p.top < p.last() }

// scroll moves the window, and the focus with it: an item that is out of
// sight loses it.
func (p pane) scroll(top int) pane {
	stays := p.top == top
	p.top = top
	if p.shows(p.focus) || stays && p.focus != reading {
		return p
	}
	p.focus = reading
	if p.top == p.last() && p.shows(p.home) {
		p.focus = p.home
	}
	return p
}

func (p pane) firstBelow() int {
	i := slices.IndexFunc(p.items, func(i item) bool { return i.line >= p.top })
	if i < 0 {
		return len(p.items)
	}
	return i
}

// body is the window on the pane.
func (p pane) body() body {
	end := min(len(p.lines), p.top+p.height)
	b := body{above: p.top > 0, below: end < len(p.lines)}
	b.lines = slices.Clone(p.lines[min(p.top, end):end])
	if p.focus < 0 || p.focus >= len(p.items) {
		return b
	}
	at := p.items[p.focus]
	for i, line := range at.focused {
		if y := at.line + i - p.top; y >= 0 && y < len(b.lines) {
			b.lines[y] = line
		}
	}
	b.x, b.y = at.x, max(0, min(at.line+at.dy-p.top, p.height-1))
	return b
}

// unfocused is the window on the pane while the keys are elsewhere.
func (p pane) unfocused() []string {
	p.focus = reading
	return p.body().lines
}
