package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"hearten/cmd/hearten/internal/study"
	"hearten/course"
)

// lessonScreen is a lesson, read in pages. The place in it is a block, so
// that a window of another size shows the same paragraph at its top.
type lessonScreen struct {
	lesson study.Lesson
	frame  frame
	lines  []string
	starts []int // the line that each block begins on, the sources last
	tables []ruled
	top    int   // the line at the top of the page
	pages  []int // the lines that pages begin on; one of them is top
	place  place // what the learner turned to
}

// place is where a learner is in a lesson: a block, of a table the row in it,
// and a line in that.
type place struct{ block, row, inside int }

func newLesson(l study.Lesson) lessonScreen { return lessonScreen{lesson: l} }

func (l lessonScreen) blocks() []course.Block { return l.lesson.Blocks() }

// Layout sets all blocks and keeps the block at the top where it is.
func (l lessonScreen) Layout(f frame) screen {
	was := l.place
	if len(l.starts) == 0 {
		was = place{block: l.lesson.Block()}
	}
	if was.row > 0 && f.Width != l.frame.Width {
		was.inside = 0 // a row that is set anew is shown whole
	}
	return l.set(f).to(was)
}

// to is the lesson with a place at the top.
func (l lessonScreen) to(p place) lessonScreen {
	if p.block >= len(l.starts) {
		p = place{}
	}
	l.place = p
	if len(l.starts) == 0 {
		return l.at(0)
	}
	from, last := l.starts[p.block], len(l.lines)-1
	if p.block+1 < len(l.starts) {
		last = l.starts[p.block+1] - 1
	}
	if t, ok := l.table(from); ok {
		from = t.lineOf(p.row)
	}
	return l.at(min(from+p.inside, last))
}

// placeAt is the place of a line.
func (l lessonScreen) placeAt(line int) place {
	if len(l.starts) == 0 {
		return place{}
	}
	block := l.blockAt(line)
	if t, ok := l.table(l.starts[block]); ok {
		row := t.rowAt(line)
		return place{block, row, line - t.lineOf(row)}
	}
	return place{block: block, inside: line - l.starts[block]}
}

// set sets the blocks, and the sources after them.
func (l lessonScreen) set(f frame) lessonScreen {
	l.frame, l.lines, l.starts, l.tables = f, nil, nil, nil
	width := min(measure, f.text())
	blocks := l.blocks()
	for i, b := range blocks {
		if i > 0 && apart(blocks[i-1], b) {
			l.lines = append(l.lines, "")
		}
		l.starts = append(l.starts, len(l.lines))
		if b.Kind == course.Table {
			l.addTable(f.table(b, min(width, measure)))
			continue
		}
		l.lines = append(l.lines, f.block(b, width)...)
	}
	if cited := l.lesson.Content().Cited; len(cited) > 0 {
		l.lines = append(l.lines, "")
		l.starts = append(l.starts, len(l.lines))
		l.lines = append(l.lines, f.sources(cited, width)...)
	}
	return l
}

// at is the lesson with a line at the top of the page; where all fits, all of
// it.
func (l lessonScreen) at(top int) lessonScreen {
	l.top = max(0, min(top, len(l.lines)-1))
	if len(l.lines) <= l.frame.Height {
		l.top = 0
	}
	l.pages = append(l.paginate(0, l.top), l.paginate(l.top, len(l.lines))...)
	return l
}

// paginate lists the lines that pages begin on, from one line to another.
// A page ends with a block where it can, and not with one that announces the
// next.
func (l lessonScreen) paginate(from, to int) []int {
	var pages []int
	for from < to {
		pages = append(pages, from)
		end := from + l.room(from)
		if end >= to {
			break
		}
		from = l.breakBefore(from, end)
		for from < to && l.lines[from] == "" {
			from++ // a page begins with words
		}
	}
	return pages
}

// breakBefore is the last good place to begin a page after one line and up
// to another.
func (l lessonScreen) breakBefore(from, end int) int {
	for i := l.blockAt(end); i >= 0 && l.starts[i] > from+l.frame.Height/2; i-- {
		announced := i > 0 && i <= len(l.blocks()) && announces(l.blocks()[i-1])
		if l.starts[i] <= end && !announced {
			return l.starts[i]
		}
	}
	if t, ok := l.table(end); ok {
		return t.breakBefore(from, end)
	}
	return end
}

func announces(b course.Block) bool {
	return b.Kind == course.Heading || b.Kind == course.Paragraph && strings.HasSuffix(b.Plain, ":")
}

// blockAt is the block that a line belongs to.
func (l lessonScreen) blockAt(line int) int {
	i, found := slices.BinarySearch(l.starts, line)
	if !found {
		i--
	}
	return max(0, i)
}

// page is the number of the page at the top, from 0, and where it ends.
func (l lessonScreen) page() (n, end int) {
	n, _ = slices.BinarySearch(l.pages, l.top)
	if n+1 < len(l.pages) {
		return n, l.pages[n+1]
	}
	return n, len(l.lines)
}

// Title names the lesson and the page.
func (l lessonScreen) Title() (left, right string) {
	c := l.lesson.Content()
	n, _ := l.page()
	return c.Module.Title + " / " + c.Activity.Title, fmt.Sprintf("page %d of %d", n+1, max(1, len(l.pages)))
}

// Body is the page; in a wide window the lesson's headings stand beside it.
func (l lessonScreen) Body() body {
	_, end := l.page()
	lines := slices.Concat(l.heads(l.top), l.lines[min(l.top, end):min(end, l.top+l.room(l.top))])
	left := max(l.frame.margin(), (l.frame.Width-measure)/2)
	heads := l.contents()
	if heads != nil {
		left = contentsWidth
	}
	return body{lines: beside(heads, lines, left), x: left}
}

// contentsWidth is the column beside a lesson in a wide window.
const contentsWidth = 32

// contents lists the headings of the lesson and where in it the page is; nil
// where there is no room, or too little to list.
func (l lessonScreen) contents() []string {
	f := l.frame
	if !f.Wide {
		return nil
	}
	here, heads := l.blockAt(l.top), []string{"  " + f.look.title.Render("In this lesson"), ""}
	next := len(l.blocks())
	for i := len(l.blocks()) - 1; i >= 0; i-- {
		b := l.blocks()[i]
		if b.Kind != course.Heading {
			continue
		}
		sign, words := f.dim.Render(f.open), cut(plain(b.Plain), contentsWidth-7)
		switch {
		case next <= here:
			sign = f.good.Render(f.done)
		case i <= here:
			sign, words = f.accent.Render(f.pointer), f.strong.Render(words)
		}
		heads = slices.Insert(heads, 2, "  "+sign+" "+words)
		next = i
	}
	if len(heads) < 4 {
		return nil
	}
	return heads
}

// Actions turn pages; Enter on the last one finishes.
func (l lessonScreen) Actions() []action {
	next, does := l.next, "next page"
	n, _ := l.page()
	if n+1 >= len(l.pages) {
		next, does = l.finish, "finish"
	}
	all := []action{on("Enter", does, next, "enter", "space", "right", "pgdown")}
	if n > 0 {
		all = append(all, on("←", "page back", l.prev, "left", "pgup", "backspace"))
	}
	return append(all, on(arrows, "scroll", l.scroll, "up", "down"), back(l, "leave"))
}

func (l lessonScreen) next(string) (screen, tea.Msg) {
	n, _ := l.page()
	return l.turn(l.pages[n+1])
}

func (l lessonScreen) prev(string) (screen, tea.Msg) {
	n, _ := l.page()
	return l.turn(l.pages[n-1])
}

func (l lessonScreen) scroll(press string) (screen, tea.Msg) {
	switch {
	case press == "up" && l.top > 0:
		return l.turn(l.top - 1)
	case press == "down" && l.top+l.room(l.top) < len(l.lines):
		return l.turn(l.top + 1)
	}
	return l, nil
}

// turn shows another part of the lesson at once; its place is kept behind.
func (l lessonScreen) turn(top int) (screen, tea.Msg) {
	l = l.at(top)
	l.place = l.placeAt(l.top)
	block := min(l.blockAt(l.top), max(0, len(l.blocks())-1))
	lesson, unsaved := l.lesson.At(block, l.frame.moment())
	l.lesson = lesson
	return l, saveMsg{unsaved: unsaved, reads: true, then: func() (screen, tea.Msg) { return nil, nil }}
}

func (l lessonScreen) finish(string) (screen, tea.Msg) {
	lesson, unsaved := l.lesson.Finish(l.frame.moment())
	return l, saveMsg{unsaved: unsaved, reads: true, then: func() (screen, tea.Msg) {
		l.lesson = lesson
		return l, backMsg{}
	}}
}
